"""A reader opens the sample, looks at the map and asks its places what happened there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.settings import Settings
from tests.browser.conftest import PHONE, WIDE
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Notes, Visit

POINTS = {"Damascus": 6, "Hama": 1, "Paris": 7, "Vichy": 1, "Cairo": 1}
COUNTRIES = {"Syria": 20, "France": 1, "Turkey": 4, "Lebanon": 1, "Jordan": 1}


def place(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=re.compile(rf"^{name}, \d+ events?$"))


@pytest.mark.parametrize("network", [False, True], ids=["offline", "online"])
def test_the_page_is_ready_without_a_single_request_or_message(
    visit: Visit, sample_page: Path, notes: Notes, *, network: bool
) -> None:
    page = visit(sample_page, network=network, offline=not network)

    assert page.evaluate("performance.getEntriesByName('mapgen:ready').length") == 1
    assert page.evaluate("performance.getEntriesByType('resource').length") == 0
    assert notes.requests == []
    assert notes.console == []


def test_neighbours_with_room_for_their_names_are_named_on_the_map(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)

    for name in ("Iraq", "Saudi Arabia", "Egypt", "Syria", "France", "Damascus"):
        expect(page.locator(".label").get_by_text(name, exact=True)).to_be_visible()


@pytest.mark.parametrize("way", ["click", "Enter", "Space"])
def test_a_popup_lists_all_events_of_the_place(visit: Visit, sample_page: Path, way: str) -> None:
    page = visit(sample_page, reduced_motion="reduce")

    for name, count in (POINTS | COUNTRIES).items():
        if way == "click":
            place(page, name).dispatch_event("click")  # a mark may lie on a country's middle
        else:
            place(page, name).focus()
            page.keyboard.press(way)
        dialog = page.get_by_role("dialog", name=name, exact=True)
        expect(dialog.get_by_role("article")).to_have_count(count)
        page.keyboard.press("Escape")


def test_a_popup_tells_date_title_text_status_and_source_in_time_order(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)

    place(page, "Damascus").press("Enter")

    dialog = page.get_by_role("dialog", name="Damascus")
    titles = dialog.get_by_role("heading", level=3).all_inner_texts()
    coup = dialog.get_by_role("article", name="Hafez al-Assad took power in a coup")
    told = dialog.get_by_role("article", name="Manaf Tlas reportedly met the opposition")
    assert titles[0] == "One military takeover followed another"
    assert titles[-1] == "Manaf Tlas fled Syria"
    expect(coup).to_contain_text("1970")
    expect(coup).to_contain_text("Alawite community")
    expect(coup).not_to_contain_text("Confirmed")
    expect(coup).to_contain_text("Source: News analysis, July 2012")
    expect(told).to_contain_text("Reported")
    expect(told).to_contain_text("citing the BBC")


def test_the_close_button_gives_the_focus_back_too(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    place(page, "Paris").press("Enter")

    page.get_by_role("button", name="Close").press("Enter")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(place(page, "Paris")).to_be_focused()


@pytest.mark.parametrize("size", [WIDE, (1024, 768), PHONE, (844, 390), (2560, 1440)])
def test_the_first_view_reaches_from_paris_to_the_syrian_border(
    visit: Visit, sample_page: Path, size: tuple[int, int]
) -> None:
    page = visit(sample_page, size=size)

    shown = page.get_by_role("region", name="Map", exact=True).bounding_box()
    assert shown
    targets = [*page.locator(".place").all(), place(page, "Turkey"), place(page, "Jordan")]
    for target in targets:
        box = target.bounding_box()
        assert box
        assert box["x"] >= shown["x"]
        assert box["x"] + box["width"] <= shown["x"] + shown["width"]
        assert box["y"] >= shown["y"]
        assert box["y"] + box["height"] <= shown["y"] + shown["height"]


def test_the_key_explains_categories_claims_movements_and_borders(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)

    key = page.locator(".key")
    for word in ("French rule", "Exile and diplomacy", "Not confirmed", "Movement", "today"):
        expect(key).to_contain_text(word)


def test_online_maps_are_offered_and_quietly_missing_without_a_network(
    visit: Visit, sample_page: Path, notes: Notes
) -> None:
    page = visit(sample_page, quiet=False)
    page.get_by_role("button", name="Layers").press("Enter")
    expect(page.get_by_label("Plain map (offline)")).to_be_checked()
    assert notes.requests == []

    page.get_by_label("OpenStreetMap Mapnik").hover()
    page.get_by_label("OpenStreetMap Mapnik").check()

    expect(page.locator(".tiles-notice")).to_contain_text("cannot be reached")
    assert all(url.startswith("https://tile.openstreetmap.org/") for url in notes.requests)
    expect(page.locator(".base-land")).to_be_visible()
    assert notes.errors == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_page_speaks_other_languages(
    visit: Visit, sample: Path, tmp_path: Path, language: str
) -> None:
    words = {"fr": ("Carte", "6 événements"), "ar": ("الخريطة", "٦ أحداث")}[language]
    settings = Settings(title="Titre", language="fr" if language == "fr" else "ar")
    path = build(sample, tmp_path / "map.html", settings).output

    page = visit(path)

    expect(page.get_by_role("region", name=words[0], exact=True)).to_be_visible()
    expect(page.get_by_role("button", name=words[1]).first).to_be_visible()
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")


def test_an_area_without_a_code_of_its_own_is_called_in_the_page_s_language(
    visit: Visit, tmp_path: Path
) -> None:
    table = ROOT / "tests/cases/arabic/locations.csv"
    page = visit(build(table, tmp_path / "map.html", Settings(language="ar")).output)

    region = page.locator(".label-country")

    expect(region.filter(has_text="القرم")).to_have_count(1)
    expect(region.filter(has_text="Crimea")).to_have_count(0)
