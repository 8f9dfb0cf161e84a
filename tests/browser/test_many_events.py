"""A table of many events: the page reads a text when somebody wants to see it."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.page import blocks
from mapgen.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.xdist_group("many")
COUNT = 2500  # three blocks of texts
LAST = f"Event {COUNT - 1}"


@pytest.fixture(scope="module")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    with (folder / "many.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "title", "date", "place", "lat", "lon", "description"))
        for i in range(COUNT):
            day = f"{1900 + i // 300}-{i // 25 % 12 + 1:02}-{i % 25 + 1:02}"
            place = ("Here", 10, 10) if i % 2 else ("There", 40, 40)
            writer.writerow((f"e{i}", f"Event {i}", day, *place, f"Tells of number {i}."))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "PIECE", 4000)  # as the data of a hundred times as many are cut
        return build(folder / "many.csv", folder / "map.html", Settings()).output


def test_the_story_shows_its_first_events_and_says_how_many_there_are(
    visit: Visit, long_page: Path
) -> None:
    page = visit(long_page)

    first = page.get_by_role("region", name="Story").get_by_role("listitem").first

    expect(first).to_contain_text("Event 0")
    expect(first).to_contain_text("Tells of number 0.")
    expect(first).to_have_attribute("aria-setsize", str(COUNT))
    expect(first).to_have_attribute("aria-posinset", "1")


def test_a_search_finds_what_stands_at_the_end_and_marks_it(visit: Visit, long_page: Path) -> None:
    page = visit(long_page)

    page.get_by_role("searchbox").fill(f"number {COUNT - 1}")

    expect(page.get_by_role("article", name=LAST)).to_be_visible()
    expect(page.locator(".find-summary-count")).to_contain_text(f"Showing 1 of {COUNT:,}")
    expect(page.locator("mark").first).to_be_visible()


def test_an_emptied_search_shows_everything_again(visit: Visit, long_page: Path) -> None:
    page = visit(long_page)
    box = page.get_by_role("searchbox")
    box.fill("number 17")
    expect(page.locator(".find-summary-count")).not_to_contain_text(f"Showing {COUNT:,}")

    box.fill("")

    expect(page.locator(".find-summary-count")).to_contain_text(f"Showing {COUNT:,} of {COUNT:,}")


def test_a_link_to_an_event_opens_it_wherever_it_stands(visit: Visit, long_page: Path) -> None:
    page = visit(long_page)

    page.evaluate(f"location.hash = 'event=e{COUNT - 1}'")

    card = page.get_by_role("article", name=LAST)
    expect(card).to_be_in_viewport()
    expect(card).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("button", name="Previous:")).to_contain_text(f"Event {COUNT - 2}")


def test_the_popup_of_a_place_tells_of_its_events(visit: Visit, long_page: Path) -> None:
    page = visit(long_page)

    page.get_by_role("button", name="Here, 1,250 events", exact=True).press("Enter")

    dialog = page.get_by_role("dialog", name="Here")
    expect(dialog).to_contain_text("Tells of number 1.")


def test_the_popup_of_a_place_of_many_events_brings_more_when_asked(
    visit: Visit, long_page: Path
) -> None:
    page = visit(long_page)
    page.get_by_role("button", name="Here, 1,250 events", exact=True).press("Enter")
    items = page.get_by_role("dialog", name="Here").locator("[data-event]")
    expect(items).to_have_count(10)

    page.get_by_role("button", name="Show 10 more events").press("Enter")

    expect(items).to_have_count(20)
    expect(items.nth(10)).to_be_focused()
    expect(items.nth(10)).to_contain_text("Tells of number 21.")


def test_the_data_table_sorts_by_texts_that_nobody_has_read_yet(
    visit: Visit, long_page: Path
) -> None:
    page = visit(long_page)

    page.get_by_role("button", name="Data table").click()
    table = page.get_by_role("dialog", name="Data table")
    table.get_by_role("button", name="Title").click()
    table.get_by_role("button", name="Title").click()

    expect(table.get_by_role("row").nth(1)).to_contain_text(LAST)


def test_the_paper_says_how_many_events_it_leaves_out(visit: Visit, long_page: Path) -> None:
    page = visit(long_page)
    page.evaluate("window.print = () => window.dispatchEvent(new Event('beforeprint'))")

    page.keyboard.press("Control+p")

    expect(page.locator(".print-event")).to_have_count(2000)
    expect(page.locator(".print-event").last).to_contain_text("Tells of number 1999.")
    expect(page.locator(".print-part")).to_have_text("Printed here: 2,000 of 2,500 events.")
