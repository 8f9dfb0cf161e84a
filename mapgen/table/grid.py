"""Checks the names of the columns of a table, and drops the columns that have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.errors import Problem, TableError

if TYPE_CHECKING:
    import pandas as pd


def refuse_twins(header: list[str], *, line: int, file: str) -> None:
    """Refuse names of columns that stand twice; raises TableError with all of them."""
    first: dict[str, int] = {}
    problems = [
        Problem(
            file=file,
            line=line,
            column=name,
            message=f"columns {first[name]} and {place} both have this name",
            cure="give one of them another name, or delete it",
        )
        for place, name in enumerate(header, 1)
        if name and first.setdefault(name, place) != place
    ]
    if problems:
        raise TableError(problems)


def without_unnamed(
    frame: pd.DataFrame, *, lines: tuple[int, ...], file: str
) -> tuple[pd.DataFrame, list[Problem]]:
    """Leave out the columns without a name, with a warning where that loses text."""
    problems = []
    unnamed = [place for place, name in enumerate(frame.columns) if not name]
    for place in unnamed:
        filled = (frame.iloc[:, place] != "").to_numpy()
        if filled.any():
            problem = Problem(
                file=file,
                line=lines[int(filled.argmax())],
                message=f"column {place + 1} has text from here on but no name; it is not used",
                cure="write a name for it in the header, or delete it",
                severity="warning",
            )
            problems.append(problem)
    if not unnamed:
        return frame, problems
    return frame.loc[:, [bool(name) for name in frame.columns]], problems
