"""Cuts the bytes of a CSV file into blocks of whole records, wherever its quoted cells end."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np

from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_Places = np.ndarray[Any, np.dtype[np.int64]]

_BREAK, _RETURN, _QUOTE = b'\n\r"'
# What may stand before an opening mark and behind a closing one; 0xBF ends a byte order mark.
_EDGES = np.frombuffer(b'\n\r",;\t| \xbf', np.uint8)
_FILLED = regex(rb'[^\s",;|]')
_SEPARATOR_LINE = regex(rb'(?:\xef\xbb\xbf)?"?sep=.?"?\s*', re.IGNORECASE)
_SAMPLE = 4096


@dataclass(frozen=True, slots=True)
class Seen:
    """What a stretch of a file shows if it begins outside (0) or inside (1) of a quoted cell.

    `quotes` and `lines` count its quotation marks and line ends. `starts` tells for either case
    how many bytes lie before the first record that begins in it, None where none does, and
    `passed` how many line ends are among them. `tidy` tells whether every mark stands at the edge
    of a cell.
    """

    quotes: int
    lines: int
    starts: tuple[int | None, int | None]
    passed: tuple[int, int]
    tidy: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Cut:
    """Whole records of a file: from byte `start` to before `end`, the first on `line` (from 1)."""

    start: int
    end: int
    line: int


def can_be_cut(sample: bytes, encoding: str) -> bool:
    """Tell whether a byte of the file that looks like a quotation mark or a line end is one."""
    plain = not encoding
    with suppress(Exception):  # whatever a codec raises; the reading of the table tells it
        plain = plain or '\n",'.encode(encoding) == b'\n",'
    return plain and b"\0" not in sample[:_SAMPLE] and not sample.startswith((b"\xff", b"\xfe"))


def look(data: bytes, *, before: bytes = b"\n", after: bytes = b"\n") -> Seen:
    """Look at a stretch of a file that has one byte `before` and one `after` it."""
    codes = np.frombuffer(before + data + after, np.uint8)
    inner = codes[1:-1]
    quotes = np.flatnonzero(inner == _QUOTE)
    breaks = np.flatnonzero(inner == _BREAK)
    lone = np.flatnonzero((inner == _RETURN) & (codes[2:] != _BREAK))  # ends a line, as in a table
    firsts = [_first_outside(breaks, quotes, inside) for inside in (0, 1)]
    passed = [0 if at is None else int((breaks < at).sum() + (lone < at).sum()) for at in firsts]
    return Seen(
        quotes=len(quotes),
        lines=len(breaks) + len(lone),
        starts=(firsts[0], firsts[1]),
        passed=(passed[0], passed[1]),
        tidy=(_is_tidy(codes, quotes, 0), _is_tidy(codes, quotes, 1)),
    )


def cut(seen: Sequence[Seen], sizes: Sequence[int]) -> list[Cut]:
    """Return the blocks of a file whose stretches, of these sizes, follow one another.

    A file with a quotation mark inside of an unquoted cell is one block, and so is one whose last
    quoted cell is open: only a reader that sees all of it can say what is meant.
    """
    total = sum(sizes)
    insides = [marks % 2 for marks in accumulate((each.quotes for each in seen), initial=0)]
    tidy = all(each.tidy[inside] for each, inside in zip(seen, insides, strict=False))
    if not tidy or insides[-1]:
        return [Cut(0, total, 1)]
    borders = [(0, 1)]
    offset, line = 0, 1
    for each, inside, size in zip(seen, insides, sizes, strict=False):
        start = each.starts[inside]
        if offset and start is not None and offset + start < total:
            borders.append((offset + start, line + each.passed[inside]))
        offset, line = offset + size, line + each.lines
    ends = [*(start for start, _ in borders[1:]), total]
    return [Cut(start, end, at) for (start, at), end in zip(borders, ends, strict=True)]


def header(data: bytes) -> bytes:
    """Return the beginning of a file up to the end of its first record with text."""
    codes = np.frombuffer(data, np.uint8)
    quotes, breaks = np.flatnonzero(codes == _QUOTE), np.flatnonzero(codes == _BREAK)
    begin = 0
    for end in (breaks[quotes.searchsorted(breaks) % 2 == 0] + 1).tolist():
        record = data[begin:end]
        if _FILLED.search(record) and not (begin == 0 and _SEPARATOR_LINE.fullmatch(record)):
            return data[:end]
        begin = end
    return data


def _first_outside(breaks: _Places, quotes: _Places, inside: int) -> int | None:
    outside = breaks[(quotes.searchsorted(breaks) + inside) % 2 == 0]
    return int(outside[0]) + 1 if len(outside) else None


def _is_tidy(codes: np.ndarray[Any, np.dtype[np.uint8]], quotes: _Places, inside: int) -> bool:
    """Tell whether every mark stands at the edge of a cell; `quotes` count from codes[1]."""
    opening, closing = quotes[inside::2], quotes[1 - inside :: 2]
    neighbours = np.concatenate([codes[opening], codes[closing + 2]])
    return bool(np.isin(neighbours, _EDGES).all())
