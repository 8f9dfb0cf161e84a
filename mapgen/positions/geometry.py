"""Reads a shape out of one cell: Well-Known Text or GeoJSON, in degrees of WGS 84."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from mapgen.errors import CoordinateError, quoted
from mapgen.positions.meridian import TURN, Point, beside, joined, wrapped
from mapgen.regex import regex

Form = Literal["point", "points", "line", "area"]
"""Points are latitude and longitude; the formats write them the other way round."""

_CURE = "write it as POINT (36.2765 33.5138), the longitude first"
_NUMBER = r"[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?"
# Possessive, so that blanks between two parts are never shared out in every way.
_WKT = regex(
    r"(?:SRID\s*+=\s*+(\d++)\s*+;)?\s*+([A-Za-z]+)\s*+(?:ZM|Z|M)?+\s*+(\(.*\)|EMPTY)",
    re.DOTALL | re.IGNORECASE,
)
_PLACE = regex(rf"({_NUMBER})\s+({_NUMBER})(?:\s+{_NUMBER}){{0,2}}")
_RING = regex(r"\(([^()]*)\)")
_OUTER_RING = regex(r"\(\s*\([^()]")
_BINARY = regex(r"0[01][0-9A-Fa-f]{16,}")
# Degrees, to the accuracy of a map: WGS 84, NAD83 and ETRS89, which differ by metres.
_DEGREES = {"", "4326", "4269", "4258"}
_FORMS: dict[str, Form] = {"point": "point", "linestring": "line", "polygon": "area"}
_NESTING = {"point": 1, "linestring": 1, "polygon": 2}
_Parts = tuple[Form, list[list[Point]], int]  # points, lines or rings; how many areas


class Shape(NamedTuple):
    """Where something is, and where a line ends.

    `begin` is the point itself, the start of a line, the middle of several points or of the largest
    area; a line that ends where it began is an area. `parts` counts its points, lines or areas, and
    `between` tells whether a line has points between its ends. `around` is a longitude beyond 180
    degrees that it is written with, None for none; `west` tells whether one is less than 0.
    """

    form: Form
    begin: Point
    end: Point | None = None
    parts: int = 1
    between: bool = False
    around: float | None = None
    west: bool = False


def read(text: str) -> Shape | None:
    """Return the shape that a text holds, None for an empty one; raises CoordinateError."""
    text = text.strip()
    try:
        form, parts, areas = _geojson(text) if text[:1] == "{" else _wkt(text)
    except CoordinateError:
        raise
    except (ValueError, KeyError, TypeError, RecursionError):
        raise CoordinateError(f"{quoted(text)} is no shape that can be read", _CURE) from None
    parts = [part for part in parts if part]
    for lat, lon in (point for part in parts for point in part):
        _check(text, lat, lon)
    if not parts:
        return None
    beyond = (lon for part in parts for _, lon in part if wrapped(lon) != lon)
    west = any(lon < 0 for part in parts for _, lon in part)
    shape = _shape(form, parts)._replace(around=next(beyond, None), west=west)
    return shape if shape.form != "area" else shape._replace(parts=max(areas, 1))


def _shape(form: Form, parts: list[list[Point]]) -> Shape:
    """Make one shape of several points, lines or rings."""
    if form == "line":
        return _line(parts)
    if form == "point" and len(parts) == 1:
        return Shape("point", _wrapped(parts[0][0]))
    if form == "point":
        first = parts[0][0][1]
        points = [(lat, beside(lon, first)) for ((lat, lon), *_) in parts]
        return Shape("points", _between(points), parts=len(parts))
    rings = map(_unrolled, parts)
    return Shape("area", _middle(max(rings, key=lambda ring: abs(_doubled_area(ring)))))


def _line(parts: list[list[Point]]) -> Shape:
    """Make one line of lines: from where the first begins to where the last ends."""
    lines = joined([[_wrapped(point) for point in part] for part in parts])
    begin, end = lines[0][0], lines[-1][-1]
    if len(lines) == 1 and len(lines[0]) > 1 and begin == end:
        return Shape("area", _middle(_unrolled(lines[0])))
    between = any(len(line) > 2 for line in lines)  # noqa: PLR2004  (its ends)
    return Shape("line", begin, end, parts=len(lines), between=between)


def _wrapped(point: Point) -> Point:
    return point[0], wrapped(point[1])


def _unrolled(ring: list[Point]) -> list[Point]:
    """Return a ring that goes on beyond 180 degrees instead of around the world."""
    found: list[Point] = []
    for lat, lon in ring:
        found.append((lat, beside(lon, found[-1][1]) if found else lon))
    return found


def _wkt(text: str) -> _Parts:
    match = _WKT.fullmatch(text)
    if _BINARY.fullmatch(text):
        cure = "export it as text, for instance with ST_AsText"
        raise CoordinateError(f"{quoted(text)} is a shape in binary", cure)
    if not match:
        raise ValueError
    if (match[1] or "") not in _DEGREES:
        cure = "export it in WGS 84 (EPSG:4326)"
        raise CoordinateError(
            f"{quoted(text)} is in the grid EPSG:{match[1]}, not in degrees", cure
        )
    name = match[2].casefold().removesuffix("zm").removesuffix("z").removesuffix("m")
    form = _FORMS[name.removeprefix("multi")]
    parts = [_places(ring[1]) for ring in _RING.finditer(match[3])]
    if name == "multipoint":
        parts = [[point] for part in parts for point in part]
    return form, parts, len(_OUTER_RING.findall(match[3]))


def _places(ring: str) -> list[Point]:
    matches = [_PLACE.fullmatch(place.strip()) for place in ring.split(",")]
    if not all(matches):
        raise ValueError
    return [(float(match[2]), float(match[1])) for match in matches if match]


def _geojson(text: str) -> _Parts:
    shape: Any = json.loads(text)
    if shape["type"] == "Feature":
        shape = shape["geometry"]
    if shape is None:
        return "point", [], 0
    name = str(shape["type"]).casefold()
    single = name.removeprefix("multi")
    levels = _NESTING[single] + (name != single)
    parts = _lists(shape["coordinates"], levels - (single != "point"), single)
    return _FORMS[single], parts, len(shape["coordinates"]) if name != single else 1


def _lists(coordinates: Any, levels: int, single: str) -> list[list[Point]]:
    """Return the lists of points in the nested lists of GeoJSON."""
    if single == "point":
        return [[_point(each)] for each in (coordinates if levels > 1 else [coordinates]) if each]
    if levels == 0:
        return [[_point(each) for each in coordinates]]
    return [points for each in coordinates for points in _lists(each, levels - 1, single)]


def _point(position: Any) -> Point:
    lon, lat = position[:2]
    return float(lat), float(lon)


def _check(text: str, lat: float, lon: float) -> None:
    if abs(lat) <= 90 and abs(lon) <= TURN:  # noqa: PLR2004  (degrees of a sphere)
        return
    shown = f"{quoted(text)} has a point out of range"
    if abs(lon) <= 90 and abs(lat) <= TURN:  # noqa: PLR2004  (the same)
        raise CoordinateError(shown, "write the longitude first, then the latitude")
    raise CoordinateError(shown, "export it in WGS 84 (EPSG:4326), in degrees")


def _middle(ring: list[Point]) -> Point:
    """Return the centroid of a ring by the shoelace formula, in degrees as if on a plane."""
    doubled = _doubled_area(ring)
    if not doubled:
        return _between(ring)
    lat0, lon0 = ring[0]  # near the ring, so that no digits are lost
    lat = lon = 0.0
    for (lat1, lon1), (lat2, lon2) in pairwise([*ring, ring[0]]):
        cross = (lon1 - lon0) * (lat2 - lat0) - (lon2 - lon0) * (lat1 - lat0)
        lat += (lat1 + lat2 - 2 * lat0) * cross
        lon += (lon1 + lon2 - 2 * lon0) * cross
    return _rounded(lat0 + lat / (3 * doubled), lon0 + lon / (3 * doubled))


def _doubled_area(ring: list[Point]) -> float:
    lat0, lon0 = ring[0]
    return sum(
        (lon1 - lon0) * (lat2 - lat0) - (lon2 - lon0) * (lat1 - lat0)
        for (lat1, lon1), (lat2, lon2) in pairwise([*ring, ring[0]])
    )


def _between(points: list[Point]) -> Point:
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    return _rounded((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)


def _rounded(lat: float, lon: float) -> Point:
    """Return a computed point with six decimals, a tenth of a metre, within the range."""
    return max(-90.0, min(90.0, round(lat, 6))), wrapped(round(lon, 6))
