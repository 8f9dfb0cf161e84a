"""A table of historical events becomes one interactive map in one HTML file.

    import mapgen

    events = mapgen.read_events("locations.csv")
    mapgen.HistoricalMap(events, title="Damascus and Paris").save("map.html")

The names below are loaded when they are first used, so that a help text need not wait for folium.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapgen.dates import HistoricalDate
    from mapgen.errors import (
        CellError,
        CoordinateError,
        CountryError,
        DateError,
        MapgenError,
        PageError,
        PlaceError,
        Problem,
        SettingsError,
        TableError,
    )
    from mapgen.events import Event, Place
    from mapgen.page.document import EventLayer, HistoricalMap
    from mapgen.reading import Events, read_events
    from mapgen.settings import Reading

__all__ = [
    "CellError",
    "CoordinateError",
    "CountryError",
    "DateError",
    "Event",
    "EventLayer",
    "Events",
    "HistoricalDate",
    "HistoricalMap",
    "MapgenError",
    "PageError",
    "Place",
    "PlaceError",
    "Problem",
    "Reading",
    "SettingsError",
    "TableError",
    "read_events",
]

_HOMES = {
    "CellError": "mapgen.errors",
    "CoordinateError": "mapgen.errors",
    "CountryError": "mapgen.errors",
    "DateError": "mapgen.errors",
    "Event": "mapgen.events",
    "EventLayer": "mapgen.page.document",
    "Events": "mapgen.reading",
    "HistoricalDate": "mapgen.dates",
    "HistoricalMap": "mapgen.page.document",
    "MapgenError": "mapgen.errors",
    "PageError": "mapgen.errors",
    "Place": "mapgen.events",
    "PlaceError": "mapgen.errors",
    "Problem": "mapgen.errors",
    "Reading": "mapgen.settings",
    "SettingsError": "mapgen.errors",
    "TableError": "mapgen.errors",
    "read_events": "mapgen.reading",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
