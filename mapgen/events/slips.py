"""Finds headers that look like a slip for the name of a column, and whose cells do not say no."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args

from mapgen import dates
from mapgen.columns import filled
from mapgen.errors import CellError, Problem, quoted
from mapgen.events.choices import YES_OR_NO
from mapgen.events.event import Kind, Status
from mapgen.layouts import axes, cells
from mapgen.layouts.bearings import code_of
from mapgen.layouts.columns import ALIASES, key
from mapgen.layouts.positions import degrees
from mapgen.positions import coordinates, geometry
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mapgen.table import Table

_NEAR = 0.8  # difflib's ratio
_SHORTEST = 4  # letters of a header that may be a slip
_SAMPLE = 50  # cells
_MOST = 0.8  # of them
_KNOWN = {key(name) for column, names in ALIASES.items() for name in (column, *names)}
_NUMBER = regex(r"[-+−]?[\d.,\s]+%?")
_YEAR = regex(r"-?\d{1,5}")
_SMALL = regex(r"\d{1,2}")
_IN_FIGURES = regex(r"\d+[/.]\d+[/.]\d{4}")
_IMAGE = regex(r"\.(?:jpe?g|png|gif|webp)\b", re.IGNORECASE)
_ID = regex(r"[\w.-]{1,100}")


def slips(table: Table, unknown: Iterable[str], columns: Iterable[str]) -> list[Problem]:
    """Warn of unknown headers that look like a slip for a column that is missing."""
    found = ((header, nearest(table, header, set(ALIASES) - set(columns))) for header in unknown)
    return [
        Problem(
            file=table.file,
            line=table.header_line,
            column=header,
            message="is no column of the map; it is kept for the table of data",
            cure=f"rename it to {quoted(name)} if that is what it means",
            severity="warning",
        )
        for header, name in found
        if name
    ]


def nearest(table: Table, header: str, columns: Iterable[str]) -> str:
    """Return the name of one of some columns that a header may be a slip for, "" for none.

    A name that is known is no slip, a slip rarely changes the first letter, and what stands below a
    header has to be what the column holds.
    """
    own = key(header)
    if own in _KNOWN or len(own) < _SHORTEST:
        return ""
    if axes.read(header) and filled(table.cells[header]).any():
        return ""  # what becomes of coordinates is told already
    names = {
        key(name): (name, column)
        for column in columns
        for name in (column, *ALIASES[column])
        if name[0] == own[0]
    }
    for near in get_close_matches(own, names, 3, _NEAR):
        name, column = names[near]
        if _holds(table, header, column):
            return name
    return ""


def _holds(table: Table, header: str, column: str) -> bool:
    """Tell whether most cells below a header, but for blank ones, are what a column holds."""
    below = table.cells[header]
    texts = [below[int(row)] for row in filled(below).nonzero()[0][:_SAMPLE]]
    fits = _HOLDS.get(column, _is_no_number)
    return sum(bool(fits(text)) for text in texts) >= _MOST * len(texts)


def _is_no_number(text: str) -> bool:
    return not _NUMBER.fullmatch(text) and not coordinates.pair(text)


def _reads(read: Callable[[str], object]) -> Callable[[str], bool]:
    """Return whether a text can be read, as a test."""

    def reads(text: str) -> bool:
        try:
            read(text)
        except CellError:
            return False
        return True

    return reads


_parses = _reads(dates.parse)
_HOLDS: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(
        ("date", "start", "end"), lambda text: _IN_FIGURES.match(text) or _parses(text)
    ),
    **dict.fromkeys(("lat", "to_lat"), lambda text: degrees(text, "lat") is not None),
    **dict.fromkeys(("lon", "to_lon"), lambda text: degrees(text, "lon") is not None),
    **dict.fromkeys(("year", "end_year"), _YEAR.fullmatch),
    **dict.fromkeys(("month", "end_month", "day", "end_day"), _SMALL.fullmatch),
    **dict.fromkeys(("country", "to_country"), code_of),
    "geometry": _reads(geometry.read),
    "source_url": cells.first_url,
    "image": _IMAGE.search,
    "kind": lambda text: text.casefold() in get_args(Kind),
    "status": lambda text: text.casefold() in get_args(Status),
    "sensitive": lambda text: text.casefold() in YES_OR_NO,
    "id": _ID.fullmatch,
}
