"""Packs the events of one part of a site, and says what the overview shows of them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from mapgen.blocks import packed, tables_of
from mapgen.coded import distinct_of, each
from mapgen.events import EventRows
from mapgen.payload import SHAPES, pack
from mapgen.site.naming import name_of_period, name_of_places
from mapgen.site.where import FINEST, NOWHERE, UNDATED, Numbers, days, tiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mapgen.events import Event, Place
    from mapgen.events.event import Status
    from mapgen.payload import Payload
    from mapgen.settings import Settings

_MOST_CATEGORIES = 5  # of a cell that the overview names
_MOST_PLACES = 3  # of a cell that the overview hears of; one of them names it
_MOST_DEPTH = 3  # zooms between the tile of a part and its cells

Spot = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What the overview shows as one: the events of a part in one cell of its tile.

    `spot` tells which cell: the zoom and number of its tile, and the code of a country for events
    of the whole of it. `categories` and `places` are the commonest with their counts, `several`
    tells whether there are other places. `first` and `last` are days, None for undated events.
    `title` is that of a single event, else ""; `status` is the commonest.
    """

    part: int
    spot: Spot
    count: int
    first: int | None
    last: int | None
    title: str
    status: Status
    categories: tuple[tuple[str, int], ...]
    places: tuple[tuple[Place, int], ...]
    several: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a site as it is written, with what the overview has to know of it.

    `codes` are those of its countries, `hosts` the addresses from which its images come.
    """

    number: int
    content: bytes
    cells: tuple[Cell, ...]
    codes: frozenset[str]
    hosts: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the parts of a site have in common, and where one stands among them.

    `categories` are those of the site, in the order of their colours; `rows` is how many cells a
    part may have. `zoom` is that of its tile, `beside` the parts before and after it in the same
    tile, 0 for none.
    """

    number: int
    zoom: int
    beside: tuple[int, int]
    rows: int
    categories: tuple[str, ...]


def part(rows: EventRows, frame: Frame, settings: Settings, embed: Callable[[str], str]) -> Part:
    """Return a part of a site; `embed` turns an `image` cell into an address.

    Its content is JSON: the texts of `head`, `tables`, `numbers` and `blocks` as a page has them,
    but for the outlines, which are in the page; and `part`, which says where the reader is.
    """
    payload = pack(with_own_ids(rows), settings, embed=embed)
    sort_categories(payload, frame.categories, settings)
    codes = frozenset(code for code in payload["places"]["code"] if code)
    images = filter(_is_away, distinct_of(payload["events"]["image"]))
    events = rows[:]
    return Part(
        number=frame.number,
        content=_json(_content(payload, events, frame, settings)),
        cells=_cells(events, frame),
        codes=codes,
        hosts=frozenset(f"https://{urlsplit(image).netloc}" for image in images),
    )


def with_own_ids(rows: EventRows) -> EventRows:
    """Return the events; where several have the same id, the later ones with -2, -3 and so on."""
    ids = list(rows.columns["id"][:])
    taken = set(ids)
    if len(taken) == len(ids):
        return rows
    numbers: dict[str, Iterator[int]] = {}
    for row, name in enumerate(ids):
        if name in numbers:
            ids[row] = next(own for n in numbers[name] if (own := f"{name}-{n}") not in taken)
            taken.add(ids[row])
        else:
            numbers[name] = count(2)
    return EventRows({**rows.columns, "id": ids})


def sort_categories(payload: Payload, names: Sequence[str], settings: Settings) -> None:
    """Put the categories of a payload into the order of the site, which decides their marks."""
    numbers = {name: number for number, name in enumerate(names)}
    moved = [numbers[name] for name in payload["categories"]["name"]]
    column = payload["events"]["category"]
    payload["events"]["category"] = each(column, lambda own: moved[own] if own >= 0 else own)
    payload["categories"] = {
        "name": list(names),
        "color": [settings.categories.get(name, "") for name in names],
        "shape": [SHAPES[number % len(SHAPES)] for number in range(len(names))],
    }


def _is_away(image: str) -> bool:
    return image.startswith("https:")


def _content(
    payload: Payload, events: Sequence[Event], frame: Frame, settings: Settings
) -> dict[str, Any]:
    head, numbers, blocks = packed(payload)
    inner = {name: value for name, value in tables_of(payload).items() if name != "outlines"}
    earlier, later = frame.beside
    return {
        "part": {
            "number": frame.number,
            "name": _name(events, settings),
            "earlier": earlier,
            "later": later,
        },
        "head": head,
        "tables": inner,
        "numbers": numbers.decode(),
        "blocks": [block.decode() for block in blocks],
    }


def _name(events: Sequence[Event], settings: Settings) -> str:
    """Return the time and the place of a part in words."""
    first, last = _span(events)
    places = _common(events)
    name = (places[0][0].name or places[0][0].country) if places else ""
    where = name_of_places(name, several=len(places) > 1, language=settings.language)
    return f"{name_of_period(first, last, settings.language)} · {where}"


def _cells(events: Sequence[Event], frame: Frame) -> tuple[Cell, ...]:
    """Return the cells of a part: its tile cut in four as often as rows allow, then its time."""
    places, when = tiles(events), days(events)
    depth = min(_MOST_DEPTH, max(0, (frame.rows.bit_length() - 1) // 2))
    zoom = min(frame.zoom + depth, FINEST)
    periods = max(1, frame.rows >> 2 * depth)
    numbers = np.where(places == NOWHERE, NOWHERE, places >> 2 * (FINEST - zoom))
    turns = _turns(when, periods)
    groups: dict[tuple[int, Spot], list[int]] = {}
    for index, (number, turn) in enumerate(zip(numbers.tolist(), turns.tolist(), strict=True)):
        spot = (zoom, number, _land(events[index]))
        groups.setdefault((turn, spot), []).append(index)
    return tuple(
        _cell([events[index] for index in groups[key]], key[1], frame.number)
        for key in sorted(groups)
    )


def _cell(events: Sequence[Event], spot: Spot, number: int) -> Cell:
    first, last = _span(events)
    places = _common(events)
    categories = Counter(event.category for event in events if event.category)
    return Cell(
        part=number,
        spot=spot,
        count=len(events),
        first=first,
        last=last,
        title=events[0].title if len(events) == 1 else "",
        status=Counter(sorted(event.status for event in events)).most_common(1)[0][0],
        categories=tuple(_by_count(categories)[:_MOST_CATEGORIES]),
        places=tuple(places[:_MOST_PLACES]),
        several=len(places) > 1,
    )


def _turns(when: Numbers, periods: int) -> Numbers:
    """Return in which of so many equal periods each day is; undated events have the last one."""
    dated = when[when != UNDATED]
    if not len(dated):
        return np.zeros(len(when), np.int64)
    length = (int(dated.max()) - int(dated.min())) // periods + 1
    return np.where(when == UNDATED, periods, (when - dated.min()) // length)


def _span(events: Sequence[Event]) -> tuple[int | None, int | None]:
    """Return the first and the last day that events speak of, None if they are undated."""
    dates = [event.date for event in events if event.date]
    known = [day for date in dates for day in (date.earliest, date.latest) if day is not None]
    return (min(known), max(known)) if known else (None, None)


def _land(event: Event) -> str:
    """Return the code of the country of an event that happened in the whole of it, else ""."""
    place = event.place or event.to
    return place.code if place and place.lat is None else ""


def _common(events: Sequence[Event]) -> list[tuple[Place, int]]:
    """Return the places of events with their counts, the commonest first."""
    counts: Counter[Place] = Counter()
    for event in events:
        if place := event.place or event.to:
            counts[place] += 1
    return sorted(counts.items(), key=_place_order)


def _place_order(counted: tuple[Place, int]) -> tuple[int, str, str, float, float]:
    place, number = counted
    return -number, place.name, place.country, place.lat or 0, place.lon or 0


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
