"""Countries have outlines that fit together, fine where the story is and coarse elsewhere."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from itertools import chain, pairwise
from typing import TYPE_CHECKING

import pycountry
import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from mapgen.catalogue import words_in
from mapgen.places import countries
from mapgen.places.countries.atlas import DATA
from tools.make_lines import encode

if TYPE_CHECKING:
    from mapgen.places.countries import OutlinesPayload

Point = tuple[int, int]
Polygons = list[list[list[Point]]]

STORY = ("EGY", "FRA", "JOR", "LBN", "SYR", "TUR")
RING = 4  # points at least
MERCATOR_EDGE = -85.05  # degrees; a web map ends here


@pytest.fixture(scope="module")
def story() -> OutlinesPayload:
    return countries.outlines(chain(STORY, *map(countries.neighbours, STORY)))


@pytest.fixture(scope="module")
def coarse() -> OutlinesPayload:
    return countries.outlines([])


@pytest.fixture(scope="module")
def fine(coarse: OutlinesPayload) -> OutlinesPayload:
    return countries.outlines(coarse["countries"]["code"])


@pytest.fixture(scope="module", params=["coarse", "fine", "story"])
def payload(request: pytest.FixtureRequest) -> OutlinesPayload:
    made: OutlinesPayload = request.getfixturevalue(request.param)
    return made


def decode(text: str) -> list[Point]:
    """Return the grid points of an arc, by the words of OutlinesPayload alone."""
    digits = [chr(code) for code in range(33, 127) if chr(code) not in '"&<>\\']
    steps, number, weight = [], 0, 1
    for digit in map(digits.index, text):
        number += digit * weight
        weight *= 14
        if digit < 75:
            steps.append(-(number + 1) // 2 if number % 2 else number // 2)
            number, weight = 0, 1
    points = [(0, 0)]
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        points.append((points[-1][0] + east, points[-1][1] + north))
    return points[1:]


def drawn(payload: OutlinesPayload) -> dict[str, Polygons]:
    """Return the polygons of each country, whose rings must close."""
    arcs = [decode(arc) for arc in payload["arcs"]]
    columns = payload["countries"]
    return {
        code: [[ring_of(ring, arcs) for ring in polygon] for polygon in polygons]
        for code, polygons in zip(columns["code"], columns["rings"], strict=True)
    }


def ring_of(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    lines = [arcs[arc] if arc >= 0 else arcs[~arc][::-1] for arc in ring]
    assert all(one[-1] == next_[0] for one, next_ in pairwise([*lines, lines[0]]))
    return list(chain(*lines))


def to_degrees(payload: OutlinesPayload, points: list[Point]) -> list[tuple[float, float]]:
    (width, height), (west, south) = payload["scale"], payload["translate"]
    return [(x * width + west, y * height + south) for x, y in points]


def size(ring: list[Point]) -> float:
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))) / 2


def contains(ring: list[tuple[float, float]], x: float, y: float) -> bool:
    """Cast a ray to the east."""
    crossings = sum(
        (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax
        for (ax, ay), (bx, by) in pairwise(ring)
    )
    return crossings % 2 == 1


def test_rings_close_and_enclose_land(payload: OutlinesPayload) -> None:
    polygons = chain(*drawn(payload).values())

    assert all(len(outer) >= RING and size(outer) > 0 for outer, *_ in polygons)


def test_every_entry_of_iso_3166_has_an_outline(payload: OutlinesPayload) -> None:
    outlined = {code for code, polygons in drawn(payload).items() if polygons}

    assert {entry.alpha_3 for entry in pycountry.countries} <= outlined


def test_a_border_is_one_line_that_the_land_on_both_sides_walks(payload: OutlinesPayload) -> None:
    walkers: defaultdict[int, list[int]] = defaultdict(list)
    for land, polygon in enumerate(chain(*payload["countries"]["rings"])):
        for arc in chain(*polygon):
            walkers[max(arc, ~arc)].append(land)

    assert set(walkers) == set(range(len(payload["arcs"])))
    assert all(len(set(lands)) == len(lands) <= 2 for lands in walkers.values())


def test_a_label_is_inside_the_largest_polygon_of_its_country(payload: OutlinesPayload) -> None:
    polygons, columns = drawn(payload), payload["countries"]
    labels = zip(columns["code"], columns["lat"], columns["lon"], strict=True)

    outside = []
    for code, lat, lon in labels:
        outer, *holes = max(polygons[code], key=lambda polygon: size(polygon[0]))
        in_rings = [contains(to_degrees(payload, ring), lon, lat) for ring in (outer, *holes)]
        if not in_rings[0] or any(in_rings[1:]):
            outside.append(code)

    assert outside == []


def test_no_line_crosses_the_map_at_the_180th_meridian(payload: OutlinesPayload) -> None:
    rings = chain(*chain(*drawn(payload).values()))

    steps = chain(*(pairwise(to_degrees(payload, ring)) for ring in rings))

    assert all(abs(bx - ax) < 180 or max(ay, by) < MERCATOR_EDGE for (ax, ay), (bx, by) in steps)


def test_detail_changes_only_the_lines_of_the_countries_that_are_asked_for(
    coarse: OutlinesPayload,
) -> None:
    lebanon = countries.outlines(["LBN"])

    before, after = drawn(coarse), drawn(lebanon)

    assert {code for code in before if before[code] != after[code]} == {"ISR", "LBN", "SYR"}
    assert len(after["LBN"][0][0]) > 3 * len(before["LBN"][0][0])


def test_a_coarse_country_shares_the_fine_border_of_its_neighbour() -> None:
    columns = (lebanon := countries.outlines(["LBN"]))["countries"]
    arcs = {
        code: {
            max(arc, ~arc) for arc in chain(*chain(*columns["rings"][columns["code"].index(code)]))
        }
        for code in ("LBN", "SYR")
    }

    shared = [lebanon["arcs"][arc] for arc in arcs["LBN"] & arcs["SYR"]]

    assert set(shared) <= set(countries.outlines(["SYR"])["arcs"])
    assert len(max(shared, key=len)) > 100


def test_the_order_and_repetition_of_the_countries_asked_for_do_not_matter() -> None:
    assert countries.outlines(["SYR", "LBN", "SYR"]) == countries.outlines({"LBN", "SYR"})


def test_areas_without_a_code_have_none_in_the_page_and_may_have_no_name(
    coarse: OutlinesPayload,
) -> None:
    columns = coarse["countries"]
    letters = columns["alpha2"]
    pairs = [letters[at : at + 2] for at in range(0, len(letters), 2)]
    by_code = {
        code: (alpha2.strip(), name)
        for code, alpha2, name in zip(columns["code"], pairs, columns["name"], strict=True)
    }

    nameless = {code for code, (_, name) in by_code.items() if not name}

    assert nameless == {"CNM", "ESB", "KAS", "WSB"}
    assert by_code["XKX"] == ("XK", "Kosovo")
    assert by_code["SOL"] == ("", "Somaliland")


def test_crimea_is_in_the_area_of_no_country(story: OutlinesPayload) -> None:
    simferopol = (34.1, 44.95)

    around = {
        code
        for code, polygons in drawn(story).items()
        if any(contains(to_degrees(story, outer), *simferopol) for outer, *_ in polygons)
    }

    assert around == {"CRM"}


def test_ranks_order_the_countries_by_area(coarse: OutlinesPayload) -> None:
    columns = coarse["countries"]

    ranked = [code for _, code in sorted(zip(columns["rank"], columns["code"], strict=True))]

    assert ranked[:4] == ["RUS", "ATA", "CAN", "USA"]
    assert sorted(columns["rank"]) == list(range(1, len(ranked) + 1))


def test_neighbours_share_a_border() -> None:
    assert countries.neighbours("SYR") == ("IRQ", "ISR", "JOR", "LBN", "TUR")
    assert countries.neighbours("LSO") == ("ZAF",)
    assert countries.neighbours("ISL") == ()


def test_countries_on_both_sides_of_a_narrow_sea_are_neighbours() -> None:
    assert {"GBR", "JEY"} <= set(countries.neighbours("FRA"))
    assert "CYP" in countries.neighbours("TUR")
    assert "USA" not in countries.neighbours("RUS")


def test_land_between_two_countries_keeps_them_from_being_neighbours() -> None:
    assert "LBN" not in countries.neighbours("JOR")


def test_an_area_without_a_name_does_not_come_between_neighbours() -> None:
    assert "CYN" in countries.neighbours("CYP")


def test_neighbours_are_so_of_each_other(coarse: OutlinesPayload) -> None:
    pairs = {
        (code, other)
        for code in coarse["countries"]["code"]
        for other in countries.neighbours(code)
    }

    assert pairs == {(other, code) for code, other in pairs}


def test_the_bounds_of_france_are_those_of_metropolitan_france_and_corsica() -> None:
    assert countries.main_bounds("FRA") == pytest.approx((-5.1, 41.4, 9.6, 51.1), abs=0.1)


def test_bounds_leave_out_land_that_is_far_from_the_main_land() -> None:
    west, _, east, _ = countries.main_bounds("USA")

    assert (west, east) == pytest.approx((-124.7, -66.9), abs=0.1)


def test_a_label_point_is_within_the_bounds(coarse: OutlinesPayload) -> None:
    for code in coarse["countries"]["code"]:
        lat, lon = countries.label_point(code)
        west, south, east, north = countries.main_bounds(code)

        assert west <= lon <= east, code
        assert south <= lat <= north, code


def test_an_unknown_code_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        countries.outlines(["ATL"])


def test_the_outlines_of_a_story_are_small(story: OutlinesPayload) -> None:
    text = json.dumps(story, separators=(",", ":"), ensure_ascii=False).encode()

    assert len(text) <= 230_000
    assert len(gzip.compress(text)) <= 130_000


def test_the_committed_files_are_small_and_need_no_escaping() -> None:
    files = [DATA / name for name in ("countries.json", "outlines.json")]

    assert sum(file.stat().st_size for file in files) <= 1_200_000
    assert not set("<>&\\").intersection(*[file.read_text("utf-8") for file in files])


def test_every_country_is_in_one_region_of_one_continent(coarse: OutlinesPayload) -> None:
    regions = {code: codes for each in coarse["regions"].values() for code, codes in each.items()}
    found = " ".join(regions.values()).split()

    assert len(found) == len(set(found))
    assert set(coarse["countries"]["code"]) - set(found) == {"ATA", "KAS"}
    assert "XKX" in regions["039"]
    assert "SYR" in coarse["regions"]["142"]["145"]
    assert "CRM" in coarse["regions"]["150"]["151"]


def test_the_regions_of_a_story_hold_its_countries_alone() -> None:
    payload = countries.outlines(["SYR"], story=["SYR", "FRA", "LBN"])

    assert payload["regions"] == {"150": {"155": "FRA"}, "142": {"145": "LBN SYR"}}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_continents_and_regions_are_called_as_in_cldr(
    coarse: OutlinesPayload, language: str
) -> None:
    words = words_in(language)
    names = Locale(language).territories

    for continent, regions in coarse["regions"].items():
        for code in (continent, *regions):
            assert words["map"]["areas"][code] == names[code]


@given(st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 100_000))))
def test_an_arc_is_decoded_to_the_points_that_were_encoded(points: list[Point]) -> None:
    assert decode(encode(points)) == points
