"""Tells the CSV that mapgen writes by its header, and keeps spreadsheets from running its cells.

A cell that a spreadsheet would take for a formula gets an apostrophe before it; so does one that
already begins with apostrophes and such a sign. Taken off again, all are what they were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLUMNS: Final = (
    *("title", "date", "time", "end_time", "date_text"),
    *("place", "country", "lat", "lon"),
    *("to", "to_country", "to_lat", "to_lon"),
    *("kind", "category", "tags", "status", "description", "source", "source_url"),
    *("image", "image_alt", "image_credit", "sensitive", "id"),
)

_SIGNS = r"[=+\-@\t\r\n＝＋－＠]"
_NUMBER = r"[+-][0-9]+(?:\.[0-9]+)?\Z"  # no spreadsheet runs a number
_RUN = regex(rf"(?!{_NUMBER})'*{_SIGNS}")
_GUARDED = regex(rf"''*{_SIGNS}")


def is_own(header: Sequence[str]) -> bool:
    """Tell whether a header begins with all columns of mapgen in the order of its exports."""
    begin = tuple("date" if name == "date_edtf" else name for name in header[: len(COLUMNS)])
    return begin == COLUMNS


def guarded(text: str) -> str:
    """Return a text as it stands in a CSV, where no spreadsheet runs it."""
    return f"'{text}" if _RUN.match(text) else text


def plain(text: str) -> str:
    """Return the text of a cell that `guarded` made."""
    return text[1:] if _GUARDED.match(text) else text


def plain_columns(cells: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Return the columns of an export with the texts that were put into it."""
    return {
        name: list(map(plain, column)) if any(map(_GUARDED.match, column)) else column
        for name, column in cells.items()
    }
