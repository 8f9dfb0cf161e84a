"""The tables of story maps: leaflet-storymaps, leaflet-maps, GeoLibre."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen import table as tables
from mapgen.documents.html_texts import to_plain
from mapgen.errors import TableError
from mapgen.layouts import cells
from mapgen.layouts.columns import key
from mapgen.layouts.layout import Layout

if TYPE_CHECKING:
    from mapgen.layouts.draft import Draft

_OPTIONS = "Options.csv"
_WORDS = {
    "title": ("Storymap Title", "Map Title"),
    "subtitle": ("Storymap Subtitle", "Map Subtitle"),
}
_AUTHOR = ("Author Name", "Author Email or Website")


def _chapters(draft: Draft) -> None:
    draft.rewrite("description", cells.from_html)
    draft.rewrite("title", to_plain)
    links = zip(draft.cells("image_credit"), draft.below("Media Credit Link"), strict=True)
    credited = [f"{credit} ({link})".strip() if link else credit for credit, link in links]
    if "image_credit" in draft.columns:
        draft.fill("image_credit", credited)
    _read_options(draft)


def _points(draft: Draft) -> None:
    draft.rewrite("description", cells.from_html)
    draft.rewrite("title", to_plain)
    _read_options(draft)


def _read_options(draft: Draft) -> None:
    """Take the words of the map from the Options table, if it lies beside this one."""
    folder = draft.table.folder
    beside = folder / _OPTIONS
    if not (folder / Path(draft.table.file).name).is_file() or not beside.is_file():
        return
    try:
        found = tables.read(beside)
    except TableError as error:
        draft.tell(*(dataclasses.replace(each, severity="warning") for each in error.problems))
        return
    headers = {key(header): header for header in found.cells}
    if not {"setting", "customize"} <= headers.keys():
        return
    names, values = (found.cells[headers[name]] for name in ("setting", "customize"))
    said = dict(zip(map(key, names), values, strict=True))
    for word, settings in _WORDS.items():
        draft.words[word] = next(filter(None, (said.get(key(name)) for name in settings)), "")
    name, address = (cells.from_html(said.get(key(setting), "")) for setting in _AUTHOR)
    draft.words["credits"] = f"{name} ({address})" if name and address else name or address


def _story(draft: Draft) -> None:
    draft.rewrite("description", cells.from_html)


STORY_MAPS = (
    Layout(
        title="chapters of leaflet-storymaps",
        signature=("Chapter", "Media Link", "Description", "Marker", "Latitude", "Longitude"),
        columns={
            "title": "Chapter",
            "description": "Description",
            "image": "Media Link",
            "image_credit": "Media Credit",
            "place": "Location",
            "lat": "Latitude",
            "lon": "Longitude",
        },
        kept=(
            *("Media Credit Link", "Zoom", "Marker", "Marker Color"),
            *("Overlay", "Overlay Transparency", "GeoJSON Overlay", "GeoJSON Feature Properties"),
            *("Found", "Quality", "Source"),
        ),
        derive=_chapters,
    ),
    Layout(
        title="points of leaflet-maps",
        signature=("Group", "Marker Icon", "Marker Color", "Name", "Latitude", "Longitude"),
        columns={
            "title": "Name",
            "category": "Group",
            "image": "Image",
            "description": "Description",
            "place": "Location",
            "lat": "Latitude",
            "lon": "Longitude",
        },
        kept=(
            *("Marker Icon", "Marker Color", "Icon Color", "Custom Size"),
            *("Found", "Quality", "Source"),
        ),
        derive=_points,
    ),
    Layout(
        title="a GeoLibre story",
        signature=("title", "description", "alignment", "lng", "lat", "zoom", "bearing"),
        columns={
            "id": "id",
            "title": "title",
            "description": "description",
            "image": "image",
            "lat": "lat",
            "lon": "lng",
        },
        kept=(
            *("alignment", "hidden", "zoom", "pitch", "bearing"),
            *("mapAnimation", "rotateAnimation", "onChapterEnter", "onChapterExit"),
        ),
        derive=_story,
    ),
)
