"""Checks the names of the columns of a table, and drops the columns that have none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapgen.columns import distinct_of, filled, longest, rows_with, taken
from mapgen.errors import Problem, TableError
from mapgen.guarded.limits import COLUMNS, LETTERS, NAMED_COLUMNS
from mapgen.table.own_table import is_own, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of a text by columns, as they stand below its header.

    `lines` tells on which line each row begins, counted from 1; the header stands on
    `header_line`. `blank` counts the rows without any text that were taken out, `longest` is how
    many letters the longest cell has, or more. `problems` did not stop the reading.
    """

    names: list[str]
    header_line: int
    columns: list[Sequence[str]]
    lines: Sequence[int]
    blank: int
    longest: int
    problems: tuple[Problem, ...] = ()

    def only(self, kept: NDArray[np.bool_]) -> Grid:
        """Return some of the rows."""
        if kept.all():
            return self
        rows = kept.nonzero()[0]
        return replace(
            self,
            columns=[taken(column, rows) for column in self.columns],
            lines=tuple(map(self.lines.__getitem__, rows.tolist())),
        )


def names_of(cells: Sequence[str], *, line: int, file: str) -> list[str]:
    """Return the cells of a header as names; raises TableError for one that no table has."""
    refuse_wide(len(cells), COLUMNS, line=line, file=file)
    names = [" ".join(cell.split()) for cell in cells]
    refuse_wide(len(list(filter(None, names))), NAMED_COLUMNS, line=line, file=file)
    plain_names = list(map(plain, names)) if is_own(names) else names
    refuse_twins(plain_names, line=line, file=file)
    return names


def refuse_twins(header: list[str], *, line: int | None, file: str) -> None:
    """Refuse names of columns that stand twice; raises TableError with all of them."""
    first: dict[str, int] = {}
    problems = [
        Problem(
            file=file,
            line=line,
            column=name,
            message=f"columns {first[name]} and {place} both have this name",
            cure="give one of them another name, or delete it",
        )
        for place, name in enumerate(header, 1)
        if name and first.setdefault(name, place) != place
    ]
    if problems:
        raise TableError(problems)


def refuse_wide(columns: int, most: int, *, line: int | None, file: str) -> None:
    """Refuse more columns than any table of events has; raises TableError."""
    if columns > most:
        message = f"the table has {columns:,} columns, more than the {most:,} that are read"
        cure = "delete those that the map does not need"
        raise TableError([Problem(file=file, line=line, message=message, cure=cure)])


def refuse_empty(filled: NDArray[np.bool_], *, file: str) -> None:
    """Refuse a table in which no row has any text; raises TableError."""
    if not filled.any():
        cure = "write one event per line below it"
        raise TableError([Problem(file=file, message="has a header but no rows", cure=cure)])


def refuse_long(cells: Mapping[str, Sequence[str]], *, lines: Sequence[int], file: str) -> None:
    """Refuse cells of more characters than a book has; raises TableError."""
    problems = [
        Problem(
            file=file,
            line=lines[row],
            column=name,
            message=f"this cell has {len(text):,} characters, more than the {LETTERS:,} that "
            "are read",
            cure="shorten it, and see that no other rows have got into it",
        )
        for name, column in cells.items()
        if longest(column) > LETTERS
        for row, text in enumerate(column)
        if len(text) > LETTERS
    ]
    if problems:
        raise TableError(problems)


def named(
    header: list[str], columns: list[Sequence[str]], *, lines: Sequence[int], file: str
) -> tuple[dict[str, Sequence[str]], list[Problem]]:
    """Return the columns by their names, and a warning for each without one that has text."""
    problems = []
    for place, (name, column) in enumerate(zip(header, columns, strict=True), 1):
        if not name and (has_text := filled(column)).any():
            problem = Problem(
                file=file,
                line=lines[int(has_text.argmax())],
                message=f"column {place} has text from here on but no name; it is not used",
                cure="write a name for it in the header, or delete it",
                severity="warning",
            )
            problems.append(problem)
    cells = dict(zip(header, columns, strict=True))
    return {name: column for name, column in cells.items() if name}, problems


def headers_again(cells: Mapping[str, Sequence[str]]) -> list[int]:
    """Return the rows that say in every column what the header says."""
    ordered = sorted(cells.items(), key=lambda item: len(distinct_of(item[1])))
    (header, first), *others = ordered  # few distinct texts tell most tables at a glance
    found = rows_with(header, first)
    return [row for row in found if all(column[row] == name for name, column in others)]


def filled_rows(grid: list[Sequence[str]]) -> NDArray[np.bool_]:
    """Tell which rows have any text; one column without a gap tells it of all."""
    import numpy as np

    found = np.zeros(len(grid[0]), np.bool_)
    for column in grid:
        found |= filled(column)
        if found.all():
            break
    return found
