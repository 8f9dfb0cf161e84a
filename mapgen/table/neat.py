"""Reads a large CSV that a program wrote, in columns, by the reader of Arrow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
from pyarrow import compute, csv

from mapgen.columns import encoded, in_numpy, longest, stripped
from mapgen.guarded.limits import COLUMNS
from mapgen.regex import regex
from mapgen.table.grid import Grid, filled_rows, names_of, refuse_empty, refuse_wide
from mapgen.table.records import are_at_edges, cells_in, first_record, is_filled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_BLOCK = 1 << 30  # bytes that are read at once: of most files all, so that nothing is put together
_PIECE = 1 << 18  # bytes that are searched at once: they stay in the processor's cache
_QUOTE = ord('"')
_EMPTY_LINES = regex(rb"[\r\n]*")


def read(data: bytes, delimiter: str, *, file: str) -> Grid | None:
    """Read a text in UTF-8 whose last line ends too, all in LF or CR LF; None if it is not neat.

    It is neat where each record has as many cells as the first, no lines are empty but the first
    and the last ones, and quotation marks stand only at the ends of a cell, or twice within one.
    Raises TableError for names of columns that no table has, and for a table without rows.
    """
    begin = next(_EMPTY_LINES.finditer(data)).end()
    above = data.count(b"\n", 0, begin)
    first, has_quotes = first_record(data, begin), b'"' in data
    if not is_filled(first) or (has_quotes and not _is_tidy(data, delimiter)):
        return None
    width = cells_in(first, delimiter)
    refuse_wide(width, COLUMNS, line=above + 1, file=file)
    columns = _parsed(data, delimiter, width, has_quotes=has_quotes)
    if not columns or width == 1:
        return None
    header = [str(column[0]) for column in columns]
    within = np.zeros(len(columns[0]) - 1, np.int64)
    if has_quotes:
        for column in columns:
            counts = compute.count_substring(column.slice(1), "\n")
            within += np.concatenate([in_numpy(part) for part in counts.chunks])
    below = data.count(b"\n") - above - 1 - _breaks(header) - len(within) - int(within.sum())
    if below and _breaks_at_end(data[-2 * (below + 1) :]) <= below:
        return None
    texts = _kept(columns, has_returns=has_quotes and b"\r" in data)
    grid = Grid(
        names=names_of(header, line=above + 1, file=file),
        header_line=above + 1,
        columns=texts,
        lines=_lines(within, above + 2 + _breaks(header)),
        blank=0,
        longest=max(map(longest, texts)),
    )
    kept = filled_rows(grid.columns)
    refuse_empty(kept, file=file)
    return replace(grid.only(kept), blank=above + below + int((~kept).sum()))


def _is_tidy(data: bytes, delimiter: str) -> bool:
    """Tell whether quotation marks stand only at the ends of a cell, or twice within one."""
    codes = np.frombuffer(data, np.uint8)
    pieces = range(0, len(codes), _PIECE)
    quotes = np.concatenate(
        [(codes[at : at + _PIECE] == _QUOTE).nonzero()[0] + at for at in pieces]
    )
    return len(quotes) % 2 == 0 and are_at_edges(data, quotes, delimiter)


def _parsed(data: bytes, delimiter: str, width: int, *, has_quotes: bool) -> list[pa.ChunkedArray]:
    """Return the columns with the header, none where a record has not `width` cells."""
    kinds = dict.fromkeys([f"f{place}" for place in range(width)], pa.large_string())
    try:
        found = csv.read_csv(
            pa.BufferReader(data),
            csv.ReadOptions(autogenerate_column_names=True, block_size=min(_BLOCK, len(data))),
            csv.ParseOptions(delimiter=delimiter, newlines_in_values=has_quotes),
            csv.ConvertOptions(column_types=kinds, strings_can_be_null=False, check_utf8=False),
        )
    except pa.ArrowInvalid:
        return []
    columns: list[pa.ChunkedArray] = found.columns
    return columns if found.schema.types == list(kinds.values()) else []


def _breaks(header: list[str]) -> int:
    return sum(name.count("\n") for name in header)


def _lines(within: NDArray[np.int64], first: int) -> Sequence[int]:
    if not within.any():
        return range(first, first + len(within))
    found: list[int] = (np.cumsum(within + 1) - within - 1 + first).tolist()
    return tuple(found)


def _breaks_at_end(data: bytes) -> int:
    return data[len(data.rstrip(b"\r\n")) :].count(b"\n")


def _kept(columns: list[pa.ChunkedArray], *, has_returns: bool) -> list[Sequence[str]]:
    """Return columns below their first cells, without white space around texts.

    Lines within a cell end in LF; where it `has_returns`, they may have a CR before. A column is
    forgotten as soon as it has been read: all of them are as large as the file.
    """
    found: list[Sequence[str]] = []
    while columns:
        parts = columns.pop(0).slice(1).chunks
        array = parts[0] if len(parts) == 1 else pa.concat_arrays(parts)
        del parts
        if has_returns and compute.any(compute.match_substring(array, "\r")).as_py():
            array = compute.replace_substring(array, "\r\n", "\n")
        found.append(encoded(stripped(array)))
    pa.default_memory_pool().release_unused()
    return found
