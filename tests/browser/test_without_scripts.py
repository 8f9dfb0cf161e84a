"""A reader whose browser runs no scripts reads every event with its source."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.settings import Settings
from tests.browser.conftest import PHONE, WIDE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Visit


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_every_event_is_readable_with_its_source(
    visit: Visit, sample: Path, sample_page: Path, size: tuple[int, int]
) -> None:
    page = visit(sample_page, size=size, java_script_enabled=False)

    text = page.locator("body").inner_text()
    with sample.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        assert row["title"] in text
        assert row["source"] in text
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.get_by_role("listitem")).to_have_count(len(rows))
    expect(page.locator(".folium-map")).to_be_hidden()
    page.get_by_role("listitem").last.scroll_into_view_if_needed()
    expect(page.get_by_role("listitem").last).to_be_in_viewport()
    page.emulate_media(media="print")
    expect(page.get_by_role("listitem").last).to_be_visible()


def test_a_page_in_arabic_runs_from_right_to_left(
    visit: Visit, sample: Path, tmp_path: Path
) -> None:
    settings = Settings(title="خريطة", language="ar")
    page = visit(build(sample, tmp_path / "map.html", settings).output, java_script_enabled=False)

    assert "تحتاج الخريطة إلى جافا سكريبت" in page.locator("main").inner_text()
    expect(page.locator("main")).to_have_css("direction", "rtl")


def test_a_reader_with_scripts_never_sees_the_list(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)

    expect(page.locator(".listing")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_a_search_engine_finds_the_events(sample_page: Path) -> None:
    html = sample_page.read_text("utf-8")

    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)

    assert found
    parts = json.loads(found[1])["hasPart"]
    hama = next(part for part in parts if "Hama" in part["name"])
    assert hama["startDate"].startswith("1982")
    assert hama["location"]["geo"]["latitude"] == pytest.approx(35.13, abs=0.1)
    assert '<meta property="og:title" content="France and Syria' in html
