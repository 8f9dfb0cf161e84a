from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mapgen.coded import (
    MIXED,
    Coded,
    Picked,
    Texts,
    all_differ,
    coded,
    coded_objects,
    distinct_of,
    each,
    filled,
    integers,
    numbered,
    renumbered,
    rows_with,
    same,
    taken,
)

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


@given(st.lists(st.integers(0, 9) | st.integers(0, 2**64 - 1)))
def test_equal_integers_have_one_number_in_the_order_of_their_first_rows(values: list[int]) -> None:
    known = list(dict.fromkeys(values))

    numbers, firsts = numbered(np.array(values, np.uint64))

    assert numbers.tolist() == [known.index(value) for value in values]
    assert firsts.tolist() == [values.index(value) for value in known]


@given(st.lists(st.integers(0, 9)))
def test_small_numbers_are_numbered_alike(values: list[int]) -> None:
    codes = np.array(values, np.int64)

    found, expected = renumbered(codes, 10), numbered(codes)

    assert all((one == other).all() for one, other in zip(found, expected, strict=True))


def test_integers_that_meet_in_one_slot_are_still_told_apart() -> None:
    inverse = pow(MIXED, -1, 2**64)
    values = [low * inverse % 2**64 for low in range(200)]  # times MIXED, their high bits are 0

    numbers, _ = numbered(np.array([*values, *values], np.uint64))

    assert numbers.tolist() == [*range(200), *range(200)]


@given(st.lists(st.text()), st.data())
def test_values_in_another_order_read_like_a_list(values: list[str], data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.integers(0, len(values) - 1)) if values else st.just([]))
    texts = [values[row] for row in rows]

    found: Picked[str] = Picked(np.array(values, object), np.array(rows, np.int64))

    assert list(found) == found[:] == [found[row] for row in range(len(found))] == texts
    assert found.take(np.arange(len(rows))[::-1])[:] == texts[::-1]


@given(st.lists(st.text(max_size=1)))
def test_values_all_differ_or_do_not(values: list[str]) -> None:
    assert all_differ(values) == (len(set(values)) == len(values))


def test_values_of_one_hash_may_differ() -> None:
    assert hash(-1) == hash(-2)
    assert all_differ([-1, -2])
    assert not all_differ([-1, -2, -1])


@given(TEXTS)
def test_texts_in_a_file_read_like_a_list(texts: list[str]) -> None:
    ends = np.cumsum([len(f"{text},".encode()) for text in texts], dtype=np.int64)
    sizes = np.array([len(f"{text},".encode()) for text in texts], np.int64)
    data = "".join(f"{text}," for text in texts).encode()

    found = Texts(data, ends - sizes, ends - 1)

    assert list(found) == found[:] == texts
    assert [found[row] for row in range(len(found))] == texts
    assert list(taken(found, np.arange(len(texts))[::-2])) == texts[::-2]


@given(TEXTS)
def test_rows_with_a_text_are_found_in_any_column(texts: list[str]) -> None:
    for column in (texts, coded(texts)):
        assert filled(column).tolist() == list(map(bool, texts))
        assert rows_with("a", column) == [row for row, text in enumerate(texts) if text == "a"]
