"""Says in which tile of the world and on which day events happened, as columns of numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from mapgen.columns import coded, filled, taken
from mapgen.dates.column import coded_dates
from mapgen.events import columns_of
from mapgen.events.place_column import coded_places
from mapgen.places import countries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.events import Event
    from mapgen.events.place_column import PlaceColumn

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
    (places, codes), (goals, to) = coded_places(columns["place"]), coded_places(columns["to"])
    begins = _tiles(places)[codes]
    if places.there.all():
        return begins
    return np.where(places.there[codes], begins, _tiles(goals)[to])


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


def _tiles(places: PlaceColumn) -> Numbers:
    """Return the tile of each place, NOWHERE where it is unknown."""
    lat, lon = places.lat, places.lon
    rows = (~places.pointed & filled(places.codes)).nonzero()[0]
    if len(rows):
        lat, lon = lat.copy(), lon.copy()
        lands = coded(taken(places.codes, rows))
        points = np.array(list(map(countries.label_point, lands.distinct)), np.float64)
        lat[rows], lon[rows] = points[lands.codes].T
    return np.where(places.there, _numbered(lat, lon), NOWHERE)


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
