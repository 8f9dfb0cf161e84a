"""Fills the blank coordinates of the author's own file: the whole story of how that is done."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mapgen import events, layouts, locating, table
from mapgen.errors import Problem, TableError, of_severity
from mapgen.filling import csv_bytes
from mapgen.filling.blanks import blanks, doubts, filled, left
from mapgen.filling.columns import ADDED, Columns
from mapgen.filling.filled import Doubt, Filled, Filling
from mapgen.filling.finding import Finder
from mapgen.filling.saving import swap
from mapgen.table.contents import kind_of, load
from mapgen.table.instructions import tell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mapgen.events import Event
    from mapgen.settings import Reading
    from mapgen.table import Table

__all__ = ["Doubt", "Filled", "Filling", "Finder", "fill", "save"]

_OTHERS = {"workbook": "a workbook", "json": "a JSON document", "kml": "a KML document"}
_DEGREES = 1e-5  # numbers.py writes no smaller ones
_NAME_COLUMNS = "add the columns lat and lon to it, and say --column lat=lat --column lon=lon"
_Texts = dict[tuple[int, str], str]  # by the line of a row and the header of a column


def fill(path: Path, reading: Reading, finder: Finder) -> Filling:
    """Return what a CSV file is with its blank coordinates filled; nothing is written yet.

    A place counts that has a name and neither latitude nor longitude: as another row of the table
    has it, else as `finder` finds it. Raises TableError where the file is no CSV file, or where
    a row of it cannot be read in full.
    """
    file = path.as_posix()
    before = _load(path, file=file)
    plain, read = _read(before, path, reading)
    checked = events.check(read, customs=reading.customs)
    columns = Columns.of(read, checked.columns)
    rows = [*checked.events, *checked.refused]
    located, missed = locating.locate(rows, file=file, columns=checked.columns, gazetteer=finder)

    searched = blanks(rows, located)
    found = tuple(each for blank in searched if (each := filled(blank, columns, finder)))
    texts = _texts(found, columns, plain, read)
    after = csv_bytes.write(before, texts, file=file, encoding=reading.encoding)
    if texts:
        known = sorted(located, key=lambda event: event.line)
        _refuse_misreading(plain, texts, known, *_read(after, path, reading))
    return Filling(
        file=file,
        encoding=plain.encoding,
        before=before,
        after=after,
        added=tuple(dict.fromkeys(name for _, name in texts if name not in plain.cells)),
        filled=found,
        doubts=tuple(doubts(searched, columns, finder)),
        left=tuple(left(searched, columns, finder, missed)),
        refused=of_severity(checked.problems, "error"),
    )


def save(path: Path, filling: Filling) -> None:
    """Write a filling into its file; raises TableError where that changed since it was read."""
    if filling.after != filling.before:
        swap(path, before=filling.before, after=filling.after)


def _load(path: Path, *, file: str) -> bytes:
    """Return the bytes of a CSV file, and raise TableError for any other kind."""
    data = load(path, file=file)
    if (kind := kind_of(data, file=file)) != "text":
        message = f"is {_OTHERS.get(kind, 'no text')}, and only CSV files are filled in place"
        raise _refusal(file, message, "save the table as 'CSV UTF-8' and fill that")
    return data


def _read(data: bytes, path: Path, reading: Reading) -> tuple[Table, Table]:
    """Return a table as it stands in the file, and as the map understands it.

    Raises TableError also where a row is torn: its cells are not where they seem to be.
    """
    file = path.as_posix()
    plain = table.parse(data, file=file, folder=path.parent, encoding=reading.encoding)
    errors = [note for note in plain.notes if note.severity == "error"]
    if errors:
        raise TableError(errors)
    told = tell(plain, columns=reading.columns, fill_down=reading.fill_down)
    return plain, layouts.recognise(told)


def _texts(found: tuple[Filled, ...], columns: Columns, plain: Table, read: Table) -> _Texts:
    """Return what is written into which cell.

    Raises TableError where the map takes its coordinates from a column that is made of others.
    """
    texts: _Texts = {}
    for each in found:
        row = columns.texts(each.end, each.latitude, each.longitude)
        texts |= {(each.line, header): text for header, text in row.items()}
    blank = {header: list(column) for header, column in plain.cells.items()}
    rows = {line: row for row, line in enumerate(plain.lines)}
    for line, header in texts:
        there = blank[header][rows[line]] if header in blank else ""
        if there or (header not in blank and header not in ADDED):
            message = f"keeps its coordinates as {read.layout or 'a table'} does, in other cells"
            raise _refusal(plain.file, message, _NAME_COLUMNS)
    return texts


def _refuse_misreading(
    before: Table, texts: _Texts, known: Sequence[Event], plain: Table, read: Table
) -> None:
    """Raise TableError unless the new bytes are read as the old table with these cells filled.

    `known` are the events of the old table, located; their coordinates must be read again.
    """
    wanted = {header: list(column) for header, column in before.cells.items()}
    rows = {line: row for row, line in enumerate(before.lines)}
    for (line, header), text in texts.items():
        wanted.setdefault(header, [""] * len(rows))[rows[line]] = text
    if wanted != {header: list(column) for header, column in plain.cells.items()}:
        message = "is quoted in a way that would be read as another table once it is filled"
        cure = "save it anew as 'CSV UTF-8' from a spreadsheet program and run this again"
        raise _refusal(before.file, message, cure)
    checked = events.check(read)
    again = sorted([*checked.events, *checked.refused], key=lambda event: event.line)
    if len(known) != len(again):
        message = "has rows that are no events, and would be taken for some with columns added"
        raise _refusal(before.file, message, "run mapgen check and mend what it reports of them")
    if not all(map(_same_points, known, again)):
        message = f"keeps its coordinates as {read.layout or 'a table'} does, in other cells"
        raise _refusal(before.file, message, _NAME_COLUMNS)


def _same_points(one: Event, other: Event) -> bool:
    """Tell whether two events are at the same places, to the decimals that are written."""
    pairs = ((one.place, other.place), (one.to, other.to))
    degrees = [
        (getattr(a, axis, None), getattr(b, axis, None))
        for a, b in pairs
        for axis in ("lat", "lon")
    ]
    return all(
        a is b if a is None or b is None else math.isclose(a, b, abs_tol=_DEGREES)
        for a, b in degrees
    )


def _refusal(file: str, message: str, cure: str) -> TableError:
    return TableError([Problem(file=file, message=message, cure=cure)])
