"""Says in which tile of the world and on which day events happened, as columns of numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from mapgen.columns import coded_objects
from mapgen.dates.column import coded_dates
from mapgen.events import columns_of
from mapgen.places import countries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapgen.events import Event, Place

Numbers = np.ndarray[Any, np.dtype[np.int64]]

FINEST = 13  # the zoom of the tiles that events are counted in; about 5 km at the equator
NOWHERE = -1  # the tile of an event without a place
UNDATED = 2**62  # the day of an event without a date, after all others

_NORTH = 85.05112878  # degrees, where the square map of Web Mercator ends


def tiles(events: Sequence[Event]) -> Numbers:
    """Return for each event the number of its tile at zoom FINEST along the Z-order curve.

    Two bits more are one zoom more, so that the number of a tile begins with that of the tile
    around it. A movement counts where it began, a whole country where its name stands.
    """
    columns = columns_of(events)
    places, goals = coded_objects(columns["place"]), coded_objects(columns["to"])
    placed = np.array([place is not None for place in places.distinct], bool)[places.codes]
    ends = _points(places.distinct)[places.codes], _points(goals.distinct)[goals.codes]
    points = np.where(placed[:, np.newaxis], *ends)
    return _numbered(points[:, 0], points[:, 1])


def days(events: Sequence[Event]) -> Numbers:
    """Return for each event its first day, or the last where the start is open."""
    dates, codes = coded_dates(columns_of(events)["date"])
    first = dates.earliest()
    known = np.where(np.isnan(first), dates.latest(), first)
    found: Numbers = np.nan_to_num(known, nan=UNDATED).astype(np.int64)[codes]
    return found


def centre(zoom: int, number: int) -> tuple[float, float]:
    """Return latitude and longitude of the middle of a tile; EPSG:3857 turned round."""
    column = sum((number >> 2 * bit & 1) << bit for bit in range(zoom))
    row = sum((number >> 2 * bit + 1 & 1) << bit for bit in range(zoom))
    north = math.pi * (1 - 2 * (row + 0.5) / (1 << zoom))
    return math.degrees(math.atan(math.sinh(north))), 360 * (column + 0.5) / (1 << zoom) - 180


def _points(places: Sequence[Place | None]) -> NDArray[np.float64]:
    """Return latitude and longitude of each place, NaN where they are unknown."""
    known = [(place and _point(place)) or (np.nan, np.nan) for place in places]
    return np.array(known, np.float64).reshape(-1, 2)


def _point(place: Place) -> tuple[float, float] | None:
    if place.lat is not None and place.lon is not None:
        return place.lat, place.lon
    return countries.label_point(place.code) if place.code else None


def _numbered(lat: Any, lon: Any) -> Numbers:
    """Return the tiles of points; the projection is that of EPSG:3857."""
    inside = ~np.isnan(lat)
    angle = np.radians(np.clip(np.where(inside, lat, 0), -_NORTH, _NORTH))
    x = (np.where(inside, lon, 0) + 180) / 360
    y = (1 - np.arcsinh(np.tan(angle)) / np.pi) / 2
    size = 1 << FINEST
    column, row = (np.clip(np.floor(each * size), 0, size - 1).astype(np.int64) for each in (x, y))
    number = np.zeros(len(column), np.int64)
    for bit in range(FINEST):
        number |= ((column >> bit) & 1) << (2 * bit) | ((row >> bit) & 1) << (2 * bit + 1)
    return np.where(inside, number, NOWHERE)
