"""Reads one date as people write it in English, French and Arabic, and gives it back as EDTF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapgen.dates import figures, forms
from mapgen.dates.days import civil, longest_month, weekdays
from mapgen.dates.signed_years import year_text
from mapgen.dates.spans import span_of
from mapgen.dates.syntax import is_approximate, is_uncertain, season, single
from mapgen.dates.vocabulary import (
    EMPTY_WORDS,
    FRACTIONS,
    MONTHS,
    ORDINALS,
    SEASONS,
    TENS,
    THIRDS,
    WEEKDAY_NAMES,
    WEEKDAYS,
)
from mapgen.errors import DateError
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapgen.dates.historical_date import DateOrder


_LETTERS: Final = regex("[a-z]+")
_UNCERTAIN: Final = (forms.UNCERTAIN.pattern, forms.UNCERTAIN_AT_END.pattern)
_CENTURIES_OF_FOUR_DIGITS: Final = 100
_SOUTHERN: Final = 8  # from 21, spring, to 29, spring in the south
_OVER_NEW_YEAR: Final = (24, 30)  # winter, and summer in the south


def to_edtf(text: str, order: DateOrder | None) -> str | None:
    """Return one date as EDTF, None when the text is none; `text` is folded and tidied.

    Vague parts are thirds: "early 1920s" is 1920~/1923~, "mid" 1924~/1926~, "late" 1927~/1929~;
    of a century "early" ends with its year 33 and "late" begins with 67; of a year they are four
    months each. They are approximate, while halves and quarters are exact. The 19th century is
    18XX, the hundred years from 1800 to 1899, as EDTF and the libraries have it.
    """
    text, mark = without_empty_words(text), ""
    while match := _qualifier(text):
        text = text[: match.start()] + text[match.end() :]
        mark += "?" if match.re.pattern in _UNCERTAIN else "~"
    edtf = _unmarked(text, order)
    return _marked(edtf, mark) if edtf and mark else edtf


def third_of(text: str) -> tuple[int, str] | None:
    """Return the third (0 to 2) that "early", "mid" or "late" names, and of what."""
    match = _first_match(forms.THIRDS, without_empty_words(text))
    return None if match is None else (THIRDS[match["third"]], match["whole"])


def without_empty_words(text: str) -> str:
    """Return a text without the words that stand in a date and do not change it."""
    return " ".join(word for word in text.split(" ") if word not in EMPTY_WORDS)


def _qualifier(text: str) -> re.Match[str] | None:
    patterns = (forms.APPROXIMATE, forms.UNCERTAIN)
    at_end = (forms.UNCERTAIN_AT_END, forms.APPROXIMATE_AT_END)
    begins = next(filter(None, (pattern.match(text) for pattern in patterns)), None)
    return begins or next(filter(None, (pattern.search(text) for pattern in at_end)), None)


def _unmarked(text: str, order: DateOrder | None) -> str | None:
    standard = single(text.upper())
    if standard is None:
        return _whole(text, order) or _part_of_whole(text, order)
    if season(standard):
        raise DateError(
            f"has {standard.text} among words, which can be two years or a season of EDTF",
            "write both years in full, or the season in words",
        )
    return standard.text


def _whole(text: str, order: DateOrder | None) -> str | None:
    for patterns, read in _WHOLES:
        if match := _first_match(patterns, text):
            return read(match)
    return figures.to_edtf(text, order)


def _first_match(patterns: list[re.Pattern[str]], text: str) -> re.Match[str] | None:
    return next(filter(None, (pattern.fullmatch(text) for pattern in patterns)), None)


def _day(match: re.Match[str]) -> str:
    """Return a day or a month; a name of a weekday must be the right one."""
    parts = match.groupdict()
    year, month = _year(parts["year"]), MONTHS[parts["month"]]
    if parts.get("day") is None:
        return f"{year_text(year)}-{month:02}"
    day = int(parts["day"])
    if parts.get("weekday"):
        _check_weekday(year, month, day, WEEKDAYS[parts["weekday"]])
    return f"{year_text(year)}-{month:02}-{day:02}"


def _check_weekday(year: int, month: int, day: int, named: int) -> None:
    """Refuse a name that the day has in no calendar of its time."""
    known = weekdays(year, month, day) if 1 <= day <= longest_month(year, month) else {}
    if not known or named in known.values():
        return  # a day that no calendar has is refused when it is counted
    edtf = f"{year_text(year)}-{month:02}-{day:02}"
    was = " and ".join(
        f"a {WEEKDAY_NAMES[of_week]}"
        + (f" in the {calendar} calendar" if "Julian" in known else "")
        for calendar, of_week in known.items()
    )
    raise DateError(
        f"says {WEEKDAY_NAMES[named]}, but {edtf} was {was}",
        f"correct the day, or write {edtf} without its name",
    )


def _season(match: re.Match[str]) -> str | None:
    """Return a season; only one that begins in December has two years."""
    parts = match.groupdict()
    number = SEASONS[parts["season"]] + (_SOUTHERN if parts["south"] else 0)
    if parts.get("next") and (number not in _OVER_NEW_YEAR or not _are_neighbours(parts)):
        return None
    year = 1 - int(parts["before"]) if parts.get("before") else _year(parts["year"])
    return f"{year_text(year)}-{number}"


def _are_neighbours(parts: dict[str, str]) -> bool:
    """Tell whether the second year of a season follows the first, its century left out or not."""
    if parts.get("before"):
        return int(parts["next"]) == int(parts["before"]) - 1
    following = str(int(parts["year"]) + 1)
    return parts["next"] in {following, following[-2:]}


def _year(text: str) -> int:
    """Return the year of "1940", "79 ce" or "44 bce"; 1 BCE is the year 0."""
    number, _, era = text.partition(" ")
    if era and int(number) == 0:
        raise DateError("has a year 0 with an era", "1 BCE is followed by 1 CE: write one of them")
    return 1 - int(number) if era == "bce" else int(number)


def _decade(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    if french := parts.get("annees"):
        return f"{french[:3]}X"
    digits = parts["decade"]
    if parts["era"] == "bce":
        return f"{year_text(-int(digits) - 8)}/{year_text(1 - int(digits))}"
    if len(digits) == 2 and parts["era"] is None:  # noqa: PLR2004  ("20s" lacks its century)
        return None
    if digits.endswith("00"):
        hundred = f"{int(digits) // 100:02}"
        raise DateError(
            f"can be the ten years {digits} to {digits[:-1]}9 or the hundred years "
            f"{digits} to {digits[:-2]}99",
            f"write {hundred}0X for the ten years or {hundred}XX for the hundred",
        )
    return f"{int(digits) // 10:03}X"


def _century(match: re.Match[str]) -> str | None:
    """Return 18XX for the 19th century and -00XX for the first before our era."""
    parts = match.groupdict()
    number = roman_number(parts["roman"]) if parts.get("roman") else _ordinal(parts["number"])
    digits = 1 if parts["unit"].startswith(("mill", "الف")) else 2
    if number is None or not 1 <= number <= 10**digits:
        return None
    sign = "-" if parts["era"] == "bce" else ""
    return f"{sign}{number - 1:0{digits}}".ljust(len(sign) + 4, "X")


def _tens(match: re.Match[str]) -> str | None:
    """Return 194X for the forties of the 20th century, and the years of one before our era."""
    parts, century = match.groupdict(), _ordinal(match["number"])
    if not 1 <= century <= _CENTURIES_OF_FOUR_DIGITS or parts["unit"] != "قرن":
        return None
    decade = 10 * (century - 1) + TENS[parts["tens"]]
    if parts["era"] == "bce":
        return f"{year_text(-10 * decade - 8)}/{year_text(1 - 10 * decade)}"
    return f"{decade:03}X"


def _ordinal(text: str) -> int:
    return ORDINALS[text] if text in ORDINALS else int(_LETTERS.sub("", text))


def roman_number(text: str) -> int | None:
    """Return the value of a Roman numeral up to 39, None when it is not well formed."""
    match = re.fullmatch(r"(x{0,3})(ix|iv|v?i{0,3})", text)
    if match is None:
        return None
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix").index(match[2])
    return 10 * len(match[1]) + ones


def _part_of_whole(text: str, order: DateOrder | None) -> str | None:
    if match := _first_match(forms.FRACTIONS, text):
        parts = match.groupdict()
        count = FRACTIONS[parts.get("fraction") or "quarter"]
        number = count if parts.get("last") else _ordinal(parts["number"])
        whole = _whole(parts["whole"], order) if 1 <= number <= count else None
        return _part(whole, number - 1, count) if whole else None
    if match := _first_match(forms.THIRDS, text):
        whole = _whole(match["whole"], order)
        part = _part(whole, THIRDS[match["third"]], 3) if whole else None
        return _marked(part, "~") if part else None
    return None


def _part(whole: str, index: int, count: int) -> str | None:
    """Return one of `count` parts of a century, a decade, a year or a month as an interval.

    Where they cannot be equal, the first part is the longest.
    """
    reach = span_of(whole)
    if reach.earliest is None or reach.latest is None:
        return None
    first, last = civil(reach.earliest), civil(reach.latest)
    match reach.precision:
        case "century" | "decade":
            start, end = _divided(first[0], last[0], index, count)
            return f"{year_text(start)}/{year_text(end)}"
        case "year":
            start, end = _divided(1, 12, index, count)
            return f"{year_text(first[0])}-{start:02}/{year_text(first[0])}-{end:02}"
        case "month":
            start, end = _divided(1, last[2], index, count)
            month = f"{year_text(first[0])}-{first[1]:02}"
            return f"{month}-{start:02}/{month}-{end:02}"
    return None


def _divided(first: int, last: int, index: int, count: int) -> tuple[int, int]:
    """Return the bounds, both included, of one part of the numbers from first to last."""
    length = last - first + 1
    start, end = (-(-length * border // count) for border in (index, index + 1))
    return first + start, first + end - 1


def _marked(edtf: str, mark: str) -> str:
    """Put the sign for approximate, uncertain or both after each end of a date."""
    return "/".join(_marked_end(end, mark) for end in edtf.split("/"))


def _marked_end(end: str, mark: str) -> str:
    plain = end.rstrip("~?%")
    signs = end[len(plain) :] + mark
    sign = "%" if is_approximate(signs) and is_uncertain(signs) else signs[0]
    return plain + sign


_WHOLES: Final[tuple[tuple[list[re.Pattern[str]], Callable[[re.Match[str]], str | None]], ...]] = (
    (forms.DAYS, _day),
    (forms.SEASONS, _season),
    (forms.YEARS, lambda match: year_text(_year(match["year"]))),
    (forms.DECADES, _decade),
    (forms.TENS, _tens),
    (forms.CENTURIES, _century),
)
