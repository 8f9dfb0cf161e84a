"""`mapgen new`: a folder to begin with."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  (typer reads the annotation)
from typing import Annotated

import typer

from mapgen.cli.options import Quiet  # noqa: TC001  (typer reads the annotation)
from mapgen.cli.reporting import Reporting
from mapgen.cli.saying import say
from mapgen.starting import start


def new(
    name: Annotated[Path, typer.Argument(help="The folder; it is made.")], *, quiet: Quiet = False
) -> None:
    """Start a folder for a new map: a small table and its settings."""
    with Reporting():
        paths = start(name)
    if not quiet:
        for path in paths:
            say(path.as_posix())
        say(f"change them into yours; then, in {name.as_posix()}: mapgen build --open")
