"""Writes a folder aside and puts it in its place whole, so that a reader never meets half of it."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mapgen.files.aside import KEPT, clear, is_aside, lent_folder
from mapgen.files.targets import target_of
from mapgen.files.whole import keep, keep_names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


def is_empty(folder: Path) -> bool:
    """Tell whether a folder holds nothing but what runs of ours have aside in it."""
    return all(is_aside(each.name) for each in folder.iterdir())


@contextmanager
def replacing(place: Path, *, last: str = "") -> Iterator[Path]:
    """Lend a new folder that takes a place at the end, or goes if that fails.

    A link stays, and what it leads to is replaced. A folder that cannot be moved, as where a disk
    is mounted, and an empty one, in which somebody may stand, stay as well: what is in them is
    exchanged, and the file or folder called `last` at the end. Raises OSError.
    """
    target = target_of(place)
    target.parent.mkdir(parents=True, exist_ok=True)
    clear(target.parent)
    if target.is_dir():
        clear(target)
    with lent_folder(target, within=target.is_dir() and is_empty(target)) as aside:
        new = aside / "new"
        new.mkdir()
        yield new
        _keep(new)
        (aside / KEPT).mkdir()
        if aside.parent == target:
            _put_each(new, target, last)
        else:
            _exchange(new, target, aside / KEPT)
        keep_names(target.parent)


def _keep(new: Path) -> None:
    """See that all that is in a folder is on the disk."""
    for path in [new, *new.rglob("*")]:
        if path.is_dir():
            keep_names(path)
        else:
            with path.open("rb+") as file:
                keep(file.fileno())


def _put_each(new: Path, target: Path, last: str) -> None:
    """Exchange all that is in two folders, or nothing."""
    kept = new.parent / KEPT
    done: list[str] = []
    try:
        for path in sorted(new.iterdir(), key=lambda each: each.name == last):
            _exchange(path, target / path.name, kept)
            done.append(path.name)
    except OSError:
        for name in reversed(done):
            _exchange(target / name, new / name, kept)
        raise
    keep_names(target)


def _exchange(one: Path, other: Path, kept: Path) -> None:
    """Exchange a file or folder with what is in another place, if anything is.

    Where the system cannot do so in one step, that is in the folder `kept` in the meantime.
    """
    if not other.exists():
        one.rename(other)
    elif not _in_one_step(one, other):
        away = other.rename(kept / other.name)
        try:
            one.rename(other)
        except OSError:
            away.rename(other)
            raise
        away.rename(one)


def _in_one_step(one: Path, other: Path) -> bool:
    """Exchange two paths if the system can do it in one step, and tell whether it did."""
    if sys.platform != "linux":
        return False
    import ctypes

    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    paths = (_HERE, os.fsencode(one), _HERE, os.fsencode(other))
    return rename is not None and rename(*paths, _EXCHANGE) == 0
