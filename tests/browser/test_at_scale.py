"""A hundred thousand events: keyboard and screen reader get as far as on a small page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import MANY

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.xdist_group("scale")


@pytest.fixture
def page(visit: Visit, large_page: Path) -> Page:
    return visit(large_page, reduced_motion="reduce")


def test_tab_reaches_a_mark_that_leads_closer_and_keeps_the_focus(page: Page) -> None:
    focused = page.locator(".place:focus")
    page.locator(".leaflet-container").focus()

    page.keyboard.press("Tab")
    expect(focused).to_have_attribute("aria-label", re.compile(r"places, [\d,]+ events"))
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("map="))
    expect(focused).to_have_count(1)


def test_a_place_is_opened_read_further_and_left_by_the_keyboard(page: Page) -> None:
    page.evaluate("location.hash = 'place=Place%206'")
    popup = page.get_by_role("dialog", name="Place 6")
    items = popup.get_by_role("article")

    expect(items).to_have_count(10)
    expect(popup.locator(":focus")).to_have_count(1)
    expect(items.first).to_contain_text("Source")
    popup.get_by_role("button", name="Show 6 more events").press("Enter")
    expect(items).to_have_count(16)
    expect(popup.locator("[data-event]").nth(10)).to_be_focused()
    page.keyboard.press("Escape")

    expect(popup).to_have_count(0)


def test_a_search_is_typed_counted_aloud_and_walked_through(page: Page) -> None:
    page.get_by_role("searchbox").press_sequentially("9999")

    expect(page.locator(".find-summary-count")).to_have_text("Showing 29 of 100,000 events")
    page.get_by_role("button", name="Next:").press("Enter")
    first = page.locator("article[aria-current=true]")
    expect(first.locator("mark").first).to_contain_text("9999")
    title = first.get_attribute("aria-labelledby")
    page.get_by_role("button", name="Next:").press("Enter")
    expect(first).not_to_have_attribute("aria-labelledby", str(title))
    page.get_by_role("button", name="Previous:").press("Enter")
    expect(first).to_have_attribute("aria-labelledby", str(title))


def test_a_filter_is_set_by_the_keyboard_and_nothing_is_hidden_from_those_who_hear(
    page: Page,
) -> None:
    page.get_by_role("button", name="Filters").press("Enter")
    disputed = page.get_by_role("group", name="Status").get_by_role("checkbox", name="Disputed")
    disputed.press("Space")

    expect(page.locator(".find-summary-count")).to_contain_text(re.compile(r"Showing 1\d,\d{3} of"))
    assert Axe().run(page).response["violations"] == []


def test_the_data_table_comes_in_the_order_of_time_a_hundred_rows_at_once(page: Page) -> None:
    page.get_by_role("button", name="Data table").click()
    dialog = page.get_by_role("dialog", name="Data table")
    rows = dialog.locator("tbody tr")

    expect(dialog.get_by_role("status")).to_have_text("100,000 events")
    expect(rows).to_have_count(100)
    first = rows.first.inner_text()
    dialog.get_by_role("button", name="Show 100 more rows").click()
    expect(rows).to_have_count(200)
    dialog.get_by_role("button", name="Date").click()
    expect(rows).to_have_count(100)
    expect(rows.first).not_to_have_text(first)


def test_a_download_has_every_event_and_says_while_it_is_written(page: Page) -> None:
    page.get_by_role("button", name="Share").click()
    dialog = page.get_by_role("dialog", name="Share")
    dialog.get_by_role("radio", name="All").check()

    with page.expect_download() as waiting:
        dialog.get_by_role("button", name="Download GeoJSON").click()
        expect(dialog.get_by_role("progressbar", name="Writing the file…")).to_be_visible()

    written = json.loads(Path(waiting.value.path()).read_text("utf-8"))
    assert len(written["features"]) == MANY
    expect(dialog.get_by_role("progressbar")).to_have_count(0)
