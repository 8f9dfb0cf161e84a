r"""Keeps every letter that is printed, and says in words where nothing can be printed.

A letter that the output's encoding lacks, as a redirect on Windows has it, becomes its number, such
as \u0141. A stream that was closed takes everything and shows nothing; one that is full is told.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
from typing import TYPE_CHECKING

from mapgen.errors.boundary import reason
from mapgen.settings.toml import number_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO, TextIO, TypeVar

    _Done = TypeVar("_Done")


class StreamError(OSError):
    """The standard output, or the standard error, cannot be written."""


def keep_every_letter() -> None:
    """Let the standard output and the standard error take any letter, and the rest of a run."""
    _open_closed()
    sys.stdout, sys.stderr = _kept(sys.stdout, 1), _kept(sys.stderr, 2)


def _open_closed() -> None:
    """Open the numbers of closed streams: else a file that is written would get one of them."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:  # noqa: PLR2004  (the standard error)
        pass
    os.close(number)


def _kept(stream: TextIO | None, number: int) -> TextIO:
    if stream is None:  # it was closed
        nothing = open(number, "wb", closefd=False)  # noqa: SIM115  (a number, for a run)
        return _Stream(nothing, encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper) and not isinstance(stream, _Stream):
        lines = stream.line_buffering
        return _Stream(stream.buffer, encoding=stream.encoding, line_buffering=lines)
    return stream


class _Stream(io.TextIOWrapper):
    """A standard stream; raises StreamError the first time that it cannot be written.

    After that it takes everything and shows nothing, so that a run ends with this one error.
    """

    def __init__(self, buffer: BinaryIO, *, encoding: str, line_buffering: bool = False) -> None:
        super().__init__(
            buffer, encoding=encoding, errors="numbered", line_buffering=line_buffering
        )

    def write(self, text: str, /) -> int:
        """Write a text."""
        return self._try(lambda: super(_Stream, self).write(text))

    def flush(self) -> None:
        """Hand on what was written."""
        self._try(super().flush)

    def _try(self, write: Callable[[], _Done]) -> _Done:
        try:
            return write()
        except BrokenPipeError:
            raise  # who read it has read enough
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.fileno())
            name = "the standard error" if self is sys.stderr else "the standard output"
            raise StreamError(f"{name} cannot be written: {reason(error)}") from error


def _numbered(error: UnicodeError) -> tuple[str, int]:
    """Write letters by their numbers, as TOML and JSON do, so that lines to paste stay good."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(number_of, error.object[error.start : error.end])), error.end


codecs.register_error("numbered", _numbered)


def holds_every_letter() -> bool:
    """Tell whether the standard output is in an encoding that has all letters."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    return codecs.lookup(encoding).name.startswith("utf")
