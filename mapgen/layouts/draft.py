"""Holds the cells of a table while they are put as mapgen writes them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from mapgen.errors import Problem
from mapgen.layouts.columns import key
from mapgen.layouts.layout import present

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mapgen.errors import Severity
    from mapgen.table import Table

_EXAMPLES = 3


class Draft:
    """The rows of a table, counted from 0; nothing that an author wrote is lost in it.

    Cells are put in place below the header that they come from, so that messages name it. `columns`
    maps columns of mapgen to headers. `words` are settings that the table holds of itself.
    """

    def __init__(self, table: Table, columns: dict[str, str]) -> None:
        self.table = table
        self.columns = columns
        self.words: dict[str, str] = {}
        self._texts: dict[str, list[str]] = {
            header: list(column) for header, column in table.cells.items()
        }
        self._keys = {key(header): header for header in self._texts}
        self._notes: list[Problem] = []
        self._out: set[int] = set()

    def __len__(self) -> int:
        """Count the rows, those that were taken out too."""
        return len(self.table.lines)

    def all_headers(self) -> list[str]:
        """Return the headers in the order of the table, those that were added last."""
        return list(self._texts)

    def headers(self, names: str) -> list[str]:
        """Return which of the headers called `A|B` are there."""
        return present(self._keys, names)

    def below(self, names: str) -> list[str]:
        """Return the cells below the first header called `A|B`, blank ones where there is none."""
        found = self.headers(names)
        return self._texts[found[0]] if found else [""] * len(self)

    def cells(self, column: str) -> list[str]:
        """Return the cells of a column of mapgen, blank ones where there is none."""
        header = self.columns.get(column)
        return [""] * len(self) if header is None else self._texts[header]

    def rewrite(self, column: str, change: Callable[[str], str]) -> None:
        """Change the cells of a column of mapgen in place."""
        if header := self.columns.get(column):
            known = {text: change(text) if text else "" for text in set(self._texts[header])}
            self._texts[header] = [known[text] for text in self._texts[header]]

    def fill(self, column: str, cells: Sequence[str]) -> None:
        """Put other cells below the header that stands for a column of mapgen, if one does."""
        if header := self.columns.get(column):
            self._texts[header] = list(cells)

    def put(self, column: str, cells: Sequence[str], *, of: str, spare: str = "") -> None:
        """Add a column of mapgen that was made of the headers `A|B`, and is named after them.

        It says all that those of `spare` say, and stands in their place. What the author settled
        for the column counts before it.
        """
        if not any(cells) or column in self.table.columns:
            return
        made_of = self.headers(of)
        used = {header for name, header in self.columns.items() if name != column}
        gone = set(self.headers(spare)) - used
        self._texts = {h: texts for h, texts in self._texts.items() if h not in gone}
        name = " + ".join(made_of) or column
        header = name if name not in self._texts else f"{name} as {column}"
        self._texts[header] = list(cells)
        self.columns[column] = header

    def keep(self, column: str, cells: Sequence[str]) -> None:
        """Keep what a column of mapgen cannot hold, as the author wrote it."""
        if any(cells):
            self._texts[f"{self.columns[column]} (as written)"] = list(cells)

    def leave_out(
        self, rows: Iterable[int], message: str, cure: str, severity: Severity = "warning"
    ) -> None:
        """Take out rows that are no events, and say so."""
        rows = sorted(rows)
        self._out.update(rows)
        self.note(rows, None, message, cure, severity=severity)

    def tell(self, *problems: Problem) -> None:
        """Hand on problems of another table."""
        self._notes.extend(problems)

    def note(
        self,
        rows: Sequence[int],
        header: str | None,
        message: str,
        cure: str,
        *,
        severity: Severity = "warning",
    ) -> None:
        """Say one thing of some rows, once."""
        if not rows:
            return
        more = f" ({self._listed(rows)})" if len(rows) > 1 else ""
        problem = Problem(
            file=self.table.file,
            line=self.table.lines[rows[0]],
            column=header,
            message=message + more,
            cure=cure,
            severity=severity,
        )
        self._notes.append(problem)

    def finish(self, layout: str) -> Table:
        """Return the table in the layout that it was recognised as."""
        kept = [row for row in range(len(self)) if row not in self._out]
        cells = {header: [texts[row] for row in kept] for header, texts in self._texts.items()}
        return dataclasses.replace(
            self.table,
            cells=cells,
            lines=tuple(self.table.lines[row] for row in kept),
            notes=(*self.table.notes, *self._notes),
            columns=self.columns,
            layout=layout,
            words={**{k: text for k, text in self.words.items() if text}, **self.table.words},
        )

    def _listed(self, rows: Sequence[int]) -> str:
        lines = [str(self.table.lines[row]) for row in rows]
        shown, more = lines[:_EXAMPLES], len(lines) - _EXAMPLES
        if more > 0:
            return f"lines {', '.join(shown)} and {more} more"
        return f"lines {', '.join(shown[:-1])} and {shown[-1]}"
