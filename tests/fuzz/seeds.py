"""The whole files from which broken ones are made."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

from mapgen.build import read_events
from mapgen.export import FORMATS, export
from mapgen.settings import Settings

_TESTS = Path(__file__).parent.parent
_SAMPLE = _TESTS.parent / "locations.csv"
_ENDINGS = {
    *(".csv", ".tsv", ".json", ".jsonld", ".geojson"),
    *(".umap", ".kml", ".kmz", ".xlsx", ".ods"),
}
_ENDING_OF = {"geojson": "geojson", "linked-places": "jsonld", "timelinejs": "json"}
_LARGEST = 200_000  # bytes

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ROWS = (
    ("title", "date", "place", "lat", "lon"),
    ("Fire of Rome", "0064-07-18", "Rome", "41.89", "12.49"),
    ("Fire of London", "1666-09-02/1666-09-06", "London", "51.51", "-0.09"),
)


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    """Return names and contents: the sample, its exports, a workbook and every golden case."""
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
    files = [(path.name, path.read_bytes()) for path in (_SAMPLE, *cases)]
    return (*files, *exports, ("small.xlsx", _workbook()))


def _workbook() -> bytes:
    """Return a workbook of the fewest parts, with the same bytes at any time of day."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Events" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>'
        + "".join(_row(number, cells) for number, cells in enumerate(_ROWS, 1))
        + "</sheetData></worksheet>",
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as book:
        for name, text in parts.items():
            book.writestr(zipfile.ZipInfo(name), text)
    return content.getvalue()


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _row(number: int, cells: tuple[str, ...]) -> str:
    texts = (
        f'<c r="{chr(ord("A") + place)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for place, text in enumerate(cells)
    )
    return f'<row r="{number}">{"".join(texts)}</row>'
