"""Reads days as ISO 8601 writes them, which is what most cells of most tables hold."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from mapgen.dates.historical_date import HistoricalDate

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
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
