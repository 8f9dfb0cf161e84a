"""Where the position of a place comes from, and what is said when it has none."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.errors import PlaceError, Problem
from mapgen.events import Event, Place
from mapgen.locating import locate
from mapgen.places.geocoding import ANYWHERE, Candidate, Surroundings

FILE = "events.csv"


class OneTown:
    """A gazetteer that knows Homs alone, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None]] = []

    def __call__(
        self, name: str, /, *, country: str | None = None, around: Surroundings = ANYWHERE
    ) -> Candidate:
        assert isinstance(around, Surroundings)
        self.asked.append((name, country))
        if name != "Homs":
            raise PlaceError(f"no {name!r}", "write its lat and lon")
        return Candidate(address="Homs, Syria", latitude=34.724, longitude=36.7256)


def event(
    name: str = "",
    country: str = "",
    at: tuple[float, float] | None = None,
    *,
    line: int = 2,
    to: Place | None = None,
) -> Event:
    return Event(id=f"on-{line}", title="Title", place=place(name, country, at), to=to, line=line)


def place(name: str = "", country: str = "", at: tuple[float, float] | None = None) -> Place:
    lat, lon = at or (None, None)
    return Place(name=name, country=country, lat=lat, lon=lon)


def locate_all(
    *events: Event, gazetteer: OneTown | None = None
) -> tuple[list[Place | None], list[Problem]]:
    located, problems = locate(events, file=FILE, gazetteer=gazetteer or OneTown())
    return [event.place for event in located], problems


# Where a position comes from.


def test_coordinates_of_the_table_are_kept() -> None:
    places, problems = locate_all(event("Hama", "Syria", (35.1318, 36.7578)))

    assert places == [
        Place(name="Hama", country="Syria", lat=35.1318, lon=36.7578, code="SYR", found="table")
    ]
    assert problems == []


def test_a_point_without_a_country_keeps_a_blank_code() -> None:
    places, problems = locate_all(event("A ship", at=(0.0, 0.0)))

    assert places == [Place(name="A ship", lat=0.0, lon=0.0, found="table")]
    assert problems == []


def test_a_country_alone_is_the_whole_country() -> None:
    places, _ = locate_all(event(country="Turkey"))

    assert places == [Place(country="Turkey", code="TUR", found="country")]


def test_a_name_alone_is_looked_up_in_its_country() -> None:
    gazetteer = OneTown()

    places, problems = locate_all(event("Homs", "Syria"), gazetteer=gazetteer)

    assert places == [
        Place(name="Homs", country="Syria", lat=34.724, lon=36.7256, code="SYR", found="gazetteer")
    ]
    assert problems == []
    assert gazetteer.asked == [("Homs", "SY")]


def test_the_gazetteer_on_disk_is_asked_unless_another_is_given() -> None:
    (located,), problems = locate([event("Aleppo", "Syria")], file=FILE)

    assert located.place is not None
    assert located.place.found == "gazetteer"
    assert located.place.lat == pytest.approx(36.2, abs=0.02)
    assert located.place.lon == pytest.approx(37.16, abs=0.02)
    assert problems == []


def test_a_destination_is_located_as_a_place_is() -> None:
    movement = event(country="Syria", to=place("Homs", "SY"))

    (located,), _ = locate([movement], file=FILE, gazetteer=OneTown())

    assert located.to is not None
    assert (located.to.code, located.to.found) == ("SYR", "gazetteer")


def test_an_event_without_a_place_stays_without() -> None:
    nowhere = Event(id="nowhere", title="Title", line=2)

    located, problems = locate([nowhere], file=FILE)

    assert list(located) == [nowhere]
    assert problems == []


def test_a_place_of_which_nothing_is_known_stays_as_it_is() -> None:
    places, problems = locate_all(event())

    assert places == [Place()]
    assert problems == []


def test_each_name_is_looked_up_once_in_each_country() -> None:
    gazetteer = OneTown()
    rows = [
        event("Homs", "Syria", line=2),
        event("HOMS", "Syrian Arab Republic", line=3),
        event("Homs", "Libya", line=4),
        event("Nowhere", "Syria", line=5),
        event("Nowhere", "Syria", line=6),
    ]

    locate_all(*rows, gazetteer=gazetteer)

    assert gazetteer.asked == [("Homs", "SY"), ("Homs", "LY"), ("Nowhere", "SY")]


def test_the_events_given_are_not_changed() -> None:
    given_event = event("Homs", "Syria")

    locate_all(given_event)

    assert given_event == event("Homs", "Syria")


# Coordinates written once.


@pytest.mark.parametrize("order", [1, -1])
def test_coordinates_hold_for_every_row_of_that_name_and_country(order: int) -> None:
    rows = [event("Tell X", "Syria", (35.0, 37.0), line=2), event("tell x", "SYR", line=3)]

    places, problems = locate_all(*rows[::order])

    assert {(p.lat, p.lon, p.found) for p in places if p} == {(35.0, 37.0, "table")}
    assert [(problem.severity, problem.message) for problem in problems] == [
        ("decision", "1 row has the coordinates of another row with the same place")
    ]


def test_coordinates_of_a_destination_hold_for_a_place() -> None:
    movement = event(country="Syria", to=place("Tell X", "Syria", (35.0, 37.0)))

    places, _ = locate_all(movement, event("Tell X", "Syria", line=3))

    assert places[1] is not None
    assert (places[1].lat, places[1].found) == (35.0, "table")


def test_coordinates_do_not_hold_for_the_same_name_in_another_country() -> None:
    places, _ = locate_all(event("Homs", "Libya", (32.6, 14.3)), event("Homs", "Syria", line=3))

    assert places[1] is not None
    assert places[1].found == "gazetteer"


def test_two_positions_of_one_place_are_a_warning_that_names_both_lines() -> None:
    rows = [
        event("Hama", "Syria", (35.0, 36.75), line=2),
        event("Hama", "SY", (36.0, 36.75), line=3),
        event("Hama", "SY", (36.0, 36.75), line=4),
    ]

    places, problems = locate_all(*rows)

    (problem,) = problems
    assert problem.severity == "warning"
    assert str(problem) == (
        'events.csv:3: lat: "Hama" is 111 km from where line 2 has it; '
        "write the same lat and lon in both lines, or two different names"
    )
    assert [p.lat for p in places if p] == [35.0, 36.0, 36.0]


def test_a_row_is_not_filled_from_rows_that_disagree() -> None:
    rows = [
        event("Mill", "", (45.1, 6.1), line=2),
        event("Mill", "", (44.0, 7.2), line=3),
        event("Mill", line=4),
    ]

    places, problems = locate_all(*rows)

    assert places[2] == place("Mill")
    assert str(problems[-1]) == (
        'events.csv:4: place: "Mill" is at different points of this table: 45.1, 6.1 in line 2, '
        "or 44, 7.2 in line 3; write the lat and lon of the one that is meant"
    )
    assert problems[-1].severity == "error"


def test_a_row_is_filled_where_all_others_agree_within_a_kilometre() -> None:
    rows = [
        event("Mill", "", (45.1, 6.1), line=2),
        event("Mill", "", (45.1001, 6.1001), line=3),
        event("Mill", line=4),
        event("Mill", line=5),
        event("Farm", "", (1.0, 1.0), line=6, to=place("mill")),
    ]

    located, problems = locate(rows, file=FILE, columns={"lat": "Breite", "to_lat": "Ziel"})

    assert [(event.place.lat, event.place.found) for event in located[2:4] if event.place] == [
        (45.1, "table"),
        (45.1, "table"),
    ]
    same = "the coordinates of another row with the same place"
    turn = "write another lat and lon into a row that is elsewhere"
    assert list(map(str, problems)) == [
        f"events.csv:4: Breite: 2 rows have {same}; {turn}",
        f"events.csv:6: Ziel: 1 row has {same}; {turn}",
    ]
    assert {problem.severity for problem in problems} == {"decision"}


@pytest.mark.parametrize(("metres", "warnings"), [(900, 0), (1100, 1)])
@pytest.mark.parametrize("lat", [0.0, 60.0, -89.0])
def test_points_less_than_a_kilometre_apart_are_one_place(
    metres: float, warnings: int, lat: float
) -> None:
    # One degree of longitude is 111.195 km on the equator of the mean sphere of WGS 84.
    east = metres / (111_195 * math.cos(math.radians(lat)))

    _, problems = locate_all(event("Camp", "", (lat, 0.0)), event("Camp", "", (lat, east), line=3))

    assert len(problems) == warnings


def test_points_on_both_sides_of_the_date_line_are_near() -> None:
    _, problems = locate_all(
        event("Taveuni", "", (-16.8, 179.999)), event("Taveuni", "", (-16.8, -179.999), line=3)
    )

    assert problems == []


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_any_two_points_can_be_compared(lat: float, lon: float, lat2: float, lon2: float) -> None:
    _, problems = locate_all(event("X", "", (lat, lon)), event("X", "", (lat2, lon2), line=3))

    assert all(" km from where line 2 has it" in problem.message for problem in problems)


# What is wrong.


def test_every_row_of_an_unknown_place_is_an_error() -> None:
    _, problems = locate_all(event("Nowhere", "Syria", line=4), event("Nowhere", "Syria", line=9))

    assert list(map(str, problems)) == [
        "events.csv:4: place: no 'Nowhere'; write its lat and lon",
        "events.csv:9: place: no 'Nowhere'; write its lat and lon",
    ]
    assert {problem.severity for problem in problems} == {"error"}


def test_an_unknown_country_is_one_error_and_its_place_is_not_looked_up() -> None:
    gazetteer = OneTown()
    row = event("Homs", "Syriaa")

    places, problems = locate_all(row, gazetteer=gazetteer)

    assert [(problem.line, problem.column) for problem in problems] == [(2, "country")]
    assert '"Syriaa"' in problems[0].message
    assert places == [row.place]
    assert gazetteer.asked == []


def test_problems_of_a_destination_stand_in_its_columns() -> None:
    rows = [
        event(country="Syria", to=place("Nowhere", "Syria"), line=2),
        event(country="Syria", to=place("Homs", "Syriaa"), line=3),
        event("Tell X", "", (35.0, 37.0), line=4),
        event(country="Syria", to=place("Tell X", "", (36.0, 37.0)), line=5),
    ]

    _, problems = locate_all(*rows)

    assert [(problem.line, problem.column) for problem in problems] == [
        (2, "to"),
        (3, "to_country"),
        (5, "to_lat"),
    ]


def test_problems_name_the_columns_as_the_author_wrote_them() -> None:
    rows = [event("Nowhere", "Syria", line=2), event("Homs", "Syriaa", line=3)]

    _, problems = locate(
        rows, file=FILE, columns={"place": "Where", "country": "Pays"}, gazetteer=OneTown()
    )

    assert [problem.column for problem in problems] == ["Where", "Pays"]


def test_a_town_found_without_a_country_is_a_decision_that_says_which() -> None:
    places, problems = locate_all(event("Homs", line=2), event("Homs", line=3))

    (problem,) = problems
    assert problem.severity == "decision"
    assert str(problem) == (
        'events.csv:2: place: no country stands beside these names: "Homs" is Homs, Syria '
        "(34.7240, 36.7256); write its country beside a name that is meant elsewhere, or its lat "
        "and lon"
    )
    assert [p.found for p in places if p] == ["gazetteer", "gazetteer"]


def test_a_town_that_is_the_largest_of_its_country_is_not_said_to_stand_alone() -> None:
    _, problems = locate(
        [event("Homs", line=2), event("Belém", "Brazil", line=3), event("La Ceiba", "HN", line=4)],
        file=FILE,
    )

    alone, several = problems
    assert str(alone).startswith(
        'events.csv:2: place: no country stands beside these names: "Homs"'
    )
    assert str(several) == (
        "events.csv:3: place: where these names are said to be, several places have them: "
        '"Belém" is Belém, Brazil (-1.4558, -48.5044), by far the largest of that name; "La Ceiba" '
        "is La Ceiba, Honduras (15.7597, -86.7822), by far the largest of that name; write the lat "
        "and lon of one that is meant elsewhere"
    )


def test_an_ambiguous_name_without_a_country_lists_the_candidates() -> None:
    _, problems = locate([event("Tripoli")], file=FILE)

    assert len(problems) == 1
    assert "Tripoli, Libya (" in problems[0].message
    assert "Tripoli, Lebanon (" in problems[0].message
    assert problems[0].cure.startswith("write the one that is meant with its country, such as")


def test_the_problems_of_a_whole_table_come_in_line_order() -> None:
    rows = [
        event("Nowhere", "Syria", line=2),
        event("Homs", line=3),
        event("Homs", "Syriaa", line=4),
        event("X", "", (1.0, 1.0), line=5),
        event("X", "", (2.0, 2.0), line=6),
    ]

    _, problems = locate_all(*rows)

    assert [problem.line for problem in problems] == [2, 3, 4, 6]
