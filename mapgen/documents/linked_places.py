"""Reads what the Linked Places format adds to a feature of GeoJSON."""

from __future__ import annotations

from typing import Any

from mapgen.documents.features import is_name, picture
from mapgen.documents.values import address, listing, mapping, text
from mapgen.documents.when import STATUSES

MEMBERS = frozenset(("@id", "names", "types", "links", "relations", "descriptions", "depictions"))
"""The members of a feature that GeoJSON does not have, but for `when`, which GeoJSON-T has too."""


def read(feature: dict[str, Any], cells: dict[str, str], extra: dict[str, str]) -> None:
    """Add to the cells what the members of a feature say, and what no cell holds to `extra`.

    The first name is the place, and the title where the properties have none; types are the
    category and the tags. Sources are the citations of names and the links.
    """
    certainty = text(mapping(feature.get("geometry")).get("certainty"))
    if certainty and not cells.get("status"):
        cells["status"] = STATUSES.get(certainty, "")
    if not is_linked(feature):
        return
    _read_names(feature, cells, extra)
    _read_types(feature, cells)
    _read_sources(feature, cells, extra)
    _read_texts(feature, cells, extra)
    if relations := text(feature.get("relations")):
        extra["relations"] = relations


def _read_names(feature: dict[str, Any], cells: dict[str, str], extra: dict[str, str]) -> None:
    names = [text(each.get("toponym")) for each in _objects(feature, "names")]
    names = list(dict.fromkeys(filter(None, names)))
    if names:
        _fill(cells, "place", names[0])
        _fill(cells, "title", names[0])
        extra["other names"] = "; ".join(names[1:])
    else:
        _fill(cells, "place", cells.get("title", ""))
    codes = extra.pop("ccodes", "")
    if codes and ";" not in codes:
        _fill(cells, "country", codes)
    if codes and cells.get("country") != codes:
        extra["ccodes"] = codes


def is_linked(feature: dict[str, Any]) -> bool:
    """Tell whether a feature has members of the format."""
    return bool(MEMBERS & feature.keys())


def _read_types(feature: dict[str, Any], cells: dict[str, str]) -> None:
    labels = [_label(each) for each in _objects(feature, "types")]
    labels = list(dict.fromkeys(filter(None, labels)))
    if labels:
        _fill(cells, "category", labels[0])
        _fill(cells, "tags", "; ".join(label.replace(";", ",") for label in labels[1:]))


def _label(kind: dict[str, Any]) -> str:
    sources = map(mapping, listing(kind.get("sourceLabels")))
    source = next((text(each.get("label")) for each in sources if each.get("label")), "")
    return text(kind.get("label")) or source or text(kind.get("identifier"))


def _read_sources(feature: dict[str, Any], cells: dict[str, str], extra: dict[str, str]) -> None:
    """Read who says so: citations first, then links; the name of the feature on the web last."""
    citations = [
        mapping(citation)
        for each in [*_objects(feature, "names"), mapping(feature.get("geometry"))]
        for citation in listing(each.get("citations"))
    ]
    labels = dict.fromkeys(filter(None, (text(each.get("label")) for each in citations)))
    _fill(cells, "source", "; ".join(labels))
    links = _objects(feature, "links")
    addresses = [*(each.get("@id") for each in citations), *(x.get("identifier") for x in links)]
    name = text(feature.get("@id"))
    for found in filter(None, map(address, [*addresses, name])):
        _fill(cells, "source_url", found)
    told = (f"{text(each.get('type'))} {text(each.get('identifier'))}" for each in links)
    extra["links"] = "; ".join(filter(None, map(str.strip, told)))
    if is_name(name) and not cells.get("id"):
        cells["id"] = name
    elif name not in {cells.get("id"), cells.get("source_url")}:
        extra["@id"] = name


def _read_texts(feature: dict[str, Any], cells: dict[str, str], extra: dict[str, str]) -> None:
    written = [text(each.get("value")) for each in _objects(feature, "descriptions")]
    _fill(cells, "description", "\n\n".join(filter(None, written)))
    pictures = _objects(feature, "depictions")
    for each in pictures[:1]:
        if found := picture(each.get("@id")) or _secure(each.get("@id")):
            _fill(cells, "image", found)
            _fill(cells, "image_alt", text(each.get("title")))
            _fill(cells, "image_credit", text(each.get("license")))
            pictures = pictures[1:]
    extra["depictions"] = text(pictures)


def _secure(value: Any) -> str:
    return found if (found := address(value)).startswith("https:") else ""


def _objects(feature: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [each for each in listing(feature.get(name)) if isinstance(each, dict)]


def _fill(cells: dict[str, str], column: str, text: str) -> None:
    """Write a cell that is blank."""
    if text and not cells.get(column):
        cells[column] = text
