"""Stands between mapgen and the readers that others wrote: what they raise is told in words."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mapgen.errors import MapgenError, printable, quoted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePath

_LONGEST = 120  # characters of a foreign error that a message repeats
_PASSING = (MapgenError, KeyboardInterrupt, SystemExit, GeneratorExit)


class Boundary:
    """Encloses a call into a foreign reader, of a library or of the system.

    `refuse` makes the error, with the name of the file, of whatever that reader raises: no list of
    its exceptions is ever whole. Nothing of our own stands within, so that a fault of mapgen stays
    a traceback. Errors of ours pass, and what ends the program.
    """

    def __init__(self, refuse: Callable[[BaseException], Exception]) -> None:
        self._refuse = refuse

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if error is not None and not isinstance(error, _PASSING):
            raise self._refuse(error) from error


def reason(error: BaseException) -> str:
    """Return in one short line what a foreign error says, by its kind where it says nothing."""
    said = " ".join(str(getattr(error, "strerror", None) or error).split())
    return quoted(said, longest=_LONGEST)[1:-1] or type(error).__name__


def name_of(path: PurePath) -> str:
    """Return the name of a file as text, for messages; what of it is no letter is told."""
    return printable(os.fsencode(path.as_posix()).decode("utf-8", "replace"))
