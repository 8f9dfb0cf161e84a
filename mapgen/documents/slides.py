"""What the slides of TimelineJS and StoryMapJS have in common: texts, media, a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.documents.features import is_name, picture
from mapgen.documents.html_texts import first_words, to_markdown, to_plain
from mapgen.documents.values import address, mapping, text
from mapgen.texts.media import addresses, links_of

if TYPE_CHECKING:
    from mapgen.documents.rows import Rows

KNOWN = {"text", "media", "location", "background", "unique_id", "uniqueid", "group", "type"}
KNOWN |= {"autolink", "date", "start_date", "end_date", "display_date"}

_NO_PICTURE = "the media of this slide are no picture; they are a link below its text"
_CURE = "name a .jpg, .png, .gif or .webp with https, or link to it in the text"


def read(slide: dict[str, Any], line: int, rows: Rows) -> tuple[dict[str, str], dict[str, str]]:
    """Return the cells of a slide, but for its date, and what no column holds."""
    words, place = mapping(slide.get("text")), mapping(slide.get("location"))
    prose = to_markdown(text(words.get("text")))
    name = text(slide.get("unique_id") or slide.get("uniqueid"))
    cells = {
        "title": to_plain(text(words.get("headline"))),
        "description": prose.markdown,
        "category": to_plain(text(slide.get("group"))),
        "id": name if is_name(name) else "",
        "place": to_plain(text(place.get("name"))),
        "lat": text(place.get("lat")),
        "lon": text(place.get("lon")),
    }
    extra = {key: text(value) for key, value in slide.items() if key not in KNOWN}
    _read_media(mapping(slide.get("media")), cells, extra, line, rows)
    if not cells.get("image") and prose.image:
        cells |= {"image": prose.image, "image_alt": prose.image_alt}
    if found := address(mapping(slide.get("background")).get("url")):
        extra["background"] = found
    if not cells["title"]:
        known = (prose.markdown, extra.get("media caption", ""), cells["place"])
        cells["title"] = next(filter(None, map(first_words, known)), "")
    # mapgen's own names count, should a program have added them.
    return cells, extra


def _read_media(
    media: dict[str, Any], cells: dict[str, str], extra: dict[str, str], line: int, rows: Rows
) -> None:
    """Read the picture of a slide; what is no picture, and other words on it, are kept."""
    url, alt = text(media.get("url")), to_plain(text(media.get("alt")))
    caption, credit = text(media.get("caption")), to_plain(text(media.get("credit")))
    if found := picture(url):
        cells |= {"image": found, "image_alt": alt or to_plain(caption), "image_credit": credit}
    elif url:
        extra |= {"media": to_markdown(url).markdown, "media credit": credit}
        rows.warn(line, _NO_PICTURE, _CURE)
        links = links_of("media", addresses(url))
        cells["description"] = "\n\n".join(filter(None, (cells["description"], links)))
    if caption and to_plain(caption) != cells.get("image_alt"):
        extra["media caption"] = to_plain(caption)
    kept = ("thumbnail", "link", "title")
    extra |= {f"media {name}": text(media.get(name)) for name in kept if media.get(name)}


def words(slide: dict[str, Any]) -> dict[str, str]:
    """Return the words of the map that a title slide holds."""
    told = mapping(slide.get("text"))
    return {
        "title": to_plain(text(told.get("headline"))),
        "introduction": to_markdown(text(told.get("text"))).markdown,
    }


def warn_of_title(slide: dict[str, Any], rows: Rows) -> None:
    """Say what a title slide holds beside its words."""
    if mapping(slide.get("media")).get("url") or mapping(slide.get("background")).get("url"):
        cure = "nothing is to be done, or name it in an event"
        rows.warn(1, "the picture of the title slide is not shown", cure)
