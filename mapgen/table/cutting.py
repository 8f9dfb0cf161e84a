"""Cuts the records of a text into columns of cells, most texts at the speed of a copy."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapgen.table.records import Records

_AT_ONCE = 20_000  # records; what is copied of them on the way stays small
_ENOUGH = 200_000  # records that show whether the texts of a column repeat themselves
_FEW = 0.6  # distinct texts in each
_MARK = 0x1F  # stands between cells while they are cut; a text that has it is read the long way
_BREAK, _QUOTE = b'\n"'
# Bytes that white space may begin or end with.
_MAY_BE_WHITE = np.isin(np.arange(256), [*range(9, 14), 0x1C, 0x1D, 0x1E, 0x20, *range(0x80, 256)])


def columns(records: Records) -> list[list[str]]:
    """Return the columns of all records, the header and blank ones too, as wide as the header.

    Cells have no outer white space.
    """
    width = int(records.cells[records.header])
    even = bool((records.cells == width).all())
    if records.neat and even and bytes([_MARK]) not in records.data:
        return _cut(records, width)
    return _parsed(records, width)


def _cut(records: Records, width: int) -> list[list[str]]:
    """Cut where the marks are: each record has `width` cells, and quotes stand at their edges."""
    found = [_Column() for _ in range(width)]
    for first in range(0, len(records.ends), _AT_ONCE):
        last = min(first + _AT_ONCE, len(records.ends)) - 1
        begin, end = int(records.starts[first]), int(records.ends[last]) + 1
        ends = records.ends[first : last + 1]
        marks = records.marks[first * (width - 1) : (last + 1) * (width - 1)]
        edges = np.column_stack([marks.reshape(len(ends), width - 1), ends]).ravel() - begin
        piece = np.frombuffer(records.data, np.uint8, end - begin, begin).copy()
        white, quoted = _is_white(piece, edges), _quoted_columns(piece, edges, width)
        piece[edges] = _MARK
        cells = piece.tobytes().decode().split(chr(_MARK))
        for place, column in enumerate(found):
            part = cells[place:-1:width]
            if place in quoted:
                part = [_unquoted(cell) if cell[:1] == '"' else cell for cell in part]
            column.add(list(map(str.strip, part)) if white else part)
    return [column.texts for column in found]


class _Column:
    """The texts of a column; those that repeat themselves are one object, for most columns do."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._known: dict[str, str] | None = {}

    def add(self, texts: list[str]) -> None:
        if self._known is None:
            self.texts.extend(texts)
            return
        self.texts.extend(map(self._known.setdefault, texts, texts))
        if len(self.texts) >= _ENOUGH and len(self._known) > _FEW * len(self.texts):
            self._known = None


def _is_white(piece: NDArray[np.uint8], edges: NDArray[np.int64]) -> bool:
    """Tell whether any cell may have white space at one of its ends."""
    ends = np.concatenate([piece[:1], piece[edges[:-1] + 1], piece[edges[edges > 0] - 1]])
    return bool(_MAY_BE_WHITE[ends[ends != _BREAK]].any())  # a break is the end of a blank cell


def _quoted_columns(piece: NDArray[np.uint8], edges: NDArray[np.int64], width: int) -> set[int]:
    quotes = np.flatnonzero(piece == _QUOTE)
    return set(np.unique(edges.searchsorted(quotes) % width).tolist())


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"').strip()


def _parsed(records: Records, width: int) -> list[list[str]]:
    """Read cell by cell what people wrote by hand."""
    import pandas as pd  # noqa: PLC0415  (slow to import, and no message or help text needs it)

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
