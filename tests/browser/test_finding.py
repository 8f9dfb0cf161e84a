"""A reader looks for something: by words, by filters, and finds the way back to everything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit

MANY_TAGS = 200


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

    expect(count(page)).to_have_text("Showing 36 of 36 events")


def test_filters_count_what_they_would_show_and_follow_each_other(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    open_filters(page)
    status = page.get_by_role("group", name="Status")
    rule = page.get_by_role("group", name="Categories").get_by_role("checkbox", name="French rule")
    expect(status.get_by_text("Reported").locator("..")).not_to_contain_text(re.compile(r"\b0$"))

    rule.check()

    expect(count(page)).to_have_text("Showing 7 of 36 events")
    expect(status.get_by_text("Reported").locator("..")).to_contain_text(re.compile(r"0$"))
    expect(page.get_by_role("group", name="Tags").get_by_role("checkbox").first).to_be_visible()


def test_two_values_of_a_filter_show_more_and_two_filters_less(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    open_filters(page)

    page.get_by_role("checkbox", name="French rule").check()
    page.get_by_role("checkbox", name="Rule and power").check()
    expect(count(page)).to_have_text("Showing 15 of 36 events")
    page.get_by_role("checkbox", name="mandate").check()

    expect(count(page)).to_have_text(re.compile(r"^Showing \d of 36 events$"))
    expect(page.get_by_role("button", name="Remove filter:")).to_have_count(3)


def test_a_chip_removes_its_filter_and_the_focus_goes_on(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    open_filters(page)
    page.get_by_role("checkbox", name="French rule").check()
    page.get_by_role("checkbox", name="Reported").check()

    page.get_by_role("button", name="Remove filter: French rule").press("Enter")

    expect(page.get_by_role("button", name="Remove filter: Reported")).to_be_focused()
    expect(page.get_by_role("button", name="Remove filter:")).to_have_count(1)


def test_the_story_walks_only_through_what_was_found(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    search(page).fill("hama")
    expect(count(page)).not_to_have_text("Showing 36 of 36 events")

    step = story(page).get_by_role("button", name="Next:")

    expect(step).to_contain_text("Hama")


def many_tags(folder: Path, language: str = "en") -> Path:
    """Build a page of 200 events: the first has every tag, each of the next ones has fewer."""
    names = [f"Tag {chr(97 + i % 26)}{i:03}" for i in range(MANY_TAGS)]
    rows = [f"Event {i},{1800 + i},{';'.join(names[: MANY_TAGS - i])}" for i in range(MANY_TAGS)]
    (folder / "in.csv").write_text("\n".join(["title,date,tags", *rows]), "utf-8")
    return build(folder / "in.csv", folder / "map.html", Settings(language=language)).output


def tags(page: Page) -> Locator:
    return page.get_by_role("group", name="Tags")


def test_of_many_tags_the_dozen_most_frequent_are_shown_at_first(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit(many_tags(tmp_path))
    open_filters(page)
    boxes = tags(page).get_by_role("checkbox")
    expect(boxes).to_have_count(12)
    expect(boxes.first).to_have_accessible_name(re.compile("^Tag a000"))
    everything = tags(page).get_by_role("button", name="Show all 200")
    expect(everything).to_have_attribute("aria-expanded", "false")

    everything.press("Enter")

    fewer = tags(page).get_by_role("button", name="Show fewer")
    expect(fewer).to_have_attribute("aria-expanded", "true")
    expect(fewer).to_be_focused()
    expect(boxes).to_have_count(MANY_TAGS)
    fewer.press("Enter")
    expect(boxes).to_have_count(12)


def test_a_checked_tag_stays_in_the_short_list(visit: Visit, tmp_path: Path) -> None:
    page = visit(many_tags(tmp_path))
    page.evaluate("location.hash = 'tag=Tag%20r199'")
    open_filters(page)
    rare = tags(page).get_by_role("checkbox", name="Tag r199")
    expect(rare).to_be_checked()
    expect(tags(page).get_by_role("checkbox")).to_have_count(13)

    rare.uncheck()

    expect(rare).to_be_focused()
    expect(count(page)).to_have_text("Showing 200 of 200 events")


def test_a_long_list_of_tags_can_be_searched(visit: Visit, tmp_path: Path) -> None:
    page = visit(many_tags(tmp_path))
    open_filters(page)
    narrow = tags(page).get_by_role("searchbox", name="Search tags")
    boxes = tags(page).get_by_role("checkbox")

    narrow.fill("TÀG Z0")
    expect(boxes).to_have_count(3)
    boxes.last.check()
    expect(page.get_by_role("button", name="Remove filter: Tag z077")).to_be_attached()
    narrow.fill("nowhere")
    expect(boxes).to_have_count(0)
    expect(tags(page).get_by_role("status")).to_have_text("Nothing matches")
    narrow.press("Escape")

    expect(narrow).to_have_value("")
    expect(boxes).to_have_count(13)
    narrow.press("Escape")
    expect(narrow).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "filters", "everything"),
    [("fr", "Filtres", "Tout afficher (200)"), ("ar", "عوامل التصفية", "إظهار الكل (٢٠٠)")],
)
def test_the_list_of_tags_speaks_the_language_of_the_page(
    visit: Visit, tmp_path: Path, language: str, filters: str, everything: str
) -> None:
    page = visit(many_tags(tmp_path, language))

    page.get_by_role("button", name=filters, exact=True).press("Enter")

    expect(page.get_by_role("button", name=everything)).to_be_visible()


def test_a_short_list_of_tags_is_shown_whole(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    open_filters(page)

    expect(page.get_by_role("group", name="Categories").get_by_role("checkbox")).to_have_count(5)
    expect(page.get_by_role("group", name="Categories").get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_have_count(1)
