"""Tries broken files in children: one that dies, hangs or grows is told, and the next goes on."""

from __future__ import annotations

import multiprocessing
import resource
import signal
import tempfile
import time
import traceback
import warnings
from dataclasses import dataclass
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tests.fuzz.kinds import KINDS, seeds_of, warm
from tests.fuzz.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection

    from tests.fuzz.judging import Outcome

Result = Literal["read", "refused", "lost"]

SECONDS = 10.0  # of the clock, for one file
MEMORY = 2 << 30  # bytes in use at the most, by the child or by one that it had

_ENDED = 2 * MEMORY  # bytes that a child may ask for before the system refuses more
_SPAWN = multiprocessing.get_context("spawn")  # none has the threads of its parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of the file of a number, after how many seconds; `told` is what went wrong."""

    number: int
    outcome: Result
    seconds: float = 0
    memory: int = 0
    told: str = ""

    @property
    def kind(self) -> str:
        return KINDS[self.number % len(KINDS)].name


def with_page(number: int, folder: Path) -> Outcome:
    """Try the file of a number, and draw its page."""
    return Trial.of(number).run(folder, page=True)


def tried(
    numbers: Iterable[int],
    attempt: Callable[[int, Path], Outcome] = with_page,
    *,
    children: int = 1,
    seconds: float = SECONDS,
) -> Iterator[Answer]:
    """Make an attempt with each number, some at a time, and yield what becomes of each.

    An attempt has a folder to write into; it must be a function that a child can import.
    """
    waiting = iter(numbers)
    pool = [_Child(attempt, seconds) for _ in range(children)]
    try:
        for child in pool:
            child.take(next(waiting, None))
        while busy := [child for child in pool if child.number is not None]:
            ready = wait([child.pipe for child in busy], max(0, min(each.left for each in busy)))
            for child in busy:
                if child.pipe in ready or child.left <= 0:
                    yield child.answer()
                    child.take(next(waiting, None))
    finally:
        for child in pool:
            child.end()


class _Child:
    """A process that takes one number after another, and is begun again where it failed."""

    def __init__(self, attempt: Callable[[int, Path], Outcome], seconds: float) -> None:
        self.number: int | None = None
        self._attempt = attempt
        self._seconds = seconds
        self._begin()

    def _begin(self) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(theirs, self._attempt), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False

    def take(self, number: int | None) -> None:
        """Let it try the next file; None where there is none."""
        self.number = number
        if number is None:
            return
        if not self._ready:
            self._ready = bool(self.pipe.recv())
        self._begun = time.monotonic()
        self.pipe.send(number)

    @property
    def left(self) -> float:
        """The seconds until it is too late for an answer."""
        return self._begun + self._seconds - time.monotonic()

    def answer(self) -> Answer:
        """Return what it found, or how it ended without an answer."""
        taken = time.monotonic() - self._begun
        try:
            found = self.pipe.recv() if self.pipe.poll() else self._lost("no answer", taken)
        except (EOFError, OSError):
            self._process.join(SECONDS)
            found = self._lost(f"ended with exit code {self._process.exitcode}", taken)
        if found.outcome == "lost":  # its memory, its threads or its files may be in disorder
            self.end()
            self._begin()
        return found

    def _lost(self, how: str, taken: float) -> Answer:
        assert self.number is not None
        told = f"{how} in {taken:.1f} s"
        return Answer(number=self.number, outcome="lost", seconds=taken, told=told)

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


def _work(pipe: Connection, attempt: Callable[[int, Path], Outcome]) -> None:
    """Try the files of the numbers that come, until none does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (_ENDED, _ENDED))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    warnings.simplefilter("error")
    for kind in KINDS:
        seeds_of(kind)
    with tempfile.TemporaryDirectory() as folder:
        warm(Path(folder))
        pipe.send("ready")
        while True:
            try:
                number = pipe.recv()
            except EOFError:
                return
            pipe.send(_answer(attempt, number, Path(folder)))


def _answer(attempt: Callable[[int, Path], Outcome], number: int, folder: Path) -> Answer:
    begun = time.monotonic()
    outcome: Result
    try:
        outcome, told = attempt(number, folder), ""
    except BaseException:  # noqa: BLE001  (whatever it is, a panic too, it is what is looked for)
        outcome, told = "lost", "".join(traceback.format_exc(limit=-3))
    seconds, memory = time.monotonic() - begun, _peak()
    if memory > MEMORY:
        outcome, told = "lost", f"took {memory / (1 << 30):.1f} GiB of memory\n{told}"
    return Answer(number=number, outcome=outcome, seconds=seconds, memory=memory, told=told)


def _peak() -> int:
    """Return the most bytes that this process had in use, or one of its own children."""
    each = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(who).ru_maxrss for who in each) * 1024  # Linux counts in kB
