"""Finds columns that hold finer dates than the one that is called so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapgen.layouts.grains import grain_of, years_of
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection

    from mapgen.table import Table

_FINER = 0.25  # on average
_FEWEST = 3  # rows that agree, of a column whose name says nothing
_CAPITAL_WITHIN = regex(r"(?<=[a-z])(?=[A-Z])")
_WORD = regex(r"[^\W\d_]+")
_OF_DATES = regex(
    r"(?:date|dates|datetime|iso|edtf|when|day|datum|fecha|data|dato|tag|jour|tarih|dt"
    r"|التاريخ|تاريخ)"
)
_OF_OTHERS = regex(
    r"(?:add|modif|updat|access|retriev|creat|publi|entered|entry|check|edit|upload|scan|crawl"
    r"|import|export|record|version|timestamp|birth|born|death|died|dead|seen|review|report|end"
    r"|fin|last|until|till|bis|hasta|fim|geb|gest|tod|naiss|deces|décès|abger|zugri|erst|geänd"
    r"|aktual|consult|créé|ajout|mis|nacim|agreg|muert|nascita|morte).*"
)
"""Words of columns that hold the dates of other things: of the entry, of a person, of the end."""


class Candidate(NamedTuple):
    """A column of finer dates, and the rows in which it contradicts the coarser one.

    `named` tells whether its name speaks of a date.
    """

    header: str
    grain: float
    named: bool
    against: list[int]


def candidates(table: Table, coarse: str, grain: float, taken: Collection[str]) -> list[Candidate]:
    """Return the columns with finer dates of the same events, the likeliest first.

    They agree with the column `coarse`, whose dates have that grain, in every row; or, where their
    name speaks of a date, in most rows. What agrees in few is the date of something else.
    """
    found = []
    for header, column in table.cells.items():
        words = _WORD.findall(_CAPITAL_WITHIN.sub(" ", header))
        folded = [word.casefold() for word in words]
        if header in taken or any(map(_OF_OTHERS.fullmatch, folded)):
            continue
        if (finer := grain_of(column)) < grain + _FINER:
            continue
        named = any(map(_OF_DATES.fullmatch, folded))
        agree, against = contradictions(table, coarse, header)
        enough = len(agree) > len(against) if named else _vary(table, coarse, agree) and not against
        if enough:
            found.append(Candidate(header, finer, named, against))
    return sorted(found, key=lambda each: (not each.named, bool(each.against), -each.grain))


def contradictions(table: Table, coarse: str, fine: str) -> tuple[list[int], list[int]]:
    """Return the rows in which two columns of dates agree, and those in which they do not."""
    known: dict[tuple[str, str], bool | None] = {}
    agree: list[int] = []
    against: list[int] = []
    for row, pair in enumerate(zip(table.cells[coarse], table.cells[fine], strict=True)):
        if pair not in known:
            known[pair] = _agree(*pair)
        if known[pair] is not None:
            (agree if known[pair] else against).append(row)
    return agree, against


def _agree(coarse: str, fine: str) -> bool | None:
    """Tell whether two texts can mean one date, None where one of them is none."""
    if not coarse or not fine:
        return None
    if len(coarse) == len("1914") and fine.startswith(f"{coarse}-"):
        return True
    first, second = years_of(coarse), years_of(fine)
    return first.meet(second) if first and second else None


def _vary(table: Table, coarse: str, rows: list[int]) -> bool:
    """Tell whether enough rows agree in more than one year, so that it is no accident."""
    texts = table.cells[coarse]
    return len(rows) >= _FEWEST and len({texts[row] for row in rows}) > 1
