"""Writes events in the Linked Places format, version 1.2: GeoJSON that is JSON-LD too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.export.event_rows import rows
from mapgen.export.geojson import dump, geometry, when, words
from mapgen.places import countries
from mapgen.texts import prose
from mapgen.texts.addresses import image, link
from mapgen.texts.prose import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapgen.events import Event, Place, Status
    from mapgen.settings import Settings

_CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
_CERTAINTY: dict[Status, str] = {
    "confirmed": "certain",
    "reported": "less-certain",
    "unconfirmed": "uncertain",
    "disputed": "uncertain",
}


def write(events: Sequence[Event], settings: Settings) -> tuple[str, tuple[str, ...]]:
    """Return a FeatureCollection, one Feature for each event.

    The format describes places: the names of an event are those of its places, its title where it
    has none. An unknown position is an empty GeometryCollection, as both the format and GeoJSON
    take it.
    """
    table = rows(events, blank_columns=False)
    features = [
        _feature(event, cells, settings) for event, cells in zip(events, table.cells, strict=True)
    ]
    head = {"@context": _CONTEXT, "type": "FeatureCollection", **words(settings)}
    return dump({**head, "features": features}), table.renamed


def _feature(event: Event, cells: dict[str, str], settings: Settings) -> dict[str, Any]:
    places = [place for place in (event.place, event.to) if place]
    codes = sorted({code for place in places for code in _alpha2(place)})
    feature = {
        "@id": f"#{event.id}",
        "type": "Feature",
        "properties": cells | ({"ccodes": codes} if codes else {}),
        "when": when(event, settings) | _certainty(event.status),
        "names": list(_names(event, places)),
        "types": [_type(event, settings)],
        "geometry": geometry(event) or {"type": "GeometryCollection", "geometries": []},
        "links": list(_links(event)),
        "descriptions": list(_descriptions(event, settings)),
        "depictions": list(_depictions(event)),
    }
    if event.date is None:
        del feature["when"]
    return {name: value for name, value in feature.items() if value != []}


def _certainty(status: Status) -> dict[str, str]:
    return {"certainty": _CERTAINTY[status]} if status else {}


def _alpha2(place: Place) -> Iterator[str]:
    if place.code and (code := countries.country(place.code).alpha2):
        yield code


def _names(event: Event, places: list[Place]) -> Iterator[dict[str, Any]]:
    citation = {"label": _line(event.source), "@id": link(event.source_url)}
    known = {name: text for name, text in citation.items() if text}
    toponyms = dict.fromkeys(_line(place.name or place.country) for place in places)
    for toponym in [name for name in toponyms if name] or [event.title]:
        yield {"toponym": toponym, **({"citations": [known]} if known else {})}


def _type(event: Event, settings: Settings) -> dict[str, Any]:
    label = _line(event.category)
    labels = [{"label": label, "lang": settings.language}] if label else []
    return {"label": event.kind, **({"sourceLabels": labels} if labels else {})}


def _links(event: Event) -> Iterator[dict[str, str]]:
    if address := link(event.source_url):
        yield {"type": "seeAlso", "identifier": address}


def _descriptions(event: Event, settings: Settings) -> Iterator[dict[str, str]]:
    """Yield the description in one line of plain text, as the schema of the format wants it."""
    if event.description:
        yield {"value": plain(prose.to_html(event.description)), "lang": settings.language}


def _depictions(event: Event) -> Iterator[dict[str, str]]:
    if address := image(event.image):
        title = _line(event.image_alt) or event.title
        yield {"@id": address, "title": title, "license": _line(event.image_credit)}


def _line(text: str) -> str:
    return " ".join(text.split())
