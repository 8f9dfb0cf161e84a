"""Writes events as the CSV that mapgen reads."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from mapgen.export.cells import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.events import Event
    from mapgen.settings import Settings

_BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads accents and Arabic wrongly


def write(events: Sequence[Event], _settings: Settings) -> tuple[str, tuple[str, ...]]:
    """Return CSV after RFC 4180, all columns of mapgen and those it does not know.

    Every value stands as it is, so that the file can be read back: a text that begins with "=" is
    not changed, and a spreadsheet may take it for a formula.
    """
    table = rows(events, blank_columns=True)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, table.headers, restval="")
    writer.writeheader()
    writer.writerows(table.cells)
    return _BYTE_ORDER_MARK + text.getvalue(), table.renamed
