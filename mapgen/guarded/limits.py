"""The most that a file may ask for: figures far above any table of events, each with its reason."""

from __future__ import annotations

from typing import NamedTuple

_MB, _GB = 1_000_000, 1 << 30

CELLS = 20_000_000
"""Cells of one sheet: all the rows that Excel has, in 19 columns. They take about 2 GB."""

COLUMNS = 16_384
"""Columns of a table: as many as Excel and LibreOffice Calc have."""


class Allowance(NamedTuple):
    """What a child may use: bytes of memory and seconds of the clock."""

    memory: int
    seconds: float


def allowance(size: int) -> Allowance:
    """Return what a file of so many bytes may use.

    A workbook of 3 MB with 50,000 rows takes 0.2 GB and a second. A busy machine may be ten times
    as slow as an idle one.
    """
    return Allowance(min(_GB + 150 * size, 6 * _GB), 6 + 2.5 * size / _MB)
