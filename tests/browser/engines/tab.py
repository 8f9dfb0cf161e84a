"""What a story asks of an engine: a page that is looked at, pressed and typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    import re
    from pathlib import Path

Element = Any  # what an engine calls a part of the page


class Step(NamedTuple):
    """How to find parts of a page, inside the one before: by role and name, or by selector."""

    role: str  # "" where the selector says it
    name: str | re.Pattern[str] | None = None  # whole, or a pattern; None for any
    selector: str = ""


class Tab(Protocol):
    """A page in one engine; parts are those in sight, and names are those that it computes."""

    engine: str

    @property
    def gone(self) -> type[Exception]:
        """What is raised for an element that the page has replaced."""

    def go(self, address: str) -> None:
        """Open an address, and return when it is loaded."""

    def back(self) -> None:
        """Go back in the history of the tab."""

    def forward(self) -> None:
        """Go forward in the history of the tab."""

    def run(self, script: str, *arguments: object) -> Any:
        """Run the body of a function in the page, with arguments, and return what it returns."""

    def find(self, *path: Step) -> list[Element]:
        """Return the elements that a path leads to."""

    def click(self, element: Element) -> None:
        """Press a mouse button in the middle of an element."""

    def fill(self, element: Element, text: str) -> None:
        """Type a text in the place of what a box holds."""

    def press(self, key: str) -> None:
        """Press a key, such as "Enter" or "Shift+Tab", where the focus is."""

    def drag(self, element: Element, right: int) -> None:
        """Draw an element to the right, by pixels."""

    def choose(self, element: Element, value: str) -> None:
        """Choose an option of a list by its value."""

    def download(self, element: Element) -> Path:
        """Click an element, and return the file that comes of it."""

    def enlarge_text(self) -> None:
        """Make all text twice as large, as the engine's reader would."""

    def picture(self) -> bytes:
        """Return what is seen, as PNG."""

    def paper(self) -> bytes | None:
        """Return the page as PDF, or None where the engine prints to printers alone."""

    def complaints(self) -> list[str]:
        """Return the errors that the engine has told of the page."""
