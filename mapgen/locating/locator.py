"""Settles the country and the point of each place of one table."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from mapgen.errors import CountryError, PlaceError, Problem, quoted
from mapgen.locating.known import Known, point_of, spot_of
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

    from mapgen.errors import Severity
    from mapgen.events import Place
    from mapgen.locating.ends import End
    from mapgen.locating.known import Point, Spot
    from mapgen.places.countries import Country
    from mapgen.places.geocoding import Candidate, Surroundings, Whole

_COUNTRY_COLUMN: dict[End, str] = {"place": "country", "to": "to_country"}
_LAT_COLUMN: dict[End, str] = {"place": "lat", "to": "to_lat"}


class Locator:
    """What is known of the countries and places of one table, and what is wrong with them."""

    def __init__(self, file: str, columns: Mapping[str, str], find: geocoding.Find) -> None:
        self.problems: list[Problem] = []
        self.around: Surroundings = geocoding.ANYWHERE
        self._file = file
        self._columns = columns
        self._find = find
        self._countries: dict[str, Country | CountryError] = {}
        self._known = Known()
        self._found: dict[Spot, Candidate | Whole | PlaceError] = {}
        self._told: dict[tuple[End, str], dict[str, int]] = {}

    def told(self) -> int:
        """Return how many problems were reported so far."""
        return len(self.problems)

    def settle_country(self, place: Place, end: End, line: int) -> Place:
        """Return the place with the code of its country."""
        if not place.country:
            return place
        country = self._country(place.country)
        if isinstance(country, CountryError):
            self._report(line, _COUNTRY_COLUMN[end], country.message, country.cure)
            return place
        return dataclasses.replace(place, code=country.code)

    def keep_point(self, place: Place, end: End, line: int) -> Place:
        """Keep the coordinates of the table for other rows, and warn where they are odd."""
        point = point_of(place)
        if point and place.code and (odd := countries.stray(place.code, *point)):
            self._report(line, _LAT_COLUMN[end], *odd, severity="warning")
        if point and place.name and (apart := self._known.add(place, point, line)):
            self._report(
                line,
                _LAT_COLUMN[end],
                f"{quoted(place.name)} is {apart.km:,.0f} km from where line {apart.line} has it",
                "write the same lat and lon in both lines, or two different names",
                severity="warning",
            )
        return place

    def position(self, place: Place, end: End, line: int) -> Place:
        """Return the place with its position, or as it was where that has an error."""
        if place.country and not place.code:
            return place
        if point_of(place):
            return place if place.found == "table" else dataclasses.replace(place, found="table")
        if not place.name:
            return dataclasses.replace(place, found="country") if place.code else place
        if points := self._known.points(place):
            return self._fill(place, points, end, line)
        return self._look_up(place, end, line)

    def tell(self) -> None:
        """Report once what the names of each column were taken to mean."""
        for (end, why), told in self._told.items():
            line, message = min(told.values()), names_told(why, list(told))
            self._report(line, end, message, NAMES_CURES[why], severity="decision")

    def tell_filled(self, end: End, count: int, line: int) -> None:
        """Report once how many rows have the coordinates of another one; `line` is of the first."""
        self._report(line, _LAT_COLUMN[end], rows_told(count), ROWS_CURE, severity="decision")

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
