"""The columns of a table that tell where a place is, and what is written into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mapgen.errors import Problem, TableError, quoted
from mapgen.filling.numbers import write_degrees
from mapgen.positions import coordinates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapgen.table import Table

End = Literal["place", "to"]
_NAMES: dict[End, tuple[str, str, str]] = {
    "place": ("country", "lat", "lon"),
    "to": ("to_country", "to_lat", "to_lon"),
}

ADDED = frozenset(name for _, *both in _NAMES.values() for name in both)
"""The columns that a table gets where it has none for coordinates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The author's headers by the names that mapgen knows, and the cells below them."""

    file: str
    headers: Mapping[str, str]
    cells: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, table: Table, headers: Mapping[str, str]) -> Columns:
        """Return the columns of a table.

        Raises TableError where a column of that name would not be read as a coordinate.
        """
        spoken_for = set(headers.values())
        clash = [
            name
            for name in sorted(ADDED - headers.keys())
            if name in table.cells and name not in spoken_for
        ]
        if clash:
            shown = " and ".join(map(quoted, clash))
            message = f"has a column {shown} that is not read as a coordinate"
            cure = "say which column is which, as in --column lat=lat, or give it another name"
            raise TableError([Problem(file=table.file, message=message, cure=cure)])
        used = {name: headers[name] for each in _NAMES.values() for name in each if name in headers}
        return cls(
            file=table.file,
            headers=headers,
            cells={header: tuple(filter(None, table.cells[header])) for header in used.values()},
        )

    def name(self, end: End) -> str:
        """Return the header above the names of places."""
        return self.headers.get(end, end)

    def country(self, end: End) -> str:
        """Return the header above their countries."""
        return self.headers.get(_NAMES[end][0], _NAMES[end][0])

    def texts(self, end: End, latitude: float, longitude: float) -> dict[str, str]:
        """Return what is written below which header, some of which the table may not have yet."""
        _, lat, lon = (self.headers.get(name, name) for name in _NAMES[end])
        north, east = self.cells.get(lat, ()), self.cells.get(lon, ())
        if lon not in self.cells and any(map(coordinates.pair, north)):
            return {lat: f"{write_degrees(latitude, ())}, {write_degrees(longitude, ())}"}
        return {lat: write_degrees(latitude, north), lon: write_degrees(longitude, east)}
