"""Reads the shape of each row: a point, a line that a movement follows, or an area."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from mapgen.columns import same
from mapgen.errors import CoordinateError
from mapgen.events.around import tell_around
from mapgen.positions import geometry
from mapgen.positions.meridian import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.events.sheet import Sheet
    from mapgen.positions.geometry import Shape
    from mapgen.positions.meridian import Point

_AREA = "the shape of this row is an area; the map shows the point in its middle"
_AREAS = "of several areas, the map shows the point in the middle of the largest"
_POINTS = "of several points, the map shows the one in their middle"
_WAY = "of a line, the map shows where it began and ended, not the way between"
_LINES = "of several lines, the map shows where the first began and the last ended, as one line"
_OTHER_POINT = "write lat and lon to choose another point; its text stays in the data table"
_LEGS = "to show more of the way, write a row for each leg; its text stays in the data table"


def read_shapes(sheet: Sheet) -> tuple[Sequence[Point | None], Sequence[Point | None]]:
    """Return where the shape of each row begins, and where it ends if it is a line.

    What of it the map cannot show is told, once for all shapes that lose the same, and their texts
    stay in the data table.
    """
    if "geometry" not in sheet.columns:
        return (same(None, len(sheet.lines)),) * 2
    begins: list[Point | None] = [None] * len(sheet.lines)
    ends: list[Point | None] = [None] * len(sheet.lines)
    found: list[tuple[int, Shape]] = []
    for row, text in sheet.filled("geometry"):
        try:
            shape = geometry.read(text)
        except CoordinateError as error:
            sheet.error(row, "geometry", error.message, error.cure)
            continue
        if shape:
            begins[row], ends[row] = shape.begin, shape.end
            found.append((row, shape))
    _tell_lost(sheet, found)
    _tell_around(sheet, found)
    return begins, ends


def _tell_lost(sheet: Sheet, found: list[tuple[int, Shape]]) -> None:
    lost: dict[str, list[int]] = {}
    for row, shape in found:
        if message := _lost(shape):
            lost.setdefault(message, []).append(row)
    lats, goals = sheet.texts("lat"), sheet.texts("to_lat")
    for message, rows in lost.items():
        is_way = message in {_WAY, _LINES}
        # Who has written the points beside the shape has chosen them.
        left = [row for row in rows if not lats[row] or (is_way and not goals[row])]
        if left:
            sheet.doubt(left, "geometry", message, _LEGS if is_way else _OTHER_POINT)
    if lost:
        sheet.keep("geometry", list(chain.from_iterable(lost.values())))


def _lost(shape: Shape) -> str:
    """Say what the map does not show of a shape, "" where it shows all."""
    several = shape.parts > 1
    if shape.form == "line":
        return _LINES if several else _WAY if shape.between else ""
    if shape.form == "points":
        return _POINTS
    return "" if shape.form == "point" else _AREAS if several else _AREA


def _tell_around(sheet: Sheet, found: list[tuple[int, Shape]]) -> None:
    beyond = [
        (row, f"{shape.around:.10g}", wrapped(shape.around))
        for row, shape in found
        if shape.around is not None
    ]
    tell_around(sheet, "geometry", beyond, alone=any(shape.west for _, shape in found))
