"""Opens a table of texts, whichever program saved it, and knows on which line each row begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from mapgen.coded import taken
from mapgen.errors import Problem, TableError
from mapgen.guarded.limits import COLUMNS, LETTERS, NAMED_COLUMNS
from mapgen.table.contents import kind_of, load, refused
from mapgen.table.grid import filled_rows, named, refuse_long, refuse_twins, refuse_wide
from mapgen.table.own_table import is_own, plain, plain_columns
from mapgen.table.records import split
from mapgen.table.text import decode
from mapgen.table.widths import crowded, short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["Table", "parse", "read"]

_KINDS = {"workbook": "a workbook", "json": "a JSON document", "kml": "a KML document"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """The rows of a file, every cell a text.

    `file` is the name for messages; `folder` is where the file lies. `cells` are the columns below
    the author's headers: texts without outer white space, "" when blank, with LF between lines;
    nothing is converted. A column may be Coded, or Texts of the file (mapgen.coded). `lines` tells
    for each row on which line of the file it begins, or in which row of the sheet of a workbook,
    counted from 1; `header_line` is that of the header, None where the names are on no line.
    `notes` are problems that did not stop the reading; a row that has an error among them is not in
    `cells`. `blank` counts the rows without any text.

    `columns` tells which header stands for a column of mapgen, where that is settled: it counts
    before the names of the headers, and "" says that none does. `layout` says as what the table was
    recognised, such as "a TimelineJS sheet"; then the headers that `columns` does not name stand
    for no column. `words` are settings (title, subtitle, introduction, credits) that the file
    holds of itself.
    """

    file: str
    folder: Path
    cells: Mapping[str, Sequence[str]]
    lines: tuple[int, ...]
    header_line: int | None
    encoding: str
    delimiter: str
    blank: int = 0
    notes: tuple[Problem, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    layout: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


def read(path: Path, *, name: str | None = None) -> Table:
    """Read a CSV file; messages call it `name`, or by its path.

    Raises TableError when it cannot be read as a table at all.
    """
    file = path.as_posix() if name is None else name
    data = load(path, file=file)
    if (kind := kind_of(data, file=file)) != "text":
        cure = "save it as 'CSV UTF-8' and name that file"
        raise refused(file, f"is {_KINDS[kind]}, not a CSV file", cure)
    return parse(data, file=file, folder=path.parent)


def parse(data: bytes, *, file: str, folder: Path, encoding: str = "") -> Table:
    """Read the bytes of a CSV file, in an encoding of Python's or in the one they tell ("").

    Raises TableError when they cannot be read as a table at all.
    """
    from mapgen.table.cutting import columns, header  # noqa: PLC0415  (no help text needs NumPy)

    text = decode(data, file=file, encoding=encoding)
    records = split(text.data, file=file)
    header_line, first = int(records.lines[records.header]), records.header + 1
    refuse_wide(int(records.cells[records.header]), COLUMNS, line=header_line, file=file)
    names = [" ".join(name.split()) for name in header(records)]
    if own := is_own(names):
        names = list(map(plain, names))
    refuse_wide(len(list(filter(None, names))), NAMED_COLUMNS, line=header_line, file=file)
    refuse_twins(names, line=header_line, file=file)

    grid = columns(records)
    kept = filled_rows(grid)
    rows = kept.nonzero()[0] + first
    if not len(rows):
        cure = "write one event per line below it"
        raise TableError([Problem(file=file, message="has a header but no rows", cure=cure)])
    too_long = crowded(records, rows, file=file)
    torn = {records.at(problem.line) for problem in text.problems if problem.line}
    kept[[row - first for row in {*too_long, *torn} if row >= first]] = False
    lines = tuple(records.lines[first:][kept].tolist())
    below = grid if kept.all() else [taken(column, kept.nonzero()[0]) for column in grid]
    cells, unnamed = named(names, below, lines=lines, file=file)
    if own:
        cells = plain_columns(cells)
    if int((records.ends - records.starts).max()) > LETTERS:
        refuse_long(cells, lines=lines, file=file)
    lacking = short(records, rows, file=file, ended=text.ended)
    others = chain(text.problems, too_long.values(), lacking, unnamed)
    return Table(
        file=file,
        folder=folder,
        cells=cells,
        lines=lines,
        header_line=header_line,
        encoding=text.encoding,
        delimiter=records.delimiter,
        blank=len(records.ends) - 1 - len(rows),
        notes=tuple(sorted(others, key=lambda problem: problem.line or 0)),
    )
