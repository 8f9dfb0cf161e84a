"""Gives the places of events their country and their position."""

from __future__ import annotations

import dataclasses
import math
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Literal

from mapgen import countries, geocoding
from mapgen.coded import Coded, coded_objects
from mapgen.errors import CountryError, PlaceError, Problem, quoted
from mapgen.events import EventRows, columns_of
from mapgen.events.doubts.grouping import group
from mapgen.geocoding.names import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from mapgen.countries import Country
    from mapgen.errors import Severity
    from mapgen.events import Event, Place

_End = Literal["place", "to"]
_Spot = tuple[str, str]  # the key of a name, and the alpha-3 code of its country
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
) -> tuple[EventRows, list[Problem]]:
    """Return the events with their places located, and every problem in line order.

    `columns` maps the name of a column to the header that the author wrote. The coordinates of
    the table count first, also those of another row with the same name and country; what is left
    is looked up in `gazetteer`, each name once. A place with an error stays as it was.
    """
    rows = columns_of(events)
    ends = _Ends(coded_objects(rows["place"]), coded_objects(rows["to"]), rows["line"])
    locator = _Locator(file, columns or {}, gazetteer or geocoding.find)
    known = list(filter(None, ends.distinct))
    if any(place.country for place in known):
        locator.each(ends, locator.settle_country)
    locator.each(ends, locator.keep_point)
    if any(place.found != "table" for place in known):
        locator.each(ends, locator.position)
    problems = group(sorted(locator.problems, key=lambda problem: problem.line or 0))
    return EventRows({**rows, "place": ends.places(), "to": ends.goals()}), problems


class _Ends:
    """The places of all rows and where they went on to, each distinct one once.

    They are visited row by row, where an event was before where it went to. `distinct` is what is
    known of them, `codes` say which of them is met at each visit.
    """

    def __init__(
        self, places: Coded[Place | None], goals: Coded[Place | None], lines: Sequence[int]
    ) -> None:
        import numpy as np  # noqa: PLC0415  (slow to import, and no message or help text needs it)

        self.distinct = [*places.distinct, *goals.distinct]
        self.codes = np.column_stack([places.codes, goals.codes + len(places.distinct)]).ravel()
        self._first_goal = len(places.distinct)
        self._lines = lines
        self._visits: tuple[NDArray[np.int64], NDArray[np.int64]] | None = None

    def places(self) -> Coded[Place | None]:
        """Return where the event of each row was."""
        return Coded(self.distinct[: self._first_goal], self.codes[::2])

    def goals(self) -> Coded[Place | None]:
        """Return where it went on to."""
        return Coded(self.distinct[self._first_goal :], self.codes[1::2] - self._first_goal)

    def end(self, visit: int) -> tuple[_End, int]:
        """Return which end is met at a visit, and on which line."""
        return "to" if visit % 2 else "place", self._lines[visit // 2]

    def firsts(self) -> list[tuple[int, int]]:
        """Return the first visit of each place with its number, in the order of the visits."""
        import numpy as np  # noqa: PLC0415  (as above)

        first = np.zeros(len(self.distinct), np.int64)
        first[self.codes[::-1]] = np.arange(len(self.codes))[::-1]
        order = first.argsort()
        found = zip(first[order].tolist(), order.tolist(), strict=True)
        return [(visit, code) for visit, code in found if self.distinct[code]]

    def next(self, code: int, visit: int) -> int | None:
        """Return when a place is met again after a visit."""
        import numpy as np  # noqa: PLC0415  (as above)

        if self._visits is None:
            order = self.codes.argsort(kind="stable")
            self._visits = order, self.codes[order].searchsorted(np.arange(len(self.distinct) + 1))
        order, starts = self._visits
        own = order[starts[code] : starts[code + 1]]
        after = own[own.searchsorted(visit, side="right") :]
        return int(after[0]) if len(after) else None


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

    def each(self, ends: _Ends, change: Callable[[Place, _End, int], Place]) -> None:
        """Change each place at its first visit.

        Most places are in many rows: only one that gave a reason for a problem is asked for again
        where it is met next, so that each of its lines is told.
        """
        again: list[tuple[int, int]] = []
        found = list(ends.distinct)
        for visit, code in _merged(ends.firsts(), again):
            place, told = ends.distinct[code], len(self.problems)
            found[code] = place and change(place, *ends.end(visit))
            later = ends.next(code, visit) if len(self.problems) > told else None
            if later is not None:
                heappush(again, (later, code))
        ends.distinct = found

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


def _merged(
    visits: Iterable[tuple[int, int]], more: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield visits in their order, and between them those of a heap that grows meanwhile."""
    for visit in visits:
        while more and more[0] < visit:
            yield heappop(more)
        yield visit
    while more:
        yield heappop(more)


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
