"""Doubts what programs leave in cells: lost letters, formulas that failed, marks of a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.errors import quoted
from mapgen.regex import regex
from mapgen.table.misread import foreign, may_be_twice_encoded, twice_encoded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.events.sheet import Sheet

_SPREADSHEET = (
    (
        regex("#{3,}"),
        "is what a spreadsheet shows in a column that is too narrow",
        "widen the column there and save the table again",
    ),
    (
        regex(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|ERROR!)"),
        "is the error of a formula in a spreadsheet",
        "write what is meant there and save the table again",
    ),
)
_DATES = ("date", "start", "end", "year", "end_year")  # refused with words of their own
_READ = (
    *("place", "country", "lat", "lon", "to", "to_country", "to_lat", "to_lon", "geometry"),
    *("kind", "status", "source_url", "image", "sensitive", "id", "month", "day"),
)
_PLACE = ("place", "country", "lat", "lon")  # of no use to one another when one is wrong
_FREE = (
    "description",
    "source",
    "image_credit",
    "image_alt",
    "tags",
)  # may well begin with a quote
_LOOKED_AT = 1_000  # cells; when so many are spoilt, the others are too
_SHARE = 0.8


def doubtful_signs(sheet: Sheet, header: str) -> str:
    """Return the signs of ASCII that are a reason to look at a column."""
    dates = header in {sheet.columns.get(column) for column in _DATES}
    free = header in {sheet.columns.get(column) for column in _FREE}
    return ("" if dates else "#") + ("" if free else '"')


def doubt_letters(sheet: Sheet, header: str, texts: Sequence[str], whole: str) -> None:
    """Warn of letters in a wrong encoding and of other leftovers in the cells of a column.

    `whole` is all cells as one text, a line each, so that most columns are told at a glance.
    """
    if not whole.isascii() and sheet.encoding.startswith("utf"):
        _doubt_encoding(sheet, header, texts, whole)
    if "#" in whole and header not in {sheet.columns.get(column) for column in _DATES}:
        _doubt_spreadsheet(sheet, header, texts)
    if '"' in whole and header not in {sheet.columns.get(column) for column in _FREE}:
        _doubt_quotes(sheet, header, texts)


def _doubt_encoding(sheet: Sheet, header: str, texts: Sequence[str], whole: str) -> None:
    if may_be_twice_encoded(whole):
        near = [row for row, text in enumerate(texts) if may_be_twice_encoded(text)]
        rows = [row for row in near[:_LOOKED_AT] if twice_encoded(texts[row])]
        if rows:
            text = texts[rows[0]]
            message = f"{quoted(text)} looks like {quoted(twice_encoded(text))} in a wrong encoding"
            cure = (
                "open the file from which this one was made as UTF-8 and save it as 'CSV UTF-8' "
                "again, or write the letters again"
            )
            sheet.doubt([*rows, *near[_LOOKED_AT:]], header, message, cure)
            return
    if found := foreign(whole):
        rows = [row for row, text in enumerate(texts) if found.text in text]
        message = f"{quoted(found.text)} looks like {found.script} letters in a wrong encoding"
        cure = (
            f"it should perhaps be {quoted(found.meant)}: read the file from which this one was "
            f"made with --encoding {found.encoding}, or save it as 'CSV UTF-8' again"
        )
        sheet.doubt(rows, header, message, cure)


def _doubt_spreadsheet(sheet: Sheet, header: str, texts: Sequence[str]) -> None:
    """Refuse what a spreadsheet put into a cell that is read, and warn where it is only shown."""
    read = header in {sheet.columns.get(column) for column in _READ}
    together = [sheet.columns[column] for column in _PLACE if column in sheet.columns]
    for pattern, what, cure in _SPREADSHEET:
        rows = [row for row, text in enumerate(texts) if pattern.fullmatch(text)]
        if rows and not read:
            sheet.doubt(rows, header, f"{quoted(texts[rows[0]])} {what}", cure)
            continue
        for row in rows:
            sheet.error(row, header, f"{quoted(texts[row])} {what}", cure)
            for each in together if header in together else (header,):
                sheet.clear(row, each)


def _doubt_quotes(sheet: Sheet, header: str, texts: Sequence[str]) -> None:
    """Warn of a quotation mark at one end of a cell, and of a column with marks at both."""
    rows = [row for row, text in enumerate(texts) if '"' in text]
    single = [row for row in rows if _is_torn(texts[row])]
    if single:
        message = f"{_shown(texts[single[0]])} has a quotation mark at one end only"
        sheet.doubt(single, header, message, "delete it, or write the other one")
    filled = sum(map(bool, texts))
    both = [row for row in rows if texts[row][:1] == texts[row][-1:] == '"' and len(texts[row]) > 1]
    if len(both) > 1 and len(both) >= _SHARE * filled:
        message = f"the cells have quotation marks around them, as in {_shown(texts[both[0]])}"
        sheet.doubt(both, header, message, "delete the marks, which would show on the map")


def _is_torn(text: str) -> bool:
    """Tell whether the only mark is the first or the last character, and no sign of inches."""
    if text.count('"') != 1:
        return False
    return text.startswith('"') or (text.endswith('"') and not text[-2:-1].isdigit())


def _shown(text: str) -> str:
    """Return a text that has double quotes in single ones."""
    return f"'{quoted(text)[1:-1]}'"
