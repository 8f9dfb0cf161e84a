"""Reads days as ISO 8601 writes them, which is what most cells of most tables hold."""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from dataclasses import fields
from itertools import repeat
from typing import TYPE_CHECKING, Final

from mapgen.dates.historical_date import HistoricalDate

if TYPE_CHECKING:
    from collections.abc import Sequence

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAYS: Final = re.compile(rf"(?:{_DAY.pattern}\n)*+{_DAY.pattern}")
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


def plain_days(texts: Sequence[str]) -> list[HistoricalDate] | None:
    """Return what `plain_day` makes of each text, in a third of the time; None if it is not all."""
    if not _DAYS.fullmatch("\n".join(texts)):
        return None
    try:
        days = [day.toordinal() - _ORDINAL_OF_DAY_0 for day in map(dt.date.fromisoformat, texts)]
    except ValueError:
        return None
    # A frozen class sets every field of every instance by a call in Python; a column goes in one.
    found = [object.__new__(HistoricalDate) for _ in texts]
    columns = (texts, texts, days, days, *map(repeat, ("day", False, False)))
    for field, column in zip(fields(HistoricalDate), columns, strict=True):
        deque(map(getattr(HistoricalDate, field.name).__set__, found, column), maxlen=0)
    return found


def is_plain_day(text: str) -> bool:
    """Tell whether a text has the form of such a day."""
    return _DAY.fullmatch(text) is not None
