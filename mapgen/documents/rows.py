"""Gathers the events that a document holds, and makes a table of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mapgen.errors import Problem, TableError
from mapgen.guarded.limits import NAMED_COLUMNS
from mapgen.table import Table
from mapgen.table.contents import refused
from mapgen.table.grid import refuse_long, refuse_wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from mapgen.errors import Severity

COLUMNS = (
    *("title", "date", "start", "end", "year", "month", "day"),
    *("end_year", "end_month", "end_day", "time", "end_time", "date_text"),
    *("place", "country", "lat", "lon"),
    *("to", "to_country", "to_lat", "to_lon", "kind", "category", "tags", "status"),
    *("description", "source", "source_url", "image", "image_alt", "image_credit"),
    *("sensitive", "id"),
)
"""The columns of mapgen, in the order in which a table has them."""

_LONGEST_HEADER = 80
_SHOWN_LINES = 3


@dataclass(slots=True)
class Rows:
    """The rows of one document so far, and what was noticed in it."""

    file: str
    folder: Path
    _rows: list[tuple[int, Mapping[str, str], Mapping[str, str]]] = field(default_factory=list)
    _notices: dict[tuple[str, str, Severity], list[int]] = field(default_factory=dict)

    def add(self, line: int, cells: Mapping[str, str], extra: Mapping[str, str]) -> None:
        """Add an event: texts by columns of mapgen, and by names that mapgen does not know."""
        self._rows.append((line, cells, extra))

    def warn(self, line: int, message: str, cure: str) -> None:
        """Notice what the map cannot show; the same of several lines is told once."""
        self._notices.setdefault((message, cure, "warning"), []).append(line)

    def refuse(self, line: int, message: str, cure: str) -> None:
        """Notice what keeps a thing of the document from becoming an event."""
        self._notices.setdefault((message, cure, "error"), []).append(line)

    def table(
        self,
        layout: str,
        *,
        encoding: str,
        words: Mapping[str, str],
        notes: Iterable[Problem] = (),
    ) -> Table:
        """Return the table, with `notes` of its reading; raises TableError when it has no rows."""
        problems = sorted([*notes, *map(self._problem, self._notices)], key=lambda p: p.line or 0)
        used = {name for _, cells, _ in self._rows for name, text in cells.items() if text}
        known = [name for name in COLUMNS if name in used]
        headers = _headers((extra for _, _, extra in self._rows), taken=known)
        refuse_wide(len(known) + len(headers), NAMED_COLUMNS, line=1, file=self.file)
        texts: dict[str, list[str]] = {}
        for name in known:
            texts[name] = [cells.get(name, "") for _, cells, _ in self._rows]
        for name, header in headers.items():
            texts[header] = [extra.get(name, "") for _, _, extra in self._rows]
        lines = tuple(line for line, _, _ in self._rows)
        refuse_long(texts, lines=lines, file=self.file)
        if not texts:
            if any(problem.severity == "error" for problem in problems):
                raise TableError(problems)
            cure = "see that the events were saved with it"
            raise refused(self.file, f"is {layout or 'a list'} without any event", cure)
        return Table(
            file=self.file,
            folder=self.folder,
            cells=texts,
            lines=lines,
            header_line=1,
            encoding=encoding,
            delimiter="",
            notes=tuple(problems),
            columns={name: name for name in known} if layout else {},
            layout=layout,
            words={key: text for key, text in words.items() if text},
        )

    def _problem(self, notice: tuple[str, str, Severity]) -> Problem:
        message, cure, severity = notice
        lines = sorted(set(self._notices[notice]))
        return Problem(
            file=self.file,
            line=lines[0],
            message=message + _listed(lines),
            cure=cure,
            severity=severity,
        )


def _headers(extras: Iterable[Mapping[str, str]], *, taken: list[str]) -> dict[str, str]:
    """Return a header for each name that mapgen does not know, other than those that are taken."""
    names = dict.fromkeys(name for extra in extras for name, text in extra.items() if text)
    headers: dict[str, str] = {}
    used = set(taken)
    for name in names:
        plain = " ".join(name.split())[:_LONGEST_HEADER] or "(no name)"
        header, number = plain, 1
        while header in used:
            number += 1
            header = f"{plain} ({number})"
        used.add(header)
        headers[name] = header
    return headers


def _listed(lines: list[int]) -> str:
    """Return the lines that a message speaks of, "" for one alone."""
    if len(lines) == 1:
        return ""
    shown = [str(line) for line in lines[:_SHOWN_LINES]]
    more = len(lines) - len(shown)
    listed = f"{', '.join(shown)} and {more} more" if more else " and ".join(_halves(shown))
    return f" (lines {listed})"


def _halves(shown: list[str]) -> list[str]:
    return [", ".join(shown[:-1]), shown[-1]]
