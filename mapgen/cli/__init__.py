"""Words on the command line become one call; prints the report and sets the exit code.

The exit codes are told below, as the end of the help text.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import Annotated

import typer

from mapgen.cli.build import build
from mapgen.cli.check import check
from mapgen.cli.export import export
from mapgen.cli.geocode import geocode
from mapgen.cli.lean_folium import WithoutPandas
from mapgen.cli.letters import StreamError, keep_every_letter
from mapgen.cli.new import new
from mapgen.cli.preview import preview
from mapgen.cli.saying import say
from mapgen.version import GENERATOR

app = typer.Typer(
    name="mapgen",
    help="Turn a table of historical events into one interactive map that works offline.",
    epilog="Exit codes: 0 all is well; 1 the table, a setting or the file to write has an error, "
    "and nothing was written (of geocode also: a place is still missing); 2 the command line has "
    "one; 130 Ctrl-C stopped it; 143 the system did.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_SIGNALLED = 128  # what shells add to the number of a signal

for _command in (build, check, preview, geocode, export, new):
    app.command()(_command)


def _print_version(*, asked: bool) -> None:
    if asked:
        say(GENERATOR)
        raise typer.Exit


@app.callback()
def _options(
    *,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Show the version and stop."
        ),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line.

    A run is short and leaves hardly any cycles, so nothing is gained by looking for them: without
    the collector, imports take a fifth less time, and a frozen heap is not walked at the end. No
    large matrices are multiplied, for which OpenBLAS would start a thread for each processor as
    numpy is loaded. Where the system ends a run, it clears away what it has half written.
    """
    gc.disable()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.meta_path.insert(0, WithoutPandas())
    keep_every_letter()
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(_SIGNALLED + number))
    try:
        app()
    except StreamError as error:
        say(error, err=True)
        sys.exit(1)
    finally:
        gc.freeze()
