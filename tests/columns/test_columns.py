"""Columns read like lists, however they are kept."""

from __future__ import annotations

import itertools
import pickle
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.columns import (
    MANY,
    Coded,
    Texts,
    all_differ,
    blanked,
    casefolded,
    coded,
    coded_objects,
    codes_of,
    distinct_of,
    each,
    filled,
    in_arrow,
    in_bytes,
    in_numpy,
    integers,
    joined,
    matches,
    numbered,
    renumbered,
    rows_like,
    rows_unlike,
    rows_with,
    same,
    taken,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TEXTS = st.lists(st.sampled_from(["", "a", "b", "é"]))


@given(TEXTS)
def test_a_coded_column_reads_like_the_list_it_was_made_of(texts: list[str]) -> None:
    found = coded(texts)

    assert found == texts
    assert (list(found), found[1:], len(found)) == (texts, texts[1:], len(texts))
    assert [found[row] for row in range(len(texts))] == texts


@given(TEXTS)
def test_its_values_stand_once_in_the_order_of_their_first_row(texts: list[str]) -> None:
    assert coded(texts).distinct == list(dict.fromkeys(texts))
    assert coded_objects(texts, key=str).distinct == list(dict.fromkeys(texts))


@given(TEXTS)
def test_some_rows_of_it_keep_that_order(texts: list[str]) -> None:
    rows = np.arange(len(texts))[::-2]

    found = coded(texts).take(rows)

    assert found == taken(texts, rows) == texts[::-2]
    assert found.distinct == list(dict.fromkeys(texts[::-2]))


@given(TEXTS)
def test_what_is_asked_of_it_is_asked_of_each_value_and_answered_for_each_row(
    texts: list[str],
) -> None:
    found = coded(texts)

    assert found.rows(str.isascii) == [row for row, text in enumerate(texts) if text.isascii()]
    assert each(found, len) == each(texts, len) == list(map(len, texts))
    assert integers(found.each(len)).tolist() == integers(each(texts, len)).tolist()


def test_a_column_of_one_value_holds_it_once() -> None:
    found = same("a", 3)

    assert found == ["a", "a", "a"]
    assert distinct_of(found) == ["a"]


def test_objects_are_told_apart_by_what_they_are_and_not_by_what_they_equal() -> None:
    one, other = [1000], [1000]

    found = coded_objects([one, other, one])

    assert found.codes.tolist() == [0, 1, 0]
    assert coded_objects(found) is found


def test_a_coded_column_is_no_list_of_something_else() -> None:
    assert Coded(["a"], np.zeros(1, np.int64)) != ["b"]


@given(st.lists(st.integers(0, 9) | st.integers(-(2**63), 2**63 - 1)), st.booleans())
def test_equal_integers_have_one_number_in_the_order_of_their_first_rows(
    values: list[int], many: bool
) -> None:
    known = list(dict.fromkeys(values))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mapgen.columns.values.MANY", 0 if many else 100)
        numbers, firsts = numbered(np.array(values, np.int64))

    assert numbers.tolist() == [known.index(value) for value in values]
    assert firsts.tolist() == [values.index(value) for value in known]


@given(st.lists(st.integers(0, 9)))
def test_small_numbers_are_numbered_alike(values: list[int]) -> None:
    codes = np.array(values, np.int64)

    found, expected = renumbered(codes, 10), numbered(codes)

    assert all((one == other).all() for one, other in zip(found, expected, strict=True))


@given(st.lists(st.text(max_size=1)))
def test_values_all_differ_or_do_not(values: list[str]) -> None:
    assert all_differ(values) == (len(set(values)) == len(values))


@given(TEXTS)
def test_texts_of_arrow_read_like_a_list(texts: list[str]) -> None:
    found = Texts.of(texts)

    assert list(found) == found[:] == texts
    assert [found[row] for row in range(len(found))] == texts
    assert found[1:] == texts[1:]
    assert found[::-2] == texts[::-2]


@given(TEXTS)
def test_some_rows_of_them_are_taken_twice_and_carried(texts: list[str]) -> None:
    rows = np.arange(len(texts))[::-2]

    found = Texts.of(texts).take(rows)

    assert found == texts[::-2]
    assert found.take(np.arange(len(found))[::-1]) == texts[::-2][::-1]
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301  (our own)


@given(st.lists(st.sampled_from(["", "a", "é", "ab"])), st.data())
def test_texts_lie_in_bytes_as_they_do_in_a_list(texts: list[str], data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.integers(0, len(texts) - 1)) if texts else st.just([]))
    for column in (texts, Texts.of(texts), Texts.of(texts).take(np.array(rows, np.int64))):
        found = in_bytes(column)

        edges = zip(found.begins.tolist(), found.ends.tolist(), strict=True)
        assert [bytes(found.data[a:b]).decode() for a, b in edges] == list(column)


def test_a_long_column_is_kept_once_where_it_repeats_itself() -> None:
    few = [f"kind {n % 3}" for n in range(MANY)]
    some = [f"place {n % (MANY // 4)}" for n in range(4 * MANY)]

    assert distinct_of(in_arrow(few)) == ["kind 0", "kind 1", "kind 2"]
    assert len(distinct_of(in_arrow(some))) == MANY // 4
    assert isinstance(in_arrow([f"title {n}" for n in range(4 * MANY)]), Texts)
    assert in_arrow(few[:9]) == few[:9]


def test_rows_that_are_in_order_do_not_hide_that_a_column_repeats_itself() -> None:
    in_order = [f"place {n // 16}" for n in range(4 * MANY)]

    assert len(distinct_of(in_arrow(in_order))) == MANY // 4


def test_a_lone_surrogate_is_left_where_it_is() -> None:
    texts = ["\ud800"] * MANY

    assert in_arrow(texts) is texts


@given(TEXTS, TEXTS)
def test_columns_below_each_other_read_like_lists(one: list[str], other: list[str]) -> None:
    kinds: tuple[Callable[[list[str]], Sequence[str]], ...] = (list, coded, Texts.of)
    for first, second, third in itertools.product(kinds, repeat=3):
        found = joined([first(one), second(other), third(one)])

        assert list(found) == one + other + one
        assert not isinstance(found, Coded) or len(set(found.distinct)) == len(found.distinct)


@given(TEXTS)
def test_what_is_asked_of_texts_is_the_same_in_any_column(texts: list[str]) -> None:
    for column in (texts, coded(texts), Texts.of(texts)):
        assert list(casefolded(column)) == list(map(str.casefold, texts))
        assert rows_like(column, "^a$", lambda text: text == "a") == rows_with("a", texts)
        assert rows_unlike(column, "^a$", lambda text: text == "b") == rows_with("b", texts)
        assert list(blanked(column, [0] if texts else [])) == ["", *texts[1:]][: len(texts)]
        assert all_differ(column) == (len(set(texts)) == len(texts))
        codes = codes_of(column).tolist()
        assert [codes.index(code) for code in codes] == list(map(texts.index, texts))


@given(TEXTS)
def test_rows_with_a_text_are_found_in_any_column(texts: list[str]) -> None:
    for column in (texts, coded(texts), Texts.of(texts)):
        assert filled(column).tolist() == list(map(bool, texts))
        assert rows_with("a", column) == [row for row, text in enumerate(texts) if text == "a"]


@given(TEXTS, st.integers(1, 5))
def test_a_pattern_is_found_by_any_number_of_processors(texts: list[str], processors: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mapgen.columns.os.cpu_count", lambda: processors)
        found = matches(Texts.of(["b", *texts]).take(np.arange(1, len(texts) + 1)), "a|é")

    assert found.tolist() == [text in {"a", "é"} for text in texts]


@given(st.lists(st.floats(allow_infinity=False)))
def test_texts_of_numbers_are_read_as_the_same_numbers(values: list[float]) -> None:
    found = Texts.of_numbers(np.array(values, np.float64))

    assert list(map(float, found)) == pytest.approx(values, rel=0, abs=0, nan_ok=True)


def test_texts_of_numbers_are_short() -> None:
    found = Texts.of_numbers(np.array([33.5138, -0.1, 2.0, np.nan])[::-1])

    assert list(found) == ["nan", "2", "-0.1", "33.5138"]


@given(st.lists(st.text("ab é\t\u2003\x1f\n", max_size=3)), st.integers(0, 3))
def test_texts_stand_together_and_tell_whether_they_are_trimmed(
    texts: list[str], first: int
) -> None:
    rows = slice(first, first + 3)

    for column in (Texts.of(texts), Texts.of(texts[::-1]).take(np.arange(len(texts))[::-1])):
        assert column.encoded(rows) == [text.encode() for text in texts[rows]]
        assert column.together(rows) == "\0".join(texts[rows]).encode()
        assert column.are_trimmed(rows) == (texts[rows] == list(map(str.strip, texts[rows])))


@given(st.lists(st.booleans(), max_size=20), st.integers(0, 9))
def test_an_array_of_arrow_is_one_of_numpy(truths: list[bool], first: int) -> None:
    numbers = list(map(int, truths))

    for values, kind in ((truths, pa.bool_()), (numbers, pa.int32()), (numbers, pa.float64())):
        found = in_numpy(pa.array(values, kind).slice(min(first, len(values))))

        assert found.tolist() == values[first:]
        assert found.dtype == kind.to_pandas_dtype()
