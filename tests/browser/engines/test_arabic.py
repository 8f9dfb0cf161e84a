"""A reader of Arabic: the page runs from right to left, and dates run as they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.build import build
from mapgen.settings import read_settings
from tests.browser.engines.reader import comes
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.engines.conftest import Read


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
