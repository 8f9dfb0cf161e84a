"""The most that a file may ask for: figures far above any table of events, each with its reason."""

from __future__ import annotations

from typing import NamedTuple

_MB, _GB = 1_000_000, 1 << 30

CELLS = 20_000_000
"""Cells of one sheet: all the rows that Excel has, in 19 columns. They take about 2 GB."""

COLUMNS = 16_384
"""Columns of a sheet, most of them blank: as many as Excel and LibreOffice Calc have."""

NAMED_COLUMNS = 1_000
"""Columns with a name. Every one is looked at for dates and places, a thousand for seconds."""

LETTERS = 2_000_000
"""Characters of one cell: a book of 1,000 pages. Excel has room for 32,767."""

NAMES = 20_000
"""Files of an archive: a workbook has some twenty, a .kmz with photographs a few hundred."""

PIXELS = 150_000_000
"""Pixels of a picture, beyond those of any telephone. They take 0.6 GB while it is made small."""

GROUP_CELLS = 50_000_000
"""Cells of a row group of Parquet, which a worker holds at once; few writers let a group grow
beyond a million rows."""

STYLES = 10 * _MB
"""Bytes of the lists in a workbook that tell how cells look. Excel has room for 65,490 styles."""


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


def unpacked(size: int) -> int:
    """Return to how many bytes an archive of so many may unpack: workbooks hold 5 to 40 times."""
    return max(20 * _MB, 100 * size)


def unpacked_kml(size: int) -> int:
    """Return to how many bytes the document of a .kmz may unpack: it is read here, and no child."""
    return min(max(5 * _MB, 20 * size), 500 * _MB)
