"""Tells which of two columns of degrees is the latitude, from the cells and what stands by them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mapgen.errors import CountryError, PlaceError
from mapgen.layouts import axes
from mapgen.layouts.positions import are_exact, degrees, sample
from mapgen.places import countries, geocoding
from mapgen.positions import coordinates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mapgen.table import Table

_ROWS = 40  # that are looked at beside names
_NAMES = 15  # that are looked up
_CODE = 2  # letters; no name of a town is as short
_MOST = 0.8  # of them
_POLE = 90  # degrees
_NEAR = 2.0  # degrees, from a town


def told_apart(table: Table, lat: str, lon: str, columns: Mapping[str, str]) -> str:
    """Return why two headers can be latitude and longitude only so, "" where nothing tells it.

    `columns` are those that are known: a country and a place are where the points have to be.
    """
    norths, easts = ([table.cells[h][row] for row in sample(table.cells[h])] for h in (lat, lon))
    if not all(map(_is_latitude, norths)):
        return ""
    if not all(map(_is_latitude, easts)):
        return "one goes beyond 90" if are_exact([*norths, *easts]) else ""
    if _tells([*_in_countries(table, lat, lon, columns.get("country"))]):
        return "the countries beside them"
    if _tells([*_at_towns(table, lat, lon, columns.get("place"))]):
        return "the places beside them"
    return ""


def _is_latitude(text: str) -> bool:
    return degrees(text, "lat") is not None


def look_exchanged(table: Table, taken: Mapping[str, str], columns: Mapping[str, str]) -> str:
    """Return beside which words a position lies only with its axes exchanged, "" for none.

    They are the "countries" of the table; where there are none, the "places" beside columns that a
    letter alone names, as X and Y.
    """
    if "lat" not in taken:
        return ""
    if told := list(_in_exchanged_countries(table, taken, columns.get("country"))):
        return "countries" if _tells(told) else ""
    if letters(table, columns) != taken:
        return ""
    return "places" if _tells([*_at_any_town(table, taken["lon"], taken["lat"], columns)]) else ""


def letters(table: Table, columns: Mapping[str, str]) -> dict[str, str]:
    """Return the columns of a position that are called X and Y, and nothing by the author."""
    own = {column: columns.get(column, "") for column in ("lat", "lon")}
    read = [axes.read(header) for header in own.values()]
    if table.columns.keys() & own or not all(each and each.kind == "letter" for each in read):
        return {}
    norths = table.cells[own["lat"]]
    return own if any(degrees(norths[row], "lat") is not None for row in sample(norths)) else {}


def _in_exchanged_countries(
    table: Table, taken: Mapping[str, str], country: str | None
) -> Iterator[tuple[bool, bool]]:
    if country is None:
        return
    names, norths = table.cells[country], table.cells[taken["lat"]]
    easts = table.cells[taken["lon"]] if "lon" in taken else None
    for row in sample(norths)[:_ROWS]:
        both = (norths[row], easts[row]) if easts else coordinates.pair(norths[row])
        code = code_of(names[row])
        if both and code:
            north, east = degrees(both[0], "lat"), degrees(both[1], "lon")
            if north is not None and east is not None:
                yield _is_in(code, east, north), _is_in(code, north, east)


def _is_in(code: str, lat: float, lon: float) -> bool:
    return abs(lat) <= _POLE and not countries.is_outside(code, lat, lon)


def code_of(country: str) -> str:
    """Return the code of a country, "" for a text that is none."""
    try:
        return countries.find(country).code
    except CountryError:
        return ""


def are_towns(texts: Sequence[str]) -> bool:
    """Tell whether most of some texts are names of towns."""
    names = list(dict.fromkeys(texts))[:_NAMES]
    known = sum(len(name) > _CODE and geocoding.search(name).exact for name in names)
    return known >= _MOST * len(names)


def _tells(told: Sequence[tuple[bool, bool]]) -> bool:
    """Tell whether most points fit, and most would not if they were exchanged."""
    fits = sum(as_they_stand and not exchanged for as_they_stand, exchanged in told)
    return bool(told) and fits >= _MOST * len(told)


def _in_countries(
    table: Table, lat: str, lon: str, country: str | None
) -> Iterator[tuple[bool, bool]]:
    for name, north, east in _beside(table, lat, lon, country):
        if code := code_of(name):
            yield (
                not countries.is_outside(code, north, east),
                not countries.is_outside(code, east, north),
            )


def _at_towns(table: Table, lat: str, lon: str, place: str | None) -> Iterator[tuple[bool, bool]]:
    for name, north, east in _beside(table, lat, lon, place):
        try:
            town = geocoding.find(name)
        except PlaceError:
            continue
        point = (town.latitude, town.longitude)
        yield math.dist(point, (north, east)) < _NEAR, math.dist(point, (east, north)) < _NEAR


def _at_any_town(
    table: Table, lat: str, lon: str, columns: Mapping[str, str]
) -> Iterator[tuple[bool, bool]]:
    """Tell for each place whether any town of its name is near, as they stand and exchanged."""
    for name, north, east in _beside(table, lat, lon, columns.get("place")):
        towns = [(town.latitude, town.longitude) for town in geocoding.search(name).candidates]
        if towns:
            here, there = (
                any(math.dist(town, point) < _NEAR for town in towns)
                for point in ((north, east), (east, north))
            )
            yield here, there


def _beside(
    table: Table, lat: str, lon: str, header: str | None
) -> Iterator[tuple[str, float, float]]:
    """Yield some names below a header with the degrees that stand in their rows."""
    if header is None:
        return
    names, norths, easts = (table.cells[each] for each in (header, lat, lon))
    for row in sample(norths)[:_ROWS]:
        north, east = degrees(norths[row], "lat"), degrees(easts[row], "lon")
        if names[row] and north is not None and east is not None:
            yield names[row], north, east
