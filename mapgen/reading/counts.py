"""Says in a line what events there are: how many, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.columns import coded_objects, each, integers
from mapgen.dates.column import coded_dates
from mapgen.events.place_column import PlaceColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mapgen.events.event import Columns


def contents(columns: Columns) -> str:
    """Return how many events there are, where and when; what is 0 is not said.

    A place is a point of the map, or a name that has none; a country counts that is meant whole.
    """
    ends = PlaceColumn.joined([coded_objects(columns[name]).distinct for name in ("place", "to")])
    points = ends.points()
    others = [place for row in (~ends.pointed).nonzero()[0].tolist() if (place := ends[row])]
    names = {(place.name, place.code) for place in others if place.name}
    lands = {place.code for place in others if place.found == "country"}
    dates, codes = coded_dates(columns["date"])
    undated = int(dates.undated()[codes].sum())
    places = coded_objects(columns["place"])
    placeless = int((~PlaceColumn.of(places.distinct).there)[places.codes].sum())
    periods = _rows(columns["kind"], lambda kind: kind == "period")

    where = [f"at {counted(points + len(names), 'place')}"] if points or names else []
    where += [f"in {counted(len(lands), 'whole country', 'whole countries')}"] if lands else []
    told = counted(len(columns["id"]), "event")
    told += f" ({counted(periods, 'period')})" if periods else ""
    told += f" {' and '.join(where)}" if where else ""
    told += f", {placeless:,} without a place" if placeless else ""
    return told + (f", {undated:,} undated" if undated else "")


def _rows(column: Sequence[Any], test: Callable[[Any], bool]) -> int:
    """Return how many rows of a column pass a test."""
    return int(integers(each(column, lambda value: int(test(value)))).sum())


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number of things in words, such as "1 event" and "1,200 events"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
