"""Reads dates written in figures alone, such as 06/07/2012, and gives them back as EDTF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapgen.dates.days import civil, day_number, days_in_month, weekday
from mapgen.dates.vocabulary import ENGLISH_MONTHS
from mapgen.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapgen.dates.historical_date import DateOrder

_WEEKS: Final = 53


def to_edtf(text: str, order: DateOrder | None) -> str | None:
    """Return a date in figures as EDTF, None when the text is none; `text` is folded.

    06/07/2012 is one day day first and another month first: unless both are the same day, or
    `order` says which is meant, it is a DateError.
    """
    for pattern, read in _FORMS:
        if match := re.fullmatch(pattern, text):
            return read(match, order)
    return None


def _day_and_month(match: re.Match[str], order: DateOrder | None) -> str:
    first, second, year = int(match[1]), int(match[3]), match[4]
    day_first, month_first = f"{year}-{second:02}-{first:02}", f"{year}-{first:02}-{second:02}"
    if order:
        return day_first if order == "dmy" else month_first
    readings = [(second, first, day_first), (first, second, month_first)]
    possible = [reading for reading in readings if _exists(int(year), *reading[:2])]
    if len(possible) == 2 and day_first != month_first:  # noqa: PLR2004  (the two readings)
        raise DateError(
            f"can be {first} {ENGLISH_MONTHS[second - 1]} {year} "
            f"or {second} {ENGLISH_MONTHS[first - 1]} {year}",
            f"write {day_first} or {month_first}, "
            "or say which comes first with --date-order dmy or --date-order mdy",
        )
    return possible[0][2] if possible else day_first


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)  # noqa: PLR2004  (months)


def _year_and_month(match: re.Match[str], _order: DateOrder | None) -> str:
    """Return 2012/07 as a month and 1914–18 as years; 1911/12 and 1868-9 may be either."""
    year, separator, month = match.groups()
    end = year[: -len(month)] + month
    if separator != "." and end > year:
        if int(month) > 12 and separator == "–":  # noqa: PLR2004  (months)
            return f"{year}/{end}"
        if int(month) > 12:  # noqa: PLR2004  (months)
            raise DateError("has two years, the second cut short", f"write {year}/{end}")
        raise DateError(
            f"can be {ENGLISH_MONTHS[int(month) - 1]} {year} or the years {year} to {end}",
            f"write {ENGLISH_MONTHS[int(month) - 1]} {year} or {year}/{end}",
        )
    return f"{year}-{int(month):02}"


def _week(match: re.Match[str], _order: DateOrder | None) -> str:
    """Refuse a week of ISO 8601, whose year begins with the week that 4 January is in."""
    week, of_week = int(match[2]), int(match[3] or 0)
    known = 1 <= week <= _WEEKS and of_week <= 7  # noqa: PLR2004  (days of a week)
    fourth = day_number(int(match[1]), 1, 4)
    first = fourth - weekday(fourth) + 7 * (week - 1)
    days = (first + of_week - 1,) if of_week else (first, first + 6)
    cure = f"write {'/'.join(map(_iso, days))}" if known else "write the days themselves"
    raise DateError("counts the weeks of the year", cure)


def day_of_year(match: re.Match[str], _order: DateOrder | None = None) -> str:
    """Refuse a day that is counted from the start of a year; `match` has `year` and `number`."""
    year, number = int(match["year"]), int(match["number"])
    day = day_number(year, 1, 1) + number - 1
    known = number >= 1 and civil(day)[0] == year
    cure = f"write {_iso(day)}" if known else "write the day itself"
    raise DateError("counts the days of the year", cure)


def _iso(day: int) -> str:
    return "{:04}-{:02}-{:02}".format(*civil(day))


_FORMS: Final[tuple[tuple[str, Callable[[re.Match[str], DateOrder | None], str]], ...]] = (
    (r"([0-9]{1,2})([/.–-])([0-9]{1,2})\2([0-9]{4})", _day_and_month),
    (
        r"([0-9]{4})([/.–-])([0-9]{1,2})\2([0-9]{1,2})",
        lambda match, _order: f"{match[1]}-{int(match[3]):02}-{int(match[4]):02}",
    ),
    (
        r"([0-9]{1,2})[/.-]([0-9]{4})",
        lambda match, _order: f"{match[2]}-{int(match[1]):02}",
    ),
    (r"([0-9]{4})([/.–-])([0-9]{1,2})", _year_and_month),
    (
        r"([12][0-9]{3})([0-9]{2})([0-9]{2})",
        lambda match, _order: "-".join(match.groups()),
    ),
    (r"([0-9]{4})-?w([0-9]{2})(?:-?([0-9]))?", _week),
    (r"(?P<year>[0-9]{4})-(?P<number>[0-9]{3})", day_of_year),
    (r"(?:day|jour|tag) (?P<number>[0-9]{1,3}) (?P<year>[0-9]{4})", day_of_year),
    (r"(?P<number>[0-9]{1,3})(?:st|nd|rd|th|er|e) (?:day|jour) (?P<year>[0-9]{4})", day_of_year),
    (r"[0-9]{3}", lambda match, _order: f"0{match[0]}"),
    (
        r"[1-9][0-9]{1,2}(?:[ '٬][0-9]{3})+",
        lambda match, _order: f"Y{re.sub('[^0-9]', '', match[0])}",
    ),
)
