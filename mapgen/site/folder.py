"""Writes the folder of a site in the place of an earlier one, and of nothing else."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from mapgen import files
from mapgen.errors import PageError
from mapgen.files.endings import check_site
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INDEX = "index.html"
PARTS = "parts"

_OURS = b'<meta name="generator" content="mapgen'
_LOOKED_AT = 1 << 16  # bytes; the name of the maker is in the head
_PART_NAME = regex(r"\d{4,}\.json")
_PART = b'{"part":{"number":'  # the beginning of each
_NAMED = 3


def check(output: Path) -> None:
    """Raise PageError where a folder holds anything but a site of ours, however deep in it."""
    check_site(output)
    if files.is_standard_output(output):
        raise PageError("a site is many files and no standard output; name a folder for it")
    try:
        if output.exists():
            _check_folder(output)
    except OSError as error:
        raise PageError(f"{output.as_posix()}: cannot be looked into: {error.strerror}") from error


@contextmanager
def replacing(output: Path) -> Iterator[Path]:
    """Lend a new folder that takes the place of `output` at the end, or goes if that fails.

    Raises PageError where it cannot be written, or where something else has come into `output`.
    """
    try:
        with files.replacing(output, last=INDEX) as new:
            (new / PARTS).mkdir()
            yield new
            check(output)
    except OSError as error:
        raise PageError(f"{output.as_posix()}: cannot be written: {error.strerror}") from error


def _check_folder(output: Path) -> None:
    if not output.is_dir():
        raise PageError(f"{output.as_posix()}: is no folder; name one for the site")
    if others := sorted(_others(output)):
        named = ", ".join(others[:_NAMED])
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        raise PageError(
            f"{output.as_posix()}: holds {named}{more}, which mapgen did not write and would "
            "have to delete; name a folder of its own for the site"
        )
    page = output / INDEX
    if not files.is_empty(output) and not (page.exists() and _OURS in _head(page, _LOOKED_AT)):
        raise PageError(
            f"{output.as_posix()}: holds a page that is not mapgen's; "
            "name a folder of its own for the site"
        )


def _others(output: Path) -> Iterator[str]:
    """Yield what in a folder is no page, no folder of parts and no part."""
    for path in output.iterdir():
        if path.name == PARTS and path.is_dir() and not path.is_symlink():
            yield from (f"{PARTS}/{each.name}" for each in path.iterdir() if not _is_part(each))
        elif not files.is_aside(path.name) and not (path.name == INDEX and _is_plain(path)):
            yield path.name


def _is_part(path: Path) -> bool:
    return (
        bool(_PART_NAME.fullmatch(path.name))
        and _is_plain(path)
        and _head(path, len(_PART)) == _PART
    )


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _head(path: Path, size: int) -> bytes:
    with path.open("rb") as file:
        return file.read(size)
