"""Everyone can read the page: axe-core finds nothing, and the keyboard reaches everything."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

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

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
TABLES = {
    "en": ROOT / "locations.csv",
    "fr": ROOT / "locations.csv",
    "ar": ROOT / "tests/cases/arabic/locations.csv",
}
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


LOOKS = list(product(TABLES, (WIDE, PHONE), ("light", "dark")))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]} {look[1][0]} {look[2]}")
@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing(
    visit: Visit, pages: dict[str, Path], name: str, look: tuple[str, tuple[int, int], str]
) -> None:
    language, size, scheme = look
    page = visit(pages[language], size=size, color_scheme=scheme, reduced_motion="reduce")

    STATES[name](page)

    assert violations(page) == []


FOCUS = """() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return "";
    const { width, height } = focused.getBoundingClientRect();
    const name = focused.getAttribute("aria-label") || focused.textContent.trim().slice(0, 40);
    if (width === 0 || height === 0) return "lost";
    return `${focused.tagName} ${focused.id} ${focused.getAttribute("class")} ${name}`;
}"""


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_keyboard_walks_the_whole_page_and_never_loses_the_focus(
    visit: Visit, sample_page: Path, size: tuple[int, int]
) -> None:
    page = visit(sample_page, size=size)

    stops: list[str] = []
    for _ in range(250):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        assert stop != "lost", stops[-1]
        if stop in {"", stops[0] if stops else None}:
            break
        stops.append(stop)

    walked = "\n".join(stops)
    assert len(stops) < 250
    for name in ("Search events", "Start of window", "Next:", "Layers", "Damascus", "Syria"):
        assert name in walked or page.get_by_role("button", name=name).count() == 0, walked
