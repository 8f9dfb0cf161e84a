"""The forms that dates and phrases about them take in English, French and Arabic, as patterns.

`tools.make_date_words` hands the same patterns to the page, whose boxes read typed dates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from mapgen.dates import vocabulary
from mapgen.regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

Bound = Literal["before", "after", "by", "not before", "since", "from", "until"]
Third = Literal["early", "mid", "late"]


def one_of(words: Iterable[str]) -> str:
    """Return a pattern of any of some words, the longer ones first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def _forms(*patterns: str) -> list[re.Pattern[str]]:
    return [regex(pattern) for pattern in patterns]


_DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.)?"
_MONTH: Final = rf"(?P<month>{one_of(vocabulary.MONTHS)})"
_YEAR: Final = r"(?P<year>[0-9]{1,9} (?:bce|ce)|[0-9]{3,4})"
_WEEKDAY: Final = rf"(?:(?P<weekday>{one_of(vocabulary.WEEKDAYS)}) )?"
_NUMBER: Final = (
    rf"(?P<number>[0-9]{{1,3}}(?:st|nd|rd|th|eme|er|re|e)|{one_of(vocabulary.ORDINALS)})"
)
_ROMAN: Final = r"(?P<roman>[ivx]+)(?:eme|er|e)?"
_ERA: Final = r"(?: (?P<era>bce|ce))?"
_COUNT: Final = rf"(?P<number>[0-9]{{1,3}}|{one_of(vocabulary.ORDINALS)})"
_CENTURY: Final = rf"(?:ال)?(?P<unit>قرن|الفيه|الف) (?:ال ?)?{_COUNT}{_ERA}"

_SEASON: Final = rf"(?P<season>{one_of(vocabulary.SEASONS)})"
_SOUTH: Final = r"(?P<south> \(?(?:southern hemisphere|hemisphere sud|نصف الكره الجنوبي)\)?)?"

PARTS: Final = {
    "CENTURY": _CENTURY,
    "NUMBER": _NUMBER,
    "SOUTH": _SOUTH,
    "YEAR": _YEAR,
    "DAY": _DAY,
    "ERA": _ERA,
}
"""What several forms have inside them, by names for the page."""

DAYS: Final = _forms(
    rf"(?:{_WEEKDAY}{_DAY} )?{_MONTH} {_YEAR}",
    rf"{_WEEKDAY}{_MONTH} {_DAY} {_YEAR}",
    rf"{_YEAR} {_MONTH}(?: {_DAY})?",
)
SEASONS: Final = _forms(
    rf"{_SEASON} {_YEAR}{_SOUTH}",
    rf"{_SEASON} (?P<year>[0-9]{{4}})[–/-](?P<next>[0-9]{{2}}|[0-9]{{4}}){_SOUTH}",
    rf"{_SEASON} (?P<before>[0-9]{{1,4}})[–/-](?P<next>[0-9]{{1,4}}) bce{_SOUTH}",
)
YEARS: Final = _forms(_YEAR)
DECADES: Final = _forms(
    rf"(?P<decade>[0-9]{{1,3}}0)'?s{_ERA}", r"(?:annees|عقد) (?P<annees>[0-9]{3}0)"
)
TENS: Final = _forms(rf"(?:ال)?(?P<tens>{one_of(vocabulary.TENS)}) {_CENTURY}")
CENTURIES: Final = _forms(
    rf"{_NUMBER} (?P<unit>century|cent|c|siecle|s|millennium|millenaire){_ERA}",
    rf"{_ROMAN} (?P<unit>siecle|s|millenaire){_ERA}",
    _CENTURY,
)
FRACTIONS: Final = _forms(
    rf"(?:{_NUMBER}|(?P<last>{one_of(vocabulary.LAST)})) "
    rf"(?P<fraction>{one_of(vocabulary.FRACTIONS)}) (?P<whole>.+)",
    r"[qt](?P<number>[1-4]) (?P<whole>[0-9]{4})",
    r"(?P<whole>[0-9]{4}) [qt](?P<number>[1-4])",
)
THIRDS: Final = _forms(rf"(?P<third>{one_of(vocabulary.THIRDS)}) (?P<whole>.+)")
APPROXIMATE: Final = regex(rf"{one_of(vocabulary.APPROXIMATE)} |(?:ca?|v)(?=[0-9])")
UNCERTAIN: Final = regex(rf"{one_of(vocabulary.UNCERTAIN)} ")
UNCERTAIN_AT_END: Final = regex(r" ?(?:\(\?\)|\?)$")
APPROXIMATE_AT_END: Final = regex(r" (?:تقريبا|approximately|approx|or so|ou environ)$")

_LETTER: Final = r"[^\W\d_]"
_ERA_NEXT: Final = r" ?(?:bc|av|ق)"
BOUNDS: Final[tuple[tuple[Bound, re.Pattern[str]], ...]] = (
    ("not before", regex(r"(?:no earlier than|not before|on or after|plus tot) (.+)")),
    ("not before", regex(r"(.+) (?:or|and|ou|et|او) (?:later|after|apres|بعد ذلك|بعده)")),
    ("by", regex(r"(?:by|no later than|not later than|on or before|plus tard) (.+)")),
    ("by", regex(r"(.+) (?:or|and|ou|et|او) (?:earlier|before|avant|قبل ذلك|قبله)")),
    ("by", regex(r"(.+) au plus tard")),
    ("not before", regex(r"(.+) au plus tot")),
    ("before", regex(r"(?:before|prior to|earlier than|pre|avant|قبل) (.+)")),
    ("after", regex(r"(?:after|later than|post|apres|بعد) (.+)")),
    ("since", regex(r"(?:since|depuis|منذ) (.+)")),
    ("from", regex(r"(?:from|a partir|des|(?:ابتداء|بدءا|اعتبارا) من) (.+?)(?: onwards?)?")),
    ("from", regex(r"(.+) onwards?")),
    ("until", regex(r"(?:until|till|up to|jusqu'(?:en|aux?|a)?|jusque|حتي) ?(.+)")),
)
BETWEEN: Final = regex(r"(?:between|entre|(?:ما )?بين) (.+)")
FROM: Final = regex(r"(?:from|de|du|d|من) (.+)")
AND: Final = regex(r" (?:and|et|&) | و ?(?!العشر)")
OR: Final = regex(r" (?:or|ou|او) ")
TO: Final = tuple(
    map(
        regex,
        (
            r" (?:to|through|thru|until|till|aux?|a|jusqu'(?:en|aux?|a)|الي|حتي) ",
            r" [–-] ",
            r" ?– ?",
            r"(?<! )-",
        ),
    )
)
TIDY: Final = tuple(
    (regex(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=[a-z])\.(?=[0-9])", " "),
        (r"(?<=[a-z])\.", ""),
        (rf"(?<=[0-9])[,'٬](?=[0-9]{{3}}(?![0-9])(?:[,'٬][0-9]{{3}})*{_ERA_NEXT})", ""),
        (rf"(?<!{_LETTER})(?:ق\.? ?م|قبل الميلاد)(?!{_LETTER})\.?", " bce"),
        (rf"(?<=[0-9]) ?(?:م|ميلاديه?|للميلاد|بعد الميلاد)(?!{_LETTER})\.?", " ce"),
        (
            rf"^({one_of(vocabulary.APPROXIMATE)} )?([0-9]{{1,3}}) ([0-9]{{3}})(?={_ERA_NEXT})",
            r"\1\2\3",
        ),
        (r",", " "),
        (r"\b([ld])'", r"\1 "),
        (r"\b(mid|mi|pre|post)-", r"\1 "),
        (r"(?<=[0-9])(?=(?:bce?|ce|ad)\b)|(?<=\bad)(?=[0-9])", " "),
        (r"\b(?:b ?c(?: ?e)?|av(?:ant)? (?:j ?-? ?c|jesus[ -]christ|notre ere|n ?e))\b", "bce"),
        (r"\b(?:ad|(?:apr?|apres) (?:j ?-? ?c|jesus[ -]christ)|(?:de )?notre ere)\b", "ce"),
        (r"\b(?:ce|an|annee|year) ([0-9]{1,4})\b(?! b?ce)", r"\1 ce"),
        (r"\bdes (?=annees)", ""),
        (r"(?<![0-9] )\bbce ([0-9]{1,4})\b", r"\1 bce"),
        (r"^(?:(?:in|on|at|the|l|le|la|les|en|au) )+", ""),
    )
)
