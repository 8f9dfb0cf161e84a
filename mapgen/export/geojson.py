"""Writes events as GeoJSON after RFC 7946."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mapgen.export.event_rows import rows
from mapgen.export.timespans import moment, timespans
from mapgen.positions.meridian import cut
from mapgen.version import GENERATOR
from mapgen.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.events import Event, Place
    from mapgen.positions.meridian import Point
    from mapgen.settings import Settings

_WORDS = ("title", "subtitle", "introduction", "credits", "language")


def write(events: Sequence[Event], settings: Settings) -> tuple[str, tuple[str, ...]]:
    """Return a FeatureCollection, one Feature for each event.

    The geometry is a point, a line for a movement (two where it crosses the 180th meridian), null
    for a whole country and for no place.
    `properties` are the columns that are filled; `when` is that of GeoJSON-T, with the date in
    `edtf` and in words in `label`.
    """
    table = rows(events, blank_columns=False)
    features = [
        _feature(event, cells, settings) for event, cells in zip(events, table.cells, strict=True)
    ]
    collection = {"type": "FeatureCollection", **words(settings), "features": features}
    return dump(collection), table.renamed


def words(settings: Settings) -> dict[str, str]:
    """Return what wrote the file, and what the map says of itself; blank words are left out."""
    told = {name: text for name in _WORDS if (text := getattr(settings, name))}
    return {"generator": GENERATOR} | told


def dump(value: dict[str, Any]) -> str:
    """Return JSON as a person can read it, ended by a line break."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def geometry(event: Event) -> dict[str, Any] | None:
    """Return the point or the line of an event, None where its place has no position.

    A line goes the short way; it is two where it crosses the 180th meridian, as RFC 7946 has it.
    """
    start, end = (place and _point(place) for place in (event.place, event.to))
    if not start:
        return None
    if not end:
        return {"type": "Point", "coordinates": _position(start)}
    lines = [list(map(_position, line)) for line in cut(start, end)]
    if len(lines) > 1:
        return {"type": "MultiLineString", "coordinates": lines}
    return {"type": "LineString", "coordinates": lines[0]}


def when(event: Event, settings: Settings) -> dict[str, Any]:
    """Return the time of an event in the words of GeoJSON-T, {} for an undated one."""
    if event.date is None:
        return {}
    label = event.date_text or say(event.date, settings.language)
    return {"timespans": timespans(event.date), "label": label}


def _point(place: Place) -> Point | None:
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def _position(point: Point) -> list[float]:
    """Return a point as the format has it, the longitude first."""
    lat, lon = point
    return [lon, lat]


def _feature(event: Event, cells: dict[str, str], settings: Settings) -> dict[str, Any]:
    feature: dict[str, Any] = {
        "type": "Feature",
        "id": event.id,
        "geometry": geometry(event),
        "properties": cells,
    }
    if event.date:
        edtf = event.date.edtf if event.date.end_time else moment(event.date.edtf, event.date.time)
        feature["when"] = when(event, settings) | {"edtf": edtf}
    return feature
