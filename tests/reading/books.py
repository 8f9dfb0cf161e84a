"""Workbooks and tables that tests read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from mapgen.errors import TableError
from mapgen.reading import sources
from mapgen.settings import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mapgen.table import Table


HERE = Reading()


CSV = b"title,date\nOne,1920\n"


def cells(found: Table) -> list[list[str]]:
    return list(map(list, zip(*found.cells.values(), strict=True)))


def refusal(where: str | Path, reading: Reading = HERE) -> str:
    with pytest.raises(TableError) as caught:
        sources.read(where, reading)
    return "\n".join(map(str, caught.value.problems))


def workbook(path: Path, sheets: Mapping[str, Any]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path
