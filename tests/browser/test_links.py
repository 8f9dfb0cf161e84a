"""A reader sends a link, follows one, goes back and forward, and reads the map in another page."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.settings import Settings
from tests.browser.test_the_map_in_step import at, button

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import FrameLocator, Page

    from tests.browser.conftest import Visit

VIEW = """() => [
    document.querySelector(".leaflet-map-pane").style.transform,
    ...[...document.querySelectorAll(".place, .area")].map((each) =>
        [each.getAttribute("aria-label"), each.className, ...Object.values(
            each.getBoundingClientRect().toJSON()).map(Math.round)].join()),
    ...document.querySelectorAll(".address-notice"),
    location.hash,
]"""


def hash_of(page: Page) -> str:
    return unquote(page.evaluate("location.hash"))


def test_the_first_view_has_a_plain_address(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)

    assert page.url == sample_page.as_uri()


def test_the_position_of_the_map_is_in_the_address_once_the_reader_moves_it(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)

    page.get_by_role("button", name="Zoom in", exact=True).click()

    expect(page).to_have_url(re.compile(r"#map=[\d.]+/[\d.]+/[\d.]+$"))


@pytest.mark.parametrize(
    "address",
    [
        "event=tlas-flees",
        "place=Damascus&from=1946-04-17&to=1990-12-31",
        "category=French%20rule&map=4.5/36.2/20.1",
        "status=reported&tag=Tlas%20family&q=tlas",
    ],
)
def test_an_address_opened_twice_shows_the_same(
    visit: Visit, sample_page: Path, address: str
) -> None:
    once, again = (visit(at(sample_page, address)) for _ in range(2))

    for page in (once, again):
        expect(page.locator(".leaflet-pan-anim, .leaflet-zoom-anim")).to_have_count(0)
    seen = once.evaluate(VIEW)
    assert seen == again.evaluate(VIEW)
    assert seen[-1] == f"#{address}"


def test_a_link_to_an_event_that_is_gone_says_so_and_shows_the_whole_map(
    visit: Visit, sample_page: Path
) -> None:
    whole = visit(sample_page)
    page = visit(at(sample_page, "event=gone&from=1946-01-01&map=7/10/10"))

    notice = page.get_by_text("This link leads to an event that is no longer here.")
    expect(notice).to_be_visible()
    places = [button(each, "Damascus, 6 events").bounding_box() for each in (page, whole)]
    assert places[0] == places[1]
    page.locator(".address-notice").get_by_role("button", name="Close").click()
    expect(notice).to_have_count(0)


def test_an_address_can_be_typed_while_the_page_is_open(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)

    page.evaluate("location.hash = 'from=2011-01-01'")

    expect(button(page, "Damascus, 3 events")).to_be_visible()


def test_an_arabic_address_leads_to_its_place(visit: Visit, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("title,date,place,country,lat,lon\nحدث,1982,حماة,Syria,35.1,36.7\n", "utf-8")
    path = build(table, tmp_path / "map.html", Settings(title="خريطة")).output

    page = visit(at(path, "place=حماة"))

    expect(page.get_by_role("dialog", name="حماة")).to_be_visible()


@pytest.fixture
def host(sample_page: Path, tmp_path: Path) -> Path:
    """Write a long page of somebody else's with the map in it."""
    html = escape(sample_page.read_text("utf-8"))
    path = tmp_path / "host.html"
    path.write_text(
        '<!doctype html><html data-mapgen="ready"><meta charset="utf-8">'
        '<body style="height: 4000px">'
        f'<iframe title="Map" style="width: 900px; height: 600px" srcdoc="{html}"></iframe>',
        "utf-8",
    )
    return path


def inside(page: Page) -> FrameLocator:
    frame = page.frame_locator("iframe")
    expect(frame.locator("html[data-mapgen=ready]")).to_be_attached(timeout=30_000)
    return frame


def point(page: Page) -> Any:
    box = page.frame_locator("iframe").locator(".folium-map").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 4


def test_the_wheel_over_an_embedded_map_scrolls_the_page_and_says_how_to_zoom(
    visit: Visit, host: Path
) -> None:
    page = visit(host)
    frame = inside(page)
    mark = frame.get_by_role("button", name="Cairo, 1 event")
    before = mark.evaluate("mark => mark.style.transform")
    page.mouse.move(*point(page))

    page.mouse.wheel(0, 300)

    expect(frame.get_by_text("Use Ctrl + scroll to zoom")).to_be_visible()
    expect(frame.locator(".leaflet-zoom-anim")).to_have_count(0)
    assert mark.evaluate("mark => mark.style.transform") == before


def test_an_embedded_map_is_used_as_any_other(visit: Visit, host: Path) -> None:
    page = visit(host)
    frame = inside(page)

    frame.get_by_role("button", name="Cairo, 1 event").press("Enter")

    expect(frame.get_by_role("dialog", name="Cairo")).to_be_visible()


def test_the_wheel_zooms_a_page_of_its_own(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    box = page.locator(".folium-map").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 3)

    page.mouse.wheel(0, -300)

    expect(page).to_have_url(re.compile("#map="))
    expect(page.locator(".embed-hint")).to_have_count(0)


def embedded(visit: Visit, page: Path, folder: Path, address: str) -> FrameLocator:
    """Open an article of somebody else's that shows a part of the page."""
    article = folder / "article.html"
    src = escape(f"{page.as_uri()}#{address}")
    article.write_text(
        '<!doctype html><html lang="en" data-mapgen="ready"><meta charset="utf-8">'
        f'<h1>Article</h1><iframe title="Map" width="720" height="480" src="{src}"></iframe>',
        "utf-8",
    )
    return inside(visit(article))


def test_an_article_shows_the_map_and_the_time_axis_alone(
    visit: Visit, sample_page: Path, tmp_path: Path
) -> None:
    frame = embedded(visit, sample_page, tmp_path, "embed=map&from=1946-01-01")

    expect(frame.get_by_role("region", name="Map")).to_be_visible()
    expect(frame.get_by_role("region", name="Timeline")).to_be_visible()
    expect(frame.get_by_role("textbox", name="From")).to_have_value("1946")
    expect(frame.get_by_role("region", name="Story")).to_have_count(0)
    expect(frame.get_by_role("searchbox")).to_have_count(0)
    expect(frame.get_by_role("button", name="Share")).to_have_count(0)
    expect(frame.get_by_role("heading", level=1)).to_have_text(re.compile("France and Syria"))


@pytest.mark.parametrize("width", [720, 340])
def test_the_map_of_an_article_reaches_from_edge_to_edge_above_its_axis(
    visit: Visit, sample_page: Path, width: int
) -> None:
    page = visit(at(sample_page, "embed=map"), size=(width, 480))

    room = page.get_by_role("region", name="Map").bounding_box()
    axis = page.get_by_role("region", name="Timeline").bounding_box()
    assert room
    assert axis
    assert (room["x"], room["y"], room["width"]) == (0, 0, width)
    assert room["y"] + room["height"] == pytest.approx(axis["y"], abs=1)
    assert axis["y"] + axis["height"] == pytest.approx(480, abs=1)
    mark = page.get_by_role("button", name="Cairo, 1 event").bounding_box()
    assert mark
    assert mark["y"] + mark["height"] < axis["y"]


def test_an_event_of_a_map_without_story_is_told_in_the_popup_of_its_place(
    visit: Visit, sample_page: Path, tmp_path: Path
) -> None:
    frame = embedded(visit, sample_page, tmp_path, "embed=map&event=tlas-flees")

    popup = frame.get_by_role("dialog", name="Damascus")

    expect(popup).to_be_visible()
    expect(popup.get_by_role("article", name="Manaf Tlas fled")).to_be_in_viewport(ratio=0.5)


def test_the_map_of_an_article_leads_to_the_whole_page_at_the_same_view(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(at(sample_page, "embed=map"))
    button(page, "Cairo, 1 event").press("Enter")
    expect(page).to_have_url(re.compile("#embed=map&place=Cairo$"))

    link = page.get_by_role("link", name="Open the whole map")

    expect(link).to_have_attribute("href", f"{sample_page.as_uri()}#place=Cairo")
    expect(link).to_have_attribute("target", "_blank")
    page.evaluate("location.hash = 'place=Cairo'")
    expect(page.get_by_role("region", name="Story")).to_be_visible()
    expect(link).to_have_count(0)
