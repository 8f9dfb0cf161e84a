"""Cuts the records of a text into columns of cells, most of them without a look at each cell."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from mapgen.coded import MIXED, Coded, Texts, each, numbered
from mapgen.table.text import with_plain_breaks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapgen.table.records import Records

    _Places = NDArray[np.int64]
    _Words = list[NDArray[np.uint64]]

_WORD = 8  # bytes that are compared at once
_LONGEST = 4 * _WORD  # bytes; longer texts hardly repeat themselves
_STRETCH = 50_000  # rows that are compared at once, so that they stay in the processor's cache
_FEW = 0.6  # distinct texts in each row; where there are more, a column is kept as it is
_PADDED = 200  # blanks at an end that are taken away one by one, of all cells at once
_KEPT = np.array([(1 << 8 * size) - 1 for size in range(_WORD + 1)], np.uint64)  # bytes of a word
_QUOTE = ord('"')
# White space as str.strip knows it: in ASCII, and beyond by the bytes that it begins and ends with.
_WHITE, _DOUBTFUL = 1, 2
_ASCII_WHITE = [*range(9, 14), *range(0x1C, 0x21)]
_OTHER_WHITE = [
    chr(code).encode()
    for code in (0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
]


def _marked(place: int) -> NDArray[np.uint8]:
    """Return what each byte says of a text that begins (0) or ends (-1) with it."""
    marks = np.zeros(256, np.uint8)
    marks[[letter[place] for letter in _OTHER_WHITE]] = _DOUBTFUL
    marks[_ASCII_WHITE] = _WHITE
    return marks


_BEGINS, _ENDS = _marked(0), _marked(-1)


def header(records: Records) -> list[str]:
    """Return the cells of the header, without outer white space.

    They are cut at once, as if they stood below each other, for a text may have thousands.
    """
    record, width = records.header, int(records.cells[records.header])
    if not records.neat:
        return [name for (name,) in _parsed(records.text(record).encode(), records, width)]
    start, end = records.starts[record : record + 1], records.ends[record : record + 1]
    first = int(records.marks.searchsorted(start[0]))
    marks = records.marks[first : first + width - 1]
    return list(_column(records, np.append(start, marks + 1), np.append(marks, end)))


def columns(records: Records) -> list[Sequence[str]]:
    """Return the columns of all records below the header, blank ones too.

    There are as many as the header has cells. Cells have no outer white space. A column whose texts
    repeat themselves is Coded; one whose texts are as they stand in the file is Texts.
    """
    first, width = records.header + 1, int(records.cells[records.header])
    if records.neat and bool((records.cells == width).all()):
        return _cut(records, width, first)
    return [column[first:] for column in _parsed(records.data, records, width)]


def _cut(records: Records, width: int, first: int) -> list[Sequence[str]]:
    """Return the columns from a record on, where cells are where the marks are."""
    marks = records.marks.reshape(len(records.ends), width - 1)[first:]
    edges = [records.starts[first:] - 1, *marks.T, records.ends[first:]]
    begins, ends = [mark + 1 for mark in edges[:-1]], edges[1:]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # NumPy works outside of Python's lock
        return list(pool.map(partial(_column, records), begins, ends))


def _column(records: Records, begins: _Places, ends: _Places) -> Sequence[str]:
    """Return the texts between some places, without quotation marks and white space around them."""
    data, quotes, doubled = records.data, records.quotes, False
    if len(quotes):
        # A blank cell begins with the mark that ends it.
        quoted = np.frombuffer(data, np.uint8)[begins] == _QUOTE
        begins, ends = begins + quoted, ends - quoted
        doubled = bool((quotes.searchsorted(begins) < quotes.searchsorted(ends)).any())
    begins, ends = _trimmed(data, begins, ends)
    found = _coded(data, begins, ends) or Texts(data, begins, ends)
    return each(found, lambda text: text.replace('""', '"')) if doubled else found


def _trimmed(data: bytes, begins: _Places, ends: _Places) -> tuple[_Places, _Places]:
    """Return where texts begin and end without white space around them."""
    codes = np.frombuffer(data, np.uint8)
    marks = _BEGINS[codes.take(begins)] | _ENDS[codes.take(ends - 1)]
    odd = ((marks > 0) & (begins < ends)).nonzero()[0]
    if not len(odd):
        return begins, ends
    begins, ends = begins.copy(), ends.copy()
    rows = odd
    for _ in range(_PADDED):
        rows = rows[(begins[rows] < ends[rows]) & (_BEGINS[codes[begins[rows]]] == _WHITE)]
        if not len(rows):
            break
        begins[rows] += 1
    rows = odd
    for _ in range(_PADDED):
        rows = rows[(begins[rows] < ends[rows]) & (_ENDS[codes[ends[rows] - 1]] == _WHITE)]
        if not len(rows):
            break
        ends[rows] -= 1
    rest = (_BEGINS[codes[begins[odd]]] | _ENDS[codes[ends[odd] - 1]]) > 0  # doubtful, or too many
    for row in odd[rest & (begins[odd] < ends[odd])].tolist():
        begin, text = int(begins[row]), data[begins[row] : ends[row]].decode()
        left = len(text) - len(text.lstrip())
        begins[row] = begin + len(text[:left].encode())
        ends[row] = begins[row] + len(text.strip().encode())
    return begins, ends


def _coded(data: bytes, begins: _Places, ends: _Places) -> Coded[str] | None:
    """Return the texts of a column as numbers, without any text but the distinct ones.

    None where they are too long for that, or where hardly one is there twice.
    """
    longest = int((ends - begins).max(initial=0))
    if not len(begins) or longest > _LONGEST:
        return None
    words = _words(data, begins, ends - begins, max(1, -(-longest // _WORD)))
    hashed = words[0]
    for word in words[1:]:
        hashed = (hashed ^ (hashed >> np.uint64(29))) * np.uint64(MIXED) + word
    codes, first = numbered(hashed)
    alike = all(bool((word[first][codes] == word).all()) for word in words)
    if not alike or len(first) > max(_FEW * len(codes), 1):
        return None
    texts = np.column_stack([word[first] for word in words]).astype("<u8")
    distinct = texts.view(f"S{_WORD * len(words)}").ravel().tolist()
    return Coded([text.decode() for text in distinct], codes)


def _words(data: bytes, begins: _Places, sizes: _Places, count: int) -> _Words:
    """Return the bytes of each text as 64-bit numbers, NUL after its end: no text has a NUL."""
    tail = max(0, len(data) - _LONGEST - _WORD)  # from here on, a word may reach beyond the data
    padded, last = data[tail:] + bytes(_LONGEST + _WORD), int(begins.searchsorted(tail))
    parts = [(data, 0, slice(at, min(at + _STRETCH, last))) for at in range(0, last, _STRETCH)]
    found = [np.empty(len(begins), np.uint64) for _ in range(count)]
    for source, moved, rows in (*parts, (padded, tail, slice(last, None))):
        for number, word in enumerate(found):
            begin = number * _WORD
            kept = _KEPT[(sizes[rows] - begin).clip(0, _WORD)]
            word[rows] = _at(source, begins[rows] + (begin - moved)) & kept
    return found


def _at(data: bytes, places: _Places) -> NDArray[np.uint64]:
    """Return the eight bytes from each place on."""
    if not len(places):
        return np.empty(0, np.uint64)
    everywhere = np.ndarray((len(data) - _WORD + 1,), "<u8", data, strides=(1,))
    return everywhere[places]


def _parsed(data: bytes, records: Records, width: int) -> list[list[str]]:
    """Read cell by cell what people wrote by hand: one record or all."""
    import pandas as pd  # noqa: PLC0415  (slow to import, and no other text needs it)

    grid = pd.read_csv(
        BytesIO(with_plain_breaks(data)),
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
