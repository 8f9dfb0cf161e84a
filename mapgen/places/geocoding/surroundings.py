"""What the rest of a table tells of where its places may be."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import numpy as np
    from numpy.typing import NDArray

_Point = tuple[float, float]  # latitude and longitude in degrees

EARTH_RADIUS_KM = 6371.0088  # the mean radius of WGS 84, (2a + b) / 3

_NEAR_KM = 600.0  # a few days' march, and the size of most countries of the Old World
_FAR_KM = 1500.0
_ELSEWHERE_KM = 3000.0
_MANY = 1000  # points; of more, one in each tile of two degrees tells as much
_FEW = 3  # places that say no more than themselves


class Surroundings:
    """The points and countries of a table, and the names that its oldest events are at.

    `countries` are alpha-2 codes. `early` are keys of names of which an event tells that is older
    than Europe's knowledge of America.
    """

    def __init__(
        self,
        points: Collection[_Point] = (),
        countries: Collection[str] = (),
        early: Collection[str] = (),
    ) -> None:
        self.countries = frozenset(countries)
        self.early = frozenset(early)
        self._points = {_spot(*point): point for point in points}
        if len(self._points) > _MANY:
            self._points = {_spot(*p): p for p in {_tile(*p): p for p in points}.values()}

    def __bool__(self) -> bool:
        """Tell whether the table says anything of where it is."""
        return bool(self._points or self.countries)

    def km(self, places: Sequence[_Point]) -> list[float]:
        """Return how far from each of some places of one name the nearest of the table is.

        Those that are at one of the places do not count: they may be there because of the name.
        """
        import numpy as np

        if not self._points:
            return [math.inf] * len(places)
        own = [self._numbers[spot] for place in places if (spot := _spot(*place)) in self._numbers]
        cosines = np.array([_vector(*place) for place in places]) @ self._vectors.T
        cosines[:, own] = -math.inf
        nearest = map(float, cosines.max(axis=1))
        return [_arc_km(cosine) for cosine in nearest]

    def is_near(self, km: float, country: str) -> bool:
        """Tell whether a place lies among those of the table, or in a country that it names."""
        if country in self.countries and not self._points:
            return True
        return km <= _NEAR_KM

    def is_far(self, km: float, country: str) -> bool:
        """Tell whether a place lies apart from all those of the table."""
        return country not in self.countries and km > _FAR_KM

    def is_elsewhere(self, km: float, country: str) -> bool:
        """Tell whether a place is in another part of the world than all those of the table."""
        known = len(self._points) > _FEW
        return country not in self.countries and known and km > _ELSEWHERE_KM

    @cached_property
    def _numbers(self) -> dict[_Point, int]:
        return {spot: number for number, spot in enumerate(self._points)}

    @cached_property
    def _vectors(self) -> NDArray[np.float64]:
        """The points as steps from the middle of the earth to its surface."""
        import numpy as np

        return np.array([_vector(*point) for point in self._points.values()]).reshape(-1, 3)


def _spot(lat: float, lon: float) -> _Point:
    return round(lat, 1), round(lon, 1)


def _arc_km(cosine: float) -> float:
    return math.inf if math.isinf(cosine) else math.acos(min(cosine, 1.0)) * EARTH_RADIUS_KM


def _tile(lat: float, lon: float) -> _Point:
    return lat // 2, lon // 2


def _vector(lat: float, lon: float) -> tuple[float, float, float]:
    north, east = math.radians(lat), math.radians(lon)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


ANYWHERE = Surroundings()
