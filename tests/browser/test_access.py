"""Everyone can read the page: axe-core finds nothing, and the keyboard reaches everything."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.settings import read_settings
from tests.browser.conftest import PHONE, WIDE
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
TABLES = {
    "en": ROOT / "locations.csv",
    "fr": ROOT / "locations.csv",
    "ar": ROOT / "tests/cases/arabic/locations.csv",
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
AREA = """() => JSON.stringify(document.querySelector(".area").getBoundingClientRect())"""
# What a reader opens, by the classes of the parts: their names change with the language.
STATES: dict[str, Callable[[Page], None]] = {}


def state(name: str) -> Callable[[Callable[[Page], None]], Callable[[Page], None]]:
    def keep(act: Callable[[Page], None]) -> Callable[[Page], None]:
        STATES[name] = act
        return act

    return keep


@state("as it opens")
def _nothing(page: Page) -> None:
    expect(page.locator("h1")).to_be_visible()


@state("a popup")
def _popup(page: Page) -> None:
    page.locator(".area").first.press("Enter")
    expect(page.locator(".popup")).to_be_visible()


@state("a selected event")
def _event(page: Page) -> None:
    page.locator(".story a").nth(1).dispatch_event("click")
    expect(page.locator("[aria-current=true]").first).to_be_attached()


@state("a search with hits")
def _hits(page: Page) -> None:
    word = page.locator(".event-card-title").first.inner_text().split()[0]
    search(page).fill(word)
    expect(page.locator(".story .highlight").first).to_be_visible()


@state("a search without a hit")
def _no_hit(page: Page) -> None:
    search(page).fill("zzzz")
    expect(page.locator(".story-empty")).to_be_visible()


@state("the filters, one chosen")
def _filters(page: Page) -> None:
    search(page)
    page.locator(".find-filters-button").click()
    page.locator(".find-filters input").first.check()
    expect(page.locator(".find-summary-chips li")).to_have_count(1)


@state("a wrong date, beside all of the axis")
def _wrong(page: Page) -> None:
    more = page.locator(".axis-button-more")
    if more.is_visible():
        before = page.evaluate(AREA)
        more.click()
        if page.locator(".sheet-handle").is_visible():  # the axis grows over the map, which follows
            page.wait_for_function(f"before => ({AREA})() !== before", arg=before)
    page.locator(".axis-typed-input").first.fill("zzzz")
    page.keyboard.press("Enter")
    expect(page.locator(".axis-typed-error").first).to_be_visible()


@state("the panel to share")
def _share(page: Page) -> None:
    page.locator(".dialogs-button").nth(0).click()
    expect(page.locator("dialog.share")).to_be_visible()


@state("the data table")
def _data(page: Page) -> None:
    page.locator(".dialogs-button").nth(1).click()
    expect(page.locator("dialog.data-table tbody tr").first).to_be_visible()


@state("about the map")
def _about(page: Page) -> None:
    page.locator(".dialogs-button").nth(2).click()
    expect(page.locator("dialog.about")).to_be_visible()


def search(page: Page) -> Locator:
    """Find the search box, which stands behind a button on a phone."""
    opener = page.locator(".find-open")
    if opener.is_visible():
        opener.click()
    return page.locator(".find-words")


def violations(page: Page) -> list[Any]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("languages")
    made = {}
    for language, table in TABLES.items():
        given = read_settings(table.parent, {"language": language})
        made[language] = build(table, folder / f"{language}.html", given).output
    return made


LOOKS = list(product(TABLES, (WIDE, PHONE)))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]} {look[1][0]}")
def test_axe_finds_nothing_whatever_is_open(
    visit: Visit, pages: dict[str, Path], look: tuple[str, tuple[int, int]]
) -> None:
    language, size = look
    page = visit(pages[language], size=size, reduced_motion="reduce")

    found = {}
    for name, act in STATES.items():
        act(page)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            if wrong := violations(page):
                found[name, scheme] = wrong
        again(page, pages[language])

    assert found == {}


def again(page: Page, path: Path) -> None:
    """Open the page anew, without what was selected and typed."""
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-mapgen=ready]", state="attached")
