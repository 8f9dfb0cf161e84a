"""Makes a frame of pandas of events, each column of the type that its values have."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from mapgen.export.event_rows import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.events import Event

_CATEGORIES = ("country", "to_country", "kind", "category", "status")
_DEGREES = ("lat", "lon", "to_lat", "to_lon")
_WGS84 = "EPSG:4326"


def of(events: Sequence[Event]) -> Any:
    """Return the frame, or the GeoDataFrame, that `Events.to_pandas` tells of."""
    table = rows(events, blank_columns=True)
    columns: dict[str, Any] = {
        name: pd.Series([row.get(name, "") for row in table.cells], dtype="str")
        for name in table.headers
    }
    columns |= {name: pd.to_numeric(columns[name]) for name in _DEGREES}
    columns |= {name: columns[name].astype("category") for name in _CATEGORIES}
    columns["tags"] = pd.Series([list(event.tags) for event in events], dtype=object)
    columns["sensitive"] = pd.Series([event.sensitive for event in events], dtype=bool)
    found: dict[str, Any] = {}
    for name, column in columns.items():
        found |= _dates(events) if name == "date" else {name: column}
    frame = pd.DataFrame(found)
    if find_spec("geopandas") is None:
        return frame
    import geopandas  # where it is there

    points = geopandas.points_from_xy(frame["lon"], frame["lat"], crs=_WGS84)
    points[frame["lat"].isna()] = None
    return geopandas.GeoDataFrame(frame, geometry=points)


def _dates(events: Sequence[Event]) -> dict[str, Any]:
    dates = [event.date for event in events]
    days = {
        "earliest": [date.earliest if date else None for date in dates],
        "latest": [date.latest if date else None for date in dates],
    }
    edtf = pd.Series([date.edtf if date else "" for date in dates], dtype="str")
    return {"date_edtf": edtf} | {name: _moments(column) for name, column in days.items()}


def _moments(days: Sequence[int | None]) -> Any:
    known = [np.datetime64("NaT", "D") if day is None else np.datetime64(day, "D") for day in days]
    return pd.Series(np.array(known, "datetime64[D]").astype("datetime64[s]"))
