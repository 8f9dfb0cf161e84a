"""Counts from which day to which day the parts of an EDTF text reach."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

from mapgen.dates.days import MAX_YEAR, day_number, days_in_month, longest_month
from mapgen.dates.syntax import Run, Several, Single, season, take_apart
from mapgen.dates.vocabulary import ENGLISH_MONTHS
from mapgen.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mapgen.dates.historical_date import Precision
    from mapgen.dates.syntax import Node

MONTHS_OF_SEASON: Final[dict[int, tuple[int, int]]] = {
    **dict(zip((21, 22, 23, 24), ((3, 3), (6, 3), (9, 3), (12, 3)), strict=True)),
    **dict(zip((25, 26, 27, 28), ((3, 3), (6, 3), (9, 3), (12, 3)), strict=True)),
    **dict(zip((29, 30, 31, 32), ((9, 3), (12, 3), (3, 3), (6, 3)), strict=True)),
    **{33 + quarter: (1 + 3 * quarter, 3) for quarter in range(4)},
    **{37 + third: (1 + 4 * third, 4) for third in range(3)},
    **{40 + half: (1 + 6 * half, 6) for half in range(2)},
}
"""First month and number of months of each part of the year.

The format leaves the months open; these are the seasons of the weather services, three whole
months each. Winter (24, 28) and the southern summer (30) begin in December and end in February of
the next year. 25 to 28 are the seasons of the north, 29 to 32 of the south.
"""


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day of a date, both included; None is an open or unknown end."""

    earliest: int | None
    latest: int | None
    precision: Precision


def span(node: Node) -> Span:
    """Return the span of a date; DateErrors here begin with a verb, the text goes before it."""
    match node:
        case Single():
            return _single(node)
        case Run():
            return _run(node)
        case Several():
            return _several(node)


def span_of(edtf: str) -> Span:
    """Return the span of a text that is in EDTF."""
    node = take_apart(edtf)
    if node is None:
        raise ValueError(f"{edtf!r} is not EDTF")
    return span(node)


def _run(run: Run) -> Span:
    earliest = _single(run.start).earliest if run.start else None
    latest = _single(run.end).latest if run.end else None
    if run.start and run.end and earliest is not None and latest is not None and earliest > latest:
        raise DateError(
            "ends before it begins",
            f"write {run.end.text} before {run.start.text}, or correct one of them",
        )
    return Span(earliest, latest, "interval")


def _several(several: Several) -> Span:
    spans = [span(member) for member in several.members]
    starts = [each.earliest for each in spans if each.earliest is not None]
    ends = [each.latest for each in spans if each.latest is not None]
    return Span(
        min(starts) if len(starts) == len(spans) else None,
        max(ends) if len(ends) == len(spans) else None,
        "set",
    )


def _single(date: Single) -> Span:
    years = _years(date)
    if season(date):
        return _season(date, years)
    months = _matching(date.month, 12)
    days = _matching(date.day, 31)
    length = longest_month if date.day.isdecimal() else days_in_month
    earliest = _first_day(years, months, days, length)
    latest = _first_day(years[::-1], months[::-1], days[::-1], length)
    if earliest is None or latest is None:
        raise _no_such_day(date) if months else _no_such_month(date)
    return Span(earliest, latest, _precision(date, years))


def _first_day(
    years: Iterable[int],
    months: Iterable[int],
    days: Sequence[int],
    length: Callable[[int, int], int],
) -> int | None:
    """Return the first combination that is a date, None when there is none."""
    dates = (
        day_number(year, month, day)
        for year in years
        for month in months
        for day in days
        if day <= length(year, month)
    )
    return next(dates, None)


def _matching(pattern: str, last: int) -> Sequence[int]:
    """Return the numbers from 1 to `last` that fit a pattern such as 07, 1X or XX."""
    if "X" not in pattern:
        number = int(pattern) if pattern else None
        return range(1, last + 1) if number is None else [number] * (1 <= number <= last)
    return [
        number
        for number in range(1, last + 1)
        if all(
            wanted in {"X", digit} for wanted, digit in zip(pattern, f"{number:02}", strict=True)
        )
    ]


def _years(date: Single) -> Sequence[int]:
    if "X" in date.year:
        return _years_matching(date.year)
    if date.year == "-0000":
        raise DateError("has a year -0000", "write 0000 for 1 BC or -0001 for 2 BC")
    year = _long_year(date.year[1:]) if date.year[0] == "Y" else int(date.year)
    if date.significant is None:
        return range(year, year + 1)
    digits = len(str(abs(year))) if date.year[0] == "Y" else 4
    unit = 10 ** max(digits - date.significant, 0)
    first = abs(year) // unit * unit
    return range(first, first + unit) if year >= 0 else range(1 - first - unit, 1 - first)


def _years_matching(pattern: str) -> list[int]:
    """Return the years that fit a pattern such as 192X; -0XXX counts down to the year 0."""
    digits = ("0123456789" if digit == "X" else digit for digit in pattern.lstrip("-"))
    years = [int("".join(each)) for each in product(*digits)]
    return [-year for year in reversed(years)] if pattern[0] == "-" else years


def _long_year(text: str) -> int:
    """Return the year of 12000, -12000 or 17E7, looking at its size before the number is made."""
    mantissa, _, exponent = text.partition("E")
    zeros = int(exponent or 0)
    too_long = len(mantissa.lstrip("-")) + zeros > len(str(MAX_YEAR))
    year = 0 if too_long else int(mantissa + "0" * zeros)
    if too_long or abs(year) > MAX_YEAR:
        raise DateError(
            "has a year beyond those whose days a browser can count exactly",
            f"write a year from -{MAX_YEAR} to {MAX_YEAR}",
        )
    return year


def _season(date: Single, years: Sequence[int]) -> Span:
    if date.day:
        raise DateError(
            f"has a day in a part of the year ({date.month})",
            f"write {date.year}-{date.month}, or a month from 01 to 12",
        )
    first_month, length = MONTHS_OF_SEASON[int(date.month)]
    year, month = divmod(years[-1] * 12 + first_month - 1 + length, 12)
    last = day_number(year, month + 1, 1) - 1
    whole_year = len(years) == 1
    precision: Precision = "season" if whole_year else _precision(date, years)
    return Span(day_number(years[0], first_month, 1), last, precision)


def _precision(date: Single, years: Sequence[int]) -> Precision:
    """Return the unit in which the date is known; 1X56 is known to the millennium only."""
    reach = years[-1] - years[0]
    if reach:
        return "decade" if reach < 10 else "century" if reach < 100 else "millennium"  # noqa: PLR2004
    if not date.month or "X" in date.month:
        return "year"
    return "month" if not date.day or "X" in date.day else "day"


def _no_such_month(date: Single) -> DateError:
    month = date.month.lstrip("0") or "0"
    if "X" in date.month:
        return DateError(f"has no month that fits {date.month}", f"write {date.year}-XX")
    if date.day and int(date.month) > 12 and date.day <= "12":  # noqa: PLR2004  (months)
        cure = f"the month stands before the day: {date.year}-{date.day}-{date.month}"
    elif not date.day and date.year[-2:] < date.month and date.year.isdecimal():
        years = f"{date.year}/{date.year[:-2]}{date.month}"
        cure = f"write {years} for those years, or a month from 01 to 12"
    else:
        nearest = "01" if month == "0" else "12"
        cure = f"write it as {date.year}-{nearest} or {date.year}"
    return DateError(f"has month {month}", cure)


def _no_such_day(date: Single) -> DateError:
    if "X" in date.text:
        return DateError("fits no day of the calendar", f"write {date.year}, or a day that exists")
    year, month, day = int(date.year.lstrip("Y")), int(date.month), int(date.day)
    length = longest_month(year, month)
    return DateError(
        f"has day {day}, but {ENGLISH_MONTHS[month - 1]} {year} has {length} days",
        f"write a day from 01 to {length}, or {date.year}-{date.month}",
    )
