"""Finds the coordinates of a place by its name.

geopy and the gazetteer are imported when the first name is looked up, and not before.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Protocol

from mapgen.geocoding.failures import describe, unknown

if TYPE_CHECKING:
    from mapgen.geocoding.gazetteer import Gazetteer

__all__ = ["Find", "Location", "describe", "find"]


class Location(Protocol):
    """What geopy calls a location: an address and a point in WGS 84, in degrees."""

    @property
    def address(self) -> str: ...  # noqa: D102  (geopy's)
    @property
    def latitude(self) -> float: ...  # noqa: D102  (geopy's)
    @property
    def longitude(self) -> float: ...  # noqa: D102  (geopy's)


class Find(Protocol):
    """Finds a place by name, in the country of an ISO 3166-1 alpha-2 code or in any (None)."""

    def __call__(self, name: str, /, *, country: str | None = None) -> Location:
        """Return the place, or raise PlaceError."""


def find(name: str, /, *, country: str | None = None) -> Location:
    """Return the one town of that name in the gazetteer.

    `country` is an ISO 3166-1 alpha-2 code; None searches all countries. Raises PlaceError when
    there is no such town or more than one: nothing is guessed.
    """
    gazetteer = _gazetteer()
    location: Location | None = gazetteer.geocode(name, country=country)
    if location is not None:
        return location
    raise unknown(
        name,
        country=gazetteer.country_name(country) if country else "",
        elsewhere=gazetteer.geocode(name, exactly_one=False) or (),
        similar=gazetteer.similar(name, country=country),
    )


@functools.cache
def _gazetteer() -> Gazetteer:
    from mapgen.geocoding.gazetteer import Gazetteer  # noqa: PLC0415  (geopy takes 0.2 s to import)

    return Gazetteer()
