"""What the columns of a table could be is proposed, and slips in headers are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapgen import layouts, table
from mapgen.errors import of_severity
from tests.layouts.columns import checked, told

# What is only proposed


@pytest.mark.parametrize("names", [("c3", "c4"), ("b", "a")])
def test_the_countries_tell_which_of_two_columns_is_the_latitude(names: tuple[str, str]) -> None:
    one, other = names
    text = f"title,country,{one},{other}\nA,Germany,13.4050,52.5200\nB,Germany,11.5820,48.1351\n"

    found = checked(text)

    (warning,) = [each for each in told(found, "warning") if "no event has coordinates" in each]
    assert f'columns = {{ lat = "{other}", lon = "{one}" }}' in warning


def test_the_places_tell_which_of_two_columns_is_the_latitude() -> None:
    text = "title,place,p,q\nA,Yerevan,44.51,40.18\nB,Tbilisi,44.78,41.69\nC,Baku,49.89,40.38\n"
    parsed = table.parse(text.encode(), file="t.csv", folder=Path())

    found = {each.column: each.header for each in layouts.propose(parsed)}

    assert (found["lat"], found["lon"]) == ("q", "p")


def test_what_nothing_tells_apart_is_asked_both_ways() -> None:
    found = checked("title,c3,c4\nA,13.4050,52.5200\nB,11.5820,48.1351\n")

    (warning,) = [each for each in told(found, "warning") if "no event has a place" in each]
    assert 'columns = { lat = "c3", lon = "c4" } or columns = { lat = "c4", lon = "c3" }' in warning


def test_a_column_that_never_varies_is_no_coordinate() -> None:
    parsed = table.parse(
        b"title,height,a,b\nA,0.50,52.5200,113.40\nB,0.50,48.1351,111.58\n", file="t", folder=Path()
    )

    found = {each.column: each.header for each in layouts.propose(parsed)}

    assert (found["lat"], found["lon"]) == ("a", "b")


# What no event tells


def test_that_no_event_has_a_place_is_said_first() -> None:
    found = checked("title,Jahr des Ereignisses,Fundort\nA,1906,Leipzig\nB,1907,Hamburg\n")

    assert [each.message for each in found.problems] == [
        'no event has a place, but "Fundort" could tell it',
        'no event has a date, but "Jahr des Ereignisses" could tell it',
    ]
    assert 'columns = { place = "Fundort" }' in found.problems[0].cure
    assert 'columns = { year = "Jahr des Ereignisses" }' in found.problems[1].cure


def test_a_blank_column_of_dates_hides_no_filled_one() -> None:
    found = checked("title,date,place,Jahr\nA,,Leipzig,1906\nB,,Hamburg,1907\n")

    (warning,) = told(found, "warning")
    assert 'no event has a date, but "Jahr" could tell it' in warning


@pytest.mark.parametrize(
    "text",
    [
        "title,remark\nA list of kings,long\nA list of queens,longer\n",
        "title,date,place,score\nA,1906,Leipzig,3.25\nB,1907,Hamburg,4.75\n",
        "title,date,place,won,lost\nA,1906,Leipzig,3.25,1.50\nB,1907,Hamburg,4.75,2.25\n",
        "title,date,lat,lon,depth\nA,1906,1.5,2.5,Oslo\nB,1907,2.5,3.5,Bergen\n",
        "title,date,width_cm,height_cm\nA,1650,45.25,60.50\nB,1651,30.75,144.00\n",
        "title,date,elevation,degrees\nA,1906,34.25,12.5\nB,1907,36.75,14.25\n",
    ],
)
def test_a_table_that_tells_all_it_can_is_not_doubted(text: str) -> None:
    assert checked(text).problems == ()


# Slips


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("lang", "en"),
        ("Month", "7"),
        ("state", "Ohio"),
        ("county", "Kent"),
        ("gname", "Some group"),
        ("statues", "3 of bronze"),
        ("phone", "555 0100"),
        ("coordiantes", "unknown"),
    ],
)
def test_a_slip_is_no_slip_where_the_cells_are_something_else(header: str, cell: str) -> None:
    found = checked(f"title,date,place,{header}\nA,1920,Leipzig,{cell}\n")

    assert told(found, "warning") == []


@pytest.mark.parametrize(
    ("header", "cell", "meant"),
    [
        ("coordiantes", "51.5, -0.3", "coordinates"),
        ("untill", "1921", "until"),
        ("datte", "7 May 1920", "date"),
        ("contry", "France", "country"),
        ("descripton", "It was so.", "description"),
    ],
)
def test_a_slip_is_told_with_the_name_that_is_meant(header: str, cell: str, meant: str) -> None:
    found = checked(f"title,{header}\nA,{cell}\n")

    assert any(f'rename it to "{meant}"' in each for each in told(found, "warning"))


X_AND_Y = {
    "of which the countries say the contrary": (
        "country",
        ("France,48.8566,2.3522", "Germany,52.52,13.405"),
        "countries",
    ),
    "of which the places say the contrary": (
        "place",
        ("Lyon,45.76,4.84", "Hamburg,53.55,9.99", "Toulouse,43.6,1.44"),
        "places",
    ),
}


@pytest.mark.parametrize(("column", "rows", "beside"), X_AND_Y.values(), ids=X_AND_Y)
def test_x_and_y_are_asked(column: str, rows: tuple[str, ...], beside: str) -> None:
    lines = "".join(f"Event {n},{row}\n" for n, row in enumerate(rows))
    found = checked(f"title,{column},X,Y\n{lines}")

    [error] = of_severity(found.problems, "error")
    assert (
        error.message == f'"Y" and "X" lie in the {beside} beside them only when they are exchanged'
    )
    assert 'columns = { lat = "X", lon = "Y" }' in error.cure


def test_x_is_the_longitude_and_that_is_said() -> None:
    found = checked("title,place,X,Y\nA,Lyon,4.84,45.76\nB,Hamburg,9.99,53.55\n")

    [decision] = found.problems
    assert decision.settled == 'columns = { lat = "Y", lon = "X" }'
    assert [event.place and event.place.lat for event in found.events] == [45.76, 53.55]
