"""Lends files and folders beside a place, and clears away those of runs that were killed.

Who borrows one holds a lock on it, which the system takes away when the run ends, however it ends.
So what nobody holds is left over. Windows has no such locks, and there nothing is cleared away.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX, _SUFFIX = ".mapgen-", ".part"
_NAME = re.compile(r"\.mapgen-[a-z0-9_]{8}\.part")  # as tempfile makes them


def is_aside(name: str) -> bool:
    """Tell whether a file or folder has a name under which one is lent here."""
    return _NAME.fullmatch(name) is not None


@contextmanager
def lent_file(folder: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """Lend a new file in a folder, open for writing; what is not moved away goes at the end."""
    while True:
        number, name = tempfile.mkstemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX)
        with os.fdopen(number, "wb") as file:
            if not _hold(number, name):
                continue
            try:
                yield file, Path(name)
            finally:
                Path(name).unlink(missing_ok=True)
            return


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
            shutil.rmtree(left)
        else:
            left.unlink()
    finally:
        os.close(number)


def _hold(number: int, name: str) -> bool:
    """Hold a new file or folder; tell whether it is there still, as it is unless just cleared."""
    with suppress(OSError):  # a file system without locks, where nothing is cleared away either
        _lock(number, wait=True)
    try:
        return os.path.samestat(os.fstat(number), Path(name).stat())
    except FileNotFoundError:
        return False


def _lock(number: int, *, wait: bool) -> None:
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415  (Windows has none)

        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
