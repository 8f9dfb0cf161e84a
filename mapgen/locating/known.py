"""The points that a table has for its places, by their names and countries."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mapgen.columns import codes_of, filled, numbered
from mapgen.places.geocoding.names import key, keys
from mapgen.places.geocoding.surroundings import EARTH_RADIUS_KM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from mapgen.events import Place
    from mapgen.locating.ends import Ends

Point = tuple[float, float]  # latitude and longitude in degrees
Spot = tuple[str, str]  # the key of a name, and the alpha-3 code of its country

_SAME_PLACE_KM = 1.0  # nearer than this, two points are one town written with fewer decimals


class Apart(NamedTuple):
    """A place that lies elsewhere than the first one of its name; both by their numbers."""

    place: int
    first: int
    km: float


def spot_of(place: Place) -> Spot:
    """Return what tells a place from others: its name, however it is spelt, and its country."""
    return key(place.name) or place.name, place.code


class Known:
    """The places of a table that have points, together where their names and countries are one.

    A name is one however it is spelt.
    """

    def __init__(self, ends: Ends) -> None:
        places = ends.places
        self._lat, self._lon = places.lat, places.lon
        named = filled(places.names)
        countries = codes_of(places.codes)
        both = codes_of(keys(places.names)) * (int(countries.max(initial=0)) + 1) + countries
        self._spots, _ = numbered(both)
        members = (named & places.pointed).nonzero()[0]
        order = np.lexsort((ends.firsts[members], self._spots[members]))
        self._members = members[order]
        self._starts = self._spots[self._members].searchsorted(
            np.arange(self._spots.max(initial=-1) + 2)
        )

    def apart(self) -> Iterator[Apart]:
        """Yield the places that are too far from the first one of their name, each point once."""
        sizes = np.diff(self._starts)
        firsts = np.repeat(self._members[self._starts[:-1][sizes > 0]], sizes[sizes > 0])
        km = self._km(firsts, self._members)
        told: set[tuple[int, Point]] = set()
        for row in (km > _SAME_PLACE_KM).nonzero()[0].tolist():
            place, first = int(self._members[row]), int(firsts[row])
            point = self._spots[place], self._point(place)
            if point not in told:
                told.add(point)
                yield Apart(place, first, float(km[row]))

    def points(self, place: int) -> list[tuple[Point, int]]:
        """Return the points of the name of a place, each with the number of a place that has it.

        They are the first one, and those that are too far from it.
        """
        spot = self._spots[place]
        own = self._members[self._starts[spot] : self._starts[spot + 1]]
        if not len(own):
            return []
        far = self._km(np.repeat(own[:1], len(own)), own) > _SAME_PLACE_KM
        points: dict[Point, int] = {}
        for number in (int(own[0]), *own[far].tolist()):
            points.setdefault(self._point(number), number)
        return list(points.items())

    def _point(self, place: int) -> Point:
        return float(self._lat[place]), float(self._lon[place])

    def _km(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return great-circle distances by the haversine formula, on a sphere."""
        lat1, lon1, lat2, lon2 = map(
            np.radians, (self._lat[one], self._lon[one], self._lat[other], self._lon[other])
        )
        half_chord = np.hypot(
            np.sin((lat2 - lat1) / 2),
            np.sqrt(np.cos(lat1) * np.cos(lat2)) * np.sin((lon2 - lon1) / 2),
        )
        found: NDArray[np.float64] = 2 * EARTH_RADIUS_KM * np.arcsin(half_chord.clip(0, 1))
        return found
