"""Lines over the 180th meridian go the short way; longitudes are written from -180 to 180."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.positions.meridian import Point, beside, cut, joined, wrapped

SUVA, HONOLULU, BRISBANE = (-18.1416, 178.4419), (21.3069, -157.8583), (-27.4698, 153.0251)
POINTS = st.tuples(st.floats(-90, 90), st.integers(-1800, 1800).map(lambda tenths: tenths / 10))


@pytest.mark.parametrize(
    ("lon", "same"),
    [(182, -178), (187.6, -172.4), (200.1417, -159.8583), (-190, 170), (360, 0), (-181.5, 178.5)],
)
def test_a_longitude_counted_around_the_globe_is_the_same_meridian(lon: float, same: float) -> None:
    assert wrapped(lon) == same


@pytest.mark.parametrize("lon", [180, -180, 0, 178.4419, -0.1])
def test_a_longitude_from_180_west_to_180_east_stays_to_the_digit(lon: float) -> None:
    assert wrapped(lon) == lon


def test_a_meridian_is_counted_on_where_that_is_nearer() -> None:
    assert beside(-172.5, 178) == 187.5
    assert beside(158.5, -144) == -201.5
    assert beside(10, -10) == 10
    assert beside(-170, 10) == -170  # half a turn away in either direction


def test_a_flight_from_honolulu_to_suva_is_two_lines_that_meet_at_the_meridian() -> None:
    first, second = cut(HONOLULU, SUVA)

    assert first[0] == HONOLULU
    assert second[-1] == SUVA
    assert (first[-1][1], second[0][1]) == (-180, 180)
    assert first[-1][0] == second[0][0] == pytest.approx(-15.5, abs=0.1)


def test_a_flight_from_suva_to_brisbane_is_one_line() -> None:
    assert cut(SUVA, BRISBANE) == [[SUVA, BRISBANE]]


@pytest.mark.parametrize(
    ("start", "end", "line"),
    [
        ((0, 180), (10, -170), [(0, -180), (10, -170)]),
        ((0, -180), (10, 170), [(0, 180), (10, 170)]),
        ((10, -170), (0, 180), [(10, -170), (0, -180)]),
        ((0, 180), (10, -180), [(0, -180), (10, -180)]),
        ((0, 180), (10, 170), [(0, 180), (10, 170)]),
        ((-16.5, 180), (90, 10), [(-16.5, 180), (90, 10)]),
    ],
)
def test_an_end_on_the_meridian_is_on_the_side_of_the_other_end(
    start: Point, end: Point, line: list[Point]
) -> None:
    assert cut(start, end) == [line]


def test_a_line_of_half_a_turn_stays_as_it_is() -> None:
    assert cut((0, 10), (0, -170)) == [[(0, 10), (0, -170)]]


@given(POINTS, POINTS)
def test_a_cut_line_stays_within_the_map_and_is_whole_again_when_joined(
    start: Point, end: Point
) -> None:
    lines = cut(start, end)

    assert all(abs(lon) <= 180 for line in lines for _, lon in line)
    assert all(abs(line[0][1] - line[-1][1]) <= 180 for line in lines)
    if len(lines) > 1:
        assert joined(lines) == [[start, end]]


def test_lines_that_do_not_meet_at_the_meridian_stay_apart() -> None:
    lines: list[list[Point]] = [[(0, 170), (1, 180)], [(2, -180), (3, -170)], [(3, -170), (4, 0)]]

    assert joined(lines) == lines
