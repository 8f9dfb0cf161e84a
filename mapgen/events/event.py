"""What one row of a table tells: an event, and the places it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal, overload

from mapgen.columns import distinct_of, joined, taken
from mapgen.errors import CellError
from mapgen.texts.addresses import image_fault, link_fault

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from mapgen.dates import HistoricalDate

Kind = Literal["event", "period"]
Status = Literal["", "confirmed", "reported", "unconfirmed", "disputed"]
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
    where a movement went, else None. `status` is blank
    where the table says none. `description` is Markdown. The image of a `sensitive` event
    stays hidden until the reader asks for it. `extra` holds the columns that mapgen does not know,
    as (header, text). `line` is the line of the file on which the row begins, counted from 1.
    Raises CellError for an address in `source_url` or `image` that no table may hold either.
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
    status: Status = ""
    description: str = ""
    source: str = ""
    source_url: str = ""
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""
    sensitive: bool = False
    extra: tuple[tuple[str, str], ...] = ()
    line: int

    def __post_init__(self) -> None:
        for name, fault in (("source_url", link_fault), ("image", image_fault)):
            text = getattr(self, name)
            if text and (found := fault(text)):
                raise CellError(f"{name}: {found[0]}", found[1])


Columns = Mapping[str, Sequence[Any]]  # one for each field of Event, all of one length
_FIELDS = tuple(field.name for field in fields(Event))


class EventRows(Sequence[Event]):  # noqa: PLW1641  (they are compared, but never in a set)
    """Events that are kept as columns, one for each field; an event is made when it is asked for.

    Of a column whose values repeat themselves, mapgen.columns keeps each once.
    """

    def __init__(self, columns: Columns) -> None:
        if columns.keys() != set(_FIELDS) or len({len(each) for each in columns.values()}) > 1:
            raise ValueError("events need a column for each field, all of one length")
        self.columns = columns

    @overload
    def __getitem__(self, index: int) -> Event: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Event, ...]: ...

    def __getitem__(self, index: int | slice) -> Event | tuple[Event, ...]:
        if isinstance(index, slice):
            return tuple(events_of({name: self.columns[name][index] for name in _FIELDS}))
        return events_of({name: [column[index]] for name, column in self.columns.items()})[0]

    def __len__(self) -> int:
        return len(self.columns["id"])

    def __iter__(self) -> Iterator[Event]:
        return iter(events_of(self.columns))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __repr__(self) -> str:
        """Say how many they are; they are too many to be shown."""
        return f"<{len(self):,} events>"

    def take(self, rows: NDArray[np.int64]) -> EventRows:
        """Return the events of some rows."""
        return EventRows({name: taken(self.columns[name], rows) for name in _FIELDS})


def events_of(columns: Columns) -> list[Event]:
    """Return the events of columns, one for each field and all of one length."""
    rows = zip(*(columns[name] for name in _FIELDS), strict=True)
    return [Event(**dict(zip(_FIELDS, values, strict=True))) for values in rows]


def columns_of(events: Sequence[Event]) -> Columns:
    """Return the fields of events as columns."""
    if isinstance(events, EventRows):
        return events.columns
    return {name: list(map(getattr(Event, name).__get__, events)) for name in _FIELDS}


def images_of(events: Sequence[Event], folder: Path) -> list[Path]:
    """Return the files of a folder that events name as their images."""
    names = filter(None, distinct_of(columns_of(events)["image"]))
    return [folder / name for name in names if "://" not in name]


def joined_rows(parts: Sequence[Sequence[Event]]) -> EventRows:
    """Return the events of several sequences as one."""
    filled = [columns_of(part) for part in parts if len(part)] or [columns_of(parts[0])]
    return EventRows({name: joined([part[name] for part in filled]) for name in _FIELDS})
