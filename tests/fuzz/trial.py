"""Gives one broken file to mapgen and judges the answer."""

from __future__ import annotations

import time
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Literal

from mapgen.build import Events, read_events
from mapgen.errors import MapgenError, TableError
from mapgen.page import HistoricalMap
from tests.fuzz.mutations import mutate
from tests.fuzz.seeds import seeds

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 5.0  # seconds of the processor for one file under 1 MB

Outcome = Literal["read", "refused"]


class BadAnswerError(AssertionError):
    """An answer that no author could use, or that came too late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One broken file; the same number gives the same bytes while the seeds are the same."""

    number: int
    name: str
    data: bytes

    @classmethod
    def of(cls, number: int) -> Trial:
        """Make the broken file of a number."""
        random = Random(number)  # noqa: S311  (chance that can be repeated)
        name, data = seeds()[number % len(seeds())]
        return cls(number=number, name=name, data=mutate(data, random))

    def run(self, folder: Path, *, page: bool) -> Outcome:
        """Read the file, and draw its page if that is asked; raises BadAnswerError.

        Any other exception is a fault of mapgen.
        """
        path = folder / self.name
        path.write_bytes(self.data)
        begun = time.process_time()
        try:
            outcome = _answer(path, page=page)
        finally:
            path.unlink()  # a table may be read with others beside it
        taken = time.process_time() - begun
        if taken > LONGEST:
            raise BadAnswerError(f"took {taken:.1f} s")
        return outcome


def _answer(path: Path, *, page: bool) -> Outcome:
    try:
        events = read_events(path)
        if page:
            _draw(events)
    except TableError as error:
        _judge(error, path)
        return "refused"
    except MapgenError as error:
        if path.name not in str(error):
            raise BadAnswerError(f"does not name the file: {error}") from error
        return "refused"
    return "read"


def _draw(events: Events) -> None:
    if not HistoricalMap(events, title="Broken", folder=events.folder).to_html():
        raise BadAnswerError("the page is blank")


def _judge(error: TableError, path: Path) -> None:
    """Refuse an answer without the file, without words, or with a line that is not there."""
    if not any(problem.severity == "error" for problem in error.problems):
        raise BadAnswerError("refused without an error")
    for problem in error.problems:
        if not problem.file.endswith(path.name):
            raise BadAnswerError(f"does not name the file: {problem!r}")
        if not problem.message.strip() or not problem.cure.strip() or "\n" in str(problem):
            raise BadAnswerError(f"is no sentence: {problem!r}")
        if problem.line is not None and problem.line < 1:
            raise BadAnswerError(f"names a line that is not there: {problem!r}")
        if problem.column is not None and problem.line is None:
            raise BadAnswerError(f"names a column without a line: {problem!r}")
