"""What a reader does with a page, and the script that each frame of it costs, in milliseconds."""

from __future__ import annotations

import statistics
import time
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import CDPSession, Page

FRAME = "new Promise((then) => requestAnimationFrame(() => setTimeout(then)))"
STEPS = 24  # of one way of a drag
DRAG_FRAMES = 1
REST_FRAMES = 20  # a third of a second: what animates and what waits for the hand to rest
TURNS = 3  # of the wheel, in and out
PATIENCE = 30.0  # seconds; a gesture that takes longer ends with what it has

Point = tuple[float, float]


def between(start: Point, end: Point, steps: int = STEPS) -> Iterator[Point]:
    """Yield the points of a straight drag, the end included."""
    (x, y), (to_x, to_y) = start, end
    for step in range(1, steps + 1):
        yield x + (to_x - x) * step / steps, y + (to_y - y) * step / steps


def drag(page: Page, watch: Watch, start: Point, end: Point) -> tuple[float, float]:
    """Drag there and back; return the median step, and the heaviest frame after the release."""
    page.mouse.move(*start)
    page.mouse.down()
    path = [*between(start, end), *between(end, start)]
    step = watch.median((partial(page.mouse.move, *point) for point in path), DRAG_FRAMES)
    return step, watch.median(iter([page.mouse.up]), REST_FRAMES)


def turn(page: Page, watch: Watch, at: Point, *, inwards: bool) -> float:
    """Turn the wheel a few times; return the heaviest frame of a turn, the median of the turns."""
    page.mouse.move(*at)
    by = -120 if inwards else 120
    return watch.median((partial(page.mouse.wheel, 0, by) for _ in range(TURNS)), REST_FRAMES)


class Watch:
    """The browser's own account of the time that it spends in the scripts of a page."""

    def __init__(self, browser: CDPSession) -> None:
        self._browser = browser
        browser.send("Performance.enable", {"timeDomain": "threadTicks"})  # not others' time

    def median(self, acts: Iterator[Callable[[], None]], frames: int) -> float:
        """Return the median over the acts of the heaviest of so many frames after each."""
        started = time.monotonic()
        heaviest = []
        for act in acts:
            before = self._script()
            act()
            spent = []
            for _ in range(frames):
                self._browser.send("Runtime.evaluate", {"expression": FRAME, "awaitPromise": True})
                before, previous = self._script(), before
                spent.append(before - previous)
            heaviest.append(max(spent))
            if time.monotonic() - started > PATIENCE:
                break
        return statistics.median(heaviest)

    def heap(self) -> float:
        """Return what lives after a collection, objects and buffers, in MB."""
        self._browser.send("HeapProfiler.collectGarbage")
        used = self._browser.send("Runtime.getHeapUsage")
        return float(used["usedSize"] + used.get("backingStorageSize", 0)) / 1e6

    def _script(self) -> float:
        metrics = self._browser.send("Performance.getMetrics")["metrics"]
        return 1000 * float({m["name"]: m["value"] for m in metrics}["ScriptDuration"])
