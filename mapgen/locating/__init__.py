"""Gives the places of events their country and their position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.coded import coded_objects
from mapgen.dates.column import coded_dates
from mapgen.events import EventRows, columns_of
from mapgen.events.doubts.grouping import group
from mapgen.locating.ends import Ends
from mapgen.locating.known import point_of
from mapgen.locating.locator import Locator
from mapgen.places import geocoding
from mapgen.places.geocoding.names import key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapgen.errors import Problem
    from mapgen.events import Event, Place
    from mapgen.events.event import Columns
    from mapgen.places.geocoding import Surroundings

__all__ = ["locate"]

_COLUMBUS_DAY = -174_301  # 1492-10-12, in days since 1970-01-01


def locate(
    events: Sequence[Event],
    *,
    file: str,
    columns: Mapping[str, str] | None = None,
    gazetteer: geocoding.Find | None = None,
) -> tuple[EventRows, list[Problem]]:
    """Return the events with their places located, and every problem in line order.

    `columns` maps the name of a column to the header that the author wrote. The coordinates of
    the table count first, also those of another row with the same name and country; what is left
    is looked up in `gazetteer`, each name once. A place with an error stays as it was.
    """
    rows = columns_of(events)
    ends = Ends(coded_objects(rows["place"]), coded_objects(rows["to"]), rows["line"])
    locator = Locator(file, columns or {}, gazetteer or geocoding.find)
    known = list(filter(None, ends.distinct))
    if any(place.country for place in known):
        ends.change(locator.settle_country, locator.told)
    ends.change(locator.keep_point, locator.told)
    if any(place.found != "table" for place in known):
        locator.around = _around(ends, rows)
        before = ends.distinct
        ends.change(locator.position, locator.told)
        _tell_filled(ends, before, locator)
        locator.tell()
    problems = group(sorted(locator.problems, key=lambda problem: problem.line or 0))
    return EventRows({**rows, "place": ends.places(), "to": ends.goals()}), problems


def _around(ends: Ends, rows: Columns) -> Surroundings:
    """Return what the table tells of where its places are; nothing if no name needs that."""
    known = [place for place in ends.distinct if place]
    unknown = [place for place in known if place.name and not point_of(place)]
    if not unknown:
        return geocoding.ANYWHERE
    dates, codes = coded_dates(rows["date"])
    early = ends.of_rows((dates.latest() < _COLUMBUS_DAY)[codes])
    return geocoding.surroundings(
        [point for place in known if (point := point_of(place))],
        [(place.name, place.code) for place in unknown if place.code or not place.country],
        {place.code for place in known if place.code},
        {key(place.name) for place in early},
    )


def _tell_filled(ends: Ends, before: Sequence[Place | None], locator: Locator) -> None:
    """Report how many rows have the coordinates of other rows."""
    filled = [
        code
        for code, (old, new) in enumerate(zip(before, ends.distinct, strict=True))
        if old and new and new.found == "table" and not point_of(old)
    ]
    if filled:
        for end, lines in ends.rows_of(filled).items():
            if lines:
                locator.tell_filled(end, len(lines), lines[0])
