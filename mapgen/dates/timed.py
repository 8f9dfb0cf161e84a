"""Tells the time of day in the text of a date from the date itself."""

from __future__ import annotations

import dataclasses
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from mapgen.dates.time_of_day import one_of, time_of_day
from mapgen.dates.words_of_day import (
    ABOUT,
    AFTER_NOON,
    AT,
    AT_NIGHT,
    BEFORE_NOON,
    NIGHT_OR_MIDNIGHT,
    PARTS,
)
from mapgen.errors import DateError
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapgen.dates.historical_date import HistoricalDate

    _Read = Callable[[str], HistoricalDate]

_LONGEST: Final = 150  # characters of a date with its time
_ZONE: Final = (
    r"(?:\s?(?:z|(?:utc|gmt)(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}(?::?\d{2})?|[ewc]es?t|mes?z)\b)?"
)
_NAME: Final = r"(?:\s?(?:\[[\w/]+\]|\([\w\s]+ time\)))?"  # as Java and JavaScript add it
_M: Final = r"\s?[ap]\.?\s?m\b\.?"
_HALVES: Final = (*BEFORE_NOON, *AFTER_NOON, *AT_NIGHT)
_HALF: Final = rf"(?:{_M}|\s?{one_of(_HALVES)}\b)"
_LONG_HALF: Final = rf"(?:{_M}|\s?{one_of(words for words in _HALVES if ' ' in words)}\b)"
_UNIT: Final = r"(?:uhr|heures?|hours|hrs?|h)\b"
_CLOCK: Final = (
    r"(?<!\d)(?:"
    rf"\d{{1,2}}\s?:\s?\d{{2}}(?:\s?:\s?\d{{2}}(?:[.,]\d+)?)?(?:\s?{_UNIT})?{_HALF}?{_ZONE}"
    rf"|\d{{1,2}}[.,]\d{{2}}(?:\s?{_UNIT}{_HALF}?|{_M})"
    rf"|\d{{1,2}}\s?(?:h(?:eures?)?|uhr)\s?\d{{2}}(?:\s?(?:min|mn|m)\b)?{_HALF}?"
    rf"|\d{{1,2}}(?:\s?(?:{_UNIT}|o'clock\b){_HALF}?|{_LONG_HALF})"
    r"|\d{4}\s?(?:hours|hrs?|uhr)\b"
    rf"|(?:12\s)?{one_of((*PARTS, *NIGHT_OR_MIDNIGHT))}\b"
    r")"
)
_NEAR: Final = rf"(?:(?:{one_of(ABOUT)})\b\.?\s*|[~≈]\s*)*"
_DROPPED: Final = rf"(?:(?:{one_of((*AT, 'à', 'às', 'gegen'))})\s+)*"
_SPAN: Final = rf"{_NEAR}{_CLOCK}(?:\s?(?:[–—/-]|\bto\b|\bbis\b|\buntil\b|à)\s?{_NEAR}{_CLOCK})?"
_BETWEEN_CLOCKS: Final = regex(
    rf"(?P<time>{_NEAR}{_CLOCK})\s?(?:[–—/-]|\bto\b|\bbis\b|\buntil\b|à)\s?(?P<end>{_NEAR}{_CLOCK})",
    re.IGNORECASE,
)
_ISO: Final = regex(
    r"(?P<date>[+-]?\d{4}-?\d{2}-?\d{2})T"
    rf"(?P<time>\d{{2}}(?::?\d{{2}}(?::?\d{{2}}(?:[.,]\d+)?)?)?{_ZONE}){_NAME}"
    rf"(?:/T?(?P<end>\d{{2}}:?\d{{2}}(?::?\d{{2}}(?:[.,]\d+)?)?{_ZONE}))?",
    re.IGNORECASE,
)
_AFTER: Final = regex(
    rf"(?P<date>.+?)[\s,،;·|(]+{_DROPPED}(?P<span>{_SPAN}){_NAME}\)?\.?", re.IGNORECASE
)
_BEFORE: Final = regex(
    rf"{_DROPPED}(?P<span>{_SPAN})[\s,،;·]+(?:on |le |am |del? |el |of )?(?P<date>.+)",
    re.IGNORECASE,
)
_SIDES: Final = regex(
    r"(?:(?<!\s)\s+)?/\s*|(?<!\s)\s+(?:[–—-]|to|until|till|bis(?: zum)?|au|jusqu'au)\s+",
    re.IGNORECASE,
)
_FROM: Final = regex(r"(?:from|von|vom|du|desde|dal)\s+", re.IGNORECASE)
_MIDNIGHT: Final = regex(r"00:?00(?::?00)?(?:[.,]0+)?(?:Z|[+-]\d{2}(?::?\d{2})?)?")


class _Timed(NamedTuple):
    date: str
    time: str
    end_time: str


def read(text: str, date: _Read) -> HistoricalDate | None:
    """Return the date with the times that a text says, None where it says no time.

    `date` reads a text without a time. A text of two dates with times is an interval; two times of
    one day are those at which something began and ended on it. Raises the DateError of the date.
    """
    if len(text) > _LONGEST:
        return None
    if both := _interval(text, date):
        return both
    found = _apart(text)
    if not found:
        return None
    read = date(found.date)
    end = time_of_day(found.end_time) if found.end_time else None
    return dataclasses.replace(read, time=time_of_day(found.time), end_time=end)


def is_midnight(text: str) -> bool:
    """Tell whether a time of day is what programs put beside a day of which they know no time."""
    return bool(_MIDNIGHT.fullmatch(text))


@lru_cache(maxsize=4096)
def between(text: str) -> tuple[str, str] | None:
    """Return the two times of a text such as 16:00–23:15, None where it is no span."""
    match = _BETWEEN_CLOCKS.fullmatch(text)
    return (match["time"], match["end"]) if match else None


def joined(first: HistoricalDate, last: HistoricalDate, date: _Read) -> HistoricalDate:
    """Return the interval from one date to another, with the times of both.

    Where both are the same day, it is that day. Raises DateError where it would end before it
    begins.
    """
    same = first.edtf == last.edtf
    both = first if same else date(f"{first.edtf}/{last.edtf}")
    text = first.text if same else f"{first.text}/{last.text}"
    end = last.end_time or last.time
    return dataclasses.replace(both, text=text, time=first.time, end_time=end)


def _apart(text: str) -> _Timed | None:
    if match := _ISO.fullmatch(text):
        return _Timed(match["date"], match["time"], match["end"] or "")
    match = _AFTER.fullmatch(text) or _BEFORE.fullmatch(text)
    if not match or not any(map(str.isdecimal, match["date"])):
        return None
    span = match["span"].strip()
    time, end = between(span) or (span, "")
    return _Timed(match["date"].strip(" ,،;·|("), time.strip(), end.strip())


def _interval(text: str, date: _Read) -> HistoricalDate | None:
    """Return an interval of two dates of which at least one has a time."""
    sides = _SIDES.split(_FROM.sub("", text, count=1))
    if len(sides) != 2:  # noqa: PLR2004  (a start, an end)
        return None
    apart = [_apart(side) or _Timed(side, "", "") for side in sides]
    if not any(side.time for side in apart) or any(side.end_time for side in apart):
        return None
    try:
        dates = [date(side.date) for side in apart]
    except DateError:
        return None
    if any(each.precision in {"interval", "set"} for each in dates):
        return None
    first, last = (
        dataclasses.replace(each, time=time_of_day(side.time) if side.time else None)
        for each, side in zip(dates, apart, strict=True)
    )
    return joined(first, last, date)
