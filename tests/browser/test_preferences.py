"""A reader with needs of their own: large text, few colours, a coarse pointer, no motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, WIDE
from tests.browser.test_access import STATES, again, pages

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

__all__ = ["pages"]

Size = tuple[int, int]
# French has the longest words, Arabic those that run the other way.
ZOOMED = [("fr", (720, 450)), ("ar", (320, 256))]  # a wide window at 200 %; 1280 pixels at 400 %
LARGE = [("fr", WIDE), ("ar", WIDE), ("fr", PHONE)]

# Where words do not fit into what holds them. A title that ends in dots is read in full elsewhere,
# and so is a band's; letters may reach a little out of a tight line.
CUT = """() => {
    const WORDS = "button, summary, label, legend, h1, h2, h3, dt, [role=status], .header-subtitle";
    const DOTS = ".axis-band, .story-walk button:not([aria-disabled=true])";
    const isSeen = (each) => each.checkVisibility({ visibilityProperty: true }) &&
        getComputedStyle(each).display !== "inline" && !each.matches(DOTS) &&
        !each.querySelector(".axis-button-text");
    const isCut = (each) => each.scrollWidth > each.clientWidth + 1 ||
        each.scrollHeight > each.clientHeight + 0.4 * parseFloat(getComputedStyle(each).fontSize);
    const cut = [...document.querySelectorAll(WORDS)].filter((each) => isSeen(each) && isCut(each))
        .map((each) => `${each.tagName}.${each.className} ${each.textContent.trim().slice(0, 40)}`);
    const wider = document.documentElement.scrollWidth - innerWidth;
    return wider > 0 ? [...cut, `${wider} pixels wider than the window`] : cut;
}"""

# What is smaller than a finger or a pointer needs. Countries and periods are as large as they were;
# links in running text are as high as its lines.
SMALL = """(least) => {
    const ALL = "a[href], button, input, select, textarea, summary, [role=button], [role=slider]";
    const reach = (target) => {
        const { width, height } = target.getBoundingClientRect();
        const after = getComputedStyle(target, "::after");
        if (after.content === "none" || after.position !== "absolute") return [width, height];
        const added = [parseFloat(after.width), parseFloat(after.height)];
        return [Math.max(width, added[0]), Math.max(height, added[1])];
    };
    const isMeant = (each) => each.checkVisibility({ visibilityProperty: true }) &&
        !each.closest("[inert]") &&
        !each.matches(".area, .axis-band, p a, .event-card-text a, .about a, td a");
    return [...document.querySelectorAll(ALL)].filter(isMeant).flatMap((each) => {
        const [width, height] = reach(each.matches("input") && each.closest("label") || each);
        if (width > least - 0.5 && height > least - 0.5) return [];
        const name = each.getAttribute("aria-label") ?? each.textContent.trim();
        return [`${each.tagName}.${each.getAttribute("class")} ${name}: ${width} x ${height}`];
    });
}"""


def each_state(page: Page, path: Path, script: str, argument: object = None) -> dict[str, object]:
    """Ask the script in each state of the page, and keep the answers that are not empty."""
    found = {}
    for name, act in STATES.items():
        again(page, path)
        act(page)
        if answer := page.evaluate(script, argument):
            found[name] = answer
    return found


@pytest.mark.parametrize(("language", "size"), ZOOMED, ids=["200 %", "400 %"])
def test_a_zoomed_window_cuts_nothing(
    visit: Visit, pages: dict[str, Path], language: str, size: Size
) -> None:
    page = visit(pages[language], size=size, device_scale_factor=2, reduced_motion="reduce")

    assert each_state(page, pages[language], CUT) == {}


@pytest.mark.parametrize(("language", "size"), LARGE, ids=["wide", "wide, Arabic", "phone"])
def test_text_of_twice_the_size_is_not_cut(
    visit: Visit, pages: dict[str, Path], language: str, size: Size
) -> None:
    page = visit(pages[language], size=size, has_touch=size == PHONE, reduced_motion="reduce")
    enlarge(page)

    assert each_state(page, pages[language], CUT) == {}


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_text_of_twice_the_size_leaves_room_for_the_map(
    visit: Visit, sample_page: Path, size: Size
) -> None:
    page = visit(sample_page, size=size, has_touch=size == PHONE)
    enlarge(page)
    again(page, sample_page)

    shown = page.locator(".folium-map").bounding_box()
    axis = page.get_by_role("region", name="Timeline").bounding_box()

    assert shown
    assert axis
    assert axis["y"] - shown["y"] > 200
    assert axis["y"] + axis["height"] <= size[1] + 100


def enlarge(page: Page) -> None:
    """Set the browser's own size of text, as its settings do."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})


@pytest.mark.parametrize(
    ("size", "touch", "least"),
    [(WIDE, False, 24), (PHONE, True, 44), ((844, 390), True, 44)],
    ids=["a pointer", "a finger", "a finger, the phone on its side"],
)
def test_whatever_can_be_pressed_is_large_enough_for(
    visit: Visit, sample_page: Path, size: Size, touch: bool, least: int
) -> None:
    page = visit(sample_page, size=size, has_touch=touch, reduced_motion="reduce")

    assert each_state(page, sample_page, SMALL, least) == {}


# The system's colours, as the browser has them.
COLOUR = """(name) => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = name;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
}"""


@pytest.fixture
def few_colours(visit: Visit, sample_page: Path) -> Page:
    return visit(sample_page, forced_colors="active", reduced_motion="reduce")


def style(page: Page, selector: str, name: str) -> str:
    found: str = page.locator(selector).first.evaluate(
        "(part, name) => getComputedStyle(part)[name]", name
    )
    return found


def test_with_forced_colours_the_map_is_drawn_in_the_colours_of_the_system(
    few_colours: Page,
) -> None:
    canvas, ink, grey = (
        few_colours.evaluate(COLOUR, name) for name in ("Canvas", "CanvasText", "GrayText")
    )

    assert style(few_colours, ".base-land", "fill") == canvas
    assert style(few_colours, ".base-land", "stroke") == grey
    assert style(few_colours, ".area", "stroke") == ink
    assert style(few_colours, ".mark-shape", "stroke") == ink
    assert style(few_colours, ".movement", "stroke") == ink
    assert style(few_colours, ".axis-histogram-firm", "fill") == ink


def test_with_forced_colours_what_is_chosen_is_told_apart(few_colours: Page) -> None:
    chosen = few_colours.evaluate(COLOUR, "Highlight")
    ink = few_colours.evaluate(COLOUR, "CanvasText")

    few_colours.locator(".axis-band").first.click()
    few_colours.locator(".story a").nth(1).dispatch_event("click")
    expect(few_colours.locator(".story [aria-current=true]")).to_be_attached()

    assert style(few_colours, ".axis-band[aria-pressed=true]", "borderTopColor") == chosen
    assert style(few_colours, ".story [aria-current=true]", "outlineColor") == chosen
    assert style(few_colours, ".area-selected", "stroke") == chosen
    few_colours.locator(".area").first.press("Enter")
    edge = ".popup .leaflet-popup-content-wrapper"
    assert style(few_colours, edge, "borderTopColor") == ink
    assert style(few_colours, edge, "borderTopWidth") == "2px"


PLACES = """[...document.querySelectorAll(".area")].map((area) => {
    const { x, y, width } = area.getBoundingClientRect();
    return [x, y, width].map(Math.round).join();
})"""


def test_without_motion_the_map_is_at_once_where_it_goes(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page, reduced_motion="reduce")

    page.get_by_role("button", name="Next:").press("Enter")
    page.get_by_role("button", name="Zoom in", exact=True).press("Enter")
    page.locator(".leaflet-container").press("ArrowLeft")
    at_once = page.evaluate(PLACES)

    assert page.evaluate("document.getAnimations().length") == 0
    expect(page.locator(".leaflet-pan-anim, .leaflet-zoom-anim")).to_have_count(0)
    assert page.evaluate(PLACES) == at_once
