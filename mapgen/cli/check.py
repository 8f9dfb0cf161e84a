"""`mapgen check`: what is wrong in a table, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mapgen.cli.options import (
    DEFAULT_TABLES,
    Quiet,
    ReadingWords,
    Tables,
    Verbose,
    loudness,
    settings_of,
    takes_reading,
)
from mapgen.cli.progress import Stages
from mapgen.cli.reporting import (
    Format,
    Reporting,
    print_annotations,
    print_json,
    print_problems,
)
from mapgen.cli.saying import say
from mapgen.errors import TableError, quoted
from mapgen.settings import folder_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mapgen.table import Table


@takes_reading()
def check(
    tables: Tables = None,
    *,
    format: Annotated[Format, typer.Option(help="For people or for programs.")] = Format.TEXT,  # noqa: A002
    reading: ReadingWords,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check a table and say what is wrong, line by line."""
    from mapgen.build import summary
    from mapgen.events.meant import meant
    from mapgen.reading import STAGES_OF_TABLE, events_of, read_tables

    tables = tables or DEFAULT_TABLES
    loud = loudness(quiet=quiet, verbose=verbose)
    proposing = format is Format.TEXT and not quiet
    with Reporting(format, quiet=quiet):
        told = settings_of(tables, reading.settings()).reading
        with Stages(len(tables) * STAGES_OF_TABLE, loud) as tell:
            read = read_tables(*tables, reading=told, tell=tell)
            try:
                events = events_of(read, told, tell=tell)
            except TableError:
                if proposing:
                    _propose(read, folder_of(tables[0]))
                raise
    if format is Format.JSON:
        print_json(events.noticed, events=len(events))
    elif format is Format.GITHUB:
        print_annotations(events.noticed)
    elif not quiet:
        print_problems(events.noticed)
        say(f"{', '.join(events.files)}: no errors\n{summary(events)}")
    if proposing and (any(table.unknown for table in events.tables) or any(map(meant, read))):
        _propose(read, folder_of(tables[0]))


def _propose(read: Sequence[Table], folder: Path) -> None:
    """Print what columns with unknown names look like, as lines that the settings take."""
    from mapgen.layouts import propose, undecided
    from mapgen.settings.pasting import columns_to_paste, lines

    unknown = [table for table in read if not table.layout]
    found = [(table.file, each) for table in unknown for each in propose(table)]
    first = {each.column: each for _, each in reversed(found)}
    if first:
        columns = {column: each.header for column, each in sorted(first.items(), key=_in_order)}
        notes = {column: each.reason for column, each in first.items()}
        pasted = columns_to_paste(columns, notes, folder)
        files = ", ".join(dict.fromkeys(file for file, _ in found))
        say(f"{files}: some columns look like more than data; if so, {pasted.where}:")
        say(pasted.text)
    for file, each in found:
        if each.header != first[each.column].header:
            say(f"{file}: rename {quoted(each.header)} to {each.column} if that is so too")
    for table, both in ((table, undecided(table)) for table in unknown):
        if both:
            shown = " and ".join(map(quoted, both))
            ways = [dict(zip(("lat", "lon"), way, strict=True)) for way in (both, both[::-1])]
            say(f"{table.file}: {shown} could be coordinates; nothing tells which is the")
            say(f"latitude: {lines(*ways)}")


def _in_order(found: tuple[str, object]) -> int:
    """Return where a column stands among those of mapgen."""
    from mapgen.layouts.columns import ALIASES

    return list(ALIASES).index(found[0])
