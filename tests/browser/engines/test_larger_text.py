"""A reader enlarges the text while the page is open, as browsers let them in ways of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import PHONE, WIDE
from tests.browser.engines.reader import comes
from tests.browser.engines.sample import lie_on_each_other

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.engines.conftest import Read

# How far the sign of a button stands from the middle of it, in pixels downwards.
BESIDE = """
const range = document.createRange();
range.selectNodeContents(part);
const [sign, room] = [range, part].map((each) => each.getBoundingClientRect());
return sign.top + sign.height / 2 - room.top - room.height / 2;
"""


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_enlarged_text_lies_on_no_other(
    read: Read, sample_page: Path, size: tuple[int, int]
) -> None:
    reader = read(sample_page, size=size)
    names, ticks = reader.css(".label"), reader.css(".axis-tick")
    before = ticks.box().height

    reader.tab.enlarge_text()

    comes(lambda: ticks.box().height > 1.4 * before, wanted=True)
    comes(lambda: lie_on_each_other(names.boxes()), [])
    comes(lambda: lie_on_each_other(ticks.boxes()), [])
    assert names.count() > 3
    assert ticks.count() > 0


def test_enlarged_signs_stay_in_their_buttons(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)

    reader.tab.enlarge_text()

    zoom_in, zoom_out = reader.find("button", "Zoom in"), reader.find("button", "Zoom out")
    comes(lambda: [abs(each.ask(BESIDE)) < 4 for each in (zoom_in, zoom_out)], [True, True])
