"""The dates of a column are those that would be read one by one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mapgen.columns import Coded, joined
from mapgen.dates import DateColumn, parse, parse_column
from mapgen.errors import DateError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapgen.dates import HistoricalDate

MIXED = st.lists(
    st.one_of(
        st.dates().map(str),
        st.sampled_from(["", "1920", "1920-02-30", "1920/07/24", "192X-07-24", "1920-07-24\0"]),
        st.sampled_from(["c. 1920", "1920?", "1920/1946", "1920/..", "/1920", "-0043", "nonsense"]),
    ),
    max_size=6,
)


@given(MIXED)
def test_dates_of_a_column_are_those_read_one_by_one(texts: list[str]) -> None:
    column, faults = parse_column(texts)

    one_by_one = {text: _date(text) for text in texts if text}
    assert {text: str(fault) for text, fault in faults.items()} == {
        text: str(found) for text, found in one_by_one.items() if isinstance(found, DateError)
    }
    read = [None if text in faults else one_by_one.get(text) for text in texts]
    assert [column[place] for place in range(len(texts))] == read
    assert list(parse_column(texts)[0]) == column[:] == read


@given(MIXED)
def test_what_is_known_of_a_column_is_what_is_known_of_each_date(texts: list[str]) -> None:
    column, _ = parse_column(texts)

    dates = list(column)
    for each in (column, DateColumn.of(dates)):
        assert each.edtf().tolist() == [date.edtf if date else "" for date in dates]
        assert _whole(each.earliest()) == [date.earliest if date else None for date in dates]
        assert _whole(each.latest()) == [date.latest if date else None for date in dates]
        assert each.approximate().tolist() == [bool(date and date.approximate) for date in dates]
        assert each.uncertain().tolist() == [bool(date and date.uncertain) for date in dates]
        assert each.undated().tolist() == [date is None for date in dates]


def _whole(days: NDArray[np.float64]) -> list[int | None]:
    return [None if math.isnan(day) else int(day) for day in days.tolist()]


@given(MIXED, st.data())
def test_some_dates_of_columns_are_those_at_their_places(
    texts: list[str], data: st.DataObject
) -> None:
    rows = data.draw(st.lists(st.sampled_from(range(len(texts))))) if texts else []
    column, _ = parse_column(texts)

    some = Coded(column, np.arange(len(texts))).take(np.array(rows, np.int64))

    assert isinstance(some.distinct, DateColumn)
    assert some == [column[row] for row in rows]
    assert list(joined([some, list(column), some])) == [*some, *column, *some]


def test_a_date_of_a_column_is_one_object_however_often_it_is_asked_for() -> None:
    column, _ = parse_column(["1920-07-24", "c. 1920"])

    first = column[0]

    assert (first, column[1]) == (parse("1920-07-24"), parse("c. 1920"))
    assert all(date is again for date, again in zip(column, column, strict=True))
    assert column[0] is first
    assert column.take(np.array([0]))[0] is first
    assert DateColumn.of(column) is column


def _date(text: str) -> HistoricalDate | DateError:
    try:
        return parse(text)
    except DateError as error:
        return error
