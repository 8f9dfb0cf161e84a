"""Gives the places of events their country and their position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.dates.column import coded_dates
from mapgen.events import EventRows, columns_of
from mapgen.events.doubts.grouping import group
from mapgen.locating.ends import Ends
from mapgen.locating.locator import Locator
from mapgen.places import geocoding
from mapgen.places.geocoding.names import key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapgen.errors import Problem
    from mapgen.events import Event
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
    ends = Ends(rows["place"], rows["to"], rows["line"])
    locator = Locator(file, columns or {}, gazetteer or geocoding.find, ends)
    locator.settle_countries()
    locator.keep_points()
    locator.around = _around(ends, rows)
    locator.find_positions()
    problems = group(sorted(locator.problems, key=lambda problem: problem.line or 0))
    return EventRows({**rows, "place": ends.where(), "to": ends.goals()}), problems


def _around(ends: Ends, rows: Columns) -> Surroundings:
    """Return what the table tells of where its places are; nothing if no name needs that."""
    places = ends.places
    numbers = (places.there & ~places.pointed).nonzero()[0].tolist()
    unknown = [place for number in numbers if (place := places[number]) and place.name]
    if not unknown:
        return geocoding.ANYWHERE
    dates, codes = coded_dates(rows["date"])
    early = ends.names_in((dates.latest() < _COLUMBUS_DAY)[codes])
    points = zip(
        places.lat[places.pointed].tolist(), places.lon[places.pointed].tolist(), strict=True
    )
    return geocoding.surroundings(
        list(points),
        [(place.name, place.code) for place in unknown if place.code or not place.country],
        {code for code in places.codes if code},
        set(map(key, early)),
    )
