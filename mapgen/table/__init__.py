"""Opens a table of texts, whichever program saved it, and knows on which line each row begins."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from mapgen.errors import Problem, TableError
from mapgen.table.contents import load
from mapgen.table.records import split
from mapgen.table.text import decode
from mapgen.table.widths import crowded, short

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from mapgen.table.records import Records

__all__ = ["Table", "read"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """The rows of a file, every cell a text.

    `file` is the name for messages; `folder` is where the file lies. The columns of `frame` are the
    author's headers. Its cells are str without outer white space, "" when blank, with LF between
    lines; nothing is converted. `lines` tells for each row of `frame` on which line of the file it
    begins, counted from 1; `header_line` is that of the header. `notes` are problems that did not
    stop the reading; a row that has an error among them is not in `frame`. `blank` counts the rows
    without any text.
    """

    file: str
    folder: Path
    frame: pd.DataFrame
    lines: tuple[int, ...]
    header_line: int
    encoding: str
    delimiter: str
    blank: int = 0
    notes: tuple[Problem, ...] = ()


def read(path: Path, *, name: str | None = None) -> Table:
    """Read a CSV file; messages call it `name`, or by its path.

    Raises TableError when it cannot be read as a table at all.
    """
    file = path.as_posix() if name is None else name
    text = decode(load(path, file=file), file=file)
    records = split(text.characters, file=file)
    grid = _grid(records)
    header_line = int(records.lines[records.header])
    grid.columns = [" ".join(cell.split()) for cell in grid.iloc[records.header]]
    _refuse_twins(list(grid.columns), line=header_line, file=file)

    kept = (grid.to_numpy() != "").any(axis=1)
    kept[: records.header + 1] = False
    rows = kept.nonzero()[0]
    if not len(rows):
        cure = "write one event per line below it"
        raise TableError([Problem(file=file, message="has a header but no rows", cure=cure)])
    too_long = crowded(records, rows, file=file)
    torn = {records.at(problem.line) for problem in text.problems if problem.line}
    kept[[*too_long, *torn]] = False
    lines = tuple(records.lines[kept].tolist())
    frame, unnamed = _without_unnamed(grid.loc[kept], lines=lines, file=file)
    others = chain(text.problems, too_long.values(), short(records, rows, file=file), unnamed)
    return Table(
        file=file,
        folder=path.parent,
        frame=frame.reset_index(drop=True),
        lines=lines,
        header_line=header_line,
        encoding=text.encoding,
        delimiter=records.delimiter,
        blank=len(kept) - len(rows) - 1,
        notes=tuple(sorted(others, key=lambda problem: problem.line or 0)),
    )


def _grid(records: Records) -> pd.DataFrame:
    """Read all records, the header and blank ones too, as wide as the header."""
    import pandas as pd  # noqa: PLC0415  (slow to import, and no message or help text needs it)

    width = int(records.cells[records.header])
    grid = pd.read_csv(
        BytesIO(records.data),
        sep=records.delimiter,
        header=None,
        names=range(width),
        # With `usecols`, rows that are too long are cut instead of refused; widths.py tells.
        usecols=range(width),
        index_col=False,
        dtype=object,
        na_filter=False,
        skip_blank_lines=False,
        skipinitialspace=True,
        lineterminator="\n",
        low_memory=False,
    )
    stripped = {column: list(map(str.strip, grid[column])) for column in grid}
    return pd.DataFrame(stripped, dtype=object)


def _refuse_twins(header: list[str], *, line: int, file: str) -> None:
    """Refuse names of columns that stand twice; raises TableError with all of them."""
    first: dict[str, int] = {}
    problems = [
        Problem(
            file=file,
            line=line,
            column=name,
            message=f"columns {first[name]} and {place} both have this name",
            cure="give one of them another name, or delete it",
        )
        for place, name in enumerate(header, 1)
        if name and first.setdefault(name, place) != place
    ]
    if problems:
        raise TableError(problems)


def _without_unnamed(
    frame: pd.DataFrame, *, lines: tuple[int, ...], file: str
) -> tuple[pd.DataFrame, list[Problem]]:
    """Leave out the columns without a name, with a warning where that loses text."""
    problems = []
    for place, name in enumerate(frame.columns):
        filled = (frame.iloc[:, place] != "").to_numpy()
        if not name and filled.any():
            problem = Problem(
                file=file,
                line=lines[int(filled.argmax())],
                message=f"column {place + 1} has text from here on but no name; it is not used",
                cure="write a name for it in the header, or delete it",
                severity="warning",
            )
            problems.append(problem)
    return frame.loc[:, [bool(name) for name in frame.columns]], problems
