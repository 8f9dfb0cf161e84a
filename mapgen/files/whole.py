"""Puts a file in its place whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from mapgen.errors import PageError
from mapgen.files.aside import clear, lent_file
from mapgen.files.targets import STANDARD_OUTPUT, is_standard_output, refuse, target_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NO_SUCH_THING = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}  # say some shared folders to fsync


def put(path: Path, *parts: bytes, mode: int, read: Iterable[Path] = ()) -> None:
    """Write a file beside its place, one part after the other, and move it there.

    It gets the rights of `mode`. A reader never meets half of it, not even after a loss of power;
    where that fails or is stopped, nothing of it is left, and what a run that was killed has left
    there goes. A link stays, and what it leads to is replaced; "-" is standard output. `read` are
    the files that it is made of. Raises PageError for a place that is none of a new file, OSError
    where it cannot be written.
    """
    refuse(path, read)
    if is_standard_output(path):
        _pass_on(parts)
        return
    target = target_of(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    clear(target.parent)
    with lent_file(target.parent) as (file, part):
        file.writelines(parts)
        file.flush()
        keep(file.fileno())
        part.chmod(mode)
        if sys.platform == "win32":
            file.close()  # there, an open file cannot be moved
        _move(part, target)
    keep_names(target.parent)


def _move(part: Path, target: Path) -> None:
    try:
        part.replace(target)
    except OSError as error:
        if error.errno != errno.EBUSY:
            raise
        raise PageError(
            f"{target.as_posix()}: is mounted by itself, or in use, and cannot be replaced; "
            "mount the folder around it, or write to another file"
        ) from error


def keep(number: int) -> None:
    """See that what was written to an open file is on the disk; raises OSError where it is not."""
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in _NO_SUCH_THING:
            raise


def keep_names(folder: Path) -> None:
    """See that the names of a folder outlast a loss of power, where the system can."""
    with suppress(OSError):  # Windows opens no folders, and some file systems know no such thing
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _pass_on(parts: Iterable[bytes]) -> None:
    """Write to standard output, after what was printed there."""
    sys.stdout.flush()
    with open(STANDARD_OUTPUT, "wb", closefd=False) as output:
        output.writelines(parts)
