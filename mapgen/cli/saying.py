"""Says everything that a command says, so that a terminal shows it and does nothing else."""

from __future__ import annotations

from typing import IO

import typer

from mapgen.errors import printable


def say(text: object, *, err: bool = False, nl: bool = True, file: IO[str] | None = None) -> None:
    """Print a text of one line or several, as typer.echo does.

    Names, headers and answers may hold what a terminal would obey (ESC, BEL, marks that turn the
    direction round): it is printed by its number.
    """
    typer.echo(printable(str(text), lines=True), err=err, nl=nl, file=file)
