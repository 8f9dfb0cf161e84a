"""Reads a JSON document of another program, whichever it is, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.documents import geojson, records, storymap, timelinejs, umap
from mapgen.documents.parts import Part, parse
from mapgen.documents.rows import Rows
from mapgen.documents.values import mapping, text
from mapgen.table.contents import refused
from mapgen.table.text import decode, with_plain_breaks

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.table import Table

_KNOWN = (
    "name a file of TimelineJS, StoryMapJS, GeoJSON, Linked Places or uMap, or a list of objects "
    'such as [{"title": "...", "date": "..."}]'
)
_WGS84 = ("crs84", "epsg::4326", "epsg:4326", "wgs84")


def read_json(data: bytes, *, file: str, folder: Path, encoding: str = "") -> Table:
    """Return the events of a JSON document as a table with mapgen's columns.

    `lines` are those on which the features, events or slides begin. `layout` says what the document
    is; it is blank for a list of objects, whose names are headers like those of any table. Raises
    TableError.
    """
    decoded = decode(data, file=file, encoding=encoding)
    rows = Rows(file, folder)
    try:
        layout, words = _read(parse(with_plain_breaks(decoded.data).decode(), file=file), rows)
    except RecursionError:
        cure = "a table of events needs no more than a few levels; export it again"
        raise refused(file, "has brackets within brackets, too deep to be read", cure) from None
    return rows.table(layout, encoding=decoded.encoding, words=words, notes=decoded.problems)


def _read(document: Any, rows: Rows) -> tuple[str, dict[str, str]]:
    """Read a document by what it holds; return what it is and its words for the map."""
    whole = mapping(document)
    if story := mapping(whole.get("storymap")):
        return storymap.LAYOUT, storymap.read(story, _parts(story, "slides"), rows)
    if whole.get("type") == "umap" or "layers" in whole:
        return umap.LAYOUT, umap.read(whole, _parts(whole, "layers"), rows)
    events, eras = _parts(whole, "events"), _parts(whole, "eras")
    if timelinejs.fits(whole, events):
        return timelinejs.LAYOUT, timelinejs.read(whole, events, eras, rows)
    if whole.get("type") == "Topology":
        cure = "save the same data as GeoJSON and name that file"
        raise refused(rows.file, "is a TopoJSON file, which is not read", cure)
    if "features" in whole or _is_feature(document):
        _refuse_other_systems(whole, rows)
        parts = _parts(whole, "features") or (document if isinstance(document, list) else [])
        return geojson.read(parts, rows), geojson.words_of(whole)
    lists = [value for value in whole.values() if _is_list_of_objects(value)]
    if isinstance(document, list) or len(lists) == 1:
        records.read(document if isinstance(document, list) else lists[0], rows)
        return "", {}
    raise refused(rows.file, "is JSON, but holds no events in a form that is known", _KNOWN)


def _parts(holder: dict[str, Any], name: str) -> list[Part]:
    found = holder.get(name)
    return [each for each in found if isinstance(each, Part)] if isinstance(found, list) else []


def _is_feature(document: Any) -> bool:
    """Tell features, or geometries, that stand alone or on a line each."""
    first = mapping(document[0].value) if isinstance(document, list) and document else {}
    return first.get("type") == "Feature" or bool({"coordinates", "geometries"} & first.keys())


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0].value, dict)


def _refuse_other_systems(document: dict[str, Any], rows: Rows) -> None:
    """Refuse positions that are no degrees; raises TableError."""
    system = text(mapping(mapping(document.get("crs")).get("properties")).get("name"))
    if system and not any(name in system.lower() for name in _WGS84):
        message = f"has its positions in the system {system}, not in degrees"
        raise refused(rows.file, message, "save it again in WGS 84 (EPSG:4326)")
