"""A reader with fingers: real touches, as the browser gets them from a screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.test_links import host, inside, point

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import CDPSession, FrameLocator, Locator, Page

    from tests.browser.conftest import Visit

__all__ = ["host"]

Point = tuple[float, float]
STEPS = 8


@dataclass(frozen=True, slots=True)
class Fingers:
    """Fingers on the screen; all points are pixels of the page's window."""

    session: CDPSession

    def move(self, *ways: tuple[Point, Point]) -> None:
        """Put a finger down at the start of each way, draw all along, and lift them."""
        self._send("touchStart", [start for start, _ in ways])
        for step in range(1, STEPS + 1):
            self._send("touchMove", [_between(*way, step / STEPS) for way in ways])
        self._send("touchEnd", [])

    def tap(self, at: Point) -> None:
        self._send("touchStart", [at])
        self._send("touchEnd", [])

    def _send(self, kind: str, points: list[Point]) -> None:
        touches = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})


def _between(start: Point, end: Point, part: float) -> Point:
    return (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))


def fingers(page: Page) -> Fingers:
    return Fingers(page.context.new_cdp_session(page))


def centre(target: Locator) -> Point:
    box = target.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def years(page: Page) -> list[int]:
    """Give the years that the ticks of the axis name."""
    return sorted(int(text) for text in page.locator(".axis-tick").all_inner_texts())


@pytest.fixture
def phone(visit: Visit, sample_page: Path) -> Page:
    return visit(sample_page, size=PHONE, has_touch=True, reduced_motion="reduce")


def test_two_fingers_zoom_the_time_axis(phone: Page) -> None:
    x, y = centre(phone.locator(".axis-track"))
    before = years(phone)
    window = phone.get_by_role("textbox", name="From").input_value()

    fingers(phone).move(((x - 20, y), (x - 120, y)), ((x + 20, y), (x + 120, y)))

    after = years(phone)
    assert before[0] < after[0] < after[-1] < before[-1]
    assert phone.get_by_role("textbox", name="From").input_value() == window


def test_two_fingers_together_show_more_of_the_time_again(phone: Page) -> None:
    x, y = centre(phone.locator(".axis-track"))
    before = years(phone)
    fingers(phone).move(((x - 20, y), (x - 120, y)), ((x + 20, y), (x + 120, y)))

    for _ in range(2):
        fingers(phone).move(((x - 120, y), (x - 20, y)), ((x + 120, y), (x + 20, y)))

    assert years(phone) == before


def test_one_finger_draws_the_window_along(phone: Page) -> None:
    start, end = (phone.get_by_role("textbox", name=name) for name in ("From", "To"))
    for box, year in ((start, "1940"), (end, "1960")):
        box.fill(year)
        box.press("Enter")
    x, y = centre(phone.locator(".axis-window"))

    fingers(phone).move(((x, y), (x + 60, y)))

    assert int(start.input_value()[-4:]) > 1945
    assert int(end.input_value()[-4:]) - int(start.input_value()[-4:]) in range(18, 23)


def test_one_finger_draws_a_handle(phone: Page) -> None:
    handle = phone.get_by_role("slider", name="Start of window")
    x, y = centre(handle)

    fingers(phone).move(((x, y), (x + 100, y)))

    assert int(phone.get_by_role("textbox", name="From").input_value()[-4:]) > 1930


def test_a_finger_opens_a_country(phone: Page) -> None:
    country = phone.get_by_role("button", name="Turkey, 4 events")

    fingers(phone).tap(centre(country))

    expect(phone.get_by_role("dialog", name="Turkey")).to_be_visible()


def test_a_finger_that_draws_the_map_opens_no_country(phone: Page) -> None:
    x, y = centre(phone.get_by_role("button", name="Turkey, 4 events"))

    fingers(phone).move(((x, y), (x - 60, y + 30)))

    expect(phone).to_have_url(re.compile("#map="))
    expect(phone.get_by_role("dialog")).to_have_count(0)


def test_a_finger_draws_the_story_up(phone: Page) -> None:
    story = phone.get_by_role("region", name="Story", exact=True)
    box = story.bounding_box()
    assert box
    at = (box["x"] + box["width"] / 2, box["y"] + 20)

    fingers(phone).move((at, (at[0], 150)))

    more = phone.get_by_role("button", name="Show more of the story")
    expect(more).to_have_attribute("aria-disabled", "true")


def turkey(frame: FrameLocator) -> dict[str, float]:
    """Say where a country is inside of its frame: pixels."""
    found: dict[str, float] = frame.get_by_role("button", name="Turkey, 4 events").evaluate(
        "area => area.getBoundingClientRect().toJSON()"
    )
    return found


@pytest.fixture
def around(visit: Visit, host: Path) -> Page:
    return visit(host, size=(920, 800), has_touch=True, reduced_motion="reduce")


def test_one_finger_over_an_embedded_map_scrolls_the_page_around(around: Page) -> None:
    frame = inside(around)
    x, y = point(around)
    before = turkey(frame)

    fingers(around).move(((x, y + 80), (x, y - 80)))

    expect(frame.get_by_text("Use two fingers to move the map")).to_be_visible()
    around.wait_for_function("scrollY > 40")
    assert turkey(frame) == before


def test_two_fingers_zoom_an_embedded_map(around: Page) -> None:
    frame = inside(around)
    x, y = point(around)
    before = turkey(frame)

    fingers(around).move(((x - 40, y), (x - 140, y)), ((x + 40, y), (x + 140, y)))

    expect(frame.locator(".leaflet-zoom-anim")).to_have_count(0)
    expect(frame.locator(".embed-shown")).to_have_count(0)
    assert turkey(frame)["width"] > 1.5 * before["width"]
    assert around.evaluate("[scrollY, visualViewport.scale]") == [0, 1]
