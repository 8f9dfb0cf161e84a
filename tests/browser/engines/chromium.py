"""A tab of the Chromium that the other tests use, through Playwright."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import ElementHandle, Locator, Page

    from tests.browser.engines.tab import Element, Step

_BODY = "(given) => (function () { %s }).apply(null, given)"


class ChromiumTab:
    """A page of Playwright's, asked for what a story asks for."""

    engine = "chromium"
    gone = Error

    def __init__(self, page: Page, downloads: Path) -> None:
        self._page = page
        self._downloads = downloads
        self._told: list[str] = []
        page.on("pageerror", lambda error: self._told.append(str(error)))
        page.on("console", lambda message: self._told.append(message.text))

    def go(self, address: str) -> None:
        self._page.goto(address)

    def back(self) -> None:
        self._page.go_back()

    def forward(self) -> None:
        self._page.go_forward()

    def run(self, script: str, *arguments: object) -> Any:
        return self._page.evaluate(_BODY % script, [*arguments])

    def find(self, *path: Step) -> list[Element]:
        found: Page | Locator = self._page
        for step in path:
            found = _inside(found, step)
        elements: list[ElementHandle] = found.element_handles()  # type: ignore[union-attr]
        return [each for each in elements if each.is_visible()]

    def click(self, element: Element) -> None:
        element.click()

    def fill(self, element: Element, text: str) -> None:
        element.fill(text)

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)

    def drag(self, element: Element, right: int) -> None:
        shown = element.bounding_box()
        x, y = shown["x"] + shown["width"] / 2, shown["y"] + shown["height"] / 2
        self._page.mouse.move(x, y)
        self._page.mouse.down()
        self._page.mouse.move(x + right, y, steps=4)
        self._page.mouse.up()

    def choose(self, element: Element, value: str) -> None:
        element.select_option(value)

    def download(self, element: Element) -> Path:
        with self._page.expect_download() as waiting:
            element.click()
        path = self._downloads / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path

    def enlarge_text(self) -> None:
        session = self._page.context.new_cdp_session(self._page)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})

    def picture(self) -> bytes:
        return self._page.screenshot(animations="disabled")

    def paper(self) -> bytes | None:
        return self._page.pdf(format="A4")

    def complaints(self) -> list[str]:
        return self._told


def _inside(place: Page | Locator, step: Step) -> Locator:
    if step.selector:
        return place.locator(step.selector)
    if step.name is None:
        return place.locator(f"role={step.role}")
    pattern = f"/{step.name.pattern}/" if isinstance(step.name, re.Pattern) else ""
    return place.locator(
        f"role={step.role}[name={pattern or json.dumps(step.name, ensure_ascii=False)}]"
    )
