"""`mapgen check`: what is wrong in a table, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mapgen.cli.options import (
    DEFAULT_TABLES,
    Columns,
    Encoding,
    FillDown,
    Order,
    Quiet,
    SheetName,
    Tables,
    Verbose,
    loudness,
    reading_words,
    settings_of,
)
from mapgen.cli.progress import Stages
from mapgen.cli.reporting import (
    Format,
    Reporting,
    print_annotations,
    print_json,
    print_problems,
)
from mapgen.errors import TableError

if TYPE_CHECKING:
    from mapgen.settings import Reading


def check(  # noqa: PLR0913  (each option of the command line is a parameter)
    tables: Tables = None,
    *,
    format: Annotated[Format, typer.Option(help="For people or for programs.")] = Format.TEXT,  # noqa: A002
    date_order: Order = None,
    column: Columns = None,
    fill_down: FillDown = None,
    encoding: Encoding = None,
    sheet: SheetName = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check a table and say what is wrong, line by line."""
    from mapgen.build import STAGES_OF_TABLE, read_events, summary  # noqa: PLC0415  (help needs no pandas)

    tables = tables or DEFAULT_TABLES
    loud = loudness(quiet=quiet, verbose=verbose)
    proposing = format is Format.TEXT and not quiet
    with Reporting(format, quiet=quiet):
        words = reading_words(date_order, column, fill_down, encoding, sheet)
        reading = settings_of(tables, words).reading
        try:
            with Stages(len(tables) * STAGES_OF_TABLE, loud) as tell:
                events = read_events(*tables, reading=reading, tell=tell)
        except TableError:
            if proposing:
                _propose(tables, reading)
            raise
    if format is Format.JSON:
        print_json(events.warnings, events=len(events))
    elif format is Format.GITHUB:
        print_annotations(events.warnings)
    elif not quiet:
        print_problems(events.warnings)
        typer.echo(f"{', '.join(events.files)}: no errors\n{summary(events)}")
    if proposing and any(table.unknown for table in events.tables):
        _propose(tables, reading)


def _propose(tables: list[str], reading: Reading) -> None:
    """Print what columns with unknown names look like, as lines of the settings."""
    from mapgen import layouts, sources  # noqa: PLC0415  (help needs no pandas)

    for table in tables:
        if table == "-":
            continue  # it was read, and cannot be read again
        try:
            read = sources.read(table, reading)
        except TableError:
            continue  # its errors are told already
        if not read.layout and (lines := layouts.proposal_lines(read)):
            typer.echo(
                f"{table}: some columns look like more than data; if so, add to the settings:"
            )
            typer.echo(lines)
