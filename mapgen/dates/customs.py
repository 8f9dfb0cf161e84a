"""Says how an author writes what can be read in two ways, and reads dates by that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapgen.dates import signed_years, year_pairs
from mapgen.dates.column import DateColumn
from mapgen.dates.folding import fold
from mapgen.dates.parsing import parse
from mapgen.errors import DateError, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mapgen.dates.historical_date import DateOrder, HistoricalDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Customs:
    """How dates are written that have two readings by themselves; None where nobody said.

    `order` is that of day and month in 03/04/1946. With a `year_zero`, -44 is 45 BC, as ISO 8601
    and EDTF count; without one it is 44 BC. With `year_pairs`, 1911-12 is the years 1911 to 1912;
    without them, it is December 1911.
    """

    order: DateOrder | None = None
    year_zero: bool | None = None
    year_pairs: bool | None = None


def read(text: str, customs: Customs) -> HistoricalDate:
    """Return the date that a text means among others; raises DateError as `parse` does.

    Pairs such as 1911-12 are refused where nobody said what they are.
    """
    try:
        spelled = _spelled(fold(text), customs)
    except DateError as error:
        raise DateError(f"{quoted(text)} {error.message}", error.cure) from None
    if not spelled:
        return parse(text, order=customs.order)
    try:
        return replace(parse(spelled, order=customs.order), text=text.strip())
    except DateError:
        parse(text, order=customs.order)  # its error speaks of the text as it was written
        raise


def parse_column(
    texts: Sequence[str], customs_of: Callable[[list[str]], Customs] | None = None
) -> tuple[DateColumn, dict[str, DateError]]:
    """Return the date of each text, None for a blank one, and the errors that were raised.

    `customs_of` hears the texts that are no plain days, and tells how to read them; without it,
    each is parsed by itself. The errors stand by the texts to which they belong, whose date is
    None.
    """
    faults: dict[str, DateError] = {}

    def read_all(others: list[str]) -> list[HistoricalDate | None]:
        customs = customs_of(others) if customs_of else None
        return [one(text, customs) for text in others]

    def one(text: str, customs: Customs | None) -> HistoricalDate | None:
        try:
            return (read(text, customs) if customs else parse(text)) if text else None
        except DateError as error:
            faults[text] = error
            return None

    return DateColumn.read(texts, read_all), faults


def _spelled(folded: str, customs: Customs) -> str:
    """Return a folded text without what can be read in two ways, "" if it has none of that."""
    spelled = folded
    if customs.year_zero is not None:
        spelled = signed_years.spelled(spelled, year_zero=customs.year_zero)
    spelled = year_pairs.spelled(spelled, pairs=customs.year_pairs)
    return "" if spelled == folded else spelled
