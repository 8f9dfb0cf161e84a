"""Reads 1911-12, which is a month or a pair of years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from mapgen.dates.vocabulary import ENGLISH_MONTHS, SEASONS
from mapgen.errors import DateError
from mapgen.regex import regex

Kind = Literal["pair", "format", "rather format", "either"]
"""What a text can be: only a pair of years, only what EDTF has, that unless others are pairs, or
both."""

_PAIR: Final = regex(
    r"(?P<before>(?:[a-z][a-z'. ]*)?)(?P<year>[0-9]{4})(?P<sign>[-–/])(?P<end>[0-9]{2})"
    r"(?P<after>[?~%]*| \(\?\))"
)
_RANGE: Final = regex(r"[0-9]{4}-[0-9]{4}")
_SEASON_NAMES: Final = ("spring", "summer", "autumn", "winter")
_LONGEST: Final = 10  # years of a pair that ends in another century, or could be part of a year
_MONTHS, _SEASONS, _PARTS_OF_YEAR = range(1, 13), range(21, 25), range(25, 42)  # numbers of EDTF


@dataclass(frozen=True, slots=True)
class Pair:
    """A year and two digits more, the sign between them and the words around them.

    `end` is the year that the digits are if they are one, `part` what they are in EDTF.
    """

    before: str
    year: int
    sign: str
    part: int
    after: str

    @property
    def end(self) -> int:
        """The second year."""
        end = self.year - self.year % 100 + self.part
        return end if end > self.year else end + 100

    @property
    def kind(self) -> Kind | None:
        """What the text can be, None where it is neither."""
        years, same_century = self.end - self.year, self.part > self.year % 100
        if self.part in _MONTHS:
            if same_century:
                return "either"
            return "rather format" if years <= _LONGEST else "format"
        if self.part in _SEASONS:
            return "either" if same_century and years <= _LONGEST else "format"
        if self.part in _PARTS_OF_YEAR:
            return "pair" if same_century and years <= _LONGEST else "format"
        return "pair" if same_century or years == 1 else None

    @property
    def consecutive(self) -> bool:
        """Whether the second year follows the first."""
        return self.end == self.year + 1

    def part_in_words(self) -> str:
        """Return what the text means if it is no pair."""
        if self.part in _MONTHS:
            return f"{ENGLISH_MONTHS[self.part - 1]} {self.year}"
        return f"{_SEASON_NAMES[self.part - _SEASONS[0]]} {self.year}"


def pair(folded: str) -> Pair | None:
    """Return the year and the two digits more of a folded text, None where it has none.

    "winter 1911-12" has none: it is one winter, whatever else stands in a column.
    """
    match = _PAIR.fullmatch(folded)
    if match is None or SEASONS.keys() & match["before"].replace(".", " ").split():
        return None
    return Pair(
        match["before"], int(match["year"]), match["sign"], int(match["end"]), match["after"]
    )


def is_range(folded: str) -> bool:
    """Tell whether a folded text is two whole years with a hyphen between them."""
    return _RANGE.fullmatch(folded) is not None


def spelled(folded: str, *, pairs: bool | None) -> str:
    """Return a folded text with its pair of years in full, or its month as EDTF writes it.

    Raises DateError for a text that can be either, where nobody said which.
    """
    found = pair(folded)
    kind = found and found.kind
    if found is None or kind in {None, "format"}:
        return folded
    if pairs:
        return f"{found.before}{found.year:04}–{found.end:04}{found.after}"
    if pairs is None and kind == "either" and found.sign == "-":
        raise question(found)
    if pairs is False and kind != "pair":
        return f"{found.before}{found.year:04}-{found.part:02}{found.after}"
    return folded


def question(found: Pair) -> DateError:
    """Return the error that asks which of two readings is meant."""
    part = found.part_in_words()
    return DateError(
        f"can be {part} or the years {found.year} to {found.end}",
        f"write {part} or {found.year}/{found.end}, or settle all such dates: "
        "year_pairs = true for years, year_pairs = false for months",
    )
