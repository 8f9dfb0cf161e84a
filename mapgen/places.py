"""Gives the places of events their country and their position."""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING, Literal

from mapgen import countries, geocoding
from mapgen.errors import CountryError, PlaceError, Problem, quoted
from mapgen.events import columns_of, events_of
from mapgen.events.doubts.grouping import group
from mapgen.geocoding.names import key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mapgen.countries import Country
    from mapgen.errors import Severity
    from mapgen.events import Event, Place

_End = Literal["place", "to"]
_Spot = tuple[str, str]  # the key of a name, and the alpha-3 code of its country
_Row = tuple["Place | None", "Place | None", int]  # where an event was, where it went, and its line
_Point = tuple[float, float]  # latitude and longitude in degrees

_COUNTRY_COLUMN = {"place": "country", "to": "to_country"}
_LAT_COLUMN = {"place": "lat", "to": "to_lat"}

_SAME_PLACE_KM = 1.0  # nearer than this, two points are one town written with fewer decimals
_EARTH_RADIUS_KM = 6371.0088  # the mean radius of WGS 84, (2a + b) / 3


def locate(
    events: Sequence[Event],
    *,
    file: str,
    columns: Mapping[str, str] | None = None,
    gazetteer: geocoding.Find | None = None,
) -> tuple[list[Event], list[Problem]]:
    """Return the events with their places located, and every problem in line order.

    `columns` maps the name of a column to the header that the author wrote. The coordinates of
    the table count first, also those of another row with the same name and country; what is left
    is looked up in `gazetteer`, each name once. A place with an error stays as it was.
    """
    locator = _Locator(file, columns or {}, gazetteer or geocoding.find)
    rows = [(event.place, event.to, event.line) for event in events]
    coded = locator.each(rows, locator.settle_country)
    locator.each(coded, locator.keep_point)
    located = locator.each(coded, locator.position)
    problems = group(sorted(locator.problems, key=lambda problem: problem.line or 0))
    return _moved(events, located), problems


def _moved(events: Sequence[Event], located: Sequence[_Row]) -> list[Event]:
    """Return the events with both their ends located; themselves where nothing is new."""
    places, goals = [place for place, _, _ in located], [to for _, to, _ in located]
    ends = zip(events, places, goals, strict=True)
    if all(event.place is place and event.to is to for event, place, to in ends):
        return list(events)
    return events_of({**columns_of(events), "place": places, "to": goals})


class _Locator:
    """What is known of the countries and places of one table, and what is wrong with them."""

    def __init__(self, file: str, columns: Mapping[str, str], find: geocoding.Find) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._columns = columns
        self._find = find
        self._countries: dict[str, Country | CountryError] = {}
        self._points: dict[_Spot, dict[_Point, int]] = {}
        self._found: dict[_Spot, geocoding.Location | PlaceError] = {}

    def each(self, rows: Sequence[_Row], change: Callable[[Place, _End, int], Place]) -> list[_Row]:
        """Return the rows with `change` applied to both ends that they have.

        Most places are in many rows: one that gave no reason for a problem is asked for once.
        """
        known: dict[int, Place | None] = {id(None): None}  # by id: the rows keep the places alive

        def changed(place: Place | None, end: _End, line: int) -> Place | None:
            told = len(self.problems)
            found = place and change(place, end, line)
            if len(self.problems) == told:
                known[id(place)] = found
            return found

        return [
            (
                known[id(place)] if id(place) in known else changed(place, "place", line),
                known[id(to)] if id(to) in known else changed(to, "to", line),
                line,
            )
            for place, to, line in rows
        ]

    def settle_country(self, place: Place, end: _End, line: int) -> Place:
        """Return the place with the code of its country."""
        if not place.country:
            return place
        country = self._country(place.country)
        if isinstance(country, CountryError):
            self._report(line, _COUNTRY_COLUMN[end], country.message, country.cure)
            return place
        return dataclasses.replace(place, code=country.code)

    def keep_point(self, place: Place, end: _End, line: int) -> Place:
        """Keep the coordinates of the table for other rows, and warn where they are odd."""
        point = _point(place)
        if point and place.code and (odd := countries.stray(place.code, *point)):
            self._report(line, _LAT_COLUMN[end], *odd, severity="warning")
        if point and place.name:
            known = self._points.setdefault(_spot(place), {point: line})
            if point not in known:
                known[point] = line
                self._compare(place, point, end, line)
        return place

    def position(self, place: Place, end: _End, line: int) -> Place:
        """Return the place with its position, or as it was where that has an error."""
        if place.country and not place.code:
            return place
        if _point(place):
            return place if place.found == "table" else dataclasses.replace(place, found="table")
        if not place.name:
            return dataclasses.replace(place, found="country") if place.code else place
        if known := self._points.get(_spot(place)):
            lat, lon = next(iter(known))
            return dataclasses.replace(place, lat=lat, lon=lon, found="table")
        return self._look_up(place, end, line)

    def _country(self, text: str) -> Country | CountryError:
        if text not in self._countries:
            try:
                self._countries[text] = countries.find(text)
            except CountryError as error:
                self._countries[text] = error
        return self._countries[text]

    def _compare(self, place: Place, point: _Point, end: _End, line: int) -> None:
        first, first_line = next(iter(self._points[_spot(place)].items()))
        apart = _distance_km(first, point)
        if apart > _SAME_PLACE_KM:
            self._report(
                line,
                _LAT_COLUMN[end],
                f"{quoted(place.name)} is {apart:,.0f} km from where line {first_line} has it",
                "write the same lat and lon in both lines, or two different names",
                severity="warning",
            )

    def _look_up(self, place: Place, end: _End, line: int) -> Place:
        spot = _spot(place)
        if new := spot not in self._found:
            self._found[spot] = self._ask(place)
        found = self._found[spot]
        if isinstance(found, PlaceError):
            self._report(line, end, found.message, found.cure)
            return place
        if new and not place.country:
            self._report(
                line,
                end,
                f"{quoted(place.name)} was taken to be {geocoding.describe(found)}",
                "write its country, or its lat and lon, to be sure",
                severity="warning",
            )
        lat, lon = found.latitude, found.longitude
        return dataclasses.replace(place, lat=lat, lon=lon, found="gazetteer")

    def _ask(self, place: Place) -> geocoding.Location | PlaceError:
        country = self._country(place.country) if place.country else None
        alpha2 = country.alpha2 if isinstance(country, countries.Country) else None
        try:
            return self._find(place.name, country=alpha2)
        except PlaceError as error:
            return error

    def _report(
        self, line: int, column: str, message: str, cure: str, *, severity: Severity = "error"
    ) -> None:
        self.problems.append(
            Problem(
                file=self._file,
                line=line,
                column=self._columns.get(column, column),
                message=message,
                cure=cure,
                severity=severity,
            )
        )


def _spot(place: Place) -> _Spot:
    return key(place.name) or place.name, place.code


def _point(place: Place) -> _Point | None:
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def _distance_km(one: _Point, other: _Point) -> float:
    """Return the great-circle distance by the haversine formula, on a sphere."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half_chord = math.hypot(
        math.sin((lat2 - lat1) / 2),
        math.sqrt(math.cos(lat1) * math.cos(lat2)) * math.sin((lon2 - lon1) / 2),
    )
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, half_chord))
