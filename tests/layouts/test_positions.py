"""A position is found under other names than mapgen's, beyond doubt or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.layouts.axes import read
from mapgen.site.agreeing import agreed
from tests.layouts.columns import checked, told

if TYPE_CHECKING:
    from mapgen import events

LISBON = (38.7078, -9.1366)  # the earthquake of 1755


NAGASAKI = (32.7503, 129.8779)  # the trial of 1597


def points(found: events.Checked) -> list[tuple[float | None, float | None]]:
    return [(each.place.lat, each.place.lon) for each in found.events if each.place]


def two_columns(lat: str, lon: str, *, turned: bool = False) -> str:
    """Return a table with two headers for the coordinates of two events."""
    rows = [("The earth shakes", 1755, *LISBON), ("The trial", 1597, *NAGASAKI)]
    names, order = ("title", "date", lat, lon), (0, 1, 3, 2) if turned else (0, 1, 2, 3)
    lines = [[str(row[each]) for each in order] for row in (names, *rows)]
    return "".join(";".join(line) + "\n" for line in lines)


NAMES = [
    ("decimalLatitude", "decimalLongitude"),
    ("gps_latitude", "gps_longitude"),
    ("Latitude (N)", "Longitude (E)"),
    ("LATITUDE_1", "LONGITUDE_1"),
    ("lat_wgs84", "lng_wgs84"),
    ("LatDD", "LongDD"),
    ("geo_lat", "geo_long"),
    ("venue.lat", "venue.lng"),
    ("start_lat", "start_lon"),
    ("reclat", "reclong"),
    ("INTPTLAT", "INTPTLONG"),
    ("Latitude in decimal degrees", "Longitude in decimal degrees"),
    ("lattitude", "longtitude"),
    ("latitud", "longitud"),
    ("latitudine", "longitudine"),
    ("Breite", "Länge"),
    ("Breitengrad", "Längengrad"),
    ("Geo-Breite", "Geo-Länge"),
    ("Breitengrad des Ortes", "Längengrad des Ortes"),
    ("широта", "долгота"),
    ("szerokość geograficzna", "długość geograficzna"),
    ("zeměpisná šířka", "zeměpisná délka"),
    ("γεωγραφικό πλάτος", "γεωγραφικό μήκος"),
    ("enlem", "boylam"),
    ("纬度", "经度"),
    ("緯度", "経度"),
    ("위도", "경도"),
    ("خط العرض", "خط الطول"),
    ("عرض جغرافیایی", "طول جغرافیایی"),
    ("vĩ độ", "kinh độ"),
    ("y_coord", "x_coord"),
    ("POINT_Y", "POINT_X"),
    ("YGCSWGS84", "XGCSWGS84"),
    ("Koordinate Y", "Koordinate X"),
    ("lat", "Länge"),
    ("Breite", "lng"),
]


@pytest.mark.parametrize("turned", [False, True], ids=["latitude first", "longitude first"])
@pytest.mark.parametrize("names", NAMES, ids=" ".join)
def test_a_pair_of_coordinates_is_used_whatever_it_is_called(
    names: tuple[str, str], turned: bool
) -> None:
    found = checked(two_columns(*names, turned=turned))

    assert points(found) == [LISBON, NAGASAKI]
    (decision,) = told(found, "decision")
    assert (
        f'"{names[0]}" and "{names[1]}" are taken to be the latitude and the longitude' in decision
    )
    assert [str(each) for each in found.problems] == [decision]


@pytest.mark.parametrize(
    "header",
    ["plat", "flat", "lang", "long_name", "lat_accuracy", "GPSLatitudeRef", "year_x", "datum"],
)
def test_what_only_resembles_the_name_of_a_coordinate_is_none(header: str) -> None:
    named = read(header)

    assert named is None or named.stem


@pytest.mark.parametrize(
    ("header", "cell", "column"),
    [
        ("location", "38.71, -9.14", "lat"),
        ("Koordinaten", "38,7078; -9,1366", "lat"),
        ("geo_point_2d", "38.7078, -9.1366", "lat"),
        ("where exactly", "38.7078,-9.1366", "lat"),
        ("Latitude and longitude", "38.71, -9.14", "lat"),
        ("координаты", "38°42′28″N 9°8′12″W", "lat"),
        ("coord", "Point(-9.1366 38.7078)", "geometry"),
        ("the place of it", '{""type"":""Point"",""coordinates"":[-9.1366,38.7078]}', "geometry"),
    ],
)
def test_a_position_in_one_cell_is_used(header: str, cell: str, column: str) -> None:
    found = checked(f'title,date,{header}\nThe earth shakes,1755,"{cell}"\n')

    ((lat, lon),) = points(found)
    assert lat == pytest.approx(38.71, abs=0.01)
    assert lon == pytest.approx(-9.14, abs=0.01)
    assert found.columns[column] == header
    assert len(told(found, "decision")) == 1


def test_a_place_beside_its_position_keeps_its_name() -> None:
    found = checked("title,locality,decimalLatitude,decimalLongitude\nOak,Kew,51.4787,-0.2956\n")

    assert points(found) == [(51.4787, -0.2956)]
    assert found.events[0].place
    assert found.events[0].place.name == "Kew"


def test_a_decision_is_written_down_and_turned_round_by_its_own_lines() -> None:
    text = two_columns("gps_lat", "gps_lon")

    settled = checked(text, lat="gps_lat", lon="gps_lon")
    turned = checked(text, lat="", lon="")

    assert (points(settled), settled.problems) == ([LISBON, NAGASAKI], ())
    assert (points(turned), told(turned, "decision")) == ([], [])
    assert dict(turned.events[0].extra)["gps_lat"] == "38.7078"
    (decision,) = (each for each in checked(text).problems)
    assert decision.settled == 'columns = { lat = "gps_lat", lon = "gps_lon" }'
    assert 'columns = { lat = "", lon = "" }' in decision.cure


def test_a_column_that_the_author_settles_to_none_is_kept_as_data() -> None:
    found = checked("title,date,place\nA,1920,Nowhere in particular\n", place="")

    assert found.events[0].place is None
    assert dict(found.events[0].extra) == {"place": "Nowhere in particular"}


def test_two_places_of_a_person_are_asked_and_no_movement() -> None:
    found = checked(
        "name,date,birth_lat,birth_lng,death_lat,death_lng\n"
        "Chopin,1830,52.2531,20.3064,48.8566,2.3522\n"
    )

    (error,) = told(found, "error")
    assert '"birth_lat" and "birth_lng", or "death_lat" and "death_lng" could be' in error
    assert 'columns = { lat = "birth_lat", lon = "birth_lng" } or' in error
    assert 'to_lat = "death_lat", to_lon = "death_lng" }' in error


@pytest.mark.parametrize(
    "names",
    [
        ("lat (from)", "lon (from)", "lat (to)", "lon (to)"),
        (
            "Latitude of departure",
            "Longitude of departure",
            "Latitude of arrival",
            "Longitude of arrival",
        ),
        ("lat_origin", "lon_origin", "lat_dest", "lon_dest"),
        ("Breitengrad Start", "Längengrad Start", "Breitengrad Ziel", "Längengrad Ziel"),
    ],
    ids=lambda names: names[0],
)
def test_where_something_began_and_ended_is_a_movement(names: tuple[str, ...]) -> None:
    found = checked(f"title,{','.join(names)}\nNapoleon sails,42.81,10.32,43.55,7.02\n")

    (event,) = found.events
    assert points(found) == [(42.81, 10.32)]
    assert event.to
    assert (event.to.lat, event.to.lon) == (43.55, 7.02)


def test_two_pairs_that_say_the_same_are_one() -> None:
    found = checked(
        "title,lat_wgs84,lon_wgs84,lat_ed50,lon_ed50\nA,40.4168,-3.7038,40.4179,-3.7025\n"
    )

    assert points(found) == [(40.4168, -3.7038)]


def test_lengths_and_widths_are_asked_for() -> None:
    found = checked(
        "title,date,Breite,Länge\nGneisenau,1906,21.60,144.60\nEmden,1908,13.50,118.30\n"
    )

    (error,) = told(found, "error")
    assert (
        'columns = { lat = "Breite", lon = "Länge" } or, if nothing is, columns = { lat = ""'
        in error
    )


@pytest.mark.parametrize(
    "text",
    [
        "title,lat_deg,lat_min,lon_deg,lon_min\nA,33,52,151,12\n",
        "title,GPSLatitude,GPSLatitudeRef,GPSLongitude,GPSLongitudeRef\nA,33.86,S,151.20,E\n",
        "title,decimal_lat,N/S,decimal_long,E/W\nA,33.86,S,151.20,E\n",
    ],
)
def test_a_coordinate_in_parts_is_refused_and_never_the_other_hemisphere(text: str) -> None:
    found = checked(text)

    (error,) = told(found, "error")
    assert "of a coordinate, and a coordinate is read from one cell" in error
    assert "-48.8567" in error


def test_metres_of_a_grid_are_refused_once_and_never_made_degrees() -> None:
    found = checked("title;X;Y\nA;391234,56;5819876,12\nB;392000,01;5820001,99\n")

    messages = told(found, "error")
    assert len(messages) == 2
    assert all("are metres of a grid, not degrees" in each for each in messages)
    assert all("58.19876" not in each for each in messages)


def test_degrees_beside_metres_are_used() -> None:
    text = (
        "title;LINREFX;LINREFY;XGCSWGS84;YGCSWGS84\n"
        "U1;797809,57;5827452,23;13,4755133;52,5257841\nU2;797500,1;5827001,9;13,47;52,52\n"
    )

    assert points(checked(text)) == [(52.5257841, 13.4755133), (52.52, 13.47)]


def test_a_name_of_a_coordinate_without_degrees_is_doubted() -> None:
    found = checked("title,place,latitudeE7,longitudeE7\nA,Kew,514787000,-2956000\n")

    (warning,) = told(found, "warning")
    assert '"latitudeE7" and "longitudeE7" hold no degrees, but "514787000"' in warning


@pytest.mark.parametrize("header", ["coordinates", "Coords", "location", "coord"])
def test_a_shape_under_the_name_of_coordinates_is_a_shape(header: str) -> None:
    found = checked(f"title,date,{header}\nThe earth shakes,1755,Point(-9.1366 38.7078)\n")

    assert points(found) == [LISBON]
    assert found.columns["geometry"] == header


@pytest.mark.parametrize("header", ["lonlat", "lng_lat", "Longitude/Latitude", "Länge, Breite"])
def test_pairs_with_the_longitude_first_are_refused(header: str) -> None:
    found = checked(f'title,date,"{header}"\nThe wall opens,1989,"13.40502,52.52001"\n')

    (error,) = told(found, "error")
    assert "says that the longitude stands before the latitude" in error


def test_names_that_the_countries_contradict_are_asked() -> None:
    text = "title,country,coord_y,coord_x\nA,Germany,13.4050,52.5200\nB,Germany,11.5820,48.1351\n"

    (error,) = told(checked(text), "error")
    right = checked(text, lat="coord_x", lon="coord_y")

    assert 'write columns = { lat = "coord_x", lon = "coord_y" } at' in error
    assert points(right) == [(52.52, 13.405), (48.1351, 11.582)]


def test_pairs_that_the_countries_contradict_are_refused() -> None:
    found = checked('title,country,coord\nA,Germany,"13.4050, 52.5200"\nB,Germany,"11.58, 48.13"\n')

    (error,) = told(found, "error")
    assert "lies in the countries beside it only with the longitude first" in error


def test_coordinates_and_countries_that_agree_are_not_asked() -> None:
    text = "title,country,coord_y,coord_x\nA,Germany,52.5200,13.4050\nB,France,48.8566,2.3522\n"

    assert points(checked(text)) == [(52.52, 13.405), (48.8566, 2.3522)]


def test_a_table_of_another_tool_has_its_own_coordinates_used_too() -> None:
    found = checked(
        "Year,Headline,Text,Media,gps_lat,gps_lng\n1755,The earth shakes,,,38.7078,-9.1366\n"
    )

    assert points(found) == [LISBON]
    assert len(told(found, "decision")) == 1


def test_blank_columns_of_mapgen_leave_the_filled_ones() -> None:
    found = checked("title,lat,lon,gps_lat,gps_lon\nA,,,51.4787,-0.2956\n")

    assert points(found) == [(51.4787, -0.2956)]


def test_blocks_of_one_file_decide_alike() -> None:
    blocks = [
        "title,Y_coord,X_coord\nA,51.4787,-0.2956\nB,47.1662,8.5155\n",
        "title,Y_coord,X_coord\nC,,\nD,,\n",
        "title,Y_coord,X_coord\nE,-33.8688,151.2093\nF,unknown,\nG,48.8566,2.3522\n",
    ]

    found = [checked(block) for block in blocks]

    problems = agreed(problem for each in found for problem in each.problems)
    assert [each.severity for each in problems if each.severity != "warning"] == [
        "decision",
        "error",
    ]
    assert points(found[2])[0] == (-33.8688, 151.2093)
