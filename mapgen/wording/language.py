"""The words of dates in each language of the page, from its catalogue.

What the page says too, the months, the eras and the digits, stands in the section `dates`, the rest
in `phrases`. Names of months, the short names of the eras in French and Arabic, and the digits are
those of the Unicode CLDR for the locales en, fr and ar-SY (Syria, with the Levantine names of the
months and its default digits, "arab"); a test compares them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from mapgen.catalogue import words_in
from mapgen.regex import regex
from mapgen.wording.plurals import category

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapgen.dates.phrases import VagueWord


@dataclass(frozen=True, slots=True)
class Articles:
    """What stands before a date of some kind after "before", "until" and "early"."""

    the: str = ""
    until: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Words and patterns for dates. Patterns have these names in braces, and no others.

    Of units: `year`, `number` (an ordinal), `tens` and `century` (the words for both). Of phrases:
    `date`, `start` and `end`, and `the`, `until` and `of`, the articles of `date`, which depend on
    its kind: day, month, year, decade, century, millennium or the name of a season. `declined` are
    words that change inside a longer phrase. `tens` are the decades of a century, where they have
    words of their own.
    """

    months: tuple[str, ...]
    first_of_month: str
    seasons: tuple[str, str, str, str]
    ordinals: tuple[str, ...]
    tens: tuple[str, ...]
    declined: Mapping[str, str]
    digits: str
    thousands: str
    before_our_era: str
    our_era: str
    decade: str
    century: str
    millennium: str
    southern: str
    approximate: str
    uncertain: str
    open_end: str
    open_start: str
    or_earlier: str
    or_later: str
    between: str
    either: str
    both: str
    comma: str
    vague: Mapping[VagueWord, str]
    mid_of_month_or_year: str
    articles: Mapping[str, Articles]
    no_article: Articles


_HIGHEST: Final = 100
"""The highest ordinal: years of four digits lie in so many centuries."""

_CAPITAL: Final = regex("[A-Z]")


@cache
def language_of(name: str) -> Language:
    """Return the words of dates in a language that has a catalogue."""
    catalogue = words_in(name)
    told = {_key(key): value for key, value in catalogue["phrases"].items()}
    dates = {_key(key): value for key, value in catalogue["dates"].items()}
    ordinals = told.pop("ordinals")
    articles = {kind: Articles(**each) for kind, each in told.pop("articles").items()}
    shared = ("digits", "thousands", "first_of_month", "before_our_era", "our_era")
    return Language(
        months=tuple(dates["months"]),
        **{key: dates[key] for key in shared},
        seasons=tuple(told.pop("seasons")),
        tens=tuple(told.pop("tens")),
        ordinals=tuple(_ordinal(number, ordinals) for number in range(1, _HIGHEST + 1)),
        no_article=articles.pop("other", Articles()),
        articles=articles,
        **told,
    )


def _key(name: str) -> str:
    """Return the name that a key of a catalogue, such as `openEnd`, has in Python."""
    return _CAPITAL.sub(lambda capital: f"_{capital[0].lower()}", name)


def _ordinal(number: int, told: Mapping[str, Any]) -> str:
    """Return an ordinal: the word for it, else the form that its category has."""
    if number <= len(told["words"]):
        word: str = told["words"][number - 1]
        return word
    form: str = told["forms"][category(number, told["rules"])]
    return form.format(number=number, roman=_roman(number))


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")[tens] + units[ones]
