"""A reader looks for something: by words, by filters, and finds the way back to everything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit


def story(page: Page) -> Locator:
    return page.get_by_role("region", name="Story", exact=True)


def count(page: Page) -> Locator:
    return story(page).get_by_role("status")


def search(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Search events")


def open_filters(page: Page) -> None:
    page.get_by_role("button", name="Filters").press("Enter")


def test_the_count_says_how_many_events_are_shown(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)

    expect(count(page)).to_have_text("Showing 33 of 33 events")


def test_a_search_shows_the_events_with_every_word_and_marks_them(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)

    search(page).fill("TLÀS france")

    expect(count(page)).to_have_text(re.compile(r"^Showing [1-9] of 33 events$"))
    marks = story(page).locator("mark")
    expect(marks.first).to_be_visible()
    assert {text.casefold() for text in marks.all_inner_texts()} == {"tlas", "france"}
    expect(page.get_by_role("button", name="Remove filter: “TLÀS france”")).to_be_visible()


def test_marks_go_with_the_search(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    search(page).fill("hama")
    expect(story(page).locator("mark").first).to_be_visible()

    page.get_by_role("button", name="Remove filter: “hama”").press("Enter")

    expect(story(page).locator("mark")).to_have_count(0)
    expect(search(page)).to_have_value("")
    expect(count(page)).to_have_text("Showing 33 of 33 events")
    assert page.evaluate("document.activeElement !== document.body")


def test_filters_count_what_they_would_show_and_follow_each_other(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    open_filters(page)
    status = page.get_by_role("group", name="Status")
    rule = page.get_by_role("group", name="Categories").get_by_role("checkbox", name="French rule")
    expect(status.get_by_text("Reported").locator("..")).not_to_contain_text(re.compile(r"\b0$"))

    rule.check()

    expect(count(page)).to_have_text("Showing 7 of 33 events")
    expect(status.get_by_text("Reported").locator("..")).to_contain_text(re.compile(r"0$"))
    expect(page.get_by_role("group", name="Tags").get_by_role("checkbox").first).to_be_visible()


def test_two_values_of_a_filter_show_more_and_two_filters_less(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    open_filters(page)

    page.get_by_role("checkbox", name="French rule").check()
    page.get_by_role("checkbox", name="Rule and power").check()
    expect(count(page)).to_have_text("Showing 14 of 33 events")
    page.get_by_role("checkbox", name="mandate").check()

    expect(count(page)).to_have_text(re.compile(r"^Showing \d of 33 events$"))
    expect(page.get_by_role("button", name="Remove filter:")).to_have_count(3)


def test_a_chip_removes_its_filter_and_the_focus_goes_on(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    open_filters(page)
    page.get_by_role("checkbox", name="French rule").check()
    page.get_by_role("checkbox", name="Reported").check()

    page.get_by_role("button", name="Remove filter: French rule").press("Enter")

    expect(page.get_by_role("button", name="Remove filter: Reported")).to_be_focused()
    expect(page.get_by_role("button", name="Remove filter:")).to_have_count(1)


def test_escape_closes_the_filters_and_gives_the_focus_back(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    button = page.get_by_role("button", name="Filters")
    open_filters(page)
    expect(button).to_have_attribute("aria-expanded", "true")

    page.get_by_role("checkbox").first.focus()
    page.keyboard.press("Escape")

    expect(page.get_by_role("group", name="Categories")).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_where_nothing_matches_one_button_shows_everything_again(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    search(page).fill("atlantis")

    expect(story(page).get_by_text("Nothing matches")).to_be_visible()
    expect(count(page)).to_have_text("Showing 0 of 33 events")
    page.get_by_role("button", name="Show all events").press("Enter")

    expect(story(page).get_by_role("article")).to_have_count(33)
    expect(search(page)).to_have_value("")
    assert page.evaluate("document.activeElement !== document.body")


def test_the_story_walks_only_through_what_was_found(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    search(page).fill("hama")
    expect(count(page)).not_to_have_text("Showing 33 of 33 events")

    step = story(page).get_by_role("button", name="Next:")

    expect(step).to_contain_text("Hama")
