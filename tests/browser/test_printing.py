"""A reader prints the map: the map with numbers, the places, every event with its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, WIDE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

CONTROLS = ("Share", "Data table", "About", "Play", "Reset time", "Filters", "Layers", "Zoom in")


def on_paper(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_country_with_events_has_its_number_beside_its_name_and_no_name_lies_on_it(
    visit: Visit, sample_page: Path, size: tuple[int, int]
) -> None:
    page = visit(sample_page, size=size)

    on_paper(page)

    named = page.locator(".label[data-number]").evaluate_all(
        "names => names.map((name) => `${name.dataset.number} ${name.textContent}`)"
    )
    listed = [" ".join(text.split()) for text in page.locator(".print-places li").all_inner_texts()]
    assert len(named) == 5
    for name in named:
        assert any(text.startswith(f"{name} · ") for text in listed)
    assert _overlaps(page) == []
    landing = page.locator(".print-event", has_text="French troops landed in Syria")
    syria = page.locator(".print-places li", has_text="Syria · 20 events").locator(".print-number")
    expect(landing.locator(".print-number")).to_have_text(syria.inner_text())


def _overlaps(page: Page) -> list[list[str]]:
    """Return the names that lie on another name or on a mark by over two pixels, with these."""
    overlaps: list[list[str]] = page.evaluate(
        """() => {
            const boxes = (selector) => [...document.querySelectorAll(selector)]
                .filter((each) => getComputedStyle(each).visibility === "visible")
                .map((each) => ({ text: each.textContent, box: each.getBoundingClientRect() }));
            const [names, marks] = [boxes(".label"), boxes(".place > svg")];
            const lie = ({ box: a }, { box: b }) =>
                Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
                Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
            return names.flatMap((name, i) => [...names.slice(0, i), ...marks]
                .filter((other) => lie(name, other)).map((other) => [name.text, other.text]));
        }"""
    )
    return overlaps


def test_a_country_whose_events_are_not_shown_has_no_number(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    page.get_by_role("searchbox", name="Search events").fill("Vichy took control")
    expect(page.get_by_text("Showing 36 of 36 events")).to_have_count(0)

    on_paper(page)

    named = page.locator(".label[data-number]")
    expect(named).to_have_text(["Syria"])


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_browser_prints_a_map_with_every_place_on_it(
    visit: Visit, sample_page: Path, size: tuple[int, int]
) -> None:
    page = visit(sample_page, size=size)
    page.evaluate(
        """() => addEventListener("beforeprint", () => {
            const map = document.querySelector(".page-map").getBoundingClientRect();
            const marks = [...document.querySelectorAll("[data-number]")];
            window.width = map.width;
            window.numbers = marks.map((mark) => mark.dataset.number);
            window.cut = marks.map((mark) => mark.getBoundingClientRect()).filter((mark) =>
                mark.left < map.left || mark.right > map.right ||
                mark.top < map.top || mark.bottom > map.bottom
            ).length;
        })"""
    )

    page.pdf(format="A4")

    assert page.evaluate("width") == pytest.approx(680, abs=2)  # 180 mm
    assert sum(_span(number) for number in page.evaluate("numbers")) == 10
    assert page.evaluate("cut") == 0


def _span(text: str) -> int:
    """Return how many numbers a mark bears: "3" is one, "3-5" three."""
    ends = [int(end) for end in text.split("–")]
    return ends[-1] - ends[0] + 1


def test_only_what_is_shown_is_printed_and_the_page_says_so(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    page.get_by_role("searchbox", name="Search events").fill("massacre")
    expect(page.get_by_text("Showing 36 of 36 events")).to_have_count(0)

    on_paper(page)

    expect(page.locator(".print-part")).to_have_text(re.compile(r"Printed here: \d of 36 events\."))
    expect(page.locator(".print")).not_to_contain_text("Vichy took control of Syria")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_pdf_has_a_few_pages_and_the_screen_is_as_before(
    visit: Visit, sample_page: Path, paper: str
) -> None:
    page = visit(sample_page)
    before = page.locator(".page-map").bounding_box()

    pdf = page.pdf(format=paper)

    assert pdf.startswith(b"%PDF")
    assert 4 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 8
    expect(page.locator(".print")).to_have_count(0)
    expect(page.locator("[data-number]")).to_have_count(0)
    expect(page.locator(".label[data-places]")).to_have_count(0)
    assert page.locator(".page-map").bounding_box() == before
