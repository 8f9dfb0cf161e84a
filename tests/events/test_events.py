from __future__ import annotations

import csv
import io
import itertools
import random
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapgen import dates, events, table
from mapgen.dates import Customs
from mapgen.errors import TableError, of_severity
from mapgen.events import Place
from mapgen.events.naming import base_of
from mapgen.reading import read_events
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.dates import DateOrder
    from mapgen.events import Checked, Event


@pytest.fixture
def check(tmp_path: Path) -> Check:
    return Check(tmp_path)


class Check:
    """Writes a table into a folder of its own and checks it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, content: str, *, order: DateOrder | None = None) -> Checked:
        path = self.folder / "t.csv"
        path.write_bytes(content.encode())
        return events.check(table.read(path, name="t.csv"), customs=Customs(order=order))

    def event(self, header: str, row: str) -> Event:
        """Return the event of a table with one row, which has a title and no problem."""
        found = self(f"title,{header}\nTitle,{row}\n")
        assert found.problems == of_severity(found.problems, "decision")
        (event,) = found.events
        return event

    def errors(self, header: str, *rows: str) -> str:
        """Return the errors of rows with a title, and see that no event came of them."""
        found = self("\n".join([f"title,{header}", *(f"Title,{row}" for row in rows)]))
        assert len(found.events) < len(rows)
        return "\n".join(str(p) for p in found.problems if p.severity == "error")

    def warnings(self, header: str, *rows: str) -> str:
        """Return the warnings of rows with a title, and see that all became events."""
        found = self("\n".join([f"title,{header}", *(f"Title,{row}" for row in rows)]))
        assert len(found.events) == len(rows)
        assert {p.severity for p in found.problems} == {"warning"}
        return "\n".join(map(str, found.problems))


def row(*cells: str) -> str:
    """Return cells as a line of CSV, each in quotation marks."""
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(cells)
    return buffer.getvalue()


# Whole rows


def test_a_row_becomes_an_event(check: Check) -> None:
    header = (
        "title,date,date_text,place,country,lat,lon,to,to_country,to_lat,to_lon,kind,category,"
        "tags,status,description,source,source_url,image,image_alt,image_credit,id,page\n"
    )
    cells = row(
        *("Tlas fled", "2012-07", "July 2012", "Damascus", "Syria", "33.5138", "36.2765"),
        *("Paris", "France", "48,8566", "2°21′8″E", "Event", "Defections", "army; Tlas;;army"),
        *("Reported", "First line\n\nSecond *line*", "The Times", "https://example.org/a?b=1"),
        *("https://example.org/a.jpg", "A general", "Reuters", "tlas-fled", "12"),
    )

    found = check(header + cells)

    assert found.problems == ()
    assert found.events == (
        events.Event(
            id="tlas-fled",
            title="Tlas fled",
            date=dates.parse("2012-07"),
            date_text="July 2012",
            place=Place(name="Damascus", country="Syria", lat=33.5138, lon=36.2765, found="table"),
            to=Place(
                name="Paris",
                country="France",
                lat=48.8566,
                lon=2 + 21 / 60 + 8 / 3600,
                found="table",
            ),
            kind="event",
            category="Defections",
            tags=("army", "Tlas"),
            status="reported",
            description="First line\n\nSecond *line*",
            source="The Times",
            source_url="https://example.org/a?b=1",
            image="https://example.org/a.jpg",
            image_alt="A general",
            image_credit="Reuters",
            extra=(("page", "12"),),
            line=2,
        ),
    )


def test_a_title_alone_is_an_event_without_date_and_place(check: Check) -> None:
    found = check("title\nSomething happened\n")

    assert found.problems == ()
    (event,) = found.events
    assert (event.id, event.date, event.place, event.to) == ("something-happened", None, None, None)
    assert (event.kind, event.status, event.tags, event.extra) == ("event", "", (), ())


def test_every_problem_of_a_table_is_found_at_once_in_line_order(check: Check) -> None:
    found = check(
        "Headline,when,Latitude,long,certainty\n"
        "A,1982-13,91,36,maybe\n"
        "B,1982,33,36,confirmed\n"
        ",1982,33,,\n"
    )

    assert [(p.line, p.column) for p in found.problems] == [
        (2, "when"),
        (2, "Latitude"),
        (2, "certainty"),
        (4, "Headline"),
        (4, "Latitude"),
    ]
    assert [event.title for event in found.events] == ["B"]


def test_the_problems_of_a_row_stand_in_the_order_of_its_columns(check: Check) -> None:
    found = check("status,lat,lon,date,title,url,id\nx,x,x,x,,x,?\n")

    columns = [problem.column for problem in found.problems]
    assert columns == ["status", "lat", "lon", "date", "title", "url", "id"]


def test_a_problem_stands_on_the_line_where_its_row_begins(check: Check) -> None:
    found = check('title,text,status\nA,"one\ntwo",reported\n\nB,"x\ny",wrong\n')

    assert [(p.line, p.column) for p in found.problems] == [(5, "status")]
    assert [event.line for event in found.events] == [2]


def test_a_row_that_repeats_the_header_is_an_error_and_no_more(check: Check) -> None:
    found = check("title,kind\nA,\nC,era\ntitle,kind\nB,\n")

    assert [str(problem) for problem in found.problems] == [
        't.csv:3: kind: "era" is no kind; write event or period',
        "t.csv:4: this row repeats the names of the columns; delete it",
    ]
    assert [(event.title, event.line) for event in found.events] == [("A", 2), ("B", 5)]


def test_rows_that_say_the_same_are_told_with_both_lines(check: Check) -> None:
    warnings = check.warnings("date", "1982", "1983", "1982", "1982")

    assert warnings == (
        "t.csv:4: 2 rows say the same as one above: "
        "line 4 as line 2 and line 5 as line 2; delete them"
    )


# Headers


@pytest.mark.parametrize(
    "header", ["TITLE", " Title ", "title:", "Ｔｉｔｌｅ", "Name", "Head-Line"]
)
def test_a_header_is_known_in_any_case_and_with_any_signs(check: Check, header: str) -> None:
    found = check(f"date,{header}\n1982,A\n")

    assert found.problems == ()
    assert found.columns == {"title": header.strip(), "date": "date"}
    assert [event.title for event in found.events] == ["A"]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Display Date", "date_text"),
        ("LOCATION", "place"),
        ("Nation", "country"),
        ("Destination", "to"),
        ("to country", "to_country"),
        ("Type", "category"),
        ("keywords", "tags"),
        ("Story", "description"),
        ("Reference", "source"),
        ("Media Credit", "image_credit"),
        ("Alt Text", "image_alt"),
        ("identifier", "id"),
    ],
)
def test_a_column_is_known_by_the_names_that_other_tools_give_it(
    check: Check, header: str, column: str
) -> None:
    found = check(f"title,{header}\nA,\n")

    assert found.columns == {"title": "title", column: header}
    assert found.unknown == ()


def test_no_name_of_a_column_means_another_column_too() -> None:
    keys = [
        events.headers.key(name)
        for column, names in events.headers.ALIASES.items()
        for name in (column, *names)
    ]

    assert sorted(keys) == sorted(set(keys))


def test_the_name_of_a_column_counts_before_its_other_names(check: Check) -> None:
    found = check("name,title,notes,description\nN,T,private,public\n")

    (event,) = found.events
    assert (event.title, event.description) == ("T", "public")
    assert event.extra == (("name", "N"), ("notes", "private"))
    assert found.unknown == ("name", "notes")


def test_two_other_names_of_one_column_are_a_conflict(check: Check) -> None:
    found = check("title,latitude,y,longitude\nA,33,34,36\n")

    assert [str(problem) for problem in found.problems] == [
        (
            't.csv:1: y: the columns "latitude" and "y" both mean lat; '
            "call the one that counts lat, and the map keeps the other as it is"
        )
    ]


def test_a_blank_column_is_in_nobodys_way(check: Check) -> None:
    found = check("title,type,group\nA,,Politics\n")

    assert found.problems == ()
    assert found.events[0].category == "Politics"


def test_unknown_columns_are_kept_and_named(check: Check) -> None:
    found = check("title,Fatalities,Archive box\nA,12,\nB,,K 7\n")

    assert found.unknown == ("Fatalities", "Archive box")
    assert [event.extra for event in found.events] == [
        (("Fatalities", "12"),),
        (("Archive box", "K 7"),),
    ]
    assert found.problems == ()


def test_headers_that_only_case_tells_apart_need_another_name(check: Check) -> None:
    (error,) = check("title,date,Date\nA,1920,1921\n").problems

    assert error.message == 'the columns "date" and "Date" both mean date'
    assert error.cure == 'give "Date" another name, or delete it'
    assert check("title,date,Printed\nA,1920,1921\n").problems == ()


def test_a_slip_in_a_header_is_noticed(check: Check) -> None:
    found = check("title,lattitude,lon,comment\nA,,,\n")

    assert [str(problem) for problem in found.problems] == [
        (
            "t.csv:1: lattitude: is no column of the map; it is kept for the table of data; "
            'rename it to "latitude" if that is what it means'
        )
    ]
    assert [problem.severity for problem in found.problems] == ["warning"]


def test_a_header_like_a_column_that_is_there_is_no_slip(check: Check) -> None:
    assert check("title,title2,date,dates\nA,,,\n").problems == ()


def test_a_table_without_titles_is_refused_with_the_nearest_header(check: Check) -> None:
    found = check("Titel,date\nA,1982-13\n")

    assert [str(problem) for problem in found.problems] == [
        (
            't.csv:1: no column is called title; the columns are "Titel", "date"; '
            'rename "Titel" to title'
        ),
        't.csv:2: date: "1982-13" has month 13; write it as 1982-12 or 1982',
    ]
    assert found.events == ()


def test_a_table_without_anything_like_titles_is_told_what_to_add(check: Check) -> None:
    (problem,) = check("when,1982\n1982,Hama\n").problems

    assert problem.message == 'no column is called title; the columns are "when", "1982"'
    assert problem.cure == 'add a column "title" that says in one line what happened'


def test_a_first_line_that_holds_an_event_is_told_from_a_header(check: Check) -> None:
    found = check("French mandate,1920/1946,Syria,33.5,36.3\nVichy,1940,Syria,33.5,36.3\n")

    assert [str(problem) for problem in found.problems] == [
        (
            't.csv:1: the first line, "French mandate, 1920/1946, Syria, 33.5, 36.3", '
            "holds no names of columns; write them above it, as in title,date,place,lat,lon"
        )
    ]
    assert found.events == ()


# Titles and characters


def test_a_blank_title_is_an_error(check: Check) -> None:
    found = check("Headline,date\n ,1982\n")

    assert [str(problem) for problem in found.problems] == [
        "t.csv:2: Headline: is blank; say in one line what happened"
    ]
    assert found.events == ()


def test_a_title_has_one_line(check: Check) -> None:
    found = check('title\n"The Hama\nmassacre"\n')

    assert [str(problem) for problem in found.problems] == [
        (
            't.csv:2: title: "The Hama" is followed by another line; '
            "write it in one line, and the rest as the description"
        )
    ]


@pytest.mark.parametrize(
    ("character", "name"),
    [("\x07", "U+0007"), ("\x1b", "U+001B"), ("\x7f", "U+007F"), ("\x92", "U+0092")],
)
def test_control_characters_are_refused_by_name(check: Check, character: str, name: str) -> None:
    message = f"has the control character {name}; delete it: it does not show, but it is there"

    assert check.errors("notes", f"a{character}b") == f"t.csv:2: notes: {message}"
    assert check.errors("unknown", f"a{character}b") == f"t.csv:2: unknown: {message}"


def test_tabs_line_breaks_and_direction_marks_are_text(check: Check) -> None:
    event = check.event("notes", '"a\tb\n\u200fحماة\u200e \u2067حماة\u2069 \u202bحماة\u202c"')

    assert event.description == "a\tb\n\u200fحماة\u200e \u2067حماة\u2069 \u202bحماة\u202c"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a\u202eb", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        ("a\u2066b\u2069c\u2069", "U+2069 (POP DIRECTIONAL ISOLATE)"),
        ("a\u202cb\u202a", "U+202C (POP DIRECTIONAL FORMATTING)"),
        ("\u2067a\u202eb\u2069", "U+2069 (POP DIRECTIONAL ISOLATE)"),
    ],
)
def test_a_change_of_direction_without_its_end_is_kept_with_a_warning(
    check: Check, text: str, named: str
) -> None:
    assert check.warnings("notes", text) == (
        f"t.csv:2: notes: has {named} without its counterpart; "
        "delete it: Arabic and Hebrew run from right to left by themselves"
    )


def test_a_lost_letter_is_told(check: Check) -> None:
    assert check.warnings("place", "Alep\ufffd") == (
        "t.csv:2: place: has U+FFFD (REPLACEMENT CHARACTER) where a letter was lost; "
        "write the letter again"
    )


def test_cells_of_a_megabyte_are_refused_in_short_messages(check: Check) -> None:
    long = "x" * 1_000_000
    columns = ["date", "lat", "lon", "kind", "status", "id", "source_url", "image", "to_lat"]

    errors = check.errors(",".join(columns), ",".join([long] * len(columns)))

    assert len(errors.splitlines()) == len(columns)
    assert max(map(len, errors.splitlines())) < 300


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


# Places


def test_a_row_with_neither_place_nor_country_has_no_place(check: Check) -> None:
    assert check.event("place,country,lat,lon", ",,,").place is None


def test_a_country_without_a_place_is_the_whole_country(check: Check) -> None:
    assert check.event("place,country", ",Syria").place == Place(country="Syria")


def test_a_name_without_coordinates_waits_to_be_located(check: Check) -> None:
    assert check.event("place,country", "Hama,Syria").place == Place(name="Hama", country="Syria")


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("lat,lon", "33.5,36.3"),
        ("Latitude,Longitude", '"33,5","36,3"'),
        ("y,x", "33°30′N,36.3 E"),
        ("lat,lon", '"33.5, 36.3",'),
        ("lat,lon", ',"33.5, 36.3"'),
        ("coordinates", '"33.5,36.3"'),
        ('"lat,lon"', '"33.5,36.3"'),
    ],
)
def test_coordinates_are_read_from_two_cells_or_from_one(
    check: Check, header: str, cells: str
) -> None:
    assert check.event(header, cells).place == Place(lat=33.5, lon=36.3, found="table")


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            "91,100",
            'lat: "91" is out of range; a latitude goes from -90 (south) to 90 (north)',
        ),
        (
            "33.5,",
            (
                'lat: "33.5" has no longitude; '
                "write both, or leave both blank to have the place looked up by its name"
            ),
        ),
        (
            ",36.3",
            (
                'lng: "36.3" has no latitude; '
                "write both, or leave both blank to have the place looked up by its name"
            ),
        ),
        (
            "120.5,33.5",
            (
                'lat: "120.5" and "33.5" look swapped; '
                "write 33.5 as the latitude and 120.5 as the longitude"
            ),
        ),
        (
            "36.3 E,33.5 N",
            (
                'lat: "36.3 E" and "33.5 N" look swapped; '
                "write 33.5 N as the latitude and 36.3 E as the longitude"
            ),
        ),
        (
            "33.5 N,36.3 N",
            (
                'lng: "36.3 N" says north or south, so it is no longitude; '
                "write degrees as in 36.2765 or 36°16′35″E"
            ),
        ),
        (
            '"33.5, 36.3",36.3',
            'lat: "33.5, 36.3" holds two numbers; write one number in each cell',
        ),
    ],
)
def test_impossible_coordinates_are_told(check: Check, cells: str, message: str) -> None:
    assert check.errors("lat,lng", cells) == f"t.csv:2: {message}"


def test_both_coordinates_can_be_wrong(check: Check) -> None:
    errors = check.errors("lat,lon", "north,east")

    assert [line.split(": ")[1] for line in errors.splitlines()] == ["lat", "lon"]


def test_the_equator_and_the_prime_meridian_are_places(check: Check) -> None:
    assert check.event("lat,lon", "0,36.3").place == Place(lat=0, lon=36.3, found="table")
    assert check.event("lat,lon", "51.5,0").place == Place(lat=51.5, lon=0, found="table")


def test_null_island_is_kept_with_a_warning(check: Check) -> None:
    assert check.warnings("place,lat,lon", "Hama,0,0.0") == (
        "t.csv:2: lat: 0, 0 is a point in the sea off West Africa; "
        "leave both cells blank if the position is not known"
    )


def test_a_movement_has_a_destination(check: Check) -> None:
    event = check.event("country,to,to_country,to_lat,to_lon", "Syria,Paris,France,48.85,2.35")

    assert event.to == Place(name="Paris", country="France", lat=48.85, lon=2.35, found="table")


def test_a_movement_can_go_to_a_whole_country(check: Check) -> None:
    event = check.event("place,to_country", "Damascus,Turkey")

    assert event.to == Place(country="Turkey")


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            "Syria,,,48.85,",
            (
                'to_lat: "48.85" has no longitude; '
                "write both, or leave both blank to have the place looked up by its name"
            ),
        ),
        (
            ",Paris,,,",
            (
                "to: a destination needs a place to set out from; "
                "write the place or the country where the movement began"
            ),
        ),
        (
            ",,France,,",
            (
                "to_country: a destination needs a place to set out from; "
                "write the place or the country where the movement began"
            ),
        ),
    ],
)
def test_a_destination_needs_both_coordinates_and_a_beginning(
    check: Check, cells: str, message: str
) -> None:
    assert check.errors("country,to,to_country,to_lat,to_lon", cells) == f"t.csv:2: {message}"


# Words


def test_kind_and_status_are_read_in_any_case(check: Check) -> None:
    event = check.event("kind,status,date", "PERIOD,Disputed,1920/1946")

    assert (event.kind, event.status) == ("period", "disputed")


@pytest.mark.parametrize("text", ["yes", "TRUE", "1", "x", "oui", "نعم"])
def test_an_image_is_sensitive_where_the_table_says_yes(check: Check, text: str) -> None:
    assert check.event("sensitive", text).sensitive


@pytest.mark.parametrize("text", ["", "no", "False", "0", "non", "لا"])
def test_an_image_is_not_sensitive_where_the_table_says_no_or_nothing(
    check: Check, text: str
) -> None:
    assert not check.event("sensitive,status", f"{text},").sensitive


def test_what_is_neither_yes_nor_no_is_refused(check: Check) -> None:
    assert check.errors("sensitive", "perhaps") == (
        't.csv:2: sensitive: "perhaps" says neither yes nor no; write yes or no; blank means no'
    )


@pytest.mark.parametrize(
    ("header", "cell", "message"),
    [
        (
            *("Certainty", "confirmd"),
            (
                'Certainty: "confirmd" is no status; did you mean confirmed? '
                "It can be confirmed, reported, unconfirmed or disputed"
            ),
        ),
        (
            *("status", "true"),
            'status: "true" is no status; write confirmed, reported, unconfirmed or disputed',
        ),
        ("kind", "era", 'kind: "era" is no kind; write event or period'),
    ],
)
def test_an_unknown_word_is_told_with_the_ones_there_are(
    check: Check, header: str, cell: str, message: str
) -> None:
    assert check.errors(header, cell) == f"t.csv:2: {message}"


def test_a_period_needs_a_date(check: Check) -> None:
    cure = "write when it began and ended, as in 1920/1946"

    assert check.errors("kind,date", "period,") == (f"t.csv:2: date: a period needs a date; {cure}")
    assert check.errors("kind,Start,End", "period,,") == (
        f"t.csv:2: Start: a period needs a date; {cure}"
    )
    assert check.errors("kind", "period") == f"t.csv:2: kind: a period needs a date; {cure}"


def test_a_period_with_a_wrong_date_is_one_error(check: Check) -> None:
    assert len(check.errors("kind,date", "period,1982-13").splitlines()) == 1


def test_tags_are_split_and_said_once(check: Check) -> None:
    assert check.event("Keywords", "army; Tlas ;;army;").tags == ("army", "Tlas")


# Links and images


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c#d",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG",
        "mailto:desk@example.org",
        "https://example.org/الجزيرة",
        "https://حماة.example/",
    ],
)
def test_a_source_has_the_address_of_a_page_or_of_a_person(check: Check, address: str) -> None:
    assert check.event("url", address).source_url == address


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("javascript:alert(1)", '"javascript:alert(1)" is no address of a page'),
        ("JaVaScRiPt://x.org/%0aalert(1)", "is no address of a page"),
        ("data:text/html,x", "is no address of a page"),
        ("file:///etc/passwd", "is no address of a page"),
        ("ftp://example.org", "is no address of a page"),
        ("mailto:", "is no address of a page"),
        ("The Times", "is no address of a page"),
        ("https:///path", "names no host"),
        ("https:example.org", "names no host"),
        ("https://[::1", "names no host"),
        ("https://a.org https://b.org", "has a blank in it; write one whole address"),
        ("https://a.org\nhttps://b.org", "has a line break in it"),
        ("https://a.org\u200f/x", 'has "\\u200f" in it'),
        ("https://a.org\\@b.org", 'has "\\" in it'),
    ],
)
def test_what_is_no_address_or_could_run_is_refused(
    check: Check, address: str, message: str
) -> None:
    errors = check.errors("link", row(address).strip())

    assert message in errors
    assert len(errors.splitlines()) == 1


def test_what_is_no_address_at_all_is_told_how_one_begins(check: Check) -> None:
    cure = "write an address that begins with https://, http:// or mailto:"

    assert check.errors("url", "The Times of 1 May").endswith(f"; {cure}")
    assert check.errors("url", "example.org/" + "x" * 1000).endswith(f"; {cure}")


@pytest.mark.parametrize("address", ["www.example.org", "example.org/a?b=1", "news.example.co.uk"])
def test_an_address_without_its_beginning_is_given_one(check: Check, address: str) -> None:
    assert check.errors("url", address).endswith(f"; write https://{address}")


JPEG = b"\xff\xd8\xff\xe0 and so on"


@pytest.mark.parametrize(
    "begin", [JPEG, b"\x89PNG\r\n\x1a\n...", b"GIF89a...", b"RIFF\x10\x00\x00\x00WEBPVP8 "]
)
def test_an_image_beside_the_table_is_found(check: Check, begin: bytes) -> None:
    (check.folder / "images").mkdir()
    (check.folder / "images" / "hama.jpg").write_bytes(begin)

    event = check.event("image,image_alt", "images/hama.jpg,Ruins")

    assert event.image == "images/hama.jpg"


def test_an_image_on_the_web_has_an_https_address(check: Check) -> None:
    event = check.event("image,image_alt", "HTTPS://example.org/a.jpg,Ruins")

    assert event.image == "https://example.org/a.jpg"


def test_an_image_without_a_description_is_a_warning(check: Check) -> None:
    assert check.warnings("photo", "https://example.org/a.jpg") == (
        "t.csv:2: photo: the image has no description for people who cannot see it; "
        "say in image_alt what it shows"
    )


@pytest.mark.parametrize(
    ("image", "message"),
    [
        (
            "hema.jpg",
            'there is no file "hema.jpg" in the folder {folder}; did you mean "hama.jpg"?',
        ),
        ("x.png", 'there is no file "x.png" in the folder {folder}; put it there, or correct the'),
        ("sub", 'there is no file "sub" in the folder {folder}'),
        ("/etc/hosts", '"/etc/hosts" is a place on one computer; put the image beside the table'),
        ("C:\\hama.jpg", "is a place on one computer"),
        ("c:hama.jpg", "is a place on one computer"),
        ("\\\\server\\hama.jpg", "is a place on one computer"),
        ("../hama.jpg", '"../hama.jpg" leads out of the folder of the table'),
        ("sub/../../hama.jpg", "leads out of the folder of the table"),
        ("sub\\..\\..\\hama.jpg", "leads out of the folder of the table"),
        ("sub\\hama.jpg", 'has \\ between its folders; write "sub/hama.jpg"'),
        ("link.jpg", "is a link out of the folder of the table"),
        ("sound.jpg", "is no image that can be shown"),
        ("notes.jpg", '"notes.jpg" is no image that can be shown; save it as a JPEG, PNG, GIF or'),
        ("م" * 200, "put it there, or correct the name"),
        ("HTTP://example.org/a.jpg", "write it with https:// if the page allows it"),
        ("https://", "names no host"),
        ("https://a.org/x y", "has a blank in it"),
        ("javascript:alert(1)", '"javascript:alert(1)" is no address of an image'),
        ("data:image/svg+xml;base64,AAAA", "is no address of an image"),
        ("file:///etc/hosts", "is no address of an image"),
    ],
)
def test_an_image_that_cannot_be_shown_is_told(check: Check, image: str, message: str) -> None:
    outside = check.folder / "outside.jpg"
    outside.write_bytes(JPEG)
    check.folder /= "collection"
    (check.folder / "sub").mkdir(parents=True)
    (check.folder / "hama.jpg").write_bytes(JPEG)
    (check.folder / "notes.jpg").write_text("These are notes.")
    (check.folder / "sound.jpg").write_bytes(b"RIFF\x10\x00\x00\x00WAVEfmt ")
    (check.folder / "link.jpg").symlink_to(outside)

    errors = check.errors("image,image_alt", row(image, "Ruins").strip())

    assert message.format(folder='"collection"') in errors
    assert len(errors.splitlines()) == 1


# Ids


def ids(found: Checked) -> list[str]:
    return [event.id for event in found.events]


@pytest.mark.parametrize(
    ("title", "date", "expected"),
    [
        ("The Hama massacre", "1982-02", "the-hama-massacre-1982-02"),
        ("Mandate", "1920/1946", "mandate-1920"),
        ("Coup d’état (1st)!", "", "coup-d-état-1st"),
        ("Idea\u0301l", "1940~", "ideál-1940"),
        ("مَجزرة حماة", "1982", "مَجزرة-حماة-1982"),
        ("STRASSE Straße", "", "strasse-strasse"),
        ("a\u200cb", "", "ab"),
        ("???", "", "event"),
        ("???", "1982", "event-1982"),
        ("x" * 80, "1982-02-02", "x" * 49 + "-1982-02-02"),
        ("word " * 30, "1982-02-02", "word-" * 9 + "word-1982-02-02"),
    ],
)
def test_an_id_begins_with_title_and_date(
    check: Check, title: str, date: str, expected: str
) -> None:
    (made,) = ids(check("title,date\n" + row(title, date)))

    assert base_of(made) == expected
    assert len(base_of(made)) <= 60


def test_what_else_stands_in_a_row_is_a_mark_at_the_end_of_its_id(check: Check) -> None:
    found = check("title,date,place\nA,1982,Hama\nA,1982,Homs\nA,1983,Hama\nA,1982,\n")

    marks = [re.fullmatch(r"a-198[23](~[0-9a-z]{4})?", name) for name in ids(found)]
    assert all(marks)
    assert [bool(each and each[1]) for each in marks] == [True, True, True, False]
    assert len(set(ids(found))) == 4


def test_a_made_id_is_the_same_whatever_the_order_and_the_headers_of_the_columns(
    check: Check,
) -> None:
    one = check("title,date,place,note\nThe siege,1529,Vienna,x\n")
    other = check("note,name,blank,location,date\nx,The siege,,Vienna,1529\n")

    assert other.columns["place"] == "location"
    assert ids(one) == ids(other)


def test_rows_that_are_alike_in_every_cell_get_numbers_and_are_told(check: Check) -> None:
    found = check("title,date\nA,1982\nA,1982\nA 2,\nA,1982\n")

    assert ids(found) == ["a-1982", "a-1982-2", "a-2", "a-1982-3"]
    assert "say the same" in str(found.problems[0])


def test_made_ids_make_way_for_given_ones(check: Check) -> None:
    found = check("title,id\nA,\nB,a\nB,b-2\nA 3,\nB,\n")

    assert ids(found)[1:] == ["a", "b-2", "a-3", "b"]
    assert re.fullmatch("a~[0-9a-f]{12}", ids(found)[0])


CELLS_OF_TWINS = st.tuples(
    st.sampled_from(["Raid", "A raid!", "غارة"]),
    st.sampled_from(["1914", "1914/1918", "44 BC", ""]),
    st.sampled_from(["Ypres", "Mons", ""]),
    st.sampled_from(["", "by night", "x" * 90 + "y", "x" * 90 + "z"]),
    st.sampled_from(["", "An archive"]),
)
SOME_TWINS = st.lists(CELLS_OF_TWINS, unique=True, min_size=1, max_size=8)


@given(SOME_TWINS, SOME_TWINS, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_a_row_keeps_its_id_whatever_rows_come_go_or_move(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[tuple[str, ...]],
    after: list[tuple[str, ...]],
    random: random.Random,
) -> None:
    check = Check(tmp_path_factory.mktemp("twins"))

    def made(rows: list[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
        text = "".join(row(*cells) for cells in rows)
        return dict(zip(rows, ids(check(f"title,date,place,text,source\n{text}")), strict=True))

    mixed = list(dict.fromkeys([*before, *after]))
    random.shuffle(mixed)
    old, new = made(before), made(mixed)

    assert {cells: new[cells] for cells in before} == old
    assert len(set(new.values())) == len(mixed)


def test_made_ids_do_not_depend_on_the_order_of_rows(check: Check) -> None:
    rows = [row(t, d, p) for t, d, p in itertools.product(["A", "a!", "B"], ["1982", ""], "xy")]

    def made(rows: list[str]) -> dict[tuple[str, ...], str]:
        found = check("title,date,place\n" + "".join(rows))
        return {
            (e.title, e.date.text if e.date else "", e.place.name if e.place else ""): e.id
            for e in found.events
        }

    shuffled = random.Random(1).sample(rows, len(rows))  # noqa: S311  (a test needs no secret)

    assert made(shuffled) == made(rows)
    assert len(set(made(rows).values())) == len(rows)


@given(st.lists(st.tuples(st.text("aA -2", max_size=4), st.sampled_from(["", "a", "a-2", "b"]))))
@settings(max_examples=100)
def test_ids_are_unique_whatever_is_given(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    check = Check(tmp_path_factory.mktemp("ids"))
    cells = "".join(row(f"x{title}", name) for title, name in rows)

    found = check(f"title,id\nfirst,\n{cells}")

    assert len(set(ids(found))) == len(found.events)
    assert {name for _, name in rows if name} <= set(ids(found))


def test_a_given_id_is_kept(check: Check) -> None:
    assert check.event("id", "Hama_1982.a-b").id == "Hama_1982.a-b"
    assert check.event("id", "مجزرة-حماة").id == "مجزرة-حماة"
    assert check.event("id", "e\u0301").id == "é"
    assert check.event("id", "x" * 100).id == "x" * 100


@pytest.mark.parametrize(
    ("given_id", "proposal"),
    [
        ("Hama 1982", "hama-1982"),
        ("a&b=c", "a-b-c"),
        ("#1", "1"),
        ("50%", "50"),
        ("a/b", "a-b"),
        ("<b>", "b"),
        ("a\u202eb", "ab"),
        ("x" * 101, "x" * 60),
        ("?", "it in letters and figures"),
    ],
)
def test_an_id_that_does_not_fit_in_a_link_is_told_with_a_proposal(
    check: Check, given_id: str, proposal: str
) -> None:
    errors = check.errors("id", given_id)

    assert errors.endswith(f"does not fit in a link; write {proposal}")


def test_an_id_that_stands_twice_is_told_with_both_lines(check: Check) -> None:
    errors = check.errors("id,date", "a,1982", '"b",1982', "a,1983", "a,1982")

    cure = "give each event an id of its own, or leave it blank to have one made"
    assert errors == (
        f't.csv:4: id: "a" is the id of line 2 too; {cure}\n'
        f't.csv:5: id: "a" is the id of line 2 too; {cure}'
    )


# Any table

COLUMNS = [name for name in events.headers.ALIASES if name != "title"]
CELLS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["1920", "1920/1946", "..", "-5", "33.5, 36", "period", "x:y", "a/../b", "\u202e"]
    ),
)


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from(COLUMNS), unique=True).flatmap(
        lambda columns: st.tuples(
            st.just(columns),
            st.lists(st.lists(CELLS, min_size=len(columns), max_size=len(columns))),
        )
    )
)
def test_every_row_of_any_table_is_an_event_or_has_an_error(
    tmp_path_factory: pytest.TempPathFactory, sheet: tuple[list[str], list[list[str]]]
) -> None:
    columns, rows = sheet
    check = Check(tmp_path_factory.mktemp("any"))
    content = row("title", *columns) + "".join(row("T", *cells) for cells in rows)

    found = check(content.replace("\0", "") + row("T", *[""] * len(columns)))

    # Many errors of one kind are told as one, at the line of the first or at the header.
    wrong = {p.line for p in found.problems if p.severity == "error"}
    refused = {event.line for event in found.refused}
    assert len(found.events) + len(found.refused) == len(rows) + 1
    assert bool(wrong) == bool(refused)
    assert wrong <= refused | {1}


# A whole table of mistakes


def test_twenty_different_mistakes_give_twenty_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare with expected.txt; after a wanted change, take over what actual/ holds."""
    case = ROOT / "tests" / "cases" / "twenty-mistakes"
    monkeypatch.chdir(case)

    with pytest.raises(TableError) as caught:
        read_events("locations.csv")

    actual = "".join(f"{problem}\n" for problem in caught.value.problems)
    if actual != (case / "expected.txt").read_text("utf-8"):
        (case / "actual").mkdir(exist_ok=True)
        (case / "actual" / "expected.txt").write_text(actual, "utf-8")
    assert actual == (case / "expected.txt").read_text("utf-8")
    assert {problem.severity for problem in caught.value.problems} == {"error"}
    assert len(caught.value.problems) == 20


def test_longitudes_from_0_to_360_are_taken_and_told_once_for_the_column(check: Check) -> None:
    found = check("title,lat,lon\nSuva,-18.1,178.4\nApia,-13.8,188.2\nHilo,19.7,204.9\n")

    assert [event.place and event.place.lon for event in found.events] == [178.4, -171.8, -155.1]
    (told,) = found.problems
    assert (told.severity, told.line, told.column) == ("decision", 1, "lon")
    assert told.message.endswith('from 0 to 360 degrees here, so "188.2" is taken as -171.8')


def test_one_longitude_beyond_180_is_taken_and_doubted(check: Check) -> None:
    found = check("title,lat,lon\nLima,-12.0,-77.0\nA reef,-18.1,182\nA bank,-18.2,182\n")

    assert [event.place and event.place.lon for event in found.events] == [-77.0, -178.0, -178.0]
    (told,) = found.problems
    assert (told.severity, told.line, told.column) == ("warning", 3, "lon")
    assert told.message == (
        '"182" is taken as -178, the same place counted from -180 to 180 (also in line 4)'
    )
    assert told.cure == "write -178 if that is meant, or correct it"


def test_the_only_longitude_beyond_180_among_many_is_doubted(check: Check) -> None:
    others = "".join(f"Day {n},48.{n},2.3{n}\n" for n in range(4))

    found = check(f"title,lat,lon\n{others}A slip,36.1,336.27\n")

    (told,) = found.problems
    assert (told.severity, told.line) == ("warning", 6)
    assert told.message.startswith('"336.27" is taken as -23.73, the same place')


def test_an_area_whose_point_is_written_beside_it_is_not_told(check: Check) -> None:
    found = check('title,lat,lon,WKT\nA,50.5,1,"POLYGON ((0 50, 2 50, 1 51, 0 50))"\n')

    (event,) = found.events
    assert found.problems == ()
    assert (event.place and event.place.lat, len(event.extra)) == (50.5, 1)


def test_a_longitude_beyond_a_whole_turn_is_an_error(check: Check) -> None:
    assert 'lon: "412" is out of range; a longitude goes' in check.errors("lat,lon", "-18.1,412")


def test_a_pair_of_one_cell_is_counted_around_the_globe_too(check: Check) -> None:
    found = check('title,lat\nApia,"-13.8, 188.2"\n')

    assert [event.place and event.place.lon for event in found.events] == [-171.8]
    assert [told.column for told in found.problems] == ["lat"]


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        ("LINESTRING (0 50, 1 51, 2 50)", "of a line, the map shows where it began and ended"),
        (
            '{"type": "LineString", "coordinates": [[0, 50], [1, 51], [2, 50]]}',
            "of a line, the map shows where it began and ended",
        ),
        ("MULTILINESTRING ((0 50, 1 51), (3 50, 2 50))", "of several lines, the map shows"),
        ("LINESTRING (0 50, 1 51, 2 50, 0 50)", "the shape of this row is an area"),
        ("MULTIPOINT (0 50, 2 50)", "of several points, the map shows the one in their middle"),
        ("POLYGON ((0 50, 2 50, 1 51, 0 50), (1 50.2, 1.1 50.2, 1 50.3, 1 50.2))", "the shape of"),
        (
            '{"type": "MultiPolygon", "coordinates": [[[[0, 50], [2, 50], [0, 50]]], [[[5, 50]]]]}',
            "of several areas, the map shows the point in the middle of the largest",
        ),
    ],
)
def test_what_the_map_cannot_show_of_a_shape_is_told_and_stays_in_the_data_table(
    check: Check, shape: str, message: str
) -> None:
    found = check(f"title,WKT\nA point,POINT (1 2)\nA shape,{row(shape)}")

    (told,) = found.problems
    assert (told.severity, told.line, told.column) == ("warning", 3, "WKT")
    assert told.message.startswith(message)
    assert [event.extra for event in found.events] == [(), (("WKT", shape),)]


@pytest.mark.parametrize("shape", ["LINESTRING (0 50, 2 50)", "POINT (1 2)", "MULTIPOINT ((1 2))"])
def test_a_shape_that_the_map_shows_whole_is_not_told(check: Check, shape: str) -> None:
    found = check(f"title,WKT\nA shape,{row(shape)}")

    assert found.problems == ()
    assert found.events[0].extra == ()
