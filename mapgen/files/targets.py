"""Says where a file may be put: where nothing is, or a regular file that was not read for it."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen.errors import PageError

if TYPE_CHECKING:
    from collections.abc import Iterable

STANDARD_OUTPUT = 1  # the number of its file

_NAMES = ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")
_KINDS = (
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
)


def is_standard_output(path: Path) -> bool:
    """Tell whether a path stands for standard output: as "-" does, or its name as a device."""
    return path.as_posix() in _NAMES


def called(path: Path) -> str:
    """Return what messages call a path."""
    return "standard output" if is_standard_output(path) else path.as_posix()


def refuse(path: Path, read: Iterable[Path]) -> None:
    """Raise PageError where a file cannot be put without a loss.

    `read` are the files that it is made of. Links are followed, and a file is known under each of
    its names. A folder is let pass, since the system never puts a file in its place.
    """
    try:
        there = _met(path)
    except OSError as error:
        raise PageError(f"{called(path)}: cannot be written: {error.strerror}") from error
    if there is None or stat.S_ISDIR(there.st_mode):
        return
    met = next((each for each in read if _is(each, there)), None)
    if met is not None:
        raise PageError(_of_an_input(path, met))
    if not is_standard_output(path) and not stat.S_ISREG(there.st_mode):
        kind = next((name for is_one, name in _KINDS if is_one(there.st_mode)), "no file")
        raise PageError(
            f"{path.as_posix()}: is {kind}, and only a file can be replaced; "
            "name a file, or - for standard output"
        )


def target_of(path: Path) -> Path:
    """Return the path behind all links, so that a link stays one."""
    return Path(os.path.realpath(path))


def _met(path: Path) -> os.stat_result | None:
    """Return what is there, None for nothing."""
    if is_standard_output(path):
        if sys.__stdout__ is None:  # as it was when the run began
            raise PageError("standard output is closed; name a file")
        return os.fstat(STANDARD_OUTPUT)
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _is(read: Path, there: os.stat_result) -> bool:
    with suppress(OSError, ValueError):  # what cannot be looked at was not read
        return os.path.samestat(there, read.stat())
    return False


def _of_an_input(path: Path, read: Path) -> str:
    name = called(path)
    same = "is" if path == read else f'is the same file as "{read.as_posix()}", which is'
    return f"{name}: {same} read here, and would be replaced; write to another file"
