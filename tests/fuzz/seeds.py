"""The whole files from which broken ones are made."""

from __future__ import annotations

import datetime as dt
import io
from functools import cache
from pathlib import Path

import pyarrow as pa
from openpyxl import Workbook
from PIL import Image
from pyarrow import parquet

from mapgen.export import FORMATS, export
from mapgen.reading import read_events
from mapgen.settings import Settings
from tests import workbooks
from tests.fuzz.archives import packed, unpacked

Seeds = tuple[tuple[str, bytes], ...]
"""Names of files, and what is in them."""

_TESTS = Path(__file__).parent.parent
_SAMPLE = _TESTS.parent / "locations.csv"
_ENDINGS = {".csv", ".tsv", ".json", ".jsonld", ".geojson", ".umap", ".kml"}
_ENDING_OF = {"geojson": "geojson", "linked-places": "jsonld", "timelinejs": "json"}
_LARGEST = 200_000  # bytes

_ROWS = (
    ("title", "date", "place", "lat", "lon"),
    ("Fire of Rome", "0064-07-18", "Rome", 41.89, 12.49),
    ("Fire of London", dt.date(1912, 9, 2), "London", 51.51, -0.09),
    ("Fire of Moscow", 1812, "Moscow", 55.75, 37.62, "=1/0"),
)


def texts(*endings: str) -> Seeds:
    """Return the tables and documents with such endings."""
    return tuple((name, data) for name, data in _texts() if Path(name).suffix in endings)


@cache
def _texts() -> Seeds:
    """Return the sample, its exports and every golden case."""
    cases = sorted(
        path
        for path in (_TESTS / "cases").rglob("*")
        if path.suffix in _ENDINGS and "actual" not in path.parts and path.stem != "expected"
        if path.is_file() and path.stat().st_size <= _LARGEST
    )
    events = read_events(_SAMPLE)
    exports = [
        (f"exported.{_ENDING_OF.get(form, form)}", export(events, Settings(), form).content)
        for form in FORMATS
    ]
    return (*((path.name, path.read_bytes()) for path in (_SAMPLE, *cases)), *exports)


def xlsx() -> Seeds:
    """Return a workbook of the fewest parts, and one with styles, dates and merged cells."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in _ROWS:
        sheet.append(row)
    sheet.merge_cells("C3:C4")
    book.create_sheet("Notes").append(["a note"])
    content = io.BytesIO()
    book.save(content)
    styled = [part for part in unpacked(content.getvalue()) if "docProps" not in part[0]]
    small = unpacked(workbooks.xlsx(workbooks.TABLE))
    return ("small.xlsx", packed(small)), ("styled.xlsx", packed(styled))


def xls() -> Seeds:
    """Return workbooks as Excel saved them up to 2003."""
    return ("small.xls", workbooks.xls()), ("wide.xls", workbooks.xls(rows=20, columns=5))


def ods() -> Seeds:
    """Return workbooks of LibreOffice, one of them with repeated cells."""
    small, repeated = workbooks.ods(), workbooks.ods(workbooks.repeated(3, 2))
    return ("small.ods", packed(unpacked(small))), ("repeated.ods", packed(unpacked(repeated)))


def kmz() -> Seeds:
    """Return the documents of KML as Google Earth packs them."""
    return tuple((f"{name[:-4]}.kmz", packed([("doc.kml", data)])) for name, data in texts(".kml"))


def parquets() -> Seeds:
    """Return tables of Parquet, of texts alone and of many types, packed in three ways."""
    titles = [f"Fire {number}" for number in range(120)]
    days = [dt.date(1900, 1, 1), None, dt.date(1950, 5, 5)] * 40
    texts_alone = pa.table({"title": titles, "date": list(map(str, range(1800, 1920)))})
    typed = texts_alone.append_column("lat", pa.array([1.5, None, 90.0] * 40))
    typed = typed.append_column("lon", pa.array([2, None, -180] * 40))
    typed = typed.set_column(1, "date", pa.array(days))
    typed = typed.append_column("sources", pa.array([["https://a.example"], None, []] * 40))
    typed = typed.append_column("tags", pa.array(titles).dictionary_encode())
    tables = {
        "texts.parquet": _parquet(texts_alone, "none"),
        "typed.parquet": _parquet(typed, "snappy"),
        "small.parquet": _parquet(typed, "zstd"),
    }
    return tuple(tables.items())


def _parquet(table: pa.Table, compression: str) -> bytes:
    content = io.BytesIO()
    parquet.write_table(table, content, row_group_size=50, compression=compression)
    return content.getvalue()


def pictures() -> Seeds:
    """Return pictures of every format that mapgen takes, with all that may be in one."""
    exif = Image.Exif()
    exif[0x0112] = 6
    plain = Image.linear_gradient("L").resize((90, 60)).convert("RGB")
    clear, few = plain.convert("RGBA"), plain.convert("P")
    saved = {
        "plain.jpg": _saved(plain, "JPEG", exif=exif),
        "steps.jpg": _saved(plain, "JPEG", progressive=True),
        "inks.jpg": _saved(plain.convert("CMYK"), "JPEG"),
        "clear.png": _saved(clear, "PNG", exif=exif),
        "few.png": _saved(few, "PNG", transparency=3),
        "moving.png": _saved(plain, "PNG", save_all=True, append_images=[clear.convert("RGB")]),
        "moving.gif": _saved(few, "GIF", save_all=True, append_images=[few.rotate(90)]),
        "plain.webp": _saved(plain, "WEBP", exif=exif),
        "clear.webp": _saved(clear, "WEBP", lossless=True),
    }
    return tuple(saved.items())


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    content = io.BytesIO()
    image.save(content, form, **options)
    return content.getvalue()


def settings() -> Seeds:
    """Return files of settings."""
    cases = sorted((_TESTS / "cases").rglob("mapgen.toml"))
    every = (Path(__file__).parent / "every.toml").read_bytes()
    shared = b'[project]\nname = "atlas"\n\n[tool.mapgen]\n' + every.replace(
        b"\n[", b"\n[tool.mapgen."
    )
    return (
        *((path.name, path.read_bytes()) for path in cases),
        *(("mapgen.toml", every),) * 3,
        ("pyproject.toml", shared),
    )
