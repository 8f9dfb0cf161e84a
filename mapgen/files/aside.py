"""Lends files and folders beside a place, and clears away those of runs that were killed.

Who borrows one holds a lock on it, which the system takes away when the run ends, however it ends.
So what nobody holds is left over. Windows has no such locks, and there nothing is cleared away.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = "old"  # of a lent folder: what was taken out of its place, and goes back if that stays empty

_PREFIX, _SUFFIX = ".mapgen-", ".part"
_NAME = regex(r"\.mapgen-[a-z0-9_]{8}\.part")  # as tempfile makes them


def is_aside(name: str) -> bool:
    """Tell whether a file or folder has a name under which one is lent here."""
    return _NAME.fullmatch(name) is not None


@contextmanager
def lent_file(folder: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """Lend a new file in a folder, open for writing; what is not moved away goes at the end."""
    while True:
        number, name = tempfile.mkstemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX)
        with os.fdopen(number, "wb") as file:
            if not _hold(number, Path(name)):
                continue
            try:
                yield file, Path(name)
            finally:
                Path(name).unlink(missing_ok=True)
            return


@contextmanager
def lent_folder(place: Path, *, within: bool) -> Iterator[Path]:
    """Lend a new folder, out of which others can be moved to a place; what is left in it goes.

    It is beside the place, or `within` a folder that is there. It is there too where nothing can be
    moved from within to beside it, as where a disk is mounted or the folder around it is shut.
    """
    number, made = _made(place if place.is_dir() else place.parent)
    try:
        if made.parent == place and not within:
            with suppress(OSError):
                made = made.rename(place.parent / made.name)
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        os.close(number)


def clear(folder: Path) -> None:
    """Remove from a folder what runs that were killed have left there."""
    if sys.platform == "win32":
        return
    with suppress(OSError):  # who may not look into a folder may still write a file there
        for left in [each for each in folder.iterdir() if is_aside(each.name)]:
            with suppress(OSError):  # it is held, or somebody else's
                _remove(left)


def _remove(left: Path) -> None:
    number = os.open(left, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        _lock(number, wait=False)
        if left.is_dir():
            _put_back(left)
            shutil.rmtree(left)
        else:
            left.unlink()
    finally:
        os.close(number)


def _put_back(left: Path) -> None:
    """Put back what a run that was killed had taken out of its place, and put nothing there."""
    for kept in (left / KEPT).glob("*"):
        if not (left.parent / kept.name).exists():
            kept.rename(left.parent / kept.name)


def _made(folder: Path) -> tuple[int, Path]:
    """Make a folder and hold it; return the number by which it is held, and its path."""
    while True:
        made = Path(tempfile.mkdtemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX))
        with suppress(FileNotFoundError):  # it was cleared away at once
            if sys.platform == "win32":  # which opens no folders
                return os.open(os.devnull, os.O_RDONLY), made
            number = os.open(made, os.O_RDONLY)
            if _hold(number, made):
                return number, made
            os.close(number)


def _hold(number: int, path: Path) -> bool:
    """Hold a new file or folder; tell whether it is there still, as it is unless just cleared."""
    with suppress(OSError):  # a file system without locks, where nothing is cleared away either
        _lock(number, wait=True)
    try:
        return os.path.samestat(os.fstat(number), path.stat())
    except FileNotFoundError:
        return False


def _lock(number: int, *, wait: bool) -> None:
    if sys.platform != "win32":
        import fcntl  # Windows has none

        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
