"""Reads phrases about dates in English, French and Arabic, and gives them back as EDTF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from mapgen.dates import forms, words
from mapgen.dates.days import civil, days_in_month
from mapgen.dates.forms import Bound, Third
from mapgen.dates.signed_years import year_text
from mapgen.dates.spans import span_of
from mapgen.dates.syntax import is_approximate, is_uncertain
from mapgen.dates.vocabulary import PRESENT

if TYPE_CHECKING:
    import re

    from mapgen.dates.historical_date import DateOrder

VagueWord = Bound | Third

_BOUNDED: Final[dict[Bound, str]] = {
    "not before": "[{start}..]",
    "by": "[..{end}]",
    "before": "[..{before}]",
    "after": "[{after}..]",
    "since": "{start}/..",
    "from": "{start}/..",
    "until": "/{end}",
}
_NO_END: Final = {**dict.fromkeys(PRESENT, ".."), "?": ""}


def to_edtf(text: str, order: DateOrder | None) -> str | None:
    """Return a date or a phrase about dates as EDTF, None when it is not understood.

    `text` is folded. How the phrases are read:

    - "from 1920 to 1946", "1920–1946": the whole time, 1920/1946. "between 1920 and 1946": one
      date in that time, [1920..1946]. "1940 or 1941": [1940,1941]; "1940 and 1941": {1940,1941}.
    - "before 1920": one date up to the end of 1919, [..1919]; "after 1920": one date from the
      beginning of 1921 on, [1921..]; "by 1920" and "1920 or earlier" still take in all of 1920.
    - "since 2000", "from 2000": a time without an end, 2000/..; "until 1946": a time whose
      beginning is not known and which takes in 1946, /1946.
    - What one side of a range leaves out it takes from the other: "2–28 February 1982".
    """
    text = _tidied(text)
    return (
        _bounded(text, order)
        or words.to_edtf(text, order)
        or _between(text, order)
        or _range(text, order)
        or _listed(text, order)
    )


def vague(text: str) -> tuple[VagueWord, str] | None:
    """Return the word that a phrase limits or divides a date with, and the text of that date.

    "late 19th century" is ("late", "19th century"); a phrase made otherwise is None.
    """
    text = _tidied(text)
    third = words.third_of(text)
    names: tuple[Third, ...] = ("early", "mid", "late")
    return (names[third[0]], third[1]) if third else _bound(text)


def _tidied(text: str) -> str:
    """Return a folded text with one spelling for eras, articles and abbreviations."""
    for pattern, replacement in forms.TIDY:
        text = pattern.sub(replacement, text)
    return " ".join(text.split())


def _bound(text: str) -> tuple[Bound, str] | None:
    for word, pattern in forms.BOUNDS:
        if match := pattern.fullmatch(text):
            return word, match[1]
    return None


def _bounded(text: str, order: DateOrder | None) -> str | None:
    bound = _bound(text)
    edtf = words.to_edtf(bound[1], order) if bound else None
    if bound is None or edtf is None:
        return None
    start, end = _ends(edtf)
    return _BOUNDED[bound[0]].format(
        start=start,
        end=end,
        before=_neighbour(edtf, step=-1),
        after=_neighbour(edtf, step=1),
    )


def _neighbour(edtf: str, *, step: Literal[-1, 1]) -> str:
    """Return the year, month or day that ends just before a date, or begins just after it."""
    reach = span_of(edtf)
    day = reach.earliest if step < 0 else reach.latest
    if day is None:
        raise ValueError(f"{edtf} has no end to look beyond")
    if step > 0 and "-02-29" in edtf and civil(day)[1:] == (3, 1):
        day -= 1  # a leap day of the Julian calendar is counted where the day after it is
    year, month, of_month = civil(day + step)
    border = (12, days_in_month(year, month)) if step < 0 else (1, 1)
    name = year_text(year)
    if (month, of_month) != border:
        name += f"-{month:02}" if of_month == border[1] else f"-{month:02}-{of_month:02}"
    both = is_approximate(edtf) and is_uncertain(edtf)
    return name + ("%" if both else "~" * is_approximate(edtf) + "?" * is_uncertain(edtf))


def _between(text: str, order: DateOrder | None) -> str | None:
    match = forms.BETWEEN.fullmatch(text)
    ends = _pair(match[1], (forms.AND, *forms.TO), order) if match else None
    return f"[{_ends(ends[0])[0]}..{_ends(ends[1])[1]}]" if ends else None


def _range(text: str, order: DateOrder | None) -> str | None:
    match = forms.FROM.fullmatch(text)
    plain = match[1] if match else text
    for separator in forms.TO:
        start, *rest = separator.split(plain)
        if len(rest) != 1:
            continue
        if rest[0] in _NO_END and (edtf := words.to_edtf(start, order)):
            return _ends(edtf)[0] + "/" + _NO_END[rest[0]]
        if start == "?" and (edtf := words.to_edtf(rest[0], order)):
            return "/" + _ends(edtf)[1]
    ends = _pair(plain, forms.TO, order)
    return f"{_ends(ends[0])[0]}/{_ends(ends[1])[1]}" if ends else None


def _listed(text: str, order: DateOrder | None) -> str | None:
    for separator, brackets in ((forms.OR, "[]"), (forms.AND, "{}")):
        if ends := _pair(text, (separator,), order):
            members = (end.replace("/", "..") for end in ends)
            return brackets[0] + ",".join(members) + brackets[1]
    return None


def _ends(edtf: str) -> tuple[str, str]:
    start, _, end = edtf.partition("/")
    return start, end or start


def _pair(
    text: str, separators: tuple[re.Pattern[str], ...], order: DateOrder | None
) -> tuple[str, str] | None:
    """Return the two dates that the first fitting separator stands between."""
    for separator in separators:
        sides = [side.strip() for side in separator.split(text)]
        if len(sides) != 2 or not all(map(words.without_empty_words, sides)):  # noqa: PLR2004
            continue
        if pair := _completed(sides[0], sides[1], order):
            return pair
    return None


def _completed(left: str, right: str, order: DateOrder | None) -> tuple[str, str] | None:
    """Read two dates, each with as much of the other as it needs to be one.

    The left one takes as many of the last words of the right one as give a date: "2" and
    "28 february 1982" become 2 february 1982 and 28 february 1982, "58" and "50 bce" both years
    before our era. The right one takes from the first words of the left one only if it must:
    "february 2" and "28 1982".
    """
    left_words, right_words = left.split(), right.split()
    endings = [" ".join([left, *right_words[place:]]) for place in range(1, len(right_words) + 1)]
    beginnings = [" ".join([*left_words[:place], right]) for place in range(len(left_words))]
    start = _first_date(endings, order)
    end = _first_date(beginnings, order)
    return (start, end) if start and end else None


def _first_date(texts: list[str], order: DateOrder | None) -> str | None:
    return next(filter(None, (words.to_edtf(text, order) for text in texts)), None)
