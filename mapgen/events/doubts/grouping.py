"""Makes one problem of many that are alike, so that a thousand rows are told in one sentence."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mapgen.errors import Problem

    _Kind = tuple[str | None, ...]

_SAME = 3  # problems with the same words that are told one by one
_ALIKE = 10  # problems that differ in what they quote, told one by one so that each can be mended
_SHOWN = 3
_QUOTED = regex(r'"[^"]*"')
# What differs between problems of one kind: a quoted cell, a number, a name.
_DIFFERENT = regex(r'"[^"]*"|\d[\d.,]*|\b[A-Z]\w*')


def group(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems, many of one kind in one column as one at the line of the first."""
    problems = list(problems)
    if len(problems) <= _SAME:
        return problems
    return _merged(_merged(problems, _shape, most=_ALIKE), _words, most=_SAME)


def listed(lines: Sequence[int]) -> str:
    """Return `line 4`, or `lines 4, 9, 12 and 230 more`."""
    word = "line" if len(lines) == 1 else "lines"
    return f"{word} {joined(shortened(list(map(str, lines))))}"


def shortened(parts: list[str]) -> list[str]:
    """Return the first three parts and how many more there are; four parts as they are."""
    if len(parts) <= _SHOWN + 1:
        return parts
    return [*parts[:_SHOWN], f"{len(parts) - _SHOWN:,} more"]


def joined(parts: Sequence[str]) -> str:
    """Return `a`, `a and b` or `a, b and c`."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def quotations(cells: Sequence[tuple[str, int]]) -> str:
    """Return `"x" in line 3, "y" in line 4 and 7 more`; the texts are quoted already."""
    return joined(shortened([f"{text} in line {line}" for text, line in cells]))


def _merged(
    problems: list[Problem], kind: Callable[[Problem], _Kind], *, most: int
) -> list[Problem]:
    """Make one of the problems of a kind where there are more than `most`."""
    kinds: dict[_Kind, list[Problem]] = {}
    for problem in problems:
        kinds.setdefault(kind(problem), []).append(problem)
    found = []
    for alike in kinds.values():
        if len(alike) <= most or alike[0].line is None:
            found.extend(alike)
        else:
            message = f"{alike[0].message} ({_also(alike)})"
            found.append(dataclasses.replace(alike[0], message=message))
    return found if len(found) < len(problems) else problems


def _words(problem: Problem) -> _Kind:
    return problem.column, problem.severity, problem.message, problem.cure


def _shape(problem: Problem) -> _Kind:
    return problem.column, problem.severity, _DIFFERENT.sub("", problem.message)


def _also(alike: list[Problem]) -> str:
    """Name the lines of all but the first, or quote their cells where these differ."""
    first, *others = alike
    lines = [problem.line or 0 for problem in others]
    if all(problem.message == first.message for problem in others):
        return f"the same in {listed(lines)}"
    cells = [(match[0], problem) for problem in alike if (match := _QUOTED.search(problem.message))]
    distinct = {text: problem.line or 0 for text, problem in reversed(cells)}
    if len(cells) < len(alike) or len(distinct) == 1:
        return f"and {len(others):,} more like it, in {listed(lines)}"
    shown = [f"{text} in line {distinct[text]}" for text in list(dict(cells))[1 : _SHOWN + 1]]
    return f"and {len(others):,} more like it, such as {joined(shown)}"
