"""A reader's browser lacks what the map needs, whatever its engine: the list of events stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_older_browsers import SENTENCES, lacking

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.engines.conftest import Read


@pytest.mark.parametrize("feature", ["DecompressionStream", "modules"])
def test_a_browser_without_what_the_map_needs_shows_the_list(
    read: Read, sample_page: Path, tmp_path: Path, feature: str
) -> None:
    reader = read(lacking(feature, sample_page, tmp_path), ready="broken")

    assert SENTENCES["en"] in reader.css(".listing").text()
    assert reader.css(".listing").find("listitem").count() == 36
    assert reader.css(".folium-map").count() == 0


def test_what_newer_browsers_alone_know_is_not_missed(
    read: Read, sample_page: Path, tmp_path: Path
) -> None:
    reader = read(lacking("light-dark", sample_page, tmp_path))

    assert reader.css(".base-land").style("fill") == "rgb(239, 234, 224)"
    assert reader.find("button", "Damascus, 6 events").count() == 1
