"""Says what the overview shows of the events of a part: how many, of what, when and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mapgen.columns import coded_objects
from mapgen.dates.column import coded_dates
from mapgen.site.tiles import FINEST, NOWHERE, UNDATED, Numbers, days, tiles

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from mapgen.events import EventRows, Place
    from mapgen.events.event import Status

_MOST_CATEGORIES = 5  # of a cell that the overview names
_MOST_PLACES = 3  # of a cell that the overview hears of; one of them names it
_MOST_DEPTH = 3  # zooms between the tile of a part and its cells

Spot = tuple[int, int, str]
Span = tuple[int | None, int | None]  # the first and the last day, None where all is undated


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What the overview shows as one: the events of a part in one cell of its tile.

    `spot` tells which cell: the zoom and number of its tile, and the code of a country for events
    of the whole of it. `categories` and `places` are the commonest with their counts, `several`
    tells whether there are other places. `middle` is the mean latitude and longitude of the events,
    None where they are nowhere or in a country as a whole. `first` and `last` are days, None for
    undated events.
    `title` is that of a single event, else ""; `status` is the commonest.
    """

    part: int
    spot: Spot
    count: int
    first: int | None
    last: int | None
    title: str
    status: Status
    categories: tuple[tuple[str, int], ...]
    places: tuple[tuple[Place, int], ...]
    several: bool
    middle: tuple[float, float] | None


class Facts:
    """What is told of events together, from columns: an event is a row, counted from 0."""

    def __init__(self, rows: EventRows) -> None:
        self.rows = rows
        dates, codes = coded_dates(rows.columns["date"])
        one, other = dates.earliest(), dates.latest()
        self._low, self._high = np.fmin(one, other)[codes], np.fmax(one, other)[codes]
        self._places, self._where = _together(rows.columns["place"], rows.columns["to"])
        points = [
            (place.lat, place.lon) if place and place.lat is not None else (None, None)
            for place in self._places
        ]
        self._points = np.array(points, np.float64).reshape(-1, 2)
        self._categories, self._kind = _together(rows.columns["category"])
        self._statuses, self._status = _together(rows.columns["status"])

    def span(self, rows: Numbers) -> Span:
        """Return the first and the last day that some rows speak of."""
        low, high = self._low[rows], self._high[rows]
        if np.isnan(low).all():
            return None, None
        return int(np.nanmin(low)), int(np.nanmax(high))

    def places(self, rows: Numbers) -> list[tuple[Place, int]]:
        """Return the places of some rows with their counts, the commonest first."""
        found = _counted(self._places, self._where[rows])
        return sorted(found, key=_place_order)

    def middle(self, rows: Numbers) -> tuple[float, float] | None:
        """Return the mean latitude and longitude of some rows; None if none has a point."""
        points = self._points[self._where[rows]]
        known = points[~np.isnan(points[:, 0])]
        if not len(known):
            return None
        lat, lon = known.mean(axis=0).tolist()
        return lat, lon

    def categories(self, rows: Numbers) -> list[tuple[str, int]]:
        """Return the categories of some rows with their counts, the commonest first."""
        found = _counted(self._categories, self._kind[rows])
        return sorted(found, key=lambda counted: (-counted[1], counted[0]))

    def status(self, rows: Numbers) -> Status:
        """Return the commonest status of some rows, which may be none."""
        counts = np.bincount(self._status[rows], minlength=len(self._statuses)).tolist()
        said: list[Status] = [status or "" for status in self._statuses]
        return min(zip(counts, said, strict=True), key=lambda each: (-each[0], each[1]))[1]

    def lands(self) -> tuple[list[str], Numbers]:
        """Return codes of countries in order, and which is that of each row.

        It is "" for a row that is about no country as a whole.
        """
        codes = [place.code if place and place.lat is None else "" for place in self._places]
        known = sorted(set(codes))
        return known, np.array([known.index(code) for code in codes], np.int64)[self._where]


def cells_of(facts: Facts, part: int, zoom: int, most: int) -> tuple[Cell, ...]:
    """Return the cells of a part whose tile is of a zoom.

    The tile is cut in four as often as `most` rows of the overview allow, then its time.
    """
    when, places = days(facts.rows), tiles(facts.rows)
    depth = min(_MOST_DEPTH, max(0, (most.bit_length() - 1) // 2))
    zoom = min(zoom + depth, FINEST)
    turns = _turns(when, max(1, most >> 2 * depth))
    numbers = np.where(places == NOWHERE, NOWHERE, places >> 2 * (FINEST - zoom))
    lands, land = facts.lands()
    order = np.lexsort((land, numbers, turns))
    steps = sum(np.diff(each[order]) != 0 for each in (land, numbers, turns))
    return tuple(
        _cell(facts, part, (zoom, int(numbers[rows[0]]), lands[int(land[rows[0]])]), rows)
        for rows in np.split(order, np.flatnonzero(steps) + 1)
    )


def _cell(facts: Facts, part: int, spot: Spot, rows: Numbers) -> Cell:
    first, last = facts.span(rows)
    places = facts.places(rows)
    return Cell(
        part=part,
        spot=spot,
        count=len(rows),
        first=first,
        last=last,
        title=facts.rows.columns["title"][int(rows[0])] if len(rows) == 1 else "",
        status=facts.status(rows),
        categories=tuple(facts.categories(rows)[:_MOST_CATEGORIES]),
        places=tuple(places[:_MOST_PLACES]),
        several=len(places) > 1,
        middle=facts.middle(rows),
    )


def _turns(when: Numbers, periods: int) -> Numbers:
    """Return in which of so many equal periods each day is; undated events have the last one."""
    dated = when[when != UNDATED]
    if not len(dated):
        return np.zeros(len(when), np.int64)
    length = (int(dated.max()) - int(dated.min())) // periods + 1
    return np.where(when == UNDATED, periods, (when - dated.min()) // length)


def _together(*columns: Sequence[Any]) -> tuple[list[Any], Numbers]:
    """Return the distinct values of some columns, and which is the first in each row that is any.

    The first value is None: of rows that have none, or only "".
    """
    known: dict[Hashable, int] = {None: 0, "": 0}
    found = np.zeros(len(columns[0]), np.int64)
    for column in map(coded_objects, columns):
        numbers = [known.setdefault(value, len(known) - 1) for value in column.distinct]
        found = np.where(found, found, np.array(numbers, np.int64)[column.codes])
    return [value for value in known if value != ""], found


def _counted(values: Sequence[Any], numbers: Numbers) -> list[tuple[Any, int]]:
    """Return the values that have a number, with how often each has."""
    known, counts = np.unique(numbers[numbers > 0], return_counts=True)
    found = zip(known.tolist(), counts.tolist(), strict=True)
    return [(values[number], count) for number, count in found]


def _place_order(counted: tuple[Place, int]) -> tuple[int, str, str, float, float]:
    place, number = counted
    return -number, place.name, place.country, place.lat or 0, place.lon or 0
