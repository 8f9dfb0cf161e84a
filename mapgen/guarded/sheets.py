"""Reads the sheets of a workbook (.xlsx, .xls, .ods) as texts; runs in a child."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from difflib import get_close_matches
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from mapgen.guarded.limits import CELLS, COLUMNS
from mapgen.guarded.refusing import CURE, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from python_calamine import CalamineWorkbook

_Value: TypeAlias = (
    "str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None"
)

_SAVE = "open it in a spreadsheet program, save it again as .xlsx without a password"
_LISTED = 10
_EXACT = 1e15  # whole floats below this are whole numbers as they were typed


def read(data: bytes, wanted: str) -> dict[str, Any]:
    """Return a sheet, by default the first one with a header and rows.

    It is its `name`, whether it is one of `several`, its `rows` of texts down to the last one with
    any, the number of its `header` among them, counted from 0, and the `others` that could have
    been read. A cell that was merged over several rows counts for each. Raises Refused.
    """
    import python_calamine as calamine  # a child that cannot load it says so

    with _opening():
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        names = book.sheet_names
    name = _named(names, wanted) if wanted else ""
    grids = {name: _grid(book, name)} if wanted else _filled(book)
    if not grids:
        cure = "write the names of the columns, one event per row below"
        raise Refused("has no sheet with a header and rows", cure)
    (name, grid), *others = grids.items()
    return {
        "name": name,
        "several": len(names) > 1,
        "rows": _texts(grid),
        "header": grid.header,
        "others": [other for other, _ in others],
    }


class _Grid(NamedTuple):
    """The values of a sheet from its first row and column on, with the place of the header."""

    rows: list[list[_Value]]
    header: int


@contextmanager
def _opening() -> Iterator[None]:
    """Refuse whatever the parser does not understand; it has errors of many kinds, and panics."""
    from python_calamine import PasswordError

    try:
        yield
    except PasswordError:
        raise Refused("is a workbook with a password", _SAVE) from None
    except (MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic is no Exception
        said = " ".join(str(error).split()) or type(error).__name__  # panics tell in many lines
        message = f"cannot be read as a workbook ({said})"
        raise Refused(message, _SAVE) from error


def _named(names: list[str], wanted: str) -> str:
    """Return the sheet of a name, compared without case; raises Refused with those there are."""
    from mapgen.errors import quoted

    keys = {name.strip().casefold(): name for name in names}
    key = wanted.strip().casefold()
    if wanted in names or key in keys:
        return wanted if wanted in names else keys[key]
    near = get_close_matches(key, keys, 1)
    listed = f"its sheets are {', '.join(map(quoted, names[:_LISTED]))}"
    cure = f"did you mean {quoted(keys[near[0]])}? {listed}" if near else listed
    raise Refused(f"has no sheet called {quoted(wanted)}", cure)


def _filled(book: CalamineWorkbook) -> dict[str, _Grid]:
    """Return the sheets with rows below a header: hidden ones and those of one column last."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [meta for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
    shown = {meta.name: meta.visible == SheetVisibleEnum.Visible for meta in sheets}
    grids = {name: _grid(book, name) for name in shown}
    good = {name: grid for name, grid in grids.items() if _has_rows(grid)}
    listed = {name: grid for name, grid in good.items() if shown[name] and _is_wide(grid)}
    return listed or dict(list(good.items())[:1])


def _has_rows(grid: _Grid) -> bool:
    return any(any(map(_text, row)) for row in grid.rows[grid.header + 1 :])


def _is_wide(grid: _Grid) -> bool:
    return sum(bool(_text(value)) for value in grid.rows[grid.header]) > 1


def _grid(book: CalamineWorkbook, name: str) -> _Grid:
    with _opening():
        sheet = book.get_sheet_by_name(name)
        bottom, right = sheet.end or (0, 0)
    height, width = bottom + 1, right + 1
    if width > COLUMNS or height * width > CELLS:
        message = f"has a sheet of {height:,} rows and {width:,} columns"
        raise Refused(message, f"delete the cells far from the table, or {CURE}")
    with _opening():
        cells = sheet.to_python(skip_empty_area=False)
        merged = list(sheet.merged_cell_ranges or ())
    rows: list[list[_Value]] = [list(row) for row in cells] or [[]]
    header = next((i for i, row in enumerate(rows) if any(map(_text, row))), 0)
    _spread_merged(merged, rows, header)
    return _Grid(rows, header)


def _spread_merged(
    merged: list[tuple[tuple[int, int], tuple[int, int]]], rows: list[list[_Value]], header: int
) -> None:
    """Write the value of a cell that is merged over several rows into each of them."""
    for (top, left), (bottom, right) in merged:
        if left == right < len(rows[0]) and top > header:
            for row in rows[top + 1 : bottom + 1]:
                row[left] = rows[top][left]


def _texts(grid: _Grid) -> list[list[str]]:
    found = [list(map(_text, row)) for row in grid.rows]
    last = max((i for i, row in enumerate(found) if any(row)), default=0)
    return found[: last + 1]


def _text(value: _Value) -> str:
    """Return the value of a cell as an author would write it."""
    if isinstance(value, str):
        text = value.strip()
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < _EXACT
        return f"{value:.0f}" if whole else repr(value)
    return "" if value is None else _written(value)


@lru_cache(maxsize=1 << 16, typed=True)
def _written(value: int | dt.date | dt.time | dt.timedelta) -> str:
    """Return a truth, a whole number or a time as text; most tables have each day several times."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        day = value.date().isoformat()
        return day if value.time() == dt.time() else f"{day} {_clock(value.time())}"
    if isinstance(value, dt.time):
        return _clock(value)
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return str(value)


def _clock(time: dt.time) -> str:
    return time.isoformat("seconds" if time.second else "minutes")
