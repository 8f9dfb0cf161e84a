"""The parts of the sample page, as its readers call them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.browser.engines.reader import comes

if TYPE_CHECKING:
    from tests.browser.engines.reader import Box, Part, Reader


def story(reader: Reader) -> Part:
    return reader.find("region", "Story")


def card(reader: Reader, title: str) -> Part:
    return story(reader).find("article", title)


def step(reader: Reader, name: str) -> Part:
    """Return the button whose name begins so: where the story goes next, or went before."""
    return story(reader).find("button", re.compile(f"^{re.escape(name)}"))


def count(reader: Reader) -> str:
    return story(reader).find("status").text()


def mark(reader: Reader, name: str) -> Part:
    return reader.find("button", re.compile(rf"^{name}, [0-9]+ events?$"))


def axis(reader: Reader) -> Part:
    return reader.find("region", "Timeline")


def start(reader: Reader) -> Part:
    return axis(reader).find("slider", "Start of window")


def end(reader: Reader) -> Part:
    return axis(reader).find("slider", "End of window")


def box(reader: Reader, name: str) -> Part:
    return axis(reader).find("textbox", name)


def band(reader: Reader, title: str) -> Part:
    return axis(reader).find("button", re.compile(f"^{re.escape(title)}, "))


def type_into(reader: Reader, name: str, text: str) -> None:
    box(reader, name).fill(text)
    box(reader, name).press("Enter")


def window_comes(reader: Reader, first: str, last: str) -> None:
    """Wait until the window is said so, in the words of a screen reader."""
    comes(
        lambda: [part(reader).get("aria-valuetext") for part in (start, end)],
        [first, last],
    )


def opened(reader: Reader, name: str) -> Part:
    """Open a dialog by its button."""
    reader.find("button", name).click()
    dialog = reader.find("dialog", name)
    dialog.comes()
    return dialog


def lie_on_each_other(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """Return the pairs that lie on each other."""
    return [
        (one, other)
        for i, one in enumerate(boxes)
        for other in boxes[:i]
        if min(one.right, other.right) > max(one.x, other.x)
        and min(one.bottom, other.bottom) > max(one.y, other.y)
    ]
