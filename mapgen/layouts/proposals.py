"""Proposes what the columns of an unknown table could be, from their names and from their cells."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from mapgen import coordinates, geometry
from mapgen.errors import CoordinateError
from mapgen.layouts import cells
from mapgen.layouts.columns import ALIASES, key
from mapgen.layouts.foreign_names import NAMES, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mapgen.table import Table

_SAMPLE = 300  # cells of a column
_MOST = 0.8  # of its cells
_SHORT = 90  # characters that a title has on average, at most
_LONG = 120  # that a description has, at least
_FEW = 12  # different texts in a column of categories
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_FRACTION = re.compile(r"[-+]?\d{1,3}[.,]\d{2,}")
_SAFE = re.compile(r"[\w=.-]+")
_MEANING = re.compile(r'["$`\\!%^]')  # what shells read in double quotes
_YEAR = re.compile(r"-?\d{3,4}")
_DATES = {"date", "start", "year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A header that could stand for a column of mapgen, and why."""

    column: str
    header: str
    reason: str


def propose(table: Table) -> tuple[Proposal, ...]:
    """Return what the headers that mapgen does not know could stand for, in its own order."""
    search = _Search(table)
    search.by_names()
    for column, reason, fits in _TESTS:
        search.by_cells(column, reason, fits)
    search.words()
    order = list(ALIASES)
    return tuple(sorted(search.found, key=lambda proposal: order.index(proposal.column)))


def told(proposals: Iterable[Proposal]) -> str:
    """Return the proposals as options of the command line."""
    return " ".join(_option(f"{each.column}={each.header}") for each in proposals)


def _option(text: str) -> str:
    """Write an option as every shell reads it, or as those of Unix do where one must be chosen."""
    if not _SAFE.fullmatch(text):
        text = shlex.quote(text) if _MEANING.search(text) else f'"{text}"'
    return f"--column {text}"


class _Search:
    """The columns of mapgen that are still free, and the headers that are."""

    def __init__(self, table: Table) -> None:
        self.found: list[Proposal] = []
        known = {
            key(name): column for column, names in ALIASES.items() for name in (column, *names)
        }
        headers = list(table.cells)
        settled = table.columns
        self._taken = {known[key(header)] for header in headers if key(header) in known}
        self._taken |= settled.keys()
        named = [header for header in headers if any(map(str.isalpha, header))]
        free = [h for h in named if key(h) not in known and h not in settled.values()]
        self._cells = {header: _sample(table, header) for header in free}

    def by_names(self) -> None:
        """Take headers that mean a column in another language."""
        for header in list(self._cells):
            column = NAMES.get(plain(header), "")
            if column and self._free(column):
                self._take(column, header, "its name")

    def by_cells(self, column: str, reason: str, fits: Callable[[list[str]], bool]) -> None:
        """Take the first header whose cells fit."""
        found = next((h for h, texts in self._cells.items() if texts and fits(texts)), "")
        if found and self._free(column):
            self._take(column, found, reason)

    def words(self) -> None:
        """Tell title, description and category apart, which are all words."""
        self.by_cells("description", "long texts", lambda texts: _length(texts) >= _LONG)
        self.by_cells("title", "short texts, each another", _is_title)
        self.by_cells("title", "short texts", lambda texts: _is_words(texts) and not _is_few(texts))
        self.by_cells("category", "few different words", lambda t: _is_words(t) and _is_few(t))

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


def _sample(table: Table, header: str) -> list[str]:
    return list(islice(filter(None, table.cells[header]), _SAMPLE))


def _most(texts: list[str], fits: Callable[[str], object]) -> bool:
    return sum(bool(fits(text)) for text in texts) >= _MOST * len(texts)


def _is_date(texts: list[str]) -> bool:
    if _most(texts, _NUMBER.fullmatch) and not _most(texts, _YEAR.fullmatch):
        return False
    return _most(texts, cells.read_date) or _most(
        texts, re.compile(r"\d+[/.]\d+[/.]\d{4}").fullmatch
    )


def _in_range(limit: float) -> Callable[[list[str]], bool]:
    def fits(texts: list[str]) -> bool:
        numbers = [text.replace(",", ".") for text in texts if _FRACTION.fullmatch(text)]
        inside = all(abs(float(number)) <= limit for number in numbers)
        return inside and len(numbers) >= _MOST * len(texts)

    return fits


def _is_shape(text: str) -> bool:
    try:
        return geometry.read(text) is not None
    except CoordinateError:
        return False


def _is_title(texts: list[str]) -> bool:
    """Tell whether texts are of several words, and different ones."""
    different = len(set(texts)) >= _MOST * len(texts)
    return _is_words(texts) and different and _most(texts, lambda text: " " in text)


def _is_words(texts: list[str]) -> bool:
    return _length(texts) <= _SHORT and not _most(texts, _NUMBER.fullmatch) and not _is_date(texts)


def _is_few(texts: list[str]) -> bool:
    return len(set(texts)) <= min(_FEW, len(texts) / 2)


def _length(texts: list[str]) -> float:
    return sum(map(len, texts)) / len(texts)


# What cells show without their header, the plainest first; of two columns that could be latitude
# and longitude, the latitude stands first, as people write it.
_TESTS: tuple[tuple[str, str, Callable[[list[str]], bool]], ...] = (
    ("geometry", "shapes", lambda texts: _most(texts, _is_shape)),
    ("lat", "pairs of coordinates", lambda texts: _most(texts, coordinates.pair)),
    ("lat", "numbers from -90 to 90", _in_range(90)),
    ("lon", "numbers from -180 to 180", _in_range(180)),
    ("image", "addresses of images", lambda texts: _most(texts, cells.is_image)),
    ("source_url", "addresses", lambda texts: _most(texts, cells.first_url)),
    ("date", "dates", _is_date),
)
