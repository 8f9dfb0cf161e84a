"""`mapgen build`: the page of a table."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mapgen.cli.options import (
    DEFAULT_TABLES,
    Columns,
    Encoding,
    FillDown,
    Loudness,
    Order,
    Quiet,
    SheetName,
    Tables,
    Verbose,
    loudness,
    pairs,
    reading_words,
    settings_of,
)
from mapgen.cli.progress import Stages
from mapgen.cli.reporting import Reporting, print_problems

if TYPE_CHECKING:
    from mapgen.settings import Settings

DEFAULT_OUTPUT = Path("output/map.html")


def build(  # noqa: PLR0913  (each option of the command line is a parameter)
    tables: Tables = None,
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
    column: Columns = None,
    fill_down: FillDown = None,
    encoding: Encoding = None,
    sheet: SheetName = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Build the page of a table."""
    tables = tables or DEFAULT_TABLES
    loud = loudness(quiet=quiet, verbose=verbose)
    with Reporting(quiet=quiet):
        words: dict[str, object] = {
            "title": title,
            "subtitle": subtitle,
            "introduction": introduction,
            "credits": credits,
            "language": language,
            "tiles": () if no_tiles else tuple(tiles) if tiles else None,
            "tile_keys": pairs(tile_key),
            "categories": pairs(category),
            **reading_words(date_order, column, fill_down, encoding, sheet),
        }
        _build(tables, output, settings_of(tables, words), loud)
    if show:
        webbrowser.open(output.resolve().as_uri())


def _build(tables: list[str], output: Path, settings: Settings, loud: Loudness) -> None:
    """Write the page, and print what became of the rows."""
    from mapgen.build import STAGES_OF_PAGE, STAGES_OF_TABLE  # noqa: PLC0415  (help needs no pandas)
    from mapgen.build import build as build_page  # noqa: PLC0415  (the same)

    with Stages(len(tables) * STAGES_OF_TABLE + STAGES_OF_PAGE, loud) as tell:
        report = build_page(tables, output, settings, tell=tell)
    if loud is not Loudness.QUIET:
        print_problems(report.events.warnings)
        typer.echo(report)
