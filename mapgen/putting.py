"""Puts a file in its place whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def put(path: Path, *parts: bytes, mode: int) -> None:
    """Write a file beside its place, one part after the other, and move it there.

    It gets the rights of `mode`. A reader never meets half of it; where that fails or is stopped,
    nothing of it is left. Raises OSError.
    """
    number, name = tempfile.mkstemp(dir=path.parent, prefix=".mapgen-")
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.writelines(parts)
        part.chmod(mode)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
