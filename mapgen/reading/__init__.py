"""Reads tables: their bytes, their columns, their cells, their places, and what was noticed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, cast

from mapgen import locating
from mapgen.errors import Problem, TableError, of_severity
from mapgen.errors.boundary import name_of
from mapgen.events import EventRows, check, columns_of, images_of, joined_rows
from mapgen.files.passing import is_passing
from mapgen.reading import sources
from mapgen.reading.counts import counted
from mapgen.reading.frames import Frame, by_rows, in_rows, is_frame, is_open_file
from mapgen.settings import Reading, Settings, folder_of, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapgen.events import Event
    from mapgen.table import Table

_AS_IT_SAYS = Reading()
Source = str | Path | Frame
Tables = str | Path | Sequence[str | Path]
Tell = Callable[[str], None]

STAGES_OF_TABLE = 3


def nobody(_stage: str) -> None:
    """Hear nothing."""


def read_events(*tables: Source, reading: Reading | None = None, tell: Tell = nobody) -> Events:
    """Return the located events of some tables, in the order of their rows.

    A table is a path, an https address, "-" for standard input, an open file, a frame of pandas or
    GeoPandas, anything with `__arrow_c_stream__` (a table of pyarrow, polars or DuckDB), or a list
    of dicts. In a frame, missing values are blank cells, moments and periods are dates, an index
    with a name is a column, and points are `lat` and `lon`; problems count its rows from 1.

    Without `reading`, the settings beside the first file say how to read the tables, and go with
    the events as the words of a map. Raises TableError with every problem of the tables where one
    of them is an error, and SettingsError for settings that cannot be used.
    """
    files = [table for table in tables if isinstance(table, (str, Path))]
    names = sources.called(tables)
    frames = [name for name, table in zip(names, tables, strict=True) if is_frame(table)]
    settings = Settings() if reading or not files else read_settings(folder_of(files[0]), {})
    reading = reading or settings.reading
    try:
        events = events_of(read_tables(*tables, reading=reading, tell=tell), reading, tell=tell)
    except TableError as error:
        raise in_rows(error, frames) from None
    events.noticed = by_rows(events.noticed, frames)
    settings = settings.completed(events.words)
    title = title_of(files[0]) if files and files[0] is tables[0] else ""
    events.settings = replace(settings, title=settings.title or title)
    events.sources = tuple(map(Path.absolute, sources.files_of(files)))
    return events


def events_in(given: Iterable[Event] | Frame) -> Sequence[Event]:
    """Return events as they are, those of a frame or of an open file as `read_events` does."""
    if is_frame(given) or is_open_file(given):
        return read_events(given)
    events = cast("Iterable[Event]", given)
    return events if isinstance(events, Sequence) else list(events)


def read_tables(
    *tables: Source, reading: Reading = _AS_IT_SAYS, tell: Tell = nobody
) -> list[Table]:
    """Return some tables with their columns settled; raises TableError for one that is none.

    What the author says of a column counts for each table that has it.
    """
    read: list[Table] = []
    for where, name in zip(tables, sources.called(tables), strict=True):
        tell(f"reading {name}")
        read.append(sources.opened(where, reading, file=name))
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
        checked = check(table, customs=reading.customs, taken=taken)
        rows = joined_rows([checked.events, checked.refused])
        tell(f"finding the places of {table.file}")
        located, missing = locating.locate(rows, file=table.file, columns=checked.columns)
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

    def to_pandas(self) -> Any:
        """Return a frame of pandas with a row for each event; `read_events` reads it back.

        The columns are those of mapgen's CSV and the ones it does not know. `date_edtf` is text,
        `earliest` and `latest` are the first and the last day as datetime64[s], missing where they
        are open or unknown; `lat`, `lon`, `to_lat` and `to_lon` are float64 in WGS 84; `tags` are
        lists; `sensitive` is bool; `kind`, `category`, `status` and the countries are categories.
        Where geopandas is installed it is a GeoDataFrame with the point of each event.
        """
        from mapgen.export import frame

        return frame.of(self)

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
