"""A reader of Arabic: the page runs from right to left, and dates run as they are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mapgen.build import build
from mapgen.settings import Settings, read_settings
from tests.browser.engines.reader import comes
from tests.browser.engines.test_taking_away import on_paper
from tests.browser.test_older_browsers import lacking
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.engines.conftest import Read


# Where the first of each text stands: at the right of the box that it has for itself, or its left.
STAND = """return [...document.querySelectorAll(arguments[0])].map((part) => {
    const range = document.createRange();
    range.selectNodeContents(part);
    const text = range.getBoundingClientRect();
    const room = part.closest("h2, h3, p, li").getBoundingClientRect();
    return text.left - room.left < room.right - text.right ? "left" : "right";
});"""
# The figures of a text in the order in which they stand, from left to right.
FIGURES = r"""return [...document.querySelectorAll(arguments[0])].map((part) => {
    const node = document.createTreeWalker(part, NodeFilter.SHOW_TEXT).nextNode();
    return [...node?.data.matchAll(/\d+|[٠-٩]+/g) ?? []].map((figures) => {
        const range = document.createRange();
        range.setStart(node, figures.index);
        range.setEnd(node, figures.index + figures[0].length);
        return { text: figures[0], left: range.getBoundingClientRect().left };
    }).sort((one, other) => one.left - other.left).map(({ text }) => text).join(" ");
});"""
MIXED = """title,date,description,kind
French mandate,1920/1946,"France ruled Syria.

- a quarter of a century",period
سحق مقاومة الفرنسيين,1920,قاوم السوريون,event
"""


@pytest.fixture(scope="session")
def mixed_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page in Arabic of a table that is half in English."""
    folder = tmp_path_factory.mktemp("mixed")
    (folder / "events.csv").write_text(MIXED, "utf-8")
    settings = Settings(title="خريطة", language="ar")
    return build(folder / "events.csv", folder / "map.html", settings).output


@pytest.fixture(scope="session")
def arabic_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = ROOT / "tests/cases/arabic"
    output = tmp_path_factory.mktemp("arabic") / "map.html"
    return build(folder / "locations.csv", output, read_settings(folder, {})).output


def test_the_story_stands_to_the_right_of_the_map(read: Read, arabic_page: Path) -> None:
    reader = read(arabic_page)

    story, room = reader.css(".story").box(), reader.css(".page-map").box()

    assert story.x >= room.right - 1
    assert reader.css("html").get("dir") == "rtl"


def test_the_axis_runs_from_right_to_left_and_reads_arabic_dates(
    read: Read, arabic_page: Path
) -> None:
    reader = read(arabic_page)
    axis = reader.find("region", "الخط الزمني")

    to = axis.find("textbox", "إلى")
    to.fill("٦ تموز ١٩٤٠")
    to.press("Enter")

    first, last = axis.find("slider").boxes()
    assert first.x > last.x
    axis.find("slider").press("ArrowLeft")
    said = "return [...document.querySelectorAll('[role=slider]')].map((each) =>"
    said += " each.getAttribute('aria-valuetext'))"
    comes(lambda: reader.run(said), ["١ كانون الثاني ١٩٢١", "٦ تموز ١٩٤٠"])


def test_years_run_from_right_to_left_on_cards_in_headings_and_on_paper(
    read: Read, mixed_page: Path
) -> None:
    reader = read(mixed_page)

    assert reader.run(FIGURES, ".event-card-date") == ["١٩٢٠", "١٩٤٦ ١٩٢٠"]
    assert reader.run(FIGURES, ".story-heading-note") == ["١٩٤٦ ١٩٢٠"]
    reader.find("button", re.compile("^التالي: ١٩٢٠ ")).press("Enter")
    comes(lambda: reader.run(FIGURES, ".story-walk-date")[1:], ["١٩٤٦ ١٩٢٠"])
    on_paper(reader)

    assert reader.run(FIGURES, ".print-facts bdi:first-child") == ["١٩٢٠", "١٩٤٦ ١٩٢٠"]


def test_text_of_the_other_direction_begins_at_its_own_side(read: Read, mixed_page: Path) -> None:
    reader = read(mixed_page)

    assert reader.run(STAND, ".event-card-title a") == ["right", "left"]
    assert reader.run(STAND, ".event-card-text p") == ["right", "left"]
    assert reader.run(STAND, ".event-card-text li") == ["left"]
    on_paper(reader)

    assert reader.run(STAND, ".print-event h3") == ["right", "left"]
    assert reader.run(STAND, ".print-text li") == ["left"]


def test_text_of_the_other_direction_does_so_in_the_list(
    read: Read, mixed_page: Path, tmp_path: Path
) -> None:
    reader = read(lacking("DecompressionStream", mixed_page, tmp_path), ready="broken")

    assert reader.run(STAND, ".listing li h2") == ["right", "left"]
