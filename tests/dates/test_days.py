"""Days have numbers, and numbers have days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from mapgen.dates import civil, day_number
from mapgen.dates.days import MAX_YEAR, days_in_month, julian_day_number
from tests.dates.truth import EPOCH

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
