"""The points that a table has for its places, by their names and countries."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from mapgen.places.geocoding.names import key
from mapgen.places.geocoding.surroundings import EARTH_RADIUS_KM

if TYPE_CHECKING:
    from mapgen.events import Place

Point = tuple[float, float]  # latitude and longitude in degrees
Spot = tuple[str, str]  # the key of a name, and the alpha-3 code of its country

_SAME_PLACE_KM = 1.0  # nearer than this, two points are one town written with fewer decimals


class Apart(NamedTuple):
    """How far a point lies from the first one of its name, and the line that has that."""

    km: float
    line: int


class Known:
    """The points of each place, with the line that has each first."""

    def __init__(self) -> None:
        self._points: dict[Spot, dict[Point, int]] = {}

    def add(self, place: Place, point: Point, line: int) -> Apart | None:
        """Keep a point of a place; return how far from the first it lies if that is too far."""
        known = self._points.setdefault(spot_of(place), {point: line})
        if point in known:
            return None
        known[point] = line
        first = next(iter(known))
        return Apart(distance_km(first, point), known[first]) if _are_apart(first, point) else None

    def points(self, place: Place) -> list[tuple[Point, int]]:
        """Return the points of a place with their lines: the first, and those apart from it."""
        known = list(self._points.get(spot_of(place), {}).items())
        return known[:1] + [each for each in known[1:] if _are_apart(known[0][0], each[0])]


def _are_apart(one: Point, other: Point) -> bool:
    return distance_km(one, other) > _SAME_PLACE_KM


def spot_of(place: Place) -> Spot:
    """Return what tells a place from others: its name, however it is spelt, and its country."""
    return key(place.name) or place.name, place.code


def point_of(place: Place) -> Point | None:
    """Return where a place is, None where that is not known."""
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def distance_km(one: Point, other: Point) -> float:
    """Return the great-circle distance by the haversine formula, on a sphere."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half_chord = math.hypot(
        math.sin((lat2 - lat1) / 2),
        math.sqrt(math.cos(lat1) * math.cos(lat2)) * math.sin((lon2 - lon1) / 2),
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, half_chord))
