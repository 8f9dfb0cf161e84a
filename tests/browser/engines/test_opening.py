"""A reader opens the sample, and asks its map what happened where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.engines.reader import comes
from tests.browser.engines.sample import axis, lie_on_each_other, mark, story

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.engines.conftest import Read

POINTS = {"Damascus": 6, "Hama": 1, "Paris": 7, "Vichy": 1, "Cairo": 1}
COUNTRIES = {"Syria": 20, "France": 1, "Turkey": 4, "Lebanon": 1, "Jordan": 1}
LIGHT, DARK = "rgb(250, 248, 243)", "rgb(20, 23, 26)"


def test_the_page_is_there_by_name_and_fetches_nothing(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)

    assert reader.find("heading", "France and Syria: from mandate to refuge").count() == 1
    for name in ("Map", "Timeline", "Story"):
        assert reader.find("region", name).count() == 1
    assert reader.run("return performance.getEntriesByType('resource').length") == 0
    assert reader.address() == ""


def test_every_place_and_country_is_a_button_that_says_how_many_events_it_has(
    read: Read, sample_page: Path
) -> None:
    reader = read(sample_page)

    for name, number in (POINTS | COUNTRIES).items():
        said = f"{name}, {number} event{'s' * (number != 1)}"
        assert reader.find("button", said).count() == 1


def test_names_on_the_map_never_lie_on_each_other(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)
    names = reader.css(".label")

    for _ in range(3):
        comes(lambda: lie_on_each_other(names.boxes()), [])
        assert names.count() > 5
        reader.run("history.replaceState(null, '', location.pathname)")
        reader.find("button", "Zoom in").click()
        comes(lambda: reader.address() != "", wanted=True)
        reader.css(".labels-late").goes()


@pytest.mark.parametrize(("name", "number"), [("Damascus", 6), ("Syria", 20)])
def test_a_popup_opens_by_a_key_and_escape_gives_the_focus_back(
    read: Read, sample_page: Path, name: str, number: int
) -> None:
    reader = read(sample_page)
    button = mark(reader, name)

    button.press("Enter")
    popup = reader.find("dialog", name)
    comes(popup.find("article").count, number)
    assert "Source: News analysis, July 2012" in popup.text()
    reader.tab.press("Escape")

    popup.goes()
    assert button.has_focus()


def test_a_click_opens_a_popup_and_another_takes_it_over(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)

    mark(reader, "Cairo").click()
    reader.find("dialog", "Cairo").comes()
    mark(reader, "Turkey").press("Enter")

    popup = reader.find("dialog", "Turkey")
    popup.comes()
    assert "From Damascus to Turkey" in popup.find("article", "Manaf Tlas fled Syria").text()
    reader.find("dialog", "Cairo").goes()


@pytest.mark.parametrize(("dark", "paper"), [(False, LIGHT), (True, DARK)])
def test_the_page_follows_the_system(read: Read, sample_page: Path, dark: bool, paper: str) -> None:
    reader = read(sample_page, dark=dark)

    assert reader.find("button", "Theme: system").count() == 1
    assert reader.css("html").style("backgroundColor") == paper


def test_the_button_leads_to_a_light_page_and_to_a_dark_one(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)
    papers = []

    for now, then in (("system", "light"), ("light", "dark"), ("dark", "system")):
        reader.find("button", f"Theme: {now}").press("Enter")
        reader.find("button", f"Theme: {then}").comes()
        papers.append(reader.css("html").style("backgroundColor"))

    assert papers == [LIGHT, DARK, LIGHT]


def test_a_map_for_an_article_is_the_map_and_the_axis_alone(read: Read, sample_page: Path) -> None:
    reader = read(sample_page, "embed=map&event=tlas-flees", size=(720, 480))

    popup = reader.find("dialog", "Damascus")

    popup.comes()
    assert axis(reader).count() == 1
    assert story(reader).count() == 0
    assert reader.find("searchbox").count() == 0
    assert reader.find("link", "Open the whole map").get("target") == "_blank"
