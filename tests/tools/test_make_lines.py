"""The lines of the world are joined, cut and thinned without a gap before they are committed."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.make_lines import (
    Arc,
    Level,
    Lines,
    close_antimeridian,
    dissolve,
    keep,
    simplify,
    tidy,
    weigh,
    widened,
)

DEGREE = (1.0, 1.0)
CORNER = (-180.0, -90.0)

# Two squares beside each other: arc 0 is their border, 1 the west of it, 2 the east.
SQUARES: list[Arc] = [
    [(11, 90), (11, 91)],
    [(11, 91), (10, 91), (10, 90), (11, 90)],
    [(11, 91), (12, 91), (12, 90), (11, 90)],
]
WEST, EAST = [[0, 1]], [[~0, ~2]]


def lines(*arcs: Arc) -> Lines:
    return Lines(list(arcs), DEGREE, CORNER)


def level(**changes: float) -> Level:
    plain = {
        "triangle": 0.0,
        "part_of_main": 1.0,
        "part_of_other": 1.0,
        "island": 0.0,
        "polar": 1.0,
    }
    return Level(name="test", **(plain | changes))


def test_a_square_degree_on_the_equator_is_one_and_nearer_the_pole_less() -> None:
    northern = [(x, y + 60) for x, y in [(0, 90), (1, 90), (1, 91), (0, 91), (0, 90)]]

    on_equator = lines(*SQUARES).ground(WEST)
    in_the_north = lines(northern).ground([[0]])

    assert on_equator == pytest.approx(1, rel=1e-4)
    assert in_the_north == pytest.approx(math.cos(math.radians(60.5)), rel=1e-4)


def test_two_countries_are_joined_without_the_border_between_them() -> None:
    (ring,), *others = dissolve(lines(*SQUARES), [WEST, EAST])

    assert set(ring) == {1, ~2}
    assert others == []


def test_land_that_touches_nothing_is_left_as_it_is_by_joining() -> None:
    assert dissolve(lines(*SQUARES), [WEST]) == [WEST]


def test_an_enclave_that_is_joined_leaves_no_hole() -> None:
    around = [(0, 80), (9, 80), (9, 89), (0, 80)]
    inside = [(6, 82), (7, 82), (7, 83), (6, 82)]

    assert dissolve(lines(around, inside), [[[0], [~1]], [[1]]]) == [[[0]]]


def test_the_flattest_point_weighs_least_and_the_ends_stay_for_ever() -> None:
    arc = [(0, 90), (10, 91), (20, 90), (30, 99), (40, 90)]

    first, flat, *others, last = weigh(lines(arc), arc)

    assert first == last == math.inf
    assert flat < min(others)


def test_a_point_weighs_no_less_than_one_that_goes_before_it() -> None:
    arc = [(0, 90), (8, 90), (9, 91), (10, 90), (20, 60), (30, 90)]

    weights = weigh(lines(arc), arc)

    # The spike at 9 goes first; only then is 8 between 0 and 10, and flat.
    assert weights[2] == pytest.approx(1, rel=0.01)
    assert weights[1] == weights[2]


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(80, 100)), min_size=3, max_size=12))
def test_points_go_in_the_order_of_a_search_through_all_triangles(arc: Arc) -> None:
    world = lines(arc)

    assert weigh(world, arc) == pytest.approx(searched(world, arc))


def searched(world: Lines, arc: Arc) -> list[float]:
    """Weigh the points of an arc as the paper says, looking at every triangle every time."""
    flat = [(lon * math.cos(math.radians(lat)), lat) for lon, lat in map(world.degrees, arc)]
    weights = [math.inf] * len(arc)
    left, passed = list(range(len(arc))), 0.0
    while len(left) > 2:
        sizes = []
        for a, b, c in zip(left, left[1:], left[2:], strict=False):
            (ax, ay), (bx, by), (cx, cy) = flat[a], flat[b], flat[c]
            sizes.append((abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2, b))
        size, least = min(sizes)
        weights[least] = passed = max(passed, size)
        left.remove(least)
    return weights


def test_a_thinned_ring_keeps_its_ends_and_room_inside() -> None:
    ring = [(0, 90), (5, 91), (10, 90), (11, 95), (10, 100), (0, 100), (0, 90)]
    world = lines(ring)

    thin = simplify(world, [weigh(world, ring)], {"AAA": [[[0]]]}, level(triangle=1e9))

    assert thin[0][0] == thin[0][-1] == (0, 90)
    assert len(thin[0]) == 4


def test_a_border_of_a_small_country_is_kept_as_fine_as_the_country_needs() -> None:
    border = [(0, 90), (1, 92), (2, 90), (3, 92), (4, 90)]
    small = [(4, 90), (2, 88), (0, 90)]
    large = [(4, 90), (90, 90), (90, 170), (0, 170), (0, 90)]
    world = lines(border, small, large)
    weights = [weigh(world, arc) for arc in world.arcs]
    areas = {"BIG": [[[0, 2]]], "TNY": [[[~0, ~1]]]}

    thin = simplify(world, weights, areas, level(triangle=1e9, part_of_main=0.1))

    assert thin[0] == border


def test_small_islands_go_but_not_a_countrys_largest_nor_land_with_a_border() -> None:
    islet = [(50, 90), (51, 90), (51, 91), (50, 90)]
    mainland = [(60, 90), (69, 90), (69, 99), (60, 90)]
    world = lines(*SQUARES, islet, mainland)

    kept = keep(world, {"AAA": [[[3]], WEST, [[4]]], "BBB": [EAST]}, level(island=1e9))

    assert kept == {"AAA": [[[4]], WEST], "BBB": [EAST]}


def test_less_is_kept_beyond_the_polar_circles() -> None:
    zigzag = [(0, 90), (1, 91), (2, 90), (3, 91), (4, 90)]
    closed = [*zigzag, (4, 80), (0, 80), (0, 90)]
    arctic = [(x, y + 75) for x, y in closed]
    world = lines(closed, arctic)
    weights = [weigh(world, arc) for arc in world.arcs]
    areas = {"AAA": [[[0]]], "BBB": [[[1]]]}

    thin = simplify(world, weights, areas, level(triangle=0.1, polar=30))
    kept = keep(world, {"AAA": [*areas["AAA"], *areas["BBB"]]}, level(island=1e4, polar=1e4))

    assert thin[0] == closed
    assert len(thin[1]) < len(arctic)
    assert kept == {"AAA": areas["AAA"]}


def test_land_on_both_sides_of_the_180th_meridian_gets_an_edge_on_each() -> None:
    cut = [(0, 90), (0, 100)]
    western_bank = [(0, 100), (350, 100), (350, 90), (0, 90)]
    eastern_bank = [(0, 90), (9, 90), (9, 100), (0, 100)]
    world = lines(cut, western_bank, eastern_bank)
    areas = {"RUS": [[[0, 1]], [[~0, 2]]]}

    close_antimeridian(world, areas)

    assert [world.walk(ring) for polygon in areas["RUS"] for ring in polygon] == [
        [(360, 90), (360, 100), (350, 100), (350, 90), (360, 90)],
        [(0, 100), (0, 90), (9, 90), (9, 100), (0, 100)],
    ]


def test_land_around_the_pole_is_closed_along_the_edge_of_the_map() -> None:
    coast = [(0, 10), (1, 10), (180, 20), (359, 10), (0, 10)]
    world = lines(coast)

    close_antimeridian(world, {"ATA": [[[0]]]})

    assert world.arcs == [
        [(0, 10), (1, 10), (180, 20), (359, 10), (360, 10), (360, 0), (0, 0), (0, 10)]
    ]


def test_a_ring_is_freed_of_arcs_without_length_and_of_ways_there_and_back() -> None:
    point = [(11, 91), (11, 91)]

    assert tidy(lines(*SQUARES, point), [0, ~0, 0, 3, 1]) == [0, 1]


def test_a_ring_without_room_becomes_a_box_that_holds_its_place() -> None:
    assert widened([(5, 5), (6, 5), (5, 5)]) == [(5, 5), (7, 5), (7, 8), (5, 8), (5, 5)]
    assert widened(SQUARES[0]) == SQUARES[0]
