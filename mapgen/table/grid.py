"""Checks the names of the columns of a table, and drops the columns that have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.coded import distinct_of, filled, rows_with
from mapgen.errors import Problem, TableError
from mapgen.guarded.limits import LETTERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray


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
        if max(map(len, column), default=0) > LETTERS
        for row, text in enumerate(column)
        if len(text) > LETTERS
    ]
    if problems:
        raise TableError(problems)


def named(
    header: list[str], columns: list[Sequence[str]], *, lines: tuple[int, ...], file: str
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
    import numpy as np  # noqa: PLC0415  (no help text needs it)

    found = np.zeros(len(grid[0]), np.bool_)
    for column in grid:
        found |= filled(column)
        if found.all():
            break
    return found
