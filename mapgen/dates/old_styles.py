"""Tells what a date is that names the Julian calendar, or gives its day or year in both styles."""

from __future__ import annotations

import re
from typing import Final

from mapgen.dates import words
from mapgen.dates.days import (
    FIRST_DAY_WITHOUT_JULIAN,
    FIRST_GREGORIAN_DAY,
    civil,
    day_number,
    julian_day_number,
)
from mapgen.dates.signed_years import year_text
from mapgen.dates.syntax import single
from mapgen.dates.vocabulary import MONTHS
from mapgen.errors import DateError
from mapgen.regex import regex

Day = tuple[int, int, int]

_OLD: Final = (
    r"o ?s|old style|vieux style|ancien style|julian(?: calendar)?|julien|calendrier julien"
)
_NEW: Final = r"n ?s|new style|nouveau style|gregorian(?: calendar)?|gregorien|calendrier gregorien"
_MARKED: Final = regex(
    rf"(?:(?P<old>{_OLD})|{_NEW})(?: (?P<first>.+))?|(?P<last>.+) (?:(?P<old_at_end>{_OLD})|{_NEW})"
)
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_TWO_DAYS: Final = regex(
    rf"(?P<day>[0-9]{{1,2}})(?: (?P<month>{_MONTH}))? ?/ ?"
    rf"(?P<other>[0-9]{{1,2}}) (?P<last>{_MONTH}) (?P<year>[0-9]{{4}})"
)
_TWO_YEARS: Final = regex(
    rf"(?P<before>(?:[0-9]{{1,2}} )?(?:{_MONTH})(?: [0-9]{{1,2}})?) "
    r"(?P<year>[0-9]{4}) ?[/–-] ?(?P<next>[0-9]{1,4})"
)
_LADY_DAY: Final = (3, 25)
"""The day on which the year began in England until 1752, and for long elsewhere."""
_JANUARY_FOR_ALL: Final = 1753
_IN_OURS: Final = "write the date of the Gregorian calendar"


def old_style(plain: str) -> DateError | None:
    """Return the error for a `spelt_out` text that names a style or has two, else None."""
    return _marked(plain) or _two_days(plain) or _two_years(plain)


def _marked(text: str) -> DateError | None:
    match = _MARKED.fullmatch(text)
    if match is None:
        return None
    day = _day(match["first"] or match["last"] or "")
    if not (match["old"] or match["old_at_end"]):
        cure = f"write {_edtf(day)}" if day else "write the date without the name of the calendar"
        return DateError("names the Gregorian calendar", cure)
    if day is None or _of_two_years(day):
        return DateError("is a date of the Julian calendar", _IN_OURS)
    if day < FIRST_GREGORIAN_DAY:
        cure = f"write {_edtf(day)}; days before 1582 are taken to be of that calendar"
        return DateError("names the Julian calendar", cure)
    ours = _edtf(civil(julian_day_number(*day)))
    return DateError("is a day of the Julian calendar", f"{_IN_OURS}, {ours}")


def _two_days(text: str) -> DateError | None:
    match = _TWO_DAYS.fullmatch(text)
    if match is None:
        return None
    year, last = int(match["year"]), MONTHS[match["last"]]
    new = (year, last, int(match["other"]))
    first = MONTHS[match["month"]] if match["month"] else last
    old = (year - (first > last), first, int(match["day"]))
    if FIRST_GREGORIAN_DAY <= new < FIRST_DAY_WITHOUT_JULIAN and _are_one(old, new):
        message = "is one day in the Julian and in the Gregorian calendar"
        return DateError(message, f"{_IN_OURS}, {_edtf(new)}")
    return DateError("has two days with a stroke between them", "write one of them")


def _are_one(old: Day, new: Day) -> bool:
    return julian_day_number(*old) == day_number(*new)


def _two_years(text: str) -> DateError | None:
    """Return the error for 20 February 1557/8: 1557 where the year began on 25 March, else 1558."""
    match = _TWO_YEARS.fullmatch(text)
    if match is None:
        return None
    year, following = match["year"], str(int(match["year"]) + 1)
    edtf = words.to_edtf(f"{match['before']} {following}", None) or ""
    message = f"has two years, {year} and {match['next']}"
    if following.endswith(match["next"]) and int(year) < _JANUARY_FOR_ALL and _is_early(edtf):
        return DateError(f"{message}, as the year began in January or in March", f"write {edtf}")
    return DateError(message, "write the one that is meant")


def _is_early(edtf: str) -> bool:
    """Tell whether a month or a day lies before the day on which the year began."""
    return re.fullmatch("[0-9-]{7,}", edtf) is not None and edtf[5:] < "03-25"


def _of_two_years(day: Day) -> bool:
    """Tell whether a year may have been counted from March."""
    return FIRST_GREGORIAN_DAY <= day < (_JANUARY_FOR_ALL, 1, 1) and day[1:] < _LADY_DAY


def _day(text: str) -> Day | None:
    try:
        date = single(words.to_edtf(text, None) or "")
    except DateError:
        return None
    if date is None or not (date.year + date.month + date.day).isdecimal() or not date.day:
        return None
    return int(date.year), int(date.month), int(date.day)


def _edtf(day: Day) -> str:
    year, month, of_month = day
    return f"{year_text(year)}-{month:02}-{of_month:02}"
