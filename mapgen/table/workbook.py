"""Reads a sheet of a workbook (.xlsx, .xls, .ods) as a table of texts."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from mapgen.errors import Problem, TableError, quoted
from mapgen.guarded import Refused, allowance, run
from mapgen.guarded.limits import NAMED_COLUMNS
from mapgen.table import Table
from mapgen.table.contents import refused
from mapgen.table.excel import Marks, first_sheet, read_marks
from mapgen.table.grid import named, refuse_long, refuse_twins, refuse_wide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_LISTED = 10


def read(data: bytes, *, file: str, folder: Path, sheet: str = "") -> Table:
    """Return the table of a sheet, by default of the first one with a header and rows.

    Cells become texts: dates as in 2012-07-01, dates that show a month or a year alone as 2012-07
    or 2012, times as in 13:30, whole numbers without a point, truth as yes or no. A cell that was
    merged over several rows counts for each of them. Raises TableError.
    """
    early = _Early(data)
    early.start()
    try:
        sheet_read = run("sheets", data, sheet, allowed=allowance(len(data)))
    except Refused as error:
        raise refused(file, error.message, error.cure) from error
    found = _Sheet(**sheet_read)
    called = f"{file}, sheet {found.name}" if found.several else file
    return _table(found, early.marks_of(found.name), file=called, folder=folder)


class _Early(Thread):
    """Reads the marks of the first sheet, most often the one, while a child reads the cells."""

    def __init__(self, data: bytes) -> None:
        super().__init__(daemon=True)
        self._data = data
        self._marks: dict[str, Marks] = {}

    def run(self) -> None:
        with suppress(Exception):  # what is wrong is told where the marks are asked for
            first = first_sheet(self._data)
            self._marks[first] = read_marks(self._data, first)

    def marks_of(self, sheet: str) -> Marks:
        """Return the marks of a sheet once they are read."""
        self.join()
        return self._marks.get(sheet) or read_marks(self._data, sheet)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """The texts of a sheet from its first row and column on, with the place of the header."""

    name: str
    several: bool
    rows: list[list[str]]
    header: int
    others: list[str]

    @property
    def names(self) -> list[str]:
        return [" ".join(text.split()) for text in self.rows[self.header]]


def _table(found: _Sheet, marks: Marks, *, file: str, folder: Path) -> Table:
    names, header_line = found.names, found.header + 1
    refuse_wide(len(list(filter(None, names))), NAMED_COLUMNS, line=header_line, file=file)
    refuse_twins(names, line=header_line, file=file)
    rows = list(_texts(found, marks))
    kept = [(line, cells) for line, cells in rows if any(cells)]
    if not kept:
        raise refused(file, "has a header but no rows", "write one event per line below it")
    _refuse_caption(names, kept, line=header_line, file=file)
    lines = tuple(line for line, _ in kept)
    columns: list[Sequence[str]] = list(zip(*(cells for _, cells in kept), strict=True))
    below, unnamed = named(names, columns, lines=lines, file=file)
    refuse_long(below, lines=lines, file=file)
    notes = [*_left_out(found.others, file), *unnamed, *_errors(marks, names, header_line, file)]
    return Table(
        file=file,
        folder=folder,
        cells=below,
        lines=lines,
        header_line=header_line,
        encoding="",
        delimiter="",
        blank=len(rows) - len(kept),
        notes=tuple(sorted(notes, key=lambda problem: problem.line or 0)),
    )


def _texts(found: _Sheet, marks: Marks) -> Iterator[tuple[int, list[str]]]:
    """Yield each row below the header with its number in the sheet, counted from 1."""
    for number, cells in enumerate(found.rows[found.header + 1 :], found.header + 2):
        for column, parts in marks.cut.get(number, {}).items():
            if column < len(cells):
                cells[column] = _cut(cells[column], parts)
        yield number, cells


def _cut(day: str, parts: int) -> str:
    """Leave out the day, or the month too, that a program added and does not show."""
    kept, added = day.split("-")[:parts], day.split("-")[parts:]
    return "-".join(kept) if set(added) == {"01"} else day


def _refuse_caption(
    names: list[str], rows: list[tuple[int, list[str]]], *, line: int, file: str
) -> None:
    """Refuse a caption in the place of the header: one name above rows of many cells."""
    wide = all(sum(map(bool, cells)) > 1 for _, cells in rows)
    if sum(map(bool, names)) == 1 and wide:
        name = quoted(next(filter(None, names)))
        message = f"the first row with text says only {name}, but the rows below have more cells"
        cure = "name every column in the header, and delete the rows above it"
        raise TableError([Problem(file=file, line=line, message=message, cure=cure)])


def _left_out(others: list[str], file: str) -> list[Problem]:
    """Warn of other sheets with rows, unless the author said which one counts."""
    if not others:
        return []
    several = len(others) > 1
    listed = ", ".join(map(quoted, others[:_LISTED]))
    return [
        Problem(
            file=file,
            message=f"the sheet{'s' * several} {listed} {'were' if several else 'was'} not read",
            cure='say which sheet holds the events, as in --sheet "Events"',
            severity="warning",
        )
    ]


def _errors(marks: Marks, names: list[str], header_line: int, file: str) -> list[Problem]:
    """Warn of cells that show an error instead of a value; they are read as blank."""
    found = [(row, column, said) for row, column, said in marks.errors if row > header_line]
    if not found:
        return []
    row, column, said = found[0]
    more = f" (and {len(found) - 1} more cells like it)" if len(found) > 1 else ""
    return [
        Problem(
            file=file,
            line=row,
            column=names[column] if column < len(names) else None,
            message=f"the formula of this cell failed: it shows {said}{more}; it is read as blank",
            cure="mend the formula, or write the value itself",
            severity="warning",
        )
    ]
