"""Finds the tables of a site: files, folders, patterns and addresses, here or in a store."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mapgen.errors import Problem, TableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind = Literal["text", "parquet", "whole"]

_SUFFIXES: dict[str, Kind] = {".csv": "text", ".tsv": "text", ".txt": "text", ".parquet": "parquet"}
_PATTERN = set("*?[")


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
        except (OSError, ValueError, ImportError) as error:
            problems.append(_unreached(table, error))
            continue
        if not files:
            problems.append(_nothing(table))
        found |= {file.address: file for file in files if file.address not in found}
    if problems:
        raise TableError(problems)
    return list(found.values())


def opened(address: str) -> Any:
    """Return a file of bytes for reading."""
    import fsspec  # noqa: PLC0415  (only a site needs it)

    return fsspec.open(address, "rb").open()


def _files(table: str) -> Iterator[File]:
    import fsspec  # noqa: PLC0415  (as above)

    system, path = fsspec.core.url_to_fs(table)
    scheme = table.partition("://")[0] if "://" in table else ""
    paths = sorted(system.glob(path)) if _PATTERN & set(table) else [path]
    for each in paths:
        kinds = {found: _kind(found) for found in sorted(system.find(each))}
        if system.isdir(each):
            kinds = {found: kind for found, kind in kinds.items() if kind != "whole"}
        for found, kind in kinds.items():
            if not Path(found).name.startswith((".", "_")) or found == each:
                address = f"{scheme}://{found.lstrip('/')}" if scheme else found
                name = address if scheme else _near(found)
                yield File(name, address, int(system.size(found) or 0), kind)


def _kind(path: str) -> Kind:
    return _SUFFIXES.get(Path(path).suffix.lower(), "whole")


def _near(path: str) -> str:
    """Return a path as seen from here, if it lies below."""
    full, here = Path(path), Path.cwd()
    return (full.relative_to(here) if full.is_relative_to(here) else full).as_posix()


def _nothing(table: str) -> Problem:
    return Problem(
        file=table,
        message="names no table that is there",
        cure="name CSV or Parquet files, a folder of them, or a pattern such as 'data/*.csv'",
    )


def _unreached(table: str, error: Exception) -> Problem:
    cure = "see that the address is right and that you may read it"
    if isinstance(error, ImportError):
        cure = "install what it names, into the environment of the workers too"
    return Problem(file=table, message=f"cannot be reached ({error})", cure=cure)
