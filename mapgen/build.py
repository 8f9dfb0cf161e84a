"""The whole story: read, check, locate, pack, draw, write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen.files import called, is_standard_output, refuse, write_whole
from mapgen.files.endings import check_page
from mapgen.reading import Events, nobody, read_events, sources, title_of
from mapgen.reading.counts import contents, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.page.page import Page
    from mapgen.reading import Tables, Tell
    from mapgen.settings import Settings

STAGES_OF_PAGE = 2


def build(tables: Tables, output: Path, settings: Settings, *, tell: Tell = nobody) -> Report:
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
    size = write_whole(output, *page.pieces(), read=events.read)
    return Report(output=output, size=size, events=events)


def draw(events: Events, tables: Sequence[str | Path], settings: Settings) -> Page:
    """Return the page of the events of some tables.

    Raises SettingsError for a setting that cannot be used, and PageError for an image that cannot
    be read.
    """
    from concurrent.futures import ThreadPoolExecutor

    from mapgen.page.blocks import packed
    from mapgen.page.images import embedder
    from mapgen.page.payload import pack

    settings = settings.completed(events.words)
    settings = replace(settings, title=settings.title or title_of(tables[0]))
    payload = pack(events, settings, embed=embedder(events.folder))
    with ThreadPoolExecutor(1) as pool:
        parts = pool.submit(packed, payload)
        # folium waits until the table is good, and loads while the texts are deflated.
        from mapgen.page.document import whole_page

        return whole_page(payload, parts.result, settings)


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
