"""Opens a table of texts, whichever program saved it, and knows on which line each row begins."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from mapgen.guarded.limits import LETTERS
from mapgen.table import handwritten
from mapgen.table.contents import kind_of, load, refused
from mapgen.table.grid import named, refuse_long
from mapgen.table.own_table import is_own, plain, plain_columns
from mapgen.table.records import delimiter_of
from mapgen.table.text import decode, with_plain_breaks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from mapgen.errors import Problem
    from mapgen.table.grid import Grid
    from mapgen.table.text import Text

__all__ = ["Table", "parse", "read"]

_KINDS = {"workbook": "a workbook", "json": "a JSON document", "kml": "a KML document"}
_LARGE = 1_000_000  # bytes; less is read in less time than pyarrow is loaded


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """The rows of a file, every cell a text.

    `file` is the name for messages; `folder` is where the file lies. `cells` are the columns below
    the author's headers: texts without outer white space, "" when blank, with LF between lines;
    nothing is converted. A long column is one of mapgen.columns. `lines` tells for each row on
    which line of the file it begins, or in which row of the sheet of a workbook, counted from 1;
    `header_line` is that of the header, None where the names are on no line. `notes` are problems
    that did not stop the reading; a row that has an error among them is not in `cells`. `blank`
    counts the rows without any text.

    `columns` tells which header stands for a column of mapgen, where that is settled: it counts
    before the names of the headers, and "" says that none does. `layout` says as what the table was
    recognised, such as "a TimelineJS sheet"; then the headers that `columns` does not name stand
    for no column. `words` are settings (title, subtitle, introduction, credits) that the file
    holds of itself.
    """

    file: str
    folder: Path
    cells: Mapping[str, Sequence[str]]
    lines: Sequence[int]
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
    text = decode(data, file=file, encoding=encoding)
    if text.data.count(b"\r") != text.data.count(b"\r\n"):
        text = replace(text, data=with_plain_breaks(text.data))
    delimiter = delimiter_of(text.data, file=file)
    grid = _neat(text, delimiter, file=file) or handwritten.read(text, delimiter, file=file)
    cells, unnamed = named(grid.names, grid.columns, lines=grid.lines, file=file)
    if is_own(grid.names):
        cells = plain_columns({plain(name): column for name, column in cells.items()})
    if grid.longest > LETTERS:
        refuse_long(cells, lines=grid.lines, file=file)
    others = chain(text.problems, grid.problems, unnamed)
    return Table(
        file=file,
        folder=folder,
        cells=cells,
        lines=grid.lines,
        header_line=grid.header_line,
        encoding=text.encoding,
        delimiter=delimiter,
        blank=grid.blank,
        notes=tuple(sorted(others, key=lambda problem: problem.line or 0)),
    )


def _neat(text: Text, delimiter: str, *, file: str) -> Grid | None:
    """Read a large text that a program wrote; None for any other."""
    if len(text.data) < _LARGE or text.problems:
        return None
    from mapgen.table import neat

    return neat.read(text.data, delimiter, file=file)
