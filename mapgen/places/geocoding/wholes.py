"""Tells when the name of a place is that of a whole country, and not of a town."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapgen.errors import CountryError, PlaceError, quoted
from mapgen.places import countries
from mapgen.places.geocoding import provinces
from mapgen.places.geocoding.failures import describe
from mapgen.places.geocoding.looking import gazetteer, towns_called
from mapgen.places.geocoding.names import key

if TYPE_CHECKING:
    from mapgen.places.countries import Country
    from mapgen.places.geocoding.candidates import Candidate
    from mapgen.places.geocoding.surroundings import Surroundings

_SHORT = 3  # letters; so short, only capitals are a country's
_SHORT_NAMES = frozenset({"US", "UK"})
_CITY_DEGREES = 0.6  # a country that is no wider is a city and what lies around it
_KNOWN_CITY = 500_000  # people; Byzantium is a town, whatever empire had its name


class Whole(NamedTuple):
    """A country that is meant as a whole, and the address of a town there that has its name."""

    country: Country
    town: str = ""


def whole(name: str, /, *, country: str | None, around: Surroundings) -> Whole | None:
    """Return the country that the name of a place means, None where a town is meant.

    `country` is the alpha-2 code of the country that the row says, None where it says none: a
    place that repeats the country is its town, where there is one of this name. Raises PlaceError
    for a name that means several countries, or as well a region or a city elsewhere.
    """
    try:
        meant = _country(name)
    except CountryError as error:
        if country or any(town.population >= _KNOWN_CITY for town in towns_called(name)):
            return None
        cure = f"{error.cure} in the column of countries, and leave the place blank"
        raise PlaceError(error.message, cure) from error
    if meant is None:
        return None
    return _within(name, meant, country) if country else _anywhere(name, meant, around)


def _country(name: str) -> Country | None:
    """Return the country of a name; letters alone are a code only where they are known as one."""
    short = name.isascii() and len(key(name)) <= _SHORT
    if short and not (name in _SHORT_NAMES or (len(name) == _SHORT and name.isupper())):
        return None
    return countries.by_name(name)


def _within(name: str, meant: Country, country: str) -> Whole | None:
    """Return the country of a name that stands beside a country."""
    if meant.alpha2 == country:
        return None if _own_towns(name, country) else Whole(meant)
    held = countries.belongs(meant.code, countries.find(country).code)
    return Whole(meant) if held and not towns_called(name, country=country) else None


def _anywhere(name: str, meant: Country, around: Surroundings) -> Whole | None:
    """Return the country of a name that stands alone."""
    own = _own_towns(name, meant.alpha2)
    if own and (_is_city(meant) or (own[0].chief and key(name) != key(meant.name))):
        return None
    atlas = gazetteer()
    early = key(name) in around.early and meant.alpha2 not in around.countries
    if early and atlas.is_overseas(meant.alpha2):
        return None
    if meant.alpha2 not in around.countries:
        _refuse_rivals(name, meant)
    return Whole(meant, own[0].address if own else "")


def _refuse_rivals(name: str, meant: Country) -> None:
    """Raise PlaceError where a city or a region elsewhere is as well known by the name."""
    atlas = gazetteer()
    known = atlas.people(meant.alpha2) / 2
    cities = [
        describe(town)
        for town in towns_called(name)
        if town.country != meant.alpha2 and town.population >= known > 0
    ]
    regions = [
        f"{provinces.name_of((country, province))} in {atlas.country_name(country)}"
        for country, province in provinces.called(name)
        if country != meant.alpha2 and province and atlas.people(country, province) >= known > 0
    ]
    if cities or regions:
        others = ", or ".join([*regions, *cities])
        message = f"{quoted(name)} could be the country {meant.name}, or {others}"
        cure = f"leave the place blank and write {meant.name} in the column of countries"
        raise PlaceError(message, f"{cure} if that is meant, or else write a lat and lon")


def _own_towns(name: str, country: str) -> list[Candidate]:
    """Return the towns of a country that are called so first of all, or are its capital."""
    towns = gazetteer().candidates(name, country=country)
    return [town for town in towns if town.chief or town.capital]


def _is_city(country: Country) -> bool:
    west, south, east, north = countries.main_bounds(country.code)
    return max(east - west, north - south) <= _CITY_DEGREES
