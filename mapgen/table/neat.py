"""Reads a large CSV that a program wrote, in columns, by the reader of Arrow."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
from pyarrow import compute, csv

from mapgen.columns import encoded
from mapgen.guarded.limits import COLUMNS
from mapgen.table.grid import Grid, filled_rows, names_of, refuse_empty, refuse_wide
from mapgen.table.records import are_at_edges, cells_in, first_record, is_filled
from mapgen.table.text import with_plain_breaks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_BLOCK = 1 << 22  # bytes that are read at once
_QUOTE = ord('"')
_EMPTY_LINES = re.compile(rb"\n*")


def read(data: bytes, delimiter: str, *, file: str) -> Grid | None:
    """Read a text in UTF-8 whose last line ends too, None where it is not neat.

    It is neat where each record has as many cells as the first, no lines are empty but the first
    and the last ones, and quotation marks stand only at the ends of a cell, or twice within one.
    Raises TableError for names of columns that no table has, and for a table without rows.
    """
    if b"\r" in data:
        data = with_plain_breaks(data)
    above = next(_EMPTY_LINES.finditer(data)).end()
    quotes = (np.frombuffer(data, np.uint8) == _QUOTE).nonzero()[0]
    first = first_record(data, above)
    if len(quotes) % 2 or not is_filled(first) or not are_at_edges(data, quotes, delimiter):
        return None
    width = cells_in(first, delimiter)
    refuse_wide(width, COLUMNS, line=above + 1, file=file)
    found = _parsed(data, delimiter, width, has_quotes=bool(len(quotes)))
    if found is None or width == 1:
        return None
    header = [str(column[0]) for column in found.columns]
    arrays = [_combined(column.slice(1)) for column in found.columns]
    within = _breaks_within(arrays) if len(quotes) else np.zeros(len(arrays[0]), np.int64)
    below = data.count(b"\n") - above - 1 - _breaks(header) - len(within) - int(within.sum())
    if below and not data.endswith(b"\n" * (below + 1)):
        return None
    grid = Grid(
        names=names_of(header, line=above + 1, file=file),
        header_line=above + 1,
        columns=[_trimmed(array) for array in arrays],
        lines=_lines(within, above + 2 + _breaks(header)),
        blank=0,
        longest=max(int(compute.max(compute.binary_length(each)).as_py() or 0) for each in arrays),
    )
    kept = filled_rows(grid.columns)
    refuse_empty(kept, file=file)
    return replace(grid.only(kept), blank=above + below + int((~kept).sum()))


def _parsed(data: bytes, delimiter: str, width: int, *, has_quotes: bool) -> pa.Table | None:
    """Return all records with the header, None where one has more or fewer cells than `width`."""
    kinds = dict.fromkeys([f"f{place}" for place in range(width)], pa.large_string())
    try:
        found = csv.read_csv(
            pa.BufferReader(data),
            csv.ReadOptions(autogenerate_column_names=True, block_size=_BLOCK),
            csv.ParseOptions(delimiter=delimiter, newlines_in_values=has_quotes),
            csv.ConvertOptions(column_types=kinds, strings_can_be_null=False, check_utf8=False),
        )
    except pa.ArrowInvalid:
        return None
    return found if found.schema.types == list(kinds.values()) else None


def _combined(column: pa.ChunkedArray) -> pa.LargeStringArray:
    whole = column.combine_chunks()
    return whole if isinstance(whole, pa.Array) else pa.concat_arrays(whole.chunks)


def _breaks(header: list[str]) -> int:
    return sum(name.count("\n") for name in header)


def _breaks_within(arrays: list[pa.LargeStringArray]) -> NDArray[np.int64]:
    """Return how many line ends the cells of each row hold."""
    counts = [compute.count_substring(array, "\n").to_numpy() for array in arrays]
    total: NDArray[np.int64] = np.sum(counts, axis=0, dtype=np.int64)
    return total


def _lines(within: NDArray[np.int64], first: int) -> Sequence[int]:
    if not within.any():
        return range(first, first + len(within))
    found: list[int] = (np.cumsum(within + 1) - within - 1 + first).tolist()
    return tuple(found)


def _trimmed(array: pa.LargeStringArray) -> Sequence[str]:
    """Return a column without white space around its texts, which is what `str.strip` takes."""
    return encoded(compute.utf8_trim_whitespace(array))
