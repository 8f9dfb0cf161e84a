"""Reads the JSON of StoryMapJS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen import dates
from mapgen.documents import slides
from mapgen.documents.html_texts import to_plain
from mapgen.documents.values import mapping, text
from mapgen.errors import DateError
from mapgen.table.contents import refused

if TYPE_CHECKING:
    from mapgen.documents.parts import Part
    from mapgen.documents.rows import Rows

LAYOUT = "a StoryMapJS JSON file"

_WORDS = "a date in words that is none of the calendar is shown as it is, and the event is undated"
_CURE = "write it as 1946, 1946-04 or 1946-04-17 to place it on the time axis"


def read(story: dict[str, Any], parts: list[Part], rows: Rows) -> dict[str, str]:
    """Add the slides of a story map, and return the words of the map from its overview.

    Raises TableError for a picture in the place of a map: its positions are not on the globe.
    """
    if story.get("map_type") == "zoomify" or story.get("map_as_image"):
        message = "is a story map on a picture (zoomify), whose positions are not on the globe"
        raise refused(rows.file, message, "give each slide its latitude and longitude in a table")
    told: dict[str, str] = {}
    for number, part in enumerate(parts):
        slide = mapping(part.value)
        if slide.get("type") == "overview" and not number:
            told = slides.words(slide)
            slides.warn_of_title(slide, rows)
        else:
            _read_slide(slide, part.line, rows)
    return told | {"credits": to_plain(text(story.get("attribution")))}


def _read_slide(slide: dict[str, Any], line: int, rows: Rows) -> None:
    cells, extra = slides.read(slide, line, rows)
    written = to_plain(text(slide.get("date")))
    try:
        if written:
            dates.parse(written)
            cells["date"] = written
    except DateError:
        cells["date_text"] = written
        rows.warn(line, _WORDS, _CURE)
    rows.add(line, cells, extra)
