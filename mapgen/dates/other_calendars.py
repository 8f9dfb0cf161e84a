"""Names the calendar of a date that is not of ours, and what it is in ours where that is certain.

A year of another calendar is told with all the years of ours that it touches. Sources: E. M.
Reingold and N. Dershowitz, "Calendrical Calculations", for the arithmetic Islamic calendar (its
years are within a day of those that were observed) and the years in which the others begin; R. H.
van Gent, "The Varronian year", for Rome and the Olympiads. Where practice differed from place to
place, no number is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mapgen.dates.days import FIRST_GREGORIAN_DAY, civil, day_number, julian_day_number
from mapgen.dates.signed_years import year_text
from mapgen.errors import DateError
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

Years = tuple[int, int]

_BEFORE_A_NUMBER: Final = regex(r"(?<=[^\W\d])(?=[0-9])|(?<=[0-9])(?=[^\W\d])")
_ABBREVIATED: Final = regex(r"(?<=[^\W\d])\.")
_THOUSANDS: Final = regex(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_BRACKETS: Final = regex(r"[()\[\],]")
_MONTHS_OF_THE_SUN: Final = 1873  # in Japan; before, a year ended in the next one of ours
_MUHARRAM_OF_YEAR_1: Final = julian_day_number(622, 7, 16)


@dataclass(frozen=True, slots=True)
class _Calendar:
    """A way of counting years: its name, the signs of it, and the years of ours.

    `signs` stand beside the year, `months` anywhere. `years` is told a year between `least` and
    `most`, and returns the first and the last year of ours that it touches.
    """

    name: str
    signs: str
    months: str = ""
    least: int = 1
    most: int = 9999
    years: Callable[[int], Years] | None = None


def other_calendar(plain: str) -> DateError | None:
    """Return the error for a text that counts by a calendar of `_CALENDARS`, None for any other.

    The text is `spelt_out`.
    """
    if not _ANY.search(plain):
        return None
    for calendar, beside, months in _PATTERNS:
        match = beside.search(plain)
        if match or (months and months.search(plain)):
            numbers = re.findall("[0-9]{1,6}", plain) or ["0"]
            year = (match["after"] or match["before"]) if match else max(numbers, key=int)
            return _refusal(calendar, int(year))
    return None


def spelt_out(text: str) -> str:
    """Return a folded text without the signs of abbreviations, its numbers apart from its words."""
    plain = _BRACKETS.sub(" ", _ABBREVIATED.sub("", _THOUSANDS.sub("", text)))
    return " ".join(_BEFORE_A_NUMBER.sub(" ", plain).split())


def years_said(first: int, last: int) -> str:
    """Return years as an author may write them into a cell."""
    if last < 1:
        return f"{1 - first} BC" if first == last else f"{1 - first}–{1 - last} BC"
    return year_text(first) if first == last else f"{year_text(first)}/{year_text(last)}"


def _refusal(calendar: _Calendar, year: int) -> DateError:
    cure = "write the date in the Gregorian calendar"
    if calendar.years and calendar.least <= year <= calendar.most:
        cure += f", such as {years_said(*calendar.years(year))} for its year {year}"
    return DateError(f"counts by {calendar.name}", cure)


def _beside(signs: str) -> re.Pattern[str]:
    """Return the pattern of a year with one of these signs before or after it."""
    number = "[0-9]{1,6}"
    before = rf"(?<!\w)(?:{signs}) (?:year )?(?P<after>{number})(?!\w)"
    return re.compile(rf"{before}|(?<!\w)(?P<before>{number}) (?:{signs})(?!\w)")


def _word(words: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None


def _islamic(year: int) -> Years:
    """Return the years that a year of the Islamic calendar touches, a day more on each side."""
    new_years = (354 * (y - 1) + (3 + 11 * y) // 30 for y in (year, year + 1))
    first, after = (_MUHARRAM_OF_YEAR_1 + days for days in new_years)
    return _year_of(first - 1), _year_of(after)


def _year_of(day: int) -> int:
    """Return the year of a day in the calendar of its time."""
    year = civil(day)[0]
    if day >= day_number(*FIRST_GREGORIAN_DAY):
        return year
    return year - 1 if day < julian_day_number(year, 1, 1) else year


def _from(first: int, last: int | None = None) -> Callable[[int], Years]:
    """Return a count whose year 0 touches our years `first` to `last`."""
    return lambda year: (year + first, year + (first if last is None else last))


def _olympiad(number: int) -> Years:
    first = -775 + 4 * (number - 1)
    return first, first + 4


def _japanese(name: str, kanji: str, offset: int, most: int) -> _Calendar:
    def years(year: int) -> Years:
        first = year + offset
        return first, first + (first < _MONTHS_OF_THE_SUN)

    return _Calendar(f"the Japanese era {name.title()}", f"{name}|{kanji}", most=most, years=years)


_CALENDARS: Final = (
    _Calendar(
        "the solar calendar of Iran",
        r"(?:هـ|ه) ?ش|هجري(?:ة|ه)? شمسي(?:ة|ه)?|s h|sh|shamsi|solar hijri",
        r"farvardin|ordibehesht|khordad|mordad|shahrivar|mehr|aban|azar|bahman|esfand",
        most=1500,
        years=_from(621, 622),
    ),
    _Calendar(
        "the Islamic calendar",
        r"a ?h|(?<=[0-9]{3} )h|anno hegirae|hijri|hijra|hegira|(?:de )?l'hegire|hegire"
        r"|هـ|ه|هجري|هجرية|للهجرة",
        r"muharram|safar|rabi['‘ ]*(?:al|ul|ath|i|ii)[- '].*|jumada.*|rajab|sha['‘]?ban"
        r"|ramadan|ramazan|shawwal|(?:dhu|zu|dhul|zul)[-' ](?:al-)?(?:q|h).*"
        r"|محرم|صفر|ربيع (?:الاول|الثاني|الاخر)|جمادى .*|رجب|شعبان|رمضان|شوال"
        r"|(?:ذو|ذي) ال(?:قعدة|حجة)",
        most=1500,
        years=_islamic,
    ),
    _Calendar(
        "the Hebrew calendar",
        r"hebrew(?: calendar| year)?|jewish(?: calendar| year)?",
        r"tishri|tishrei|(?:mar)?cheshvan|kislev|tevet|shevat|adar|nisan|iyar|sivan|tammuz|elul",
        least=3762,
        most=6999,
        years=_from(-3761, -3760),
    ),
    _Calendar(
        "the years of the world or of the martyrs",
        r"(?<=[0-9]{3} )a ?m|a ?m(?= [0-9]{3})|anno mundi",
    ),
    _Calendar(
        "the Coptic calendar", r"coptic|anno martyrum|قبطي|قبطية", most=1999, years=_from(283, 284)
    ),
    _Calendar("the Ethiopian calendar", r"ethiopian|e ?c", most=2999, years=_from(7, 8)),
    _Calendar("the Thai calendar", "พศ|พ ศ", least=2484, most=2700, years=_from(-543)),
    _Calendar("the Buddhist calendar", r"b ?e|buddhist(?: era)?"),
    _Calendar("the Saka calendar of India", r"saka(?: era)?", most=2999, years=_from(78, 79)),
    _Calendar(
        "the Vikram calendar",
        r"v ?s$|(?:vikram |bikram )?(?:samvat|sambat)|vikrami|bikrami",
        least=58,
        most=2999,
        years=_from(-57, -56),
    ),
    _Calendar("the Bengali or the Nepalese calendar", r"b ?s|bangabda"),
    _Calendar(
        "the calendar of the Republic of China", "minguo|roc|民國|民国", most=200, years=_from(1911)
    ),
    _japanese("meiji", "明治", 1867, 45),
    _japanese("taisho", "大正", 1911, 15),
    _japanese("showa", "昭和", 1925, 64),
    _japanese("heisei", "平成", 1988, 31),
    _japanese("reiwa", "令和", 2018, 99),
    _Calendar(
        "the years of Rome",
        r"a ?u ?c|ab urbe condita",
        most=2999,
        years=_from(-753),
    ),
    _Calendar(
        "the Olympiads",
        r"(?:st |nd |rd |th )?olympiad|ol|olymp",
        most=300,
        years=_olympiad,
    ),
)
_PATTERNS: Final = tuple((each, _beside(each.signs), _word(each.months)) for each in _CALENDARS)
_ANY: Final = regex(
    "|".join(
        rf"(?<!\w)(?:{words})(?!\w)"
        for words in ("|".join(filter(None, (c.signs, c.months))) for c in _CALENDARS)
    )
)
