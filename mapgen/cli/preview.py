"""`mapgen preview`: the page in the browser, drawn anew whenever the table is saved."""

from __future__ import annotations

import gc
import signal
import time
import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

from mapgen.cli.options import (
    DEFAULT_TABLES,
    Quiet,
    ReadingWords,
    Tables,
    settings_of,
    takes_reading,
)
from mapgen.cli.reporting import Reporting, print_problems
from mapgen.cli.saying import say
from mapgen.errors import of_severity

if TYPE_CHECKING:
    from mapgen.errors import Problem
    from mapgen.preview import Drawing

DEFAULT_PORT = 8765


@takes_reading()
def preview(
    tables: Tables = None,
    *,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The number in the address; 0 takes a free one.")
    ] = DEFAULT_PORT,
    show: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    reading: ReadingWords,
    quiet: Quiet = False,
) -> None:
    """Show the page in the browser, anew whenever the table, the settings or an image is saved.

    Only this computer can see it. What is wrong with the table stands in the page and here. Ctrl-C
    ends the preview; `mapgen build` writes the page.
    """
    tables = tables or DEFAULT_TABLES
    if "-" in tables:
        raise typer.BadParameter("standard input does not change; give the name of a file")
    words = reading.settings()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    gc.enable()  # a preview is no short run
    try:
        with Reporting():
            _run(tables, words, port, _Teller(quiet=quiet), show=show)
    except KeyboardInterrupt:
        if not quiet:
            say("the preview has ended")


def _run(
    tables: list[str], words: dict[str, object], port: int, tell: _Teller, *, show: bool
) -> None:
    from mapgen.preview import Board, follow, serving

    board = Board()
    with serving(port, board) as address:
        tell.begin(address, tables)
        if show:
            webbrowser.open(address)
        try:
            follow(tables, lambda: settings_of(tables, words), board, hear=tell)
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # the end takes no time, and has begun


class _Teller:
    """Tells on the terminal what came of each drawing: problems that it told last only once."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._told: tuple[Problem, ...] = ()

    def begin(self, address: str, tables: list[str]) -> None:
        if self._quiet:
            return
        say(f"{address} shows {', '.join(tables)}, anew whenever you save; Ctrl-C ends it")
        for table in tables:
            if "://" in table:
                say(f"{table} is read again when another file is saved")

    def __call__(self, drawing: Drawing, seconds: float) -> None:
        if drawing.fault:
            say(drawing.fault, err=True)
            say("this is a fault of mapgen, not of your table", err=True)
        elif drawing.message:
            say(drawing.message, err=True)
        elif not drawing.page or drawing.problems != self._told:
            print_problems(drawing.problems, quiet=self._quiet)
        self._told = drawing.problems
        if drawing.page and self._quiet:
            return
        clock = time.strftime("%H:%M:%S")
        say(f"{clock}  {_outcome(drawing)}, {seconds:.2f} s", err=not drawing.page)


def _outcome(drawing: Drawing) -> str:
    if not drawing.page:
        return "not drawn, the page stays as it was"
    warnings = len(of_severity(drawing.problems, "warning"))
    told = "no warnings" if not warnings else f"{warnings} warning{'s' if warnings > 1 else ''}"
    return f"drawn with {drawing.events} event{'' if drawing.events == 1 else 's'}, {told}"
