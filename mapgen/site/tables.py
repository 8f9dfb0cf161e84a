"""Finds the tables of a site: files, folders, patterns and addresses, here or in a store."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mapgen.errors import Problem, TableError
from mapgen.errors.boundary import Boundary, name_of, reason
from mapgen.reading.sources import refuse_passing
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind = Literal["text", "parquet", "whole"]

_SUFFIXES: dict[str, Kind] = {".csv": "text", ".tsv": "text", ".txt": "text", ".parquet": "parquet"}
_PATTERN = set("*?[")
_OF_WEB = regex("https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class File:
    """A table that workers open by its `address`; messages call it `name`.

    A "text" is cut into blocks and "parquet" into its row groups; any other is read whole.
    `size` is in bytes.
    """

    name: str
    address: str
    size: int
    kind: Kind


def find(tables: Iterable[str]) -> list[File]:
    """Return the files that paths, folders, patterns and addresses name, in order, each once.

    Of a folder, all CSV and Parquet files in it and below count. Raises TableError, naming every
    one that gives no file.
    """
    found: dict[str, File] = {}
    problems: list[Problem] = []
    for table in tables:
        try:
            files = list(_files(table))
        except TableError as error:
            problems.extend(error.problems)
            continue
        if not files:
            problems.append(_nothing(table))
        found |= {file.address: file for file in files if file.address not in found}
    if problems:
        raise TableError(problems)
    return list(found.values())


@contextmanager
def opened(address: str) -> Iterator[Any]:
    """Lend a file of bytes for reading; raises whatever its store does."""
    system, path = _store(address)  # it shuts its archive when it is forgotten
    with system.open(path, "rb") as source:
        yield source


def read(file: File, start: int = 0, size: int = -1) -> bytes:
    """Return bytes of a file from a place on, all for -1; raises TableError."""
    with Boundary(partial(_shut, file)), opened(file.address) as source:
        source.seek(start)
        return bytes(source.read(size))


def _files(table: str) -> Iterator[File]:
    with Boundary(lambda error: TableError([_unreached(table, error)])):
        sizes = _sizes(table)
    here = "://" not in table or (table.startswith("file://") and "::" not in table)
    if here:
        refuse_passing(list(sizes))
    for found, size in sizes.items():
        address = found if here else _address(table, found)
        yield File(_near(found) if here else address, address, size, _kind(found))


def _address(table: str, found: str) -> str:
    """Return the address of a file that one of many stands for, or of a chain of them.

    A chain names its file first and what that lies in behind it, as `zip://*.csv::s3://b/a.zip`
    does; a store without a name, as `simplecache::` is, stands before the file.
    """
    links = table.split("::")
    at = next(number for number, link in enumerate(links) if "://" in link)
    if "://" in found:  # as of the web, whose addresses end a chain
        return "::".join([*links[:at], found])
    scheme = links[at].partition("://")[0]
    root = "/" if scheme == "file" else ""
    links[at] = f"{scheme}://{root}{found.lstrip('/')}"
    return "::".join(links)


def _store(address: str) -> tuple[Any, str]:
    """Return the store of an address, and the path in it; whatever is of the web is Web's."""
    import fsspec

    from mapgen.site.web import PROTOCOL, Web

    fsspec.register_implementation(PROTOCOL, Web, clobber=True)
    links = address.split("::")
    web = [f"{PROTOCOL}://{link}" if _OF_WEB.match(link) else link for link in links]
    found: tuple[Any, str] = fsspec.core.url_to_fs("::".join(web))
    return found


def _sizes(table: str) -> dict[str, int]:
    """Ask a store for the tables that are meant, and their sizes in bytes."""
    system, path = _store(table)
    found: dict[str, int] = {}
    for each in sorted(system.glob(path)) if _PATTERN & set(table) else [path]:
        below = sorted(system.find(each))
        if system.isdir(each):
            below = [path for path in below if _kind(path) != "whole"]
        shown = [path for path in below if path == each or Path(path).name[:1] not in {".", "_"}]
        found |= {path: int(system.size(path) or 0) for path in shown}
    return found


def _kind(path: str) -> Kind:
    return _SUFFIXES.get(Path(path).suffix.lower(), "whole")


def _near(path: str) -> str:
    """Return a path as seen from here, if it lies below."""
    full, here = Path(path), Path.cwd()
    return name_of(full.relative_to(here) if full.is_relative_to(here) else full)


def _nothing(table: str) -> Problem:
    return Problem(
        file=table,
        message="names no table that is there",
        cure="name CSV or Parquet files, a folder of them, or a pattern such as 'data/*.csv'",
    )


def _shut(file: File, error: BaseException) -> TableError:
    message = f"cannot be opened by all who are to read it ({reason(error)})"
    cure = "see that every worker can open it, under the same path or address"
    return TableError([Problem(file=file.name, message=message, cure=cure)])


def _unreached(table: str, error: BaseException) -> Problem:
    cure = "see that the address is right and that you may read it"
    if isinstance(error, ImportError):
        cure = "install what it names, into the environment of the workers too"
    return Problem(file=table, message=f"cannot be reached ({reason(error)})", cure=cure)
