"""What one row of a table tells: an event, and the places it speaks of."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapgen.dates import HistoricalDate

Kind = Literal["event", "period"]
Status = Literal["confirmed", "reported", "unconfirmed", "disputed"]
Found = Literal["", "table", "gazetteer", "country"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an event happened: a point in WGS 84, or a whole country when `name` is blank.

    `name` and `country` stand as the author wrote them. `lat` and `lon` are decimal degrees, both
    None until the place is located and for a whole country. `code` is the ISO 3166-1 alpha-3 code
    of the country, blank until located and for a point without a country. `found` tells how the
    position became known: "table" (the author's coordinates), "gazetteer" or "country" (a whole
    country); blank until located.
    """

    name: str = ""
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    code: str = ""
    found: Found = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event or period of a collection.

    `date` is None for an undated event. `place` is None for an event without a place; `to` is
    where a movement went, else None. `description` is Markdown. The image of a `sensitive` event
    stays hidden until the reader asks for it. `extra` holds the columns that mapgen does not know,
    as (header, text). `line` is the line of the file on which the row begins, counted from 1.
    """

    id: str
    title: str
    date: HistoricalDate | None = None
    date_text: str = ""
    place: Place | None = None
    to: Place | None = None
    kind: Kind = "event"
    category: str = ""
    tags: tuple[str, ...] = ()
    status: Status = "confirmed"
    description: str = ""
    source: str = ""
    source_url: str = ""
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""
    sensitive: bool = False
    extra: tuple[tuple[str, str], ...] = ()
    line: int


def events_of(columns: Mapping[str, Sequence[object]]) -> list[Event]:
    """Return the events of columns, one for each field and all of one length.

    They are those that `Event` makes row by row, in a quarter of the time: a frozen class sets
    every field of every instance by a call in Python, and here a column is set in one go. `Event`
    has no check of its own that this leaves out.
    """
    names = [field.name for field in fields(Event)]
    if columns.keys() != set(names) or len({len(column) for column in columns.values()}) > 1:
        raise ValueError("events need a column for each field, all of one length")
    events = [object.__new__(Event) for _ in columns["id"]]
    for name in names:
        deque(map(getattr(Event, name).__set__, events, columns[name]), maxlen=0)
    return events


def columns_of(events: Sequence[Event]) -> dict[str, list[object]]:
    """Return the fields of events as columns."""
    return {
        field.name: list(map(getattr(Event, field.name).__get__, events)) for field in fields(Event)
    }
