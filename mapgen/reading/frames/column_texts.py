"""Writes whole columns of Arrow as `text_of` writes each of their values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
from pyarrow import compute

from mapgen.columns import (
    MANY,
    Coded,
    Texts,
    encoded,
    in_arrow,
    in_bytes,
    in_numpy,
    joined,
    stripped,
    taken,
)
from mapgen.columns.texts import numbers
from mapgen.reading.frames.cell_texts import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

_YEAR_1, _YEAR_10000 = -62_135_596_800, 253_402_300_800  # in seconds after 1970 began
_NO_PLAIN_NUMBER = "e|inf|nan"  # a power of ten, or what has no digits


def texts_of(column: pa.Array | pa.ChunkedArray) -> Sequence[str]:
    """Return a column as texts, "" where a value is missing; each distinct value is written once.

    What Arrow tells no distinct values of, such as lists, is written row by row.
    """
    try:
        found = _texts(_in_one(column))
    except pa.ArrowNotImplementedError:
        found = in_arrow(list(map(text_of, column.to_pylist())))
    return list(found) if len(found) < MANY else found


def coded(texts: Sequence[str], codes: NDArray[np.int64]) -> Sequence[str]:
    """Return a column by the places of its cells in some texts, -1 for one that is missing."""
    below = joined([texts, [""]])
    rows = np.where(codes < 0, len(texts), codes).astype(np.int64)
    if len(texts) * 2 > len(rows):
        return in_arrow(taken(below, rows))
    known = {text: number for number, text in enumerate(dict.fromkeys(below))}
    own = np.fromiter(map(known.__getitem__, below), np.int64, len(below))
    return Coded(list(known), own[rows]).take(np.arange(len(rows)))


def _in_one(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Return a column as one array, with room for texts of any number of bytes."""
    if column.type in {pa.string(), pa.string_view()}:
        column = column.cast(pa.large_string())
    if isinstance(column, pa.Array):
        return column
    if pa.types.is_dictionary(column.type):
        column = column.unify_dictionaries()
    return column.combine_chunks()


def _texts(array: pa.Array) -> Sequence[str]:
    if pa.types.is_large_string(array.type):
        return encoded(_with_plain_breaks(stripped(_without_gaps(array, Texts.of([""]).array))))
    if pa.types.is_dictionary(array.type):
        return coded(texts_of(array.dictionary), _codes(array))
    if pa.types.is_floating(array.type):
        array = array.cast(pa.float64())
        once = array.view(pa.int64()).dictionary_encode()  # a naught and a negative one are two
        return coded(_of_fractions(once.dictionary.view(pa.float64())), _codes(once))
    once = array.dictionary_encode()
    return coded(_of_distinct(once.dictionary), _codes(once))


def _codes(array: pa.DictionaryArray) -> NDArray[np.int64]:
    indices = array.indices.cast(pa.int64())
    codes: NDArray[np.int64] = in_numpy(_without_gaps(indices, numbers(np.array([-1]))))
    return codes


def _without_gaps(array: pa.Array, other: pa.Array) -> pa.Array:
    """Return an array with the one value of another wherever its own is missing."""
    return compute.coalesce(array, other[0]) if array.null_count else array


def _with_plain_breaks(texts: pa.LargeStringArray) -> pa.LargeStringArray:
    """Return texts with LF instead of CR LF, and of CR alone."""
    if not re.search(b"\r", in_bytes(Texts(texts)).data.data):
        return texts
    return compute.replace_substring(compute.replace_substring(texts, "\r\n", "\n"), "\r", "\n")


def _of_distinct(values: pa.Array) -> Sequence[str]:
    """Return values of which none is missing and none is a fraction as texts."""
    kind = values.type
    if pa.types.is_integer(kind):
        return Texts(values.cast(pa.large_string()))
    if pa.types.is_date(kind):
        return _of_moments(values.cast(pa.date32()).cast(pa.timestamp("s")))
    if pa.types.is_timestamp(kind) and kind.tz is None:
        return _of_moments(values)
    return list(map(text_of, values.to_pylist()))


def _of_fractions(values: pa.DoubleArray) -> Sequence[str]:
    texts = values.cast(pa.large_string())
    others = in_numpy(compute.match_substring_regex(texts, _NO_PLAIN_NUMBER))
    return _with_others(texts, others, lambda row: text_of(values[row].as_py()))


def _of_moments(values: pa.TimestampArray) -> Sequence[str]:
    """Return moments as texts; Arrow writes whole seconds of years with four digits."""
    whole = values.cast(pa.timestamp("s"), safe=False)
    seconds = in_numpy(whole.view(pa.int64()))
    texts = compute.replace_substring(whole.cast(pa.large_string()), " 00:00:00", "")
    texts = compute.replace_substring(texts, " ", "T")
    is_far = (seconds < _YEAR_1) | (seconds >= _YEAR_10000)
    is_broken = in_numpy(compute.not_equal(whole.cast(values.type), values))

    def other(row: int) -> str:
        return _far(seconds[row]) if is_far[row] else text_of(values[row].as_py())

    return _with_others(texts, is_far | is_broken, other)


def _with_others(
    texts: pa.LargeStringArray, others: NDArray[np.bool_], write: Callable[[int], str]
) -> Sequence[str]:
    """Return texts, those of other rows as they are written one by one."""
    if not others.any():
        return Texts(texts)
    found: list[str] = texts.to_pylist()
    for row in others.nonzero()[0].tolist():
        found[row] = write(row)
    return found


def _far(seconds: np.int64) -> str:
    """Return a moment before the year 1, its year with four digits, or after 9999.

    NumPy lets the minus be one of the four.
    """
    text = str(seconds.view("datetime64[s]")).removesuffix("T00:00:00")
    year, *rest = text[1:].split("-") if text.startswith("-") else [""]
    return f"-{year:0>4}-{'-'.join(rest)}" if rest else text
