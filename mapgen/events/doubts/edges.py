"""Takes out the rows that are no events: headers that stand again, and notes below the table."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from mapgen.columns import taken
from mapgen.errors import Problem, quoted
from mapgen.events.doubts.grouping import listed
from mapgen.table.grid import headers_again
from mapgen.table.notes import is_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.table import Table


def without_headers(table: Table) -> tuple[Table, list[Problem]]:
    """Take out the rows that say what the header says, each with an error."""
    repeated = headers_again(table.cells)
    problems = [
        Problem(
            file=table.file,
            line=table.lines[row],
            message="this row repeats the names of the columns",
            cure="delete it",
        )
        for row in repeated
    ]
    return _without(table, repeated), problems


def without_notes(table: Table) -> tuple[Table, list[Problem]]:
    """Take out the last rows that hold a note in their first cell alone, with one warning."""
    columns, first = list(table.cells.values()), len(table.lines)
    while first > 1 and _is_note([column[first - 1] for column in columns]):
        first -= 1
    lines = table.lines[first:]
    if not lines:
        return table, []
    more = f" ({listed(lines[1:])} too)" if len(lines) > 1 else ""
    problem = Problem(
        file=table.file,
        line=lines[0],
        message=f"{quoted(columns[0][first])} is a note below the table, not an event{more}",
        cure="it is left out of the map; delete it here, and say it in the credits of the map",
        severity="warning",
    )
    return _without(table, range(first, len(table.lines))), [problem]


def _is_note(cells: list[str]) -> bool:
    return is_note(cells[0]) and not any(cells[1:])


def _without(table: Table, rows: Sequence[int]) -> Table:
    """Return the table without some of its rows."""
    if not rows:
        return table
    import numpy as np

    kept = np.delete(np.arange(len(table.lines)), rows)
    return dataclasses.replace(
        table,
        cells={header: taken(column, kept) for header, column in table.cells.items()},
        lines=tuple(map(table.lines.__getitem__, kept.tolist())),
    )
