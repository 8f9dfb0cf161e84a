"""Finds the points of a GeoJSON geometry that a map of events can show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mapgen.documents.values import listing, mapping, number, text
from mapgen.errors import quoted
from mapgen.positions import geometry as wkt
from mapgen.positions.meridian import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.documents.rows import Rows

_TURN, _HALF_TURN = 360, 180
_AREA = "an area or a closed line is shown as a point in its middle"
_WAY = "of a line, the map shows where it began and ended, not the way between"
_SEVERAL = "a feature has several points, lines or areas; each became an event of its own"
_KEEP = "keep the file if the shape matters"
_POSITION = "write [longitude, latitude], two numbers in degrees"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where an event was, as cells of a table: lat and lon, and those of its end if it moved.

    `place` counts the points within a MultiPoint from 0, None elsewhere. `geometry` is the one
    that the spot was read from.
    """

    cells: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    place: int | None = None
    geometry: dict[str, Any] = field(default_factory=dict)


def spots(geometry: Any, *, line: int, rows: Rows) -> list[Spot]:
    """Return the spots of a geometry, one without cells for null, and note what is lost.

    A LineString is a movement from its first point to its last, also where it was cut at the
    180th meridian; a polygon or a closed line is the
    middle of its largest ring; of a geometry with several parts, each is a spot. A geometry that
    is not valid is an error in `rows`, and gives none.
    """
    if geometry is None:
        return [Spot()]
    try:
        found = list(_spots(mapping(geometry), line, rows))
    except (ValueError, TypeError, OverflowError) as error:
        rows.refuse(line, f"the geometry is no valid GeoJSON: {error}", _POSITION)
        return []
    if len(found) > 1:
        rows.warn(line, _SEVERAL, "leave it so, or keep one of them")
    return found or [Spot()]


def _spots(geometry: dict[str, Any], line: int, rows: Rows) -> Iterator[Spot]:
    kind = text(geometry.get("type"))
    inside = listing(geometry.get("coordinates"))
    if not inside and geometry.get("geowkt"):
        yield from _written(geometry, line, rows)
    elif kind == "GeometryCollection":
        for part in _whole(list(map(mapping, listing(geometry.get("geometries"))))):
            yield from _spots(part, line, rows)
    elif kind in {"Point", "MultiPoint"}:
        yield from _points(geometry, inside, single=kind == "Point")
    elif kind in {"LineString", "Polygon"}:
        shape = _line if kind == "LineString" else _area
        yield from shape(geometry, inside, line, rows)
    elif kind == "MultiLineString":
        for way in _ways(inside):
            yield from _line(geometry, way, line, rows)
    elif kind == "MultiPolygon":
        for part in inside:
            yield from _area(geometry, part, line, rows)
    else:
        raise ValueError(f"its type is {quoted(kind) if kind else 'missing'}")


def _whole(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the parts of a collection, and lines alone as the parts of one geometry."""
    if any(text(part.get("type")) != "LineString" for part in parts):
        return parts
    ways = [part.get("coordinates") for part in parts]
    return [{"type": "MultiLineString", "coordinates": ways}] if parts else []


def _ways(lines: list[Any]) -> list[list[list[float]]]:
    """Return lines, one that was cut at the 180th meridian as one again."""
    points = [[_position(each) for each in listing(way)] for way in lines]
    whole = joined([[(lat, lon) for lon, lat, *_ in way] for way in points])
    return [[[lon, lat] for lat, lon in way] for way in whole]


def _written(geometry: dict[str, Any], line: int, rows: Rows) -> Iterator[Spot]:
    """Read the Well-Known Text that Linked Places may have beside or for coordinates."""
    shape = wkt.read(text(geometry["geowkt"]))
    if shape:
        if shape.form in {"area", "points"} or shape.between or shape.parts > 1:
            rows.warn(line, _WAY if shape.form == "line" else _AREA, _KEEP)
        cells = {"lat": number(shape.begin[0]), "lon": number(shape.begin[1])}
        if shape.end:
            cells |= {"to_lat": number(shape.end[0]), "to_lon": number(shape.end[1])}
        yield Spot(cells=cells, geometry=geometry)


def _points(geometry: dict[str, Any], inside: list[Any], *, single: bool) -> Iterator[Spot]:
    if single:
        yield from [_point(geometry, inside)] if inside else []
        return
    for place, position in enumerate(inside):
        yield _point(geometry, position, place=place)


def _point(geometry: dict[str, Any], position: Any, *, place: int | None = None) -> Spot:
    lon, lat, *more = _position(position)
    height = {"altitude": number(more[0])} if more and more[0] else {}
    cells = {"lat": number(lat), "lon": number(lon)}
    return Spot(cells=cells, extra=height, place=place, geometry=geometry)


def _line(geometry: dict[str, Any], way: Any, line: int, rows: Rows) -> Iterator[Spot]:
    points = [_position(each) for each in way]
    if not points:
        return
    if len(points) > 1 and points[0][:2] == points[-1][:2]:
        yield from _area(geometry, [way], line, rows)
        return
    if len(points) > 2:  # noqa: PLR2004  (its ends)
        rows.warn(line, _WAY, _KEEP)
    start, end = points[0], points[-1]
    cells = {"lat": number(start[1]), "lon": number(start[0])}
    if len(points) > 1:
        cells |= {"to_lat": number(end[1]), "to_lon": number(end[0])}
    yield Spot(cells=cells, geometry=geometry)


def _area(geometry: dict[str, Any], rings: Any, line: int, rows: Rows) -> Iterator[Spot]:
    outer = [_position(each)[:2] for each in (rings[0] if rings else [])]
    if not outer:
        return
    rows.warn(line, _AREA, _KEEP)
    lon, lat = _middle(outer)
    cells = {"lat": f"{lat:.6f}".rstrip("0").rstrip("."), "lon": f"{lon:.6f}".rstrip("0")}
    cells["lon"] = cells["lon"].rstrip(".")
    yield Spot(cells=cells, geometry=geometry)


def _position(value: Any) -> list[float]:
    """Return longitude, latitude and what follows; raises ValueError for anything else."""
    numbers = listing(value)
    if len(numbers) < 2 or not all(_is_number(each) for each in numbers):  # noqa: PLR2004  (lon, lat)
        raise ValueError(f"{text(value)[:40] or 'nothing'} is no position")
    return [each if isinstance(each, int) else float(each) for each in numbers]


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _middle(ring: list[list[float]]) -> tuple[float, float]:
    """Return the centre of gravity of a ring (Bourke 1988), of its points if it has no area."""
    first = ring[0][0]
    # A ring over the date line goes on beyond 180 degrees instead of around the world.
    points = [(first + _nearest_turn(lon - first), lat) for lon, lat in ring]
    middle_lon = sum(lon for lon, _ in points) / len(points)
    middle_lat = sum(lat for _, lat in points) / len(points)
    area = lons = lats = 0.0
    for (a, b), (c, d) in zip(points, [*points[1:], points[0]], strict=True):
        a, b, c, d = a - middle_lon, b - middle_lat, c - middle_lon, d - middle_lat  # noqa: PLW2901
        cross = a * d - c * b
        area, lons, lats = area + cross, lons + (a + c) * cross, lats + (b + d) * cross
    if area:
        middle_lon, middle_lat = middle_lon + lons / (3 * area), middle_lat + lats / (3 * area)
    return _nearest_turn(middle_lon), middle_lat


def _nearest_turn(degrees: float) -> float:
    """Return the same direction between -180 and 180 degrees."""
    return (degrees + _HALF_TURN) % _TURN - _HALF_TURN
