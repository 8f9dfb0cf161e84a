"""Tells from dates such as 28.06.1914 whether the day or the month stands first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from mapgen.dates.vocabulary import ENGLISH_MONTHS
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.dates.historical_date import DateOrder

Kind = Literal["dmy", "mdy", "dotted", "either"]
"""What a date shows: the day first, the month first, or neither, with dots or with other signs."""

_DATE: Final = regex(r"(?<![0-9])([0-9]{1,2})([/.–-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9])")
_MONTHS, _DAYS = 12, 31


class Figures(NamedTuple):
    """A date in figures within a text, and what it shows."""

    text: str
    first: int
    second: int
    year: str
    kind: Kind

    def in_words(self, order: DateOrder) -> str:
        """Return the date read in an order."""
        day, month = (self.first, self.second)[:: 1 if order == "dmy" else -1]
        return f"{day} {ENGLISH_MONTHS[month - 1]} {self.year}"

    def in_format(self, order: DateOrder) -> str:
        """Return the date read in an order, as ISO 8601 writes it."""
        day, month = (self.first, self.second)[:: 1 if order == "dmy" else -1]
        return f"{self.year}-{month:02}-{day:02}"


def figures(folded: str) -> Iterator[Figures]:
    """Yield the dates in figures within a folded text that can have the day or the month first."""
    for match in _DATE.finditer(folded):
        first, sign, second, year = int(match[1]), match[2], int(match[3]), match[4]
        if len(year) == 2 and sign in "-–":  # noqa: PLR2004  (28-06-14 may begin with its year)
            continue
        low, high = sorted((first, second))
        if not 1 <= low <= _MONTHS or high > _DAYS or first == second:
            continue
        kind: Kind = "dotted" if sign == "." else "either"
        if high > _MONTHS:
            kind = "dmy" if first == high else "mdy"
        yield Figures(match[0], first, second, year, kind)
