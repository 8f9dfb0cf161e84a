"""Counts days: a date of the proleptic Gregorian calendar to a day number, and back.

The calendar of today is carried on without end in both directions, with a year 0 (1 BCE) and
negative years before it. Day 0 is 1970-01-01. A day keeps the digits that the source wrote, also
where it counted by the Julian calendar: only names of weekdays and leap days tell the two apart.

The formulas are those of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
(https://howardhinnant.github.io/date_algorithms.html): the year begins in March, so that the leap
day is its last day, and the calendar repeats itself every 400 years. Python's division rounds
down, which makes one formula serve the years before 0 as well.
"""

from __future__ import annotations

from typing import Final

DAYS_IN_400_YEARS: Final = 146_097
DAYS_FROM_MARCH_OF_YEAR_0_TO_1970: Final = 719_468

JULIAN_DAYS_FROM_MARCH_OF_YEAR_0_TO_1970: Final = 719_470

DAYS_FROM_1899_12_30_TO_1970: Final = 25_569
"""What to take from the day number of a spreadsheet, which counts 1899-12-30 as day 0."""

FIRST_GREGORIAN_DAY: Final = (1582, 10, 15)
"""The day after Thursday 4 October 1582 of the Julian calendar, by the bull Inter gravissimas."""

FIRST_DAY_WITHOUT_JULIAN: Final = (1923, 3, 1)
"""The day after 15 February 1923 in Greece, the last state to leave the Julian calendar."""

MAX_YEAR: Final = 24_000_000_000_000
"""The last year whose days a JavaScript number still counts exactly: 2**53 days, rounded down."""


def day_number(year: int, month: int, day: int) -> int:
    """Return the days from 1970-01-01 to a date that the calendar has."""
    era, year_of_era = divmod(year - (month <= 2), 400)  # noqa: PLR2004  (January and February)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * DAYS_IN_400_YEARS + day_of_era - DAYS_FROM_MARCH_OF_YEAR_0_TO_1970


def julian_day_number(year: int, month: int, day: int) -> int:
    """Return the days from 1970-01-01 to a date of the Julian calendar.

    It is the formula above with a leap day every fourth year, and begins two days before.
    """
    year -= month <= 2  # noqa: PLR2004  (as above)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return year * 365 + year // 4 + day_of_year - JULIAN_DAYS_FROM_MARCH_OF_YEAR_0_TO_1970


def civil(day: int) -> tuple[int, int, int]:
    """Return the year, month and day of a day number."""
    era, day_of_era = divmod(day + DAYS_FROM_MARCH_OF_YEAR_0_TO_1970, DAYS_IN_400_YEARS)
    leap_days = day_of_era // 1_460 - day_of_era // 36_524 + day_of_era // 146_096
    year_of_era = (day_of_era - leap_days) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    months_since_march = (5 * day_of_year + 2) // 153
    month = (months_since_march + 2) % 12 + 1
    day_of_month = day_of_year - (153 * months_since_march + 2) // 5 + 1
    return era * 400 + year_of_era + (month <= 2), month, day_of_month  # noqa: PLR2004  (as above)


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has."""
    if month == 2:  # noqa: PLR2004  (February)
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def longest_month(year: int, month: int) -> int:
    """Return how many days a month has in the calendars that counted it, Julian or Gregorian.

    29 February 1500 was a day, and so was that of 1900 in Russia. `day_number` puts a leap day of
    the Julian calendar alone where 1 March is: after 28 February, as its digits say.
    """
    leap = month == 2 and year % 4 == 0 and year < FIRST_DAY_WITHOUT_JULIAN[0]  # noqa: PLR2004
    return 29 if leap else days_in_month(year, month)


def is_julian_leap_day(year: int, month: int, day: int) -> bool:
    """Tell whether a date is a leap day that the Julian calendar alone has."""
    return days_in_month(year, month) < day <= longest_month(year, month)


def weekdays(year: int, month: int, day: int) -> dict[str, int]:
    """Return the day of the week of a date in each calendar that was in use then, by its name."""
    date, found = (year, month, day), {}
    if date >= FIRST_GREGORIAN_DAY and not is_julian_leap_day(*date):
        found["Gregorian"] = weekday(day_number(*date))
    if date < FIRST_DAY_WITHOUT_JULIAN:
        found["Julian"] = weekday(julian_day_number(*date))
    return found


def weekday(day: int) -> int:
    """Return the day of the week of a day number, 0 for Monday to 6 for Sunday."""
    return (day + 3) % 7  # 1970-01-01 was a Thursday
