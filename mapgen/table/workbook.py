"""Reads a sheet of a workbook (.xlsx, .xls, .ods) as a table of texts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from difflib import get_close_matches
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from mapgen.errors import Problem, TableError, quoted
from mapgen.table import Table
from mapgen.table.contents import refused
from mapgen.table.excel import Marks, read_marks
from mapgen.table.grid import named, refuse_twins

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from python_calamine import CalamineSheet, CalamineWorkbook

_Value: TypeAlias = (
    "str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None"
)

_SAVE = "open it in a spreadsheet program, save it again as .xlsx without a password"
_LISTED = 10
_EXACT = 1e15  # whole floats below this are whole numbers as they were typed


def read(data: bytes, *, file: str, folder: Path, sheet: str = "") -> Table:
    """Return the table of a sheet, by default of the first one with a header and rows.

    Cells become texts: dates as in 2012-07-01, dates that show a month or a year alone as 2012-07
    or 2012, times as in 13:30, whole numbers without a point, truth as yes or no. A cell that was
    merged over several rows counts for each of them. Raises TableError.
    """
    import python_calamine as calamine  # noqa: PLC0415  (only workbooks need it)

    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        names = book.sheet_names
        wanted = _named(names, sheet, file) if sheet else ""
        grids = {wanted: _grid(book, wanted)} if sheet else _filled(book)
    except calamine.PasswordError:
        raise refused(file, "is a workbook with a password", _SAVE) from None
    except (calamine.CalamineError, OSError) as error:
        raise refused(file, f"cannot be read as a workbook ({error})", _SAVE) from error
    if not grids:
        message = "has no sheet with a header and rows"
        raise refused(file, message, "write the names of the columns, one event per row below")
    name, grid = next(iter(grids.items()))
    called = file if len(names) == 1 else f"{file}, sheet {name}"
    marks = read_marks(data, name)
    return _table(grid, marks, file=called, folder=folder, others=list(grids)[1:])


@dataclass(frozen=True, slots=True)
class _Grid:
    """The values of a sheet from its first row and column on, with the place of the header."""

    rows: list[list[_Value]]
    header: int

    @property
    def names(self) -> list[str]:
        return [" ".join(_text(value).split()) for value in self.rows[self.header]]


def _named(names: list[str], wanted: str, file: str) -> str:
    """Return the sheet of a name, compared without case; raises TableError with those there are."""
    keys = {name.strip().casefold(): name for name in names}
    key = wanted.strip().casefold()
    if wanted in names or key in keys:
        return wanted if wanted in names else keys[key]
    near = get_close_matches(key, keys, 1)
    listed = f"its sheets are {', '.join(map(quoted, names[:_LISTED]))}"
    cure = f"did you mean {quoted(keys[near[0]])}? {listed}" if near else listed
    raise refused(file, f"has no sheet called {quoted(wanted)}", cure)


def _filled(book: CalamineWorkbook) -> dict[str, _Grid]:
    """Return the sheets with rows below a header: hidden ones and those of one column last."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415  (as above)

    sheets = [meta for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
    shown = {meta.name: meta.visible == SheetVisibleEnum.Visible for meta in sheets}
    grids = {name: _grid(book, name) for name in shown}
    good = {name: grid for name, grid in grids.items() if _has_rows(grid)}
    listed = {name: grid for name, grid in good.items() if shown[name] and _is_wide(grid)}
    return listed or dict(list(good.items())[:1])


def _has_rows(grid: _Grid) -> bool:
    return any(any(map(_text, row)) for row in grid.rows[grid.header + 1 :])


def _is_wide(grid: _Grid) -> bool:
    return sum(map(bool, grid.names)) > 1


def _grid(book: CalamineWorkbook, name: str) -> _Grid:
    sheet = book.get_sheet_by_name(name)
    rows: list[list[_Value]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    header = next((i for i, row in enumerate(rows) if any(map(_text, row))), 0)
    _spread_merged(sheet, rows, header)
    return _Grid(rows or [[]], header)


def _spread_merged(sheet: CalamineSheet, rows: list[list[_Value]], header: int) -> None:
    """Write the value of a cell that is merged over several rows into each of them."""
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left == right and top > header:
            for row in rows[top + 1 : bottom + 1]:
                row[left] = rows[top][left]


def _table(grid: _Grid, marks: Marks, *, file: str, folder: Path, others: list[str]) -> Table:
    names, header_line = grid.names, grid.header + 1
    refuse_twins(names, line=header_line, file=file)
    rows = list(_texts(grid, marks))
    kept = [(line, cells) for line, cells in rows if any(cells)]
    if not kept:
        raise refused(file, "has a header but no rows", "write one event per line below it")
    _refuse_caption(names, kept, line=header_line, file=file)
    lines = tuple(line for line, _ in kept)
    columns: list[Sequence[str]] = list(zip(*(cells for _, cells in kept), strict=True))
    below, unnamed = named(names, columns, lines=lines, file=file)
    notes = [*_left_out(others, file), *unnamed, *_errors(marks, names, header_line, file)]
    return Table(
        file=file,
        folder=folder,
        cells=below,
        lines=lines,
        header_line=header_line,
        encoding="",
        delimiter="",
        blank=len(rows) - len(kept),
        notes=tuple(sorted(notes, key=lambda problem: problem.line or 0)),
    )


def _texts(grid: _Grid, marks: Marks) -> Iterator[tuple[int, list[str]]]:
    """Yield each row below the header with its number in the sheet, counted from 1."""
    last = max((i for i, row in enumerate(grid.rows) if any(map(_text, row))), default=0)
    for number, row in enumerate(grid.rows[grid.header + 1 : last + 1], grid.header + 2):
        cells = [_text(value) for value in row]
        for column, parts in marks.cut.get(number, {}).items():
            if column < len(row) and isinstance(row[column], dt.date):
                cells[column] = _cut(cells[column], parts)
        yield number, cells


def _text(value: _Value) -> str:  # noqa: PLR0911  (one answer for each type of cell)
    """Return the value of a cell as an author would write it."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return f"{value:.0f}"
    if isinstance(value, dt.datetime):
        day = value.date().isoformat()
        return day if value.time() == dt.time() else f"{day} {_clock(value.time())}"
    if isinstance(value, dt.time):
        return _clock(value)
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return "" if value is None else str(value)


def _clock(time: dt.time) -> str:
    return time.isoformat("seconds" if time.second else "minutes")


def _cut(day: str, parts: int) -> str:
    """Leave out the day, or the month too, that a program added and does not show."""
    kept, added = day.split("-")[:parts], day.split("-")[parts:]
    return "-".join(kept) if set(added) == {"01"} else day


def _refuse_caption(
    names: list[str], rows: list[tuple[int, list[str]]], *, line: int, file: str
) -> None:
    """Refuse a caption in the place of the header: one name above rows of many cells."""
    wide = all(sum(map(bool, cells)) > 1 for _, cells in rows)
    if sum(map(bool, names)) == 1 and wide:
        name = quoted(next(filter(None, names)))
        message = f"the first row with text says only {name}, but the rows below have more cells"
        cure = "name every column in the header, and delete the rows above it"
        raise TableError([Problem(file=file, line=line, message=message, cure=cure)])


def _left_out(others: list[str], file: str) -> list[Problem]:
    """Warn of other sheets with rows, unless the author said which one counts."""
    if not others:
        return []
    several = len(others) > 1
    listed = ", ".join(map(quoted, others[:_LISTED]))
    return [
        Problem(
            file=file,
            message=f"the sheet{'s' * several} {listed} {'were' if several else 'was'} not read",
            cure='say which sheet holds the events, as in --sheet "Events"',
            severity="warning",
        )
    ]


def _errors(marks: Marks, names: list[str], header_line: int, file: str) -> list[Problem]:
    """Warn of cells that show an error instead of a value; they are read as blank."""
    found = [(row, column, said) for row, column, said in marks.errors if row > header_line]
    if not found:
        return []
    row, column, said = found[0]
    more = f" (and {len(found) - 1} more cells like it)" if len(found) > 1 else ""
    return [
        Problem(
            file=file,
            line=row,
            column=names[column] if column < len(names) else None,
            message=f"the formula of this cell failed: it shows {said}{more}; it is read as blank",
            cure="mend the formula, or write the value itself",
            severity="warning",
        )
    ]
