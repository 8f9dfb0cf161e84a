"""Proposes what the columns of an unknown table could be, from their names and from their cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from mapgen.columns import filled
from mapgen.dates import is_unknown
from mapgen.dates.month_names import month_of
from mapgen.errors import CoordinateError
from mapgen.layouts import cells, positions
from mapgen.layouts.axes import words_of
from mapgen.layouts.bearings import are_towns, code_of, told_apart
from mapgen.layouts.columns import ALIASES, key
from mapgen.layouts.foreign_names import NAMES, plain
from mapgen.positions import coordinates, geometry
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapgen.table import Table

NAMED, WORDED = "its name", "a word of its name"
_MOST = 0.8  # of its cells
_LETTERS = 4  # of a word at an end of a longer one that means the same
_TINY = 1e-9  # what a tenth loses in binary
_SHORT = 90  # characters that a title has on average, at most
_LONG = 120  # that a description has, at least
_FEW = 12  # different texts in a column of categories
_NAMES = 40  # of countries, that are looked at
_NUMBER = regex(r"[-+]?\d+(?:[.,]\d+)?")
_FRACTION = regex(r"[-+]?\d{1,3}[.,]\d{2,}")
_PART = regex(r"0?[1-9]|[12]\d|3[01]")  # a month or a day
_YEAR = regex(r"-?\d{3,4}")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100  # of a column of numbers without a name that says so
_CODE = regex(r"\S*\d\S*")
_DATES = {"date", "start", "year"}
_POSITION = ("lat", "lon", "geometry")
_KEYS = {key(name): column for column, names in ALIASES.items() for name in (column, *names)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A header that could stand for a column of mapgen, and why."""

    column: str
    header: str
    reason: str


def propose(table: Table) -> tuple[Proposal, ...]:
    """Return what the headers that mapgen does not know could stand for, in its own order."""
    order = list(ALIASES)
    return tuple(sorted(_searched(table).found, key=lambda each: order.index(each.column)))


def propose_position(table: Table) -> tuple[Proposal, ...]:
    """Return which headers could stand for a position alone."""
    search = _Search(table)
    for test in _TESTS:
        search.by_cells(*test)
    search.coordinates()
    return tuple(search.found)


def undecided(table: Table) -> tuple[str, str] | None:
    """Return two headers that hold degrees where nothing tells which of them are latitudes."""
    return _searched(table).undecided


def agrees(table: Table, proposal: Proposal) -> bool:
    """Tell whether a header names its column, and its cells do not contradict that of dates."""
    texts = [text for text in _sample(table, proposal.header) if not is_unknown(text)]
    fits = _DATED.get(proposal.column)
    return proposal.reason in {NAMED, WORDED} and (not fits or not texts or fits(texts))


def _searched(table: Table) -> _Search:
    search = _Search(table)
    search.by_names()
    for test in _TESTS:
        search.by_cells(*test)
    search.coordinates()
    for test in _LATER_TESTS:
        search.by_cells(*test)
    search.towns()
    search.words()
    return search


class _Search:
    """The columns of mapgen that are still free, and the headers that are."""

    def __init__(self, table: Table) -> None:
        self.found: list[Proposal] = []
        self.undecided: tuple[str, str] | None = None
        self._table = table
        self._columns = _known(table)
        position = positions.find(table, self._columns)
        self._columns |= position.taken
        told = {h for columns in position.doubts for h in columns.values()} | {*position.split}
        self._taken = {*self._columns, *table.columns, *(_POSITION if told else ())}
        named = [header for header in table.cells if any(map(str.isalpha, header))]
        known = {*self._columns.values(), *table.columns.values(), *told}
        free = [header for header in named if header not in known and key(header) not in _KEYS]
        self._cells = {header: _sample(table, header) for header in free}

    def by_names(self) -> None:
        """Take headers that mean a column in another language, then those with such a word."""
        self._parts_of_dates()
        for header in list(self._cells):
            column = NAMES.get(plain(header), "")
            if column and self._free(column):
                self._take(column, header, NAMED)
        for header, texts in list(self._cells.items()):
            column = next((c for word in words_of(header) if (c := _WORDS.get(word))), "")
            column = column or _grown_together(header)
            if column and self._free(column) and texts and _FITS[column](texts):
                self._take(column, header, WORDED)

    def _parts_of_dates(self) -> None:
        """Take the year, month and day of one name, such as `iyear`, `imonth` and `iday`."""
        keys = {key(header): header for header in self._cells}
        stems = [name.removesuffix("year") for name in keys if name.endswith("year")]
        for stem in stems:
            if self._free("year") and {f"{stem}month", f"{stem}day"} <= keys.keys():
                for column in ("year", "month", "day"):
                    self._take(column, keys[stem + column], NAMED)

    def by_cells(self, column: str, reason: str, fits: Callable[[list[str]], bool]) -> None:
        """Take the first header whose cells fit."""
        if not self._free(column):
            return
        if found := next((h for h, texts in self._cells.items() if texts and fits(texts)), ""):
            self._take(column, found, reason)

    def coordinates(self) -> None:
        """Take two columns of degrees, or note them where nothing tells which is which."""
        if not self._free("lat") or not self._free("lon"):
            return
        named = bool({"place", "country"} & self._columns.keys())
        degrees = [header for header, texts in self._cells.items() if _is_fraction(texts)]
        pairs = list(pairwise(degrees))
        for lat, lon in (*pairs, *((other, one) for one, other in pairs)):
            if reason := told_apart(self._table, lat, lon, self._columns):
                self._take("lat", lat, reason)
                self._take("lon", lon, reason)
                return
        if len(pairs) == 1 and not named:
            one, other = pairs[0]
            if positions.are_exact([*self._cells[one], *self._cells[other]]):
                self.undecided = one, other
                del self._cells[one], self._cells[other]

    def towns(self) -> None:
        """Take a column of towns, where nothing else says where events were."""
        if not self._taken & {"place", "country", *_POSITION}:
            self.by_cells("place", "names of towns", lambda t: _is_words(t) and are_towns(t))

    def words(self) -> None:
        """Tell title, description and category apart, which are all words."""
        self.by_cells("description", "long texts", lambda texts: _length(texts) >= _LONG)
        self.by_cells("title", "short texts, each another", _is_title)
        self.by_cells(
            "title", "short texts", lambda t: _is_name(t) and not _most(t, _CODE.fullmatch)
        )
        self.by_cells("title", "short texts", _is_name)
        self.by_cells("category", "few different words", lambda t: _is_few(t) and _is_words(t))

    def _take(self, column: str, header: str, reason: str) -> None:
        self.found.append(Proposal(column=column, header=header, reason=reason))
        self._taken.add(column)
        del self._cells[header]

    def _free(self, column: str) -> bool:
        """Tell whether a column is still free; of the ways to write a date, only one is."""
        if column in _DATES and self._taken & _DATES:
            return False
        if column in {"lat", "lon"} and "geometry" in self._taken:
            return False
        return column not in self._taken


def _grown_together(header: str) -> str:
    """Return the column whose name a header begins or ends with, as in `obsdate` and `DateFrom`."""
    name, long = plain(header), (word for word in _WORDS if len(word) >= _LETTERS)
    return next((_WORDS[w] for w in long if name.startswith(w) or name.endswith(w)), "")


def _known(table: Table) -> dict[str, str]:
    """Return the headers that have the name of a column, and text below them."""
    named = {_KEYS[key(h)]: h for h in reversed(list(table.cells)) if key(h) in _KEYS}
    filled_ones = {c: h for c, h in named.items() if filled(table.cells[h]).any()}
    return filled_ones | {column: h for column, h in table.columns.items() if h}


def _sample(table: Table, header: str) -> list[str]:
    column = table.cells[header]
    return [column[row] for row in positions.sample(column)]


def _most(texts: list[str], fits: Callable[[str], object]) -> bool:
    """Tell whether most texts fit; no more are looked at than is needed to tell."""
    misses = (text for text in texts if not fits(text))
    spare = int(len(texts) * (1 - _MOST) + _TINY)
    return next(islice(misses, spare, None), None) is None


def _is_date(texts: list[str]) -> bool:
    """Tell whether texts are dates; numbers alone are none, but years of this era may be."""
    if _most(texts, _NUMBER.fullmatch) and not _is_year(texts):
        return False
    return _most(texts, cells.read_date) or _most(
        texts, re.compile(r"\d+[/.]\d+[/.]\d{4}").fullmatch
    )


def _is_fraction(texts: list[str]) -> bool:
    """Tell whether numbers could be degrees, and are not one and the same."""
    if not texts or (len(set(texts)) == 1 < len(texts)) or not _most(texts, _FRACTION.fullmatch):
        return False
    return _most(texts, lambda text: positions.degrees(text, "lon") is not None)


def _is_shape(text: str) -> bool:
    try:
        return geometry.read(text) is not None
    except CoordinateError:
        return False


def _is_country(texts: list[str]) -> bool:
    return _most(list(dict.fromkeys(texts))[:_NAMES], code_of)


def _is_year(texts: list[str]) -> bool:
    """Tell whether numbers are years of four figures, and none is later than a year can be."""
    if not _most(texts, _YEAR.fullmatch):
        return False
    years = [int(text) for text in texts if _YEAR.fullmatch(text)]
    modern = sum(year >= _FIRST_YEAR for year in years)
    return max(years) < _LAST_YEAR and modern >= _MOST * len(years)


def _is_title(texts: list[str]) -> bool:
    """Tell whether texts are of several words, and different ones."""
    different = len(set(texts)) >= _MOST * len(texts)
    return _is_words(texts) and different and _most(texts, lambda text: " " in text)


def _is_words(texts: list[str]) -> bool:
    return _length(texts) <= _SHORT and not _most(texts, _NUMBER.fullmatch) and not _is_date(texts)


def _is_name(texts: list[str]) -> bool:
    return not _is_few(texts) and _is_words(texts)


def _is_few(texts: list[str]) -> bool:
    return len(set(texts)) <= min(_FEW, len(texts) / 2)


def _length(texts: list[str]) -> float:
    return sum(map(len, texts)) / len(texts)


# What cells show without their header, the plainest first.
_TESTS: tuple[tuple[str, str, Callable[[list[str]], bool]], ...] = (
    ("geometry", "shapes", lambda texts: _most(texts, _is_shape)),
    ("lat", "pairs of coordinates", lambda texts: _most(texts, coordinates.pair)),
)
_LATER_TESTS: tuple[tuple[str, str, Callable[[list[str]], bool]], ...] = (
    ("image", "addresses of images", lambda texts: _most(texts, cells.is_image)),
    ("source_url", "addresses", lambda texts: _most(texts, cells.first_url)),
    ("date", "dates", _is_date),
    ("country", "names of countries", _is_country),
)
# Columns that a word of a longer name tells too, if the cells are such.
_FITS: dict[str, Callable[[list[str]], bool]] = {
    "date": _is_date,
    "start": _is_date,
    "end": _is_date,
    "year": _is_year,
    "place": lambda texts: _is_words(texts) and not _most(texts, coordinates.pair),
    "country": _is_country,
}
_DATED: dict[str, Callable[[list[str]], bool]] = {
    **{column: _FITS[column] for column in ("date", "start", "end", "year")},
    "month": lambda texts: _most(texts, lambda text: month_of(text) or _PART.fullmatch(text)),
    "day": lambda texts: _most(texts, _PART.fullmatch),
}
_WORDS = {
    word: column
    for column in _FITS
    for word in (column, *ALIASES[column], *(name for name in NAMES if NAMES[name] == column))
}
