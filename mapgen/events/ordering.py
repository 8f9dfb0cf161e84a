"""Puts events in time order, column by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from mapgen.coded import Coded, coded_objects, integers, taken
from mapgen.events.event import columns_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapgen.dates import HistoricalDate
    from mapgen.events.event import Event

Rows = Mapping[str, Any]  # the columns of events; all but _OWN and `line` are Coded
_OWN = ("id", "title", "description")  # columns whose texts hardly repeat themselves
_BY_IDENTITY = ("date", "place", "to")  # slow to compare, and shared by the rows that have them
_NEVER, _ALWAYS = float("inf"), float("-inf")


def in_time_order(events: Sequence[Event]) -> Rows:
    """Return the columns of events by first day, then last day, then line.

    An open start comes first, undated events last.
    """
    found: dict[str, Sequence[Any]] = {}
    rows = columns_of(events)
    dates, lines = coded_objects(rows["date"]), integers(rows["line"])
    order = _order(dates, lines)
    for name, column in rows.items():
        if name == "line":
            found[name] = lines[order].tolist()
        elif name in _OWN:
            found[name] = taken(column, order)
        elif name in _BY_IDENTITY:
            found[name] = coded_objects(dates if name == "date" else column).take(order)
        else:
            found[name] = coded_objects(column, key=_itself).take(order)
    return found


def _itself(value: object) -> object:
    return value


def _order(dates: Coded[HistoricalDate | None], lines: NDArray[np.int64]) -> NDArray[np.int64]:
    known = dates.distinct
    undated = np.array([date is None for date in known], np.bool_)
    first = [_ALWAYS if date is None or date.earliest is None else date.earliest for date in known]
    last = [_NEVER if date is None or date.latest is None else date.latest for date in known]
    keys = np.array([last, first, undated], np.float64)  # whole days below 2**53 are exact
    sides = np.lexsort(keys)
    new = (keys[:, sides[1:]] != keys[:, sides[:-1]]).any(axis=0)
    ranks = np.zeros(len(known), np.int64)
    ranks[sides[1:]] = new.cumsum()
    of_rows = ranks[dates.codes]
    in_order = bool((np.diff(lines) >= 0).all())  # as in one table: a stable sort leaves them so
    return of_rows.argsort(kind="stable") if in_order else np.lexsort((lines, of_rows))
