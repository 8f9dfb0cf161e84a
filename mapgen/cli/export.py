"""`mapgen export`: the events of a table for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path  # noqa: TC003  (typer reads the annotation)
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
from mapgen.cli.reporting import Reporting, print_problems
from mapgen.cli.saying import say
from mapgen.errors import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.reading import Events


class Form(StrEnum):
    """The format of an export."""

    GEOJSON = "geojson"
    LINKED_PLACES = "linked-places"
    TIMELINEJS = "timelinejs"
    KML = "kml"
    CSV = "csv"


@takes_reading()
def export(  # noqa: PLR0913  (each option of the command line is a parameter)
    tables: Tables = None,
    *,
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            help="The file. Its ending tells the format: .geojson, .jsonld (Linked Places), "
            ".json (TimelineJS), .kml or .csv (mapgen's own).",
        ),
    ],
    form: Annotated[
        Form | None, typer.Option("--as", help="The format, where the ending tells none.")
    ] = None,
    reading: ReadingWords,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write the events of a table for other programs."""
    from mapgen.export import export as export_events
    from mapgen.export import format_of
    from mapgen.files import called, is_standard_output, refuse, write_whole
    from mapgen.reading import STAGES_OF_TABLE, read_events
    from mapgen.reading.counts import counted
    from mapgen.reading.sources import files_of

    tables = tables or DEFAULT_TABLES
    loud, name = loudness(quiet=quiet, verbose=verbose), called(output)
    with Reporting(quiet=quiet):
        refuse(output, files_of(tables))
        chosen = format_of(output, None if form is None else form.value)
        settings = settings_of(tables, reading.settings())
        with Stages(len(tables) * STAGES_OF_TABLE + 1, loud) as tell:
            events = read_events(*tables, reading=settings.reading, tell=tell)
            tell(f"writing {name}")
            written = export_events(events, settings.completed(events.words), chosen)
            size = write_whole(output, written.content, read=events.read)
    if not quiet:
        print_problems(events.noticed)
        for sentence in (*written.lost, *_left_behind(events, output)):
            say(f"warning: {name}: {sentence}", err=True)
        told = f"{counted(len(events), 'event')} as {chosen}"
        say(f"{name}: {told}, {size / 1000:,.0f} kB", err=is_standard_output(output))


def _left_behind(events: Events, output: Path) -> Iterator[str]:
    """Say which images the export names from another folder."""
    names = {event.image for event in events if event.image and "://" not in event.image}
    if names and output.parent.resolve() != events.folder.resolve():
        listed = ", ".join(sorted(map(quoted, names))[:3])
        named = "1 image is" if len(names) == 1 else f"{len(names)} images are"
        beside = "put it" if len(names) == 1 else "put them"
        yield f"{named} named, not copied ({listed}); {beside} beside the file"
