"""Puts the new bytes of the author's file in the place of the old ones, whole or not at all."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from mapgen.errors import Problem, TableError
from mapgen.files import put

if TYPE_CHECKING:
    from pathlib import Path


def swap(path: Path, *, before: bytes, after: bytes) -> None:
    """Write `after` where `before` stands, and keep the rights of the file.

    It is written beside its place and moved there. Raises TableError where the file holds anything
    but `before` by now, or cannot be written; then it stays as it is.
    """
    target = path.resolve()  # a link stays a link
    try:
        _refuse_changed(path, target, before)
        put(target, after, mode=stat.S_IMODE(target.stat().st_mode))
    except OSError as error:
        message = f"cannot be written ({error.strerror})"
        cure = "close it in other programs, see that you may write it, and run this again"
        raise TableError([Problem(file=path.as_posix(), message=message, cure=cure)]) from error


def _refuse_changed(path: Path, target: Path, before: bytes) -> None:
    if not os.access(target, os.W_OK):
        raise PermissionError(13, "it is protected against changes")
    if target.read_bytes() != before:
        message = "was changed by another program in the meantime; nothing was written"
        cure = "run this again, and it fills what is blank now"
        raise TableError([Problem(file=path.as_posix(), message=message, cure=cure)])
