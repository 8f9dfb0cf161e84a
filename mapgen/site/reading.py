"""Reads a block of a table into checked and located events, with the lines of the whole file."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen import table
from mapgen.errors import Problem, TableError
from mapgen.errors.boundary import Boundary, reason
from mapgen.guarded.limits import GROUP_CELLS
from mapgen.reading import events_of, sources
from mapgen.site.cutting import Cut, Seen, can_be_cut, cut, header, look
from mapgen.site.tables import opened
from mapgen.site.tables import read as bytes_of
from mapgen.table import Table
from mapgen.table.contents import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.events import Event
    from mapgen.reading import Account
    from mapgen.settings import Reading
    from mapgen.site.tables import File

_HEAD = 1 << 18  # bytes; no header is longer


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes of a file that one worker looks at; `at` counts the stretches of the file."""

    file: File
    at: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a file that is read at once.

    It is the records between two places of a text, after its `header`; else the row group `group`
    of Parquet; else the whole file.
    """

    file: File
    cut: Cut | None = None
    header: bytes = b""
    group: int | None = None
    first: int = 1  # of its rows, counted from 1


@dataclass(frozen=True, slots=True)
class Read:
    """What a block gives; with an error among its problems, no events."""

    events: Sequence[Event]
    problems: tuple[Problem, ...]
    accounts: tuple[Account, ...]


def stretches(file: File, reading: Reading, size: int) -> list[Stretch]:
    """Return the stretches of a text of about `size` bytes each, none of a file to read whole."""
    if file.kind != "text" or reading.fill_down or file.size <= size:
        return []
    if not can_be_cut(bytes_of(file, 0, _HEAD), reading.encoding):
        return []
    starts = range(0, file.size, size)
    return [
        Stretch(file, at, start, min(size, file.size - start)) for at, start in enumerate(starts)
    ]


def look_at(stretch: Stretch) -> Seen:
    """Look for records in a stretch of a file."""
    before = min(stretch.start, 1)  # bytes
    data = bytes_of(stretch.file, stretch.start - before, before + stretch.size + 1)
    end = before + stretch.size
    return look(data[before:end], before=data[:before] or b"\n", after=data[end:] or b"\n")


def blocks(file: File, found: Sequence[Stretch], seen: Sequence[Seen]) -> list[Block]:
    """Return the blocks of a file that is no Parquet, whose stretches were seen so."""
    if not found:
        return [Block(file)]
    head = header(bytes_of(file, 0, _HEAD))
    cuts = cut(seen, [stretch.size for stretch in found])
    return [Block(file)] if len(cuts) == 1 else [Block(file, each, head) for each in cuts]


def row_groups(file: File) -> list[Block]:
    """Return the blocks of a file of Parquet; raises TableError."""
    from pyarrow import parquet

    with Boundary(partial(_damaged, file)), opened(file.address) as source:
        metadata = parquet.read_metadata(source)
        rows = [metadata.row_group(group).num_rows for group in range(metadata.num_row_groups)]
    _refuse_huge(max(rows, default=0), metadata.num_columns, file)
    firsts = list(accumulate(rows, initial=1))[:-1]
    return [Block(file, group=group, first=first) for group, first in enumerate(firsts)]


def read(block: Block, reading: Reading) -> Read:
    """Return the events of a block, or every problem of it."""
    try:
        tables = [settled] if (settled := _table(block, reading)) else []
        if not tables:
            return Read((), (), ())
        events = events_of(tables, reading)
    except TableError as error:
        return Read((), error.problems, ())
    return Read(events, events.noticed, events.tables)


def _table(block: Block, reading: Reading) -> Table | None:
    """Return the table of a block, its lines counted in the file; None where it has no row."""
    file = block.file
    if block.group is not None:
        read = _of_parquet(block)
    elif block.cut is None:
        return _whole(file, reading)
    else:
        data = _bytes(block)
        if block.cut.start and not data[len(block.header) :].strip(b"\r\n\t ,;|"):
            return None
        read = _parsed(data, block, reading)
    return sources.settle(read, reading)


def _whole(file: File, reading: Reading) -> Table:
    data = bytes_of(file)
    if "://" in file.address and kind_of(data, file=file.name) != "text":
        message = "is read from an address, and so must be CSV or Parquet"
        raise TableError([Problem(file=file.name, message=message, cure="save it as one of them")])
    found = sources.of_bytes(data, file=file.name, folder=_folder(file), reading=reading)
    return sources.settle(found, reading)


def _bytes(block: Block) -> bytes:
    if block.cut is None:
        return b""
    data = bytes_of(block.file, block.cut.start, block.cut.end - block.cut.start)
    return data if block.cut.start == 0 else block.header + data


def _parsed(data: bytes, block: Block, reading: Reading) -> Table:
    """Return the table of a block that stands behind its header."""
    file, by = block.file, _shift(block)
    try:
        found = table.parse(data, file=file.name, folder=_folder(file), encoding=reading.encoding)
    except TableError as error:
        raise TableError(_moved(problem, block) for problem in error.problems) from None
    return dataclasses.replace(
        found,
        lines=tuple(line + by for line in found.lines),
        notes=tuple(_moved(note, block) for note in found.notes),
    )


def _shift(block: Block) -> int:
    """Return how many lines of the file stand before a block, but for its header."""
    if block.cut is None or block.cut.start == 0:
        return 0
    return block.cut.line - 1 - len(block.header.splitlines())


def _moved(problem: Problem, block: Block) -> Problem:
    """Return a problem of the reading, which counts lines from the header that was put before."""
    lines = len(block.header.splitlines())
    if problem.line is None or problem.line <= lines:
        return problem
    return dataclasses.replace(problem, line=problem.line + _shift(block))


def _folder(file: File) -> Path:
    return Path() if "://" in file.address else Path(file.address).parent


def _refuse_huge(rows: int, columns: int, file: File) -> None:
    """Refuse a row group that no worker can hold: a few bytes can say that a value repeats."""
    if rows * columns > GROUP_CELLS:
        message = f"has a row group of {rows:,} rows and {columns:,} columns"
        cure = "write it in smaller ones, as with row_group_size=100_000 of pyarrow or pandas"
        raise TableError([Problem(file=file.name, message=message, cure=cure)])


def _damaged(file: File, error: BaseException) -> TableError:
    message = f"is no whole Parquet file ({reason(error)})"
    cure = "write or download it again"
    return TableError([Problem(file=file.name, message=message, cure=cure)])


def _of_parquet(block: Block) -> Table:
    from pyarrow import parquet

    from mapgen.reading.frames.column_texts import texts_of

    file = block.file
    with Boundary(partial(_damaged, file)), opened(file.address) as source:
        read = parquet.ParquetFile(source).read_row_group(block.group)
        texts = list(map(texts_of, read.columns))
    return Table(
        file=file.name,
        folder=_folder(file),
        cells=dict(zip(read.column_names, texts, strict=True)),
        lines=range(block.first, block.first + read.num_rows),
        header_line=None,
        encoding="utf-8",
        delimiter="",
    )
