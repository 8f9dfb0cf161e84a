"""Reads the shape of each row: a point, a line that a movement follows, or an area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen import geometry
from mapgen.coded import same
from mapgen.errors import CoordinateError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.events.sheet import Sheet
    from mapgen.geometry import Point


def read_shapes(sheet: Sheet) -> tuple[Sequence[Point | None], Sequence[Point | None]]:
    """Return where the shape of each row begins, and where it ends if it is a line.

    An area counts as the point in its middle, with one warning for all of them.
    """
    if "geometry" not in sheet.columns:
        return (same(None, len(sheet.lines)),) * 2
    begins: list[Point | None] = [None] * len(sheet.lines)
    ends: list[Point | None] = [None] * len(sheet.lines)
    areas = []
    for row, text in sheet.filled("geometry"):
        try:
            shape = geometry.read(text)
        except CoordinateError as error:
            sheet.error(row, "geometry", error.message, error.cure)
            continue
        if shape:
            begins[row], ends[row] = shape.begin, shape.end
            areas += [row] if shape.form == "area" else []
    _warn_of_areas(sheet, areas)
    return begins, ends


def _warn_of_areas(sheet: Sheet, areas: list[int]) -> None:
    if areas:
        more = f", and so are those of {len(areas) - 1} more" if len(areas) > 1 else ""
        message = f"the shape of this row is an area{more}; the map shows the point in its middle"
        cure = "write lat and lon to choose another point"
        sheet.warn(areas[0], "geometry", message, cure)
