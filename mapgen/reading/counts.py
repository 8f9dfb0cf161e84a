"""Says in a line what events there are: how many, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.columns import distinct_of, each, integers
from mapgen.dates.column import coded_dates

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mapgen.events.event import Columns


def contents(columns: Columns) -> str:
    """Return how many events there are, where and when; what is 0 is not said.

    A place is a point of the map, or a name that has none; a country counts that is meant whole.
    """
    ends = [place for name in ("place", "to") for place in distinct_of(columns[name]) if place]
    points = {(place.lat, place.lon) for place in ends if place.lat is not None}
    names = {(place.name, place.code) for place in ends if place.name and place.lat is None}
    lands = {place.code for place in ends if place.found == "country"}
    dates, codes = coded_dates(columns["date"])
    undated = int(dates.undated()[codes].sum())
    placeless = _rows(columns["place"], lambda place: place is None)
    periods = _rows(columns["kind"], lambda kind: kind == "period")

    where = [f"at {counted(len(points) + len(names), 'place')}"] if points or names else []
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
