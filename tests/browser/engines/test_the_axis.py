"""A reader chooses a window of time, where scrollbars take room as well as where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.build import build
from mapgen.dates import parse
from mapgen.settings import Settings
from tests.browser.engines.reader import comes
from tests.browser.engines.sample import (
    axis,
    band,
    box,
    end,
    start,
    type_into,
    window_comes,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.engines.conftest import Read
    from tests.browser.engines.reader import Part

FIRST, LAST = "1 January 1918", "31 December 2012"
TYPED = {
    "44 BC": "-0043",
    "44 BCE": "-0043",
    "-0043": "-0043",
    "12000 BC": "Y-11999",
    "1920": "1920",
    "1920-04": "1920-04",
    "17 April 1920": "1920-04-17",
    "1920s": "1920",
    "20th century": "1900",
    "XXe siècle": "1900",
    "القرن 20": "1900",
    "19XX": "1900",
    "printemps 1946": "1946-03",
    "ربيع 1946": "1946-03",
    "1946-21": "1946-03",
    "c. 1940": "1940",
    "1940~": "1940",
    "1920–30": "1920",
    "after 1945": "1946",
    "July-August 1920": "1920-07",
    "1920/..": "1920",
    "بعد ٦ تموز ١٩٢٠": "1920-07-07",
    "29 February 1900": "1900-03-01",
}
TOLERANCE = 2  # pixels: a band ends one before the next day
DATES = ("Y-11999", "-0043", "1920", "1946", "1969-12-31", "1970-01-01")


def test_the_handles_follow_the_keys_and_never_cross(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)
    window_comes(reader, FIRST, LAST)

    start(reader).press("ArrowRight")
    window_comes(reader, "1 January 1919", LAST)
    start(reader).press("PageUp")
    window_comes(reader, "1 January 1920", LAST)
    end(reader).press("Home")
    window_comes(reader, "1 January 1920", "1 January 1920")
    start(reader).press("ArrowRight")
    window_comes(reader, "1 January 1920", "1 January 1920")
    end(reader).press("End")
    start(reader).press("Home")
    window_comes(reader, FIRST, LAST)
    type_into(reader, "To", "1920")
    end(reader).press("Shift+ArrowRight")

    comes(lambda: (end(reader).get("aria-valuetext") or "")[-4:], "1921")


def test_the_handles_and_the_window_can_be_dragged(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)

    end(reader).drag(-400)
    comes(lambda: day(end(reader)) < (parse("1980").earliest or 0), wanted=True)
    start(reader).drag(200)
    comes(lambda: day(start(reader)) > (parse("1930").earliest or 0), wanted=True)
    before = day(start(reader))
    axis(reader).css(".axis-window").drag(100)

    comes(lambda: day(start(reader)) > before, wanted=True)


def day(handle: Part) -> int:
    return int(handle.get("aria-valuenow") or 0)


def test_a_reader_types_a_date_as_people_write_it(read: Read, ages: Path) -> None:
    reader = read(ages)

    for typed, first in TYPED.items():
        type_into(reader, "From", typed)

        comes(lambda: start(reader).get("aria-valuenow"), str(parse(first).earliest))


def test_a_date_that_cannot_be_used_keeps_the_window_and_says_why(
    read: Read, sample_page: Path
) -> None:
    reader = read(sample_page)

    type_into(reader, "To", "soon")

    comes(lambda: box(reader, "To").get("aria-invalid"), "true")
    assert "Not a date" in axis(reader).text()
    window_comes(reader, FIRST, LAST)
    box(reader, "To").press("Escape")
    comes(lambda: box(reader, "To").ask("return part.value"), "2012")


def test_a_period_is_one_click_and_the_next_click_gives_everything_back(
    read: Read, sample_page: Path
) -> None:
    reader = read(sample_page)

    band(reader, "French mandate").click()
    window_comes(reader, "1 January 1920", "31 December 1946")
    comes(lambda: band(reader, "French mandate").get("aria-pressed"), "true")
    band(reader, "French mandate").click()

    window_comes(reader, FIRST, LAST)


def test_play_moves_the_window_at_the_speed_chosen_and_stops_at_the_end(
    read: Read, sample_page: Path
) -> None:
    reader = read(sample_page)
    axis(reader).find("combobox", "Speed").choose("4")
    type_into(reader, "From", "2000")
    type_into(reader, "To", "2008")

    axis(reader).find("button", "Play").click()

    comes(lambda: end(reader).get("aria-valuetext"), LAST)
    axis(reader).find("button", "Play").comes()
    assert (start(reader).get("aria-valuetext") or "")[-4:] in {"2003", "2004"}


def test_undated_events_can_be_switched_off(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)
    switch = axis(reader).find("checkbox", "Undated events")
    assert switch.ask("return part.checked")

    switch.click()

    comes(reader.find("region", "Story").find("status").text, "Showing 35 of 36 events")


def test_dates_lie_where_their_days_are_however_many_periods_overlap(
    read: Read, tmp_path: Path
) -> None:
    table = tmp_path / "periods.csv"
    whole = [f"Age {n},1000/1999,period\n" for n in range(6)]
    table.write_text("title,date,kind\n" + "".join(whole) + "Half,1500/1999,period\n", "utf-8")
    reader = read(build(table, tmp_path / "map.html", Settings(title="Ages")).output)

    first, last = start(reader).box().right, end(reader).box().x
    ages = band(reader, "Age 0").box()
    half = band(reader, "Half").box()

    assert ages.x == pytest.approx(first, abs=TOLERANCE)
    assert ages.right == pytest.approx(last, abs=TOLERANCE)
    assert half.x == pytest.approx((first + last) / 2, abs=TOLERANCE)


def test_the_speed_looks_like_its_neighbours(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)
    speed, neighbour = axis(reader).find("combobox", "Speed"), box(reader, "To")

    for name in ("backgroundColor", "color", "borderTopColor", "borderTopLeftRadius", "height"):
        assert speed.style(name) == neighbour.style(name)
    assert speed.style("appearance") == "none"
    assert speed.box().y == neighbour.box().y


@pytest.fixture(scope="session")
def ages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a period for each of the dates that must land at the right place."""
    folder = tmp_path_factory.mktemp("ages")
    rows = [f"Age {date},{date},Damascus,Syria,33.5,36.3,period\n" for date in DATES]
    (folder / "ages.csv").write_text(
        "title,date,place,country,lat,lon,kind\n" + "".join(rows), "utf-8"
    )
    return build(folder / "ages.csv", folder / "map.html", Settings(title="Ages")).output
