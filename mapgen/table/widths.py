"""Compares the cells of each row with the names in the header."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from mapgen.errors import Problem, TableError
from mapgen.table.notes import is_note

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mapgen.table.records import Records

_OTHERS = 3  # rows that are short, after which the last one is no sign of anything


def crowded(records: Records, rows: NDArray[np.int64], *, file: str) -> dict[int, Problem]:
    """Return an error for each of the rows with more cells than the header has names.

    Raises TableError when all of them have.
    """
    width = int(records.cells[records.header])
    found = rows[records.cells[rows] > width].tolist()
    # Some programs end every row with delimiters; in a single row they tell of a stray one before.
    if len(found) == len(rows):
        blank = f'{records.delimiter}" \t\u00a0'
        found = [row for row in found if records.beyond(row, width).strip(blank)]
    if len(found) == len(rows) > 1:
        raise TableError([_narrow_header(records, found[0], file=file)])
    mark = "a tab" if records.delimiter == "\t" else f"'{records.delimiter}'"
    cure = f'put a text with {mark} in it in quotation marks ("..."), or delete the mark'
    return {row: _problem(records, row, "", cure, file=file) for row in found}


def short(
    records: Records, rows: NDArray[np.int64], *, file: str, ended: bool = True
) -> list[Problem]:
    """Return one warning for all rows with fewer cells than the header has names but notes.

    A last row of this kind whose line is not `ended` is one of its own: the file seems cut off.
    """
    width = int(records.cells[records.header])
    found = [
        row for row in rows[records.cells[rows] < width].tolist() if not _is_note(records, row)
    ]
    cut = _cut_off(records, found, last=int(rows[-1]), file=file) if not ended else []
    found = found[: len(found) - len(cut)]
    if not found:
        return cut
    more = f" (and {_count(len(found) - 1, 'more row')} like it)" if len(found) > 1 else ""
    cure = "the missing cells were read as blank; see that none is missing in the middle"
    problem = _problem(records, found[0], more, cure, file=file)
    return [dataclasses.replace(problem, severity="warning"), *cut]


def _cut_off(records: Records, found: list[int], *, last: int, file: str) -> list[Problem]:
    """Warn that the file seems to end in its last row.

    A program that leaves blank cells out does so in other rows too.
    """
    if not found or found[-1] != last or len(found) > _OTHERS:
        return []
    more = " and no line end: the file seems to be cut off here"
    cure = "save or download the whole file again, or write the rest of the row"
    problem = _problem(records, last, more, cure, file=file)
    return [dataclasses.replace(problem, severity="warning")]


def _is_note(records: Records, row: int) -> bool:
    return records.cells[row] == 1 and is_note(records.text(row).strip('" '))


def _problem(records: Records, row: int, more: str, cure: str, *, file: str) -> Problem:
    cells = _count(int(records.cells[row]), "cell")
    names = _count(int(records.cells[records.header]), "name")
    message = f"has {cells}, but the header has {names}{more}"
    return Problem(file=file, line=int(records.lines[row]), message=message, cure=cure)


def _narrow_header(records: Records, row: int, *, file: str) -> Problem:
    names = _count(int(records.cells[records.header]), "name")
    cells = _count(int(records.cells[row]), "cell")
    return Problem(
        file=file,
        line=int(records.lines[records.header]),
        message=f"the header has {names}, but every row has more cells (the first has {cells})",
        cure="name every column in the header, and delete lines above it",
    )


def _count(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"
