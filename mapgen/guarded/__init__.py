"""Opens other people's binary files in a child process, with a ceiling of memory and time.

A parser in native code that a broken file leads astray ends its whole process, and no `except` can
help: so it is a process of its own. What a child may open lies in this room, and so do the limits.
"""

from __future__ import annotations

import marshal
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from mapgen.guarded.limits import Allowance, allowance
from mapgen.guarded.refusing import CURE, Refused

__all__ = ["CURE", "Allowance", "Refused", "allowance", "run"]

_BEGIN = (  # the path first: only with it the child finds this room
    "import marshal, sys; sys.path[:] = marshal.load(sys.stdin.buffer); "
    "from mapgen.guarded.child import main; main()"
)
_READY = b"+"


def run(task: str, data: bytes, *arguments: str, allowed: Allowance) -> Any:
    """Return what `read` of a module of this room makes of bytes, read in a child.

    The answer is of what marshal knows. Raises Refused for what the module refuses, and where the
    child goes beyond what is allowed or dies. Where a system lends no child, as in a browser or in
    a program frozen into one file, the bytes are read here, within no limit.
    """
    process = _begun()
    if process is None:
        return _here(task, data, *arguments)
    asked = marshal.dumps(_paths()) + marshal.dumps((task, arguments, tuple(allowed)))
    with process:
        try:
            told, _ = process.communicate(asked + data, timeout=allowed.seconds)
        except subprocess.TimeoutExpired:
            message = f"takes longer than {allowed.seconds:.0f} seconds to be read"
            raise Refused(message, CURE) from None
        finally:
            process.kill()  # whatever stopped the wait, Ctrl-C too; nothing of it is left behind
            process.wait()
    if not told:
        return _here(task, data, *arguments)
    return _answer(told.removeprefix(_READY), allowed)


def _begun() -> subprocess.Popen[bytes] | None:
    """Start an interpreter like this one; None where there is none to start."""
    if not Path(sys.executable or "").name.lower().startswith(("python", "pypy")):
        return None
    try:
        return subprocess.Popen(  # noqa: S603  (this interpreter, and words of our own)
            [sys.executable, "-I", "-S", "-c", _BEGIN],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None


def _paths() -> list[str]:
    return [str(Path(__file__).parents[2]), *map(str, sys.path)]


def _here(task: str, data: bytes, *arguments: str) -> Any:
    return import_module(f"mapgen.guarded.{task}").read(data, *arguments)


def _answer(told: bytes, allowed: Allowance) -> Any:
    """Return the answer of a child that has ended, which is nothing where it died on its way."""
    if not told:
        gigabytes = allowed.memory / (1 << 30)
        message = (
            f"cannot be read within {gigabytes:.0f} GB of memory: it is damaged, or a cell far "
            "below or beside the table makes it huge"
        )
        raise Refused(message, CURE)
    outcome, *answer = marshal.loads(told)  # noqa: S302  (a child of our own wrote it)
    if outcome == "refused":
        raise Refused(*answer)
    if outcome == "failed":
        raise RuntimeError(f"a child failed\n{answer[0]}")
    return answer[0]
