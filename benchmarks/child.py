"""Runs a command as a whole process of its own, and says what it cost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
KIB = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss, in bytes


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the wall clock and of the processors, and the most memory it held, in MiB."""

    seconds: float
    processor: float
    memory: float


def run(command: list[str], limit: float) -> Cost | str:
    """Return what the command cost, or one line on why there is no figure.

    Memory is that of the largest process of its tree, not their sum. `limit` is in seconds.
    """
    # Installed libraries have their bytecode; the first, uncounted run may write ours beside them.
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile("w+") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, env=surroundings, stdout=subprocess.DEVNULL, stderr=said
        )
        timer = threading.Timer(limit, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().strip().splitlines()
    if seconds >= limit:
        return f"stopped after {limit:.0f} s"
    if process.returncode != 0:
        return lines[-1] if lines else f"exit code {process.returncode}"
    memory = usage.ru_maxrss * KIB / 1024**2
    return Cost(seconds, usage.ru_utime + usage.ru_stime, memory)
