"""A reader with a phone: the story is a sheet over the map, and both stay usable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, WIDE
from tests.browser.test_access import pages

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import FloatRect, Locator, Page

    from tests.browser.conftest import Visit

__all__ = ["pages"]

COVERED = "document.documentElement.style.getPropertyValue('--mapgen-covered-bottom')"


def story(page: Page) -> Locator:
    return page.get_by_role("region", name="Story", exact=True)


def box(locator: Locator) -> FloatRect:
    found = locator.bounding_box()
    assert found
    return found


def height(page: Page) -> float:
    return box(story(page))["height"]


def more(page: Page) -> Locator:
    return page.get_by_role("button", name="Show more of the story")


def less(page: Page) -> Locator:
    return page.get_by_role("button", name="Show less of the story")


@pytest.fixture
def phone(visit: Visit, sample_page: Path) -> Page:
    return visit(sample_page, size=PHONE, has_touch=True, reduced_motion="reduce")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_no_mark_of_the_first_view_lies_under_the_key(
    visit: Visit, pages: dict[str, Path], language: str
) -> None:
    page = visit(pages[language], size=PHONE, has_touch=True)

    key = box(page.locator("details.key"))
    marks = [box(mark) for mark in page.locator(".place").all()]

    assert marks
    for mark in marks:
        beside = mark["x"] + mark["width"] <= key["x"] or mark["x"] >= key["x"] + key["width"]
        assert beside or mark["y"] + mark["height"] <= key["y"]


def test_the_map_stays_in_sight_above_the_axis_and_the_story(phone: Page) -> None:
    told = box(story(phone))
    axis = box(phone.get_by_role("region", name="Timeline"))
    shown = box(phone.get_by_role("region", name="Map", exact=True))

    assert told["height"] == pytest.approx(0.4 * PHONE[1], abs=2)
    assert axis["y"] + axis["height"] == pytest.approx(told["y"], abs=20)
    assert axis["y"] - shown["y"] > 200
    covered = float(phone.evaluate(COVERED).removesuffix("px"))
    assert covered == pytest.approx(PHONE[1] - axis["y"], abs=2)


def test_the_handle_can_be_dragged(phone: Page) -> None:
    told = box(story(phone))
    x, y = told["x"] + told["width"] / 2, told["y"] + 20

    phone.mouse.move(x, y)
    phone.mouse.down()
    phone.mouse.move(x, y + 100, steps=4)
    phone.mouse.move(x, y + 230, steps=8)
    phone.mouse.up()

    expect(less(phone)).to_have_attribute("aria-disabled", "true")
    assert height(phone) < told["height"] - 100


def test_the_full_story_gives_way_to_the_map_when_an_event_is_chosen(phone: Page) -> None:
    more(phone).press("Enter")
    full = height(phone)

    story(phone).get_by_role("link", name="French mandate").click()

    assert height(phone) < full - 100
    lit = story(phone).locator("[aria-current=true]")
    expect(lit.get_by_role("heading")).to_be_in_viewport()


@pytest.mark.parametrize("size", [PHONE, (844, 390), (1024, 768), WIDE, (320, 568)])
def test_nothing_is_wider_than_the_screen_and_nothing_jumps(
    visit: Visit, sample_page: Path, size: tuple[int, int]
) -> None:
    page = visit(sample_page, size=size)

    shift = page.evaluate(
        """() => new Promise((tell) => {
            let sum = 0;
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) sum += entry.value;
            }).observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => tell(sum)));
        })"""
    )

    assert shift == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_on_a_phone_on_its_side_the_story_stands_beside_the_map(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page, size=(844, 390))

    shown = box(page.get_by_role("region", name="Map", exact=True))

    assert shown["width"] > 500
    assert shown["height"] > 180
    expect(more(page)).to_be_hidden()
    assert page.evaluate(COVERED) == "0px"
