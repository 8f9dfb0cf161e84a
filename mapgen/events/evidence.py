"""Gathers what the dates of a table show, all together, of how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from mapgen.dates import day_order, signed_years, year_pairs
from mapgen.dates.folding import fold
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_YEARS = ("year", "end_year")
_MOMENT = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.,+Z-]+")
_NAME_OF_FORMAT = regex(r"(?<![a-z])(?:edtf|iso)(?![a-z])", re.IGNORECASE)


class Cell(NamedTuple):
    """A text of a column, as it was written."""

    column: str
    text: str

    @property
    def of_years(self) -> bool:
        """Whether the column is one of years alone."""
        return self.column in _YEARS


@dataclass(slots=True)
class Evidence:
    """The distinct cells that show something, by what they show.

    `days` tells whether days of ISO 8601 are among the dates, `of_format` whether the name of a
    column says that they are in that format; `ranges` are such as 1914-1918.
    """

    days: bool = False
    of_format: bool = False
    orders: dict[day_order.Kind, list[tuple[Cell, day_order.Figures]]] = field(default_factory=dict)
    years: dict[signed_years.Kind, list[Cell]] = field(default_factory=dict)
    pairs: dict[year_pairs.Kind, list[tuple[Cell, year_pairs.Pair]]] = field(default_factory=dict)
    ranges: list[Cell] = field(default_factory=list)

    def look(self, column: str, header: str, texts: Iterable[str], *, days: bool) -> None:
        """Take notice of the texts of a column that are no plain days, and whether others are."""
        self.days = self.days or days
        self.of_format = self.of_format or _NAME_OF_FORMAT.search(header) is not None
        for text in texts:
            if _MOMENT.fullmatch(text):
                self.days = True
                continue
            self._look(Cell(column, text), fold(text))

    def _look(self, cell: Cell, folded: str) -> None:
        for date in day_order.figures(folded):
            self.orders.setdefault(date.kind, []).append((cell, date))
        for way in signed_years.kinds(folded):
            self.years.setdefault(way, []).append(cell)
        pair = year_pairs.pair(folded)
        if pair and (kind := pair.kind):
            # In a column of years, two years are all that it can be.
            shown = "pair" if cell.of_years and kind == "either" else kind
            self.pairs.setdefault(shown, []).append((cell, pair))
        elif year_pairs.is_range(folded):
            self.ranges.append(cell)
