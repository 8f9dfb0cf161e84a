"""Measures the page in the browser: when it is ready, what shifts, and what a dragged window costs.

The figures are the browser's own: performance marks, layout shifts, long tasks, and the time of
script in each frame while the mouse drags the window over the axis. They are printed, not judged.
"""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from benchmarks.table import write_table
from mapgen.build import build
from mapgen.settings import read_settings
from tests.browser.find_browser import launch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
RUNS = 7
MANY = 10_000
STEPS = 60

# Watches from the first moment on. A frame's script is that of its pointer events and callbacks:
# the first listener of the window starts the clock, the last one stops it.
WATCH = """(() => {
    const seen = window.seen = { shift: 0, longest: 0, frames: [] };
    new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) seen.shift += value;
    }).observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
            seen.longest = Math.max(seen.longest, duration);
        }
    }).observe({ type: "longtask", buffered: true });
    let spent = 0;
    const timed = (work) => (...given) => {
        const before = performance.now();
        try {
            return work(...given);
        } finally {
            spent += performance.now() - before;
        }
    };
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (work) => ask(timed(work));
    let began = 0;
    addEventListener("pointermove", () => began = performance.now(), true);
    addEventListener("pointermove", () => spent += performance.now() - began);
    const frame = () => {
        if (spent > 0) seen.frames.push(spent);
        spent = 0;
        ask(frame);
    };
    ask(frame);
})()"""
OPENED = """() => ({
    ready: performance.getEntriesByName("mapgen:ready")[0].startTime, ...window.seen,
})"""


def main() -> None:
    """Print the figures of the sample, and of a table of 10,000 events."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        sample = Path(folder) / "sample.html"
        build(ROOT / "locations.csv", sample, read_settings(ROOT, {}))
        many = Path(folder) / "many.html"
        build(write_table(Path(folder) / "many.csv", MANY), many, read_settings(Path(folder), {}))
        for name, page in (("sample", sample), (f"{MANY:,} events", many)):
            _visit(browser, page)  # warms the disk
            _report(name, [_visit(browser, page) for _ in range(RUNS)])
        browser.close()


def _visit(browser: Browser, page: Path) -> dict[str, Any]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    context.add_init_script(WATCH)
    reader = context.new_page()
    reader.goto(page.as_uri())
    reader.wait_for_selector("html[data-mapgen=ready]", state="attached")
    reader.wait_for_timeout(300)
    found: dict[str, Any] = reader.evaluate(OPENED)
    found["frames"] = _drag(reader)
    context.close()
    return found


def _drag(reader: Page) -> list[float]:
    """Drag the end of the window to the middle, then the window from there to and fro."""
    end = reader.get_by_role("slider", name="End of window").bounding_box()
    start = reader.get_by_role("slider", name="Start of window").bounding_box()
    if end is None or start is None:
        raise LookupError("the page has no window to drag")
    y = end["y"] + end["height"] / 2
    left, right = start["x"] + start["width"] / 2, end["x"] + end["width"] / 2
    middle = (left + right) / 2
    reader.mouse.move(right, y)
    reader.mouse.down()
    reader.mouse.move(middle, y, steps=STEPS // 2)
    reader.mouse.up()
    reader.mouse.move((left + middle) / 2, y)
    reader.mouse.down()
    reader.evaluate("window.seen.frames.length = 0")
    reader.mouse.move((middle + right) / 2, y, steps=STEPS)
    reader.mouse.move((left + middle) / 2, y, steps=STEPS)
    reader.mouse.up()
    frames: list[float] = reader.evaluate("window.seen.frames")
    return frames


def _report(name: str, runs: list[dict[str, Any]]) -> None:
    ready = statistics.median(run["ready"] for run in runs)
    longest = statistics.median(run["longest"] for run in runs)
    shift = max(run["shift"] for run in runs)
    frames = [frame for run in runs for frame in run["frames"]]
    print(f"{name}: ready {ready:.0f} ms, longest task {longest:.0f} ms, layout shift {shift:.4f}")
    print(
        f"    dragging: script per frame {statistics.median(frames):.1f} ms, "
        f"at most {max(frames):.1f} ms in {len(frames)} frames"
    )


if __name__ == "__main__":
    main()
