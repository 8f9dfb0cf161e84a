"""What runs in the child: it limits itself, reads what it is given, and answers."""

from __future__ import annotations

import gc
import marshal
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from math import ceil
from typing import Any

from mapgen.guarded.refusing import Refused


def main() -> None:
    """Read a task and its bytes from standard input, and write the answer to standard output."""
    task, arguments, (memory, seconds) = marshal.load(sys.stdin.buffer)  # noqa: S302  (our own)
    _limit(memory, ceil(seconds))
    gc.disable()  # it ends soon, and leaves no cycles
    sys.stdout.buffer.write(b"+")  # from here on, whatever happens is the doing of the bytes
    sys.stdout.buffer.flush()
    data = sys.stdin.buffer.read()
    answer = marshal.dumps(_outcome(task, data, arguments))
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    os._exit(0)  # the system clears away faster what was read than Python does


def _outcome(
    task: str, data: bytes, arguments: tuple[str, ...]
) -> tuple[str, Any] | tuple[Any, ...]:
    try:
        return "read", import_module(f"mapgen.guarded.{task}").read(data, *arguments)
    except Refused as refused:
        return "refused", refused.message, refused.cure
    except MemoryError:
        sys.exit(1)  # as if it had died of it, as native code does
    except Exception:  # noqa: BLE001  (a fault of ours, told where it can be seen)
        import traceback

        return "failed", traceback.format_exc()


def _limit(memory: int, seconds: int) -> None:
    """Let the system end this process beyond so many bytes and seconds, where it can.

    The alarm is for a parent that was killed, and ends nothing any more. Ctrl-C is the parent's.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "win32":
        return
    import resource  # Windows has none

    signal.alarm(seconds + 1)
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # macOS sets no limit of memory
            _, hard = resource.getrlimit(kind)
            resource.setrlimit(kind, (most if hard < 0 else min(most, hard), hard))
