"""Chooses the format of an export, and gathers what it could not hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from mapgen.errors import SettingsError, quoted
from mapgen.export import csv_table, geojson, kml, linked_places, timelinejs
from mapgen.files.endings import is_no_export

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
_ALSO: dict[str, tuple[Format, ...]] = {  # both write JSON, and one of them GeoJSON
    ".json": ("geojson", "linked-places"),
    ".geojson": ("linked-places",),
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


def format_of(path: PurePath, asked: Format | None = None) -> Format:
    """Return the format that was asked for, else the one that the ending of a name stands for.

    Raises SettingsError where the ending tells none, or promises another one.
    """
    ending = path.suffix.lower()
    told = _ENDINGS.get(ending)
    if told and asked in {None, told, *_ALSO.get(ending, ())}:
        return asked or told
    if asked and not told and not is_no_export(path):
        return asked
    raise SettingsError(f"the name {quoted(path.name)} {_refusal(path, told, asked)}")


def _refusal(path: PurePath, told: Format | None, asked: Format | None) -> str:
    """Return why a name does not go with a format, and the cure."""
    if told and asked:
        right = next(ending for ending, form in _ENDINGS.items() if form == asked)
        return f"says {told}, and --as says {asked}; end it with {right}, or leave out --as"
    cure = f"does not tell the format; end it with one of {', '.join(_ENDINGS)}"
    if is_no_export(path):
        return f"{cure}; mapgen build writes pages"
    return f"{cure}, or say --as {'|'.join(FORMATS)}"


def export(events: Sequence[Event], settings: Settings, form: Format) -> Exported:
    """Return located events in a format, in their order; the same events give the same bytes.

    Of the settings, the words of the map (title, subtitle, introduction, credits, language) go
    along where the format has a place for them.
    """
    text, lost = _WRITERS[form](events, settings)
    return Exported(content=text.encode(), lost=tuple(lost))
