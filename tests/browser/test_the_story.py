"""A reader follows the story: card by card, group by group, to the end and back."""

from __future__ import annotations

import base64
import csv
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Notes, Visit

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def story(page: Page) -> Locator:
    return page.get_by_role("region", name="Story", exact=True)


def card(page: Page, title: str) -> Locator:
    return story(page).get_by_role("article", name=title, exact=True)


def step(page: Page, name: str) -> Locator:
    return story(page).get_by_role("button", name=name)


def table(folder: Path, rows: list[dict[str, str]]) -> Path:
    path = folder / "events.csv"
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_the_story_begins_with_its_introduction_and_ends_with_its_credits(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)

    expect(story(page)).to_contain_text("For a quarter of a century France ruled Syria.")
    expect(story(page)).to_contain_text("each event names its source.")


def test_an_image_is_shown_with_its_text_and_credit_a_sensitive_one_when_asked(
    visit: Visit, tmp_path: Path
) -> None:
    (tmp_path / "p.png").write_bytes(PIXEL)
    rows = [
        {"title": "Open", "image": "p.png", "image_alt": "A square", "image_credit": "By Ada"},
        {"title": "Hard", "image": "p.png", "image_alt": "A wound", "sensitive": "yes"},
    ]
    page = visit(build(table(tmp_path, rows), tmp_path / "map.html", Settings(title="T")).output)

    expect(card(page, "Open").get_by_role("img", name="A square")).to_be_visible()
    expect(card(page, "Open")).to_contain_text("By Ada")
    hard = card(page, "Hard")
    expect(hard.get_by_role("img")).to_have_count(0)
    hard.get_by_role("button", name="Show image that may disturb").press("Enter")
    expect(hard.get_by_role("img", name="A wound")).to_be_visible()
    assert page.evaluate("document.activeElement !== document.body")


def test_an_image_elsewhere_loads_only_when_asked(
    visit: Visit, tmp_path: Path, notes: Notes
) -> None:
    rows = [{"title": "Far", "image": "https://example.org/p.png", "image_alt": "Far away"}]

    path = build(table(tmp_path, rows), tmp_path / "map.html", Settings(title="T")).output
    page = visit(path, quiet=False)
    assert notes.requests == []

    card(page, "Far").get_by_role("button", name="Show image (example.org)").press("Enter")

    expect(card(page, "Far").get_by_role("link", name="Far away")).to_be_visible()
    assert notes.requests == ["https://example.org/p.png"]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_story_speaks_other_languages(
    visit: Visit, sample: Path, tmp_path: Path, language: str
) -> None:
    region, next_one = {"fr": ("Récit", "Suivant :"), "ar": ("القصة", "التالي:")}[language]
    settings = Settings(title="T", language="fr" if language == "fr" else "ar")

    page = visit(build(sample, tmp_path / "map.html", settings).output)

    told = page.get_by_role("region", name=region, exact=True)
    told.get_by_role("button", name=next_one).press("Enter")
    expect(told.locator("[aria-current=true]")).to_contain_text("French troops landed")
