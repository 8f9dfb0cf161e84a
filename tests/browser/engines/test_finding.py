"""A reader looks for something, and finds the way back to everything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.browser.engines.reader import comes
from tests.browser.engines.sample import count, story

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.engines.conftest import Read
    from tests.browser.engines.reader import Part, Reader

ALL = "Showing 36 of 36 events"


def search(reader: Reader) -> Part:
    return reader.find("searchbox", "Search events")


def test_a_search_marks_its_words_and_a_chip_takes_it_back(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)

    search(reader).fill("TLÀS france")

    comes(lambda: count(reader).split()[2:], ["of", "36", "events"])
    comes(lambda: count(reader) != ALL, wanted=True)
    marked = story(reader).css("mark").texts()
    assert {text.casefold() for text in marked} == {"tlas", "france"}
    reader.find("button", "Remove filter: “TLÀS france”").press("Enter")

    comes(lambda: count(reader), ALL)
    assert story(reader).css("mark").count() == 0
    assert not reader.run("return document.activeElement === document.body")


def test_filters_count_what_they_would_show_and_escape_closes_them(
    read: Read, sample_page: Path
) -> None:
    reader = read(sample_page)
    button = reader.find("button", "Filters")
    button.press("Enter")
    assert button.get("aria-expanded") == "true"

    reader.find("group", "Categories").find("checkbox", re.compile("^French rule")).click()

    comes(lambda: count(reader), "Showing 7 of 36 events")
    reader.find("button", "Remove filter: French rule").comes()
    reader.tab.press("Escape")
    reader.find("group", "Categories").goes()
    assert button.has_focus()
    assert button.get("aria-expanded") == "false"


def test_where_nothing_matches_one_button_shows_everything_again(
    read: Read, sample_page: Path
) -> None:
    reader = read(sample_page)

    search(reader).fill("atlantis")
    comes(lambda: count(reader), "Showing 0 of 36 events")
    reader.find("button", "Show all events").press("Enter")

    comes(lambda: count(reader), ALL)
    assert search(reader).ask("return part.value") == ""
