"""Makes workbooks by hand, whole ones and such as no program would save."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SECTOR = 512  # bytes
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

TABLE = {"A1": "title", "B1": "date", "A2": "Fire of Rome", "B2": "0064-07-18"}


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of files by their names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def xlsx(cells: Mapping[str, str], **more: str | bytes) -> bytes:
    """Return an .xlsx workbook of one sheet, its cells by places such as B2, with more files."""
    rows = "".join(
        f'<row><c r="{place}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for place, text in cells.items()
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>',
            "_rels/.rels": _relation(f"{_OFFICE}/officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="Events" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relation(f"{_OFFICE}/worksheet", "worksheets/s.xml"),
            "xl/worksheets/s.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData>'
            "</worksheet>",
            **more,
        }
    )


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="{target}"/></Relationships>'
    )


def ods(last: str = "") -> bytes:
    """Return an .ods workbook with a table of one event, and one more row of XML."""
    names = " ".join(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "table", "text"))
    rows = _row("title", "date") + _row("Fire of Rome", "0064-07-18") + last
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="Events">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<m:manifest xmlns:m="{_ODF}:manifest:1.0"/>'
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def repeated(rows: int, columns: int) -> str:
    """Return the XML of a row of .ods with one text, so often below and beside itself."""
    return (
        f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell '
        f'office:value-type="string" table:number-columns-repeated="{columns}">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )


def _row(*texts: str) -> str:
    cells = (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def xls(rows: int = 2, columns: int = 2) -> bytes:
    """Return an .xls workbook (BIFF8 in a compound file) that says to have so many rows."""
    texts = (("title", "date"), ("Fire of Rome", "0064-07-18"))
    cells = b"".join(
        _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 0) + text.encode())
        for row, line in enumerate(texts)
        for column, text in enumerate(line)
    )
    sheet = _begin(0x10) + _record(0x0200, struct.pack("<IIHHH", 0, rows, 0, columns, 0)) + cells
    name = b"Events"
    before = _begin(0x05)
    at = len(before) + 4 + 8 + len(name) + 4
    bound = _record(0x0085, struct.pack("<IHBB", at, 0, len(name), 0) + name)
    return _compound(before + bound + _record(0x000A) + sheet + _record(0x000A))


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))


def _compound(stream: bytes) -> bytes:
    """Return a compound file with one stream called Workbook, which lies in whole sectors."""
    sectors = 8  # a shorter stream would lie elsewhere
    assert len(stream) <= sectors * _SECTOR
    chain = [*range(3, 2 + sectors), _END]  # the stream begins in sector 2
    table = [_FAT, _END, *chain]
    table += [_FREE] * (_SECTOR // 4 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108
    entries = _entry("Root Entry", 5, child=1, first=_END, size=0)
    entries += _entry("Workbook", 2, child=_FREE, first=2, size=sectors * _SECTOR)
    entries += bytes(_SECTOR - len(entries))
    return (
        header
        + struct.pack(f"<{len(table)}I", *table)
        + entries
        + stream.ljust(sectors * _SECTOR, b"\0")
    )


def _entry(name: str, kind: int, *, child: int, first: int, size: int) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(written), kind, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )
