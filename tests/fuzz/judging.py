"""Judges whether what mapgen says of a broken file is of use to an author."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.errors import MapgenError, Problem

Outcome = Literal["read", "refused"]


class BadAnswerError(AssertionError):
    """An answer that no author could use, or that came too late."""


def judge_problems(problems: Sequence[Problem], name: str) -> None:
    """Refuse an answer without the file, without words, or with a line that is not there."""
    if not any(problem.severity == "error" for problem in problems):
        raise BadAnswerError("refused without an error")
    for problem in problems:
        if not problem.file.partition(", sheet ")[0].endswith(name):
            raise BadAnswerError(f"does not name the file: {problem!r}")
        if not problem.message.strip() or not problem.cure.strip() or "\n" in str(problem):
            raise BadAnswerError(f"is no sentence: {problem!r}")
        if problem.line is not None and problem.line < 1:
            raise BadAnswerError(f"names a line that is not there: {problem!r}")
        has_header = not name.endswith(".parquet")  # whose columns have names on no line
        if has_header and problem.column is not None and problem.line is None:
            raise BadAnswerError(f"names a column without a line: {problem!r}")


def judge_error(error: MapgenError, name: str) -> None:
    """Refuse an error without the name of the file."""
    if name not in str(error):
        raise BadAnswerError(f"does not name the file: {error}") from error
