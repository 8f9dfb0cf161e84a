"""Says a date of history in the language of the page."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from mapgen.catalogue import languages
from mapgen.dates import vague_part
from mapgen.dates.plain import is_plain_day
from mapgen.dates.syntax import take_apart
from mapgen.errors import SettingsError
from mapgen.wording.language import language_of
from mapgen.wording.phrases import FIRST_PLAIN_YEAR, phrase, vague_phrase
from mapgen.wording.times import with_times

if TYPE_CHECKING:
    from mapgen.dates import DateColumn, HistoricalDate
    from mapgen.wording.language import Language
    from mapgen.wording.phrases import Phrase

__all__ = ["has_own_words", "say", "say_all"]


def say(date: HistoricalDate, language: str) -> str:
    """Return a date as an editor would print it in a language.

    Vague words of the author stay, translated: "late 19th century" is "fin du XIXe siècle". A
    date that has no neat words, such as 15XX-12-25, is shown as the author wrote it, and so are
    times of day: "20 July 1944, 6:28 pm". Arabic has the digits and the names of the months that
    are used in Syria.
    """
    words = _words(language)
    if date.time or date.end_time:
        return with_times(date, words, say=lambda day: say(day, language))
    if (
        date.text == date.edtf
        and is_plain_day(date.edtf)
        and int(date.edtf[:4]) >= FIRST_PLAIN_YEAR
    ):
        return f"{_days(language)[int(date.edtf[8:])]} {_month(date.edtf[:7], language)}"
    said = _phrase(date, words)
    return date.text if said is None else said.text.translate(_digits(words))


def has_own_words(date: HistoricalDate) -> bool:
    """Tell whether a date is said in words that its EDTF does not give: "late 19th century"."""
    if date.text == date.edtf:
        return False
    node = take_apart(date.edtf)
    return bool(vague_part(date)) or not node or phrase(node, language_of("en")) is None


def say_all(dates: DateColumn, language: str) -> list[str]:
    """Return what `say` makes of each date, "" where there is none; the plain days together."""
    import numpy as np

    years, months, days = dates.civil()
    short = dates.plain & (years >= FIRST_PLAIN_YEAR)
    begins = np.array(_days_of_months(language), object)[months - 1, days]
    known, places = np.unique(years, return_inverse=True)
    digits = _digits(_words(language))
    ends = np.array([str(year).translate(digits) for year in known.tolist()], object)[places]
    said: list[str] = (begins + ends).tolist()
    for place in (~short).nonzero()[0].tolist():
        date = dates[place]
        said[place] = say(date, language) if date else ""
    return said


def _words(language: str) -> Language:
    if language not in languages():
        known = ", ".join(languages())
        raise SettingsError(f"dates have no words in the language {language!r}; choose {known}")
    return language_of(language)


@cache
def _days(language: str) -> tuple[str, ...]:
    """Return the words for the days of a month, after one for a day 0."""
    words = language_of(language)
    numbers = ("0", words.first_of_month, *map(str, range(2, 32)))
    return tuple(number.translate(_digits(words)) for number in numbers)


@cache
def _days_of_months(language: str) -> list[list[str]]:
    """Return the words for the days of each month, as they stand before a year."""
    return [[f"{day} {month} " for day in _days(language)] for month in _words(language).months]


@lru_cache(maxsize=12 * 1_000)
def _month(edtf: str, language: str) -> str:
    """Return a month of a year, such as 1920-07, in words."""
    words = language_of(language)
    return f"{words.months[int(edtf[5:]) - 1]} {edtf[:4]}".translate(_digits(words))


def _phrase(date: HistoricalDate, language: Language) -> Phrase | None:
    vague = vague_part(date)
    inner = _phrase(vague[1], language) if vague else None
    if vague and inner:
        return vague_phrase(vague[0], inner, language)
    node = take_apart(date.edtf)
    return phrase(node, language) if node else None


def _digits(language: Language) -> dict[int, int]:
    return str.maketrans("0123456789", language.digits)
