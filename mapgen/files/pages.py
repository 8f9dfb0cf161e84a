"""Puts a page or an export in its place, and says what keeps it from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.errors import PageError
from mapgen.files.targets import called
from mapgen.files.whole import put

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Chromium never runs or reads a script element over about 512 MB, and says nothing.
LARGEST_PAGE = 500_000_000


def write_whole(path: Path, *parts: bytes, read: Iterable[Path] = ()) -> int:
    """Write a file of some parts whole or not at all, and return its size in bytes.

    `read` are the files that it is made of. Raises PageError where it cannot be written, where that
    would cost another file, or where no browser could open it.
    """
    size = sum(map(len, parts))
    if size > LARGEST_PAGE:
        raise PageError(
            f"the page would have {size / 1e6:,.0f} MB, and a browser opens at most "
            f"{LARGEST_PAGE / 1e6:,.0f} MB; split the table, for instance by period"
        )
    try:
        put(path, *parts, mode=0o644, read=read)
    except BrokenPipeError:
        raise  # who reads standard output has enough, and no word is lost on it
    except OSError as error:
        raise PageError(f"{called(path)}: cannot be written: {error.strerror}") from error
    return size
