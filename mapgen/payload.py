"""Packs located events into the Payload, the one contract with the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NotRequired, TypedDict

from mapgen import countries, prose
from mapgen.version import GENERATOR
from mapgen.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mapgen.events import Event, Place
    from mapgen.settings import Settings

SHAPES = ("circle", "square", "diamond", "triangle", "pentagon", "star", "cross", "hexagon")


class WordColumns(TypedDict):
    """What the map says of itself; `introduction` and `credits` are clean HTML.

    `generator` is the name and version of what made the page.
    """

    title: str
    subtitle: str
    introduction: str
    credits: str
    language: str
    generator: str


class CategoryColumns(TypedDict):
    """Categories in order of first appearance; a colour is `#rrggbb`, "" takes the palette's."""

    name: list[str]
    color: list[str]
    shape: list[str]


class PlaceColumns(TypedDict):
    """Places in order of first appearance; a whole country has null for `lat` and `lon`."""

    name: list[str]
    code: list[str]
    country: list[str]
    lat: list[float | None]
    lon: list[float | None]
    found: list[str]


class EventColumns(TypedDict):
    """Events in time order, undated last; an array per field.

    `earliest` and `latest` are whole days since 1970-01-01, both included, null for an open or
    unknown end and for an undated event. `date` is the text to show, `edtf` the date in the
    Extended Date/Time Format, "" for an undated event. `place` and `to` are indices
    into the places, `category` into the categories, -1 for none. `kind`, `status`, `source` and
    each of `tags` are indices into the string table. `description` is clean HTML. `weight` is how
    many events each of them stands for; without it, one.
    """

    id: list[str]
    title: list[str]
    date: list[str]
    edtf: list[str]
    earliest: list[int | None]
    latest: list[int | None]
    approximate: list[int]
    uncertain: list[int]
    place: list[int]
    to: list[int]
    kind: list[int]
    category: list[int]
    tags: list[list[int]]
    status: list[int]
    description: list[str]
    source: list[int]
    source_url: list[str]
    image: list[str]
    image_alt: list[str]
    image_credit: list[str]
    sensitive: list[int]
    line: list[int]
    weight: NotRequired[list[int]]


class ExtraColumns(TypedDict):
    """The columns of the table that mapgen does not know: a header and a text for each event."""

    header: list[str]
    text: list[list[str]]


class Payload(TypedDict):
    """All that a page is drawn from; blocks.py writes it for web/payload.js to read.

    `neighbours` are the codes of the countries beside those of the story: drawn in detail too.
    """

    version: int
    map: WordColumns
    categories: CategoryColumns
    places: PlaceColumns
    events: EventColumns
    extra: NotRequired[ExtraColumns]
    strings: list[str]
    neighbours: list[str]
    outlines: countries.OutlinesPayload


def pack(
    events: Iterable[Event],
    settings: Settings,
    *,
    embed: Callable[[str], str] = str,
) -> Payload:
    """Return the payload of located events; `embed` turns an `image` cell into an address."""
    ordered = sorted(events, key=_time_order)
    tables = _Tables(_Index(), _Places(), _Index())
    columns = _event_columns(ordered, settings, tables, embed)
    story = {code for code in tables.places.columns["code"] if code}
    neighbours = {near for code in story for near in countries.neighbours(code)} - story
    payload: Payload = {
        "version": 2,
        "map": _words(settings),
        "categories": _categories(tables.categories.values, settings),
        "places": tables.places.columns,
        "events": columns,
        "strings": tables.strings.values,
        "neighbours": sorted(neighbours),
        "outlines": countries.outlines(story | neighbours),
    }
    if extra := _extra(ordered):
        payload["extra"] = extra
    return payload


class _Index:
    """Numbers distinct texts in order of first appearance; "" has no number where -1 is asked."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._numbers: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        if text not in self._numbers:
            self._numbers[text] = len(self.values)
            self.values.append(text)
        return self._numbers[text]

    def or_none(self, text: str) -> int:
        return self(text) if text else -1


class _Places:
    """Numbers distinct places; the same name in the same country at the same point is one."""

    def __init__(self) -> None:
        self.columns: PlaceColumns = {
            "name": [],
            "code": [],
            "country": [],
            "lat": [],
            "lon": [],
            "found": [],
        }
        self._numbers: dict[tuple[str, str, float | None, float | None], int] = {}

    def __call__(self, place: Place | None) -> int:
        if place is None:
            return -1
        key = (place.name.casefold(), place.code or place.country, place.lat, place.lon)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers)
            self._append(place)
        return self._numbers[key]

    def _append(self, place: Place) -> None:
        columns = self.columns
        columns["name"].append(place.name or place.country)
        columns["code"].append(place.code)
        columns["country"].append(place.country)
        columns["lat"].append(place.lat)
        columns["lon"].append(place.lon)
        columns["found"].append(place.found)


@dataclass(frozen=True, slots=True)
class _Tables:
    """What the columns of the events point into."""

    strings: _Index
    places: _Places
    categories: _Index


def _time_order(event: Event) -> tuple[bool, float, float, int]:
    """Sort by first day, then last day, then line; an open start comes first, undated last."""
    if event.date is None:
        return (True, 0, 0, event.line)
    earliest = float("-inf") if event.date.earliest is None else event.date.earliest
    latest = float("inf") if event.date.latest is None else event.date.latest
    return (False, earliest, latest, event.line)


def _event_columns(
    events: Sequence[Event], settings: Settings, tables: _Tables, embed: Callable[[str], str]
) -> EventColumns:
    strings, places, categories = tables.strings, tables.places, tables.categories
    dates = [event.date for event in events]
    return {
        "id": [event.id for event in events],
        "title": [event.title for event in events],
        "date": [_date_text(event, settings) for event in events],
        "edtf": [date.edtf if date else "" for date in dates],
        "earliest": [date.earliest if date else None for date in dates],
        "latest": [date.latest if date else None for date in dates],
        "approximate": [int(bool(date and date.approximate)) for date in dates],
        "uncertain": [int(bool(date and date.uncertain)) for date in dates],
        "place": [places(event.place) for event in events],
        "to": [places(event.to) for event in events],
        "kind": [strings(event.kind) for event in events],
        "category": [categories.or_none(event.category) for event in events],
        "tags": [[strings(tag) for tag in event.tags] for event in events],
        "status": [strings(event.status) for event in events],
        "description": [prose.to_html(event.description) for event in events],
        "source": [strings(event.source) for event in events],
        "source_url": [event.source_url for event in events],
        "image": [event.image and embed(event.image) for event in events],
        "image_alt": [event.image_alt for event in events],
        "image_credit": [event.image_credit for event in events],
        "sensitive": [int(event.sensitive) for event in events],
        "line": [event.line for event in events],
    }


def _date_text(event: Event, settings: Settings) -> str:
    if event.date_text or event.date is None:
        return event.date_text
    return say(event.date, settings.language)


def _words(settings: Settings) -> WordColumns:
    return {
        "title": settings.title,
        "subtitle": settings.subtitle,
        "introduction": prose.to_html(settings.introduction),
        "credits": prose.to_html(settings.credits),
        "language": settings.language,
        "generator": GENERATOR,
    }


def _categories(names: list[str], settings: Settings) -> CategoryColumns:
    return {
        "name": names,
        "color": [settings.categories.get(name, "") for name in names],
        "shape": [SHAPES[i % len(SHAPES)] for i in range(len(names))],
    }


def _extra(events: Sequence[Event]) -> ExtraColumns | None:
    headers = list(dict.fromkeys(header for event in events for header, _ in event.extra))
    if not headers:
        return None
    rows = [dict(event.extra) for event in events]
    return {"header": headers, "text": [[row.get(each, "") for row in rows] for each in headers]}
