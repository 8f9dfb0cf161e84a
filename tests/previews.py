"""Runs `mapgen preview` as an author does, for the tests that watch it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 30  # seconds


@dataclass(frozen=True, slots=True)
class Preview:
    """A preview that runs: its address, and the program."""

    address: str
    program: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rpartition(":")[2])

    def until(self, text: str) -> list[str]:
        """Return the lines that it tells up to one with a text."""
        lines = [""]
        while text not in lines[-1]:
            assert self.program.stdout is not None
            lines.append(self.program.stdout.readline())
            assert lines[-1], "".join(lines)
        return lines

    def end(self, by: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """End it, and return its exit code and what it told since it began."""
        self.program.send_signal(by)
        told, _ = self.program.communicate(timeout=PATIENCE)
        return self.program.returncode, told


@contextmanager
def started(folder: Path, *words: str) -> Iterator[Preview]:
    """Start a preview in a folder, and end it whatever comes."""
    with subprocess.Popen(
        [sys.executable, "-m", "mapgen", "preview", "--port", "0", *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as program:
        try:
            assert program.stdout is not None
            first = program.stdout.readline()
            found = re.match(r"http://127\.0\.0\.1:\d+/", first)
            assert found, first + program.stdout.read()
            yield Preview(found[0], program)
        finally:
            if program.poll() is None:
                program.terminate()
                program.communicate(timeout=PATIENCE)
