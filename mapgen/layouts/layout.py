"""Says what a layout of another tool is, and whether the headers of a table are its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mapgen.columns import filled
from mapgen.layouts.columns import ALIASES, key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mapgen.layouts.draft import Draft
    from mapgen.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The table of another tool.

    `title` says what it is, as in "a TimelineJS sheet". All headers of `signature` must be there;
    `A|B` means either. `columns` maps columns of mapgen to headers, `kept` are headers that the map
    has no column for, whatever they are called. `find` returns more columns from the headers, and
    where it returns none the table is another one; `evidence` looks into the cells. `derive` puts
    the cells as mapgen writes them.
    """

    title: str
    signature: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    find: Callable[[list[str]], dict[str, str]] | None = None
    evidence: Callable[[Table, Mapping[str, str]], bool] | None = None
    derive: Callable[[Draft], None] | None = None

    def fit(self, table: Table) -> dict[str, str] | None:
        """Return the headers that stand for columns of mapgen, None for another table."""
        headers = list(table.cells)
        keys = {key(header): header for header in headers}
        if not all(present(keys, names) for names in self.signature):
            return None
        more = self.find(headers) if self.find else {}
        if self.find and not more:
            return None
        named = {column: present(keys, names) for column, names in self.columns.items()}
        columns = {column: _filled(table, found) for column, found in named.items() if found}
        columns |= more
        if self.evidence and not self.evidence(table, columns):
            return None
        own = {key(name) for names in (*self.columns.values(), *self.kept) for name in _of(names)}
        free = [h for h in headers if key(h) not in own and h not in more.values()]
        return _natives(free, columns) | columns


def present(keys: Mapping[str, str], names: str) -> list[str]:
    """Return which of the headers called `A|B` are there, in the order of the names."""
    return [keys[key(name)] for name in _of(names) if key(name) in keys]


def _of(names: str) -> Iterable[str]:
    return names.split("|")


def _filled(table: Table, headers: list[str]) -> str:
    """Return the first header with text below it, else the first."""
    return next((h for h in headers if filled(table.cells[h]).any()), headers[0])


def _natives(headers: list[str], taken: Mapping[str, str]) -> dict[str, str]:
    """Match headers that an author added to a layout with the columns of mapgen."""
    keys = {key(header): header for header in headers}
    found = {}
    for column, names in ALIASES.items():
        if column not in taken and (called := present(keys, "|".join((column, *names)))):
            found[column] = called[0]
    return found
