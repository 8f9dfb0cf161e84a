"""Reads GeoJSON, with times in any of the ways in which other programs write them.

RFC 7946; GeoJSON-T (`when`); Leaflet.timeline (`start`, `end`); TimestampedGeoJson and
TimeDimension (`time`, `times`, `coordTimes`); the tags of OpenHistoricalMap.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from mapgen.documents import linked_places, own
from mapgen.documents.features import Reader, is_name
from mapgen.documents.geometry import Spot, spots
from mapgen.documents.html_texts import to_plain
from mapgen.documents.values import is_milliseconds, listing, mapping, text
from mapgen.documents.when import whens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mapgen.documents.parts import Part
    from mapgen.documents.rows import Rows

_LISTS = ("times", "coordTimes", "linestringTimestamps")
_NUMBERED = ("time", "start", "end", "start_date", "end_date", "date", *_LISTS)
_APPEARANCE = {"style", "icon", "iconstyle", "_umap_options", "_storage_options"}
_CREDITS = ("credits", "citation", "attribution")
_SPANS = "a feature has several times; each became an event of its own"
_UNPLACED = "a place without a position is not on the map"
_LOOK = "colours and icons of features are not taken over"


def read(parts: list[Part], rows: Rows) -> str:
    """Add the events of a list of features to `rows`, and return what the file is.

    Raises no error: a feature that cannot be read is one in `rows`.
    """
    found = [_Feature(mapping(part.value), part.line) for part in parts]
    reader = Reader(milliseconds=any(map(is_milliseconds, _moments(found))))
    ids = Counter(text(feature.value.get("id")) for feature in found)
    for feature in found:
        unique = ids[text(feature.value.get("id"))] == 1
        add(feature.value, feature.line, reader=reader, rows=rows, named=unique)
    return _layout(found)


class _Feature(NamedTuple):
    value: dict[str, Any]
    line: int

    @property
    def properties(self) -> dict[str, Any]:
        return mapping(self.value.get("properties"))


def add(  # noqa: PLR0913  (what a feature is read with)
    feature: dict[str, Any],
    line: int,
    *,
    reader: Reader,
    rows: Rows,
    named: bool = True,
    more: Mapping[str, str] | None = None,
) -> None:
    """Add the events of one feature; `more` are cells that count where the feature has none.

    With `named`, the id of the feature is that of its event.
    """
    feature = _whole(feature)
    if feature.get("type") != "Feature":
        rows.refuse(line, "this is no feature of GeoJSON", 'give it "type": "Feature"')
        return
    properties = {**mapping(feature.get("properties"))}
    if own.is_own(properties, text(feature.get("id") or feature.get("@id"))):
        places = spots(feature.get("geometry"), line=line, rows=rows)
        own.add(properties, places, line=line, rows=rows)
        return
    looks = [properties.pop(name) for name in _APPEARANCE & properties.keys()]
    if any(looks):
        rows.warn(line, _LOOK, "choose colours by category in the settings of the map")
    times = {name: properties.pop(name) for name in _LISTS if name in properties}
    _prefer_edtf(properties)
    when = properties.pop("when") if isinstance(properties.get("when"), dict) else None
    cells, extra = reader.read(properties)
    linked_places.read(feature, cells, extra)
    _keep_members(feature, cells, extra, named=named)
    cells |= {name: told for name, told in (more or {}).items() if not cells.get(name)}
    places = spots(feature.get("geometry"), line=line, rows=rows)
    if linked_places.is_linked(feature) and not any(spot.cells for spot in places):
        extra["place name"] = cells.pop("place", "")
        rows.warn(line, _UNPLACED, 'to have it looked up, say --column place="place name"')
    several = 0
    for spot in places:
        for moments in _times(feature, spot, when, times, reader):
            several += 1
            row = _single(cells | spot.cells | moments, several)
            kept = _overruled(cells, spot) | spot.extra | _all_times(times, moments)
            rows.add(line, row, extra | kept)
    if several > len(places):
        rows.warn(line, _SPANS, "leave it so, or keep one of them")


def _whole(feature: dict[str, Any]) -> dict[str, Any]:
    """Return a feature for a geometry alone."""
    if "coordinates" in feature or "geometries" in feature:
        return {"type": "Feature", "geometry": feature, "properties": {}}
    return feature


def _prefer_edtf(properties: dict[str, Any]) -> None:
    """Let the exact dates of OpenHistoricalMap stand before the rounded ones."""
    for side in ("start_date", "end_date"):
        if exact := text(properties.pop(f"{side}:edtf", None)):
            rounded = properties.pop(side, None)
            properties[side] = exact
            if rounded is not None and text(rounded) != exact:
                properties[f"{side} (rounded)"] = rounded


def _keep_members(
    feature: dict[str, Any], cells: dict[str, str], extra: dict[str, str], *, named: bool
) -> None:
    """Take over the id of a feature, and members that are in no specification."""
    name = text(feature.get("id"))
    if named and is_name(name) and not cells.get("id"):
        cells["id"] = name
    elif name and name not in {cells.get("id"), *extra.values()}:
        extra["feature id"] = name
    known = {"type", "id", "geometry", "properties", "bbox", "when", *linked_places.MEMBERS}
    extra |= {key: text(value) for key, value in feature.items() if key not in known}


def _overruled(cells: Mapping[str, str], spot: Spot) -> dict[str, str]:
    """Return the coordinates among the properties that are not those of the geometry."""
    told = {name: cells[name] for name in spot.cells if cells.get(name)}
    return {name: text for name, text in told.items() if text != spot.cells[name]}


def _single(cells: dict[str, str], number: int) -> dict[str, str]:
    """Give each event of one feature an id of its own."""
    if number > 1 and cells.get("id"):
        cells["id"] = f"{cells['id']}-{number}"
    return cells


def _times(
    feature: dict[str, Any],
    spot: Spot,
    when: Any,
    times: dict[str, Any],
    reader: Reader,
) -> Iterable[dict[str, str]]:
    """Return the times of a feature at a spot, each as cells; one without cells if it has none.

    A line with a time for each of its points is one movement from the first to the last. Anything
    else with several times happened at each of them; a point of several has the time of its place
    in the list.
    """
    candidates = (feature.get("when"), spot.geometry.get("when"), when, _of_names(feature))
    spans = next(filter(None, map(whens, filter(None, candidates))), [])
    if spans:
        return spans
    moments = [reader.moment(each) for each in next(filter(None, map(_listed, times.values())), [])]
    if not moments:
        return [{}]
    if spot.place is not None and spot.place < len(moments):
        return [_at(moments[spot.place])]
    if "to_lat" in spot.cells and moments[0] != moments[-1]:
        return [{"start": moments[0], "end": moments[-1], "date": ""}]
    return map(_at, dict.fromkeys(moments))


def _listed(times: Any) -> list[Any]:
    """Return a list of times, those of the first line where there is a list for each line."""
    found = listing(times)
    return listing(found[0]) if found and isinstance(found[0], list) else found


def _at(moment: str) -> dict[str, str]:
    return {"date": moment, "start": "", "end": ""}


def _of_names(feature: dict[str, Any]) -> Any:
    names = map(mapping, listing(feature.get("names")))
    return next((name["when"] for name in names if name.get("when")), None)


def _all_times(times: dict[str, Any], moments: Mapping[str, str]) -> dict[str, str]:
    """Keep the times along a line, of which its movement shows the first and the last."""
    return {name: text(told) for name, told in times.items()} if moments.get("end") else {}


def _moments(features: list[_Feature]) -> Iterator[Any]:
    for feature in features:
        for name in _NUMBERED:
            value = feature.properties.get(name)
            yield from _listed(value) if isinstance(value, list) else [value]


def _layout(features: list[_Feature]) -> str:
    """Say in which of the ways the times of the features are written."""
    names = {name for feature in features for name in feature.properties}
    members = {name for feature in features for name in feature.value}
    if members & linked_places.MEMBERS:
        return "a Linked Places file"
    if "when" in members or any(
        isinstance(feature.properties.get("when"), dict)
        or "when" in mapping(feature.value.get("geometry"))
        for feature in features
    ):
        return "a GeoJSON file with times (GeoJSON-T)"
    if names & set(_LISTS) or ("time" in names and names & {"popup", "icon", "style"}):
        return "a TimestampedGeoJson file"
    if any(name.endswith(":edtf") for name in names):
        return "a GeoJSON file from OpenHistoricalMap"
    return "a GeoJSON file for Leaflet.timeline" if {"start", "end"} <= names else "a GeoJSON file"


def words_of(document: Mapping[str, Any]) -> dict[str, str]:
    """Return the words of the map that a collection holds of itself."""
    about = mapping(document.get("metadata")) | mapping(document.get("properties")) | {**document}
    return {
        "title": to_plain(text(about.get("title")) or text(about.get("name"))),
        "subtitle": to_plain(text(about.get("subtitle"))),
        "introduction": text(about.get("introduction")) or text(about.get("description")),
        "credits": next(filter(None, (text(about.get(name)) for name in _CREDITS)), ""),
    }
