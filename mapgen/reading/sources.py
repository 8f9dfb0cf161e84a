"""Reads a table from wherever it is, and settles which of its columns is which."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen import layouts, table
from mapgen.errors.boundary import Boundary, name_of, reason
from mapgen.files.passing import is_passing
from mapgen.reading import frames
from mapgen.settings import folder_of
from mapgen.settings.file import OWN, SHARED
from mapgen.table.contents import kind_of, load, refused
from mapgen.table.instructions import tell

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mapgen.reading.frames import Frame
    from mapgen.settings import Reading
    from mapgen.table import Table

STANDARD_INPUT = "standard input"


def files_of(tables: Sequence[str | Path]) -> list[Path]:
    """Return the files that are read for some tables, whether or not they are there.

    They are their own, and those of the settings beside the first one; an address is no file.
    """
    named = [str(each) for each in tables if "://" not in str(each)]
    own = [Path("/dev/stdin" if name == "-" else name) for name in named]
    return [*own, *(folder_of(each) / name for each in tables[:1] for name in (OWN, SHARED))]


def read(where: str | Path, reading: Reading) -> Table:
    """Return the table of a path, an https address or "-", in the layout that it has.

    What a file holds tells its kind, not its name: a text, a workbook, a JSON document or KML.
    Images are looked for in the folder of the file, or here. Raises TableError.
    """
    return settle(opened(where, reading, file=str(where)), reading)


def called(tables: Sequence[str | Path | Frame]) -> list[str]:
    """Return what messages call some tables; frames and open files of one name have numbers."""
    held = [frames.name_of(each) for each in tables if not isinstance(each, (str, Path))]
    numbers = {name: count(1) for name in held if held.count(name) > 1}

    def of_held(name: str) -> str:
        return f"{name} {next(numbers[name])}" if name in numbers else name

    return [
        str(each) if isinstance(each, (str, Path)) else of_held(frames.name_of(each))
        for each in tables
    ]


def opened(where: str | Path | Frame, reading: Reading, *, file: str) -> Table:
    """Return the table of a path, an address, "-" or a frame as it stands; raises TableError.

    Messages call a frame or an open file `file`.
    """
    if frames.is_open_file(where):
        data = frames.content_of(where)
        return of_bytes(data, file=file, folder=Path(), reading=reading)
    if not isinstance(where, (str, Path)):
        return frames.table_of(where, file=file)
    file, folder, data = _bytes(where, reading)
    return of_bytes(data, file=file, folder=folder, reading=reading)


def refuse_passing(tables: Sequence[str | Path]) -> None:
    """Raise TableError for a table that can be read only once, and waited for without an end."""
    for each in tables:
        if is_passing(each):
            cure = "save what it gives as a file, and name that"
            raise refused(name_of(Path(each)), "is a pipe, which can be read only once", cure)


def settle(found: Table, reading: Reading, *, elsewhere: Collection[str] = ()) -> Table:
    """Return a table in the layout that it has, with what the author says of its columns.

    A header of which the author speaks may be `elsewhere`, in another table of the same map.
    Raises TableError.
    """
    settled = tell(found, columns=reading.columns, fill_down=reading.fill_down, elsewhere=elsewhere)
    return settled if settled.layout else layouts.recognise(settled)


def _bytes(where: str | Path, reading: Reading) -> tuple[str, Path, bytes]:
    """Return what messages call a table, its folder and its bytes."""
    if where == "-":
        return STANDARD_INPUT, Path(), _standard_input()
    if isinstance(where, str) and "://" in where:
        from mapgen.table import address

        return where, Path(), address.fetch(where, sheet=reading.sheet)
    path = Path(where)
    return name_of(path), folder_of(path), load(path, file=name_of(path))


def _standard_input() -> bytes:
    cure = "name the file of the table, or hand it on as in mapgen build - < table.csv"
    if sys.stdin is None:
        raise refused(STANDARD_INPUT, "is closed", cure)
    with Boundary(lambda e: refused(STANDARD_INPUT, f"cannot be read ({reason(e)})", cure)):
        return sys.stdin.buffer.read()


def of_bytes(data: bytes, *, file: str, folder: Path, reading: Reading) -> Table:
    """Return the table of the bytes of a file as it stands there, by its kind; raises TableError.

    A program's documents are a room that a plain table leaves shut.
    """
    kind = kind_of(data, file=file)
    if kind == "workbook":
        from mapgen.table import workbook

        return workbook.read(data, file=file, folder=folder, sheet=reading.sheet)
    if kind == "json":
        from mapgen.documents.json_files import read_json

        return read_json(data, file=file, folder=folder, encoding=reading.encoding)
    if kind == "kml":
        from mapgen.documents.kml import read_kml

        return read_kml(data, file=file, folder=folder)
    return table.parse(data, file=file, folder=folder, encoding=reading.encoding)
