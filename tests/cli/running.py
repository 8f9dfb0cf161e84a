"""Runs a command of mapgen, and makes tables for it."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from mapgen.cli import app

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def table(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(textwrap.dedent(text), "utf-8")
    return path
