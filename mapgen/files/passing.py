"""Tells a table that can be read only once: standard input, or what a shell hands on as a pipe."""

from __future__ import annotations

import stat
from pathlib import Path


def is_passing(table: str | Path) -> bool:
    """Tell whether a table goes by, and is no file that stays."""
    if str(table) == "-":
        return True
    mode = mode_of(Path(table))
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or stat.S_ISCHR(mode)


def is_device(path: Path) -> bool:
    """Tell whether a path is a disk, or a device that may never come to an end."""
    mode = mode_of(path)
    return stat.S_ISBLK(mode) or (stat.S_ISCHR(mode) and path.name not in {"stdin", "tty"})


def mode_of(path: Path) -> int:
    """Return what the system says of a file, 0 where it says nothing."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0
