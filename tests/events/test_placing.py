"""The cells of a row become its places, points and shapes."""

from __future__ import annotations

import pytest

from mapgen.events import Place
from tests.events.rows import Check, row

# Places


def test_a_row_with_neither_place_nor_country_has_no_place(check: Check) -> None:
    assert check.event("place,country,lat,lon", ",,,").place is None


def test_a_country_without_a_place_is_the_whole_country(check: Check) -> None:
    assert check.event("place,country", ",Syria").place == Place(country="Syria")


def test_a_name_without_coordinates_waits_to_be_located(check: Check) -> None:
    assert check.event("place,country", "Hama,Syria").place == Place(name="Hama", country="Syria")


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("lat,lon", "33.5,36.3"),
        ("Latitude,Longitude", '"33,5","36,3"'),
        ("y,x", "33°30′N,36.3 E"),
        ("lat,lon", '"33.5, 36.3",'),
        ("lat,lon", ',"33.5, 36.3"'),
        ("coordinates", '"33.5,36.3"'),
        ('"lat,lon"', '"33.5,36.3"'),
    ],
)
def test_coordinates_are_read_from_two_cells_or_from_one(
    check: Check, header: str, cells: str
) -> None:
    assert check.event(header, cells).place == Place(lat=33.5, lon=36.3, found="table")


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            "91,100",
            'lat: "91" is out of range; a latitude goes from -90 (south) to 90 (north)',
        ),
        (
            "33.5,",
            (
                'lat: "33.5" has no longitude; '
                "write both, or leave both blank to have the place looked up by its name"
            ),
        ),
        (
            ",36.3",
            (
                'lng: "36.3" has no latitude; '
                "write both, or leave both blank to have the place looked up by its name"
            ),
        ),
        (
            "120.5,33.5",
            (
                'lat: "120.5" and "33.5" look swapped; '
                "write 33.5 as the latitude and 120.5 as the longitude"
            ),
        ),
        (
            "36.3 E,33.5 N",
            (
                'lat: "36.3 E" and "33.5 N" look swapped; '
                "write 33.5 N as the latitude and 36.3 E as the longitude"
            ),
        ),
        (
            "33.5 N,36.3 N",
            (
                'lng: "36.3 N" says north or south, so it is no longitude; '
                "write degrees as in 36.2765 or 36°16′35″E"
            ),
        ),
        (
            '"33.5, 36.3",36.3',
            'lat: "33.5, 36.3" holds two numbers; write one number in each cell',
        ),
    ],
)
def test_impossible_coordinates_are_told(check: Check, cells: str, message: str) -> None:
    assert check.errors("lat,lng", cells) == f"t.csv:2: {message}"


def test_both_coordinates_can_be_wrong(check: Check) -> None:
    errors = check.errors("lat,lon", "north,east")

    assert [line.split(": ")[1] for line in errors.splitlines()] == ["lat", "lon"]


def test_the_equator_and_the_prime_meridian_are_places(check: Check) -> None:
    assert check.event("lat,lon", "0,36.3").place == Place(lat=0, lon=36.3, found="table")
    assert check.event("lat,lon", "51.5,0").place == Place(lat=51.5, lon=0, found="table")


def test_null_island_is_kept_with_a_warning(check: Check) -> None:
    assert check.warnings("place,lat,lon", "Hama,0,0.0") == (
        "t.csv:2: lat: 0, 0 is a point in the sea off West Africa; "
        "leave both cells blank if the position is not known"
    )


def test_a_movement_has_a_destination(check: Check) -> None:
    event = check.event("country,to,to_country,to_lat,to_lon", "Syria,Paris,France,48.85,2.35")

    assert event.to == Place(name="Paris", country="France", lat=48.85, lon=2.35, found="table")


def test_a_movement_can_go_to_a_whole_country(check: Check) -> None:
    event = check.event("place,to_country", "Damascus,Turkey")

    assert event.to == Place(country="Turkey")


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            "Syria,,,48.85,",
            (
                'to_lat: "48.85" has no longitude; '
                "write both, or leave both blank to have the place looked up by its name"
            ),
        ),
        (
            ",Paris,,,",
            (
                "to: a destination needs a place to set out from; "
                "write the place or the country where the movement began"
            ),
        ),
        (
            ",,France,,",
            (
                "to_country: a destination needs a place to set out from; "
                "write the place or the country where the movement began"
            ),
        ),
    ],
)
def test_a_destination_needs_both_coordinates_and_a_beginning(
    check: Check, cells: str, message: str
) -> None:
    assert check.errors("country,to,to_country,to_lat,to_lon", cells) == f"t.csv:2: {message}"


def test_longitudes_from_0_to_360_are_taken_and_told_once_for_the_column(check: Check) -> None:
    found = check("title,lat,lon\nSuva,-18.1,178.4\nApia,-13.8,188.2\nHilo,19.7,204.9\n")

    assert [event.place and event.place.lon for event in found.events] == [178.4, -171.8, -155.1]
    (told,) = found.problems
    assert (told.severity, told.line, told.column) == ("decision", 1, "lon")
    assert told.message.endswith('from 0 to 360 degrees here, so "188.2" is taken as -171.8')


def test_one_longitude_beyond_180_is_taken_and_doubted(check: Check) -> None:
    found = check("title,lat,lon\nLima,-12.0,-77.0\nA reef,-18.1,182\nA bank,-18.2,182\n")

    assert [event.place and event.place.lon for event in found.events] == [-77.0, -178.0, -178.0]
    (told,) = found.problems
    assert (told.severity, told.line, told.column) == ("warning", 3, "lon")
    assert told.message == (
        '"182" is taken as -178, the same place counted from -180 to 180 (also in line 4)'
    )
    assert told.cure == "write -178 if that is meant, or correct it"


def test_the_only_longitude_beyond_180_among_many_is_doubted(check: Check) -> None:
    others = "".join(f"Day {n},48.{n},2.3{n}\n" for n in range(4))

    found = check(f"title,lat,lon\n{others}A slip,36.1,336.27\n")

    (told,) = found.problems
    assert (told.severity, told.line) == ("warning", 6)
    assert told.message.startswith('"336.27" is taken as -23.73, the same place')


def test_an_area_whose_point_is_written_beside_it_is_not_told(check: Check) -> None:
    found = check('title,lat,lon,WKT\nA,50.5,1,"POLYGON ((0 50, 2 50, 1 51, 0 50))"\n')

    (event,) = found.events
    assert found.problems == ()
    assert (event.place and event.place.lat, len(event.extra)) == (50.5, 1)


def test_a_longitude_beyond_a_whole_turn_is_an_error(check: Check) -> None:
    assert 'lon: "412" is out of range; a longitude goes' in check.errors("lat,lon", "-18.1,412")


def test_a_pair_of_one_cell_is_counted_around_the_globe_too(check: Check) -> None:
    found = check('title,lat\nApia,"-13.8, 188.2"\n')

    assert [event.place and event.place.lon for event in found.events] == [-171.8]
    assert [told.column for told in found.problems] == ["lat"]


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        ("LINESTRING (0 50, 1 51, 2 50)", "of a line, the map shows where it began and ended"),
        (
            '{"type": "LineString", "coordinates": [[0, 50], [1, 51], [2, 50]]}',
            "of a line, the map shows where it began and ended",
        ),
        ("MULTILINESTRING ((0 50, 1 51), (3 50, 2 50))", "of several lines, the map shows"),
        ("LINESTRING (0 50, 1 51, 2 50, 0 50)", "the shape of this row is an area"),
        ("MULTIPOINT (0 50, 2 50)", "of several points, the map shows the one in their middle"),
        ("POLYGON ((0 50, 2 50, 1 51, 0 50), (1 50.2, 1.1 50.2, 1 50.3, 1 50.2))", "the shape of"),
        (
            '{"type": "MultiPolygon", "coordinates": [[[[0, 50], [2, 50], [0, 50]]], [[[5, 50]]]]}',
            "of several areas, the map shows the point in the middle of the largest",
        ),
    ],
)
def test_what_the_map_cannot_show_of_a_shape_is_told_and_stays_in_the_data_table(
    check: Check, shape: str, message: str
) -> None:
    found = check(f"title,WKT\nA point,POINT (1 2)\nA shape,{row(shape)}")

    (told,) = found.problems
    assert (told.severity, told.line, told.column) == ("warning", 3, "WKT")
    assert told.message.startswith(message)
    assert [event.extra for event in found.events] == [(), (("WKT", shape),)]


@pytest.mark.parametrize("shape", ["LINESTRING (0 50, 2 50)", "POINT (1 2)", "MULTIPOINT ((1 2))"])
def test_a_shape_that_the_map_shows_whole_is_not_told(check: Check, shape: str) -> None:
    found = check(f"title,WKT\nA shape,{row(shape)}")

    assert found.problems == ()
    assert found.events[0].extra == ()
