"""A reader opens stories of the Pacific: they lie together, and lines go the short way."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.settings import Settings
from tests.browser.conftest import PHONE, WIDE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

PACIFIC = """\
title,date,place,country,lat,lon,to,to_country,to_lat,to_lon
Bering sails,4 June 1741,Petropavlovsk,Russia,53.02,158.65,Kayak Island,United States,59.93,-144.38
The Southern Cross,3 June 1928,Honolulu,United States,21.31,-157.86,Suva,Fiji,-18.14,178.44
The carriers leave,26 November 1941,Hitokappu Bay,,44.98,147.65,Pearl Harbor,,21.35,-157.97
A mission,1850,Taveuni,Fiji,-16.85,180,,,,
The islands,1970,,Fiji,,,,,,
"""
VOYAGE = """\
title,date,place,lat,lon,to,to_lat,to_lon
The fleet leaves,1519-09-20,Seville,37.38,-5.99,Strait of Magellan,-53.5,-70.9
Over the Pacific,1520-11-28,Strait of Magellan,-53.5,-70.9,Guam,13.44,144.79
Home,1521,Guam,13.44,144.79,Cape of Good Hope,-34.36,18.47
The last leg,1522,Cape of Good Hope,-34.36,18.47,Seville,37.38,-5.99
"""


def made(folder: Path, table: str) -> Path:
    path = folder / "events.csv"
    path.write_text(table, "utf-8")
    return build(path, folder / "map.html", Settings(title="The ocean")).output


def box(page: Page, name: str) -> dict[str, float]:
    mark = page.get_by_role("button", name=re.compile(rf"^{name}, \d+ events?$"))
    found = mark.bounding_box()
    assert found
    return {"x": found["x"] + found["width"] / 2, "y": found["y"] + found["height"] / 2}


def lengths(page: Page) -> list[float]:
    """Return how far each line goes from left to right, in parts of the width of the world."""
    found: list[float] = page.locator(".movement").evaluate_all(
        """paths => {
             const [map] = Object.values(globalThis).filter((each) => each?.getPixelWorldBounds);
             const width = map.getPixelWorldBounds().getSize().x;
             return paths.map((path) => path.getBBox().width / width);
           }"""
    )
    return found


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_a_story_of_the_pacific_lies_together_and_no_line_goes_around_the_world(
    visit: Visit, tmp_path: Path, size: tuple[int, int]
) -> None:
    page = visit(made(tmp_path, PACIFIC), size=size)

    west, east = (box(page, name)["x"] for name in ("Petropavlovsk", "Kayak Island"))
    area = page.locator(".leaflet-container").bounding_box()
    assert area
    assert area["x"] < west < east < area["x"] + area["width"]
    assert all(length < 0.2 for length in lengths(page))
    expect(page.get_by_role("button", name="Fiji, 1 event", exact=True)).to_have_count(1)


def test_an_arrow_points_to_where_the_movement_went(visit: Visit, tmp_path: Path) -> None:
    page = visit(made(tmp_path, PACIFIC))

    turns = page.locator(".movement-head path").evaluate_all(
        "paths => paths.map((path) => parseFloat(path.getAttribute('transform').slice(7)))"
    )

    to_alaska, to_suva, to_hawaii = turns  # degrees, clockwise from the east
    assert -90 < to_alaska < 45
    assert 90 < to_suva < 180
    assert 0 < to_hawaii < 90


def test_the_popup_of_a_place_beyond_the_meridian_opens_at_it(visit: Visit, tmp_path: Path) -> None:
    page = visit(made(tmp_path, PACIFIC), reduced_motion="reduce")

    page.get_by_role("button", name="Kayak Island, 1 event", exact=True).click()

    popup = page.get_by_role("dialog", name="Kayak Island")
    expect(popup).to_be_visible()
    there = popup.bounding_box()
    assert there
    assert there["x"] < box(page, "Kayak Island")["x"] < there["x"] + there["width"]


def test_a_voyage_around_the_world_leaves_at_one_edge_and_comes_in_at_the_other(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit(made(tmp_path, VOYAGE))

    assert len(lengths(page)) == 5  # four legs, one of them twice
    assert all(length < 0.5 for length in lengths(page))
    expect(page.locator(".movement-head")).to_have_count(5)


def test_whoever_pans_around_the_world_meets_the_same_marks_again(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit(made(tmp_path, VOYAGE), reduced_motion="reduce")
    before = box(page, "Seville")

    where = page.evaluate(
        """() => {
          const [map] = Object.values(globalThis).filter((each) => each?.getPixelWorldBounds);
          const { lat, lng } = map.getCenter();
          map.setView([lat, lng + 360], map.getZoom(), { animate: false });
          return [lng, map.getCenter().lng, document.querySelectorAll("use").length];
        }"""
    )

    assert where[0] == pytest.approx(where[1])
    assert where[2] > 0
    assert box(page, "Seville") == pytest.approx(before, abs=1)


def test_a_link_to_a_view_beyond_the_meridian_shows_its_marks(visit: Visit, tmp_path: Path) -> None:
    path = made(tmp_path, PACIFIC)
    page = visit(path)

    page.goto(f"{path.as_uri()}#map=4/60/-150")
    page.reload()
    page.wait_for_selector("html[data-mapgen=ready]", state="attached")

    assert 0 < box(page, "Kayak Island")["x"] < WIDE[0]


def test_the_printed_map_numbers_the_places_on_both_sides(visit: Visit, tmp_path: Path) -> None:
    page = visit(made(tmp_path, PACIFIC))

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")

    listed = " ".join(page.locator(".print-places li").all_inner_texts())
    for name in ("Petropavlovsk", "Kayak Island", "Honolulu", "Suva", "Taveuni", "Fiji"):
        assert name in listed


def test_the_downloads_have_the_longitudes_of_the_table(visit: Visit, tmp_path: Path) -> None:
    page = visit(made(tmp_path, PACIFIC), accept_downloads=True)
    page.get_by_role("button", name="Share").click()

    with page.expect_download() as download:
        page.get_by_role("button", name="GeoJSON").click()
    features = json.loads(download.value.path().read_text("utf-8"))["features"]

    bering = features[0]["geometry"]
    assert bering["type"] == "MultiLineString"
    assert bering["coordinates"][0][0] == [158.65, 53.02]
    assert bering["coordinates"][1][1] == [-144.38, 59.93]
