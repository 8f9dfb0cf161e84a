"""Packs located events into the Payload, the one contract with the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NotRequired, TypedDict

import numpy as np

from mapgen.columns import Coded, coded, filled, numbered
from mapgen.dates.column import coded_dates
from mapgen.events.extras import Extras
from mapgen.events.ordering import in_time_order
from mapgen.events.place_column import PlaceColumn
from mapgen.places import countries
from mapgen.texts import prose
from mapgen.version import GENERATOR
from mapgen.wording.shown import own_words, shown_dates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from mapgen.events import Event, Place
    from mapgen.events.ordering import Rows
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
    """Places in order of first appearance; a whole country has null for `lat` and `lon`.

    One without a name is called after its country.
    """

    name: Sequence[str]
    code: Sequence[str]
    country: Sequence[str]
    lat: list[float | None]
    lon: list[float | None]
    found: Sequence[str]


class EventColumns(TypedDict):
    """Events in time order, undated last; an array per field.

    `earliest` and `latest` are whole days since 1970-01-01, both included, null for an open or
    unknown end and for an undated event. `date` is the text to show, `edtf` the date in the
    Extended Date/Time Format, "" for an undated event. `worded` is 1 where the text is not what
    the EDTF says in words, 2 where it is not and is read as the same date. `place` and `to` are
    indices into the places, `category` into the categories, -1 for none. `kind`, `status`, `source`
    and each of `tags` are indices into the string table. `description` is clean HTML. `weight` is
    how many events each of them stands for; without it, one. `time` and `end_time` are the times
    of day as written, "" for none, and are not there where all are blank.
    """

    id: Sequence[str]
    title: Sequence[str]
    date: Sequence[str]
    worded: Sequence[int]
    edtf: Sequence[str]
    earliest: Sequence[int | None]
    latest: Sequence[int | None]
    approximate: Sequence[int]
    uncertain: Sequence[int]
    place: Sequence[int]
    to: Sequence[int]
    kind: Sequence[int]
    category: Sequence[int]
    tags: Sequence[list[int]]
    status: Sequence[int]
    description: Sequence[str]
    source: Sequence[int]
    source_url: Sequence[str]
    image: Sequence[str]
    image_alt: Sequence[str]
    image_credit: Sequence[str]
    sensitive: Sequence[int]
    line: Sequence[int]
    weight: NotRequired[Sequence[int]]
    time: NotRequired[Sequence[str]]
    end_time: NotRequired[Sequence[str]]


class ExtraColumns(TypedDict):
    """The columns of the table that mapgen does not know: a header and a text for each event."""

    header: list[str]
    text: list[Sequence[str]]


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
    rows = in_time_order(events if isinstance(events, Sequence) else list(events))
    strings, categories = _Index(), _Index()
    places, ends = _placed(rows["place"], rows["to"])
    images = coded(rows["image"]).each(lambda image: image and embed(image))
    held = {**rows, "place": ends[0], "to": ends[1], "image": images}
    columns = _event_columns(held, settings, strings, categories)
    codes = set(places["code"])
    story = codes - {""}
    neighbours = {near for code in story for near in countries.neighbours(code)} - story
    payload: Payload = {
        "version": 2,
        "map": _words(settings),
        "categories": _categories(categories.values, settings),
        "places": places,
        "events": columns,
        "strings": strings.values,
        "neighbours": sorted(neighbours),
        "outlines": countries.outlines(story | neighbours, story=None if "" in codes else story),
    }
    if extra := _extra(Extras.of(rows["extra"])):
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


def _placed(*columns: Coded[Place | None]) -> tuple[PlaceColumns, list[Coded[int]]]:
    """Return the places of some columns, and which of them each row has, -1 for none.

    The same name in the same country at the same point is one.
    """
    parts = [PlaceColumn.of(column.distinct) for column in columns]
    places = PlaceColumn.joined(parts)
    numbers = places.numbers()
    there = (numbers >= 0).nonzero()[0]
    places = places.take(there[numbered(numbers[there])[1]])
    cuts = np.split(numbers, np.cumsum([len(part) for part in parts])[:-1])
    told: PlaceColumns = {
        "name": places.names,
        "code": places.codes,
        "country": places.countries,
        "lat": _known(places.lat),
        "lon": _known(places.lon),
        "found": places.found,
    }
    return told, [Coded(cut.tolist(), own.codes) for cut, own in zip(cuts, columns, strict=True)]


def _known(values: NDArray[np.float64]) -> list[float | None]:
    """Return numbers, None for NaN."""
    found = values.astype(object)
    found[np.isnan(values)] = None
    known: list[float | None] = found.tolist()
    return known


def _event_columns(
    rows: Rows, settings: Settings, strings: _Index, categories: _Index
) -> EventColumns:
    """Return the columns; of `rows`, the places are numbers and the images addresses already."""
    dates, codes = coded_dates(rows["date"])
    columns: EventColumns = {
        "id": rows["id"],
        "title": rows["title"],
        "date": shown_dates(dates, codes, rows["date_text"], settings.language),
        "worded": own_words(dates, codes, rows["date_text"], settings.language),
        "edtf": dates.edtf()[codes].tolist(),
        "earliest": Coded(_days(dates.earliest()), codes),
        "latest": Coded(_days(dates.latest()), codes),
        "approximate": Coded(dates.approximate().astype(int).tolist(), codes),
        "uncertain": Coded(dates.uncertain().astype(int).tolist(), codes),
        "place": rows["place"],
        "to": rows["to"],
        "kind": coded(rows["kind"]).each(strings),
        "category": coded(rows["category"]).each(categories.or_none),
        "tags": rows["tags"].each(lambda tags: list(map(strings, tags))),
        "status": rows["status"].each(strings),
        "description": prose.HtmlColumn(rows["description"]),
        "source": coded(rows["source"]).each(strings),
        "source_url": rows["source_url"],
        "image": rows["image"],
        "image_alt": rows["image_alt"],
        "image_credit": rows["image_credit"],
        "sensitive": rows["sensitive"].each(int),
        "line": rows["line"],
    }
    if dates.timed().any():
        columns["time"] = Coded(dates.times(), codes)
        columns["end_time"] = Coded(dates.times(end=True), codes)
    return columns


def _days(days: NDArray[np.float64]) -> list[int | None]:
    """Return days as whole numbers, None for NaN."""
    found = np.nan_to_num(days).astype(np.int64).astype(object)
    found[np.isnan(days)] = None
    whole: list[int | None] = found.tolist()
    return whole


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


def _extra(rows: Extras) -> ExtraColumns | None:
    columns = {name: column for name, column in rows.columns.items() if filled(column).any()}
    return {"header": list(columns), "text": list(columns.values())} if columns else None
