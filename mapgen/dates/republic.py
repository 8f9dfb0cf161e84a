"""Turns dates of the calendar of the French Republic into those of ours."""

from __future__ import annotations

from typing import Final

from mapgen.dates.days import civil, day_number
from mapgen.dates.words import roman_number
from mapgen.errors import DateError
from mapgen.regex import regex

_MONTHS: Final = (
    *("vendemiaire", "brumaire", "frimaire", "nivose", "pluviose", "ventose"),
    *("germinal", "floreal", "prairial", "messidor", "thermidor", "fructidor"),
)
_DATE: Final = regex(
    rf"(?:le )?(?:(?P<day>[0-9]{{1,2}})(?: er)? )?(?:(?P<month>{'|'.join(_MONTHS)}) )?"
    r"(?:de )?(?:l')?(?:an|year) (?P<year>[0-9]{1,2}|[ivx]+)"
    r"(?: (?:de la republique|of the republic).*)?"
)
_NAMED: Final = regex(rf"\b(?:{'|'.join(_MONTHS)}|sans-?culottides?)\b|jours? complementaire")
_NEW_YEARS: Final = (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23)
"""The day in September on which each year began, from 1792 to 1805, as the Republic counted."""
_DAYS_IN_MONTH: Final = 30
_FIRST: Final = 1791


def republican(plain: str) -> DateError | None:
    """Return the error for a `spelt_out` text in that calendar, with its days where certain."""
    match = _DATE.fullmatch(plain)
    if match is None or (match["month"] is None and match["year"].isdecimal()):
        return _refusal("") if _NAMED.search(plain) else None
    year = int(match["year"]) if match["year"].isdecimal() else roman_number(match["year"])
    if year is None or not 1 <= year <= len(_NEW_YEARS):
        return _refusal("")
    if match["month"] is None:
        return _refusal(f", {_FIRST + year}/{_FIRST + year + 1} for the whole year")
    start = day_number(_FIRST + year, 9, _NEW_YEARS[year - 1])
    start += _DAYS_IN_MONTH * _MONTHS.index(match["month"])
    if match["day"] is None:
        return _refusal(f", {_edtf(start)}/{_edtf(start + _DAYS_IN_MONTH - 1)}")
    day = int(match["day"])
    return _refusal(f", {_edtf(start + day - 1)}" if 1 <= day <= _DAYS_IN_MONTH else "")


def _refusal(cure: str) -> DateError:
    return DateError(
        "is a date of the calendar of the French Republic",
        f"write it in the Gregorian calendar{cure}",
    )


def _edtf(day: int) -> str:
    return "{:04}-{:02}-{:02}".format(*civil(day))
