"""Reads years with a minus sign, which count from a year 0 or without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from mapgen.dates.vocabulary import MONTHS
from mapgen.errors import DateError
from mapgen.regex import regex

if TYPE_CHECKING:
    import re

Kind = Literal["zero", "format", "bare", "long"]
"""How a text writes its years before year 1.

"zero" is the year 0 itself, "format" a form that only EDTF has, such as -0043, "bare" one that EDTF
does not have, such as -44, and "long" four digits as both have them.
"""

_LEAD: Final = r"(?:^|(?<=[/\[{,–])|(?<=\.\.)|(?<=[a-z.–/,~-] )|(?<=[a-z]\.))"
_SIGNED: Final = regex(
    rf"{_LEAD}-(?P<year>[0-9]+)(?P<rest>(?:-[0-9]{{1,2}}){{0,2}})(?:\.0+)?(?![0-9x-])"
)
_ZERO: Final = regex(r"^-?0(?:\.0+)?$|(?<![0-9-])-?0000(?=$|[/~?%–,\]}]|\.\.| |-[0-9]{2})")
_OF_FORMAT: Final = regex(rf"{_LEAD}(?:y-[0-9]|-[0-9]{{0,3}}x)")
_HYPHEN_RANGE: Final = regex(r"^(-[0-9]+)-(?=-[0-9])")
_SHORT_END: Final = regex(r"(?<=[/–])[0-9]{1,3}$")
_DIGITS: Final = 4
_DIGITS_OF_PART: Final = 3  # with the hyphen


def kinds(folded: str) -> set[Kind]:
    """Return how a folded text writes years before year 1."""
    if "-" not in folded and "0" not in folded:
        return set()
    found = {_kind(match) for match in _SIGNED.finditer(_tidied(folded))}
    if _OF_FORMAT.search(folded):
        found.add("format")
    if _ZERO.search(folded):
        found.add("zero")
    return found


def first(folded: str) -> int | None:
    """Return the first signed year of a folded text without its sign, None where it has none."""
    match = _SIGNED.search(_tidied(folded))
    return int(match["year"]) if match else None


def spelled(folded: str, *, year_zero: bool) -> str:
    """Return a folded text with its years before year 1 as EDTF writes them.

    Raises DateError for a year 0 where there is none.
    """
    if not year_zero and _ZERO.search(folded):
        raise DateError(
            "has a year 0, where years are counted without one",
            "write 1 BC or 1, or settle them all with year_zero = true",
        )
    text = _SIGNED.sub(lambda match: _edtf(match, shift=0 if year_zero else 1), _tidied(folded))
    if text != folded:  # what began before year 1 ends in a year of any length
        text = _SHORT_END.sub(lambda match: match[0].zfill(_DIGITS), text)
    return "0000" if _ZERO.fullmatch(text) else text


def year_text(year: int) -> str:
    """Return a year as EDTF writes it; the year 0 is 1 BC."""
    if abs(year) > 9999:  # noqa: PLR2004  (four digits)
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _tidied(folded: str) -> str:
    return _HYPHEN_RANGE.sub(r"\1–", folded)


def _kind(match: re.Match[str]) -> Kind:
    year, rest = match["year"], match["rest"]
    if len(year) != _DIGITS:
        return "bare"
    parts_in_full = rest and len(rest) % _DIGITS_OF_PART == 0
    return "format" if year.startswith("0") or parts_in_full else "long"


def _edtf(match: re.Match[str], *, shift: int) -> str:
    """Return a signed year as EDTF, after the name of a month as people write it."""
    if match.string[: match.start()].strip().rpartition(" ")[2] in MONTHS:
        return f"{int(match['year']) + 1 - shift} bce"
    parts = [part.zfill(2) for part in match["rest"].split("-") if part]
    return "-".join([year_text(shift - int(match["year"])), *parts])
