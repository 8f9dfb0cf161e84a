"""Reads the cells of a CSV record by record, however it was written."""

from __future__ import annotations

import csv
import sys
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from mapgen.columns import in_arrow
from mapgen.table.grid import Grid, filled_rows, names_of, refuse_empty
from mapgen.table.records import split
from mapgen.table.widths import crowded, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.table.records import Records
    from mapgen.table.text import Text


def read(text: Text, delimiter: str, *, file: str) -> Grid:
    """Read a text whose last line ends too.

    There are as many columns as the header has cells; where a record has fewer, the others are
    blank. Records that have more, or a NUL, are left out. Raises TableError when the text is no
    table, and for a quoted cell that does not end.
    """
    records = split(text.data, delimiter, file=file)
    first, header_line = records.header + 1, int(records.lines[records.header])
    cells = [name for (name,) in _read(records, records.header, first)]
    names = names_of(cells, line=header_line, file=file)
    grid = Grid(
        names=names,
        header_line=header_line,
        columns=[in_arrow(column) for column in _read(records, first, len(records.ends))],
        lines=tuple(records.lines[first:].tolist()),
        blank=0,
        longest=int((records.ends - records.starts).max()),
    )
    kept = filled_rows(grid.columns)
    refuse_empty(kept, file=file)
    rows = kept.nonzero()[0] + first
    too_long = crowded(records, rows, file=file)
    torn = {records.at(problem.line) for problem in text.problems if problem.line}
    kept[[row - first for row in {*too_long, *torn} if row >= first]] = False
    lacking = short(records, rows, file=file, ended=text.ended)
    return replace(
        grid.only(kept),
        blank=len(records.ends) - 1 - len(rows),
        problems=(*too_long.values(), *lacking),
    )


def _read(records: Records, first: int, end: int) -> list[list[str]]:
    width = int(records.cells[records.header])
    texts = map(records.text, range(first, end))
    with _cells_of_any_length():
        rows = csv.reader(texts, delimiter=records.delimiter, skipinitialspace=True)
        whole = [[*map(str.strip, row[:width]), *[""] * (width - len(row))] for row in rows]
    return [list(column) for column in zip(*whole, strict=True)] or [[] for _ in range(width)]


@contextmanager
def _cells_of_any_length() -> Iterator[None]:
    """Let the reader take cells that are longer than the 131,072 letters it takes of itself."""
    before = csv.field_size_limit(sys.maxsize)
    try:
        yield
    finally:
        csv.field_size_limit(before)
