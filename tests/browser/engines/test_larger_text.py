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
