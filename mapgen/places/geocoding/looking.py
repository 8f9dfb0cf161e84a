"""Looks a place up in the gazetteer: as it is written, in its parts, and with what is around it."""

from __future__ import annotations

import dataclasses
import functools
from itertools import chain
from typing import TYPE_CHECKING

from mapgen.places import countries
from mapgen.places.geocoding import provinces
from mapgen.places.geocoding.candidates import Answer, Candidate, distance_km
from mapgen.places.geocoding.failures import ambiguous, not_there, region, unknown
from mapgen.places.geocoding.names import key
from mapgen.places.geocoding.readings import Reading, beside, readings, without_point
from mapgen.places.geocoding.surroundings import ANYWHERE, Surroundings
from mapgen.places.geocoding.weighing import weigh

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from mapgen.errors import PlaceError
    from mapgen.places.geocoding.gazetteer import Gazetteer

_Point = tuple[float, float]  # latitude and longitude in degrees

_THIS_TOWN_KM = 2.0  # from the point that is written behind the name of a town
_TOWN_FOR_ITSELF = 200_000  # people; a smaller town is less known than a province of its name
_ANCHOR = 50_000  # people; so many make a town by which others can be told


def find(name: str, /, *, country: str | None = None, around: Surroundings = ANYWHERE) -> Candidate:
    """Return the town of the gazetteer that a name means, and `why` where several have it.

    `country` is an ISO 3166-1 alpha-2 code; None searches all countries. Raises PlaceError when
    there is no such town, or more than one and nothing settles which: nothing is guessed.
    """
    answer = search(name, country=country, around=around)
    if answer.sure:
        first = answer.candidates[0]
        return dataclasses.replace(first, why=answer.why) if answer.why else first
    if answer.candidates and answer.exact:
        raise ambiguous(name, answer.candidates, doubt=answer.doubt)
    raise missing(name, country=country)


def missing(name: str, /, *, country: str | None = None) -> PlaceError:
    """Return the error for a name that the gazetteer does not have, with what it has instead."""
    if rest := beside(name):
        return not_there(name, rest, known=bool(towns_called(rest, country=country)))
    atlas = gazetteer()
    where = atlas.country_name(country) if country else ""
    known = [each for each in provinces.called(name) if country in (None, each[0]) and each[1]]
    if known:
        return region(name, [atlas.country_name(each[0]) for each in known])
    return unknown(
        name,
        country=where,
        elsewhere=towns_called(name),
        similar=atlas.similar(name, country=country),
    )


def search(name: str, /, *, country: str | None = None, around: Surroundings = ANYWHERE) -> Answer:
    """Return every town of the gazetteer that a name may mean, the likeliest first.

    `country` is as for `find`. A single town is sure; one of another country, or of a name that is
    only nearly the same, is not.
    """
    if beside(name):
        return Answer(exact=False)
    if towns := towns_called(name, country=country):
        return _weighed(name, towns, country, around)
    if country and (towns := towns_called(name)):
        doubt = f"no larger town of {gazetteer().country_name(country)} has this name"
        return Answer(candidates=towns, doubt=doubt, exact=False)
    names = gazetteer().similar(name, country=country)
    alike = chain.from_iterable(towns_called(near, country=country) for near in names)
    doubt = "the name is spelt differently" if names else ""
    return Answer(candidates=tuple(alike), doubt=doubt, exact=False)


@functools.lru_cache(maxsize=100_000)  # each name is asked for by what tells of another, too
def towns_called(name: str, *, country: str | None = None) -> tuple[Candidate, ...]:
    """Return the towns that a text means, by a plain name or by its parts."""
    text, point = without_point(name)
    towns = gazetteer().candidates(text, country=country)
    if not towns:
        found = (_read(group, country) for group in readings(text))
        towns = next(filter(None, found), [])
    return tuple(_at(point, towns) if point else towns)


def surroundings(
    points: Collection[_Point],
    names: Iterable[tuple[str, str]],
    codes: Collection[str],
    early: Collection[str],
) -> Surroundings:
    """Return what a table tells of where its places are.

    `points` are its own, `codes` the alpha-3 codes of all its countries, `names` those of places
    without a point, with the code of the country or "". `early` is as Surroundings has it. Of the
    names, those count that mean one known town whatever the others are.
    """
    alpha2 = {code: countries.country(code).alpha2 for code in codes}
    alone = Surroundings(early=early)
    anchors = [_anchor(name, alpha2.get(code), alone) for name, code in names]
    return Surroundings([*points, *filter(None, anchors)], set(alpha2.values()), early)


@functools.cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer on disk, opened when the first name is looked up."""
    from mapgen.places.geocoding.gazetteer import Gazetteer

    return Gazetteer()


def _weighed(
    name: str, towns: Sequence[Candidate], country: str | None, around: Surroundings
) -> Answer:
    atlas = gazetteer()
    answer = weigh(
        towns,
        around,
        at_home=bool(country) or (_in_one_country(towns) and says_where(name)),
        early=key(name) in around.early,
        is_overseas=atlas.is_overseas,
    )
    if not answer.sure or country:
        return answer
    doubt = _province_meant(name, answer.candidates[0])
    if not doubt or _is_near(answer.candidates[0], around):
        return answer
    return dataclasses.replace(answer, doubt=doubt)


def _is_near(town: Candidate, around: Surroundings) -> bool:
    (km,) = around.km([(town.latitude, town.longitude)])
    return bool(around) and around.is_near(km, town.country)


def _in_one_country(towns: Sequence[Candidate]) -> bool:
    return len({town.country for town in towns}) == 1


def says_where(name: str) -> bool:
    """Tell whether a text of several parts names the country or the province of its place."""
    return any(group[0].province[0] for group in readings(without_point(name)[0]))


def _province_meant(name: str, town: Candidate) -> str:
    """Say that a province is better known by a name than the small town elsewhere, "" if not."""
    if town.population >= _TOWN_FOR_ITSELF:
        return ""
    others = [each for each in provinces.called(name) if each != (town.country, town.province)]
    atlas = gazetteer()
    for country, province in others:
        if province and atlas.people(country, province) > town.population:
            return f"a region of {atlas.country_name(country)} has this name too"
    return ""


def _anchor(name: str, country: str | None, around: Surroundings) -> _Point | None:
    """Return where a known town is that a name means whatever is around it."""
    towns = towns_called(name, country=country)
    if not towns:
        return None
    answer = _weighed(name, towns, country, around)
    town = answer.candidates[0]
    if not answer.sure or (not country and town.population < _ANCHOR):
        return None
    return town.latitude, town.longitude


def _read(group: list[Reading], country: str | None) -> list[Candidate]:
    """Return the towns of the readings of a text, those that all of its names have if any are."""
    found = [list(_fitting(reading, country)) for reading in group]
    alias = not any(reading.province[0] for reading in group)
    shared = [town for town in found[0] if all(_among(town, towns) for towns in found)]
    if alias and shared:
        return shared
    every = chain.from_iterable(found)
    distinct = {(town.latitude, town.longitude): town for town in every}
    return sorted(distinct.values(), key=lambda town: (not town.chief, -town.population))


def _among(town: Candidate, towns: list[Candidate]) -> bool:
    return any((town.latitude, town.longitude) == (t.latitude, t.longitude) for t in towns)


def _fitting(reading: Reading, country: str | None) -> Iterable[Candidate]:
    """Yield the towns of a reading that lie where it says, and in the country of the row."""
    said, province = reading.province
    if country and said and said != country:
        return
    for town in gazetteer().candidates(reading.name, country=said or country):
        if province in ("", town.province):
            yield town


def _at(point: _Point, towns: list[Candidate]) -> list[Candidate]:
    here = Candidate(address="", latitude=point[0], longitude=point[1])
    return [town for town in towns if distance_km(town, here) <= _THIS_TOWN_KM]
