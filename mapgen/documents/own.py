"""Tells the documents that mapgen itself wrote, which hold every column under its own name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.documents.rows import COLUMNS
from mapgen.documents.values import text
from mapgen.errors import CoordinateError
from mapgen.positions import coordinates
from mapgen.positions.meridian import beside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mapgen.documents.geometry import Spot
    from mapgen.documents.rows import Rows

_MOVED = "its point was moved since mapgen wrote the file; it stands where it was moved to"
_SAME = "to have it where it was, put the point back"
_APART = 1e-6  # degrees, about 0.1 m: more than any program rounds
_READ: Mapping[str, Callable[[str], float]] = {
    "lat": coordinates.latitude,
    "lon": coordinates.longitude,
    "to_lat": coordinates.latitude,
    "to_lon": coordinates.longitude,
}
_ALWAYS = {"title", "kind", "id"}
_KINDS = {"event", "period"}
_ADDED = {"ccodes"}  # what a specification asks for beside the columns


def is_own(properties: Mapping[str, Any], name: str) -> bool:
    """Tell whether an event called `name`, by its id or title, was written by mapgen."""
    return (
        properties.keys() >= _ALWAYS
        and properties["kind"] in _KINDS
        and name in {properties["id"], f"#{properties['id']}", properties["title"]}
        and all(isinstance(value, str) for key, value in properties.items() if key not in _ADDED)
    )


def add(properties: Mapping[str, Any], places: Sequence[Spot], *, line: int, rows: Rows) -> None:
    """Add such an event to the letter; where another program moved its point, the point counts."""
    cells, extra = _read(properties)
    now = places[0].cells if len(places) == 1 else {}
    if any(_is_apart(cells.get(name, ""), text, _READ[name]) for name, text in now.items()):
        rows.warn(line, _MOVED, _SAME)
        cells |= now
    rows.add(line, cells, extra)


def _is_apart(told: str, now: str, read: Callable[[str], float]) -> bool:
    """Tell whether two coordinates differ; one that is not written or no coordinate does not."""
    try:
        return bool(told) and abs(_nearest(read(told) - read(now))) > _APART
    except CoordinateError:
        return False


def _nearest(degrees: float) -> float:
    """Return a difference the short way round: none between -180 and 180."""
    return beside(degrees, 0)


def _read(properties: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the cells of such an event and its other columns, to the letter."""
    cells = {name: text(value) for name, value in properties.items() if name in COLUMNS}
    known = _ADDED.union(COLUMNS)
    extra = {name: text(value) for name, value in properties.items() if name not in known}
    return cells, extra
