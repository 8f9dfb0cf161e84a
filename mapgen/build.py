"""The whole story: read, check, locate, pack, draw, write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from mapgen import events as checking
from mapgen import places, sources
from mapgen.boundary import name_of
from mapgen.counts import contents, counted
from mapgen.endings import check_page
from mapgen.errors import Problem, TableError, of_severity
from mapgen.events import EventRows, columns_of, images_of, joined_rows
from mapgen.passing import is_passing
from mapgen.putting import called, is_standard_output, refuse, write_whole
from mapgen.settings import Reading, Settings, folder_of, read_settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapgen.events import Event
    from mapgen.table import Table

_AS_IT_SAYS = Reading()
Tables = str | Path | Sequence[str | Path]
Tell = Callable[[str], None]

STAGES_OF_TABLE, STAGES_OF_PAGE = 3, 2


def _nobody(_stage: str) -> None:
    """Hear nothing."""


def build(tables: Tables, output: Path, settings: Settings, *, tell: Tell = _nobody) -> Report:
    """Write the page of a table, or of several, and return what became of their rows.

    An `output` of "-" is standard output. `tell` hears which stage begins: STAGES_OF_TABLE for
    each table, then STAGES_OF_PAGE. Raises TableError with every problem of the tables, and
    PageError where the page cannot be written; then a page that was there stays as it was.
    """
    tables = [tables] if isinstance(tables, (str, Path)) else tables
    refuse(output, sources.files_of(tables))
    if not is_standard_output(output):
        check_page(output)
    events = read_events(*tables, reading=settings.reading, tell=tell)
    tell("drawing the page")
    page = draw(events, tables, settings)
    tell(f"writing {called(output)}")
    size = write_whole(output, *page, read=events.read)
    return Report(output=output, size=size, events=events)


def draw(events: Events, tables: Sequence[str | Path], settings: Settings) -> list[bytes]:
    """Return the page of the events of some tables as HTML, in parts that follow each other.

    Raises SettingsError for a setting that cannot be used, and PageError for an image that cannot
    be read.
    """
    from mapgen.blocks import packed  # noqa: PLC0415  (NumPy waits until there is a table)
    from mapgen.images import embedder  # noqa: PLC0415  (the same)
    from mapgen.payload import pack  # noqa: PLC0415  (the same)

    settings = settings.completed(events.words)
    settings = replace(settings, title=settings.title or title_of(tables[0]))
    payload = pack(events, settings, embed=embedder(events.folder))
    with ThreadPoolExecutor(1) as pool:
        parts = pool.submit(packed, payload)
        # folium waits until the table is good, and loads while the texts are deflated.
        from mapgen.page import whole_page  # noqa: PLC0415  (as said)

        return whole_page(payload, parts.result, settings)


def title_of(table: str | Path) -> str:
    """Return a title made from the name of a file, "" for an address, a pipe, standard input."""
    if "://" in str(table) or is_passing(table):
        return ""
    name = name_of(PurePath(PurePath(str(table)).stem)).replace("_", " ").replace("-", " ").strip()
    return name.capitalize()


def read_events(
    *tables: str | Path, reading: Reading | None = None, tell: Tell = _nobody
) -> Events:
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
    *tables: str | Path, reading: Reading = _AS_IT_SAYS, tell: Tell = _nobody
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


def events_of(read: Sequence[Table], reading: Reading, *, tell: Tell = _nobody) -> Events:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build wrote: the file, its size in bytes, and what is on the map."""

    output: Path
    size: int
    events: Events

    def __str__(self) -> str:
        """Return the report as an author reads it."""
        return f"{called(self.output)}: {self.size / 1000:,.0f} kB\n{summary(self.events)}"


def summary(events: Events) -> str:
    """Return in two lines what a table holds and what became of its rows."""
    rows = sum(table.rows for table in events.tables)
    skipped = counted(sum(table.skipped for table in events.tables), "blank line")
    lines = [
        contents(events.columns),
        f"{len(events):,} of {counted(rows, 'row')} used, {skipped} skipped",
    ]
    lines += [f"{each.file}: read as {each.layout}" for each in events.tables if each.layout]
    if unknown := list(dict.fromkeys(name for each in events.tables for name in each.unknown)):
        lines.append(f"columns kept as they are: {', '.join(unknown)}")
    return "\n".join(lines)
