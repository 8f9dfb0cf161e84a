from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.reading import read_events
from mapgen.settings import Settings
from tests.browser.test_dialogs import downloaded, opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Visit

TABLE = """title,date,time,end_time,place,country,lat,lon
The crowd gathers,14 July 1789,7:10,,Paris,France,48.853,2.369
The governor gives up,14 July 1789,5 pm,,Paris,France,48.853,2.369
The muskets are taken,14 July 1789,10.00,,Paris,France,48.853,2.369
The siege,14 July 1789,13:30,17:00,Paris,France,48.853,2.369
The king hears of it,1789-07-14/1789-07-15,at night,,Versailles,France,48.805,2.12
"""
IN_ORDER = [
    ("The king hears of it", "14–15 July 1789"),
    ("The crowd gathers", "14 July 1789, 7:10"),
    ("The muskets are taken", "14 July 1789, 10.00"),
    ("The siege", "14 July 1789, 13:30–17:00"),
    ("The governor gives up", "14 July 1789, 5 pm"),
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "bastille.csv").write_text(TABLE, "utf-8")
    return tmp_path / "bastille.csv"


def page_of(table: Path, language: str = "en") -> Path:
    settings = Settings(title="Bastille", language=language)
    return build(table, table.with_name("map.html"), settings).output


def test_the_hours_of_a_day_are_said_in_order_on_cards_and_in_popups(
    visit: Visit, table: Path
) -> None:
    page = visit(page_of(table))
    cards = page.get_by_role("region", name="Story").get_by_role("article")

    expect(cards.locator(".event-card-title")).to_have_text([title for title, _ in IN_ORDER])
    for card, (_, date) in zip(cards.all()[1:], IN_ORDER[1:], strict=True):
        expect(card).to_contain_text(date)

    page.get_by_role("button", name="Next:").click()
    expect(page.get_by_role("button", name="Next: 14 July 1789, 7:10")).to_be_visible()

    page.get_by_role("button", name="Paris, 4 events").click()
    dates = page.get_by_role("dialog", name="Paris").locator(".event-card-date")
    expect(dates).to_have_text([date for _, date in IN_ORDER[1:]])


def test_the_data_table_sorts_by_time_and_the_download_is_read_back(
    visit: Visit, table: Path, tmp_path: Path
) -> None:
    page = visit(page_of(table))
    dialog = opened(page, "Data table")

    dialog.get_by_role("button", name=re.compile("^Time")).click()
    rows = dialog.locator("tbody tr th")
    expect(rows).to_have_text([title for title, _ in IN_ORDER])
    page.keyboard.press("Escape")
    copy = tmp_path / "copy.csv"
    copy.write_bytes(downloaded(opened(page, "Share"), "CSV").path().read_bytes())

    def times(path: Path) -> list[object]:
        dates = [event.date for event in read_events(path)]
        return [date and (date.edtf, date.time, date.end_time) for date in dates]

    assert sorted(map(repr, times(copy))) == sorted(map(repr, times(table)))


def test_the_hours_stand_in_the_list_for_readers_without_scripts(visit: Visit, table: Path) -> None:
    page = visit(page_of(table), java_script_enabled=False)

    for _, date in IN_ORDER[1:]:
        expect(page.locator(".listing")).to_contain_text(date)


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "14 juillet 1789, 13:30–17:00"), ("ar", "١٤ تموز ١٧٨٩، ٧:١٠")]
)
def test_the_hours_are_said_in_the_language_of_the_page(
    visit: Visit, table: Path, language: str, said: str
) -> None:
    page = visit(page_of(table, language), size=(390, 844))

    expect(page.locator(".event-card-date").filter(has_text=said)).to_have_count(1)
