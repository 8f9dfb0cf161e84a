"""Doubts titles that say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.errors import quoted
from mapgen.events.doubts.grouping import quotations
from mapgen.regex import regex

if TYPE_CHECKING:
    from mapgen.events.sheet import Sheet

_NUMBER = regex(r"[-+]?[\d.,\s]*\d")
_FEWEST = 3  # rows; the title of one or two may well be a number


def doubt_titles(sheet: Sheet) -> None:
    """Warn of a column of titles that holds numbers only."""
    found = []
    for row, text in sheet.filled("title"):
        if not _NUMBER.fullmatch(text):
            return
        found.append((quoted(text), sheet.lines[row]))
    if len(found) >= _FEWEST:
        message = f"the titles are all numbers: {quotations(found)}"
        cure = "name the column that says what happened, as in --column title=Name"
        sheet.doubt_column("title", message, cure)
