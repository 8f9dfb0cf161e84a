"""Chooses the format of an export, and gathers what it could not hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from mapgen.errors import SettingsError, quoted
from mapgen.export import csv_table, geojson, kml, linked_places, timelinejs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import PurePath

    from mapgen.events import Event
    from mapgen.settings import Settings

Format = Literal["geojson", "linked-places", "timelinejs", "kml", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)

_ENDINGS: dict[str, Format] = {
    ".geojson": "geojson",
    ".jsonld": "linked-places",
    ".json": "timelinejs",
    ".kml": "kml",
    ".csv": "csv",
}
_WRITERS = {
    "geojson": geojson.write,
    "linked-places": linked_places.write,
    "timelinejs": timelinejs.write,
    "kml": kml.write,
    "csv": csv_table.write,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file for another program, and one sentence for each thing that it could not hold."""

    content: bytes
    lost: tuple[str, ...] = ()


def format_of(path: PurePath) -> Format:
    """Return the format that the ending of a file's name stands for; raises SettingsError."""
    form = _ENDINGS.get(path.suffix.lower())
    if form is None:
        endings = ", ".join(_ENDINGS)
        cure = f"end it with one of {endings}, or say --as {'|'.join(FORMATS)}"
        raise SettingsError(f"the name {quoted(path.name)} does not tell the format; {cure}")
    return form


def export(events: Sequence[Event], settings: Settings, form: Format) -> Exported:
    """Return located events in a format, in their order; the same events give the same bytes.

    Of the settings, the words of the map (title, subtitle, introduction, credits, language) go
    along where the format has a place for them.
    """
    text, lost = _WRITERS[form](events, settings)
    return Exported(content=text.encode(), lost=tuple(lost))
