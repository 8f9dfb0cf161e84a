"""A reader with a phone: the story is a sheet over the map, and both stay usable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.browser.conftest import PHONE
from tests.browser.engines.reader import comes
from tests.browser.engines.sample import axis, band, mark, story, window_comes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.engines.conftest import Read

LESS, MORE = "Show less of the story", "Show more of the story"


def test_buttons_take_the_story_through_three_heights(read: Read, sample_page: Path) -> None:
    reader = read(sample_page, size=PHONE)
    half = story(reader).box().height

    reader.find("button", LESS).press("Enter")
    comes(lambda: reader.find("button", LESS).get("aria-disabled"), "true")
    assert reader.find("button", LESS).get("aria-expanded") == "false"
    comes(lambda: abs(story(reader).box().height - 100) <= 6, wanted=True)
    walk = story(reader).find("button", re.compile("^Next:"))
    assert walk.box().bottom <= reader.run("return innerHeight")
    reader.find("button", MORE).press("Enter")
    reader.find("button", MORE).press("Enter")

    comes(lambda: story(reader).box().height > half + 100, wanted=True)
    assert reader.find("button", MORE).get("aria-disabled") == "true"
    assert reader.find("button", MORE).has_focus()


def test_the_map_stays_in_sight_above_the_axis_and_the_story(read: Read, sample_page: Path) -> None:
    reader = read(sample_page, size=PHONE)

    room, time, told = reader.find("region", "Map"), axis(reader), story(reader)

    assert time.box().y - room.box().y > 200
    assert abs(time.box().bottom - told.box().y) <= 20
    assert reader.run("return document.documentElement.scrollWidth <= innerWidth")


def test_the_search_opens_and_closes_by_its_button(read: Read, sample_page: Path) -> None:
    reader = read(sample_page, size=PHONE)
    search = reader.find("searchbox", "Search events")
    assert search.count() == 0

    reader.find("button", "Search events").click()
    comes(search.has_focus, wanted=True)
    search.fill("hama")
    reader.tab.press("Escape")

    search.goes()
    reader.find("button", "Remove filter: “hama”").comes()
    assert reader.find("button", "Search events").has_focus()


def test_a_popup_has_the_map_to_itself(read: Read, sample_page: Path) -> None:
    reader = read(sample_page, size=PHONE)

    mark(reader, "Cairo").press("Enter")

    reader.find("dialog", "Cairo").comes()
    comes(lambda: reader.find("button", LESS).get("aria-disabled"), "true")


def test_the_other_controls_of_time_are_one_button_away(read: Read, sample_page: Path) -> None:
    reader = read(sample_page, size=PHONE)
    assert band(reader, "French mandate").count() == 0

    axis(reader).find("button", "More time controls").click()
    band(reader, "French mandate").click()

    window_comes(reader, "1 January 1920", "31 December 1946")
