"""The words of dates in each language of the page.

What the page says too, the months, the eras and the digits, stands in its catalogues of words,
`web/words/`. Names of months, the short names of the eras in French and Arabic, and the digits are
those of the Unicode CLDR for the locales en, fr and ar-SY (Syria, with the Levantine names of the
months and its default digits, "arab"); a test compares them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

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
    words that change inside a longer phrase.
    """

    months: tuple[str, ...]
    first_of_month: str
    seasons: tuple[str, str, str, str]
    ordinals: tuple[str, ...]
    tens: tuple[str, ...] = ()
    declined: tuple[tuple[str, str], ...] = ()
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
    comma: str = ", "
    vague: Mapping[VagueWord, str]
    mid_of_month_or_year: str
    articles: Mapping[str, Articles] = field(default_factory=dict)
    no_article: Articles = Articles()


def _shared(language: str) -> dict[str, Any]:
    """Return what the page says in the same words, as a Language has it."""
    file = Path(__file__).parents[1] / "web" / "words" / f"{language}.json"
    dates = json.loads(file.read_text("utf-8"))["dates"]
    return {
        "months": tuple(dates["months"]),
        "first_of_month": dates["firstOfMonth"],
        "digits": dates["digits"],
        "thousands": dates["thousands"],
        "before_our_era": dates["beforeOurEra"],
        "our_era": dates["ourEra"],
    }


def _english_ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    teen = number % 100 // 10 == 1
    return f"{number}{'th' if teen else endings.get(number % 10, 'th')}"


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")[tens] + units[ones]


_ENGLISH: Final = Language(
    **_shared("en"),
    seasons=("spring", "summer", "autumn", "winter"),
    ordinals=tuple(map(_english_ordinal, range(1, 101))),
    decade="{year}s",
    century="{number} century",
    millennium="{number} millennium",
    southern="{date} (southern hemisphere)",
    approximate="c. {date}",
    uncertain="{date}?",
    open_end="from {the}{date}",
    open_start="until {the}{date}",
    or_earlier="{date} or earlier",
    or_later="{date} or later",
    between="between {start} and {end}",
    either="{start} or {end}",
    both="{start} and {end}",
    vague={
        "before": "before {the}{date}",
        "after": "after {the}{date}",
        "by": "by {the}{date}",
        "not before": "not before {the}{date}",
        "since": "since {the}{date}",
        "from": "from {the}{date}",
        "until": "until {the}{date}",
        "early": "early {date}",
        "mid": "mid-{date}",
        "late": "late {date}",
    },
    mid_of_month_or_year="mid-{date}",
    articles=dict.fromkeys(("decade", "century", "millennium"), Articles(the="the ")),
)

_FRENCH: Final = Language(
    **_shared("fr"),
    seasons=("printemps", "été", "automne", "hiver"),
    ordinals=("Ier", *(f"{_roman(number)}e" for number in range(2, 101))),
    decade="années {year}",
    century="{number} siècle",
    millennium="{number} millénaire",
    southern="{date} (hémisphère Sud)",
    approximate="vers {the}{date}",
    uncertain="{date}\u202f?",
    open_end="depuis {the}{date}",
    open_start="jusqu’{until}{date}",
    or_earlier="{date} ou avant",
    or_later="{date} ou après",
    between="entre {start} et {end}",
    either="{start} ou {end}",
    both="{start} et {end}",
    vague={
        "before": "avant {the}{date}",
        "after": "après {the}{date}",
        "by": "{date} au plus tard",
        "not before": "{date} au plus tôt",
        "since": "depuis {the}{date}",
        "from": "dès {the}{date}",
        "until": "jusqu’{until}{date}",
        "early": "début {of}{date}",
        "mid": "milieu {of}{date}",
        "late": "fin {of}{date}",
    },
    mid_of_month_or_year="mi-{date}",
    articles={
        "day": Articles("le ", "au "),
        "month": Articles("", "en "),
        "year": Articles("", "en "),
        "decade": Articles("les ", "aux ", "des "),
        "century": Articles("le ", "au ", "du "),
        "millennium": Articles("le ", "au ", "du "),
        "spring": Articles("le ", "au ", "du "),
        "summer": Articles("l’", "à l’", "de l’"),
        "autumn": Articles("l’", "à l’", "de l’"),
        "winter": Articles("l’", "à l’", "de l’"),
    },
    no_article=Articles(until="à "),
)

_ARABIC: Final = Language(
    **_shared("ar"),
    seasons=("ربيع", "صيف", "خريف", "شتاء"),
    ordinals=(
        *("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن"),
        *("التاسع", "العاشر", "الحادي عشر", "الثاني عشر", "الثالث عشر", "الرابع عشر"),
        *("الخامس عشر", "السادس عشر", "السابع عشر", "الثامن عشر", "التاسع عشر", "العشرون"),
        *("الحادي والعشرون", "الثاني والعشرون"),
    ),
    tens=(
        *("العقد الأول من", "العقد الثاني من", "عشرينيات", "ثلاثينيات", "أربعينيات"),
        *("خمسينيات", "ستينيات", "سبعينيات", "ثمانينيات", "تسعينيات"),
    ),
    declined=(("العشرون", "العشرين"),),
    decade="{tens} {century}",
    century="القرن {number}",
    millennium="الألف {number}",
    southern="{date} (نصف الكرة الجنوبي)",
    approximate="نحو {date}",
    uncertain="{date}؟",
    open_end="منذ {date}",
    open_start="حتى {date}",
    or_earlier="{date} أو قبل ذلك",
    or_later="{date} أو بعد ذلك",
    between="بين {start} و{end}",
    either="{start} أو {end}",
    both="{start} و{end}",
    comma="، ",
    vague={
        "before": "قبل {date}",
        "after": "بعد {date}",
        "by": "{date} أو قبل ذلك",
        "not before": "{date} أو بعد ذلك",
        "since": "منذ {date}",
        "from": "ابتداءً من {date}",
        "until": "حتى {date}",
        "early": "أوائل {date}",
        "mid": "منتصف {date}",
        "late": "أواخر {date}",
    },
    mid_of_month_or_year="منتصف {date}",
)

LANGUAGES: Final[Mapping[str, Language]] = {"ar": _ARABIC, "en": _ENGLISH, "fr": _FRENCH}
