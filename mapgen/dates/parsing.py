"""Reads a date out of the text of a cell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from mapgen.dates.days import civil
from mapgen.dates.folding import fold
from mapgen.dates.historical_date import HistoricalDate
from mapgen.dates.plain import is_plain_day, plain_day
from mapgen.dates.spans import span
from mapgen.dates.syntax import Single, is_approximate, is_uncertain, season, take_apart
from mapgen.dates.vocabulary import ENGLISH_MONTHS
from mapgen.errors import DateError, quoted
from mapgen.regex import regex

if TYPE_CHECKING:
    from types import ModuleType

    from mapgen.dates import phrases
    from mapgen.dates.historical_date import DateOrder
    from mapgen.dates.syntax import Node

LONGEST_TEXT: Final = 1_000
"""No date is longer, in characters; a cell that is holds something else."""

_AROUND_SIGNS: Final = regex(r" ?([/,\[\]{}]|\.\.) ?")
_LETTER: Final = regex(r"[^\W\d_]")
_MARKS: Final = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"))
_TIME: Final = regex(  # figures of a clock, or a last word
    r"\d\s?(?:[:hu]|t\d|[ap]\.?\s?m)|[^\W\d_]{3}[).]?$", re.IGNORECASE
)
_BOTH_SIGNS: Final = regex(r"~\?|\?~")


def parse(text: str, *, order: DateOrder | None = None) -> HistoricalDate:
    """Return the date that a text means: EDTF levels 0 to 2, or words as written.

    `order` settles dates such as 03/04/1946, "dmy" for the day first; without it they are
    refused. A time of day is told apart from the date. Raises DateError, with the text, the reason
    and the cure, for everything that is no date or that could be two; nothing is guessed.
    """
    text = text.strip()
    if day := plain_day(text):
        return day
    try:
        return _read(text[: LONGEST_TEXT + 1], order)
    except DateError as error:
        raise DateError(f"{quoted(text)} {error.message}", error.cure) from None


def vague_part(date: HistoricalDate) -> tuple[phrases.VagueWord, HistoricalDate] | None:
    """Return the vague word that a date was written with and the date that it goes with.

    "before 1920" is ("before", 1920). None for a date that was written without such a word, or with
    one that changes nothing, "from 1920 to 1946".
    """
    if is_plain_day(date.text):
        return None
    folded = fold(date.text)
    if not _LETTER.search(folded):
        return None
    found = _phrases().vague(folded)
    try:
        inner = parse(found[1]) if found else None
    except DateError:
        return None
    return (found[0], inner) if found and inner and inner.edtf != date.edtf else None


@lru_cache(maxsize=65_536)
def _read(text: str, order: DateOrder | None) -> HistoricalDate:
    if len(text) > LONGEST_TEXT:
        raise DateError(f"is longer than {LONGEST_TEXT} characters", "write the date alone")
    if _TIME.search(text) and (found := _with_time(text, order)):
        return found
    folded = fold(text)
    edtf = _standard(folded)
    node = take_apart(edtf)
    if node is None:
        edtf = _phrases().to_edtf(folded, order) or ""
        node = take_apart(edtf)
    elif isinstance(node, Single):
        _refuse_years_as_season(node)
    if node is None:
        from mapgen.dates import refusals

        raise refusals.reason(folded)
    return _dated(text, edtf, node)


def _with_time(text: str, order: DateOrder | None) -> HistoricalDate | None:
    """Return a date that is written with a time of day, None where it has none."""
    from mapgen.dates import timed

    return timed.read(text.translate(_MARKS), lambda date: plain_day(date) or _read(date, order))


def _phrases() -> ModuleType:
    """Return the reader of phrases, whose 50 patterns a column of plain dates need not compile."""
    from mapgen.dates import phrases

    return phrases


def _dated(text: str, edtf: str, node: Node) -> HistoricalDate:
    reach = span(node)
    return HistoricalDate(
        text=text,
        edtf=edtf,
        earliest=reach.earliest,
        latest=reach.latest,
        precision=reach.precision,
        approximate=is_approximate(edtf),
        uncertain=is_uncertain(edtf),
    )


def _standard(folded: str) -> str:
    """Return a text with the capitals, signs and brackets of EDTF, if it is in that format."""
    text = _BOTH_SIGNS.sub("%", _AROUND_SIGNS.sub(r"\1", folded)).upper()
    one_open_end = text.startswith("..") != text.endswith("..")
    return f"[{text}]" if one_open_end and "/" not in text else text


def _refuse_years_as_season(date: Single) -> None:
    """Refuse 1936-39, in EDTF the last four months of 1936 and to most people four years.

    Only the parts of level 2 and only spans of up to ten years are refused: 1982-21 is the spring
    of 1982 and 2001-34 the second quarter of 2001, as the specification has it.
    """
    number = season(date) or 0
    years = number - int(date.year[-2:]) if date.year.isdecimal() else 0
    if number <= 24 or not 0 < years <= 10:  # noqa: PLR2004  (codes of the format, some years)
        return
    reach = span(date)
    (first_year, first_month, _), (last_year, last_month, _) = map(
        civil, (reach.earliest or 0, reach.latest or 0)
    )
    end = f"{date.year[:2]}{date.month}"
    raise DateError(
        f"can be {ENGLISH_MONTHS[first_month - 1]} {first_year} "
        f"to {ENGLISH_MONTHS[last_month - 1]} {last_year} or the years {date.year} to {end}",
        f"write {first_year}-{first_month:02}/{last_year}-{last_month:02} or {date.year}/{end}",
    )
