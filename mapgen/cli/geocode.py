"""`mapgen geocode`: the blank coordinates of a table, filled in its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mapgen.cli.options import (
    DEFAULT_TABLES,
    ReadingWords,
    settings_of,
    takes_reading,
)
from mapgen.cli.reporting import Reporting
from mapgen.cli.saying import say

if TYPE_CHECKING:
    from mapgen.places.geocoding.service import Service
    from mapgen.settings import Reading

_INTERRUPTED = 130  # what a shell says of a program that Ctrl-C ended


@takes_reading("date_order", "year_zero", "year_pairs", "sheet")
def geocode(  # noqa: PLR0913  (each option of the command line is a parameter)
    table: Annotated[
        str, typer.Argument(metavar="TABLE", help="The CSV file of events.")
    ] = DEFAULT_TABLES[0],
    *,
    online: Annotated[
        bool, typer.Option("--online", help="Ask OpenStreetMap for what no gazetteer has.")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Write doubtful places too: the first of each list.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the changes and write nothing.")
    ] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Ask again, also what was answered before.")
    ] = False,
    server: Annotated[
        str | None, typer.Option(help="Another Nominatim server, such as https://geo.example.org.")
    ] = None,
    user_agent: Annotated[
        str | None, typer.Option(help="Who asks: your project and an address of yours.")
    ] = None,
    timeout: Annotated[
        float | None, typer.Option(help="Seconds to wait for one answer.  [default: 10]")
    ] = None,
    reading: ReadingWords,
) -> None:
    """Fill the blank coordinates of a CSV file, in the file itself.

    Only blank cells change: where a row has a place, but no latitude and
    no longitude. Places come from the gazetteer on disk and, with --online,
    from OpenStreetMap: name "© OpenStreetMap contributors" beside those.

    Exit code 0: no place is left without coordinates; 1: some are doubtful
    or not found, or the table has an error; 2: the command line has one.
    """
    asking = fresh or (server, user_agent, timeout) != (None, None, None)
    _refuse(table, asking_for_nothing=asking and not online)
    path = Path(table)
    with Reporting():
        told = settings_of([table], reading.settings()).reading
        service = _service(server, user_agent, timeout, fresh=fresh) if online else None
        complete = _fill(path, told, service, accept=accept, dry_run=dry_run)
    if not complete:
        raise typer.Exit(1)


def _refuse(table: str, *, asking_for_nothing: bool) -> None:
    """Refuse words of the command line that do not go together."""
    if table == "-" or "://" in table:
        raise typer.BadParameter(f"{table!r} is no file; only a CSV file is filled in place")
    if asking_for_nothing:
        raise typer.BadParameter(
            "--fresh, --server, --user-agent and --timeout say how to ask, and need --online"
        )


def _service(
    server: str | None, user_agent: str | None, timeout: float | None, *, fresh: bool
) -> Service:
    """Return the server that is asked; raises SettingsError."""
    from mapgen.places.geocoding import memory, service

    return service.Service(
        memory.Memory(memory.usual_path(), fresh=fresh),
        server=service.USUAL_SERVER if server is None else server,
        user_agent=service.USUAL_AGENT if user_agent is None else user_agent,
        timeout=service.USUAL_TIMEOUT if timeout is None else timeout,
        tell=lambda text: say(text, err=True),
    )


def _fill(
    path: Path, reading: Reading, service: Service | None, *, accept: bool, dry_run: bool
) -> bool:
    """Fill a file, or show how; tell whether no place is left without coordinates."""
    from mapgen import filling
    from mapgen.filling.telling import details, diff, summary

    try:
        found = filling.fill(path, reading, filling.Finder(service=service, accept=accept))
    except KeyboardInterrupt:
        kept = "; the answers so far are kept, and the same command goes on" if service else ""
        say(f"stopped; nothing was written{kept}", err=True)
        raise typer.Exit(_INTERRUPTED) from None
    if dry_run:
        say(diff(found), nl=False)
    else:
        filling.save(path, found)
    for each in details(found):
        say(each, err=True)
    say(summary(found, written=not dry_run), err=dry_run)
    return found.complete
