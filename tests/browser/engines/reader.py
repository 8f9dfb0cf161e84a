"""A reader who looks for parts of a page by role and name, in whatever engine it is open."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tests.browser.engines.tab import Step

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.engines.tab import Element, Tab

T = TypeVar("T")

PATIENCE = 10  # seconds for what a story waits for
_PAUSE = 0.02  # seconds between two looks
_TIMES = 3
_BOXES = """return [...arguments].map((part) => {
    const { x, y, width, height } = part.getBoundingClientRect();
    return [x, y, width, height];
})"""


class Box(NamedTuple):
    """Where a part is in the window, in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height


def comes(ask: Callable[[], object], wanted: object) -> None:
    """Ask until the answer is as wanted; it must be in the end."""
    end = time.monotonic() + PATIENCE
    while (answer := ask()) != wanted and time.monotonic() < end:
        time.sleep(_PAUSE)
    assert answer == wanted, f"{answer!r} in the place of {wanted!r}"


@dataclass(frozen=True, slots=True)
class Part:
    """What is in sight under a role and a name, looked for anew each time."""

    tab: Tab
    path: tuple[Step, ...] = ()

    def find(self, role: str, name: str | re.Pattern[str] | None = None) -> Part:
        """Return the part inside with a role and a whole name, or one that a pattern finds."""
        return Part(self.tab, (*self.path, Step(role, name)))

    def css(self, selector: str) -> Part:
        """Return the part inside that has no role."""
        return Part(self.tab, (*self.path, Step("", None, selector)))

    def all(self) -> list[Element]:
        """Return what there is now."""
        return self.tab.find(*self.path)

    def count(self) -> int:
        """Return how many there are now."""
        return len(self.all())

    def comes(self, number: int = 1) -> None:
        """Wait until there are so many."""
        comes(self.count, number)

    def goes(self) -> None:
        """Wait until there is none."""
        self.comes(0)

    def click(self) -> None:
        """Click the first."""
        self._with_first(self.tab.click)

    def press(self, key: str) -> None:
        """Give the first the focus, and press a key."""
        self.ask("part.focus()")
        self.tab.press(key)

    def fill(self, text: str) -> None:
        """Type a text in the place of what the first holds."""
        self._with_first(lambda box: self.tab.fill(box, text))

    def choose(self, value: str) -> None:
        """Choose an option of a list."""
        self._with_first(lambda element: self.tab.choose(element, value))

    def drag(self, right: int) -> None:
        """Draw the first to the right, by pixels."""
        self._with_first(lambda element: self.tab.drag(element, right))

    def download(self) -> Path:
        """Click the first, and return the file that comes of it."""
        return self._with_first(self.tab.download)

    def text(self) -> str:
        """Return the words of the first, with single spaces."""
        return " ".join(str(self.ask("return part.innerText")).split())

    def texts(self) -> list[str]:
        """Return the words of each."""
        script = "return [...arguments].map((part) => part.innerText)"
        told = self._again(lambda: self.tab.run(script, *self.all()))
        return [" ".join(text.split()) for text in told]

    def get(self, attribute: str) -> str | None:
        """Return an attribute of the first."""
        value: str | None = self.ask("return part.getAttribute(more)", attribute)
        return value

    def style(self, name: str) -> str:
        """Return a computed style of the first."""
        return str(self.ask("return getComputedStyle(part)[more]", name))

    def box(self) -> Box:
        """Return where the first is."""
        return Box(*self._with_first(lambda element: self.tab.run(_BOXES, element))[0])

    def boxes(self) -> list[Box]:
        """Return where all are now."""
        return [Box(*each) for each in self._again(lambda: self.tab.run(_BOXES, *self.all()))]

    def has_focus(self) -> bool:
        """Return whether the focus is on the first."""
        return bool(self.ask("return part === document.activeElement"))

    def ask(self, script: str, more: object = None) -> Any:
        """Run the body of a function of the first, `part`, and of one value `more`."""
        body = f"const [part, more] = arguments; {script}"
        return self._with_first(lambda element: self.tab.run(body, element, more))

    def _with_first(self, act: Callable[[Element], T]) -> T:
        return self._again(lambda: act(self._first()))

    def _again(self, act: Callable[[], T]) -> T:
        """Act, and act again where the page put other elements in the place of those found."""
        for _ in range(_TIMES):
            try:
                return act()
            except self.tab.gone:
                time.sleep(_PAUSE)
        return act()

    def _first(self) -> Element:
        end = time.monotonic() + PATIENCE
        while not (found := self.all()) and time.monotonic() < end:
            time.sleep(_PAUSE)
        assert found, f"nothing in sight: {self.path}"
        return found[0]


class Reader(Part):
    """The whole page, and what is around it."""

    def open(self, page: Path | str, address: str = "", *, ready: str = "ready") -> None:
        """Open a file or an address, with what stands behind #, and wait until it is ready."""
        base = page if isinstance(page, str) else page.as_uri()
        self.tab.go(f"{base}{'#' if address else ''}{address}")
        comes(lambda: self.run("return document.documentElement.dataset.mapgen"), ready)

    def run(self, script: str, *arguments: object) -> Any:
        """Run the body of a function in the page."""
        return self.tab.run(script, *arguments)

    def address(self) -> str:
        """Return what stands behind # in the address, decoded."""
        return str(self.run("return decodeURIComponent(location.hash)"))
