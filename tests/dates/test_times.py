"""Times of day are kept, put in order within their day, and shown as written."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from mapgen.dates import TimeOfDay, parse
from mapgen.dates.time_of_day import exact, time_of_day
from mapgen.page.payload import pack
from mapgen.reading import read_events
from mapgen.settings import Settings
from mapgen.wording import say
from tests.dates.clocks import in_order, table, times
from tests.reading.books import workbook

if TYPE_CHECKING:
    from pathlib import Path


MINUTE = 60


HOUR = 60 * MINUTE


CLOCKS = {
    "7:10": (7, 10),
    "15:20": (15, 20),
    "06:28": (6, 28),
    "6:28 pm": (18, 28),
    "6:28 p.m.": (18, 28),
    "6 pm": (18, 0),
    "12:30 a.m.": (0, 30),
    "12 am": (0, 0),
    "12 pm": (12, 0),
    "1330": (13, 30),
    "0710": (7, 10),
    "1330 hours": (13, 30),
    "13.30": (13, 30),
    "8.30 Uhr": (8, 30),
    "18 Uhr": (18, 0),
    "8 Uhr 30": (8, 30),
    "3 Uhr nachmittags": (15, 0),
    "12 h 42": (12, 42),
    "18h30": (18, 30),
    "à 9 h du soir": (21, 0),
    "vers 9 h": (9, 0),
    "a las 9 de la noche": (21, 0),
    "alle ore 14:15": (14, 15),
    "gegen 16 Uhr": (16, 0),
    "about 5 o'clock": (5, 0),
    "c. 18:00": (18, 0),
    "9:00?": (9, 0),
    "24:00": (24, 0),
    "noon": (12, 0),
    "12 noon": (12, 0),
    "vers midi": (12, 0),
    "at dawn": (5, 0),
    "in the morning": (6, 0),
    "afternoon": (13, 0),
    "am Abend": (18, 0),
    "10 at night": (22, 0),
    "2 Uhr nachts": (2, 0),
    "الساعة ٦:٢٨ مساءً": (18, 28),
    "٦ ص": (6, 0),
    "12:42 UTC": (12, 42),
    "12:42Z": (12, 42),
    "14:07-0600": (14, 7),
    "T10:20+01:00": (10, 20),
    "11:00 CET": (11, 0),
    "7": (7, 0),
}


UNORDERED = [
    *("25:10", "12:60", "at night", "midnight", "minuit", "12 at night", "half past six", "soon"),
    *("x" * 200, ""),
]


WITH_TIMES = [
    ("1944-07-20T12:42", "1944-07-20", "12:42", ""),
    ("1944-07-20 12:42:00", "1944-07-20", "12:42:00", ""),
    ("1918-11-11T05:10Z", "1918-11-11", "05:10Z", ""),
    ("1918-11-11T10:20+01:00", "1918-11-11", "10:20+01:00", ""),
    ("2009-02-20T08:40Z", "2009-02-20", "08:40Z", ""),
    ("19440720T1242Z", "1944-07-20", "1242Z", ""),
    ("1944-07-20T12:42:00+01:00[Europe/Berlin]", "1944-07-20", "12:42:00+01:00", ""),
    ("20 July 1944, 12:42", "1944-07-20", "12:42", ""),
    ("20 juillet 1944 à 12 h 42", "1944-07-20", "12 h 42", ""),
    ("le 20 juillet 1944 vers 9 h", "1944-07-20", "vers 9 h", ""),
    ("20.7.1944 12.42 Uhr", "1944-07-20", "12.42 Uhr", ""),
    ("July 20 1944 12:42PM", "1944-07-20", "12:42PM", ""),
    ("Thu, 20 Jul 1944 12:42:00 +0000", "1944-07-20", "12:42:00 +0000", ""),
    ("at 18:28 on 20 July 1944", "1944-07-20", "18:28", ""),
    ("20 July 1944 (12:42)", "1944-07-20", "12:42", ""),
    ("6 June 1944 at dawn", "1944-06-06", "dawn", ""),
    ("20 July 1944, in the evening", "1944-07-20", "evening", ""),
    ("15 March 44 BC, noon", "-0043-03-15", "noon", ""),
    ("20 July 1944, 16:00–23:15", "1944-07-20", "16:00", "23:15"),
    ("20 July 1944, 16:00 to 23:15", "1944-07-20", "16:00", "23:15"),
    ("1944-07-20T16:00/1944-07-20T23:15", "1944-07-20", "16:00", "23:15"),
    ("1944-07-20T16:00/23:15", "1944-07-20", "16:00", "23:15"),
    ("1944-07-20 16:00 – 1944-07-21 03:00", "1944-07-20/1944-07-21", "16:00", "03:00"),
    ("from 20 July 1944, 16:00 to 21 July 1944", "1944-07-20/1944-07-21", "16:00", ""),
    ("1944-07-20T25:10", "1944-07-20", "25:10", ""),
]


WITHOUT = ["c. 1940", "1944-07-20", "late 1944", "19th century", "1920–1946", "79 CE", "1982-12"]


ORDERED = ["7:10", "12:42", "15:20", "16:00", "6:28 pm"]


@pytest.mark.parametrize(("text", "clock"), CLOCKS.items())
def test_a_time_of_day_is_read_as_people_write_it(text: str, clock: tuple[int, int]) -> None:
    hour, minute = clock

    assert time_of_day(text) == TimeOfDay(text, hour * HOUR + minute * MINUTE)


@pytest.mark.parametrize("text", UNORDERED)
def test_a_time_that_has_no_place_in_its_day_stays_as_it_is_written(text: str) -> None:
    assert time_of_day(text) == TimeOfDay(text, None)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("6:28 pm", "18:28:00"),
        ("7:10", "07:10:00"),
        ("13:30:15.5", "13:30:15"),
        ("08:40Z", "08:40:00Z"),
        ("14:07-0600", "14:07:00-06:00"),
        ("11:00 UTC+1", "11:00:00+01:00"),
        ("11:00 CET", "11:00:00"),
        ("about 9 am", ""),
        ("9:00?", ""),
        ("noon", ""),
        ("at night", ""),
    ],
)
def test_only_an_exact_time_is_one_of_iso_8601(text: str, iso: str) -> None:
    assert exact(time_of_day(text)) == iso


@pytest.mark.parametrize(("text", "edtf", "time", "end"), WITH_TIMES)
def test_a_time_of_day_is_told_apart_from_its_date(
    text: str, edtf: str, time: str, end: str
) -> None:
    date = parse(text)

    assert date.edtf == edtf
    assert (date.time and date.time.text) == (time or None)
    assert (date.end_time.text if date.end_time else "") == end


@pytest.mark.parametrize("text", WITHOUT)
def test_a_date_without_a_time_has_none(text: str) -> None:
    assert (parse(text).time, parse(text).end_time) == (None, None)


def test_events_of_a_day_stand_in_the_order_of_their_times(tmp_path: Path) -> None:
    rows = "\n".join(f"{time},1944-07-20,{time}" for time in sorted(ORDERED))

    events = table(
        tmp_path, f"title,date,time\n{rows}\nthe day,1944-07-20,\nbefore,1944-07-19,23:00"
    )

    assert in_order(events) == ["before", "the day", *ORDERED]


@pytest.mark.parametrize(
    "header",
    ["time", "Time", "Time of day", "Hour", "heure", "Uhrzeit", "hora", "ora", "eventTime"],
)
def test_a_column_of_times_has_many_names(tmp_path: Path, header: str) -> None:
    text = f"title,date,{header}\nArmistice,1918-11-11,5:10\nSilence,1918-11-11,11:00\n"

    events = table(tmp_path, text)

    assert times(events) == [("5:10", ""), ("11:00", "")]


def test_times_of_a_timelinejs_sheet_are_put_in_order_and_shown(tmp_path: Path) -> None:
    text = (
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Headline,Text,Media\n"
        "1789,7,14,1730,,,,,The governor gives up,,\n"
        "1789,7,14,1:30 pm,1789,7,14,17.00,Shots are fired,,\n"
        "1789,7,14,10:00,,,,,A crowd takes the muskets,,\n"
    )

    payload = pack(table(tmp_path, text), Settings())

    assert list(payload["events"]["date"]) == [
        "14 July 1789, 10:00",
        "14 July 1789, 1:30 pm–17.00".replace("–", " – "),
        "14 July 1789, 1730",
    ]


def test_midnights_that_a_program_wrote_are_no_times(tmp_path: Path) -> None:
    rows = "".join(f"Day {day},2011-03-{day} 00:00:00\n" for day in range(15, 20))

    assert times(table(tmp_path, f"title,date\n{rows}")) == [("", "")] * 5
    assert times(table(tmp_path, f"title,date\n{rows}Noon,2011-03-20 12:00:00\n"))[-1] == (
        "12:00:00",
        "",
    )


def test_a_midnight_among_hours_is_an_hour(tmp_path: Path) -> None:
    text = "title,date\nA,1944-06-05T22:15\nB,1944-06-06T00:00\nC,1944-06-06T06:30\n"

    assert times(table(tmp_path, text))[1] == ("00:00", "")


def test_times_that_cannot_be_ordered_are_kept_shown_and_told_once(tmp_path: Path) -> None:
    text = "title,date,time\nA,1944-07-20,25:10\nB,1944-07-20,at night\nC,1944-07-20,7:10\n"

    events = table(tmp_path, text)

    assert list(pack(events, Settings())["events"]["date"]) == [
        "20 July 1944, 25:10",
        "20 July 1944, at night",
        "20 July 1944, 7:10",
    ]
    [warning] = map(str, events.warnings)
    assert '"25:10" cannot be put in order within its day' in warning
    assert "also in line 3" in warning
    assert "13:30" in warning


def test_a_time_without_a_date_is_shown_and_told(tmp_path: Path) -> None:
    events = table(tmp_path, "title,date,time\nA,,15:20\nB,1944-07-20,7:10\n")

    assert events[0].date_text == "15:20"
    assert "a time of day without a date" in str(events.warnings[0])


def test_an_end_before_its_beginning_on_one_day_is_told(tmp_path: Path) -> None:
    events = table(tmp_path, "title,date,time,end_time\nA,1940-11-14,19:20,06:15\n")

    assert times(events) == [("19:20", "06:15")]
    assert "on the same day" in str(events.warnings[0])


def test_two_times_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    events = table(tmp_path, "title,date,time\nA,1944-07-20T12:42,15:20\nB,1944-07-20,7:10\n")

    assert times(events)[0] == ("15:20", "")
    assert 'says "15:20", but the date says "12:42"' in str(events.warnings[0])


def test_beginnings_and_ends_may_have_times(tmp_path: Path) -> None:
    text = (
        "title,start,end\n"
        "One night,1940-11-14T19:20,1940-11-15T06:15\n"
        "One day,1944-07-20 16:00,1944-07-20 23:15\n"
    )

    payload = pack(table(tmp_path, text), Settings())

    assert list(payload["events"]["date"]) == [
        "14 November 1940, 19:20 – 15 November 1940, 06:15",
        "20 July 1944, 16:00–23:15",
    ]


def test_a_column_of_times_may_hold_spans(tmp_path: Path) -> None:
    text = "title,eventDate,eventTime\nA,2009-02-20,13:00:00Z/15:30:00Z\nB,2009-02-21,08:40Z\n"

    assert times(table(tmp_path, text)) == [("13:00:00Z", "15:30:00Z"), ("08:40Z", "")]


def test_a_column_called_time_that_holds_dates_is_that_of_the_dates(tmp_path: Path) -> None:
    stamps = table(tmp_path, "title,time\nA,2011-03-11T05:46:24Z\nB,2011-03-11T06:15:40Z\n")
    years = table(tmp_path, "title,time\nA,1914\nB,1918\n")

    assert [event.date and event.date.edtf for event in stamps] == ["2011-03-11"] * 2
    assert times(stamps)[0] == ("05:46:24Z", "")
    assert [event.date and event.date.edtf for event in years] == ["1914", "1918"]


def test_a_column_called_time_that_holds_periods_stays_as_it_is(tmp_path: Path) -> None:
    events = table(tmp_path, "title,date,time\nA,1200,Middle Ages\nB,1950,Modern\n")

    assert times(events) == [("", "")] * 2
    assert events[0].extra == (("time", "Middle Ages"),)


def test_hours_of_a_workbook_are_times(tmp_path: Path) -> None:
    rows = [
        ["title", "date", "time"],
        ["A", dt.date(1944, 7, 20), dt.time(15, 20)],
        ["B", dt.date(1944, 7, 20), dt.time(7, 10)],
    ]
    stamps = [["title", "date"], ["C", dt.datetime(1944, 7, 20, 12, 42)]]  # noqa: DTZ001

    assert times(read_events(workbook(tmp_path / "t.xlsx", {"S": rows}))) == [
        ("15:20", ""),
        ("07:10", ""),
    ]
    assert times(read_events(workbook(tmp_path / "s.xlsx", {"S": stamps}))) == [("12:42", "")]


def test_fractions_of_a_day_are_the_hours_that_a_spreadsheet_showed(tmp_path: Path) -> None:
    events = table(tmp_path, "title,date,time\nA,1944-07-20,0.529166667\nB,1944-07-20,0.25\n")

    assert times(events) == [("12:42", ""), ("06:00", "")]


def test_an_id_is_made_without_the_time(tmp_path: Path) -> None:
    plain = table(tmp_path, "title,date\nThe bomb,1944-07-20\n")
    timed = table(tmp_path, "title,date\nThe bomb,1944-07-20T12:42\n")

    assert [event.id for event in timed] == [event.id for event in plain]


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("1944-07-20 6:28 pm", "en", "20 July 1944, 6:28 pm"),
        ("20 juillet 1944 à 12 h 42", "fr", "20 juillet 1944, 12 h 42"),
        ("1944-07-20T18:28", "ar", "٢٠ تموز ١٩٤٤، ١٨:٢٨"),
        ("1944-07-20 6:28 pm", "ar", "٢٠ تموز ١٩٤٤، \u20686:28 pm\u2069"),
        ("1944-07-20 6:28 مساء", "en", "20 July 1944, \u20686:28 مساء\u2069"),
        ("1944-07-20T16:00/23:15", "fr", "20 juillet 1944, 16:00–23:15"),
        ("1944-07-20T16:00/1944-07-21T03:00", "en", "20 July 1944, 16:00 – 21 July 1944, 03:00"),
        ("44 BC at noon", "en", "44 BCE, noon"),
        ("late 1789 at noon", "en", "late 1789, noon"),
    ],
)
def test_a_time_is_said_after_its_date_as_it_is_written(
    text: str, language: str, said: str
) -> None:
    assert say(parse(text), language) == said
