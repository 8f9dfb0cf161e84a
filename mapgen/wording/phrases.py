"""Puts a date of the Extended Date/Time Format into the words of a language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from mapgen.dates.days import civil
from mapgen.dates.spans import MONTHS_OF_SEASON, span
from mapgen.dates.syntax import Run, Several, Single, is_approximate, is_uncertain, season
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.dates.phrases import VagueWord
    from mapgen.dates.syntax import Node
    from mapgen.wording.language import Language

FIRST_PLAIN_YEAR: Final = 1_000
"""The first year that is said without its era; 79 CE could be taken for 1979."""

_DECADE: Final = regex(r"-?[0-9]{3}X")
_CENTURY: Final = regex(r"-?[0-9]{2}XX")
_MILLENNIUM: Final = regex(r"-?[0-9]XXX")
_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_SOUTHERN: Final = {29: 0, 30: 1, 31: 2, 32: 3}


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words for a date, and its kind, which decides the article before it.

    `words` are cut where two dates may share the rest: ("2", "February", "1982").
    """

    words: tuple[str, ...]
    kind: str = ""

    @property
    def text(self) -> str:
        """The words in one text."""
        return " ".join(self.words)


def phrase(node: Node, language: Language) -> Phrase | None:
    """Return the words for a date, None when they would be no better than the date as written."""
    match node:
        case Single():
            return _single(node, language)
        case Run():
            return _run(node, language)
        case Several():
            return _several(node, language)


def vague_phrase(word: VagueWord, inner: Phrase, language: Language) -> Phrase:
    """Return the words for a date that a vague word limits or divides."""
    short = word == "mid" and inner.kind in {"month", "year"}
    pattern = language.mid_of_month_or_year if short else language.vague[word]
    return Phrase((_with_article(pattern, inner, language),))


def _single(date: Single, language: Language) -> Phrase | None:
    """Return the words for one date, with those for approximate and uncertain around them."""
    plain = _unmarked(date, language)
    if plain and is_uncertain(date.text):
        plain = Phrase((language.uncertain.format(date=plain.text),), plain.kind)
    if plain and (is_approximate(date.text) or date.significant):
        plain = Phrase((_with_article(language.approximate, plain, language),))
    return plain


def _unmarked(date: Single, language: Language) -> Phrase | None:
    if "X" in date.year:
        return None if date.month else _unspecified_year(date.year, language)
    if season(date):
        return _season(date, language)
    month, day = date.month.replace("XX", ""), date.day.replace("XX", "")
    if "X" in month + day or (day and not month):
        return None
    first = span(replace(date, significant=None)).earliest
    year = _year(civil(first or 0)[0], language)
    if not month:
        return Phrase(year, "year")
    month_and_year = (language.months[int(month) - 1], " ".join(year))
    if not day:
        return Phrase(month_and_year, "month")
    number = language.first_of_month if day == "01" else str(int(day))
    return Phrase((number, *month_and_year), "day")


def _year(year: int, language: Language) -> tuple[str, ...]:
    number = 1 - year if year <= 0 else year
    digits = str(number)
    if len(digits) > 4:  # noqa: PLR2004  (no year of four digits is grouped)
        digits = f"{number:,}".replace(",", language.thousands)
    if year <= 0:
        return tuple(language.before_our_era.format(year=digits).split(" ", 1))
    if year < FIRST_PLAIN_YEAR:
        return tuple(language.our_era.format(year=digits).split(" ", 1))
    return (digits,)


def _unspecified_year(year: str, language: Language) -> Phrase | None:
    if _CENTURY.fullmatch(year):
        return Phrase(_ordered(language.century, year, language), "century")
    if _MILLENNIUM.fullmatch(year):
        return Phrase(_ordered(language.millennium, year, language), "millennium")
    if not _DECADE.fullmatch(year):
        return None
    # "1900s" may be a hundred years, and before our era the decades count the other way.
    if int(year[:3]) * 10 < FIRST_PLAIN_YEAR or (year[2] == "0" and not language.tens):
        ends = [_years_end(year, digit) for digit in ("90" if year.startswith("-") else "09")]
        return _run(Run(*ends), language)
    century = Phrase(_ordered(language.century, year[:2] + "XX", language))
    tens = language.tens[int(year[2])] if language.tens else ""
    text = language.decade.format(
        year=year[:3] + "0", tens=tens, century=_inside(century, language)
    )
    return Phrase((text,), "decade")


def _years_end(pattern: str, digit: str) -> Single:
    year = pattern.replace("X", digit).replace("-0000", "0000")
    return Single(year, year)


def _ordered(pattern: str, year: str, language: Language) -> tuple[str, ...]:
    """Return the words for a century or millennium such as 18XX or -1XXX."""
    number = int(year.strip("-X")) + 1
    ordinal = language.ordinals[number - 1]
    words = pattern.format(number=ordinal)
    cut = words.removeprefix(ordinal + " ")
    named = (words,) if cut == words else (ordinal, cut)
    if year.startswith("-"):
        return (*named, language.before_our_era.format(year="").strip())
    return named


def _season(date: Single, language: Language) -> Phrase | None:
    number = int(date.month)
    first_month, length = MONTHS_OF_SEASON[number]
    if number > max(_SOUTHERN):
        months = (f"{first_month:02}", f"{first_month + length - 1:02}")
        return _run(Run(*(Single(date.year, date.year, month) for month in months)), language)
    index = _SOUTHERN[number] if number in _SOUTHERN else (number - 21) % 4
    year = Phrase(_year(int(date.year.lstrip("Y")), language))
    if first_month + length > 13:  # noqa: PLR2004  (a season that ends in the next year)
        year = _joined(year, Phrase(_year(int(date.year.lstrip("Y")) + 1, language)))
    words = (language.seasons[index], year.text)
    if number in _SOUTHERN:
        return Phrase((language.southern.format(date=" ".join(words)),), _SEASONS[index])
    return Phrase(words, _SEASONS[index])


def _run(run: Run, language: Language) -> Phrase | None:
    start = _single(run.start, language) if run.start else None
    end = _single(run.end, language) if run.end else None
    if start and end:
        return start if start == end else _joined(start, end)
    if start and run.end is None:
        return Phrase((_with_article(language.open_end, start, language),))
    if end and run.start is None:
        return Phrase((_with_article(language.open_start, end, language),))
    return None


def _joined(start: Phrase, end: Phrase) -> Phrase:
    """Return two dates with a dash, which is set close between single words."""
    left, right = _without_shared_words(start, end)
    dash = " – " if {" ", "–"} & set(left + right) else "–"
    shared = end.words[len(end.words) - _shared_words(start, end) :]
    return Phrase((left + dash + right, *shared))


def _without_shared_words(start: Phrase, end: Phrase) -> tuple[str, str]:
    shared = _shared_words(start, end)
    left, right = (each.words[: len(each.words) - shared] for each in (start, end))
    return " ".join(left), " ".join(right)


def _shared_words(start: Phrase, end: Phrase) -> int:
    """Count the last words that two dates share; each keeps at least one for itself."""
    if (start.kind == "year") != (end.kind == "year"):
        return 0
    most = min(len(start.words), len(end.words)) - 1
    pairs = zip(start.words[::-1], end.words[::-1], strict=False)
    different = [place for place, (one, other) in enumerate(pairs) if one != other]
    return min([most, *different])


def _several(several: Several, language: Language) -> Phrase | None:
    first = several.members[0]
    if len(several.members) == 1 and isinstance(first, Run):
        return _run(first, language) if several.every else _somewhere_in(first, language)
    in_order = sorted(several.members, key=lambda member: span(member).earliest or 0)
    phrases = [phrase(member, language) for member in in_order]
    known = [each for each in phrases if each is not None]
    if len(known) < len(phrases) or any(_is_open(member) for member in several.members):
        return None
    return _listed(known, language.both if several.every else language.either, language.comma)


def _is_open(member: Single | Run) -> bool:
    return isinstance(member, Run) and (member.start is None or member.end is None)


def _listed(phrases: Sequence[Phrase], pattern: str, comma: str) -> Phrase:
    """Return dates in a list; two of them share what they can, "June or July 2011"."""
    *others, last = phrases
    start = comma.join(each.text for each in others)
    if len(others) == 1:
        start = _without_shared_words(others[0], last)[0]
    return Phrase((pattern.format(start=start, end=last.text),))


def _somewhere_in(run: Run, language: Language) -> Phrase | None:
    """Return the words for one unknown date out of all from a start to an end."""
    start = _single(run.start, language) if run.start else None
    end = _single(run.end, language) if run.end else None
    if start and end:
        first, last = (_with_article("{the}{date}", each, language) for each in (start, end))
        return Phrase((language.between.format(start=first, end=last),))
    if start and run.end is None:
        return Phrase((language.or_later.format(date=start.text),))
    if end and run.start is None:
        return Phrase((language.or_earlier.format(date=end.text),))
    return None


def _inside(inner: Phrase, language: Language) -> str:
    """Return a phrase as it is declined inside another one."""
    text = inner.text
    for ending, declined in language.declined.items():
        text = text.replace(ending, declined)
    return text


def _with_article(pattern: str, inner: Phrase, language: Language) -> str:
    """Fill a pattern with a date and the article that its kind takes there."""
    article = language.articles.get(inner.kind, language.no_article)
    return pattern.format(
        date=_inside(inner, language), the=article.the, until=article.until, of=article.of
    )
