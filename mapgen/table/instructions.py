"""Applies what the author said of the columns of a table."""

from __future__ import annotations

import dataclasses
from difflib import get_close_matches
from typing import TYPE_CHECKING

from mapgen.errors import Problem, TableError, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from mapgen.table import Table

_LISTED = 20


def tell(
    table: Table,
    *,
    columns: Mapping[str, str],
    fill_down: Iterable[str],
    elsewhere: Collection[str] = (),
) -> Table:
    """Return the table with `columns` settled and the blank cells of `fill_down` filled.

    Headers are compared without case and outer blanks; for a column with "" none stands. What is
    not in this table may be `elsewhere`, among the headers of others. Raises TableError, naming
    every header that is nowhere.
    """
    headers = {_key(header): header for header in table.cells}
    wanted = [*filter(None, columns.values()), *fill_down]
    known = headers.keys() | set(map(_key, elsewhere))
    missing = [name for name in dict.fromkeys(wanted) if _key(name) not in known]
    if missing:
        raise TableError([_missing(table, name, list(headers.values())) for name in missing])
    here = {column: name for column, name in columns.items() if not name or _key(name) in headers}
    settled = {column: name and headers[_key(name)] for column, name in here.items()}
    filled = _filled(table, [headers[_key(name)] for name in fill_down if _key(name) in headers])
    return dataclasses.replace(filled, columns={**table.columns, **settled})


def _filled(table: Table, headers: list[str]) -> Table:
    if not headers:
        return table
    cells = {header: _filled_down(table.cells[header]) for header in headers}
    return dataclasses.replace(table, cells={**table.cells, **cells})


def _filled_down(column: Sequence[str]) -> list[str]:
    """Return a column with the text above in each blank cell."""
    found, above = [], ""
    for text in column:
        above = text or above
        found.append(above)
    return found


def _missing(table: Table, name: str, headers: list[str]) -> Problem:
    near = get_close_matches(_key(name), map(_key, headers), 1)
    listed = ", ".join(map(quoted, headers[:_LISTED]))
    cure = f"its columns are {listed}"
    if near:
        cure = f"did you mean {quoted(next(h for h in headers if _key(h) == near[0]))}?"
    return Problem(
        file=table.file,
        line=table.header_line,
        message=f"no column is called {quoted(name)}, as a setting says",
        cure=cure,
    )


def _key(header: str) -> str:
    return " ".join(header.split()).casefold()
