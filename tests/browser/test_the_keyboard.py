"""A reader without a mouse: Tab reaches everything, shows where it is, and never gets lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, WIDE

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit

# Follows the focus: where it stops, and what a reader who looks for it would miss there.
FOLLOW = r"""() => {
    const ALL = "a[href], button, input, select, textarea, summary, [tabindex]";
    const RING = [
        "outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "stroke", "strokeWidth",
    ];
    const GRID = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98];

    const look = (stop) => ["", "::before", "::after"].flatMap((part) => {
        const style = getComputedStyle(stop, part);
        return RING.map((name) => style[name]);
    }).join();
    const say = (stop) => {
        const name = stop.getAttribute("aria-label") ?? stop.textContent.trim().slice(0, 40);
        return `${stop.tagName.toLowerCase()}.${stop.getAttribute("class") ?? ""} ${name}`;
    };
    const isInTurn = (each) => each.tabIndex >= 0 && !each.disabled && !each.closest("[inert]") &&
        each.checkVisibility({ visibilityProperty: true });
    const shines = (hit) => getComputedStyle(hit?.closest(".place") ?? document.body).opacity < 0.5;
    const isInSight = (stop) => {
        const { left, top, width, height } = stop.getBoundingClientRect();
        return GRID.some((x) => GRID.some((y) => {
            const hit = document.elementFromPoint(left + x * width, top + y * height);
            return stop.contains(hit) || shines(hit);
        }));
    };
    const stops = [];
    let ringed = "";
    return globalThis.follow = {
        step() {
            const { activeElement: now, body } = document;
            const last = stops.at(-1);
            if (last && last !== now && look(last) === ringed) return `no ring: ${say(last)}`;
            if (now === body || now === stops[0]) return "round";
            if (stops.includes(now)) return `again: ${say(now)}`;
            stops.push(now);
            ringed = look(now);
            return isInSight(now) ? "" : `out of sight: ${say(now)}`;
        },
        missed: (behind = "body") => [...document.querySelectorAll(ALL)]
            .filter((each) => isInTurn(each) && !stops.includes(each))
            .filter((each) => document.querySelector(behind).compareDocumentPosition(each) &
                Node.DOCUMENT_POSITION_FOLLOWING).map(say),
        names: () => stops.map(say),
        now: () => document.activeElement === document.body ? "" : say(document.activeElement),
    };
}"""
MOST = 250  # stops; the sample has fewer


def walk(page: Page) -> list[str]:
    """Press Tab until the focus comes round, and give what was wrong on the way."""
    page.evaluate(FOLLOW)
    return follow(page)


def follow(page: Page) -> list[str]:
    """Do so from where the focus is."""
    faults: list[str] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        fault = page.evaluate("follow.step()")
        if fault == "round":
            return faults
        faults += [fault] if fault else []
    return [*faults, f"no end after {MOST} stops"]


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(MOST):
        if target.evaluate("target => target === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab alone does not reach {target}")


SMALL = (
    pytest.param(("sample_page", WIDE), id="wide"),
    pytest.param(("sample_page", PHONE), id="phone"),
)
LARGE = pytest.param(("large_page", WIDE), id="large", marks=pytest.mark.xdist_group("scale"))


@pytest.fixture
def page(visit: Visit, request: pytest.FixtureRequest) -> Page:
    name, size = request.param
    return visit(request.getfixturevalue(name), size=size, reduced_motion="reduce")


small = pytest.mark.parametrize("page", SMALL, indirect=True)
large = pytest.mark.parametrize("page", [LARGE], indirect=True)
whatever_the_size = pytest.mark.parametrize("page", [*SMALL, LARGE], indirect=True)


@small
def test_tab_reaches_all_that_can_be_used_and_shows_where_it_is(page: Page) -> None:
    assert walk(page) == []
    assert page.evaluate("follow.missed()") == []


@small
def test_shift_and_tab_goes_the_same_way_back(page: Page) -> None:
    walk(page)
    there = page.evaluate("follow.names()")
    if page.evaluate("follow.now()") == there[0]:  # round without a stop at the browser's own parts
        page.keyboard.press("Shift+Tab")

    back = []
    for _ in there:
        page.keyboard.press("Shift+Tab")
        back.append(page.evaluate("follow.now()"))

    assert back == there[::-1]


@large
def test_tab_goes_on_through_a_story_of_any_length(page: Page) -> None:
    page.evaluate(FOLLOW)

    faults = []
    for _ in range(MOST):  # far more events than the page holds at once
        page.keyboard.press("Tab")
        faults.append(page.evaluate("follow.step()"))

    assert set(faults) == {""}
    assert sum("Event" in name for name in page.evaluate("follow.names()")) > MOST - 20


@large
def test_tab_reaches_all_that_follows_the_story(page: Page) -> None:
    page.evaluate(FOLLOW)
    page.keyboard.press("Tab")
    page.evaluate("follow.step()")
    page.keyboard.press("Enter")

    assert follow(page) == []
    assert page.evaluate("follow.missed('.leaflet-container')") == []


@whatever_the_size
def test_the_first_stop_leads_past_the_story_to_the_map(page: Page) -> None:
    skip = page.get_by_role("button", name="Skip to the map")
    expect(skip).not_to_be_in_viewport()

    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.locator(".leaflet-container")).to_be_focused()
    expect(skip).not_to_be_in_viewport()


@whatever_the_size
@pytest.mark.parametrize("name", ["Share", "Data table", "About"])
def test_a_dialog_is_entered_and_left_by_the_keyboard(page: Page, name: str) -> None:
    opener = page.get_by_role("button", name=name, exact=True)
    dialog = page.get_by_role("dialog", name=name)
    tab_to(page, opener)

    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    tab_to(page, dialog.get_by_role("button", name="Close"))
    page.keyboard.press("Enter")

    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()


@whatever_the_size
@pytest.mark.parametrize("name", ["Share", "Data table", "About"])
def test_a_dialog_holds_the_focus_until_escape(page: Page, name: str) -> None:
    opener = page.get_by_role("button", name=name, exact=True)
    tab_to(page, opener)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name=name)

    for _ in range(60):
        page.keyboard.press("Tab")
        assert dialog.evaluate(  # the body has the focus while the browser's own parts have it
            "dialog => document.activeElement === document.body ||"
            " dialog.contains(document.activeElement)"
        )
    page.keyboard.press("Escape")

    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()


@small
def test_a_popup_is_entered_read_and_left_by_the_keyboard(page: Page) -> None:
    mark = page.get_by_role("button", name="Cairo, 1 event", exact=True)
    popup = page.get_by_role("dialog", name="Cairo")
    tab_to(page, mark)

    page.keyboard.press("Enter")
    expect(popup.locator(":focus")).to_have_count(1)
    tab_to(page, popup.get_by_role("button", name="Close"))
    page.keyboard.press("Enter")

    expect(popup).to_have_count(0)
    expect(mark).to_be_focused()


@whatever_the_size
def test_the_filters_are_entered_used_and_left_by_the_keyboard(page: Page) -> None:
    opener = page.locator(".find-open")
    if opener.is_visible():
        tab_to(page, opener)
        page.keyboard.press("Enter")
    button = page.get_by_role("button", name="Filters")
    box = page.get_by_role("group", name="Status").get_by_role("checkbox").first
    tab_to(page, button)

    page.keyboard.press("Enter")
    tab_to(page, box)
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    page.keyboard.press("Escape")

    expect(box).to_be_hidden()
    expect(button).to_be_focused()
