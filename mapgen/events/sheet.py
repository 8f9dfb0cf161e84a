"""Keeps the cells of a table by column, and gathers the problems found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.columns import coded, distinct_of, same
from mapgen.errors import Problem, of_severity
from mapgen.events.doubts.grouping import group, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mapgen.columns import Coded
    from mapgen.errors import Severity
    from mapgen.table import Table


class Sheet:
    """The rows of a table, counted from 0, with its columns under the names that mapgen knows.

    `columns` maps such a name to the author's header. `wrong` are the rows with an error. `kept`
    are texts of known columns, by header, that stay in the data table: the map does not show all.
    """

    def __init__(self, table: Table, columns: Mapping[str, str]) -> None:
        self.folder = table.folder
        self.lines = table.lines
        self.header_line = table.header_line
        self.encoding = table.encoding
        self.layout = table.layout
        self.columns = columns
        self.wrong: set[int] = set()
        self.kept: dict[str, list[str]] = {}
        self._problems: list[Problem] = []
        self._file = table.file
        self._below = dict(table.cells)
        self._texts: dict[str, list[str]] = {}
        self._coded: dict[str, Coded[str]] = {}

    def texts(self, column: str) -> list[str]:
        """Return the cells of a column; blank ones where the table does not have it."""
        header = self.columns.get(column)
        return [""] * len(self.lines) if header is None else self.below(header)

    def column(self, column: str) -> Sequence[str]:
        """Return the cells of a column as they are kept."""
        header = self.columns.get(column)
        return same("", len(self.lines)) if header is None else self._below[header]

    def coded(self, column: str) -> Coded[str]:
        """Return the cells of a column, each distinct text once."""
        header = self.columns.get(column)
        if header is None:
            return same("", len(self.lines))
        if header not in self._coded:
            self._coded[header] = coded(self._below[header])
        return self._coded[header]

    def filled(self, column: str) -> Iterator[tuple[int, str]]:
        """Yield the row and the text of each cell of a column that is not blank."""
        return ((row, text) for row, text in enumerate(self.texts(column)) if text)

    def headers(self) -> Iterable[str]:
        """Return the headers of the author, in the order of the file."""
        return self._below

    def below(self, header: str) -> list[str]:
        """Return the cells below a header."""
        if header not in self._texts:
            self._texts[header] = list(self._below[header])
        return self._texts[header]

    def cells(self, header: str) -> Sequence[str]:
        """Return the cells below a header as they are kept."""
        return self._below[header]

    def distinct_below(self, header: str) -> Sequence[str]:
        """Return the texts below a header, those of a long column that repeat themselves once."""
        return distinct_of(self._below[header])

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield all cells of each row."""
        return zip(*map(self.below, self.headers()), strict=True)

    def row(self, row: int) -> tuple[str, ...]:
        """Return all cells of a row."""
        return tuple(texts[row] for texts in self._below.values())

    def problems(self) -> list[Problem]:
        """Return what was reported, in the order of lines and columns, many of one kind as one."""
        places = {header: place for place, header in enumerate(self._below)}
        ordered = sorted(self._problems, key=lambda p: (p.line, places.get(p.column or "", -1)))
        return group(ordered)

    def error(self, row: int, column: str | None, message: str, cure: str) -> None:
        """Report an error; `column` is a name of mapgen, a header, or None for the whole row."""
        self.wrong.add(row)
        self._add(self.lines[row], column, message, cure, "error")

    def warn(self, row: int, column: str | None, message: str, cure: str) -> None:
        """Report a warning, with the same arguments."""
        self._add(self.lines[row], column, message, cure, "warning")

    def doubt(self, rows: Sequence[int], column: str | None, message: str, cure: str) -> None:
        """Report one warning for all of some rows; the message is about the first."""
        if len(rows) > 1:
            message = f"{message} (also in {listed([self.lines[row] for row in rows[1:]])})"
        self.warn(rows[0], column, message, cure)

    def doubt_column(self, column: str, message: str, cure: str) -> None:
        """Report a warning of a whole column, at its header."""
        self._add(self.header_line, column, message, cure, "warning")

    def decide(self, column: str, message: str, turn: str, *, settled: str) -> None:
        """Tell what a whole column was taken to mean, at its header, and how to turn it round.

        `settled` is the line of the settings that says the same.
        """
        self._add(self.header_line, column, message, turn, "decision", settled=settled)

    def keep(self, column: str, rows: Sequence[int]) -> None:
        """Keep the cells of some rows in the data table, for the map cannot show all of them."""
        texts, kept = self.texts(column), set(rows)
        cells = [text if row in kept else "" for row, text in enumerate(texts)]
        self.kept[self.columns[column]] = cells

    def clear(self, row: int, header: str) -> None:
        """Blank a cell that was refused, so that nothing more is said of it."""
        self.below(header)[row] = ""
        self._below[header] = self._texts[header]
        self._coded.pop(header, None)

    def fill(self, column: str, texts: Sequence[str]) -> None:
        """Put other texts into the cells of a column that is there."""
        header = self.columns[column]
        self._below[header] = texts
        self._texts.pop(header, None)
        self._coded.pop(header, None)

    def errors_in(self, column: str) -> list[Problem]:
        """Return the errors that were reported in a column."""
        header = self.columns[column]
        return [each for each in of_severity(self._problems, "error") if each.column == header]

    def refuse_column(self, column: str, message: str, cure: str) -> None:
        """Report one error of a whole column, at its header, in place of those of its cells."""
        cells = set(map(id, self.errors_in(column)))
        self._problems = [problem for problem in self._problems if id(problem) not in cells]
        self._add(self.header_line, column, message, cure, "error")

    def _add(  # noqa: PLR0913  (a problem has that many parts)
        self,
        line: int | None,
        column: str | None,
        message: str,
        cure: str,
        severity: Severity,
        *,
        settled: str = "",
    ) -> None:
        problem = Problem(
            file=self._file,
            line=line,
            column=column and self.columns.get(column, column),
            message=message,
            cure=cure,
            severity=severity,
            settled=settled,
        )
        self._problems.append(problem)
