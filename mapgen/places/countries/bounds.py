"""Tells how far a point lies outside a country."""

from __future__ import annotations

import math
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from mapgen.places.countries.atlas import lines, rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    _Edges = tuple[NDArray[np.float64], NDArray[np.float64]]  # where each begins, and its step

# Simplified outlines leave small islands out, and a border runs through many a town. Of the 34,006
# towns of GeoNames, the five that lie farthest outside their country are 20 to 28 km away.
TOLERANCE_KM = 50.0
_KM_PER_DEGREE = 111.2  # of latitude, on a sphere with the mean radius of WGS 84
_TILES_PER_DEGREE = 2
_TURN = 360
_APART = 10_000  # of the numbers of two rows of tiles
_SOUTHMOST = -85.0  # Antarctica is closed a little below

# Land with an outline of its own that a table may well count to a country: overseas territories,
# and areas that several claim. Nothing is judged here but what is worth a warning.
_MORE_LAND = {
    "CHN": ("HKG", "MAC", "TWN"),
    "DNK": ("FRO", "GRL"),
    "ESH": ("MAR",),
    "FIN": ("ALA",),
    "FRA": ("BLM", "GLP", "GUF", "MAF", "MTQ", "MYT", "NCL", "PYF", "REU", "SPM", "WLF", "ATF"),
    "GBR": ("GGY", "GIB", "IMN", "JEY", "FLK", "BMU", "SHN", "CYM", "VGB", "AIA", "MSR", "TCA"),
    "IND": ("KAS",),
    "ISR": ("PSE",),
    "MAR": ("ESH",),
    "NLD": ("ABW", "BES", "CUW", "SXM"),
    "NOR": ("SJM", "BVT"),
    "NZL": ("COK", "NIU", "TKL"),
    "PAK": ("KAS",),
    "PSE": ("ISR",),
    "RUS": ("CRM",),
    "SRB": ("XKX",),
    "USA": ("ASM", "GUM", "MNP", "PRI", "VIR", "UMI"),
}


def belongs(code: str, other: str) -> bool:
    """Tell whether land with a code of its own may well be counted to another country."""
    return code in _MORE_LAND.get(other, ()) or rows()[code]["within"] == other


def outside_km(code: str, lat: float, lon: float) -> float:
    """Return how many kilometres a point lies outside a country of today, 0 inside it.

    `code` is alpha-3. Land that others count to the country belongs to it here. Good to a few per
    cent, which is enough for a warning.
    """
    import numpy as np

    starts, steps = _edges(code)
    lat = max(lat, _SOUTHMOST)
    if not len(starts):
        return 0.0
    east, north = (starts - (lon, lat)).T
    east_step, north_step = steps.T
    crossing = np.flatnonzero((north > 0) != (north + north_step > 0))
    at = east[crossing] - north[crossing] / north_step[crossing] * east_step[crossing]
    if np.count_nonzero(at > 0) % 2:
        return 0.0
    # On a plane around the point, in degrees of latitude; the far side of the earth does not count.
    narrowing = math.cos(math.radians(lat))
    east = ((east + _TURN / 2) % _TURN - _TURN / 2) * narrowing
    east_step = east_step * narrowing
    length = np.maximum(east_step**2 + north_step**2, np.finfo(float).tiny)
    along = np.clip(-(east * east_step + north * north_step) / length, 0, 1)
    nearest = np.hypot(east + along * east_step, north + along * north_step).min()
    return float(nearest) * _KM_PER_DEGREE


@cache
def is_outside(code: str, lat: float, lon: float) -> bool:
    """Tell whether a point is more than TOLERANCE_KM outside a country.

    Most points are told by the tile of half a degree in which they lie.
    """
    row, column = math.floor(lat * _TILES_PER_DEGREE), math.floor(lon * _TILES_PER_DEGREE)
    distance, reach = _tile(code, row, column)
    if abs(distance - TOLERANCE_KM) > reach:
        return distance > TOLERANCE_KM
    return outside_km(code, lat, lon) > TOLERANCE_KM


def are_outside(code: str, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell which points are more than TOLERANCE_KM outside a country."""
    import numpy as np

    rows, columns = (np.floor(each * _TILES_PER_DEGREE).astype(np.int64) for each in (lat, lon))
    tiles, numbers = np.unique(rows * _APART + columns, return_inverse=True)
    pairs = [divmod(tile + _APART // 2, _APART) for tile in tiles.tolist()]
    told = [_tile(code, row, column - _APART // 2) for row, column in pairs]
    distance, reach = np.array(told, np.float64).reshape(-1, 2)[numbers].T
    found: NDArray[np.bool_] = distance > TOLERANCE_KM
    for point in (np.abs(distance - TOLERANCE_KM) <= reach).nonzero()[0].tolist():
        found[point] = outside_km(code, float(lat[point]), float(lon[point])) > TOLERANCE_KM
    return found


@cache
def _tile(code: str, row: int, column: int) -> tuple[float, float]:
    """Return how far the middle of a tile lies outside a country, and the corners from it."""
    lat, lon = (row + 0.5) / _TILES_PER_DEGREE, (column + 0.5) / _TILES_PER_DEGREE
    narrowing = max(math.cos(math.radians(side / _TILES_PER_DEGREE)) for side in (row, row + 1))
    reach = math.hypot(1, narrowing) / 2 / _TILES_PER_DEGREE * _KM_PER_DEGREE
    return outside_km(code, lat, lon), reach


@cache
def _edges(code: str) -> _Edges:
    """Return all edges of a country's outline, in degrees, longitude first."""
    import numpy as np

    within = (other for other, row in rows().items() if row["within"] == code)
    codes = (code, *within, *_MORE_LAND.get(code, ()))
    rings = chain.from_iterable(polygon for each in codes for polygon in rows()[each]["rings"])
    paths = [np.concatenate([_arc(arc) for arc in ring]) for ring in rings]
    starts = np.concatenate([path[:-1] for path in paths] or [np.empty((0, 2))])
    steps = np.concatenate([np.diff(path, axis=0) for path in paths] or [np.empty((0, 2))])
    return starts, steps


@cache
def _arc(number: int) -> NDArray[np.float64]:
    """Return the points of an arc; OutlinesPayload says how it is written."""
    import numpy as np

    if number < 0:
        return _arc(~number)[::-1]
    digits = _digits()[np.frombuffer(lines()["detail"][number].encode(), np.uint8)]
    if not len(digits):
        return np.empty((0, 2))
    begins = np.flatnonzero(np.concatenate([[True], digits[:-1] < _LAST]))
    places = np.arange(len(digits)) - np.repeat(begins, np.diff(begins, append=len(digits)))
    numbers = np.add.reduceat(digits * _MORE**places, begins)
    steps = np.where(numbers % 2, -(numbers + 1) // 2, numbers // 2).reshape(-1, 2)
    return steps.cumsum(axis=0) * lines()["scale"] + lines()["translate"]


_ALPHABET = bytes(code for code in range(33, 127) if code not in b'"&<>\\')
_LAST = 75  # a digit that is lower is the last of its number
_MORE = len(_ALPHABET) - _LAST


@cache
def _digits() -> NDArray[np.int64]:
    """Return the value of each character of an arc, by its code."""
    import numpy as np

    values = np.zeros(256, np.int64)
    values[list(_ALPHABET)] = range(len(_ALPHABET))
    return values
