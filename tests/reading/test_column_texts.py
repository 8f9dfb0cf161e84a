"""Whole columns say what each of their values says."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mapgen.columns import MANY, Coded, Texts
from mapgen.reading.frames.cell_texts import text_of
from mapgen.reading.frames.column_texts import texts_of
from mapgen.reading.frames.pandas_frames import columns_of

if TYPE_CHECKING:
    from collections.abc import Sequence

INTEGERS = st.integers(-(2**63), 2**63 - 1)
ODD = [0.0, -0.0, float("nan"), float("inf"), -float("inf"), 1e22, 1e-7, 0.1 + 0.2, 1e15, 5e-324]
CAIRO = dt.timezone(dt.timedelta(hours=2))
OF_ARROW = {
    "texts": (pa.string(), st.text()),
    "large texts": (pa.large_string(), st.text(" \r\n\t\x1c\u2003aé")),
    "views": (pa.string_view(), st.text()),
    "integers": (pa.int64(), INTEGERS),
    "naturals": (pa.uint64(), st.integers(0, 2**64 - 1)),
    "fractions": (pa.float64(), st.floats() | st.sampled_from(ODD)),
    "short fractions": (pa.float32(), st.floats(width=32)),
    "decimals": (pa.decimal128(12, 3), st.decimals(-99999, 99999, places=3)),
    "truths": (pa.bool_(), st.booleans()),
    "days": (pa.date32(), st.dates()),
    "moments": (pa.timestamp("us"), st.datetimes()),
    "nights": (pa.timestamp("s"), st.dates().map(lambda day: dt.datetime(*day.timetuple()[:3]))),  # noqa: DTZ001  (local)
    "moments in a zone": (pa.timestamp("us", "UTC"), st.datetimes(timezones=st.just(dt.UTC))),
    "times": (pa.time64("us"), st.times()),
    "bytes": (pa.binary(), st.binary()),
    "lists": (pa.list_(pa.string()), st.lists(st.none() | st.text())),
    "nothing": (pa.null(), st.none()),
}


def of_pandas(column: Any) -> Sequence[str]:
    ((_, texts),) = columns_of(pd.DataFrame({"c": column}))
    return texts


@pytest.mark.parametrize("name", OF_ARROW)
@given(data=st.data())
def test_a_column_of_arrow_says_what_its_values_say(name: str, data: st.DataObject) -> None:
    kind, values = OF_ARROW[name]
    array = pa.array(data.draw(st.lists(st.none() | values, max_size=8)), kind)

    expected = list(map(text_of, array.to_pylist()))

    assert texts_of(array) == expected
    assert texts_of(pa.chunked_array([array, array[1:]])) == expected + expected[1:]
    if not pa.types.is_nested(kind) and not pa.types.is_null(kind):
        assert texts_of(array.dictionary_encode()) == expected


@given(st.lists(st.floats() | st.sampled_from(ODD)))
@example(ODD)
def test_floats_of_pandas_have_no_exponent_and_no_needless_point(values: list[float]) -> None:
    expected = list(map(text_of, values))

    assert of_pandas(pd.Series(values, dtype="float64")) == expected
    assert of_pandas(pd.Series(values, dtype="Float64")) == expected
    once = pd.Series(values, dtype="category")  # where a negative naught is another's
    assert of_pandas(once) == list(map(text_of, once.tolist()))


@given(st.lists(st.none() | st.text(" \r\n\x1caé\udc80")))
def test_texts_of_objects_are_as_they_stand(values: list[str | None]) -> None:
    assert of_pandas(pd.Series(values, dtype="object")) == list(map(text_of, values))


@given(st.lists(st.none() | st.text()))
@pytest.mark.parametrize("dtype", ["str", "string[python]", "string[pyarrow]", "category"])
def test_texts_of_pandas_are_as_they_stand(dtype: str, values: list[str | None]) -> None:
    assert of_pandas(pd.Series(values, dtype=dtype)) == list(map(text_of, values))


@given(st.lists(st.none() | INTEGERS))
@example([2**63 - 1, None, -(2**63)])
def test_whole_numbers_with_gaps_are_exact(values: list[int | None]) -> None:
    for dtype in ("Int64", "int64[pyarrow]", "object"):
        assert of_pandas(pd.Series(values, dtype=dtype)) == list(map(text_of, values))


@given(st.lists(st.none() | st.integers(-(10**12), 10**12)))
@example([-62_135_596_801, -62_135_596_800, 253_402_300_799, 253_402_300_800, -(10**12)])
def test_moments_of_pandas_are_those_of_numpy(seconds: list[int | None]) -> None:
    moments = np.array(["NaT" if each is None else each for each in seconds], "datetime64[s]")

    found = of_pandas(pd.Series(moments))

    back = ["" if text == "" else _of_numpy(text) for text in found]
    assert back == ["" if np.isnat(each) else str(each) for each in moments]


def _of_numpy(text: str) -> str:
    """Return a text with a time and with the years of NumPy."""
    return str(np.datetime64(text, "s"))


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (pd.array([True, None, False], dtype="boolean"), ["yes", "", "no"]),
        (np.array([True, False, True]), ["yes", "no", "yes"]),
        (pd.Series([True, None, False], dtype="object"), ["yes", "", "no"]),
        (pd.Series([dt.date(1066, 10, 14), None], dtype="object"), ["1066-10-14", ""]),
        (pd.Series([1, "a ", None, 1.0, ["b", None]], dtype="object"), ["1", "a", "", "1", "b"]),
        (pd.Series([2**64, 1], dtype="object"), ["18446744073709551616", "1"]),
        (pd.Series([Decimal("NaN"), "x"], dtype="object"), ["", "x"]),
        (np.array(["-0043-03-15", "NaT"], "datetime64[s]"), ["-0043-03-15", ""]),
        (np.array(["1066-10-14T09:00:00.7"], "datetime64[ms]"), ["1066-10-14T09:00:00"]),
        (
            pd.Series([dt.datetime(1946, 4, 17, 6, 30, tzinfo=CAIRO), pd.NaT]),
            ["1946-04-17T06:30:00+02:00", ""],
        ),
        (pd.PeriodIndex(["1920", "NaT", "1921"], freq="Y"), ["1920", "", "1921"]),
        (pd.to_timedelta(["1 day", None]), ["P1DT0H0M0S", ""]),
        (pd.Categorical([" b", "a", None, "b"], ["a", "b", " b"]), ["b", "a", "", "b"]),
        (pd.arrays.IntervalArray.from_breaks([1, 2]), ["(1, 2]"]),
        (pd.arrays.SparseArray([1, 0]), ["1", "0"]),
        (np.array([1.5, 2.0], "float16"), ["1.5", "2"]),
    ],
)
def test_a_column_of_pandas_is_written_as_an_author_would(column: Any, expected: Any) -> None:
    assert of_pandas(column) == expected


@pytest.mark.parametrize(
    "values",
    [
        np.arange(MANY) / 7,
        np.arange(MANY) % 100 / 7,
        np.arange(MANY) - 5,
        np.arange(MANY).astype("datetime64[s]"),
        np.arange(MANY).astype("datetime64[D]").astype("datetime64[s]"),
        np.arange(MANY) % 2 == 0,
        pd.Series([f" {row}\r\n" for row in range(MANY)]),
        pd.Series([f" {row}" for row in range(MANY)], dtype="category"),
        pd.Series([str(row % 9) for row in range(MANY)], dtype="category"),
        pd.Series([f"\udc80{row}" for row in range(MANY)], dtype="object"),
        pd.Series([1, "a", None, ["b"]] * (MANY // 4), dtype="object"),
    ],
)
def test_a_long_column_says_the_same_as_a_short_one(values: Any) -> None:
    column = pd.Series(values)

    found = of_pandas(column)

    parts = [of_pandas(column[at : at + 1000]) for at in range(0, MANY, 1000)]
    assert list(found) == [text for part in parts for text in part]


def test_a_long_column_is_kept_as_the_engine_keeps_it() -> None:
    numbers = np.arange(MANY)

    assert isinstance(of_pandas(numbers), Texts)
    assert isinstance(of_pandas(numbers % 100), Coded)
    assert isinstance(of_pandas(numbers % 100 / 7), Coded)
    assert isinstance(of_pandas((numbers % 100).astype("datetime64[s]")), Coded)
    assert isinstance(of_pandas(pd.Series(["a", "b"] * MANY)), Coded)


def test_categories_that_no_row_has_are_no_texts_of_the_column() -> None:
    column = pd.Series(pd.Categorical(["a", None] * MANY, ["b", "a", "c"]))

    found = of_pandas(column)

    assert isinstance(found, Coded)
    assert found.distinct == ["a", ""]


def test_days_before_the_calendar_of_python_are_read_from_arrow() -> None:
    days = pa.array([-800_000, 3_000_000], pa.int32()).cast(pa.date32())

    assert texts_of(days) == ["-0221-09-04", "10183-09-21"]
