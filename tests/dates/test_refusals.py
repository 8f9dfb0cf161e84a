"""A text that is no date is refused with the reason and the cure."""

from __future__ import annotations

import contextlib
import re
import time

import pytest

from mapgen.dates import parse
from mapgen.errors import DateError

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
