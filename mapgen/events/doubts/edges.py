"""Takes out the rows that are no events: headers that stand again, and notes below the table."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from mapgen.errors import Problem, quoted
from mapgen.events.doubts.grouping import listed
from mapgen.table.notes import is_note

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mapgen.table import Table


def without_headers(table: Table) -> tuple[Table, list[Problem]]:
    """Take out the rows that say what the header says, each with an error."""
    frame, names = table.frame, table.frame.columns.to_numpy()
    repeated = (frame.iloc[:, 0] == names[0]).to_numpy().copy()  # few rows do: look at these alone
    if repeated.any():
        repeated[repeated] = (frame[repeated].to_numpy() == names).all(axis=1)
    problems = [
        Problem(
            file=table.file,
            line=table.lines[row],
            message="this row repeats the names of the columns",
            cure="delete it",
        )
        for row in repeated.nonzero()[0].tolist()
    ]
    return _without(table, repeated), problems


def without_notes(table: Table) -> tuple[Table, list[Problem]]:
    """Take out the last rows that hold a note in their first cell alone, with one warning."""
    import numpy as np  # noqa: PLC0415  (slow to import, and no message or help text needs it)

    frame, first = table.frame, len(table.lines)
    while first > 1 and _is_note(frame.iloc[first - 1].tolist()):
        first -= 1
    if first == len(frame):
        return table, []
    lines = table.lines[first:]
    more = f" ({listed(lines[1:])} too)" if len(lines) > 1 else ""
    problem = Problem(
        file=table.file,
        line=lines[0],
        message=f"{quoted(str(frame.iat[first, 0]))} is a note below the table, not an event{more}",
        cure="it is left out of the map; delete it here, and say it in the credits of the map",
        severity="warning",
    )
    return _without(table, np.arange(len(frame)) >= first), [problem]


def _is_note(cells: list[str]) -> bool:
    return is_note(cells[0]) and not any(cells[1:])


def _without(table: Table, rows: NDArray[np.bool_]) -> Table:
    """Return the table without some of its rows."""
    if not rows.any():
        return table
    lines = tuple(line for line, out in zip(table.lines, rows.tolist(), strict=True) if not out)
    return dataclasses.replace(table, frame=table.frame[~rows].reset_index(drop=True), lines=lines)
