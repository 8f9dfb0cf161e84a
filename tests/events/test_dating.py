"""The cells of a row become its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen import dates

if TYPE_CHECKING:
    from tests.events.rows import Check


# Dates


def test_a_date_that_cannot_be_read_is_an_error_with_its_cure(check: Check) -> None:
    assert check.errors("When", "1982-13") == (
        't.csv:2: When: "1982-13" has month 13; write it as 1982-12 or 1982'
    )


def test_an_ambiguous_date_is_settled_by_the_order(check: Check) -> None:
    content = "title,date\nA,03/04/1946\n"

    assert [p.column for p in check(content).problems] == ["date"]
    assert check(content, order="dmy").events[0].date == dates.parse("03/04/1946", order="dmy")
    assert check(content, order="mdy").events[0].date == dates.parse("03/04/1946", order="mdy")


@pytest.mark.parametrize(
    ("header", "cells", "edtf"),
    [
        ("start,end", "1920,1946", "1920/1946"),
        ("Start Date,End-Date", "2 July 2012,6 July 2012", "2012-07-02/2012-07-06"),
        ("begin,until", "c. 1920,1946", "1920~/1946"),
        ("start,end", "2000,..", "2000/.."),
        ("start,end", "2000,present", "2000/.."),
        ("start,end", "..,1946", "../1946"),
        ("start,end", "1982,", "1982"),
        ("start,end", "1982,1982", "1982"),
        ("start,end", "1982-02,1982", "1982-02/1982"),
        ("start,end", "2012-07-02,2 July 2012", "2012-07-02"),
        ("start,end", "2012-07,1 July 2012", "2012-07/2012-07-01"),
        ("date,end", "1920,1946", "1920/1946"),
        ("date,start,end", ",1920,1946", "1920/1946"),
        ("date,start,end", "1982,,", "1982"),
        ("year", "1982", "1982"),
        ("year", "c. 1940", "1940~"),
        ("Year,Month,Day", "1982,2,", "1982-02"),
        ("Year,Month,Day", "1982,2,8", "1982-02-08"),
        ("Year,Month,Day", "1982,February,8", "1982-02-08"),
        (
            "Year,Month,Day,End Year,End Month,End Day",
            "1982,2,2,1982,2,28",
            "1982-02-02/1982-02-28",
        ),
        ("Year,End Year", "1920,1946", "1920/1946"),
        ("Year,End Date", "1920,1946", "1920/1946"),
        ("Start Date,End Year", "May 1920,1946", "1920-05/1946"),
    ],
)
def test_a_date_is_put_together_from_several_columns(
    check: Check, header: str, cells: str, edtf: str
) -> None:
    date = check.event(header, cells).date

    assert date is not None
    assert date.edtf == edtf
    assert (date.earliest, date.latest) == (dates.parse(edtf).earliest, dates.parse(edtf).latest)


def test_an_interval_from_two_columns_keeps_the_text_of_both(check: Check) -> None:
    date = check.event("start,end", "c. 1920,May 1946").date

    assert date is not None
    assert date.text == "c. 1920/May 1946"


def test_parts_of_a_date_beside_a_whole_one_are_unknown_columns(check: Check) -> None:
    found = check("title,event_date,year,month\nA,1982-02-02,1982,2\n")

    assert found.unknown == ("year", "month")
    assert found.events[0].date == dates.parse("1982-02-02")


def test_a_whole_end_counts_before_its_parts(check: Check) -> None:
    found = check("title,year,end,end_year\nA,1920,1946,1950\n")

    assert found.unknown == ("end_year",)
    assert found.events[0].date == dates.parse("1920/1946")


@pytest.mark.parametrize("header", ["month,day", "end", "end_year"])
def test_what_is_no_date_by_itself_is_an_unknown_column(check: Check, header: str) -> None:
    found = check(f"title,{header}\nA,{'1' + ',1' * header.count(',')}\n")

    assert found.unknown == tuple(header.split(","))
    assert found.events[0].date is None


@pytest.mark.parametrize(
    ("header", "cells", "message"),
    [
        (
            *("Begin,Until", "1946,1920"),
            (
                'Until: the end, "1920", is before the beginning, "1946"; '
                "exchange them, or correct the wrong one"
            ),
        ),
        (
            *("start,end", ",1946"),
            (
                "end: the row has an end but no beginning; "
                "write when it began, or .. if that is not known"
            ),
        ),
        (
            *("start,end", "1920/1946,1950"),
            (
                'end: "1920/1946" is more than one date, so it is no side of an interval; '
                "write the whole date in one cell, and leave the other blank"
            ),
        ),
        (
            *("date,start", "1920,1921"),
            "start: the row has a date as well as a beginning; leave one of them blank",
        ),
        (
            *("year,month,day", "1982,,8"),
            (
                "month: is blank, but a smaller part of the date is not; "
                "write the month, or leave the smaller parts blank too"
            ),
        ),
        (
            *("year,month", ",8"),
            (
                "year: is blank, but a smaller part of the date is not; "
                "write the year, or leave the smaller parts blank too"
            ),
        ),
        (
            *("Year,Month,Day", "1982,2,30"),
            (
                'Year: "1982-02-30" has day 30, but February 1982 has 28 days; '
                "write a day from 01 to 28, or 1982-02"
            ),
        ),
    ],
)
def test_columns_that_make_no_date_are_told(
    check: Check, header: str, cells: str, message: str
) -> None:
    assert check.errors(header, cells) == f"t.csv:2: {message}"


def test_both_ends_of_an_interval_can_be_wrong(check: Check) -> None:
    errors = check.errors("start,end", "1982-13,1983-14")

    assert [line.split(": ")[1] for line in errors.splitlines()] == ["start", "end"]


@pytest.mark.parametrize(
    "text",
    ["N/A", "unknown", "s.d.", "ohne Datum", "sin fecha", "-", "?", "0000-00-00", "بلا تاريخ"],
)
def test_a_word_for_no_date_is_a_blank_cell_and_said_once(check: Check, text: str) -> None:
    found = check(f"title,date\nA,1920\nB,{text}\nC,{text}\n")

    assert [event.date.edtf if event.date else "" for event in found.events] == ["1920", "", ""]
    (decision,) = found.problems
    assert decision.severity == "decision"
    assert decision.message == f'"{text}" in 2 rows were taken to mean that no date is known'


def test_an_interval_whose_end_is_unknown_is_no_single_date(check: Check) -> None:
    (problem,) = check("title,start,end\nA,1920,unknown\n").problems

    assert (problem.severity, problem.column) == ("error", "end")


def test_an_open_date_is_no_word_for_none() -> None:
    assert not dates.is_unknown("..")
    assert dates.is_unknown("?" * 40)
    assert not any(map(dates.is_unknown, ["", "0000", "1920-00-00", "October", "Nairobi"]))
