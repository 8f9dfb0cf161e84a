"""A reader's browser is some years old: the map is whole, or the list of its events stands."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from benchmarks.table import write_table
from mapgen.build import build
from mapgen.page.listing import MOST_EVENTS
from mapgen.settings import Settings
from tests.browser.conftest import PHONE, WIDE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Notes, Visit

BEGIN = '<meta charset="utf-8">'
POLICY = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')
BORDER = {"light": "rgb(184, 174, 155)", "dark": "rgb(74, 84, 91)"}
LAND = {"light": "rgb(239, 234, 224)", "dark": "rgb(34, 39, 43)"}
SENTENCES: dict[str, str] = {
    "en": "The map needs JavaScript and a browser of 2024 or later. Here are its events as a list.",
    "fr": "La carte a besoin de JavaScript et d’un navigateur de 2024 ou plus récent. "
    "Voici ses événements sous forme de liste.",
    "ar": "تحتاج الخريطة إلى جافا سكريبت ومتصفح من عام ٢٠٢٤ أو أحدث. إليكم أحداثها في قائمة.",
}

# What runs before the page, or what of the page becomes something that no browser knows.
LACKING = {
    "Map.groupBy": "delete Map.groupBy",
    "light-dark": ("light-dark(", "unknown-dark("),
    "DecompressionStream": "delete window.DecompressionStream",
    "deflate-raw": """window.DecompressionStream = class {
        constructor(name) { if (name === "deflate-raw") throw new TypeError() }
    }""",
    "modules": ('type="module"', 'type="unknown"'),
    "look-behind": ("(?<=", "(?<~", "(?<!", "(?<~"),
    ":has": "CSS.supports = (name) => name !== 'selector(:has(*))'",
    "color-mix": "CSS.supports = (_, value) => !value?.startsWith('color-mix')",
    "what is asked for when the page is laid out": """
        const listen = addEventListener;
        window.addEventListener = (name, heard) => {
            if (name === "beforeprint") throw new TypeError("not in this browser");
            listen(name, heard);
        }""",
}
UNMISSED = ["Map.groupBy", "light-dark"]
MISSED = [each for each in LACKING if each not in UNMISSED]


def before(page: Path, folder: Path, tags: str) -> Path:
    """Return a copy of a page with tags before all others."""
    copy = folder / "copy.html"
    copy.write_text(page.read_text("utf-8").replace(BEGIN, BEGIN + tags, 1), "utf-8")
    return copy


def lacking(feature: str, page: Path, folder: Path) -> Path:
    """Return a copy of a page that meets a browser without a feature."""
    lost = LACKING[feature]
    if isinstance(lost, str):
        return before(page, folder, f"<script>{lost}</script>")
    html = POLICY.sub("", page.read_text("utf-8"))  # which knows the scripts as they were
    for known, unknown in zip(lost[::2], lost[1::2], strict=True):
        html = html.replace(known, unknown)
    copy = folder / "copy.html"
    copy.write_text(html, "utf-8")
    return copy


def shows_the_list(page: Page, count: int, sentence: str) -> None:
    page.mouse.move(200, 400)
    page.mouse.wheel(0, -1_000_000)
    expect(page.get_by_text(sentence)).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("main").get_by_role("listitem")).to_have_count(count)
    expect(page.get_by_role("banner")).to_have_count(0)
    expect(page.locator(".folium-map")).to_be_hidden()
    page.mouse.wheel(0, 1_000_000)
    expect(page.get_by_role("main").get_by_role("listitem").last).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("feature", UNMISSED)
def test_what_newer_browsers_alone_know_is_not_missed(
    visit: Visit, sample_page: Path, tmp_path: Path, feature: str, scheme: str
) -> None:
    page = visit(lacking(feature, sample_page, tmp_path), color_scheme=scheme)

    expect(page.get_by_role("button", name="Damascus, 6 events")).to_be_visible()
    expect(page.locator(".base-land")).to_have_css("fill", LAND[scheme])
    expect(page.locator(".base-border")).to_have_css("stroke", BORDER[scheme])


@pytest.mark.parametrize("feature", MISSED)
def test_a_browser_without_what_the_map_needs_shows_the_list(
    visit: Visit, sample: Path, sample_page: Path, tmp_path: Path, feature: str
) -> None:
    with sample.open(encoding="utf-8", newline="") as file:
        count = len([*csv.DictReader(file)])

    page = visit(lacking(feature, sample_page, tmp_path), state="broken", quiet=False)

    for width, height in (WIDE, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        shows_the_list(page, count, SENTENCES["en"])


@pytest.mark.parametrize("feature", ["DecompressionStream", "modules"])
def test_a_long_list_stands_whole_too(visit: Visit, tmp_path: Path, feature: str) -> None:
    table = write_table(tmp_path / "events.csv", MOST_EVENTS + 1)
    whole = build(table, tmp_path / "map.html", Settings(title="Many")).output

    page = visit(lacking(feature, whole, tmp_path), state="broken")

    shows_the_list(page, MOST_EVENTS, SENTENCES["en"])
    expect(page.get_by_text("1 are left out")).to_be_visible()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_list_stands_in_the_language_of_the_page(
    visit: Visit, sample: Path, tmp_path: Path, language: str
) -> None:
    whole = build(sample, tmp_path / "map.html", Settings(title="1", language=language)).output

    page = visit(lacking("DecompressionStream", whole, tmp_path), state="broken")

    expect(page.get_by_text(SENTENCES[language])).to_be_in_viewport()


def test_where_a_server_lets_no_script_run_the_list_stands(
    visit: Visit, sample_page: Path, tmp_path: Path
) -> None:
    rule = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'
    copy = before(sample_page, tmp_path, rule)

    page = visit(copy, state="", quiet=False)

    expect(page.get_by_text(SENTENCES["en"])).to_be_in_viewport()
    expect(page.locator(".folium-map")).to_be_hidden()


def test_the_list_can_be_printed(visit: Visit, sample_page: Path, tmp_path: Path) -> None:
    page = visit(lacking("DecompressionStream", sample_page, tmp_path), state="broken")

    page.emulate_media(media="print")

    expect(page.get_by_text(SENTENCES["en"])).to_be_visible()
    expect(page.get_by_role("listitem").last).to_be_visible()


def test_a_whole_page_never_shows_the_list_and_nothing_moves(
    visit: Visit, sample_page: Path, tmp_path: Path, notes: Notes
) -> None:
    watch = """<script>
      window.seen = { frames: 0, lists: 0, shift: 0 };
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) window.seen.shift += value;
      }).observe({ type: "layout-shift", buffered: true });
      (function look() {
        const boxes = document.querySelector(".listing")?.getClientRects() ?? [];
        window.seen.frames += 1;
        window.seen.lists += boxes.length;
        if (document.documentElement.dataset.mapgen !== "ready") requestAnimationFrame(look);
      })();
    </script>"""

    page = visit(before(sample_page, tmp_path, watch))

    seen = page.evaluate("window.seen")
    assert seen["frames"] > 0
    assert (seen["lists"], seen["shift"]) == (0, 0)
    assert notes.errors == []
