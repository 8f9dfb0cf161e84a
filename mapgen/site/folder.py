"""Writes a folder aside and swaps it in whole, so that a reader never meets half a site."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen.endings import check_site
from mapgen.errors import PageError

if TYPE_CHECKING:
    from collections.abc import Iterator

INDEX = "index.html"
PARTS = "parts"

_OURS = b'<meta name="generator" content="mapgen'
_LOOKED_AT = 1 << 16  # bytes; the name of the maker is in the head
_NAMED = 3


def check(output: Path) -> None:
    """Raise PageError where a folder holds anything but a site of ours."""
    check_site(output)
    if not output.exists():
        return
    if not output.is_dir():
        raise PageError(f"{output.as_posix()}: is a file; name a folder for the site")
    others = sorted({path.name for path in output.iterdir()} - {INDEX, PARTS})
    if others:
        named = ", ".join(others[:_NAMED])
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        raise PageError(
            f"{output.as_posix()}: holds {named}{more}, which mapgen did not write and would "
            "have to delete; name a folder of its own for the site"
        )
    if any(output.iterdir()) and not _is_ours(output / INDEX):
        raise PageError(
            f"{output.as_posix()}: holds a page that is not mapgen's; "
            "name a folder of its own for the site"
        )


@contextmanager
def replacing(output: Path) -> Iterator[Path]:
    """Lend a new folder that takes the place of `output` at the end, or goes if that fails.

    Raises PageError where it cannot be written.
    """
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=output.parent, prefix=".mapgen-") as aside:
            new = Path(aside) / "new"
            (new / PARTS).mkdir(parents=True)
            yield new
            _swap(new, output, Path(aside) / "old")
    except OSError as error:
        raise PageError(f"{output.as_posix()}: cannot be written: {error.strerror}") from error


def _swap(new: Path, output: Path, old: Path) -> None:
    if not output.exists():
        new.rename(output)
        return
    output.rename(old)
    try:
        new.rename(output)
    except OSError:
        old.rename(output)
        raise
    shutil.rmtree(old)


def _is_ours(index: Path) -> bool:
    if not index.is_file():
        return False
    with index.open("rb") as file:
        return _OURS in file.read(_LOOKED_AT)
