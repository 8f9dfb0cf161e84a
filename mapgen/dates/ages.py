"""Turns ages, such as 5500 BP and 12 ka, into years before our era."""

from __future__ import annotations

from typing import Final

from mapgen.errors import DateError
from mapgen.regex import regex

_PRESENT: Final = 1950  # by convention, of ages by radiocarbon
_EXACT: Final = 100_000  # years; from here on, an age is not known to the 1,950 years since 1 AD
_BEFORE_PRESENT: Final = regex(
    r"(?:c |ca |circa )?(?P<cal>cal )?(?P<age>[0-9]+(?: [0-9]{3})*) (?:years )?(?P<cal_after>cal )?"
    r"(?:b ?p|before present|avant le present)"
)
_LONG_AGO: Final = regex(
    r"(?:c |ca |circa )?(?P<age>[0-9]+(?:\.[0-9]+)?) (?P<unit>ka|k ?y ?a|ma|m ?y ?a|ga|g ?y ?a"
    r"|(?:thousand|million|billion) years ago)(?: b ?p)?"
)
_UNITS: Final = {"k": 1_000, "t": 1_000, "m": 1_000_000, "g": 1_000_000_000, "b": 1_000_000_000}


def age(plain: str) -> DateError | None:
    """Return the error for a text, as `spelt_out` has it, that is an age; None for any other."""
    if match := _BEFORE_PRESENT.fullmatch(plain):
        years = int(match["age"].replace(" ", ""))
        if match["cal"] or match["cal_after"]:
            return DateError("counts years before 1950", f"write c. {_said(years)}")
        message = "counts years before 1950, by radiocarbon perhaps"
        return DateError(message, f"write c. {_said(years)} if the years are calibrated")
    if match := _LONG_AGO.fullmatch(plain):
        years = round(float(match["age"]) * _UNITS[match["unit"][0]])
        return DateError("counts years back from now", f"write c. {_rounded(years)}")
    return None


def _said(years: int) -> str:
    year = _PRESENT - years
    return f"{1 - year} BC" if year < 1 else f"AD {year}"


def _rounded(years: int) -> str:
    if years >= _EXACT:
        return f"{years} BC"
    year = round(_PRESENT - years, -2)
    return f"{-year} BC" if year < 0 else f"AD {year or 1}"
