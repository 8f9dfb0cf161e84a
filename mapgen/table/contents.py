"""Hands on the bytes of a file that may be a table, or says why it cannot be one."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from mapgen.errors import Problem, TableError

if TYPE_CHECKING:
    from pathlib import Path

_SAVE_AS = "open it in a spreadsheet program, save it as 'CSV UTF-8' and name that file"
_EXPORT = "download the table itself as CSV and name that file"
_ARCHIVES = {
    ".xlsx": "an Excel workbook",
    ".xlsm": "an Excel workbook",
    ".ods": "an OpenDocument spreadsheet",
    ".numbers": "a Numbers spreadsheet",
}
_OPENINGS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Excel workbook of the old kind", _SAVE_AS),
    (b"<!doctype html", "a web page", _EXPORT),
    (b"<html", "a web page", _EXPORT),
    (b"<?xml", "an XML document", _EXPORT),
    (b"{", "a JSON document", _EXPORT),
    (b"%PDF-", "a PDF document", _EXPORT),
)
_ZIP = b"PK\x03\x04"
_SHOWN = 5


def load(path: Path, *, file: str) -> bytes:
    """Read the bytes of a file; raises TableError when it is missing or of another kind."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise _missing(path, file=file) from None
    except IsADirectoryError:
        raise _refused(file, "is a folder, not a file", _offer(path)) from None
    except OSError as error:
        cure = "close it in other programs and see that you may read it"
        raise _refused(file, f"cannot be opened ({error.strerror})", cure) from error
    _refuse_other_kinds(data, suffix=path.suffix.lower(), file=file)
    return data


def _refuse_other_kinds(data: bytes, *, suffix: str, file: str) -> None:
    """Tell documents of other programs from a table by how they begin."""
    if data.startswith(_ZIP):
        kind = _ARCHIVES.get(suffix, "a zip archive, as spreadsheet programs save them")
        raise _refused(file, f"is {kind}, not a CSV file", _SAVE_AS)
    begin = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for opening, kind, cure in _OPENINGS:
        if begin.startswith(opening.lower()):
            raise _refused(file, f"is {kind}, not a CSV file", cure)


def _missing(path: Path, *, file: str) -> TableError:
    """Say in which folder the file was looked for, and which tables lie there."""
    folder = path.parent
    if not folder.is_dir():
        message = f"does not exist, and neither does its folder {folder.resolve().as_posix()!r}"
        return _refused(file, message, "give the path of your table")
    message = f"does not exist in the folder {folder.resolve().as_posix()!r}"
    return _refused(file, message, _offer(folder, like=path.name))


def _offer(folder: Path, *, like: str = "") -> str:
    """Name the tables of a folder, those with a name like the one given first."""
    tables = sorted(path.name for path in folder.glob("*.csv"))
    if not tables:
        return "no .csv file lies there; give the path of your table"
    near = get_close_matches(like, tables, n=1)
    shown = [*near, *(name for name in tables if name not in near)][:_SHOWN]
    more = f" and {len(tables) - _SHOWN} more" if len(tables) > _SHOWN else ""
    return f"name one of the tables that lie there: {', '.join(shown)}{more}"


def _refused(file: str, message: str, cure: str) -> TableError:
    return TableError([Problem(file=file, message=message, cure=cure)])
