"""Hands on the bytes of a file and tells by how they begin what kind of file it is."""

from __future__ import annotations

import codecs
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

from mapgen.errors import Problem, TableError
from mapgen.errors.boundary import Boundary, name_of, reason
from mapgen.files.passing import is_device

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal["text", "workbook", "json", "kml"]

_SUFFIXES = ("csv", "tsv", "xlsx", "xls", "ods", "json", "geojson", "umap", "kml", "kmz")
_SAVE_AS = "open it in a spreadsheet program, save it as 'CSV UTF-8' and name that file"
_EXPORT = "download the table itself as CSV and name that file"
_UNPACK = "unpack it and name the table that is in it"
_FROM_THERE = "save the table in it as CSV, xlsx or ods and name that file"
_OPENINGS = (
    (b"<!doctype html", "a web page", _EXPORT),
    (b"<html", "a web page", _EXPORT),
    (b"%pdf-", "a PDF document", _EXPORT),
    (rb"{\rtf", "a document of a word processor", _FROM_THERE),
    (b"\x1f\x8b", "a compressed file (gzip)", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file (7-Zip)", _UNPACK),
    (b"rar!", "a compressed file (RAR)", _UNPACK),
    (b"sqlite format 3", "a database (SQLite or GeoPackage)", _EXPORT),
    (b"\x89png", "a picture", "name the table"),
    (b"\xff\xd8\xff", "a picture", "name the table"),
)
_XML = (
    (b"<html", "a web page", _EXPORT),
    (b"<gpx", "a GPX track", "turn it into GeoJSON or KML and name that file"),
    (b"urn:schemas-microsoft-com:office:spreadsheet", "an Excel workbook in XML", _SAVE_AS),
    (b"office:spreadsheet", "a flat OpenDocument spreadsheet", _SAVE_AS),
)
# A file of a zip archive whose name begins so tells what the archive is.
_ARCHIVED = (
    ("Index/", "a Numbers spreadsheet", _SAVE_AS),
    ("word/", "a Word document", _FROM_THERE),
    ("ppt/", "a presentation", _FROM_THERE),
)
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_LOOKED_AT = 4096
_SHOWN = 5


def load(path: Path, *, file: str) -> bytes:
    """Read the bytes of a file; raises TableError when it is missing or cannot be opened."""
    if is_device(path):
        raise refused(file, "is a device, not a file", "name the table")
    with Boundary(lambda error: _shut(error, path, file=file)):
        return path.read_bytes()


def kind_of(data: bytes, *, file: str) -> Kind:
    """Tell what a file holds, whatever its name; raises TableError for what is no table.

    What has no opening of its own is "text", a table until its reading shows otherwise.
    """
    if data.startswith(_ZIP):
        return _kind_of_archive(data, file=file)
    if data.startswith(_OLD_OFFICE):
        return "workbook"
    begin = _beginning(data)
    if begin.startswith(b"{") and not begin.startswith(rb"{\rtf"):
        return "json"
    if begin.startswith(b"[") and begin[1:].lstrip()[:1] in {b"{", b"]", b"["}:
        return "json"
    for opening, kind, cure in _OPENINGS:
        if begin.startswith(opening):
            raise refused(file, f"is {kind}, not a table", cure)
    return _kind_of_xml(begin, file=file) if begin.startswith((b"<?xml", b"<kml")) else "text"


def refused(file: str, message: str, cure: str) -> TableError:
    """Return the error for a file as a whole."""
    return TableError([Problem(file=file, message=message, cure=cure)])


def _beginning(data: bytes) -> bytes:
    """Return the first characters in small letters, as UTF-8, without marks and blanks."""
    start = data[:_LOOKED_AT]
    for mark, encoding in _UTF16.items():
        if start.startswith(mark):
            start = start.decode(encoding, "ignore").encode(errors="ignore")
    return start.removeprefix(codecs.BOM_UTF8).lstrip().lower()


def _kind_of_xml(begin: bytes, *, file: str) -> Kind:
    if b"<kml" in begin:
        return "kml"
    for mark, kind, cure in _XML:
        if mark in begin:
            raise refused(file, f"is {kind}, not a table", cure)
    raise refused(file, "is an XML document, not a table", _EXPORT)


def _kind_of_archive(data: bytes, *, file: str) -> Kind:
    """Tell the workbook among the zip archives by the files in it."""
    from mapgen.table.archive import Archive

    archive = Archive(data, file=file)
    names = archive.names
    kind = archive.read("mimetype") if "mimetype" in names else b""
    if kind.startswith(_SPREADSHEET) or any(name.startswith("xl/workbook") for name in names):
        return "workbook"
    if any(name.lower().endswith(".kml") for name in names):
        return "kml"
    for begin, what, cure in _ARCHIVED:
        if any(name.startswith(begin) for name in names):
            raise refused(file, f"is {what}, not a table", cure)
    raise refused(file, "is a zip archive, not a table", _UNPACK)


def _shut(error: BaseException, path: Path, *, file: str) -> TableError:
    """Say why a file cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return _missing(path, file=file)
    if isinstance(error, IsADirectoryError):
        return refused(file, "is a folder, not a file", _offer(path))
    cure = "close it in other programs and see that you may read it"
    return refused(file, f"cannot be opened ({reason(error)})", cure)


def _missing(path: Path, *, file: str) -> TableError:
    """Say in which folder the file was looked for, and which tables lie there."""
    folder = path.parent
    where = repr(name_of(_whole(folder)))
    if not folder.is_dir():
        message = f"does not exist, and neither does its folder {where}"
        return refused(file, message, "give the path of your table")
    message = f"does not exist in the folder {where}"
    return refused(file, message, _offer(folder, like=path.name))


def _offer(folder: Path, *, like: str = "") -> str:
    """Name the tables of a folder, those with a name like the one given first."""
    tables = sorted(path.name for path in _listed(folder) if _is_named_as_table(path))
    if not tables:
        return "no table lies there; give the path of your table"
    near = get_close_matches(like, tables, n=1)
    shown = [*near, *(name for name in tables if name not in near)][:_SHOWN]
    more = f" and {len(tables) - _SHOWN} more" if len(tables) > _SHOWN else ""
    return f"name one of the tables that lie there: {', '.join(shown)}{more}"


def _listed(folder: Path) -> list[Path]:
    """Return what lies in a folder, nothing where it may not be read."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _whole(folder: Path) -> Path:
    """Return a path from the root on; as it is, where the folder one stands in is gone."""
    try:
        return folder.resolve()
    except OSError:
        return folder


def _is_named_as_table(path: Path) -> bool:
    return path.suffix[1:].lower() in _SUFFIXES
