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


def test_every_event_is_a_card_in_time_order_under_its_period(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)

    expect(story(page).get_by_role("article")).to_have_count(36)
    headings = story(page).get_by_role("heading", level=2).all_inner_texts()
    titles = story(page).get_by_role("heading", level=3).all_inner_texts()
    assert headings[0] == "1910s"
    assert headings[1].split() == ["French", "mandate", "1920–1946"]
    assert any(heading.startswith("Vichy control") for heading in headings)
    assert titles[0] == "French troops landed in Syria"
    assert titles[-2:] == [
        "The Friends of Syria met in Paris",
        "Syria was a country of several communities",
    ]
    assert headings[-1] == "Undated"


def test_a_card_tells_date_place_text_category_tags_status_and_source(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)

    told = card(page, "Manaf Tlas reportedly met the opposition")

    for words in ("2011", "Damascus", "Reported", "Flight and defection", "Tlas family", "BBC"):
        expect(told).to_contain_text(words)
    expect(card(page, "Manaf Tlas fled Syria")).to_contain_text("From Damascus to Turkey")


def test_a_title_selects_its_event_and_can_be_copied_as_a_link(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    title = card(page, "French mandate").get_by_role("link", name="French mandate")

    title.click()

    assert (title.get_attribute("href") or "").startswith("#event=french-mandate")
    expect(card(page, "French mandate")).to_have_attribute("aria-current", "true")
    expect(story(page).locator("[aria-current]")).to_have_count(1)


def test_next_and_previous_say_where_they_lead_and_stay_at_the_ends(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    expect(step(page, "Previous: start of the story")).to_have_attribute("aria-disabled", "true")

    step(page, "Next: 1918–1920 French troops landed in Syria").press("Enter")
    expect(card(page, "French troops landed in Syria")).to_have_attribute("aria-current", "true")
    step(page, "Next: 1920 France received the mandate over Syria").press("Enter")
    step(page, "Previous: 1918–1920 French troops landed in Syria").press("Enter")

    expect(card(page, "French troops landed in Syria")).to_have_attribute("aria-current", "true")
    back = step(page, "Previous: start of the story")
    expect(back).to_have_attribute("aria-disabled", "true")
    expect(back).to_be_focused()


def test_the_selected_card_comes_into_view_and_the_page_never_scrolls(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page, reduced_motion="reduce")

    for _ in range(12):
        step(page, "Next:").press("Enter")

    lit = story(page).locator("[aria-current=true]")
    expect(lit).to_be_in_viewport(ratio=0.9)
    assert page.evaluate("[scrollX, scrollY, document.scrollingElement.scrollTop]") == [0, 0, 0]


def test_a_long_story_is_drawn_as_far_as_the_reader_looks(visit: Visit, tmp_path: Path) -> None:
    rows = [
        {"title": f"Event {n}", "date": str(1000 + n), "description": "What happened."}
        for n in range(900)
    ]
    page = visit(build(table(tmp_path, rows), tmp_path / "map.html", Settings(title="T")).output)
    cards = story(page).get_by_role("article")

    assert cards.count() < 200
    card(page, "Event 30").scroll_into_view_if_needed()
    expect(card(page, "Event 60")).to_have_count(1)
    page.get_by_role("searchbox", name="Search events").fill("899")
    card(page, "Event 899").get_by_role("link").click()
    page.get_by_role("searchbox", name="Search events").fill("")

    expect(card(page, "Event 898")).to_have_count(1)
    expect(card(page, "Event 899")).to_be_in_viewport()
    assert cards.count() < 200


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
