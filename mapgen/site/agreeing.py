"""Makes one decision of those that the blocks of a file took by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.errors import Problem, of_severity

if TYPE_CHECKING:
    from collections.abc import Iterable


def agreed(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems of blocks, each once, and each decision about a column once.

    A column that blocks of one file took to mean different things is an error: the dates or places
    of one of them would be false. A decision that no setting writes down is of its block alone.
    """
    decided: dict[tuple[str, str | None, str], Problem] = {}
    found = list(dict.fromkeys(problems))
    told = [each for each in found if each.severity != "decision" or not each.settled]
    for decision in (each for each in of_severity(found, "decision") if each.settled):
        setting = decision.settled.partition("=")[0].strip()
        first = decided.setdefault((decision.file, decision.column, setting), decision)
        if first.settled != decision.settled:
            told.append(_contradiction(first, decision))
    return [*decided.values(), *dict.fromkeys(told)]


def _contradiction(first: Problem, other: Problem) -> Problem:
    return Problem(
        file=first.file,
        line=first.line,
        column=first.column,
        message=f"one part of the file says that {first.message}, another that {other.message}",
        cure=f"write which it is into the settings: {first.settled} or {other.settled}",
    )
