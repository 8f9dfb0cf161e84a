"""Tells columns of times of day from others that are called so, such as dates and periods."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from mapgen import dates
from mapgen.columns import distinct_of
from mapgen.dates.time_of_day import speaks_of_time, time_of_day
from mapgen.errors import DateError
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapgen.table import Table

_TIMES = {"time": "date", "end_time": "end"}
_DATES = {"date", "start", "year"}
_SAMPLE = 100  # texts of a column
_FRACTION = regex(r"0[.,]\d+")
_MINUTES_OF_DAY = 1440
_YEAR = regex(r"-?[0-9]{4}")


def with_clocks(table: Table, found: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return the headers of each column, with one for times of day where its cells are such.

    A column that is called time and holds dates is that of the dates, where the table has no other;
    one that holds anything else stays as it is. What the author settled is not looked at.
    """
    settled, kept = set(table.columns.values()), dict(found)
    for column, whole in _TIMES.items():
        headers = kept.pop(column, [])
        if settled.intersection(headers):
            kept[column] = headers
            continue
        dated = any(kept.get(name) for name in _DATES)
        told = {header: _kind(table, header, dated=dated) for header in headers}
        clocks = [header for header, kind in told.items() if kind == "clock"]
        if clocks:
            kept[column] = clocks[:1]
        elif not kept.get(whole) and not (dated and whole == "date"):
            kept[whole] = [header for header, kind in told.items() if kind == "date"][:1]
    return kept


def as_clocks(texts: Iterable[str]) -> dict[str, str]:
    """Return for fractions of a day, which a spreadsheet keeps for hours, what it showed.

    Numbers such as 0.5 are fractions where another has more decimals than an hour with minutes.
    """
    fractions = [text for text in texts if _FRACTION.fullmatch(text)]
    if not any(len(text) > len("0.30") for text in fractions):
        return {}
    return {text: _clock(float(text.replace(",", "."))) for text in fractions}


def _clock(fraction: float) -> str:
    hours, minutes = divmod(round(fraction * _MINUTES_OF_DAY), 60)
    return f"{hours:02}:{minutes:02}"


def _kind(table: Table, header: str, *, dated: bool) -> str:
    """Return what most of the first cells are: "clock", "date" or ""; a blank column is a clock.

    A year such as 1330 could be a time: it is one only where the table has a date besides.
    """
    texts = list(islice(filter(None, distinct_of(table.cells[header])), _SAMPLE))
    shown = as_clocks(texts)
    texts = [shown.get(text, text) for text in texts]
    years = [] if dated else list(filter(_YEAR.fullmatch, texts))
    whole = len(years) + sum(map(_is_date, texts))
    if whole and 2 * whole >= len(texts):
        return "date"
    return "clock" if 2 * (sum(map(speaks_of_time, texts)) - len(years)) >= len(texts) else ""


def _is_date(text: str) -> bool:
    """Tell whether a text is a date, with a time of day or without, and no time alone."""
    if time_of_day(text).seconds is not None:
        return False
    try:
        dates.parse(text)
    except DateError:
        return False
    return True
