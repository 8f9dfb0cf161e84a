"""The whole story: read, check, locate, pack, draw, write."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, overload

from mapgen import events as checking
from mapgen import places, table
from mapgen.errors import PageError, Problem, TableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.dates import DateOrder
    from mapgen.events import Event, Place
    from mapgen.settings import Settings

# Chromium never runs or reads a script element over about 512 MB, and says nothing.
LARGEST_PAGE = 500_000_000


def build(path: Path, output: Path, settings: Settings) -> Report:
    """Write the page of a table, and return what became of its rows.

    Raises TableError with every problem of the table, and PageError where the page cannot be
    written; in both cases a page that was there stays as it was.
    """
    from mapgen.page import HistoricalMap  # noqa: PLC0415  (folium waits until the table is good)

    events = read_events(path, date_order=settings.date_order or None)
    page = HistoricalMap(
        events,
        title=settings.title or path.stem.replace("_", " ").replace("-", " ").capitalize(),
        subtitle=settings.subtitle,
        introduction=settings.introduction,
        credits=settings.credits,
        language=settings.language,
        tiles=settings.tiles,
        tile_keys=settings.tile_keys,
        categories=settings.categories,
        folder=path.parent,
    ).to_html()
    size = write_whole(output, page.encode())
    return Report(output=output, size=size, events=events)


def read_events(path: Path | str, *, date_order: DateOrder | None = None) -> Events:
    """Return the located events of a table, in the order of its rows.

    `date_order` settles dates such as 03/04/1946. Raises TableError with every problem of the
    table where one of them is an error.
    """
    read = table.read(Path(path))
    checked = checking.check(read, order=date_order)
    rows = [*checked.events, *checked.refused]
    located, missing = places.locate(rows, file=read.file, columns=checked.columns)
    problems = sorted([*read.notes, *checked.problems, *missing], key=_by_line)
    if any(problem.severity == "error" for problem in problems):
        raise TableError(problems)
    return Events(
        tuple(located),
        file=read.file,
        rows=len(read.lines),
        skipped=read.blank,
        unknown=checked.unknown,
        warnings=tuple(problems),
    )


def _by_line(problem: Problem) -> int:
    return problem.line or 0


class Events(Sequence["Event"]):
    """The events of one table, and what was noticed on the way.

    `rows` counts the rows of the table, `skipped` its blank lines, `unknown` names the columns
    that mapgen does not know and keeps for the data table, `warnings` are problems that are no
    errors.
    """

    def __init__(  # noqa: PLR0913  (a record with one long column)
        self,
        events: tuple[Event, ...],
        *,
        file: str,
        rows: int,
        skipped: int = 0,
        unknown: tuple[str, ...] = (),
        warnings: tuple[Problem, ...] = (),
    ) -> None:
        self._events = events
        self.file = file
        self.rows = rows
        self.skipped = skipped
        self.unknown = unknown
        self.warnings = warnings

    @overload
    def __getitem__(self, index: int) -> Event: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Event, ...]: ...

    def __getitem__(self, index: int | slice) -> Event | tuple[Event, ...]:
        return self._events[index]

    def __len__(self) -> int:
        return len(self._events)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build wrote: the file, its size in bytes, and what is on the map."""

    output: Path
    size: int
    events: Events

    def __str__(self) -> str:
        """Return the report as an author reads it."""
        return f"{self.output.as_posix()}: {self.size / 1000:,.0f} kB\n{summary(self.events)}"


def summary(events: Events) -> str:
    """Return in two lines what a table holds and what became of its rows."""
    spots = _count(len({place for place in _places(events) if place.name}), "place")
    lands = {place.code for place in _places(events) if not place.name}
    periods = _count(sum(event.kind == "period" for event in events), "period")
    undated = sum(event.date is None for event in events)
    told = f"{_count(len(events), 'event')} ({periods}) at {spots}"
    where = f"in {_count(len(lands), 'country', 'countries')}, {undated} undated"
    rows = f"{len(events)} of {_count(events.rows, 'row')} used"
    lines = [f"{told} and {where}", f"{rows}, {_count(events.skipped, 'blank line')} skipped"]
    if events.unknown:
        lines.append(f"columns kept as they are: {', '.join(events.unknown)}")
    return "\n".join(lines)


def _places(events: Events) -> Iterator[Place]:
    return (place for event in events for place in (event.place, event.to) if place)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def write_whole(path: Path, content: bytes) -> int:
    """Write a file whole or not at all, and return its size in bytes.

    It is written beside its place and moved there, so that a reader never meets half a page.
    Raises PageError where it cannot be written, or where no browser could open it.
    """
    if len(content) > LARGEST_PAGE:
        raise PageError(
            f"the page would have {len(content) / 1e6:,.0f} MB, and a browser opens at most "
            f"{LARGEST_PAGE / 1e6:,.0f} MB; split the table, for instance by period"
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".mapgen-", delete=False) as part:
            part.write(content)
        _move(Path(part.name), path)
    except OSError as error:
        raise PageError(f"{path.as_posix()}: cannot be written: {error.strerror}") from error
    return len(content)


def _move(part: Path, path: Path) -> None:
    try:
        part.chmod(0o644)
        part.replace(path)
    except OSError:
        part.unlink()
        raise
