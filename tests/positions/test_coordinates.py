from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.errors import CoordinateError
from mapgen.positions.coordinates import is_around, latitude, longitude, pair, plain_pair, swapped

# 33°30′49″ = 33 + 30/60 + 49/3600, by hand.
DAMASCUS = 33.513611


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("33.5138", 33.5138),
        ("+33.5138", 33.5138),
        ("-33.5", -33.5),
        ("33", 33.0),
        ("0", 0.0),
        ("90", 90.0),
        ("33,5138", 33.5138),
        (" 33.5138° ", 33.5138),
        ("33.5138° N", 33.5138),
        ("33.5138 N", 33.5138),
        ("N33.5", 33.5),
        ("N 33,5", 33.5),
        ("33.5 s", -33.5),
        ("33.5 South", -33.5),
        ("\u221233.5", -33.5),
        ("–33.5", -33.5),
        ("٣٣٫٥١٣٨", 33.5138),
        ("۳۳٫۵", 33.5),
        ("\u200e33.5\u200f", 33.5),
        ("33°30′49″N", DAMASCUS),
        ("33° 30' 49\" N", DAMASCUS),
        ("33°30'49''N", DAMASCUS),
        ("33º30’49”S", -DAMASCUS),
        ("33 30 49 N", DAMASCUS),
        ("N 33 30 49", DAMASCUS),
        ("-33 30 49", -DAMASCUS),
        ("33°30.5′N", 33.508333),
        ("33°30,5′N", 33.508333),
        ("33 30", 33.5),
        ("33\u00a0°\u202f30\u202f′", 33.5),
    ],
)
def test_a_latitude_is_read_as_people_write_it(text: str, degrees: float) -> None:
    assert latitude(text) == pytest.approx(degrees, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("36.2765", 36.2765),
        ("-180", -180.0),
        ("180", 180.0),
        ("36°16′35″E", 36.276389),
        ("122 W", -122.0),
        ("W122,5", -122.5),
    ],
)
def test_a_longitude_is_read_as_people_write_it(text: str, degrees: float) -> None:
    assert longitude(text) == pytest.approx(degrees, abs=1e-6)


def test_zero_has_no_sign() -> None:
    assert str(latitude("-0.0")) == "0.0"
    assert str(longitude("0 W")) == "0.0"


@pytest.mark.parametrize(
    "text",
    [
        *("Damascus", "nan", "inf", "1e1", "1_0", "", "N", "°", "33.5.1", "33,5,1", "33..5"),
        *(
            "-33 S",
            "N 33 N",
            "33 75 N",
            "33 60",
            "33 30 60",
            "33.5 30 N",
            "33 30.5 10",
            "0x10",
            "33 N E",
        ),
        "3" * 1_000_000,
        "N" + " " * 1_000_000 + "x",
    ],
)
def test_what_is_no_coordinate_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(CoordinateError) as caught:
        latitude(text)

    assert caught.value.message.endswith(" is no latitude")
    assert caught.value.cure == "write degrees as in 33.5138 or 33°30′49″N"
    assert len(caught.value.message) < 90


@pytest.mark.parametrize("text", ["90.1", "-91", "335138", "95 S"])
def test_a_latitude_beyond_the_poles_is_refused(text: str) -> None:
    with pytest.raises(CoordinateError) as caught:
        latitude(text)

    assert caught.value.message == f'"{text}" is out of range'
    assert caught.value.cure == "a latitude goes from -90 (south) to 90 (north)"


@pytest.mark.parametrize(
    ("text", "same"),
    [("237.6", -122.4), ("187,55", -172.45), ("182°E", -178.0), ("-190", 170.0), ("360", 0.0)],
)
def test_a_longitude_counted_around_the_globe_is_the_same_meridian(text: str, same: float) -> None:
    assert longitude(text) == same
    assert is_around(text)


@pytest.mark.parametrize("text", ["180", "-180", "178.4", "x", "36°16′35″E"])
def test_a_usual_longitude_is_not_counted_around_the_globe(text: str) -> None:
    assert not is_around(text)


@pytest.mark.parametrize("text", ["362765", "360.5", "-361", "540°E", "-234,423", "234,423"])
def test_a_longitude_beyond_all_turns_or_with_a_doubtful_comma_is_refused(text: str) -> None:
    with pytest.raises(CoordinateError, match=r"goes from -180 \(west\) to 180 \(east\)$"):
        longitude(text)


def test_the_letter_of_the_other_axis_is_told() -> None:
    with pytest.raises(CoordinateError, match=r'"36.3 E" says east or west, so it is no latitude'):
        latitude("36.3 E")
    with pytest.raises(CoordinateError, match='"N33" says north or south, so it is no longitude'):
        longitude("N33")


def test_two_numbers_in_one_cell_are_told() -> None:
    with pytest.raises(CoordinateError, match=r'^"33.5, 36.3" holds two numbers; write one number'):
        latitude("33.5, 36.3")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("33.5, 36.3", ("33.5", "36.3")),
        ("33.5,36.3", ("33.5", "36.3")),
        ("33.5 36.3", ("33.5", "36.3")),
        ("33.5/-36.3", ("33.5", "-36.3")),
        ("33,5; 36,3", ("33,5", "36,3")),
        ("33,5, 36,3", ("33,5", "36,3")),
        ("33,5 36,3", ("33,5", "36,3")),
        ("(33.5, 36.3)", ("33.5", "36.3")),
        ("33, 36", ("33", "36")),
        ("33.5 N, 36.3 E", ("33.5 N", "36.3 E")),
        ("N33.5 E36.3", ("N33.5", "E36.3")),
        ("33 30 49 N 36 16 35 E", ("33 30 49 N", "36 16 35 E")),
        ("33°30'49\"N36°16'35\"E", ("33°30'49\"N", "36°16'35\"E")),
    ],
)
def test_a_pair_in_one_cell_is_taken_apart(text: str, parts: tuple[str, str]) -> None:
    assert pair(text) == parts


@pytest.mark.parametrize(
    "text",
    ["33,36", "33 36", "33 75", "33.5", "33,5138,36,2765", "1e1", "a, b", "33.5 N, 36.3", "1,2,3"],
)
def test_what_may_be_one_number_or_more_than_two_is_no_pair(text: str) -> None:
    assert pair(text) is None


@pytest.mark.parametrize(
    ("lat", "lon", "expected"),
    [
        ("120", "33", True),
        ("36.3 E", "33.5 N", True),
        ("36.3", "33.5 N", True),
        ("36.3 E", "33.5", True),
        ("33.5", "36.3", False),
        ("33.5 N", "36.3 E", False),
        ("95", "100", False),
        ("120", "200", False),
        ("x", "33", False),
        ("120", "x", False),
    ],
)
def test_swapped_coordinates_are_noticed_when_only_the_exchange_makes_sense(
    lat: str, lon: str, expected: bool
) -> None:
    assert swapped(lat, lon) is expected


@given(st.floats(-90, 90), st.integers(0, 12))
def test_any_decimal_degrees_are_read_as_they_stand(degrees: float, places: int) -> None:
    text = f"{degrees:.{places}f}"

    assert latitude(text) == float(text)
    assert latitude(text.replace(".", ",")) == float(text)


@given(st.integers(0, 89), st.integers(0, 59), st.integers(0, 59), st.sampled_from("NS"))
def test_any_degrees_minutes_and_seconds_add_up(d: int, m: int, s: int, letter: str) -> None:
    expected = (d * 3600 + m * 60 + s) / 3600 * (1 if letter == "N" else -1)

    assert latitude(f"{d}°{m}′{s}″{letter}") == pytest.approx(expected)
    assert latitude(f"{letter} {d} {m:02} {s:02}") == pytest.approx(expected)


@given(st.text(max_size=30))
def test_no_text_at_all_breaks_the_reading(text: str) -> None:
    try:
        degrees = longitude(text)
    except CoordinateError:
        return

    assert -180 <= degrees <= 180


@given(st.floats(-95, 95), st.floats(-185, 185), st.integers(0, 7))
def test_two_plain_numbers_are_read_as_each_of_them_is(lat: float, lon: float, places: int) -> None:
    north, east = f"{lat:.{places}f}", f"{lon:.{places}f}"
    inside = abs(float(north)) <= 90 and abs(float(east)) <= 180
    is_known = inside and (float(north) != 0 or float(east) != 0)

    assert plain_pair(north, east) == ((latitude(north), longitude(east)) if is_known else None)
    assert plain_pair(north, f"{east}°") is None


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("4123N 00211E", 41 + 23 / 60, 2 + 11 / 60),
        ("3352S 15112E", -33 - 52 / 60, 151.2),
        ("513024N 0000730W", 51 + 30 / 60 + 24 / 3600, -0.125),
        ("N 52° 31' E 13° 24'", 52 + 31 / 60, 13.4),
        ("S33 51 W070 30", -33.85, -70.5),
    ],
)
def test_a_pair_is_read_as_gazetteers_and_receivers_write_it(
    text: str, lat: float, lon: float
) -> None:
    both = pair(text)

    assert both
    assert latitude(both[0]) == pytest.approx(lat)
    assert longitude(both[1]) == pytest.approx(lon)


@pytest.mark.parametrize("text", ["4260N", "12345N", "123N", "9100N"])
def test_figures_run_together_are_no_latitude_where_they_are_none(text: str) -> None:
    with pytest.raises(CoordinateError):
        latitude(text)
