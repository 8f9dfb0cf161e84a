"""Tables that tests read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen import table
from mapgen.errors import TableError
from mapgen.table import handwritten, neat
from mapgen.table.text import decode, with_plain_breaks

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.errors import Problem
    from mapgen.table import Table
    from mapgen.table.grid import Grid


def read(folder: Path, content: str | bytes, name: str = "t.csv") -> Table:
    """Write a file and read it under its bare name."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return table.read(path, name=name)


def refusal(folder: Path, content: str | bytes, name: str = "t.csv") -> str:
    with pytest.raises(TableError) as caught:
        read(folder, content, name)
    return said(caught.value.problems)


def said(problems: tuple[Problem, ...]) -> str:
    return "\n".join(map(str, problems))


def cells(found: Table) -> list[list[str]]:
    return list(map(list, zip(*found.cells.values(), strict=True)))


def cut(text: str) -> list[list[str]] | None:
    """Return the rows that are cut out of a text, or why it is refused; None where it is not neat.

    A row begins with its line; the last says how many blank ones there were.
    """
    data = decode(text.encode(), file="t.csv").data
    if data.count(b"\r") != data.count(b"\r\n"):
        data = with_plain_breaks(data)
    try:
        grid = neat.read(data, ",", file="t.csv")
    except TableError as error:
        return [[str(error)]]
    return _rows_of(grid) if grid else None


def read_one_by_one(text: str) -> list[list[str]]:
    """Return the same of the cells that are read one by one."""
    try:
        return _rows_of(handwritten.read(decode(text.encode(), file="t.csv"), ",", file="t.csv"))
    except TableError as error:
        return [[str(error)]]


def _rows_of(grid: Grid) -> list[list[str]]:
    assert not grid.problems
    rows = zip(*grid.columns, strict=True)
    lines = [[str(line), *row] for line, row in zip(grid.lines, rows, strict=True)]
    return [[str(grid.header_line), *grid.names], *lines, [str(grid.blank)]]
