"""A tab of an engine that selenium drives."""

from __future__ import annotations

import base64
import time
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.browser.engines.roles import find

if TYPE_CHECKING:
    from pathlib import Path

    from selenium.webdriver.remote.webdriver import WebDriver

    from tests.browser.engines.tab import Element, Step

_KEYS = {
    "ArrowLeft": Keys.ARROW_LEFT,
    "ArrowRight": Keys.ARROW_RIGHT,
    "End": Keys.END,
    "Enter": Keys.ENTER,
    "Escape": Keys.ESCAPE,
    "Home": Keys.HOME,
    "PageUp": Keys.PAGE_UP,
    "Shift": Keys.SHIFT,
    "Space": Keys.SPACE,
    "Tab": Keys.TAB,
}
_OPTION = "return [...arguments[0].options].find(({ value }) => value === arguments[1])"
_ENDINGS_OF_HALF_FILES = {".part", ".wkdownload", ".crdownload"}
_INNER = "return [innerWidth, innerHeight]"
_SOON = 0.4  # seconds that a window takes
_PATIENCE = 10  # seconds for a file to come


class DrivenTab(ABC):
    """What Firefox and WebKit have in common: all of WebDriver."""

    engine: str
    gone = StaleElementReferenceException

    def __init__(self, driver: WebDriver, downloads: Path) -> None:
        self._driver = driver
        self._downloads = downloads

    def go(self, address: str) -> None:
        self._driver.get(address)

    def back(self) -> None:
        self._driver.back()

    def forward(self) -> None:
        self._driver.forward()

    def run(self, script: str, *arguments: object) -> Any:
        return self._driver.execute_script(script, *arguments)

    def find(self, *path: Step) -> list[Element]:
        try:
            return [*find(self._driver, path)]
        except self.gone:  # while it was being looked at
            return []

    def click(self, element: Element) -> None:
        element.click()

    def fill(self, element: Element, text: str) -> None:
        self.run("arguments[0].select()", element)
        element.send_keys(text or Keys.DELETE)

    def press(self, key: str) -> None:
        *held, last = [_KEYS.get(name, name) for name in key.split("+")]
        chain = self._chain()
        for name in held:
            chain.key_down(name)
        chain.send_keys(last)
        for name in held:
            chain.key_up(name)
        chain.perform()

    def drag(self, element: Element, right: int) -> None:
        chain = self._chain().move_to_element(element).click_and_hold()
        for _ in range(4):
            chain.move_by_offset(right // 4, 0)
        chain.release().perform()

    def choose(self, element: Element, value: str) -> None:
        self.run(_OPTION, element, value).click()

    def download(self, element: Element) -> Path:
        before = {*self._downloads.iterdir()}
        element.click()
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            new = {*self._downloads.iterdir()} - before
            if new and not any(path.suffix in _ENDINGS_OF_HALF_FILES for path in new):
                return new.pop()
            time.sleep(0.02)
        raise AssertionError("no file came")

    def picture(self) -> bytes:
        return self._driver.get_screenshot_as_png()

    def resize(self, width: int, height: int) -> None:
        """Make the window so large that the page has this size, or as near as it goes."""
        while (inner := self.run(_INNER)) != [width, height]:
            outer = self._driver.get_window_size()
            wide, high = width - inner[0], height - inner[1]
            self._driver.set_window_size(outer["width"] + wide, outer["height"] + high)
            if not self._changes(inner):
                return

    def _changes(self, inner: list[int]) -> bool:
        """Return whether the page has another size soon."""
        end = time.monotonic() + _SOON
        while (same := self.run(_INNER) == inner) and time.monotonic() < end:
            time.sleep(0.02)
        return not same

    def paper(self) -> bytes | None:
        return base64.b64decode(self._driver.print_page())

    @abstractmethod
    def enlarge_text(self) -> None: ...

    @abstractmethod
    def complaints(self) -> list[str]: ...

    def _chain(self) -> ActionChains:
        return ActionChains(self._driver, duration=20)
