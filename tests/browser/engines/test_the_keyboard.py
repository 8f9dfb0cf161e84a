"""A reader without a mouse: the keyboard reaches everything, whatever the engine's rule for Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import PHONE, WIDE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.engines.conftest import Read
    from tests.browser.engines.reader import Reader

# Numbers where the focus stops, but for the browser's own parts, and says whether it was there
# before: a dialog that opens meanwhile keeps the focus, and the first stop may be outside of it.
STEP = """
const { activeElement: now, body } = document;
if (now === body) return false;
const isRound = "stop" in now.dataset;
now.dataset.stop ??= arguments[0];
return isRound;
"""
MISSED = """
const ALL = "a[href], button, input, select, textarea, summary, [tabindex]";
const room = document.querySelector("dialog[open]") ?? document;
const radios = "input[type=radio]:not(:checked)"; // the keys of arrows lead to those
return [...room.querySelectorAll(ALL)].filter((each) =>
    each.tabIndex >= 0 && !each.disabled && !each.closest("[inert]") && !each.matches(radios) &&
    !each.dataset.stop && each.checkVisibility({ visibilityProperty: true })
).map((each) => `${each.localName}.${each.getAttribute("class")} ${each.textContent}`.trim());
"""
# What can be scrolled where no key would do it: some engines give no focus to what scrolls.
STUCK = """
const room = document.querySelector("dialog[open]") ?? document;
return [...room.querySelectorAll("*")].filter((each) => {
    const { overflowY } = getComputedStyle(each);
    return ["auto", "scroll"].includes(overflowY) && each.scrollHeight > each.clientHeight + 1 &&
        each.checkVisibility({ visibilityProperty: true }) &&
        !each.dataset.stop && !each.querySelector("[data-stop]");
}).map((each) => `${each.localName}.${each.getAttribute("class")}`);
"""
OPENERS = ("", "Share", "Data table", "About", "Filters", "Syria, 20 events")
MOST = 250  # stops; the sample has fewer


def walk(reader: Reader) -> None:
    """Press Tab until the focus comes round."""
    for number in range(MOST):
        reader.tab.press("Tab")
        if reader.run(STEP, number):
            return
    raise AssertionError(f"no end after {MOST} stops")


@pytest.mark.parametrize(
    ("size", "opener"),
    [*((WIDE, name) for name in OPENERS), ((900, 420), ""), (PHONE, "")],
)
def test_tab_reaches_all_that_can_be_used_and_scrolled(
    read: Read, sample_page: Path, size: tuple[int, int], opener: str
) -> None:
    reader = read(sample_page, size=size)
    if opener:
        reader.find("button", opener).press("Enter")

    walk(reader)

    assert reader.run(MISSED) == []
    assert reader.run(STUCK) == []
