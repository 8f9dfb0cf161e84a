"""Puts the times of day of a date beside its words, as the author wrote them."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from mapgen.dates import parse
from mapgen.dates.syntax import Run, take_apart
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapgen.dates import HistoricalDate, TimeOfDay
    from mapgen.wording.language import Language

_HOUR: Final = regex(r"\d{1,2}")
_ISOLATE, _END = "\u2068", "\u2069"  # what is between has its own direction (Unicode, UAX 9)
_RIGHT_TO_LEFT: Final = {"R", "AL"}


def with_times(
    date: HistoricalDate, language: Language, *, say: Callable[[HistoricalDate], str]
) -> str:
    """Return the words for a date with its times; `say` returns those for a date without."""
    day = replace(date, time=None, end_time=None)
    sides = _sides(date)
    if sides is None:
        times = _joined(_shown(date.time, language), _shown(date.end_time, language), language)
        return f"{say(day)}{language.comma}{times}"
    first, last = (say(parse(side)) for side in sides)
    start = language.comma.join(filter(None, (first, _shown(date.time, language))))
    end = language.comma.join(filter(None, (last, _shown(date.end_time, language))))
    return f"{start} – {end}"


def _sides(date: HistoricalDate) -> tuple[str, str] | None:
    """Return the days on which an interval begins and ends, None for any other date."""
    node = take_apart(date.edtf) if "/" in date.edtf else None
    if not isinstance(node, Run) or not node.start or not node.end:
        return None
    return (node.start.text, node.end.text) if node.start.day and node.end.day else None


def _joined(start: str, end: str, language: Language) -> str:
    if not start:
        until = language.no_article.until
        return language.vague["until"].format(date=end, the="", until=until, of="")
    if not end:
        return start
    dash = " – " if " " in start + end else "–"
    return f"{start}{dash}{end}"


def _shown(time: TimeOfDay | None, language: Language) -> str:
    """Return a time for a page: an hour alone with its minutes, figures in those of the page."""
    if time is None:
        return ""
    text = f"{time.text}:00" if _HOUR.fullmatch(time.text) else time.text
    letters = [sign for sign in text if sign.isalpha()]
    if not letters:
        return text.translate(str.maketrans("0123456789", language.digits))
    to_left = {unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in letters}
    own = {unicodedata.bidirectional(language.months[0][0]) in _RIGHT_TO_LEFT}
    return text if to_left == own else f"{_ISOLATE}{text}{_END}"
