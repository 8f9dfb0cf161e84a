"""Reads tables: their bytes, their columns, their cells, their places, and what was noticed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from mapgen import events as checking
from mapgen import places, sources
from mapgen.boundary import name_of
from mapgen.counts import counted
from mapgen.errors import Problem, TableError, of_severity
from mapgen.events import EventRows, columns_of, images_of, joined_rows
from mapgen.passing import is_passing
from mapgen.settings import Reading, Settings, folder_of, read_settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapgen.events import Event
    from mapgen.table import Table

_AS_IT_SAYS = Reading()
Tables = str | Path | Sequence[str | Path]
Tell = Callable[[str], None]

STAGES_OF_TABLE = 3


def nobody(_stage: str) -> None:
    """Hear nothing."""


def read_events(*tables: str | Path, reading: Reading | None = None, tell: Tell = nobody) -> Events:
    """Return the located events of some tables, in the order of their rows.

    A table is a path, an https address, or "-" for standard input. Without `reading`, the settings
    beside the first table say how to read them, and go with the events as the words of a map.
    Raises TableError with every problem of the tables where one of them is an error, and
    SettingsError for settings that cannot be used.
    """
    settings = read_settings(folder_of(tables[0]), {}) if reading is None else Settings()
    reading = reading or settings.reading
    events = events_of(read_tables(*tables, reading=reading, tell=tell), reading, tell=tell)
    settings = settings.completed(events.words)
    events.settings = replace(settings, title=settings.title or title_of(tables[0]))
    events.sources = tuple(map(Path.absolute, sources.files_of(tables)))
    return events


def read_tables(
    *tables: str | Path, reading: Reading = _AS_IT_SAYS, tell: Tell = nobody
) -> list[Table]:
    """Return some tables with their columns settled; raises TableError for one that is none.

    What the author says of a column counts for each table that has it.
    """
    read: list[Table] = []
    for where in tables:
        tell(f"reading {where}")
        read.append(sources.opened(where, reading))
    headers = {header for table in read for header in table.cells}
    return [sources.settle(table, reading, elsewhere=headers) for table in read]


def events_of(read: Sequence[Table], reading: Reading, *, tell: Tell = nobody) -> Events:
    """Return the located events of tables that were read; raises TableError as read_events does."""
    parts: list[_Part] = []
    for table in read:
        taken = {
            name: part.account.file for part in parts for name in columns_of(part.events)["id"]
        }
        parts.append(_Part.of(table, reading, taken, tell))
    problems = [problem for part in parts for problem in part.problems]
    if of_severity(problems, "error"):
        raise TableError(problems)
    return Events(
        joined_rows([part.events for part in parts]),
        tables=tuple(part.account for part in parts),
        noticed=(*of_severity(problems, "decision"), *of_severity(problems, "warning")),
        folder=read[0].folder,
        words={key: text for table in reversed(read) for key, text in table.words.items()},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What one table gives: its events, its problems in line order, and the account of its rows."""

    events: EventRows
    problems: tuple[Problem, ...]
    account: Account

    @classmethod
    def of(cls, table: Table, reading: Reading, taken: Mapping[str, str], tell: Tell) -> _Part:
        tell(f"checking {table.file}")
        checked = checking.check(table, customs=reading.customs, taken=taken)
        rows = joined_rows([checked.events, checked.refused])
        tell(f"finding the places of {table.file}")
        located, missing = places.locate(rows, file=table.file, columns=checked.columns)
        problems = sorted([*table.notes, *checked.problems, *missing], key=_by_line)
        account = Account(
            file=table.file,
            layout=table.layout,
            rows=len(table.lines),
            skipped=table.blank,
            unknown=checked.unknown,
        )
        return cls(events=located, problems=tuple(problems), account=account)


def _by_line(problem: Problem) -> int:
    return problem.line or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What became of one table.

    `layout` says as what it was recognised, "" for mapgen's own columns; `rows` counts its rows,
    `skipped` its blank lines; `unknown` names the columns that are kept for the data table.
    """

    file: str
    layout: str = ""
    rows: int
    skipped: int = 0
    unknown: tuple[str, ...] = ()


class Events(EventRows):
    """The events of some tables, and what was noticed on the way.

    `noticed` are the decisions about whole columns, then the warnings. `folder` is that of the
    first table, where images are. `words` are settings that the tables hold of themselves, and
    `settings` are those of a map of them. `sources` are the files of the tables and their settings.
    """

    def __init__(
        self,
        events: Sequence[Event],
        *,
        tables: tuple[Account, ...],
        noticed: tuple[Problem, ...] = (),
        folder: Path = Path(),
        words: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(columns_of(events))
        self.tables = tables
        self.noticed = noticed
        self.folder = folder
        self.words = words or {}
        self.settings = Settings()
        self.sources: tuple[Path, ...] = ()

    def __repr__(self) -> str:
        """Say what they are; they are too many to be shown."""
        return f"<{counted(len(self), 'event')} of {', '.join(self.files)}>"

    @property
    def decisions(self) -> tuple[Problem, ...]:
        """What whole columns were taken to mean, each with how to turn it round."""
        return of_severity(self.noticed, "decision")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that are no errors."""
        return of_severity(self.noticed, "warning")

    @property
    def read(self) -> list[Path]:
        """The files that they are made of: tables, settings, and the images that they name."""
        return [*self.sources, *images_of(self, self.folder)]

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the tables, as messages call them."""
        return tuple(table.file for table in self.tables)


def title_of(table: str | Path) -> str:
    """Return a title made from the name of a file, "" for an address, a pipe, standard input."""
    if "://" in str(table) or is_passing(table):
        return ""
    name = name_of(PurePath(PurePath(str(table)).stem)).replace("_", " ").replace("-", " ").strip()
    return name.capitalize()
