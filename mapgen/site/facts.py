"""Says what the overview shows of the events of a part: how many, of what, when and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mapgen.columns import coded, numbered
from mapgen.dates.column import coded_dates
from mapgen.events.place_column import PlaceColumn, coded_places
from mapgen.site.tiles import FINEST, NOWHERE, UNDATED, Numbers, days, tiles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.events import EventRows, Place
    from mapgen.events.event import Status

_MOST_CATEGORIES = 5  # of a cell that the overview names
_MOST_PLACES = 3  # of a cell that the overview hears of; one of them names it, two are several
_MOST_DEPTH = 3  # zooms between the tile of a part and its cells
_NONE = -1  # the number of a row that says nothing

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
        self._places, self._where = _located(rows.columns["place"], rows.columns["to"])
        points = np.column_stack([self._places.lat, self._places.lon])
        self._points = np.vstack([points, [np.nan, np.nan]])  # the last is of rows without a place
        self._categories, self._kind = _in_order(rows.columns["category"])
        self._statuses, self._status = _in_order(rows.columns["status"])

    def span(self, rows: Numbers) -> Span:
        """Return the first and the last day that some rows speak of."""
        low, high = self._low[rows], self._high[rows]
        if np.isnan(low).all():
            return None, None
        return int(np.nanmin(low)), int(np.nanmax(high))

    def places(self, rows: Numbers, most: int) -> list[tuple[Place, int]]:
        """Return at most so many places of some rows with their counts, the commonest first."""
        numbers, counts = _commonest(self._where[rows], most)
        return list(zip(filter(None, map(self._places.__getitem__, numbers)), counts, strict=True))

    def middle(self, rows: Numbers) -> tuple[float, float] | None:
        """Return the mean latitude and longitude of some rows; None if none has a point."""
        points = self._points[self._where[rows]]
        known = points[~np.isnan(points[:, 0])]
        if not len(known):
            return None
        lat, lon = known.mean(axis=0).tolist()
        return lat, lon

    def categories(self, rows: Numbers, most: int) -> list[tuple[str, int]]:
        """Return at most so many categories of some rows, counted, the commonest first."""
        numbers, counts = _commonest(self._kind[rows], most)
        return list(zip(map(self._categories.__getitem__, numbers), counts, strict=True))

    def status(self, rows: Numbers) -> Status:
        """Return the commonest status of some rows, which may be none."""
        said: tuple[Status, ...] = ("", *self._statuses)
        return said[int(np.bincount(self._status[rows] + 1).argmax())]

    def lands(self) -> tuple[list[str], Numbers]:
        """Return codes of countries in order, and which is that of each row.

        It is "" for a row that is about no country as a whole.
        """
        known, codes = _in_order(self._places.codes)
        whole = np.append(np.where(self._places.pointed, _NONE, codes), _NONE)
        return ["", *known], whole[self._where] + 1


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
    places = facts.places(rows, _MOST_PLACES)
    return Cell(
        part=part,
        spot=spot,
        count=len(rows),
        first=first,
        last=last,
        title=facts.rows.columns["title"][int(rows[0])] if len(rows) == 1 else "",
        status=facts.status(rows),
        categories=tuple(facts.categories(rows, _MOST_CATEGORIES)),
        places=tuple(places),
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


def _located(*columns: Sequence[Place | None]) -> tuple[PlaceColumn, Numbers]:
    """Return the distinct places of some columns, and which is the first in each row that is any.

    They are in the order of their names; _NONE is the number of rows without a place.
    """
    parts, codes = zip(*map(coded_places, columns), strict=True)
    places = PlaceColumn.joined(parts)
    numbers = places.numbers(exact=True)
    there = (numbers != _NONE).nonzero()[0]
    places = places.take(there[numbered(numbers[there])[1]])
    (_, names), (_, lands) = _in_order(places.names), _in_order(places.countries)
    order = np.lexsort((np.nan_to_num(places.lon), np.nan_to_num(places.lat), lands, names))
    moved = np.append(order.argsort(), _NONE)[numbers]
    found = np.full(len(columns[0]), _NONE)
    cuts = np.split(moved, np.cumsum(list(map(len, parts)))[:-1])
    for cut, own in zip(cuts, codes, strict=True):
        found = np.where(found == _NONE, cut[own], found)
    return places.take(order), found


def _in_order(column: Sequence[str]) -> tuple[list[Any], Numbers]:
    """Return the distinct texts of a column in order, and which is that of each row.

    _NONE is the number of blank texts.
    """
    texts = coded(column)
    known = sorted(set(filter(None, texts.distinct)))
    numbers = {"": _NONE, **dict(zip(known, range(len(known)), strict=True))}
    found = np.fromiter(map(numbers.__getitem__, texts.distinct), np.int64, len(texts.distinct))
    return known, found[texts.codes]


def _commonest(numbers: Numbers, most: int) -> tuple[list[int], list[int]]:
    """Return at most so many numbers and how often each stands, the commonest and least first."""
    known, counts = np.unique(numbers[numbers != _NONE], return_counts=True)
    order = (-counts).argsort(stable=True)[:most]
    return known[order].tolist(), counts[order].tolist()
