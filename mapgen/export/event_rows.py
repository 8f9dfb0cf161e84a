"""Writes events as the cells of mapgen's own table: reading these gives the same events."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING

from mapgen import dates
from mapgen.errors import DateError, quoted
from mapgen.layouts.columns import ALIASES, key
from mapgen.table.own_table import COLUMNS
from mapgen.texts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapgen.dates import HistoricalDate
    from mapgen.events import Event, Place

_ADDED = ("ccodes",)  # what Linked Places wants beside the columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The cells of events, one mapping from header to text each, blank cells left out.

    `headers` are the columns of mapgen and then those it does not know; `renamed` says which of
    these had to be called otherwise.
    """

    headers: tuple[str, ...]
    cells: tuple[dict[str, str], ...]
    renamed: tuple[str, ...]


def rows(events: Sequence[Event], *, blank_columns: bool) -> Rows:
    """Return the cells of events.

    A column that mapgen does not know is called otherwise where, read back, it would be taken for
    one that mapgen knows, or for one that the formats add. `blank_columns` says that columns
    without any text are written too: then no other name is taken for one of them.
    """
    known = [_cells(event) for event in events]
    used = COLUMNS if blank_columns else [c for c in COLUMNS if any(row[c] for row in known)]
    others = dict.fromkeys(header for event in events for header, _ in event.extra)
    names = _names(others, used)
    cells = [
        {name: text for name, text in row.items() if text}
        | {names[header]: text for header, text in event.extra}
        for row, event in zip(known, events, strict=True)
    ]
    return Rows(
        headers=(*used, *names.values()),
        cells=tuple(cells),
        renamed=tuple(_told(*item) for item in names.items() if item[0] != item[1]),
    )


def degrees(value: float) -> str:
    """Return a coordinate with all its digits and without an exponent."""
    return format(Decimal(repr(value)), "f")


def _told(header: str, name: str) -> str:
    reason = "the column would be taken for one of mapgen's own"
    return f"{quoted(header)} is called {quoted(name)} in the file: read back, {reason}"


def _names(headers: Iterable[str], used: Iterable[str]) -> dict[str, str]:
    """Return for each unknown header a name that mapgen does not take for a column."""
    free = ALIASES.keys() - set(used)
    taken = {key(column) for column in (*COLUMNS, *ALIASES, *_ADDED)}
    taken |= {key(alias) for column in free for alias in ALIASES[column]}
    names: dict[str, str] = {}
    for header in headers:
        numbered = (f"{header} ({number})" for number in count(2))
        names[header] = (
            header
            if key(header) not in taken
            else next(name for name in numbered if key(name) not in taken)
        )
        taken.add(key(names[header]))
    return names


def _cells(event: Event) -> dict[str, str]:
    """Return every column of an event, blank ones too."""
    return {
        "title": event.title,
        "date": _date(event.date) if event.date else "",
        "time": event.date.time.text if event.date and event.date.time else "",
        "end_time": event.date.end_time.text if event.date and event.date.end_time else "",
        "date_text": event.date_text,
        **_spot(event.place, ("place", "country", "lat", "lon")),
        **_spot(event.to, ("to", "to_country", "to_lat", "to_lon")),
        "kind": event.kind,
        "category": event.category,
        "tags": ";".join(event.tags),
        "status": event.status,
        "description": event.description,
        "source": event.source,
        "source_url": addresses.link(event.source_url),
        "image": addresses.image(event.image),
        "image_alt": event.image_alt,
        "image_credit": event.image_credit,
        "sensitive": "yes" if event.sensitive else "",
        "id": event.id,
    }


def _spot(place: Place | None, columns: tuple[str, str, str, str]) -> dict[str, str]:
    """Return the name, country, latitude and longitude of a place under these columns."""
    if place is None:
        return dict.fromkeys(columns, "")
    lat, lon = ("" if value is None else degrees(value) for value in (place.lat, place.lon))
    return dict(zip(columns, (place.name, place.country, lat, lon), strict=True))


def _date(date: HistoricalDate) -> str:
    """Return the author's words where they mean the same to everybody, else EDTF."""
    try:
        same = dates.parse(date.text).edtf == date.edtf
    except DateError:
        return date.edtf
    return date.text if same else date.edtf
