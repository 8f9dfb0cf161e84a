"""Says first that no event has a place, or a date, where other columns could tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.errors import Problem, quoted
from mapgen.events.doubts.grouping import joined
from mapgen.layouts import propose, propose_position, undecided
from mapgen.settings.pasting import lines

if TYPE_CHECKING:
    from collections.abc import Collection

    from mapgen.layouts import Proposal
    from mapgen.table import Table

NO_PLACE, NO_DATE = "no event has a place", "no event has a date"
NO_POINT = "no event has coordinates"

_PLACES = ("place", "country", "lat", "lon", "geometry")
_POINTS = ("lat", "lon", "geometry")
_DATES = ("date", "start", "end", "year", "month", "day")


def doubt_missing(table: Table, *, placed: bool, dated: bool, pointed: bool) -> list[Problem]:
    """Return a warning for what no row tells, though columns that mapgen does not know could.

    Rows may be `placed` by a name and yet not `pointed`: no column gives coordinates.
    """
    if placed and dated and pointed:
        return []
    if placed and dated:
        return _told(table, NO_POINT, _among(propose_position(table), _POINTS))
    found = propose(table)
    problems = []
    if not placed:
        problems += _told(table, NO_PLACE, _among(found, _PLACES)) or _asked(table)
    elif not pointed:
        problems += _told(table, NO_POINT, _among(found, _POINTS))
    if not dated:
        problems += _told(table, NO_DATE, _among(found, _DATES))
    return problems


def _among(found: tuple[Proposal, ...], columns: Collection[str]) -> dict[str, str]:
    return {each.column: each.header for each in found if each.column in columns}


def _told(table: Table, what: str, columns: dict[str, str]) -> list[Problem]:
    if not columns:
        return []
    could = "could be the latitude and the longitude" if "lon" in columns else "could tell it"
    message = f"{what}, but {joined(list(map(quoted, columns.values())))} {could}"
    return [_warning(table, columns, message, [columns])]


def _asked(table: Table) -> list[Problem]:
    """Ask which of two columns is the latitude, if there are two that could be coordinates."""
    both = undecided(table)
    if not both:
        return []
    message = (
        f"{NO_PLACE}, but {joined(list(map(quoted, both)))} could be the latitude and the longitude"
    )
    ways = [dict(zip(("lat", "lon"), way, strict=True)) for way in (both, both[::-1])]
    return [_warning(table, ways[0], message, ways)]


def _warning(
    table: Table, columns: dict[str, str], message: str, ways: list[dict[str, str]]
) -> Problem:
    return Problem(
        file=table.file,
        line=table.header_line,
        column=next(iter(columns.values())),
        message=message,
        cure=f"if that is so, {lines(*ways)}",
        severity="warning",
    )
