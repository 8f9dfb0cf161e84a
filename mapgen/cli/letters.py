r"""Keeps every letter that is printed, where the output's encoding lacks it: a redirect on Windows.

A letter that cannot be written becomes its number, such as \u0141; nothing ends in a traceback.
"""

from __future__ import annotations

import codecs
import io
import sys

from mapgen.toml import number_of


def keep_every_letter() -> None:
    """Let the standard output and the standard error take any letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="numbered")


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
