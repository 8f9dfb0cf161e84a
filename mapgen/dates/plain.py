"""Reads days as ISO 8601 writes them, which is what most cells of most tables hold."""

from __future__ import annotations

import datetime as dt
from itertools import compress
from typing import TYPE_CHECKING, Final

from mapgen.dates.historical_date import HistoricalDate
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_DAY: Final = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SIGNS: Final = len("1920-07-24")
_ORDINAL_OF_DAY_0: Final = dt.date(1970, 1, 1).toordinal()


def plain_day(text: str) -> HistoricalDate | None:
    """Return the day of a text such as 1920-07-24, None where it is anything else.

    None too for a day that the calendar does not have and for the year 0000, which Python's
    calendar leaves out: EDTF settles these.
    """
    if not is_plain_day(text):
        return None
    try:
        day = dt.date.fromisoformat(text).toordinal() - _ORDINAL_OF_DAY_0
    except ValueError:
        return None
    return HistoricalDate(text=text, edtf=text, earliest=day, latest=day, precision="day")


def is_plain_day(text: str) -> bool:
    """Tell whether a text has the form of such a day."""
    return _DAY.fullmatch(text) is not None


def plain_days(texts: Sequence[str]) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Tell in which texts `plain_day` finds a day, and return the days; 0 where it finds none."""
    import numpy as np

    fitting = np.fromiter(map(len, texts), np.int64, len(texts)) == _SIGNS
    # A character that ASCII lacks becomes one "?".
    signs = "".join(compress(texts, fitting.tolist())).encode("ascii", "replace")
    known, found = _read(np.frombuffer(signs, np.uint8).reshape(-1, _SIGNS))
    plain, days = fitting.copy(), np.zeros(len(texts), np.int64)
    plain[fitting], days[fitting] = known, np.where(known, found, 0)
    return plain, days


def dates_of(texts: Sequence[str], days: Sequence[int]) -> list[HistoricalDate]:
    """Return the dates of plain days, one for all texts that are alike."""
    made = {
        text: HistoricalDate(text=text, edtf=text, earliest=day, latest=day, precision="day")
        for text, day in dict(zip(texts, days, strict=True)).items()
    }
    return list(map(made.__getitem__, texts))


def _read(signs: NDArray[np.uint8]) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Tell which rows of characters are days, and return the days; of others they mean nothing."""
    import numpy as np

    figures = signs[:, [0, 1, 2, 3, 5, 6, 8, 9]] - np.uint8(ord("0"))  # what is below wraps
    form = (figures <= 9).all(axis=1)  # noqa: PLR2004  (a figure)
    form &= (signs[:, [4, 7]] == ord("-")).all(axis=1)
    year, month, day = map(_number, np.split(figures, [4, 6], axis=1))
    months = (12 * (year - 1970) + month - 1).astype("datetime64[M]")
    first, after = ((months + more).astype("datetime64[D]").astype(np.int64) for more in (0, 1))
    exists = (year >= 1) & (month >= 1) & (month <= 12)  # noqa: PLR2004  (months)
    exists &= (day >= 1) & (day <= after - first)
    return form & exists, first + day - 1


def _number(figures: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return the number that each row of figures writes."""
    import numpy as np

    units = 10 ** np.arange(figures.shape[1], dtype=np.int64)
    found: NDArray[np.int64] = figures @ units[::-1]
    return found
