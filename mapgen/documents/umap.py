"""Reads the layers of a uMap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.documents import geojson, markup
from mapgen.documents.features import Reader
from mapgen.documents.html_texts import to_plain
from mapgen.documents.values import listing, mapping, text
from mapgen.regex import regex

if TYPE_CHECKING:
    import re

    from mapgen.documents.parts import Part
    from mapgen.documents.rows import Rows

LAYOUT = "a uMap file"

_REMOTE = "a layer gets its data from another address, which is not read"
_VARIABLE = regex(r"(?<!\{)\{(\w[\w \-]*)(?:\|([^{}|]*))?\}(?!\})")


def read(document: dict[str, Any], layers: list[Part], rows: Rows) -> dict[str, str]:
    """Add the features of all layers and return the words of the map; a layer is a category."""
    for layer in layers:
        told = mapping(layer.value)
        options = mapping(told.get("properties")) | mapping(told.get("_umap_options"))
        options |= mapping(told.get("_storage"))
        if mapping(options.get("remoteData")).get("url"):
            rows.warn(layer.line, _REMOTE, "download that data and name its file as well")
        more = {"category": to_plain(text(options.get("name")))}
        for part in listing(told.get("features")):
            feature = mapping(part.value)
            properties = _properties(mapping(feature.get("properties")))
            written = {**feature, "properties": properties}
            geojson.add(written, part.line, reader=Reader(), rows=rows, named=False, more=more)
    about = mapping(document.get("properties"))
    return {
        "title": to_plain(text(about.get("name"))),
        "credits": text(mapping(about.get("licence")).get("name")),
        "introduction": markup.read_umap(text(about.get("description"))).text,
    }


def _properties(properties: dict[str, Any]) -> dict[str, Any]:
    """Return properties with the description in Markdown, and its first image by itself."""

    def value(match: re.Match[str]) -> str:
        return text(properties.get(match[1].strip())) or (match[2] or "").strip()

    popup = markup.read_umap(_VARIABLE.sub(value, text(properties.get("description"))))
    image = {"image": popup.image} if popup.image and "image" not in properties else {}
    return {**properties, "description": popup.text, **image}
