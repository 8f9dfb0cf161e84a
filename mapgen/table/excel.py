"""Reads off an .xlsx workbook what its cells show: errors, and dates without a day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mapgen.errors import TableError
from mapgen.errors.boundary import Boundary, reason
from mapgen.guarded.limits import STYLES
from mapgen.regex import regex
from mapgen.table.archive import Archive
from mapgen.table.contents import refused

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CELL = regex(r"<(?:\w+:)?c\b([^<>]*)>")
_NAMED = regex(r'\b(r|s|t)="([^"]*)"')
_PLACE = regex("([A-Z]{1,3})([0-9]{1,7})")
_FORMULA = r"<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)"
_VALUE = regex(rf"\s*(?:{_FORMULA})?\s*<(?:\w+:)?v>([^<]*)<")  # of this cell, of no later one
# Quoted words, words in brackets and escaped signs of a number format are no codes.
_WORDS = regex(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_MONTH_AND_YEAR = 17  # the format "mmm-yy", which no file spells out (ECMA-376, 18.8.30)
_YEAR, _MONTH = 1, 2
_NUMBERS = {"n", "d"}  # the types of cells that are dates by their style


@dataclass(frozen=True, slots=True)
class Marks:
    """What the cells of a sheet show; rows are counted from 1 and columns from 0.

    `errors` are cells such as #REF!, as (row, column, what it shows). `cut` tells by row and column
    how many parts of a date are shown: 1 for the year alone, 2 for year and month.
    """

    errors: list[tuple[int, int, str]] = field(default_factory=list)
    cut: defaultdict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))


def read_marks(data: bytes, sheet: str) -> Marks:
    """Return the marks of a sheet; none for a workbook that is no .xlsx or is built otherwise."""
    try:
        archive = Archive(data, file=sheet)
        styles = _short_dates(_parse(archive, "xl/styles.xml"))
        path = _path(archive, sheet)
        content = archive.read(path).decode("utf-8", "replace") if path else ""
    except TableError:
        return Marks()
    return _marks(content, styles)


def _marks(content: str, styles: dict[str, int]) -> Marks:
    marks = Marks()
    if not styles and 't="e"' not in content:
        return marks
    for match in _CELL.finditer(content):
        named = dict(_NAMED.findall(match[1]))
        place = _PLACE.fullmatch(named.get("r", ""))
        if not place:
            continue
        row, column = int(place[2]), _column(place[1])
        if named.get("t") == "e":
            shown = _VALUE.match(content, match.end())
            marks.errors.append((row, column, shown[1] if shown else "an error"))
        elif (parts := styles.get(named.get("s", ""))) and named.get("t", "n") in _NUMBERS:
            marks.cut[row][column] = parts
    return marks


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _parse(archive: Archive, path: str) -> Element:
    from defusedxml.ElementTree import fromstring

    data = archive.read(path) if archive.size(path) <= STYLES else b""
    with Boundary(
        lambda error: refused(path, f"is no valid XML ({reason(error)})", "save it anew")
    ):
        root: Element = fromstring(data)
    return root


def first_sheet(data: bytes) -> str:
    """Return the name of the first sheet of an .xlsx, "" where none can be told."""
    try:
        book = _parse(Archive(data, file="the workbook"), "xl/workbook.xml")
    except TableError:
        return ""
    return next((each.get("name", "") for each in book.iter() if each.tag.endswith("}sheet")), "")


def _path(archive: Archive, sheet: str) -> str:
    """Return where the archive keeps a sheet, "" where it does not tell."""
    relations = _parse(archive, "xl/_rels/workbook.xml.rels")
    targets = {each.get("Id", ""): each.get("Target", "") for each in relations}
    for element in _parse(archive, "xl/workbook.xml").iter():
        if element.tag.endswith("}sheet") and element.get("name") == sheet:
            keys = (value for name, value in element.items() if name.endswith("}id"))
            target = targets.get(next(keys, ""), "")
            return target[1:] if target.startswith("/") else target and f"xl/{target}"
    return ""


def _short_dates(styles: Element) -> dict[str, int]:
    """Return the numbers of the cell styles that show no day, with the parts they show."""
    codes = {
        each.get("numFmtId", ""): each.get("formatCode", "")
        for each in styles.iter()
        if each.tag.endswith("}numFmt")
    }
    kept = next((each for each in styles if each.tag.endswith("}cellXfs")), ())
    parts = [_parts(each.get("numFmtId", ""), codes) for each in kept]
    return {str(number): shown for number, shown in enumerate(parts) if shown}


def _parts(number: str, codes: dict[str, str]) -> int:
    if number == str(_MONTH_AND_YEAR):
        return _MONTH
    code = _WORDS.sub("", codes.get(number, "").lower())
    if "y" not in code or "d" in code or "h" in code:
        return 0
    return _MONTH if "m" in code else _YEAR
