"""Dates: what every way of writing one means, to the day, and what is refused and why."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date

import pytest

from mapgen.dates import HistoricalDate, day_number, parse
from mapgen.dates.days import MAX_YEAR
from mapgen.errors import DateError
from mapgen.wording import say
from tests.dates.truth import EPOCH, meaning, refused, truth_table
from tools import make_date_words


def truth() -> list[dict[str, str]]:
    return [row for row in truth_table() if row["precision"] != "refused"]


def day(end: str) -> int | None:
    if not end:
        return None
    return int(end) if end.lstrip("-").isdecimal() else (date.fromisoformat(end) - EPOCH).days


@pytest.mark.parametrize("row", truth(), ids=lambda row: row["text"])
def test_a_written_date_has_the_days_precision_and_flags_of_the_truth_table(
    row: dict[str, str],
) -> None:
    found = parse(row["text"])

    assert (found.earliest, found.latest) == (day(row["earliest"]), day(row["latest"]))
    assert found.precision == row["precision"]
    assert (found.approximate, found.uncertain) == ("~" in row["flags"], "?" in row["flags"])


@pytest.mark.parametrize("text", refused(), ids=ascii)
def test_a_text_that_the_truth_table_refuses_is_no_date(text: str) -> None:
    with pytest.raises(DateError):
        parse(text)


def test_the_truth_table_is_long_and_has_no_text_twice() -> None:
    texts = [row["text"] for row in truth_table()]

    assert len(texts) >= 300
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_what_the_page_says_of_a_date_is_read_as_the_same_date(language: str) -> None:
    significant = re.compile("S[0-9]|,.*,")  # "c. 1950" says less, and lists are said and not read
    dates = [parse(row["text"]) for row in truth() if not significant.search(row["text"])]

    others = [
        (found.text, said)
        for found in dates
        if meaning(parse(said := say(found, language)))[:2] != meaning(found)[:2]
    ]

    assert others == []


@pytest.mark.parametrize("row", truth(), ids=lambda row: row["text"])
def test_the_edtf_of_a_date_means_the_same_date(row: dict[str, str]) -> None:
    found = parse(row["text"])

    again = parse(found.edtf)

    assert meaning(again) == meaning(found)
    assert again.edtf == found.edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("before 1920", "[..1919]"),
        ("after 6 July 2012", "[2012-07-07..]"),
        ("by 1920", "[..1920]"),
        ("since 2000", "2000/.."),
        ("until 1946", "/1946"),
        ("1920 – ?", "1920/"),
        ("? – 1946", "/1946"),
        ("between 1920 and 1946", "[1920..1946]"),
        ("1920–1946", "1920/1946"),
        ("1940 or 1941", "[1940,1941]"),
        ("1940 and 1941", "{1940,1941}"),
        ("c. 1920s", "192X~"),
        ("early 1920s", "1920~/1923~"),
        ("late 19th century BC", "-1832~/-1800~"),
        ("44 BC", "-0043"),
        ("été 2011", "2011-22"),
        ("1940~?", "1940%"),
        ("192x", "192X"),
        ("2012-07-06T10:00:00Z", "2012-07-06"),
        ("2004~-06-11", "2004~-06-11"),
    ],
)
def test_every_date_is_given_back_in_edtf(text: str, edtf: str) -> None:
    assert parse(text).edtf == edtf


def test_the_page_has_the_words_and_forms_of_dates_that_the_table_has() -> None:
    assert make_date_words.FILE.read_text("utf-8") == make_date_words.module()


def test_the_text_stays_as_the_author_wrote_it() -> None:
    assert parse(" 6 Juillet 2012\u00a0").text == "6 Juillet 2012"


@pytest.mark.parametrize(
    ("before", "after"),
    [("\u00a0", "\u2009"), ("\u202f", " "), ("\t", "\n"), ("\ufeff", "\u200e"), ("\u2067", "")],
)
def test_spaces_and_invisible_marks_around_a_date_do_not_matter(before: str, after: str) -> None:
    assert parse(f"{before}6 July 2012{after}").edtf == "2012-07-06"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Friday 13 November 1002", "1002-11-13"),  # the massacre of St Brice's Day
        ("Saturday 14 October 1066", "1066-10-14"),  # Hastings
        ("vendredi 13 octobre 1307", "1307-10-13"),  # the Templars
        ("Tuesday 29 May 1453", "1453-05-29"),  # the fall of Constantinople
        ("Thursday 4 October 1582", "1582-10-04"),  # in Rome, on the day before
        ("Friday 15 October 1582", "1582-10-15"),  # this one
        ("Friday 5 October 1582", "1582-10-05"),  # in London
        ("Tuesday 30 January 1649", "1649-01-30"),  # in London, on the scaffold
        ("Wednesday 2 September 1752", "1752-09-02"),  # in London
        ("Wednesday 25 October 1917", "1917-10-25"),  # in Petrograd
        ("Thursday 25 October 1917", "1917-10-25"),  # in Paris
        ("Thursday 15 February 1923", "1923-02-15"),
        ("Wednesday 15 February 1923", "1923-02-15"),  # in Athens
    ],
)
def test_a_weekday_is_that_of_a_calendar_of_its_time(text: str, edtf: str) -> None:
    assert parse(text).edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("29 February 1500", "1500-02-29"),
        ("29 février 1300", "1300-02-29"),
        ("29/02/1700", "1700-02-29"),
        ("1900-02-29", "1900-02-29"),
        ("29 Feb 101 BC", "-0100-02-29"),
    ],
)
def test_a_leap_day_of_the_julian_calendar_keeps_its_figures_after_28_february(
    text: str, edtf: str
) -> None:
    found = parse(text)

    before = parse(edtf[:-2] + "28").earliest
    assert before is not None
    assert (found.edtf, found.earliest, found.latest) == (edtf, before + 1, before + 1)
    assert found.precision == "day"


def test_a_month_has_no_day_of_the_julian_calendar_alone() -> None:
    for text in ("1500-02", "1500-02-XX", "February 1500"):
        assert parse(text).latest == parse("1500-02-28").latest


def test_what_comes_after_a_julian_leap_day_begins_with_march() -> None:
    assert parse("after 29 February 1500").edtf == "[1500-03..]"
    assert parse("after 29 February 1504").edtf == "[1504-03..]"
    assert parse("before 29 February 1500").edtf == "[..1500-02]"


def test_a_date_with_two_readings_names_both_and_the_way_out() -> None:
    with pytest.raises(DateError) as refused:
        parse("03/04/1946")

    assert refused.value.message == '"03/04/1946" can be 3 April 1946 or 4 March 1946'
    assert "1946-04-03" in refused.value.cure
    assert "1946-03-04" in refused.value.cure
    assert "--date-order dmy" in refused.value.cure
    assert "--date-order mdy" in refused.value.cure


@pytest.mark.parametrize("text", ["03/04/1946", "3.4.1946", "03-04-1946", "03/04/1946 10:00"])
def test_the_order_settles_a_date_with_two_readings(text: str) -> None:
    assert parse(text, order="dmy").edtf == "1946-04-03"
    assert parse(text, order="mdy").edtf == "1946-03-04"


def test_the_order_also_settles_the_dates_of_a_phrase() -> None:
    assert (
        parse("between 01/02/1946 and 03/04/1946", order="dmy").edtf == "[1946-02-01..1946-04-03]"
    )


def test_a_date_against_the_order_that_was_given_is_refused() -> None:
    with pytest.raises(DateError, match="month 13"):
        parse("13/04/1946", order="mdy")


def test_the_largest_years_have_days_that_a_browser_counts_exactly() -> None:
    assert day_number(MAX_YEAR, 12, 31) < 2**53
    assert parse(f"Y-{MAX_YEAR}").earliest == day_number(-MAX_YEAR, 1, 1)


def test_a_date_that_ends_before_it_begins_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        HistoricalDate(text="x", edtf="x", earliest=1, latest=0, precision="day")


def test_reading_a_date_needs_neither_numpy_nor_folium() -> None:
    code = """if True:
        import sys, mapgen.dates, mapgen.wording
        mapgen.wording.say(mapgen.dates.parse("1920-07-24"), "en")
        print({"numpy", "pandas", "folium", "edtf"} & set(sys.modules))
    """

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
