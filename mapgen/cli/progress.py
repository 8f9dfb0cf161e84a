"""Shows how far the work is, on a terminal and once it takes longer than a second."""

from __future__ import annotations

import sys
import threading
import time
from typing import TYPE_CHECKING, Self, TextIO

from mapgen.cli.options import Loudness
from mapgen.cli.saying import say
from mapgen.errors import printable

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0  # seconds that people wait without asking why


class Stages:
    """Hears which stage of the work begins, and tells it as loudly as was asked.

    A bar appears after `patience` seconds if the screen is a terminal; rich is not loaded before.
    The verbose get a line with its seconds for each stage instead, the quiet nothing.
    """

    def __init__(
        self,
        steps: int,
        loudness: Loudness,
        *,
        screen: TextIO | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self._steps = steps
        self._loudness = loudness
        self._screen = screen or sys.stderr
        self._timer = threading.Timer(patience, self._show)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._ended = False
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._stage = ""
        self._done = 0
        self._begun = 0.0

    def __enter__(self) -> Self:
        if self._loudness is Loudness.NORMAL and self._screen.isatty():
            self._timer.start()
        return self

    def __call__(self, stage: str) -> None:
        """Begin a stage; the one before is done."""
        self._finish()
        with self._lock:
            self._stage, self._begun = printable(stage), time.perf_counter()
            if self._bar and self._task is not None:
                self._bar.update(self._task, description=self._stage, completed=self._done)

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._finish()
        with self._lock:
            self._ended = True
            if self._bar:
                self._bar.stop()

    def _finish(self) -> None:
        if not self._stage:
            return
        self._done += 1
        if self._loudness is Loudness.VERBOSE:
            seconds = time.perf_counter() - self._begun
            say(f"{self._stage}: {seconds:.2f} s", file=self._screen)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
        )

        with self._lock:
            if self._ended:
                return
            console = Console(file=self._screen, force_terminal=True)
            parts = TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn()
            self._bar = Progress(*parts, console=console, transient=True)
            self._task = self._bar.add_task(self._stage, total=self._steps, completed=self._done)
            self._bar.start()
