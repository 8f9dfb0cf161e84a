"""Says why a text is no date, and what to write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapgen.dates import phrases
from mapgen.dates.ages import age
from mapgen.dates.days import DAYS_FROM_1899_12_30_TO_1970, civil
from mapgen.dates.old_styles import old_style
from mapgen.dates.other_calendars import other_calendar, spelt_out
from mapgen.dates.republic import republican
from mapgen.dates.unknown import SIGNS, WORDS
from mapgen.dates.vocabulary import MONTHS
from mapgen.errors import DateError
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAVE_BLANK: Final = "leave the cell blank for an event without a date"
_FIRST_OF_LAST_CENTURY: Final = 40
"""Two digits from here on are of the 20th century or the 19th, lower ones of the 21st or 20th."""

_FIRST_YEAR, _LAST_YEAR = 1000, 2100  # what a number with a figure too many may mean


def reason(text: str) -> DateError:
    """Return the error for a folded text that no reader understood; the text goes before it."""
    if text in WORDS:
        return DateError("says that the date is not known", _LEAVE_BLANK)
    plain = spelt_out(text)
    for explain_other in (age, republican, old_style, other_calendar):
        if error := explain_other(plain):
            return error
    for pattern, explain in _REASONS:
        if match := re.fullmatch(pattern, text):
            return explain(match)
    return DateError(
        "is not a date that can be read",
        "write it as 1982, 1982-02, 1982-02-28, 1920/1946 or c. 1940",
    )


def _always(message: str, cure: str) -> Callable[[re.Match[str]], DateError]:
    return lambda _match: DateError(message, cure)


def years_meant(digits: int) -> str:
    """Return the two years of the last centuries that two digits may mean, as `1882 or 1982`."""
    century = 1800 if digits >= _FIRST_OF_LAST_CENTURY else 1900
    return f"{century + digits} or {century + digits + 100}"


def _serial(match: re.Match[str]) -> DateError:
    year, month, day = civil(int(match[1]) - DAYS_FROM_1899_12_30_TO_1970)
    slip = int(match[1][:4])
    shorter = (
        f"{slip} if it has a figure too many, or " if _FIRST_YEAR <= slip <= _LAST_YEAR else ""
    )
    return DateError(
        "is the number of a day in a spreadsheet, not a date",
        f"if it is the day {year}-{month:02}-{day:02}, write that, or give the column the format "
        f"'Date' there and save the table again; for a year, write {shorter}Y{match[1]}",
    )


def _two_digits(match: re.Match[str]) -> DateError:
    digits = int(re.findall(r"[0-9]{1,2}", match[0])[-1])
    full = years_meant(digits)
    first_century = f", or AD {digits} for the first century" if digits else ""
    return DateError(
        f"has a year of two digits, which can be {full}",
        f"write all the digits of the year, such as {full[-4:]}{first_century}",
    )


def _negative_year(match: re.Match[str]) -> DateError:
    year = int(match[1])
    return DateError(
        "is a negative year without its four digits",
        f"write {year} BC, which is {'-' * (year > 1)}{year - 1:04} in EDTF, or -{year:04}",
    )


def _two_dots(match: re.Match[str]) -> DateError:
    start, end = match[1].upper(), match[2].upper()
    return DateError(
        "can be the whole time or one date in it",
        f"write {start}/{end} for the whole time, [{start}..{end}] for one date in it",
    )


def _brackets(match: re.Match[str]) -> DateError:
    date = match[1].upper()
    return DateError("is a list of a single date", f"write {date}, or {date}? if it is uncertain")


def _old_edtf(match: re.Match[str]) -> DateError:
    start, end = ({"open": "..", "unknown": ""}.get(end, end) for end in match[0].split("/"))
    return DateError("is in an old draft of EDTF", f"write {start.upper()}/{end.upper()}")


def _year_and_more(match: re.Match[str]) -> DateError:
    """Name the date among words that do not change it; of any other words, nobody knows."""
    words = match[0].split()
    tame = [word.strip(".,;:()") in _TAME for word in words]
    known = [place for place, is_tame in enumerate(tame) if not is_tame]
    date = _read(" ".join(words[known[0] : known[-1] + 1])) if len(known) < len(words) else None
    years = _YEAR.findall(match[0])
    if date is None and len(years) == 1 and all(map(_is_known, words)):
        date = years[0] if _FIRST_YEAR <= int(years[0]) <= _LAST_YEAR else None
    cure = f"write the date alone, such as {date}, and the words in the column date_text"
    if date is None:
        cure = f"write the date alone, and the words in the column date_text, or {_LEAVE_BLANK}"
    return DateError("is not a date that can be read", cure)


def _is_known(word: str) -> bool:
    """Tell whether a word is a figure, a month or one that does not change a date."""
    plain = word.strip(".,;:()")
    return (
        plain in _TAME
        or plain in MONTHS
        or plain in _OTHER_MONTHS
        or _FIGURES.fullmatch(plain) is not None
    )


def _read(text: str) -> str | None:
    try:
        return phrases.to_edtf(text, None)
    except DateError:
        return None


_FIGURES: Final = regex(
    r"[0-9]{1,2}(?:st|nd|rd|th|er)?|[0-9]{4}|[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}"
)
_YEAR: Final = regex("[0-9]{4}")
_TAME: Final = frozenset(
    (
        *(
            "at",
            "in",
            "on",
            "of",
            "the",
            "a",
            "an",
            "and",
            "some",
            "sometime",
            "time",
            "bit",
            "day",
        ),
        *("dawn", "sunrise", "morning", "noon", "midday", "afternoon", "sunset", "dusk", "evening"),
        *(
            "night",
            "midnight",
            "local",
            "reportedly",
            "allegedly",
            "apparently",
            "est",
            "estimated",
        ),
        *("born", "died", "founded", "built", "published", "started", "ended", "b", "d", "fl"),
        *("le", "la", "de", "du", "en", "a", "l'aube", "matin", "midi", "soir", "nuit", "minuit"),
        *("ne", "nee", "mort", "morte", "fonde", "fondee", "publie", "publiee", "selon"),
    )
)
"""Words beside a date that leave it what it is."""
_OTHER_MONTHS: Final = frozenset(
    (
        *("januar", "februar", "marz", "mai", "juni", "juli", "oktober", "dezember"),
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre"),
        *("setiembre", "octubre", "noviembre", "diciembre", "gennaio", "febbraio", "aprile"),
        *("maggio", "giugno", "luglio", "settembre", "ottobre", "novembre", "dicembre"),
        *("janeiro", "fevereiro", "marco", "maio", "junho", "julho", "setembro", "outubro"),
        *("novembro", "dezembro", "januari", "februari", "maart", "mei", "augustus"),
    )
)
"""Months of the Gregorian calendar in German, Spanish, Italian, Portuguese and Dutch."""

_SINGLE: Final = r"[0-9x~?%y-]+"
_MONTH: Final = "|".join(MONTHS)
_RELATIVE: Final = (
    r".*\b(?:today|yesterday|tomorrow|ago|last year|this year|next year)\b.*"
    r"|.*\b(?:aujourd'hui|hier|demain|il y a)\b.*"
)
_TWO_DIGITS: Final = (
    r"'?[0-9]{1,2}|.*'[0-9]{2}\b.*|(?:.* )?'?[0-9]0'?s|.*\bannees [0-9]{2}"
    r"|[0-9]{1,2}([/.–-])[0-9]{1,2}\1[0-9]{2}"
    rf"|(?:.*[0-9 .-])?(?:{_MONTH})[ .,-]+[0-9]{{2}}"
)
_REIGNS: Final = (
    r"(?:.* )?(?:regnal year|year of (?:the |his |her )?reign)\b.*"
    r"|[0-9]{1,2} (?:ann|car|chas|charles|edw|edward|eliz|elizabeth|geo|george|hen|henry|jac"
    r"|jas|james|louis|ric|richard|vict|victoria|william|wm)\b[^0-9]*"
)
_REASONS: Final[tuple[tuple[str, Callable[[re.Match[str]], DateError]], ...]] = (
    (r"", _always("is blank", _LEAVE_BLANK)),
    (SIGNS, _always("says that the date is not known", _LEAVE_BLANK)),
    (
        r"#+",
        _always(
            "is what a spreadsheet shows in a column that is too narrow",
            "widen the column there and save the table again",
        ),
    ),
    (
        r"#[a-z0-9/]+[!?]?",
        _always(
            "is the error of a formula in a spreadsheet",
            "write the date itself there and save the table again",
        ),
    ),
    (r"([0-9]{5})(?:[.,][0-9]+)?", _serial),
    (
        r"[0-9]{6,}",
        _always("is a number, not a date", "write a day as 2012-07-06, a long year as Y120000"),
    ),
    (r"-([0-9]{1,3})", _negative_year),
    (rf"[\[{{]({_SINGLE})[\]}}]", _brackets),
    (rf"({_SINGLE})\.\.({_SINGLE})", _two_dots),
    (rf"(?:open|unknown)/{_SINGLE}|{_SINGLE}/(?:open|unknown)", _old_edtf),
    (_TWO_DIGITS, _two_digits),
    (
        r"/|(?:\.\.)?/(?:\.\.)?",
        _always("has neither a start nor an end", "write one of them, such as 2000/.. or ../1946"),
    ),
    (
        rf"(?:{_SINGLE})?(?:/(?:{_SINGLE}|\.\.)?){{2,}}",
        _always("has more than two ends", "write one start and one end: 1920/1946"),
    ),
    (
        r"[^/]+/[^/]+",
        _always(
            "has no full date on each side of its stroke",
            "write both ends in full, such as 1982-02-02/1982-02-28",
        ),
    ),
    (
        rf"(?:[0-9]{{1,2}}[a-z]* )?(?:{_MONTH})",
        _always("has no year", "write the year too, such as 14 July 1789"),
    ),
    (
        r"([0-9]{4}) ?[–-]",
        lambda match: DateError(
            "has a start and no end", f"write {match[1]}/.. for a time that goes on, or its end"
        ),
    ),
    (
        _RELATIVE,
        _always("counts from the day on which it is read", "write the date itself"),
    ),
    (_REIGNS, _always("counts the years of a reign", "write the year of our era")),
    (r"(?:.*[^0-9])?([0-9]{4})(?:[^0-9].*)?", _year_and_more),
)
