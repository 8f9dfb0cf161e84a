"""Reads the places of each row: where the event was, and where a movement went."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np

from mapgen.columns import (
    Coded,
    Texts,
    blanked,
    coded,
    coded_objects,
    distinct_of,
    filled,
    numbered,
    renumbered,
    same,
    taken,
)
from mapgen.errors import CoordinateError, quoted
from mapgen.events.around import tell_around
from mapgen.events.nulls import without_nulls
from mapgen.events.place_column import PlaceColumn
from mapgen.events.shapes import read_shapes
from mapgen.positions import coordinates
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from mapgen.events.event import Place
    from mapgen.events.sheet import Sheet

_PLACE = ("place", "country", "lat", "lon")
_GOAL = ("to", "to_country", "to_lat", "to_lon")
_LAT, _LON = 2, 3
_FEW = 4  # points; beside so many, a longitude that is the only one beyond 180 may be a slip
# As in 335138 or 33.513.800, which a spreadsheet makes of 33.5138.
_WITHOUT_POINT = regex(r"(?P<sign>-?)(?P<figures>[1-9]\d{3,}|[1-9]\d{0,2}(?:\.\d{3}){2,})")


class _Fault(NamedTuple):
    """What is wrong with a coordinate; `cell` is its place among the four of a place."""

    cell: int
    message: str
    cure: str
    grave: bool = True
    around: bool = False  # a longitude beyond 180 degrees, which is its message


_Faults: TypeAlias = dict[int, tuple[_Fault, ...]]  # of places, by their numbers


class _Point(NamedTuple):
    """A position in degrees, None where there is none, and what is wrong with it."""

    lat: float | None = None
    lon: float | None = None
    faults: tuple[_Fault, ...] = ()


def read_places(sheet: Sheet) -> tuple[Coded[Place | None], Coded[Place | None]]:
    """Return the place and the destination of each row, None where none is written."""
    begins, ends = read_shapes(sheet)
    places, goals = _read(sheet, _PLACE, begins), _read(sheet, _GOAL, ends)
    alone = _there(goals) & ~_there(places)
    for row in alone.nonzero()[0].tolist():
        column = next((name for name in _GOAL if sheet.texts(name)[row]), "geometry")
        cure = "write the place or the country where the movement began"
        sheet.error(row, column, "a destination needs a place to set out from", cure)
    return places, goals


def _there(places: Coded[Place | None]) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = PlaceColumn.of(places.distinct).there[places.codes]
    return found


def _read(
    sheet: Sheet, columns: tuple[str, str, str, str], shapes: Sequence[tuple[float, float] | None]
) -> Coded[Place | None]:
    """Read the places of the distinct cells once, and give each row its own."""
    cells = (
        *(without_nulls(sheet, column) for column in columns[:_LAT]),
        *(sheet.column(column) for column in columns[_LAT:]),
        coded_objects(shapes, key=lambda shape: shape),
    )
    codes, firsts = _together(cells)
    parts: list[Any] = [taken(column, firsts) for column in cells]
    places, faults = _places(*parts)
    _report(sheet, columns, Coded(places, codes), faults)
    return Coded(places, codes)


def _places(
    names: Sequence[str],
    countries: Sequence[str],
    lats: Sequence[str],
    lons: Sequence[str],
    shapes: Sequence[tuple[float, float] | None],
) -> tuple[PlaceColumn, _Faults]:
    """Read places whose cells stand in columns, and what is wrong with each.

    The coordinates of a row count before its shape; a place whose position is wrong was meant to
    be known by it, and so is not looked up by its name.
    """
    lat, lon = coordinates.plain_pairs(lats, lons)
    written = filled(lats) | filled(lons)
    faults: _Faults = {}
    nameless: list[int] = []
    odd = np.isnan(lat) & written
    for number in odd.nonzero()[0].tolist():
        point = _point(lats[number], lons[number])
        lat[number], lon[number] = _degrees(point.lat), _degrees(point.lon)
        if point.faults:
            faults[number] = point.faults
        if any(fault.grave for fault in point.faults):
            nameless.append(number)
    if any(distinct_of(shapes)):
        for number in (~written).nonzero()[0].tolist():
            if shape := shapes[number]:
                lat[number], lon[number] = shape
    known = ~np.isnan(lat)
    column = PlaceColumn(
        names=blanked(names, nameless),
        countries=countries,
        lat=lat,
        lon=lon,
        codes=same("", len(lat)),
        found=Coded(["", "table"], known.astype(np.int64)),
        there=known | filled(countries),
    )
    column.there = column.there | filled(column.names)
    return column, faults


def _degrees(value: float | None) -> float:
    return math.nan if value is None else value


def _report(
    sheet: Sheet,
    columns: tuple[str, str, str, str],
    places: Coded[Place | None],
    faults: _Faults,
) -> None:
    """Report the faults of each row."""
    if not faults:
        return
    faulty = np.zeros(len(places.distinct), np.bool_)
    faulty[list(faults)] = True
    around = []
    for row in faulty[places.codes].nonzero()[0].tolist():
        number = int(places.codes[row])
        place = places.distinct[number]
        for fault in faults[number]:
            if fault.around and place:
                around.append((row, fault.message, place.lon or 0.0))
                continue
            report = sheet.error if fault.grave else sheet.warn
            report(row, columns[fault.cell], fault.message, fault.cure)
    if around:
        column = columns[_LON] if columns[_LON] in sheet.columns else columns[_LAT]
        alone = _is_alone(PlaceColumn.of(places.distinct), faults, len(around))
        tell_around(sheet, column, around, alone=alone)


def _is_alone(places: PlaceColumn, faults: _Faults, beyond: int) -> bool:
    """Tell whether longitudes `beyond` 180 degrees stand among others that go from -180 to 180.

    Then one has a minus sign, or it is a single one beyond 180 among several.
    """
    usual = places.pointed
    usual[[number for number, each in faults.items() if any(f.around for f in each)]] = False
    lon = places.lon[usual]
    return bool((lon < 0).any()) or (beyond == 1 and len(lon) >= _FEW)


def _together(columns: Sequence[Sequence[Any]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return a number for what stands in each row of several columns, and its first row.

    Numbers are in the order of their first rows. Where texts hardly repeat themselves in any
    column, each row has a number of its own.
    """
    if any(isinstance(column, Texts) for column in columns):
        rows = np.arange(len(columns[0]))
        return rows, rows
    one, *others = (column if isinstance(column, Coded) else coded(column) for column in columns)
    codes, firsts = renumbered(one.codes, len(one.distinct))
    for column in others:
        if len(column.distinct) > 1:
            codes, firsts = numbered(codes * len(column.distinct) + column.codes)
    return codes, firsts


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
