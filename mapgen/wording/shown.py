"""Says the dates of many rows, and which words of them their EDTF does not give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mapgen.columns import Coded, integers
from mapgen.dates import parse
from mapgen.errors import DateError
from mapgen.wording import has_own_words, say, say_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapgen.dates import DateColumn, HistoricalDate


def shown_dates(
    dates: DateColumn, codes: NDArray[np.int64], own: Coded[str], language: str
) -> Sequence[str]:
    """Return what to show as the date of each row: the author's words, `own`, else ours."""
    of_each = np.array(say_all(dates, language), object)
    said: list[str] = of_each[codes].tolist()
    if not any(own.distinct):
        return said
    return [theirs or ours for theirs, ours in zip(own, said, strict=True)]


def own_words(
    dates: DateColumn, codes: NDArray[np.int64], own: Coded[str], language: str
) -> Sequence[int]:
    """Return for each row whether its date is shown in words that its EDTF does not give.

    0 where it gives them, 2 where they are read as the date that they say, 1 where they are not,
    and where they are the author's, `own`.
    """
    of_each = np.zeros(len(dates), np.int64)
    for place in (~dates.plain).nonzero()[0].tolist():
        date = dates[place]
        if date and has_own_words(date):
            of_each[place] = 1 + _is_read(say(date, language), date)
    if not any(own.distinct):
        return Coded(of_each.tolist(), codes)
    theirs = integers(own.each(lambda text: int(text != "")))
    worded: list[int] = np.where(theirs > 0, theirs, of_each[codes]).tolist()
    return worded


def _is_read(words: str, date: HistoricalDate) -> bool:
    try:
        read = parse(words)
    except DateError:
        return False
    return read.edtf == date.edtf and has_own_words(read)
