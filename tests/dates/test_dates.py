"""Dates: what every way of writing one means, to the day, and what is refused and why."""

from __future__ import annotations

import contextlib
import csv
import importlib
import re
import subprocess
import sys
import time
import warnings
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mapgen.dates import HistoricalDate, civil, day_number, parse
from mapgen.dates.days import MAX_YEAR, days_in_month, julian_day_number
from mapgen.errors import DateError
from mapgen.wording import say
from tests.conftest import ROOT
from tools import make_date_words

if TYPE_CHECKING:
    from time import struct_time

EPOCH = date(1970, 1, 1)
TRUTH = ROOT / "tests" / "date_truth.csv"


def truth_table() -> list[dict[str, str]]:
    """Return the rows of the truth table, which were derived by hand; deno reads them too.

    An end is a date of the years 1 to 9999, which datetime.date turns into a day, or a day number
    whose derivation stands in the note; blank is open. What has the precision "refused" is no date
    or could be two.
    """
    with TRUTH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def truth() -> list[dict[str, str]]:
    return [row for row in truth_table() if row["precision"] != "refused"]


def refused() -> list[str]:
    return [row["text"] for row in truth_table() if row["precision"] == "refused"]


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


def meaning(found: HistoricalDate) -> tuple[object, ...]:
    flags = (found.approximate, found.uncertain)
    return found.earliest, found.latest, found.precision, *flags


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


REFUSALS = {
    "1982-13": ("1982-13", "has month 13", "write it as 1982-12 or 1982"),
    "1982-00": ("has month 0", "1982-01 or 1982"),
    "1982-00-05": ("has month 0",),
    "1982-13-05": ("has month 13", "1982-05-13"),
    "1914-18": ("has month 18", "1914/1918"),
    "1982-02-30": ("has day 30", "February 1982 has 28 days", "01 to 28"),
    "1981-02-29": ("February 1981 has 28 days",),
    "2100-02-29": ("February 2100 has 28 days",),
    "29 February 1501": ("February 1501 has 28 days",),
    "30 February 1500": ("February 1500 has 29 days", "01 to 29"),
    "Monday 29 May 1453": ("says Monday", "was a Tuesday in the Julian calendar"),
    "Friday 14 October 1066": ("was a Saturday in the Julian calendar",),
    "Monday 25 October 1917": (
        "was a Thursday in the Gregorian calendar and a Wednesday in the Julian calendar",
    ),
    "Monday 1 March 1923": ("says Monday", "was a Thursday; correct"),
    "1982-02-00": ("has day 0",),
    "31 June 2012": ("31 June 2012", "June 2012 has 30 days"),
    "29 février 2011": ("February 2011 has 28 days",),
    "1920/1982-13": ("1920/1982-13", "has month 13"),
    "Mon 6 July 2012": ("says Monday", "was a Friday"),
    "XXXX-02-30": ("fits no day",),
    "2004-2X": ("no month that fits 2X",),
    "2001-21-05": ("has a day in a part of the year",),
    "1946/1920": ("ends before it begins", "1920 before 1946"),
    "1946-1920": ("ends before it begins",),
    "[1670..1668]": ("ends before it begins",),
    "10/06/2000": ("10 June 2000 or 6 October 2000",),
    "1920/21": ("second cut short", "1920/1921"),
    "1911/12": ("December 1911 or the years 1911 to 1912", "December 1911 or 1911/1912"),
    "1910–12": ("December 1910 or the years 1910 to 1912",),
    "1868-9": ("September 1868 or the years 1868 to 1869",),
    "1936-39": ("September 1936 to December 1936", "the years 1936 to 1939"),
    "1920-30": ("December 1920 to February 1921", "1920-12/1921-02 or 1920/1930"),
    "c. 1920-21": ("two years or a season", "in full"),
    "1920..1946": ("the whole time or one date in it", "1920/1946", "[1920..1946]"),
    "1900s": ("1900 to 1909", "1900 to 1999", "190X", "19XX"),
    "early 1800s": ("180X", "18XX"),
    "[1983..,1990]": ("is not a date that can be read",),
    "[1983,..1990]": ("is not a date that can be read",),
    "[1940]": ("a list of a single date", "1940?"),
    "03/04/46": ("year of two digits", "all the digits"),
    "'46": ("year of two digits",),
    "46": ("year of two digits", "AD 46"),
    "July 46": ("year of two digits",),
    "the '20s": ("year of two digits",),
    "années 20": ("year of two digits",),
    "-44": ("without its four digits", "44 BC", "-0043", "-0044"),
    "-0000": ("year -0000", "0000 for 1 BC"),
    "0 BC": ("year 0 with an era",),
    "14 July": ("has no year",),
    "41095": ("number of a day in a spreadsheet", "2012-07-05", "Y41095"),
    "41095.5": ("number of a day in a spreadsheet",),
    "1234567": ("is a number",),
    "########": ("column that is too narrow", "widen the column"),
    "#REF!": ("error of a formula",),
    "unknown": ("the date is not known", "leave the cell blank"),
    "n.d.": ("the date is not known", "leave the cell blank"),
    "s. d.": ("the date is not known",),
    "Inconnu": ("the date is not known",),
    "?": ("the date is not known",),
    "N/A": ("the date is not known",),
    "": ("is blank", "leave the cell blank"),
    " ": ("is blank",),
    "today": ("counts from the day on which it is read",),
    "three years ago": ("counts from the day on which it is read",),
    "il y a 3 ans": ("counts from the day on which it is read",),
    "2012-W27": ("counts the weeks", "2012-07-02/2012-07-08"),
    "2015-W53-7": ("counts the weeks", "2016-01-03"),
    "2012-188": ("counts the days of the year", "2012-07-06"),
    "2015-366": ("counts the days of the year", "the day itself"),
    "day 20 of 1995": ("counts the days of the year", "1995-01-20"),
    "20th day of 1996": ("1996-01-20",),
    "1358 AH": ("the Islamic calendar", "1939/1940 for its year 1358"),
    "A.H. 1": ("the Islamic calendar", "0622/0623"),
    "١٣٥٨ هـ": ("the Islamic calendar", "1939/1940"),
    "ربيع الأول ١٣٤٠": ("the Islamic calendar", "1921/1922"),
    "8 Ramadan 1336": ("the Islamic calendar", "1917/1918"),
    "1,358 H": ("the Islamic calendar", "1939/1940"),
    "22 Bahman 1357": ("the solar calendar of Iran", "1978/1979"),
    "Hebrew year 5784": ("the Hebrew calendar", "2023/2024"),
    "AM 5784": ("the years of the world or of the martyrs",),
    "2484 BE": ("the Buddhist calendar",),
    "พ.ศ. 2484": ("the Thai calendar", "1941"),
    "1871 Śaka": ("the Saka calendar", "1949/1950"),
    "Minguo 38": ("the Republic of China", "1949"),
    "昭和16年12月8日": ("the Japanese era Showa", "1941"),
    "Meiji 3": ("the Japanese era Meiji", "1870/1871"),
    "9 Thermidor an II": ("the French Republic", "1794-07-27"),  # the fall of Robespierre
    "18 brumaire an VIII": ("the French Republic", "1799-11-09"),
    "brumaire an 8": ("the French Republic", "1799-10-23/1799-11-21"),
    "an XIV": ("the French Republic", "1805/1806"),
    "710 AUC": ("the years of Rome", "44 BC"),
    "87th Olympiad": ("the Olympiads", "432–428 BC"),
    "12 Henry VIII": ("a reign", "the year of our era"),
    "5,500 cal BP": ("years before 1950", "c. 3551 BC"),
    "5500 BP": ("years before 1950", "c. 3551 BC if the years are calibrated"),
    "12 ka": ("back from now", "c. 10000 BC"),
    "66 Ma": ("back from now", "c. 66000000 BC"),
    "25 October 1917 (O.S.)": ("a day of the Julian calendar", "1917-11-07"),
    "OS 31 January 1918": ("a day of the Julian calendar", "1918-02-13"),
    "14 October 1066 OS": ("1066-10-14", "taken to be of that calendar"),
    "11 February 1731 OS": ("of the Julian calendar", "write the date of the Gregorian calendar"),
    "22 February 1732 NS": ("names the Gregorian calendar", "1732-02-22"),
    "10/22 March 1814": ("one day", "1814-03-22"),
    "25 October/7 November 1917": ("one day", "1917-11-07"),
    "2/5 March 1814": ("two days", "write one of them"),
    "20 February 1557/8": ("two years, 1557 and 8", "1558-02-20"),
    "20 June 1557/8": ("two years, 1557 and 8", "write the one that is meant"),
    "1920/open": ("old draft", "1920/.."),
    "unknown/1920": ("old draft", "/1920"),
    "/": ("neither a start nor an end",),
    "../..": ("neither a start nor an end",),
    "1920/1930/1940": ("more than two ends",),
    "June/July 1940": ("no full date on each side",),
    "44 -0043": ("is not a date that can be read",),
    "July 2012 BC – of": ("is not a date that can be read",),
    "1920–": ("has a start and no end", "1920/.."),
    "Y24000000000001": ("count exactly", "24000000000000"),
    "Y1E999999999": ("count exactly",),
    "1951 (printed 1960s)": ("is not a date that can be read", "leave the cell blank"),
    "Byzantine 6961": ("is not a date that can be read",),
    "born 1940, died 1990": ("is not a date that can be read",),
    "6 July 2012, allegedly": ("such as 2012-07-06, and the words",),
    "sometime in 1940": ("is not a date that can be read", "such as 1940", "date_text"),
    "12 Juli 1940": ("such as 1940,",),
    "03/04/1946 at dawn": ("3 April 1946 or 4 March 1946",),
    "1940 and a bit": ("is not a date that can be read", "date_text"),
    "2012 reportedly": ("is not a date that can be read",),
    "12 Vendémiaire an IV": ("the French Republic", "1795-10-04"),
    "194²": ("is not a date that can be read",),
    "hello": ("is not a date that can be read", "1920/1946 or c. 1940"),
    "\x00": ('"\\x00"',),
    "\u202e": ("is blank",),
}


@pytest.mark.parametrize(("text", "words"), REFUSALS.items(), ids=ascii)
def test_a_text_that_is_no_date_is_refused_with_the_reason_and_the_cure(
    text: str, words: tuple[str, ...]
) -> None:
    with pytest.raises(DateError) as refused:
        parse(text)

    for each in words:
        assert each in str(refused.value)
    assert refused.value.cure
    assert refused.value.cure[-1] != "." or refused.value.cure.endswith("/..")


@pytest.mark.parametrize(
    "text",
    [
        *("1951 (printed 1960s)", "5500 BP in Ur", "1871 of the Fourth Age", "1358 + 3", "AM 5784"),
        *("2484 BE", "11 February 1731 OS", "October 1917 OS", "20 June 1557/8", "2/5 March 1814"),
        *("Ramadan 1973", "an XIX", "2072 BS", "1940 or thereabouts in the Stardate", "2015-366"),
    ],
)
def test_no_number_is_offered_that_may_be_another_date(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(text)

    assert not re.search("[0-9]", refused.value.cure)


@pytest.mark.parametrize("text", ["x" * 1_000_000, "1940 " * 200_000, " " * 10_000 + "a" * 900])
def test_a_huge_text_is_refused_at_once_and_quoted_in_short(text: str) -> None:
    started = time.perf_counter()

    with pytest.raises(DateError) as refused:
        parse(text)

    assert time.perf_counter() - started < 1
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    "text",
    [
        "mid " * 240 + "1920",
        "c " * 480 + "1920",
        "1940 to " * 120,
        "a b " * 120 + "– " + "c d " * 120,
        "(?)" * 330,
        "9" * 1000,
        "[" + "1940," * 190 + "1940]",
        "1'" * 490 + "s",
        "XXXX-02-30/XXXX-02-30",
        "Y1E" + "9" * 990,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    started = time.perf_counter()

    with contextlib.suppress(DateError):
        parse(text)

    assert time.perf_counter() - started < 1


def test_the_largest_years_have_days_that_a_browser_counts_exactly() -> None:
    assert day_number(MAX_YEAR, 12, 31) < 2**53
    assert parse(f"Y-{MAX_YEAR}").earliest == day_number(-MAX_YEAR, 1, 1)


def test_a_date_that_ends_before_it_begins_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        HistoricalDate(text="x", edtf="x", earliest=1, latest=0, precision="day")


def test_reading_a_date_needs_neither_numpy_nor_folium() -> None:
    code = """if True:
        import sys, mapgen.dates, mapgen.events, mapgen.wording
        mapgen.wording.say(mapgen.dates.parse("1920-07-24"), "en")
        print({"numpy", "pandas", "folium", "edtf"} & set(sys.modules))
    """

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


YEARS = st.integers(-10_000, 10_000) | st.integers(-MAX_YEAR, MAX_YEAR)


@st.composite
def civil_dates(draw: st.DrawFn) -> tuple[int, int, int]:
    year, month = draw(YEARS), draw(st.integers(1, 12))
    return year, month, draw(st.integers(1, days_in_month(year, month)))


@given(civil_dates())
@example((0, 2, 29))
@example((-4, 2, 29))
@example((2000, 2, 29))
@example((1969, 12, 31))
def test_a_day_number_gives_its_date_back(given_date: tuple[int, int, int]) -> None:
    assert civil(day_number(*given_date)) == given_date


@given(st.integers(-(2**53), 2**53))
@example(-719_529)
@example(-719_469)
def test_a_date_gives_its_day_number_back(number: int) -> None:
    assert day_number(*civil(number)) == number


@given(st.integers(-(2**53), 2**53))
def test_the_calendar_repeats_itself_every_400_years(number: int) -> None:
    year, month, of_month = civil(number)

    assert civil(number + 146_097) == (year + 400, month, of_month)


def test_the_julian_calendar_has_its_weekdays() -> None:
    last, first = julian_day_number(1582, 10, 4), day_number(1582, 10, 15)

    assert first == last + 1
    assert julian_day_number(1917, 10, 25) == day_number(1917, 11, 7)
    assert julian_day_number(-4712, 1, 1) == -2_440_588  # day 0 of Scaliger's Julian day numbers


def test_each_day_of_400_years_follows_the_one_before() -> None:
    first = date(1600, 1, 1).toordinal()

    for ordinal in range(first, first + 146_097):
        each = date.fromordinal(ordinal)
        number = ordinal - EPOCH.toordinal()
        assert civil(number) == (each.year, each.month, each.day)
        assert day_number(each.year, each.month, each.day) == number


@given(st.dates())
def test_day_numbers_agree_with_those_of_python(given_date: date) -> None:
    number = (given_date - EPOCH) // timedelta(days=1)

    assert day_number(given_date.year, given_date.month, given_date.day) == number
    assert civil(number) == (given_date.year, given_date.month, given_date.day)


SIGNS = st.sampled_from(["", "", "", "~", "?", "%"])
PLAIN_YEARS = st.integers(1, 9999).map("{:04}".format)
EDTF_YEARS = st.one_of(
    PLAIN_YEARS,
    st.integers(1, 9999).map("-{:04}".format),
    st.integers(10_000, 10**12).map("Y{}".format),
    st.from_regex(r"\A-?[0-9]{1,3}X{1,3}\Z").filter(lambda text: len(text.lstrip("-")) == 4),
    st.from_regex(r"\A[0-9]{4}S[1-5]\Z"),
)
EDTF_DATES = st.one_of(
    EDTF_YEARS,
    st.builds("{}-{:02}".format, PLAIN_YEARS, st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, PLAIN_YEARS, st.integers(1, 12), st.integers(1, 28)),
    st.builds(
        "{}-{}".format, PLAIN_YEARS, st.sampled_from(["XX", "0X", "1X", "21", "24", "XX-1X"])
    ),
)
MARKED_DATES = st.builds("{}{}".format, EDTF_DATES, SIGNS)
EDTF = st.one_of(
    MARKED_DATES,
    st.builds("{}/{}".format, MARKED_DATES, st.one_of(MARKED_DATES, st.sampled_from(["", ".."]))),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), MARKED_DATES),
    st.lists(MARKED_DATES, min_size=2, max_size=4).map(lambda dates: f"[{','.join(dates)}]"),
    st.builds("{{{}..{}}}".format, MARKED_DATES, MARKED_DATES),
)


@given(EDTF)
def test_any_edtf_is_read_and_given_back_or_ends_before_it_begins(text: str) -> None:
    try:
        found = parse(text)
    except DateError as error:
        assert "ends before it begins" in error.message  # noqa: PT017  (few texts raise)
        return

    assert found.edtf == text
    assert meaning(parse(found.edtf)) == meaning(found)


WORDS = """
0 1 6 12 13 31 44 1920 1946 2012 03/04/1946 192X -0043 Mon lundi July juillet février
c. circa vers before after avant après by since depuis until jusqu'en between and entre et from
to de à or ou early mid- late début fin BC AD av. J.-C. th er s century siècle XIXe années spring
été half of the Q1 present X S Y E T Z .. / - – , . ? ~ % [ ] { } ' :
"""
FRAGMENTS = [*WORDS.split(), " ", "\u00a0"]
MESSY_TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(FRAGMENTS), max_size=9).map("".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=9).map(" ".join),
)


@given(MESSY_TEXTS, st.sampled_from([None, "dmy", "mdy"]))
def test_any_text_is_a_date_in_order_or_a_date_error(text: str, order: Any) -> None:
    try:
        found = parse(text, order=order)
    except DateError:
        return

    assert found.earliest is not None or found.latest is not None
    assert meaning(parse(found.edtf)) == meaning(found)


def reference(text: str) -> tuple[int, int]:
    """Return the strict bounds that the edtf package gives, an independent reader of EDTF."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its parser generator, while it is imported
        edtf = importlib.import_module("edtf")
    node = edtf.parse_edtf(text)
    ends: list[struct_time] = [node.lower_strict(), node.upper_strict()]
    first, last = (day_number(end.tm_year, end.tm_mon, end.tm_mday) for end in ends)
    return first, last


REFERENCE_YEARS = st.from_regex(r"\A([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|-[0-9]{2}[1-9]X)\Z")
REFERENCE_DATES = st.one_of(
    REFERENCE_YEARS,
    st.builds("{}-{}".format, PLAIN_YEARS, st.sampled_from(["01", "02", "12", "XX", "21", "23"])),
    st.builds("{}-02-{:02}{}".format, PLAIN_YEARS, st.integers(1, 28), SIGNS),
    st.integers(10_000, 10**9).map("Y{}".format),
)


@given(REFERENCE_DATES)
def test_the_bounds_agree_with_the_edtf_package(text: str) -> None:
    found = parse(text)

    assert (found.earliest, found.latest) == reference(text)
