"""Reads a time of day as people write it, as far as to put it in order within its day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from mapgen.dates.folding import fold
from mapgen.dates.words_of_day import (
    ABOUT,
    AFTER_NOON,
    AT,
    AT_NIGHT,
    BEFORE_NOON,
    NIGHT_OR_MIDNIGHT,
    PARTS,
    UNITS,
)
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY: Final = 86_400  # seconds
_HOUR, _MINUTE = 3_600, 60
_NOON, _FIRST_OF_NIGHT = 12, 6  # hours
_LONGEST: Final = 80  # characters; a longer text is no time of day


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time of day as the author wrote it.

    `seconds` are counted from the midnight with which the day begins; 86,400 is the one with which
    it ends. None is a time that has no place in the order of the day, such as "at night".
    """

    text: str
    seconds: int | None


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


_LEAD: Final = regex(rf"\A(?:{one_of((*ABOUT, *AT))}\b\.?\s*|[~≈]\s*)+")
_ABOUT: Final = regex(rf"(?:.*\b)?{one_of(ABOUT)}\b|[~≈]")
_ZONE: Final = (
    r"(?P<zone>z\b|(?:utc|gmt)(?: ?[+-][0-9]{1,2}(?::?[0-9]{2})?)?\b|[+-][0-9]{2}(?::?[0-9]{2})?\b"
    r"|\b(?:[ewcm]es?t|me[s]?z|[ecmp][sd]t|bst|msk|jst|ist|lt)\b)"
)
_LOCAL: Final = r"local time|local|heure locale|ortszeit|hora local|ora locale|توقيت محلي"
_UNIT: Final = one_of(UNITS)
_HALF: Final = "|".join(
    f"(?P<{name}>{one_of(words)})"
    for name, words in (("before", BEFORE_NOON), ("after", AFTER_NOON), ("night", AT_NIGHT))
)
_TAIL: Final = rf"(?: ?{_UNIT}\b\.?)?(?:,? ?(?:{_HALF})\.?)?(?: ?{_ZONE})?(?: ?(?:{_LOCAL}))?"
_SPEAKS: Final = regex(
    rf"(?:.*\b)?(?:[0-9]{{1,2}} ?[:h] ?[0-9]{{2}}\b|{one_of((*PARTS, *NIGHT_OR_MIDNIGHT))}\b)"
)
_SECOND: Final = (
    r"(?: ?(?:[:.'m]|min|mn) ?(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?(?: ?(?:min|mn|m|s|'+)\b)?"
)
_CLOCKS: Final = tuple(
    regex(pattern + _TAIL)
    for pattern in (
        rf"(?P<hour>[0-9]{{1,2}}) ?(?:[:.,h]|{_UNIT}\b) ?(?P<minute>[0-9]{{2}}){_SECOND}",
        r"(?P<hour>[0-9]{1,2})(?P<minute>[0-9]{2})(?P<second>[0-9]{2})?",
        r"(?P<hour>[0-9]{1,2})",
    )
)


def time_of_day(text: str) -> TimeOfDay:
    """Return a text as a time of day, whatever it says.

    A word such as "evening" stands at the hour with which that part of the day begins; a time that
    is approximate, or a bound, stands where it is said to be near. What zone it is in changes
    nothing.
    """
    return TimeOfDay(text, _seconds(text))


def speaks_of_time(text: str) -> bool:
    """Tell whether a text is about a time of day, also where it has no place in the order."""
    if _seconds(text) is not None:
        return True
    return len(text) <= _LONGEST and bool(_SPEAKS.match(_tidied(text)))


def exact(time: TimeOfDay) -> str:
    """Return a time as ISO 8601 writes it, with its zone where it has one in figures.

    "" for a time that is approximate, or has no place in the order of the day.
    """
    tidied = _tidied(time.text)
    match = None if "?" in time.text or _ABOUT.match(tidied) else _clock(_LEAD.sub("", tidied))
    if match is None or time.seconds is None:
        return ""
    hours, rest = divmod(time.seconds, _HOUR)
    return f"{hours:02}:{rest // _MINUTE:02}:{rest % _MINUTE:02}{_zone(match['zone'] or '')}"


def _zone(name: str) -> str:
    """Return a zone as ISO 8601 writes it, "" for one that is known by its name alone."""
    if name in {"z", "utc", "gmt"}:
        return "Z"
    offset = re.fullmatch(r"(?:utc|gmt)? ?([+-])([0-9]{1,2}):?([0-9]{2})?", name)
    return f"{offset[1]}{offset[2]:0>2}:{offset[3] or '00'}" if offset else ""


@lru_cache(maxsize=4096)
def _seconds(text: str) -> int | None:
    if len(text) > _LONGEST:
        return None
    tidied = _tidied(text)
    bare = _LEAD.sub("", tidied)
    for words in (tidied, bare):
        if words in PARTS:
            return PARTS[words] * _HOUR
    match = _clock(bare)
    return _of_clock(match) if match else None


def _tidied(text: str) -> str:
    """Return a folded text without the signs around it."""
    folded = fold(text)
    folded = folded.removeprefix("t") if folded[1:2].isdigit() else folded
    return re.sub(r"^\(|\(\?\)$|[?)]$|(?<![mh])\.$", "", folded).strip()


def _clock(folded: str) -> re.Match[str] | None:
    return next(filter(None, (pattern.fullmatch(folded) for pattern in _CLOCKS)), None)


def _of_clock(match: re.Match[str]) -> int | None:
    parts = match.groupdict()
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    if minute >= _MINUTE or second > _MINUTE or hour * _HOUR + minute * _MINUTE + second > DAY:
        return None
    if parts["night"] and hour == _NOON:
        return None  # which of two midnights
    if parts["before"] and hour == _NOON:
        hour = 0
    if hour < _NOON and (parts["after"] or (parts["night"] and hour >= _FIRST_OF_NIGHT)):
        hour += _NOON
    return hour * _HOUR + minute * _MINUTE + second
