"""Cuts the records of a text into columns of cells, most of them without a look at each cell."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mapgen.coded import Coded, coded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapgen.table.records import Records

    _Places = NDArray[np.int64]
    _Words = list[NDArray[np.uint64]]

_WORD = 8  # bytes that are compared at once
_LONGEST = 4 * _WORD  # bytes; longer texts hardly repeat themselves
_STRETCH = 5_000  # rows whose texts are cut at once, so that they stay in the processor's cache
_FEW = 0.6  # distinct texts in each row; where there are more, a column is kept as it is
_KEPT = np.array([(1 << 8 * size) - 1 for size in range(_WORD + 1)], np.uint64)  # bytes of a word
_MIXED = np.uint64(0x9E3779B97F4A7C15)  # 2**64 by the golden ratio, and odd
_QUOTE = ord('"')
# Bytes that white space may begin or end with.
_MAY_BE_WHITE = np.isin(np.arange(256), [*range(9, 14), *range(0x1C, 0x21), *range(0x80, 256)])


def columns(records: Records) -> list[Sequence[str]]:
    """Return the columns of all records, the header and blank ones too, as wide as the header.

    Cells have no outer white space. A column whose texts repeat themselves is Coded.
    """
    width = int(records.cells[records.header])
    if records.neat and bool((records.cells == width).all()):
        marks = records.marks.reshape(len(records.ends), width - 1)
        edges = np.column_stack([records.starts - 1, marks, records.ends])
        return [_column(records, *edges[:, n : n + 2].T) for n in range(width)]
    return _parsed(records, width)


def _column(records: Records, before: _Places, ends: _Places) -> Sequence[str]:
    """Return the texts between two marks of each record."""
    begins, bytes_ = before + 1, np.frombuffer(records.data, np.uint8)
    filled = begins < ends
    firsts, lasts = bytes_[begins[filled]], bytes_[ends[filled] - 1]
    white = _MAY_BE_WHITE[firsts].any() or _MAY_BE_WHITE[lasts].any()
    clean = _cleaned if (firsts == _QUOTE).any() else str.strip if white else None
    found = _coded(records.data, begins, ends)
    if found is None:
        texts = _texts(records.data, begins, ends)
        return list(map(clean, texts)) if clean else texts
    return _again(found.each(clean)) if clean else found


def _texts(data: bytes, begins: _Places, ends: _Places) -> list[str]:
    """Return the texts between some places, from a stretch of the data at a time."""
    texts: list[str] = []
    for row in range(0, len(begins), _STRETCH):
        rows = slice(row, row + _STRETCH)
        first, last = int(begins[row]), int(ends[rows][-1])
        spans = zip((begins[rows] - first).tolist(), (ends[rows] - first).tolist(), strict=True)
        part = data[first:last]
        if part.isascii():
            text = part.decode()
            texts += [text[begin:end] for begin, end in spans]
        else:
            texts += [part[begin:end].decode() for begin, end in spans]
    return texts


def _cleaned(cell: str) -> str:
    """Take off the quotation marks of a cell and the white space around it."""
    return (cell[1:-1].replace('""', '"') if cell[:1] == '"' else cell).strip()


def _again(column: Coded[str]) -> Coded[str]:
    """Return a column whose values became alike with each of them once again."""
    merged = coded(column.distinct)
    return Coded(merged.distinct, merged.codes[column.codes])


def _coded(data: bytes, begins: _Places, ends: _Places) -> Coded[str] | None:
    """Return the texts of a column as numbers, without any text but the distinct ones.

    None where they are too long for that, or where hardly one is there twice.
    """
    longest = int((ends - begins).max())
    if longest > _LONGEST:
        return None
    words = _words(data, begins, ends - begins, max(1, -(-longest // _WORD)))
    hashed = words[0]
    for word in words[1:]:
        hashed = (hashed ^ (hashed >> np.uint64(29))) * _MIXED + word
    codes, _ = pd.factorize(hashed)
    first = np.empty(int(codes.max()) + 1, np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    alike = all(bool((word[first][codes] == word).all()) for word in words)
    if not alike or len(first) > max(_FEW * len(codes), 1):
        return None
    texts = np.column_stack([word[first] for word in words]).astype("<u8")
    distinct = texts.view(f"S{_WORD * len(words)}").ravel().tolist()
    return Coded([text.decode() for text in distinct], codes)


def _words(data: bytes, begins: _Places, sizes: _Places, count: int) -> _Words:
    """Return the bytes of each text as 64-bit numbers, NUL after its end: no text has a NUL."""
    tail = max(0, len(data) - _LONGEST - _WORD)  # from here on, a word may reach beyond the data
    at_end = begins >= tail
    padded = data[tail:] + bytes(_LONGEST + _WORD)
    found = []
    for number in range(count):
        begin = number * _WORD
        kept = _KEPT[(sizes - begin).clip(0, _WORD)]
        word = np.empty(len(begins), np.uint64)
        word[~at_end] = _at(data, begins[~at_end] + begin)
        word[at_end] = _at(padded, begins[at_end] + begin - tail)
        found.append(word & kept)
    return found


def _at(data: bytes, places: _Places) -> NDArray[np.uint64]:
    """Return the eight bytes from each place on."""
    if not len(places):
        return np.empty(0, np.uint64)
    everywhere = np.ndarray((len(data) - _WORD + 1,), "<u8", data, strides=(1,))
    return everywhere[places]


def _parsed(records: Records, width: int) -> list[Sequence[str]]:
    """Read cell by cell what people wrote by hand."""
    grid = pd.read_csv(
        BytesIO(records.data),
        sep=records.delimiter,
        header=None,
        names=range(width),
        # With `usecols`, rows that are too long are cut instead of refused; widths.py tells.
        usecols=range(width),
        index_col=False,
        dtype=object,
        na_filter=False,
        skip_blank_lines=False,
        skipinitialspace=True,
        lineterminator="\n",
        low_memory=False,
    )
    return [list(map(str.strip, grid[column])) for column in grid]
