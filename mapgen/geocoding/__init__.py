"""Finds the coordinates of a place by its name.

geopy and the gazetteer are imported when the first name is looked up, and not before.
"""

from __future__ import annotations

import functools
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol

from mapgen.geocoding.candidates import Answer, Candidate, distance_km, judge
from mapgen.geocoding.failures import describe, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.errors import PlaceError
    from mapgen.geocoding.gazetteer import Gazetteer

__all__ = [
    "Answer",
    "Candidate",
    "Find",
    "Location",
    "describe",
    "distance_km",
    "find",
    "judge",
    "missing",
    "search",
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

    def __call__(self, name: str, /, *, country: str | None = None) -> Location:
        """Return the place, or raise PlaceError."""


def find(name: str, /, *, country: str | None = None) -> Location:
    """Return the one town of that name in the gazetteer.

    `country` is an ISO 3166-1 alpha-2 code; None searches all countries. Raises PlaceError when
    there is no such town or more than one: nothing is guessed.
    """
    location: Location | None = _gazetteer().geocode(name, country=country)
    if location is not None:
        return location
    raise missing(name, country=country)


def missing(name: str, /, *, country: str | None = None) -> PlaceError:
    """Return the error for a name that the gazetteer does not have, with what it has instead."""
    gazetteer = _gazetteer()
    return unknown(
        name,
        country=gazetteer.country_name(country) if country else "",
        elsewhere=gazetteer.geocode(name, exactly_one=False) or (),
        similar=gazetteer.similar(name, country=country),
    )


def search(name: str, /, *, country: str | None = None) -> Answer:
    """Return every town of the gazetteer that a name may mean, the likeliest first.

    `country` is as for `find`. A single town is sure; one of another country, or of a name that is
    only nearly the same, is not.
    """
    gazetteer = _gazetteer()
    if towns := gazetteer.geocode(name, exactly_one=False, country=country):
        doubt = f"{len(towns)} towns have this name" if len(towns) > 1 else ""
        return Answer(candidates=_candidates(towns), doubt=doubt)
    if country and (towns := gazetteer.geocode(name, exactly_one=False)):
        doubt = f"no larger town of {gazetteer.country_name(country)} has this name"
        return Answer(candidates=_candidates(towns), doubt=doubt, exact=False)
    names = gazetteer.similar(name, country=country)
    alike = [gazetteer.geocode(near, exactly_one=False, country=country) or [] for near in names]
    doubt = "the name is spelt differently" if names else ""
    return Answer(candidates=_candidates(chain.from_iterable(alike)), doubt=doubt, exact=False)


def _candidates(towns: Iterable[Any]) -> tuple[Candidate, ...]:
    """Return geopy's locations of the gazetteer as candidates."""
    return tuple(
        Candidate(
            address=town.address,
            latitude=town.latitude,
            longitude=town.longitude,
            country=town.raw["countrycode"],
            kind="town",
        )
        for town in towns
    )


@functools.cache
def _gazetteer() -> Gazetteer:
    from mapgen.geocoding.gazetteer import Gazetteer  # noqa: PLC0415  (geopy takes 0.2 s to import)

    return Gazetteer()
