"""Settles the country and the point of each place of one table."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from mapgen.columns import Coded, coded
from mapgen.errors import CountryError, PlaceError, Problem, quoted
from mapgen.locating.known import Known, spot_of
from mapgen.locating.telling import (
    ALONE,
    NAMES_CURES,
    ROWS_CURE,
    SEVERAL,
    country_told,
    names_told,
    rows_told,
    town_told,
)
from mapgen.places import countries, geocoding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from mapgen.errors import Severity
    from mapgen.events import Place
    from mapgen.events.place_column import PlaceColumn
    from mapgen.locating.ends import End, Ends
    from mapgen.locating.known import Point, Spot
    from mapgen.places.countries import Country
    from mapgen.places.geocoding import Candidate, Surroundings, Whole

_COUNTRY_COLUMN: dict[End, str] = {"place": "country", "to": "to_country"}
_LAT_COLUMN: dict[End, str] = {"place": "lat", "to": "to_lat"}
_TWO_PLACES = "write the same lat and lon in both lines, or two different names"


class Locator:
    """What is known of the countries and places of one table, and what is wrong with them."""

    def __init__(
        self, file: str, columns: Mapping[str, str], find: geocoding.Find, ends: Ends
    ) -> None:
        self.problems: list[Problem] = []
        self.around: Surroundings = geocoding.ANYWHERE
        self._file = file
        self._columns = columns
        self._find = find
        self._ends = ends
        self._countries: dict[str, Country | CountryError] = {}
        self._known: Known | None = None
        self._found: dict[Spot, Candidate | Whole | PlaceError] = {}
        self._told: dict[tuple[End, str], dict[str, int]] = {}

    def told(self) -> int:
        """Return how many problems were reported so far."""
        return len(self.problems)

    def settle_countries(self) -> None:
        """Give each place the code of its country."""
        countries = coded(self._ends.places.countries)
        found = [self._country(text) if text else None for text in countries.distinct]
        codes = [
            "" if each is None or isinstance(each, CountryError) else each.code for each in found
        ]
        self._ends.places = self._ends.places.having(codes=Coded(codes, countries.codes))
        wrong = np.array([isinstance(each, CountryError) for each in found], np.bool_)
        for visit, number in self._ends.visits(wrong[countries.codes]) if wrong.any() else ():
            end, line = self._ends.end(visit)
            error = found[int(countries.codes[number])]
            if isinstance(error, CountryError):
                self._report(line, _COUNTRY_COLUMN[end], error.message, error.cure)

    def keep_points(self) -> None:
        """Keep the coordinates of the table for other rows, and warn where they are odd."""
        places = self._ends.places
        odd = _strays(places)
        told: list[tuple[int, int, tuple[str, str]]] = []
        for visit, number in self._ends.visits(odd) if odd.any() else ():
            lat, lon = float(places.lat[number]), float(places.lon[number])
            if stray := countries.stray(places.codes[number], lat, lon):
                told.append((visit, 0, stray))
        self._known = Known(self._ends)
        firsts = self._ends.firsts
        for place, first, km in self._known.apart():
            _, line = self._ends.end(int(firsts[first]))
            message = f"{quoted(places.names[place])} is {km:,.0f} km from where line {line} has it"
            told.append((int(firsts[place]), 1, (message, _TWO_PLACES)))
        for visit, _, words in sorted(told):
            end, line = self._ends.end(visit)
            self._report(line, _LAT_COLUMN[end], *words, severity="warning")

    def find_positions(self) -> None:
        """Find the places that have no coordinates, and tell what was taken for granted."""
        places = self._ends.places
        pointed = places.pointed
        self._ends.places = places.having(
            found=Coded(
                ["table", *places.found.distinct], np.where(pointed, 0, 1 + places.found.codes)
            )
        )
        unknown = places.there & ~pointed
        if not unknown.any():
            return
        changed = self._ends.change(unknown, self._position, self.told)
        found = self._ends.places
        filled = [n for n in changed if found.pointed[n] and found.found[n] == "table"]
        for end, lines in self._ends.rows_of(filled).items() if filled else ():
            if lines:
                self._report(
                    lines[0],
                    _LAT_COLUMN[end],
                    rows_told(len(lines)),
                    ROWS_CURE,
                    severity="decision",
                )
        self._tell()

    def _position(self, number: int, place: Place, end: End, line: int) -> Place:
        """Return the place with its position, or as it was where that has an error."""
        if place.country and not place.code:
            return place
        if not place.name:
            return dataclasses.replace(place, found="country") if place.code else place
        if points := self._points(number):
            return self._fill(place, points, end, line)
        return self._look_up(place, end, line)

    def _tell(self) -> None:
        """Report once what the names of each column were taken to mean."""
        for (end, why), told in self._told.items():
            line, message = min(told.values()), names_told(why, list(told))
            self._report(line, end, message, NAMES_CURES[why], severity="decision")

    def _points(self, number: int) -> list[tuple[Point, int]]:
        """Return the points that the table has for the name of a place, each with its line."""
        if not self._known:
            return []
        first, points = self._ends.firsts, self._known.points(number)
        return [(point, self._ends.end(int(first[number]))[1]) for point, number in points]

    def _country(self, text: str) -> Country | CountryError:
        if text not in self._countries:
            try:
                self._countries[text] = countries.find(text)
            except CountryError as error:
                self._countries[text] = error
        return self._countries[text]

    def _fill(
        self, place: Place, points: Sequence[tuple[Point, int]], end: End, line: int
    ) -> Place:
        """Return the place at the point that other rows have for it, if they agree."""
        if len(points) == 1:
            ((lat, lon), _) = points[0]
            return dataclasses.replace(place, lat=lat, lon=lon, found="table")
        listed = ", or ".join(f"{lat:.7g}, {lon:.7g} in line {of}" for (lat, lon), of in points)
        message = f"{quoted(place.name)} is at different points of this table: {listed}"
        self._report(line, end, message, "write the lat and lon of the one that is meant")
        return place

    def _look_up(self, place: Place, end: End, line: int) -> Place:
        spot = spot_of(place)
        if new := spot not in self._found:
            self._found[spot] = self._ask(place)
        found = self._found[spot]
        alone = not place.country and not geocoding.says_where(place.name)
        if isinstance(found, PlaceError):
            self._report(line, end, found.message, found.cure)
            return place
        if isinstance(found, geocoding.Whole):
            told, land = country_told(place.name, found), found.country
            place = dataclasses.replace(
                place, name="", country=place.country or place.name, code=land.code, found="country"
            )
        else:
            told = town_told(place.name, found) if alone or found.why else ""
            lat, lon = found.latitude, found.longitude
            place = dataclasses.replace(place, lat=lat, lon=lon, found="gazetteer")
        if new and told:
            why = ALONE if alone else SEVERAL
            self._told.setdefault((end, why), {}).setdefault(told, line)
        return place

    def _ask(self, place: Place) -> Candidate | Whole | PlaceError:
        country = self._country(place.country) if place.country else None
        alpha2 = country.alpha2 if isinstance(country, countries.Country) else None
        try:
            whole = geocoding.whole(place.name, country=alpha2, around=self.around)
            return whole or self._find(place.name, country=alpha2, around=self.around)
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


def _strays(places: PlaceColumn) -> NDArray[np.bool_]:
    """Tell which places lie outside the country that they are said to be in."""
    codes, odd = coded(places.codes), np.zeros(len(places), np.bool_)
    order = codes.codes.argsort(kind="stable")
    edges = codes.codes[order].searchsorted(np.arange(len(codes.distinct) + 1))
    for number, code in enumerate(codes.distinct):
        own = order[edges[number] : edges[number + 1]]
        own = own[places.pointed[own]]
        if code and len(own):
            odd[own] = countries.are_outside(code, places.lat[own], places.lon[own])
    return odd
