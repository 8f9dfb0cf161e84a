"""Puts events in time order, column by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from mapgen.columns import Coded, Texts, coded_objects, in_arrow, integers, taken
from mapgen.dates.column import coded_dates
from mapgen.events.event import columns_of
from mapgen.events.extras import Extras
from mapgen.events.place_column import coded_places

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapgen.dates import DateColumn
    from mapgen.events.event import Event

Rows = Mapping[str, Any]  # the columns of events; all but _OWN and `line` are Coded
_OWN = ("id", "title", "description")  # columns whose texts hardly repeat themselves
_PLACES = ("place", "to")
_NEVER, _ALWAYS = float("inf"), float("-inf")


def in_time_order(events: Sequence[Event]) -> Rows:
    """Return the columns of events by first day, then last day, then line.

    An open start comes first, undated events last. Of those that begin on one day, the ones that
    say no time of day, or none that has a place in its order, come before those that do, and these
    by the time at which they begin.
    """
    found: dict[str, Sequence[Any]] = {}
    rows = columns_of(events)
    dates, codes = coded_dates(rows["date"])
    lines = integers(rows["line"])
    order = _order(_ranks(dates)[codes], lines)
    for name, column in rows.items():
        if name == "line":
            found[name] = lines[order].tolist()
        elif name == "date":
            found[name] = Coded(dates, codes).take(order)
        elif name == "extra":
            found[name] = Extras.of(column).take(order)
        elif name in _PLACES:
            found[name] = Coded(*coded_places(column)).take(order)
        elif name in _OWN or isinstance(column, Texts):
            found[name] = taken(in_arrow(column), order)
        else:
            found[name] = coded_objects(column, key=_itself).take(order)
    return found


def _itself(value: object) -> object:
    return value


def _order(ranks: NDArray[np.int64], lines: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the rows by the ranks of their dates, then by line."""
    if (np.diff(lines) < 0).any():
        return np.lexsort((lines, ranks))
    # As in one table; numbers that all differ are sorted in a quarter of the time of others.
    return (len(ranks) * ranks + np.arange(len(ranks))).argsort()


def _ranks(dates: DateColumn) -> NDArray[np.int64]:
    """Return which place each date has among all by its first day, then its last.

    Where any has a time of day, that of the beginning counts before the last day.
    """
    first = np.nan_to_num(dates.earliest(), nan=_ALWAYS)
    last = np.nan_to_num(dates.latest(), nan=_NEVER)
    first[dates.undated()] = _NEVER
    keys: list[NDArray[Any]] = [first, last]
    if dates.timed().any():
        keys = [first, dates.seconds(), last, dates.seconds(end=True)]
    ranks = _numbered(keys[0])
    for key in keys[1:]:
        ranks = _numbered(len(dates) * ranks + _numbered(key))
    return ranks


def _numbered(values: NDArray[Any]) -> NDArray[np.int64]:
    """Return which place each value has among the distinct ones in order."""
    places: NDArray[np.int64] = np.unique(values, return_inverse=True)[1]
    return places
