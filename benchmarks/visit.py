"""Opens a page in the browser with the network blocked, and measures what a reader meets: WAY PAGE.

Prints a figure a line as soon as it stands, so that one who loses patience keeps those before.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks.gestures import Watch, drag, turn
from tests.browser.find_browser import launch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Route

    from benchmarks.gestures import Point

WIDTH, HEIGHT = 1440, 900
GLANCE = 10  # milliseconds between two looks at a page that is not ready yet
LIMIT = 120  # seconds, for a page to become ready
SETTLE = 500  # milliseconds, for what a page still does once it is ready

LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd || null"
MARKED = "performance.getEntriesByName('{}')[0]?.startTime"
# The browser tells of tasks of more than 50 ms; where there was none, the longest is 0.
TASKS = """new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
        globalThis.longest = Math.max(globalThis.longest ?? 0, duration);
    }
}).observe({ type: "longtask" })"""
LONGEST = "globalThis.longest ?? 0"
IDLE = "globalThis.Bokeh?.documents[0]?.is_idle ? performance.now() : null"

# Each returns the milliseconds from the act until its result stands in the page.
MAPGEN_SEARCH = """async () => {
    const seen = () => document.querySelector(".find-summary-count")?.textContent +
        document.querySelector(".story-cards")?.firstElementChild?.textContent;
    const box = document.querySelector("input[type=search]");
    const before = seen(), start = performance.now();
    box.value = "tag 7";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    while (seen() === before) await new Promise(requestAnimationFrame);
    const took = performance.now() - start;
    box.value = "";
    box.dispatchEvent(new Event("change", { bubbles: true }));
    while (seen() !== before) await new Promise(requestAnimationFrame);
    return took;
}"""
MAPGEN_POPUP = """async () => {
    const text = /\\b(council|soldiers|winter|river)\\b/;
    const start = performance.now();
    location.hash = "#place=Place%200";
    while (![...document.querySelectorAll("[role=dialog]")].some((d) => text.test(d.innerText))) {
        await new Promise(requestAnimationFrame);
    }
    return performance.now() - start;
}"""
BARE_SEARCH = """async () => {
    const start = performance.now();
    await bare.search("tag 7");
    return performance.now() - start;
}"""
BARE_POPUP = """async () => {
    const start = performance.now();
    await bare.text();
    return performance.now() - start;
}"""


@dataclass(frozen=True, slots=True)
class Way:
    """How a kind of page is read; what is None, such a page does not have offline."""

    ready: str
    window: tuple[str, str] | None = None  # what is dragged, and the box along which
    map: str | None = None
    search: str | None = None
    popup: str | None = None
    close: str | None = None  # the key that closes the popup
    name: str = "ready"  # of the figure that comes first; of a page that stays empty, the last


MAPGEN = Way(
    MARKED.format("mapgen:ready"),
    ("[role=slider][aria-label='End of window']", ".axis-track"),
    ".leaflet-container",
    MAPGEN_SEARCH,
    MAPGEN_POPUP,
    "Escape",
)
BARE = Way(MARKED.format("bare:ready"), ("#strip", "#strip"), "canvas", BARE_SEARCH, BARE_POPUP)
BOKEH = Way(IDLE, (".noUi-connect", ".noUi-base"), ".bk-Canvas, .bk-CanvasPanel")
WAYS = {"mapgen": MAPGEN, "bare": BARE, "bokeh": BOKEH, "loaded": Way(LOADED, name="loaded")}


def main() -> None:
    """Print `name value` for each figure: milliseconds for all but `heap`, which is in MB."""
    way, path = WAYS[sys.argv[1]], Path(sys.argv[2])
    with sync_playwright() as playwright:
        browser = launch(playwright)
        context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
        context.route("**/*", _stop)
        context.set_default_timeout(LIMIT * 1000)
        page = context.new_page()
        page.goto(path.as_uri(), wait_until="commit")
        for name, value in _figures(page, way):
            print(name, value, flush=True)
        browser.close()


def _figures(page: Page, way: Way) -> Iterator[tuple[str, float]]:
    yield way.name, _ready(page, way.ready)
    if way.name != "ready":
        return
    page.wait_for_timeout(SETTLE)
    watch = Watch(page.context.new_cdp_session(page))
    yield "heap", watch.heap()
    page.evaluate(TASKS)
    for name, act in (("search", way.search), ("popup", way.popup)):
        if act:
            yield name, float(page.evaluate(act))
    if way.close:
        page.keyboard.press(way.close)
    if way.window:
        yield "window", _window(page, watch, *way.window)
    if way.map:
        middle = _middle(page, way.map)
        inwards = turn(page, watch, middle, inwards=True)
        step, release = drag(page, watch, middle, (middle[0] - 200, middle[1] + 60))
        yield "pan", step
        yield "release", release
        yield "zoom", max(inwards, turn(page, watch, middle, inwards=False))
    yield "longest", float(page.evaluate(LONGEST))
    yield "heap", watch.heap()


def _ready(page: Page, expression: str) -> float:
    limit = time.monotonic() + LIMIT
    while time.monotonic() < limit:
        if (found := page.evaluate(expression)) is not None:
            return float(found)
        page.wait_for_timeout(GLANCE)
    raise TimeoutError(f"not ready within {LIMIT:.0f} s")


def _window(page: Page, watch: Watch, grip: str, track: str) -> float:
    """Drag the end of a window to and fro over the middle half of its track."""
    box = page.locator(track).first.bounding_box()
    start = _middle(page, grip)
    if box is None:
        raise LookupError(f"the page has no {track!r} to drag along")
    left, right = box["x"] + box["width"] / 4, box["x"] + box["width"] * 3 / 4
    step, _ = drag(page, watch, start, (left if start[0] > (left + right) / 2 else right, start[1]))
    return step


def _middle(page: Page, selector: str) -> Point:
    box = page.locator(selector).first.bounding_box()
    if box is None:
        raise LookupError(f"the page has no {selector!r}")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _stop(route: Route) -> None:
    if route.request.url.startswith(("file:", "data:", "blob:")):
        route.continue_()
    else:
        route.abort()


if __name__ == "__main__":
    main()
