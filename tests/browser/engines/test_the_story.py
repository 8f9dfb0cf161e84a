"""A reader follows the story, by its buttons and titles and by links to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.build import build
from mapgen.settings import Settings
from tests.browser.engines.reader import comes
from tests.browser.engines.sample import card, mark, step, story

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.engines.conftest import Read


def test_every_event_is_a_card_in_time_order_under_its_period(
    read: Read, sample_page: Path
) -> None:
    reader = read(sample_page)

    titles = story(reader).css("h3").texts()
    assert len(titles) == 36
    assert titles[0] == "French troops landed in Syria"
    assert titles[-1] == "Syria was a country of several communities"
    headings = story(reader).css("h2").texts()
    assert headings[0] == "1910s"
    assert headings[1].split() == ["French", "mandate", "1920–1946"]
    assert headings[-1] == "Undated"
    told = card(reader, "Manaf Tlas reportedly met the opposition").text()
    for words in ("2011", "Damascus", "Reported", "Flight and defection", "Tlas family", "BBC"):
        assert words in told


def test_next_and_previous_say_where_they_lead_and_stay_at_the_ends(
    read: Read, sample_page: Path
) -> None:
    reader = read(sample_page)
    first = card(reader, "French troops landed in Syria")

    step(reader, "Next: 1918–1920 French troops landed in Syria").press("Enter")
    comes(lambda: first.get("aria-current"), "true")
    step(reader, "Next: 1920 France received the mandate over Syria").press("Enter")
    step(reader, "Previous: 1918–1920 French troops landed in Syria").press("Enter")
    comes(lambda: first.get("aria-current"), "true")

    back = step(reader, "Previous: start of the story")
    assert back.get("aria-disabled") == "true"
    assert back.has_focus()


def test_the_selected_card_comes_into_view_and_the_page_never_scrolls(
    read: Read, sample_page: Path
) -> None:
    reader = read(sample_page)
    lit = story(reader).css("[aria-current=true]")

    for _ in range(12):
        step(reader, "Next:").press("Enter")

    room = story(reader).box()
    comes(lambda: room.y <= lit.box().y and lit.box().bottom <= room.bottom, wanted=True)
    assert reader.run("return [scrollX, scrollY]") == [0, 0]


def test_a_title_selects_its_event_and_is_a_link_to_it(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)
    title = card(reader, "French mandate").find("link", "French mandate")

    title.click()

    assert (title.get("href") or "").startswith("#event=french-mandate")
    comes(lambda: card(reader, "French mandate").get("aria-current"), "true")
    comes(lambda: reader.address()[:21], "#event=french-mandate")


def test_a_link_opens_its_event_and_one_that_leads_nowhere_says_so(
    read: Read, sample_page: Path
) -> None:
    reader = read(sample_page, "event=tlas-flees")
    comes(lambda: card(reader, "Manaf Tlas fled Syria").get("aria-current"), "true")

    reader = read(sample_page, "event=gone")

    notice = reader.css(".address-notice")
    assert "This link leads to an event that is no longer here." in notice.text()
    notice.find("button", "Close").click()
    notice.goes()


def test_back_and_forward_lead_through_what_was_selected(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)
    for name in ("Damascus", "Cairo"):
        mark(reader, name).press("Enter")
        comes(reader.address, f"#place={name}")

    reader.tab.back()
    reader.find("dialog", "Damascus").comes()
    reader.tab.back()
    reader.find("dialog").goes()
    reader.tab.forward()

    reader.find("dialog", "Damascus").comes()


def test_a_long_story_is_drawn_as_far_as_the_reader_looks(read: Read, tmp_path: Path) -> None:
    table = tmp_path / "events.csv"
    rows = [f"Event {n},{1000 + n},What happened." for n in range(900)]
    table.write_text("\n".join(["title,date,description", *rows]), "utf-8")
    reader = read(build(table, tmp_path / "map.html", Settings(title="T")).output)
    cards = story(reader).css("article")
    assert cards.count() < 200

    card(reader, "Event 30").ask("part.scrollIntoView()")
    card(reader, "Event 60").comes()
    reader.find("searchbox", "Search events").fill("899")
    card(reader, "Event 899").find("link").click()
    reader.find("searchbox", "Search events").fill("")

    card(reader, "Event 898").comes()
    assert cards.count() < 200
