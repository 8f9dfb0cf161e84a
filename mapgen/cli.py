"""Words on the command line become one call; prints the report and sets the exit code.

Exit codes: 0 all is well, 1 the table or a setting has an error, 2 the command line has one.
"""

from __future__ import annotations

import gc
import json
import webbrowser
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mapgen.errors import MapgenError, TableError
from mapgen.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.errors import Problem

DEFAULT_TABLE = Path("locations.csv")
DEFAULT_OUTPUT = Path("output/map.html")

app = typer.Typer(
    name="mapgen",
    help="Turn a table of historical events into one interactive map that works offline.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"


class DateOrder(StrEnum):
    """How 03/04/1946 is to be read."""

    DMY = "dmy"
    MDY = "mdy"


Table = Annotated[Path, typer.Argument(help="The table of events, a CSV file.")]
Order = Annotated[
    DateOrder | None, typer.Option(help="How to read 03/04/1946: day first or month first.")
]


def main() -> None:
    """Run the command line.

    A run is short and leaves hardly any cycles, so nothing is gained by looking for them: without
    the collector, imports take a fifth less time, and a frozen heap is not walked at the end.
    """
    gc.disable()
    try:
        app()
    finally:
        gc.freeze()


@app.command()
def build(  # noqa: PLR0913  (each option of the command line is a parameter)
    table: Table = DEFAULT_TABLE,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="The page.")] = DEFAULT_OUTPUT,
    show: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    title: Annotated[str | None, typer.Option(help="The title of the map.")] = None,
    subtitle: Annotated[str | None, typer.Option(help="One line under the title.")] = None,
    introduction: Annotated[str | None, typer.Option(help="A few sentences, Markdown.")] = None,
    credits: Annotated[str | None, typer.Option(help="Who made it, Markdown.")] = None,  # noqa: A002
    language: Annotated[str | None, typer.Option(help="en, fr or ar.")] = None,
    tiles: Annotated[
        list[str] | None,
        typer.Option(help="An online map the reader may switch on, such as OpenStreetMap.Mapnik."),
    ] = None,
    no_tiles: Annotated[bool, typer.Option("--no-tiles", help="Offer no online map.")] = False,
    tile_key: Annotated[
        list[str] | None, typer.Option(help='The key of an online map: "CartoDB.Positron=KEY".')
    ] = None,
    category: Annotated[
        list[str] | None, typer.Option(help='The colour of a category: "Exile=#8e3a80".')
    ] = None,
    date_order: Order = None,
) -> None:
    """Build the page of a table."""
    from mapgen.build import build as build_page  # noqa: PLC0415  (help needs no pandas)

    with _Reporting():
        settings = read_settings(
            table.parent,
            {
                "title": title,
                "subtitle": subtitle,
                "introduction": introduction,
                "credits": credits,
                "language": language,
                "tiles": () if no_tiles else tuple(tiles) if tiles else None,
                "tile_keys": _pairs(tile_key),
                "categories": _pairs(category),
                "date_order": date_order and date_order.value,
            },
        )
        report = build_page(table, output, settings)
        _print_problems(report.events.warnings)
        typer.echo(report)
    if show:
        webbrowser.open(output.resolve().as_uri())


@app.command()
def check(
    table: Table = DEFAULT_TABLE,
    *,
    format: Annotated[Format, typer.Option(help="For people or for programs.")] = Format.TEXT,  # noqa: A002
    date_order: Order = None,
) -> None:
    """Check a table and say what is wrong, line by line."""
    from mapgen.build import read_events, summary  # noqa: PLC0415  (help needs no pandas)

    with _Reporting(format):
        order = date_order.value if date_order else read_settings(table.parent, {}).date_order
        events = read_events(table, date_order=order or None)
        if format is Format.JSON:
            _print_json(events.warnings, events=len(events))
        else:
            _print_problems(events.warnings)
            typer.echo(f"{events.file}: no errors\n{summary(events)}")


def _pairs(words: list[str] | None) -> dict[str, str] | None:
    """Return `name=value` words as a table; the value begins after the last sign."""
    if not words:
        return None
    split = [word.rpartition("=") for word in words]
    for word, (name, _, value) in zip(words, split, strict=True):
        if not name or not value:
            raise typer.BadParameter(f"{word!r} is not written as name=value")
    return {name.strip(): value.strip() for name, _, value in split}


class _Reporting:
    """Turns an error of the author's into its words and exit code 1; a fault stays a traceback."""

    def __init__(self, format: Format = Format.TEXT) -> None:  # noqa: A002
        self._format = format

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if not isinstance(error, MapgenError):
            return
        if self._format is Format.JSON:
            problems = error.problems if isinstance(error, TableError) else ()
            _print_json(problems, message=str(error))
        elif isinstance(error, TableError):
            _print_problems(error.problems)
        else:
            typer.echo(error, err=True)
        raise typer.Exit(1) from error


def _print_problems(problems: Sequence[Problem]) -> None:
    """Print the errors, then the warnings, then how many of each."""
    errors = [problem for problem in problems if problem.severity == "error"]
    warnings = [problem for problem in problems if problem.severity == "warning"]
    for error in errors:
        typer.echo(error, err=True)
    for warning in warnings:
        typer.echo(f"warning: {warning}", err=True)
    if errors:
        tally = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"
        typer.echo(f"{tally}; nothing was written", err=True)


def _count(problems: Sequence[Problem], word: str) -> str:
    return f"{len(problems)} {word if len(problems) == 1 else word + 's'}"


def _print_json(problems: Sequence[Problem], **more: object) -> None:
    errors = sum(problem.severity == "error" for problem in problems)
    answer = {**more, "errors": errors, "problems": [asdict(problem) for problem in problems]}
    typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
