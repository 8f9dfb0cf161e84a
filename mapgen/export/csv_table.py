"""Writes events as the CSV that mapgen reads."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from mapgen.dates import signed_years, year_pairs
from mapgen.dates.folding import fold
from mapgen.export.event_rows import rows
from mapgen.table.own_table import guarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapgen.events import Event
    from mapgen.settings import Settings

_IN_FORMAT = "date_edtf"
_BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads accents and Arabic wrongly


def write(events: Sequence[Event], _settings: Settings) -> tuple[str, tuple[str, ...]]:
    """Return CSV after RFC 4180, all columns of mapgen and those it does not know.

    What a spreadsheet would run, such as a text that begins with "=", has an apostrophe before it,
    which is taken off where mapgen reads the file back. Where a date has two readings, all are in
    EDTF, and the name of their column says so.
    """
    table = rows(events, blank_columns=True)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, table.headers, restval="")
    formal = _IN_FORMAT not in table.headers and _depends(
        row.get("date", "") for row in table.cells
    )
    names = {header: guarded(header) for header in table.headers}
    writer.writerow(names | ({"date": _IN_FORMAT} if formal else {}))
    for row, event in zip(table.cells, events, strict=True):
        told = row | ({"date": event.date.edtf} if formal and event.date else {})
        writer.writerow({name: guarded(text) for name, text in told.items()})
    return _BYTE_ORDER_MARK + text.getvalue(), table.renamed


def _depends(dates: Iterable[str]) -> bool:
    """Tell whether a date would be read by what stands beside it, such as -3699 and 1911-12."""
    folded = list(map(fold, dates))
    return any(signed_years.kinds(text) or year_pairs.pair(text) for text in folded)
