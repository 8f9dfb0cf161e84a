"""`mapgen build`: the page of a table, or a site of many."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mapgen.catalogue import languages
from mapgen.cli.options import (
    DEFAULT_TABLES,
    Loudness,
    Quiet,
    ReadingWords,
    Tables,
    Verbose,
    loudness,
    pairs,
    settings_of,
    takes_reading,
)
from mapgen.cli.progress import Stages
from mapgen.cli.reporting import Reporting, print_problems
from mapgen.cli.saying import say
from mapgen.files import is_standard_output

if TYPE_CHECKING:
    from mapgen.settings import Settings

DEFAULT_OUTPUT = Path("output/map.html")
MOST_WARNINGS = 100  # of a site; `mapgen check` tells all of a table

_LANGUAGES = " or ".join(", ".join(languages()).rsplit(", ", 1))
_Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", help="The page, - for standard output.  [default: output/map.html]"
    ),
]
_Site = Annotated[
    Path | None,
    typer.Option(
        help="A folder for any web host instead of one page, for millions of events; tables may "
        "then be folders, patterns and addresses such as s3://, as CSV or Parquet."
    ),
]
_Scheduler = Annotated[
    str, typer.Option(help="The address of a Dask scheduler, whose workers make the site.")
]
_Tiles = Annotated[
    list[str] | None,
    typer.Option(help="An online map the reader may switch on, such as OpenStreetMap.Mapnik."),
]
_TileKeys = Annotated[
    list[str] | None, typer.Option(help='The key of an online map: "CartoDB.Positron=KEY".')
]
_Categories = Annotated[
    list[str] | None, typer.Option(help='The colour of a category: "Exile=#8e3a80".')
]


@takes_reading()
def build(  # noqa: PLR0913  (each option of the command line is a parameter)
    tables: Tables = None,
    *,
    output: _Output = None,
    site: _Site = None,
    scheduler: _Scheduler = "",
    show: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    title: Annotated[str | None, typer.Option(help="The title of the map.")] = None,
    subtitle: Annotated[str | None, typer.Option(help="One line under the title.")] = None,
    introduction: Annotated[str | None, typer.Option(help="A few sentences, Markdown.")] = None,
    credits: Annotated[str | None, typer.Option(help="Who made it, Markdown.")] = None,  # noqa: A002
    language: Annotated[str | None, typer.Option(help=f"{_LANGUAGES}.")] = None,
    tiles: _Tiles = None,
    no_tiles: Annotated[bool, typer.Option("--no-tiles", help="Offer no online map.")] = False,
    tile_key: _TileKeys = None,
    category: _Categories = None,
    reading: ReadingWords,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Build the page of a table."""
    tables = tables or DEFAULT_TABLES
    loud = loudness(quiet=quiet, verbose=verbose)
    _refuse_mixed(output, site, scheduler, show=show)
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
            **reading.settings(),
        }
        settings = settings_of(tables, words)
        if site:
            _build_site(tables, site, settings, scheduler, loud)
        else:
            _build(tables, output or DEFAULT_OUTPUT, settings, loud)
    if show:
        webbrowser.open((output or DEFAULT_OUTPUT).resolve().as_uri())


def _refuse_mixed(output: Path | None, site: Path | None, scheduler: str, *, show: bool) -> None:
    """Refuse options of a page and of a site at once."""
    if site and output:
        raise typer.BadParameter("--site and -o exclude each other: name a folder or a page")
    if site and show:
        raise typer.BadParameter("--open shows a page; a site wants a web server to be looked at")
    if output and show and is_standard_output(output):
        raise typer.BadParameter("--open shows a file, and -o names standard output")
    if scheduler and not site:
        raise typer.BadParameter("--scheduler goes with --site")


def _build(tables: list[str], output: Path, settings: Settings, loud: Loudness) -> None:
    """Write the page, and print what became of the rows."""
    from mapgen.build import STAGES_OF_PAGE
    from mapgen.build import build as build_page
    from mapgen.reading import STAGES_OF_TABLE

    with Stages(len(tables) * STAGES_OF_TABLE + STAGES_OF_PAGE, loud) as tell:
        report = build_page(tables, output, settings, tell=tell)
    if loud is not Loudness.QUIET:
        print_problems(report.events.noticed)
        say(report, err=is_standard_output(output))


def _build_site(
    tables: list[str], output: Path, settings: Settings, scheduler: str, loud: Loudness
) -> None:
    """Write the site, and print what became of the rows."""
    from mapgen.site import STAGES, build_site

    with Stages(STAGES, loud) as tell:
        report = build_site(tables, output, settings, scheduler=scheduler, tell=tell)
    if loud is not Loudness.QUIET:
        print_problems(report.noticed[:MOST_WARNINGS])
        if len(report.noticed) > MOST_WARNINGS:
            say(f"and {len(report.noticed) - MOST_WARNINGS:,} more warnings", err=True)
        say(report)
