"""Reads the places of each row: where the event was, and where a movement went."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from mapgen.coded import Coded, coded_objects, numbered, renumbered
from mapgen.errors import CoordinateError, quoted
from mapgen.events.around import tell_around
from mapgen.events.event import Place
from mapgen.events.nulls import without_nulls
from mapgen.events.shapes import read_shapes
from mapgen.positions import coordinates

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mapgen.events.event import Found
    from mapgen.events.sheet import Sheet

_PLACE = ("place", "country", "lat", "lon")
_GOAL = ("to", "to_country", "to_lat", "to_lon")
_LAT, _LON = 2, 3
_FEW = 4  # points; beside so many, a longitude that is the only one beyond 180 may be a slip
# As in 335138 or 33.513.800, which a spreadsheet makes of 33.5138.
_WITHOUT_POINT = re.compile(r"(?P<sign>-?)(?P<figures>[1-9]\d{3,}|[1-9]\d{0,2}(?:\.\d{3}){2,})")


class _Fault(NamedTuple):
    """What is wrong with a coordinate; `cell` is its place among the four of a place."""

    cell: int
    message: str
    cure: str
    grave: bool = True
    around: bool = False  # a longitude beyond 180 degrees, which is its message


class _Point(NamedTuple):
    """A position in degrees, None where there is none, and what is wrong with it."""

    lat: float | None = None
    lon: float | None = None
    faults: tuple[_Fault, ...] = ()


def read_places(sheet: Sheet) -> tuple[Coded[Place | None], Coded[Place | None]]:
    """Return the place and the destination of each row, None where none is written."""
    begins, ends = read_shapes(sheet)
    places, goals = _read(sheet, _PLACE, begins), _read(sheet, _GOAL, ends)
    for row in goals.rows(bool):
        if not places[row]:
            column = next((name for name in _GOAL if sheet.texts(name)[row]), "geometry")
            cure = "write the place or the country where the movement began"
            sheet.error(row, column, "a destination needs a place to set out from", cure)
    return places, goals


def _read(
    sheet: Sheet, columns: tuple[str, str, str, str], shapes: Sequence[tuple[float, float] | None]
) -> Coded[Place | None]:
    """Read the places of the distinct cells once, and give each row its own."""
    names = [without_nulls(sheet, column) for column in columns[:_LAT]]
    points = [sheet.coded(column) for column in columns[_LAT:]]
    cells = _together([*names, *points, coded_objects(shapes, key=lambda shape: shape)])
    found = cells.each(lambda each: _read_cells(*each))
    around = []
    for row in found.rows(lambda read: read[1]):
        place, faults = found[row]
        for fault in faults:
            if fault.around and place:
                around.append((row, fault.message, place.lon or 0.0))
                continue
            report = sheet.error if fault.grave else sheet.warn
            report(row, columns[fault.cell], fault.message, fault.cure)
    if around:
        column = columns[_LON] if columns[_LON] in sheet.columns else columns[_LAT]
        tell_around(sheet, column, around, alone=_is_alone(found.distinct, len(around)))
    return found.each(lambda read: read[0])


def _is_alone(read: Sequence[tuple[Place | None, tuple[_Fault, ...]]], beyond: int) -> bool:
    """Tell whether longitudes `beyond` 180 degrees stand among others that go from -180 to 180.

    Then one has a minus sign, or it is a single one beyond 180 among several.
    """
    usual = [
        place.lon
        for place, faults in read
        if place and place.lon is not None and not any(fault.around for fault in faults)
    ]
    return any(lon < 0 for lon in usual) or (beyond == 1 and len(usual) >= _FEW)


def _together(columns: Sequence[Coded[Any]]) -> Coded[tuple[Any, ...]]:
    """Return what stands in a row of several columns as one value."""
    codes, firsts = renumbered(columns[0].codes, len(columns[0].distinct))
    for column in columns[1:]:
        if len(column.distinct) > 1:
            codes, firsts = numbered(codes * len(column.distinct) + column.codes)
    return Coded(list(zip(*(column.at(firsts) for column in columns), strict=True)), codes)


def _read_cells(
    name: str, country: str, lat: str, lon: str, shape: tuple[float, float] | None
) -> tuple[Place | None, tuple[_Fault, ...]]:
    """Read one place; the coordinates of a row count before its shape."""
    point = _Point(*shape) if shape and not lat and not lon else _point(lat, lon)
    if any(fault.grave for fault in point.faults):
        name = ""  # its position was meant to be known, so it is not looked up
    known = name or country or point.lat is not None
    return _place(name, country, point) if known else None, point.faults


def _place(name: str, country: str, point: _Point) -> Place:
    found: Found = "" if point.lat is None else "table"
    return Place(name=name, country=country, lat=point.lat, lon=point.lon, found=found)


def _point(lat: str, lon: str) -> _Point:
    """Read a position from two cells, or from one that holds both."""
    if not lat and not lon:
        return _Point()
    if plain := coordinates.plain_pair(lat, lon):
        return _Point(*plain)
    if lat and lon:
        return _read_both(lat, lon)
    both = coordinates.pair(lat or lon)
    return _read_both(*both) if both else _alone(lat, lon)


def _alone(lat: str, lon: str) -> _Point:
    """Say that one coordinate is of no use without the other."""
    cell, missing = (_LAT, "longitude") if lat else (_LON, "latitude")
    cure = "write both, or leave both blank to have the place looked up by its name"
    return _Point(faults=(_Fault(cell, f"{quoted(lat or lon)} has no {missing}", cure),))


def _read_both(lat: str, lon: str) -> _Point:
    north, wrong_lat = _value(coordinates.latitude, lat, _LAT)
    east, wrong_lon = _value(coordinates.longitude, lon, _LON)
    faults = (*wrong_lat, *wrong_lon)
    if faults and coordinates.swapped(lat, lon):
        message = f"{quoted(lat)} and {quoted(lon)} look swapped"
        cure = f"write {lon} as the latitude and {lat} as the longitude"
        faults = (_Fault(_LAT, message, cure),)
    if faults:
        return _Point(faults=faults)
    if north == 0 and east == 0:
        message = "0, 0 is a point in the sea off West Africa"
        cure = "leave both cells blank if the position is not known"
        faults = (_Fault(_LAT, message, cure, grave=False),)
    if coordinates.is_around(lon):
        faults = (*faults, _Fault(_LON, lon, "", grave=False, around=True))
    return _Point(north, east, faults)


def _value(
    read: Callable[[str], float], text: str, cell: int
) -> tuple[float | None, tuple[_Fault, ...]]:
    try:
        return read(text), ()
    except CoordinateError as error:
        meant = _with_point(text, cell)
        if not meant:
            return None, (_Fault(cell, error.message, error.cure),)
        cure = f"write {meant} if that is meant, and give the column the format 'Text' before"
        message = f"{quoted(text)} seems to have lost its decimal point"
        return None, (_Fault(cell, message, f"{cure} you save the table"),)


def _with_point(text: str, cell: int) -> str:
    """Return a number without its decimal point as the degrees that it may be, "" for all else."""
    match = _WITHOUT_POINT.fullmatch(text)
    if not match:
        return ""
    figures = match["figures"].replace(".", "")
    limit, places = (90, (2,)) if cell == _LAT else (180, (2, 3))
    found = [f"{match['sign']}{figures[:n]}.{figures[n:]}".rstrip("0").rstrip(".") for n in places]
    return " or ".join(each for each in found if abs(float(each)) <= limit)
