"""A reader moves the window, filters and walks through the story, and the map follows at once."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.settings import Settings
from tests.browser.conftest import PHONE, WIDE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit


def button(page: Page, name: str) -> Locator:
    region = page.get_by_role("region", name="Map", exact=True)
    return region.get_by_role("button", name=name, exact=True)


def at(page: Path, address: str) -> Any:
    """Return the address of a page with what the reader sees in it; it stands in for a path."""
    return Address(f"{page.as_uri()}#{address}")


class Address:
    """Opens like a path."""

    def __init__(self, address: str) -> None:
        self.address = address

    def as_uri(self) -> str:
        """Return the whole address."""
        return self.address


def made(folder: Path, *rows: dict[str, str]) -> Path:
    """Build the page of a table with these rows."""
    table = folder / "table.csv"
    names = dict.fromkeys(name for row in rows for name in row)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(names), restval="")
        writer.writeheader()
        writer.writerows(rows)
    return build(table, folder / "map.html", Settings(title="Made")).output


def overlapping(page: Page, selector: str, rim: float) -> list[Any]:
    """Return the pairs of visible elements that lie on each other by more than `rim` pixels."""
    boxes = page.evaluate(
        """(selector) => [...document.querySelectorAll(selector)]
            .filter((each) => getComputedStyle(each).visibility === "visible" && !each.hidden)
            .map((each) => [each.textContent, each.getBoundingClientRect().toJSON()])""",
        selector,
    )
    return [
        (one, other)
        for i, (one, a) in enumerate(boxes)
        for other, b in boxes[:i]
        if min(a["right"], b["right"]) - max(a["left"], b["left"]) > rim
        and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > rim
    ]


def test_marks_and_countries_count_what_is_in_the_window(visit: Visit, sample_page: Path) -> None:
    page = visit(at(sample_page, "from=2011-01-01"))

    expect(button(page, "Damascus, 3 events")).to_be_visible()
    expect(button(page, "Paris, 7 events")).to_be_visible()
    expect(button(page, "Turkey, 4 events")).to_have_attribute("tabindex", "0")


def test_a_place_without_an_event_in_the_window_is_a_dot_that_tab_skips(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(at(sample_page, "from=2011-01-01"))

    hama = button(page, "Hama, 0 events")
    expect(hama).to_be_visible()
    expect(hama).to_have_attribute("tabindex", "-1")
    hama.click()
    expect(page.get_by_role("dialog", name="Hama")).to_contain_text("Outside the window")


def test_a_place_that_the_filters_leave_nothing_of_goes(visit: Visit, sample_page: Path) -> None:
    page = visit(at(sample_page, "category=French%20rule"))

    expect(button(page, "Vichy, 1 event")).to_be_visible()
    expect(page.locator(".place:visible")).to_have_count(1)


def test_a_popup_dims_what_is_outside_the_window_and_says_so(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(at(sample_page, "to=1980-12-31&place=Damascus"))

    dialog = page.get_by_role("dialog", name="Damascus")
    expect(dialog.get_by_role("article")).to_have_count(6)
    expect(dialog.get_by_text("Outside the window")).to_have_count(4)
    page.get_by_role("button", name=re.compile("Reset time")).click()
    expect(dialog.get_by_text("Outside the window")).to_have_count(0)


def test_a_country_is_darker_while_one_of_its_periods_is_in_a_narrower_window(
    visit: Visit, sample_page: Path
) -> None:
    fill = "area => getComputedStyle(area).fill"
    whole = visit(sample_page)
    syria, turkey = button(whole, "Syria, 20 events"), button(whole, "Turkey, 4 events")
    assert syria.evaluate(fill) == turkey.evaluate(fill)

    narrow = visit(at(sample_page, "from=2012-01-01"))

    lasting = button(narrow, "Syria, 9 events").evaluate(fill)
    assert lasting != button(narrow, "Turkey, 4 events").evaluate(fill)


@pytest.mark.parametrize("way", ["click", "Enter"])
def test_a_country_lists_the_places_in_it_and_they_open_and_stay_open(
    visit: Visit, sample_page: Path, way: str
) -> None:
    page = visit(sample_page)
    button(page, "Syria, 20 events").press("Enter")

    hama = page.get_by_role("dialog", name="Syria").get_by_role("button", name="Hama, 1 event")
    if way == "click":
        hama.click()
    else:
        hama.press(way)

    dialog = page.get_by_role("dialog", name="Hama")  # fades for a while when it is closed
    expect(dialog.get_by_role("heading", name="Hama", exact=True)).to_be_focused()
    expect(page).to_have_url(re.compile("place=Hama$"))


def test_a_picture_asked_for_in_a_popup_leaves_it_open(visit: Visit, tmp_path: Path) -> None:
    here = {"country": "Syria", "lat": "33.5", "lon": "36.3", "date": "1982"}
    image = {"image": "https://example.org/citadel.jpg", "image_alt": "The citadel"}
    page = visit(made(tmp_path, {"title": "One", "place": "Citadel", **here, **image}), quiet=False)
    button(page, "Citadel, 1 event").press("Enter")

    dialog = page.get_by_role("dialog", name="Citadel")
    dialog.get_by_role("button", name="example.org").click()

    expect(dialog.get_by_role("figure")).to_be_focused()
    expect(page).to_have_url(re.compile("place=Citadel$"))


def test_places_that_would_lie_on_each_other_are_one_mark_that_splits(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page, size=PHONE)
    merged = button(page, "Syria, 2 places, 7 events")
    assert overlapping(page, ".place", rim=8) == []

    merged.focus()
    merged.press("Enter")

    expect(button(page, "Damascus, 6 events")).to_be_focused()
    expect(button(page, "Hama, 1 event")).to_be_visible()
    expect(merged).to_have_count(0)


def test_on_a_wide_screen_damascus_and_hama_stand_apart(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page, size=WIDE)

    expect(button(page, "Damascus, 6 events")).to_be_visible()
    expect(button(page, "Hama, 1 event")).to_be_visible()
    assert overlapping(page, ".place", rim=8) == []


def test_places_at_one_point_are_offered_as_a_list(visit: Visit, tmp_path: Path) -> None:
    here = {"country": "Syria", "lat": "33.5", "lon": "36.3", "date": "1982"}
    table = made(
        tmp_path,
        {"title": "One", "place": "Citadel", **here},
        {"title": "Two", "place": "Gate", **here},
    )
    page = visit(table)

    button(page, "Syria, 2 places, 2 events").press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Gate").press("Enter")

    dialog = page.get_by_role("dialog", name="Gate")
    expect(dialog.get_by_role("heading", name="Gate", exact=True)).to_be_focused()
    expect(dialog.get_by_role("article", name="Two")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(button(page, "Syria, 2 places, 2 events")).to_be_focused()


def test_the_path_so_far_is_strong_the_rest_pale_and_the_step_thick(
    visit: Visit, sample_page: Path
) -> None:
    opacity = "path => Number(getComputedStyle(path).opacity)"
    page = visit(at(sample_page, "event=tlas-flees"))

    paths = page.locator("path.movement")
    selected = page.locator("path.movement.movement-selected")
    expect(selected).to_have_count(1)
    assert float(selected.evaluate("path => parseFloat(getComputedStyle(path).strokeWidth)")) > 3
    values = [path.evaluate(opacity) for path in paths.all()]
    assert values.index(0.3) > 0
    assert set(values) == {1, 0.3}


def test_movements_go_with_their_events(visit: Visit, sample_page: Path) -> None:
    page = visit(at(sample_page, "to=1990-12-31"))

    expect(page.locator("path.movement:visible")).to_have_count(1)
    expect(page.locator(".movement-head:visible")).to_have_count(1)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_selected_place_is_lit_and_never_under_a_panel(
    visit: Visit, sample_page: Path, size: tuple[int, int], motion: str
) -> None:
    page = visit(sample_page, size=size, reduced_motion=motion)

    for _ in range(3):
        page.get_by_role("button", name=re.compile("^Next:")).click()
    page.evaluate("location.hash = 'event=bashar-succeeds'")

    lit = page.locator(".place-selected")
    expect(lit).to_have_count(1)
    expect(page.locator(".leaflet-zoom-anim, .leaflet-pan-anim")).to_have_count(0)
    box = lit.bounding_box()
    assert box
    hit = page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y)?.closest('.place') !== null",
        [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2],
    )
    assert hit


def test_names_never_overlap_while_the_reader_zooms(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page, size=PHONE, reduced_motion="reduce")

    for _ in range(5):
        assert overlapping(page, ".label", rim=0) == []
        page.get_by_role("button", name="Zoom in", exact=True).click()
        expect(page.locator(".leaflet-zoom-anim")).to_have_count(0)


def test_a_resized_window_keeps_what_the_reader_looks_at(visit: Visit, sample_page: Path) -> None:
    page = visit(at(sample_page, "map=6/33.5/36.3"))

    page.set_viewport_size({"width": 1100, "height": 700})
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    shown = page.get_by_role("region", name="Map", exact=True).bounding_box()
    box = button(page, "Damascus, 6 events").bounding_box()
    assert shown
    assert box
    middle = shown["x"] + shown["width"] / 2
    assert abs(box["x"] + box["width"] / 2 - middle) < 5


def test_the_key_explains_marks_that_change(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)

    key = page.locator(".key")
    for words in ("Several events", "Several places", "No event in the window", "its periods"):
        expect(key).to_contain_text(words)
