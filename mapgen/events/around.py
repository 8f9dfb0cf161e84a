"""Says what longitudes beyond 180 degrees, counted on around the globe, were taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.errors import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.events.sheet import Sheet

_TURN = "if they were meant otherwise, write all from -180 (west) to 180 (east)"


def tell_around(
    sheet: Sheet, column: str, found: Sequence[tuple[int, str, float]], *, alone: bool
) -> None:
    """Tell of the longitudes of some rows: the row, what is written, and what it was taken for.

    With `alone`, the others of the column are from -180 to 180, and so each is doubted; else the
    whole column counts from 0 to 360, which is said once.
    """
    if not found:
        return
    _, text, lon = found[0]
    same = f"{quoted(text)} is taken as {lon:.10g}"
    if alone:
        message = f"{same}, the same place counted from -180 to 180"
        cure = f"write {lon:.10g} if that is meant, or correct it"
        sheet.doubt([row for row, _, _ in found], column, message, cure)
    else:
        message = f"longitudes are counted from 0 to 360 degrees here, so {same}"
        sheet.decide(column, message, _TURN, settled="")
