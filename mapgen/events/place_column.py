"""Keeps places as columns: a place is made when it is asked for."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from mapgen.columns import (
    Coded,
    Lazy,
    casefolded,
    coded,
    coded_objects,
    codes_of,
    filled,
    joined,
    numbered,
    taken,
)
from mapgen.events.event import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from mapgen.events.event import Found


_NOWHERE = Place()


class PlaceColumn(Lazy["Place | None"]):
    """Places, None where `there` does not say that there is one; the columns are those of Place.

    `lat` and `lon` are NaN where the position is unknown.
    """

    __slots__ = ("codes", "countries", "found", "lat", "lon", "names", "there")

    def __init__(  # noqa: PLR0913  (a place has that many parts)
        self,
        *,
        names: Sequence[str],
        countries: Sequence[str],
        lat: NDArray[np.float64],
        lon: NDArray[np.float64],
        codes: Sequence[str],
        found: Coded[Found],
        there: NDArray[np.bool_],
    ) -> None:
        self.names = names
        self.countries = countries
        self.lat = lat
        self.lon = lon
        self.codes = codes
        self.found = found
        self.there = there

    @classmethod
    def of(cls, places: Sequence[Place | None]) -> PlaceColumn:
        """Return places as a column, and a column as it is."""
        if isinstance(places, PlaceColumn):
            return places
        known = [place or _NOWHERE for place in places]
        points = [(place.lat, place.lon) for place in known]  # None becomes NaN
        lat, lon = np.array(points, np.float64).reshape(-1, 2).T
        return cls(
            names=[place.name for place in known],
            countries=coded([place.country for place in known]),
            lat=lat,
            lon=lon,
            codes=coded([place.code for place in known]),
            found=coded_objects([place.found for place in known], key=str),
            there=np.array([place is not None for place in places], np.bool_),
        )

    @overload
    def __getitem__(self, index: int) -> Place | None: ...

    @overload
    def __getitem__(self, index: slice) -> list[Place | None]: ...

    def __getitem__(self, index: int | slice) -> Place | list[Place | None] | None:
        if isinstance(index, slice):
            return list(map(self.__getitem__, range(*index.indices(len(self)))))
        if not self.there[index]:
            return None
        lat, lon = float(self.lat[index]), float(self.lon[index])
        return Place(
            name=self.names[index],
            country=self.countries[index],
            lat=None if isnan(lat) else lat,
            lon=None if isnan(lon) else lon,
            code=self.codes[index],
            found=self.found[index],
        )

    def __len__(self) -> int:
        return len(self.lat)

    def take(self, rows: NDArray[np.int64]) -> PlaceColumn:
        """Return the places of some rows."""
        return PlaceColumn(
            names=taken(self.names, rows),
            countries=taken(self.countries, rows),
            lat=self.lat[rows],
            lon=self.lon[rows],
            codes=taken(self.codes, rows),
            found=self.found.take(rows),
            there=self.there[rows],
        )

    @classmethod
    def joined(cls, parts: Sequence[Sequence[Place | None]]) -> PlaceColumn:
        """Return columns one below the other."""
        own = list(map(cls.of, parts))
        return cls(
            names=joined([part.names for part in own]),
            countries=joined([part.countries for part in own]),
            lat=np.concatenate([part.lat for part in own]),
            lon=np.concatenate([part.lon for part in own]),
            codes=joined([part.codes for part in own]),
            found=Coded.joined([part.found for part in own]),
            there=np.concatenate([part.there for part in own]),
        )

    def having(self, **columns: Any) -> PlaceColumn:
        """Return the places with some other columns."""
        return PlaceColumn(**{name: getattr(self, name) for name in self.__slots__} | columns)

    def points(self) -> int:
        """Return how many points there are."""
        lat, lon = (_bits(each[self.pointed]) for each in (self.lat, self.lon))
        rows, firsts = numbered(lat)
        if len(firsts) < len(lat):
            others, distinct = numbered(lon)
            _, firsts = numbered(rows * len(distinct) + others)
        return len(firsts)

    def numbers(self, *, exact: bool = False) -> NDArray[np.int64]:
        """Return numbers of the places, in the order of the first ones; -1 where there is none.

        The same name in the same country at the same point is one, in capitals or not. Where it
        is `exact`, places that differ in anything are two.
        """
        points, firsts = numbered(_bits(self.lat))
        if len(firsts) < len(points):
            for more in (_bits(self.lon), *(self._exact() if exact else self._alike())):
                other, distinct = numbered(more)
                points, firsts = numbered(points * len(distinct) + other)
        found = np.full(len(self), -1)
        found[self.there], _ = numbered(points[self.there])
        return found

    def _alike(self) -> Iterator[NDArray[np.int64]]:
        yield np.where(filled(self.codes), codes_of(self.codes), -1 - codes_of(self.countries))
        yield codes_of(casefolded(self.names))

    def _exact(self) -> Iterator[NDArray[np.int64]]:
        yield from map(codes_of, (self.codes, self.countries, self.names))
        yield codes_of(self.found)

    @property
    def pointed(self) -> NDArray[np.bool_]:
        """Tell which places have a position."""
        found: NDArray[np.bool_] = ~np.isnan(self.lat)
        return found

    def replaced(self, places: Mapping[int, Place]) -> PlaceColumn:
        """Return the column with other places at some of its places."""
        if not places:
            return self
        rows = np.array(list(places), np.int64)
        new = PlaceColumn.of(list(places.values()))
        order = np.arange(len(self))
        order[rows] = len(self) + np.arange(len(rows))
        return PlaceColumn.joined([self, new]).take(order)


def coded_places(places: Sequence[Place | None]) -> tuple[PlaceColumn, NDArray[np.int64]]:
    """Return the distinct places of some rows, and which of them each row has."""
    known = coded_objects(places)
    return PlaceColumn.of(known.distinct), known.codes


def _bits(degrees: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return integers that are the same where numbers are; 0 and -0 are one number."""
    return (degrees + 0.0).view(np.int64)
