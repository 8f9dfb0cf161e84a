"""Writes events as the CSV that mapgen reads."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from mapgen.dates import signed_years, year_pairs
from mapgen.dates.folding import fold
from mapgen.export.cells import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapgen.events import Event
    from mapgen.settings import Settings

_IN_FORMAT = "date_edtf"
_BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads accents and Arabic wrongly


def write(events: Sequence[Event], _settings: Settings) -> tuple[str, tuple[str, ...]]:
    """Return CSV after RFC 4180, all columns of mapgen and those it does not know.

    Every value stands as it is, so that the file can be read back: a text that begins with "=" is
    not changed, and a spreadsheet may take it for a formula. Where a date has two readings, all
    are in EDTF, and the name of their column says so.
    """
    table = rows(events, blank_columns=True)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, table.headers, restval="")
    formal = _IN_FORMAT not in table.headers and _depends(
        row.get("date", "") for row in table.cells
    )
    names = {header: header for header in table.headers} | ({"date": _IN_FORMAT} if formal else {})
    writer.writerow(names)
    for row, event in zip(table.cells, events, strict=True):
        writer.writerow(row | ({"date": event.date.edtf} if formal and event.date else {}))
    return _BYTE_ORDER_MARK + text.getvalue(), table.renamed


def _depends(dates: Iterable[str]) -> bool:
    """Tell whether a date would be read by what stands beside it, such as -3699 and 1911-12."""
    folded = list(map(fold, dates))
    return any(signed_years.kinds(text) or year_pairs.pair(text) for text in folded)
