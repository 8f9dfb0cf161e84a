"""Finds the coordinates of a place by its name.

geopy and the gazetteer are imported when the first name is looked up, and not before.
"""

from __future__ import annotations

from typing import Protocol

from mapgen.places.geocoding.candidates import Answer, Candidate, distance_km, judge
from mapgen.places.geocoding.failures import describe, labelled
from mapgen.places.geocoding.looking import find, missing, says_where, search, surroundings
from mapgen.places.geocoding.readings import beside
from mapgen.places.geocoding.surroundings import ANYWHERE, Surroundings
from mapgen.places.geocoding.wholes import Whole, whole

__all__ = [
    "ANYWHERE",
    "Answer",
    "Candidate",
    "Find",
    "Location",
    "Surroundings",
    "Whole",
    "beside",
    "describe",
    "distance_km",
    "find",
    "judge",
    "labelled",
    "missing",
    "says_where",
    "search",
    "surroundings",
    "whole",
]


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

    def __call__(
        self, name: str, /, *, country: str | None = None, around: Surroundings = ANYWHERE
    ) -> Candidate:
        """Return the place, or raise PlaceError."""
