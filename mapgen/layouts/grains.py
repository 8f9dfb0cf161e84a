"""Tells how fine the dates of a column are: years, months or days."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from mapgen.columns import distinct_of
from mapgen.dates.month_names import month_of
from mapgen.layouts.cells import read_date
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

YEARS, MONTHS, DAYS = 1, 2, 3
_SAMPLE = 60  # distinct texts of a column
_LOOK = 5  # of which none is a date in a column of other things
_MOST = 0.8  # of its texts
_LONGEST = 40  # characters
_YEAR = regex(r"[-−]?[0-9]{1,4}(?:\.0)?")
_ORDERLESS = regex(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}.*")
_FIGURES = regex(r"0?[0-9]{1,2}(?:\.0)?")
_YEAR_WITHIN = regex(r"(?<![0-9])[0-9]{4}(?![0-9])")


class Years(NamedTuple):
    """The first and the last year that a text speaks of."""

    first: int
    last: int

    def meet(self, other: Years) -> bool:
        """Tell whether both can be one date; -44 may be 44 or 45 BC."""
        more = 1 if self.first < 0 and other.first <= 0 else 0
        return self.first - more <= other.last and other.first - more <= self.last


def grain_of(column: Sequence[str]) -> float:
    """Return the fineness of the dates of a column on average, 0 where most are no dates."""
    texts = list(islice(dict.fromkeys(filter(None, distinct_of(column))), _SAMPLE))
    if not any(map(_grain, texts[:_LOOK])):
        return 0
    grains = list(filter(None, map(_grain, texts)))
    return sum(grains) / len(grains) if len(grains) >= _MOST * len(texts) else 0


def years_of(text: str) -> Years | None:
    """Return the years that a date speaks of, None for a text that is none."""
    if _YEAR.fullmatch(text):
        year = int(float(text.replace("−", "-")))
        return Years(year, year)
    date = read_date(text) if len(text) <= _LONGEST else None
    if date is None:
        found = _YEAR_WITHIN.findall(text) if _ORDERLESS.fullmatch(text) else []
        return Years(int(found[0]), int(found[0])) if found else None
    low, high = date.earliest, date.latest
    from mapgen.dates import civil

    first = civil(low)[0] if low is not None else -(10**9)
    return Years(first, civil(high)[0] if high is not None else 10**9)


def are_months(column: Sequence[str]) -> bool:
    """Tell whether all filled cells of a column are months, by number or name."""
    texts = set(filter(None, distinct_of(column)))
    return bool(texts) and all(1 <= _number(text) <= 12 or month_of(text) for text in texts)  # noqa: PLR2004


def are_days(column: Sequence[str]) -> bool:
    """Tell whether all filled cells of a column are days of a month."""
    texts = set(filter(None, distinct_of(column)))
    return bool(texts) and all(1 <= _number(text) <= 31 for text in texts)  # noqa: PLR2004


def _number(text: str) -> int:
    return int(float(text)) if _FIGURES.fullmatch(text) else 0


def _grain(text: str) -> int:
    if _YEAR.fullmatch(text):
        return YEARS
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return 0
    if _ORDERLESS.fullmatch(text):
        return DAYS
    date = read_date(text)
    return date.edtf.partition("/")[0].lstrip("-[{.").count("-") + 1 if date else 0
