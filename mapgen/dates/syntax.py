"""Takes a text in the Extended Date/Time Format apart: levels 0, 1 and 2 of the specification.

The format is described at https://www.loc.gov/standards/datetime/. Here is only its grammar: that
a month is none of the twelve is found out later, where the days are counted. One thing is more
than the format has: a long year may have a month and a day, Y-11999-03-15.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mapgen.regex import regex

_SINGLE: Final = regex(
    r"""
    [?~%]? (?: (?P<year> -?[0-9X]{4} | Y-?[1-9][0-9]{4,} (?=-) )
               [?~%]? (?: - [?~%]? (?P<month> [0-9X]{2} )
               [?~%]? (?: - [?~%]? (?P<day> [0-9X]{2} ) )? )?
             | (?P<long_year> -?[0-9]{4} (?=S) | Y-?[1-9][0-9]{4,} | Y-?[1-9][0-9]*E[0-9]+ )
               (?: S (?P<significant> [1-9][0-9]* ) )?
           )
    [?~%]?
    """,
    re.VERBOSE,
)
_SEVERAL: Final = regex(r"\[([^\[\]{}]+)\]|\{([^\[\]{}]+)\}")


@dataclass(frozen=True, slots=True)
class Single:
    """One date. Its parts stand as written; a part that is not given is blank.

    `month` is also the number of a season or another part of the year, 21 to 41. `significant` is
    the number of significant digits of the year, None when all are.
    """

    text: str
    year: str
    month: str = ""
    day: str = ""
    significant: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """All dates from `start` to `end`; None is an end that is open or not known."""

    start: Single | None
    end: Single | None


@dataclass(frozen=True, slots=True)
class Several:
    """A list of dates: `every` one of them, or else one of them and nobody knows which."""

    members: tuple[Single | Run, ...]
    every: bool


Node = Single | Run | Several


def take_apart(edtf: str) -> Node | None:
    """Return the parts of an EDTF text, None when the text is not in that format."""
    if "/" in edtf:
        return _run(edtf, "/", ends=("", ".."))
    if edtf[:1] in {"[", "{"}:
        return _several(edtf)
    return single(edtf)


def single(edtf: str) -> Single | None:
    """Return the parts of one EDTF date, None when the text is none."""
    match = _SINGLE.fullmatch(edtf)
    if match is None:
        return None
    year, month, day, long_year, digits = match.groups()
    if long_year is None:
        return Single(edtf, year, month or "", day or "")
    return Single(edtf, long_year, significant=None if digits is None else int(digits))


def season(date: Single) -> int | None:
    """Return the number, 21 to 41, of the part of the year that a date names, if it does."""
    number = int(date.month) if date.month.isdecimal() else 0
    return number if 21 <= number <= 41 else None  # noqa: PLR2004  (numbers of the format)


def is_approximate(edtf: str) -> bool:
    """Tell whether anything in an EDTF text is approximate."""
    return "~" in edtf or "%" in edtf


def is_uncertain(edtf: str) -> bool:
    """Tell whether anything in an EDTF text is uncertain."""
    return "?" in edtf or "%" in edtf


def _run(edtf: str, separator: str, *, ends: tuple[str, ...]) -> Run | None:
    """Split a run at its separator; a text of `ends` is an end without a date."""
    sides = edtf.split(separator)
    dates = [single(side) for side in sides]
    unreadable = any(
        date is None and side not in ends for date, side in zip(dates, sides, strict=True)
    )
    if len(sides) != 2 or unreadable or dates == [None, None]:  # noqa: PLR2004  (a start, an end)
        return None
    return Run(*dates)


def _several(edtf: str) -> Several | None:
    match = _SEVERAL.fullmatch(edtf)
    if match is None:
        return None
    texts = (match[1] or match[2]).split(",")
    members = [_run(text, "..", ends=("",)) if ".." in text else single(text) for text in texts]
    known = tuple(member for member in members if member is not None)
    if len(known) < len(members) or not _is_list(known):
        return None
    return Several(known, every=match[2] is not None)


def _is_list(members: tuple[Single | Run, ...]) -> bool:
    """Tell whether only the first date has no start, only the last no end, and one is not alone."""
    if len(members) == 1 and isinstance(members[0], Single):
        return False
    runs = [(place, run) for place, run in enumerate(members) if isinstance(run, Run)]
    return all(
        (run.start is not None or place == 0) and (run.end is not None or place == len(members) - 1)
        for place, run in runs
    )
