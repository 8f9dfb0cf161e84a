"""A reader of a site goes from the overview into a part, and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.browser.engines.reader import comes
from tests.browser.engines.sample import story
from tests.browser.test_site import COUNT, address, site

if TYPE_CHECKING:
    from tests.browser.engines.conftest import Read

__all__ = ["address", "site"]

READY = "return document.documentElement.dataset.mapgen + location.search.slice(0, 6)"


def test_a_row_leads_to_its_events_and_the_bar_leads_back(read: Read, address: str) -> None:
    reader = read(address)
    counted = reader.css(".find-summary-count")
    assert counted.text() == f"Showing {COUNT:,} of {COUNT:,} events"

    reader.find("link", re.compile("^Read the [0-9]")).click()
    comes(lambda: reader.run(READY), "ready?part=")

    bar = reader.find("navigation", "Part of the map")
    assert "Event " in story(reader).find("article").text()
    bar.find("link", "Back to the whole map").click()
    comes(lambda: reader.run(READY), "ready")
    assert bar.count() == 0
