"""Tables that Python holds already: frames, Arrow streams, records and open files.

A frame becomes a Table, whose cells are the texts that an author would have written, and is read
like any other. It has no lines: messages count its rows from 1.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol, TypeAlias, TypeGuard, runtime_checkable

from mapgen.columns import taken
from mapgen.errors import TableError
from mapgen.guarded.limits import NAMED_COLUMNS
from mapgen.reading.frames.cell_texts import text_of
from mapgen.regex import regex
from mapgen.table import Table
from mapgen.table.contents import refused
from mapgen.table.grid import filled_rows, refuse_long, refuse_twins, refuse_wide

if TYPE_CHECKING:
    import re

    from mapgen.errors import Problem

_LINES = regex(r'"[^"]*"|\b([Ll])ine(s?)(?= [0-9])')  # what an author wrote is in quotes
_BY_INITIAL = {"l": "row", "L": "Row"}


class PandasFrame(Protocol):
    """What a `pandas.DataFrame` or a `geopandas.GeoDataFrame` has."""

    @property
    def columns(self) -> Any: ...  # noqa: D102  (pandas')
    @property
    def index(self) -> Any: ...  # noqa: D102  (the same)
    @property
    def dtypes(self) -> Any: ...  # noqa: D102  (the same)


@runtime_checkable
class ArrowStream(Protocol):
    """What follows Arrow's PyCapsule interface: tables of pyarrow, polars, DuckDB and others."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...


Frame: TypeAlias = PandasFrame | ArrowStream | Sequence[Mapping[str, object]] | IO[str] | IO[bytes]


def is_frame(
    source: object,
) -> TypeGuard[PandasFrame | ArrowStream | Sequence[Mapping[str, object]]]:
    """Tell whether a source is a table with columns; an open file is none."""
    if isinstance(source, (str, Path)):
        return False
    return _is_pandas(source) or isinstance(source, ArrowStream) or _is_records(source)


def is_open_file(source: object) -> TypeGuard[IO[str] | IO[bytes]]:
    """Tell whether a source is a file that can be read."""
    return callable(getattr(source, "read", None)) and not is_frame(source)


def name_of(source: object) -> str:
    """Return what messages call a frame or an open file."""
    name = getattr(source, "name", "") if is_open_file(source) else ""
    if name and isinstance(name, str):
        return name
    return "records" if _is_records(source) else type(source).__name__


def content_of(source: IO[str] | IO[bytes]) -> bytes:
    """Return what an open file holds from where it stands."""
    content = source.read()
    return content.encode() if isinstance(content, str) else content


def table_of(source: object, *, file: str) -> Table:
    """Return the table of a frame; messages call it `file`. Raises TableError where it is none."""
    columns = _columns(source)
    names = [name for name, _ in columns]
    refuse_wide(len(names), NAMED_COLUMNS, line=None, file=file)
    refuse_twins(names, line=None, file=file)
    cells = {name: column for name, column in columns if name}
    is_filled = filled_rows(list(cells.values()) or [[]])
    if not is_filled.any():
        raise refused(file, "has no rows", "give it a row for each event, with columns by name")
    lines: Sequence[int] = range(1, len(is_filled) + 1)
    if not is_filled.all():
        rows = is_filled.nonzero()[0].astype("int64")
        cells = {name: taken(column, rows) for name, column in cells.items()}
        lines = tuple((rows + 1).tolist())
    refuse_long(cells, lines=lines, file=file)
    return Table(
        file=file,
        folder=Path(),
        cells=cells,
        lines=lines,
        header_line=None,
        encoding="",
        delimiter="",
        blank=len(is_filled) - len(lines),
    )


def by_rows(problems: Iterable[Problem], frames: Sequence[str]) -> tuple[Problem, ...]:
    """Return problems, those of `frames` with rows in place of lines."""
    return tuple(_by_row(each) if each.file in frames else each for each in problems)


def in_rows(error: TableError, frames: Sequence[str]) -> TableError:
    """Return the error with rows in place of lines."""
    return TableError(by_rows(error.problems, frames))


def _by_row(problem: Problem) -> Problem:
    message, cure = (_LINES.sub(_row, text) for text in (problem.message, problem.cure))
    return dataclasses.replace(problem, unit="row", message=message, cure=cure)


def _row(found: re.Match[str]) -> str:
    return f"{_BY_INITIAL[found[1]]}{found[2]}" if found[1] else found[0]


def _is_pandas(source: object) -> TypeGuard[PandasFrame]:
    return all(hasattr(source, name) for name in ("columns", "index", "dtypes", "iloc"))


def _is_records(source: object) -> TypeGuard[Sequence[Mapping[str, object]]]:
    return (
        isinstance(source, Sequence)
        and len(source) > 0
        and not isinstance(source, (str, bytes))
        and all(isinstance(record, Mapping) for record in source)
    )


def _columns(source: object) -> list[tuple[str, Sequence[str]]]:
    """Return the columns of a frame by their names, as texts."""
    if _is_pandas(source):
        from mapgen.reading.frames import pandas_frames

        return pandas_frames.columns_of(source)
    if isinstance(source, ArrowStream):
        from mapgen.reading.frames import arrow

        return arrow.columns_of(source)
    if _is_records(source):
        names = dict.fromkeys(str(name) for record in source for name in record)
        rows = [{str(name): value for name, value in record.items()} for record in source]
        return [(name.strip(), [text_of(row.get(name)) for row in rows]) for name in names]
    raise TypeError(f"a table is a path, a frame, records or an open file, not {type(source)}")
