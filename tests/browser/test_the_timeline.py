"""A reader chooses a window of time: with handles, by typing, by a period, by play."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.dates import parse
from mapgen.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit

HEADER = "title,date,place,country,lat,lon,kind\n"
DATES = ("Y-11999", "-0043", "1920", "1946", "1969-12-31", "1970-01-01")
BARE = "Bare word,,Damascus,Syria,33.5,36.3,event\n"
TOLERANCE = 1.5  # pixels: the browser rounds a box to its own fractions


@pytest.fixture(scope="module")
def ages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a period for each of the dates that must land at the right place."""
    folder = tmp_path_factory.mktemp("ages")
    rows = [f"Age {date},{date},Damascus,Syria,33.5,36.3,period\n" for date in DATES]
    table = folder / "ages.csv"
    table.write_text(HEADER + "".join(rows) + BARE, "utf-8")
    return build(table, folder / "map.html", Settings(title="Ages")).output


def axis(page: Page) -> Locator:
    return page.get_by_role("region", name="Timeline", exact=True)


def start(page: Page) -> Locator:
    return axis(page).get_by_role("slider", name="Start of window", exact=True)


def end(page: Page) -> Locator:
    return axis(page).get_by_role("slider", name="End of window", exact=True)


def box(page: Page, name: str) -> Locator:
    return axis(page).get_by_role("textbox", name=name, exact=True)


def band(page: Page, title: str) -> Locator:
    return axis(page).get_by_role("button", name=re.compile(f"^{re.escape(title)}, "))


def type_into(page: Page, name: str, text: str) -> None:
    box(page, name).fill(text)
    box(page, name).press("Enter")


def expect_window(page: Page, first: str, last: str) -> None:
    """Expect the window that Python's days name."""
    earliest, latest = parse(first).earliest, parse(last).latest
    expect(start(page)).to_have_attribute("aria-valuenow", str(earliest))
    expect(end(page)).to_have_attribute("aria-valuenow", str(latest))


def edges(element: Locator) -> tuple[float, float]:
    shown = element.bounding_box()
    assert shown
    return shown["x"], shown["x"] + shown["width"]


def drag(page: Page, element: Locator, right: float) -> None:
    shown = element.bounding_box()
    assert shown
    x, y = shown["x"] + shown["width"] / 2, shown["y"] + shown["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right / 2, y, steps=3)
    page.mouse.move(x + right, y, steps=3)
    page.mouse.up()


def test_a_date_of_any_age_is_the_day_that_python_counts(visit: Visit, ages: Path) -> None:
    page = visit(ages)

    for date in DATES:
        band(page, f"Age {date}").press("Enter")

        expect_window(page, date, date)


def test_dates_of_any_age_lie_where_their_days_are(visit: Visit, ages: Path) -> None:
    page = visit(ages)
    track = axis(page).locator(".axis-track")
    left, right = edges(track)
    type_into(page, "From", "Y-11999")
    first, last = parse("Y-11999").earliest, parse("1970-01-01").latest
    assert first is not None
    assert last is not None
    begin = edges(start(page))[1]
    stop = edges(end(page))[0]

    for date in DATES:
        shown = edges(band(page, f"Age {date}"))[0]
        day = parse(date).earliest
        assert day is not None
        wanted = begin + (stop - begin) * (day - first) / (last + 1 - first)
        assert shown == pytest.approx(wanted, abs=TOLERANCE)
        assert left <= shown <= right


def test_to_means_the_last_day_of_what_is_typed(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)

    type_into(page, "From", "April 1920")
    type_into(page, "To", "1946")

    expect_window(page, "1920-04", "1946")
    expect(box(page, "From")).to_have_value("April 1920")
    expect(end(page)).to_have_attribute("aria-valuetext", "31 December 1946")


@pytest.mark.parametrize("typed", ["before 1946", "avant 1946", "قبل ١٩٤٦", "../1945"])
def test_an_open_start_leaves_its_end(visit: Visit, sample_page: Path, typed: str) -> None:
    page = visit(sample_page)

    type_into(page, "To", typed)

    expect_window(page, "1918", "1945")


REFUSED = {
    "soon": "Not a date",
    "1936-39": "Not a date",
    "1358 AH": "Not a date",
    "03/04/1946": "3 April 1946 or 4 March 1946",
    "1850/1860": "The dates here run from 1 January 1918",
    "1850": "The dates here run from 1 January 1918",
    "2200": "The dates here run from 1 January 1918",
}


def test_a_date_that_cannot_be_used_keeps_the_window_and_says_why(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    type_into(page, "To", "1946")

    for typed, said in REFUSED.items():
        type_into(page, "To", typed)

        expect_window(page, "1918", "1946")
        expect(box(page, "To")).to_have_attribute("aria-invalid", "true")
        expect(box(page, "To")).to_have_accessible_description(re.compile(re.escape(said)))


def test_escape_takes_a_wrong_date_back(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    type_into(page, "To", "soon")

    box(page, "To").press("Escape")

    expect(box(page, "To")).to_have_value("2012")
    expect(box(page, "To")).not_to_have_attribute("aria-invalid", "true")


def test_a_start_that_waits_for_its_end_counts_when_the_end_comes(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    type_into(page, "To", "1930")

    type_into(page, "From", "1940")
    expect(box(page, "From")).to_have_accessible_description(re.compile("must not be after"))
    type_into(page, "To", "1950")

    expect_window(page, "1940", "1950")


def test_a_drag_over_the_histogram_makes_a_new_window(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)

    drag(page, axis(page).locator(".axis-window"), 150)

    expect(box(page, "From")).not_to_have_value("1918")
    expect(box(page, "To")).not_to_have_value("2012")


def test_periods_that_overlap_never_cover_each_other(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)

    boxes = [item.bounding_box() for item in axis(page).locator(".axis-band").all()]

    shown = [item for item in boxes if item]
    assert len(shown) > 4
    for i, a in enumerate(shown):
        for b in shown[:i]:
            apart = a["x"] >= b["x"] + b["width"] or b["x"] >= a["x"] + a["width"]
            assert apart or abs(a["y"] - b["y"]) >= a["height"]


def test_a_period_without_an_end_runs_to_the_last_day(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)

    band(page, "Rule of Bashar al-Assad").click()

    expect_window(page, "2000", "2012")


def test_reset_gives_all_the_time_back(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    type_into(page, "From", "1970")

    axis(page).get_by_role("button", name="Reset time", exact=True).click()

    expect_window(page, "1918", "2012")


def test_play_begins_with_a_part_of_the_time_where_all_was_chosen(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)

    axis(page).get_by_role("button", name="Play", exact=True).click()
    axis(page).get_by_role("button", name="Pause", exact=True).click()

    expect(axis(page).get_by_role("button", name="Play", exact=True)).to_be_visible()
    days = [int(one.get_attribute("aria-valuenow") or 0) for one in (start(page), end(page))]
    assert days[1] - days[0] == pytest.approx(3453, abs=31)  # a tenth; months stay whole


def test_play_steps_without_animation_where_motion_is_not_wanted(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page, reduced_motion="reduce")
    axis(page).get_by_label("Speed").select_option("4")
    type_into(page, "From", "1990")
    type_into(page, "To", "2000")

    axis(page).get_by_role("button", name="Play", exact=True).click()

    expect(end(page)).to_have_attribute("aria-valuenow", str(parse("2012").latest))
    expect(axis(page).get_by_role("button", name="Play", exact=True)).to_be_visible()


def test_undated_events_can_be_switched_off(visit: Visit, ages: Path) -> None:
    page = visit(ages)
    switch = axis(page).get_by_role("checkbox", name="Undated events", exact=True)

    expect(switch).to_be_checked()
    expect(switch).to_have_accessible_description("1")
    switch.uncheck()

    expect(switch).not_to_be_checked()


def test_the_switch_is_not_there_where_every_event_has_a_date(visit: Visit, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("title,date\nOne,1920\nTwo,1946\n", "utf-8")
    page = visit(build(table, tmp_path / "map.html", Settings(title="Dated")).output)

    expect(axis(page).get_by_role("checkbox")).to_have_count(0)


def test_the_sample_has_the_switch_for_what_its_source_does_not_date(
    visit: Visit, sample_page: Path
) -> None:
    switch = axis(visit(sample_page)).get_by_role("checkbox", name="Undated events", exact=True)

    expect(switch).to_be_checked()
    expect(switch).to_have_accessible_description("1")


def test_a_selected_event_outside_the_window_brings_the_window_along(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    type_into(page, "From", "1970")
    type_into(page, "To", "1989")

    page.get_by_role("button", name="Data table").click()
    page.get_by_role("link", name="French troops landed in Syria").click()

    expect(start(page)).to_have_attribute("aria-valuetext", "1 January 1918")
    expect(end(page)).to_have_attribute("aria-valuetext", "31 December 1937")
    expect(axis(page).locator(".axis-selected")).to_be_visible()


def test_an_address_with_a_window_and_an_event_shows_just_that_window(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    address = "#event=french-landing&from=1970-01-01&to=1989-12-31"

    page.evaluate("address => location.hash = address", address)

    expect_window(page, "1970", "1989")


def test_the_axis_zooms_by_wheel_and_by_button_and_names_round_days(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    ticks = axis(page).locator(".axis-tick")
    expect(ticks.first).to_have_text("1920")

    axis(page).get_by_role("button", name="Zoom in on the timeline").click()
    axis(page).locator(".axis-track").hover()
    for _ in range(30):
        page.mouse.wheel(0, -300)

    expect(ticks.first).to_have_text(re.compile(r"^\d+ \w{3,4} \d{4}$"))
    assert ticks.count() <= 12
    expect_window(page, "1918", "2012")


def test_a_page_without_dates_says_so(visit: Visit, tmp_path: Path) -> None:
    table = tmp_path / "bare.csv"
    table.write_text(HEADER + BARE, "utf-8")

    page = visit(build(table, tmp_path / "map.html", Settings(title="Bare")).output)

    expect(axis(page)).to_contain_text("No dates")
    expect(axis(page).get_by_role("slider")).to_have_count(0)


def test_one_single_day_is_an_axis_too(visit: Visit, tmp_path: Path) -> None:
    table = tmp_path / "day.csv"
    table.write_text(HEADER + "One day,1969-12-31,Damascus,Syria,33.5,36.3,event\n", "utf-8")

    page = visit(build(table, tmp_path / "map.html", Settings(title="Day")).output)

    expect_window(page, "1969-12-31", "1969-12-31")
    expect(start(page)).to_have_attribute("aria-valuenow", "-1")
    expect(box(page, "From")).to_have_value("31 December 1969")
