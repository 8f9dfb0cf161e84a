"""Gives one broken file to mapgen and judges the answer."""

from __future__ import annotations

import time
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from mapgen.errors import MapgenError, TableError
from tests.fuzz.judging import BadAnswerError, Outcome, judge_error, judge_problems
from tests.fuzz.kinds import KINDS, Kind, seeds_of

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 5.0  # seconds of the processor for one file under 1 MB


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One broken file; the same number gives the same bytes while the seeds are the same."""

    number: int
    kind: Kind
    name: str
    data: bytes

    @classmethod
    def of(cls, number: int) -> Trial:
        """Make the broken file of a number; each kind has its turn."""
        turn, at = divmod(number, len(KINDS))
        kind, random = KINDS[at], Random(number)  # noqa: S311  (chance that can be repeated)
        whole = seeds_of(kind)
        name, data = whole[turn % len(whole)]
        return cls(number=number, kind=kind, name=name, data=kind.mutate(data, random))

    def run(self, folder: Path, *, page: bool) -> Outcome:
        """Have the file read, and its page drawn if that is asked; raises BadAnswerError.

        Any other exception is a fault of mapgen.
        """
        path = folder / self.name
        path.write_bytes(self.data)
        begun = time.process_time()
        try:
            outcome = self._answer(path, page=page)
        finally:
            path.unlink()  # a table may be read with others beside it
        taken = time.process_time() - begun
        if taken > LONGEST:
            raise BadAnswerError(f"took {taken:.1f} s")
        return outcome

    def _answer(self, path: Path, *, page: bool) -> Outcome:
        ask = self.kind.draw or self.kind.ask if page else self.kind.ask
        try:
            return ask(path)
        except TableError as error:
            judge_problems(error.problems, path.name)
        except MapgenError as error:
            judge_error(error, path.name)
        return "refused"
