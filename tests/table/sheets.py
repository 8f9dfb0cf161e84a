"""Tables that tests read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen import table
from mapgen.errors import TableError

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.errors import Problem
    from mapgen.table import Table


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
