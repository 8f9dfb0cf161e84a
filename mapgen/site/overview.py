"""Makes the overview of a site: rows that stand for many events, each with the way to its part."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from html import escape
from typing import TYPE_CHECKING

from mapgen.events import Event, Place
from mapgen.page.payload import pack
from mapgen.places import countries
from mapgen.site.naming import (
    count_events,
    day_in_address,
    figures,
    name_of_places,
    period,
    read_events,
)
from mapgen.site.parts import sort_categories
from mapgen.site.tiles import NOWHERE, centre

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mapgen.page.payload import Payload
    from mapgen.settings import Settings
    from mapgen.site.facts import Cell, Spot

_DECIMALS = 4  # of degrees, about 10 m
_CLOSER = 1  # zoom; so a tile is 512 pixels wide
ROWS = 7_000  # of the overview at most, but for whole countries: a page of less than 2 MB


def overview(
    cells: Sequence[Cell],
    settings: Settings,
    *,
    categories: Sequence[str],
    codes: Iterable[str],
) -> Payload:
    """Return the payload of an overview; its outlines are fine for the countries of `codes`.

    A row is in the place that its cell is named after, whatever its period, and has its commonest
    category and status. Its weight is the number of its events.
    """
    places = _places(cells, settings)
    rows = [_row(cell, number, places[cell.spot], settings) for number, cell in enumerate(cells)]
    payload = pack(rows, settings)
    sort_categories(payload, categories, settings)
    ordered = [cells[line] for line in payload["events"]["line"][:]]
    payload["events"]["description"] = [_description(cell, settings) for cell in ordered]
    payload["events"]["weight"] = [cell.count for cell in ordered]
    payload["events"]["line"] = [0] * len(ordered)
    fine = set(codes)
    near = {each for code in fine for each in countries.neighbours(code)} - fine
    payload["neighbours"] = sorted(near)
    payload["outlines"] = countries.outlines(fine | near)
    return payload


def _places(cells: Sequence[Cell], settings: Settings) -> dict[Spot, Place | None]:
    """Return the place of each cell of the map, the same for all of its periods."""
    together: defaultdict[Spot, list[Cell]] = defaultdict(list)
    for cell in cells:
        together[cell.spot].append(cell)
    return {spot: _place(periods, settings) for spot, periods in together.items()}


def _place(cells: Sequence[Cell], settings: Settings) -> Place | None:
    """Return the fullest place of some cells; of several, it stands amid their events."""
    counts: Counter[Place] = Counter()
    for cell in cells:
        counts.update(dict(cell.places))
    if not counts:
        return None
    place = min(counts, key=lambda each: (-counts[each], each.name, each.lat or 0, each.lon or 0))
    if len(counts) == 1 and not any(cell.several for cell in cells):
        return place
    if place.name:
        name = name_of_places(place.name, several=True, language=settings.language)
        place = dataclasses.replace(place, name=name)
    return _amid(place, cells)


def _amid(place: Place, cells: Sequence[Cell]) -> Place:
    """Return a place at the middle of the events, unless none of their countries is there."""
    known = [(cell.middle, cell.count) for cell in cells if cell.middle]
    if place.lat is None or not known:
        return place
    total = sum(count for _, count in known)
    lat = round(sum(middle[0] * count for middle, count in known) / total, _DECIMALS)
    lon = round(sum(middle[1] * count for middle, count in known) / total, _DECIMALS)
    codes = {each.code for cell in cells for each, _ in cell.places}
    if all(code and countries.is_outside(code, lat, lon) for code in codes):
        return place
    return dataclasses.replace(place, lat=lat, lon=lon)


def _row(cell: Cell, number: int, place: Place | None, settings: Settings) -> Event:
    """Return a row whose line is its number, by which it is found again in the payload."""
    return Event(
        id=f"cell-{number + 1}",
        title=cell.title or count_events(cell.count, settings.language),
        date=period(cell.first, cell.last),
        place=place,
        category=cell.categories[0][0] if cell.categories else "",
        status=cell.status,
        line=number,
    )


def _view(cell: Cell) -> Iterator[str]:
    """Yield what the address of a page says where the time and the place of a cell fill it."""
    if cell.first is not None and cell.last is not None:
        yield f"from={day_in_address(cell.first)}"
        yield f"to={day_in_address(cell.last)}"
    zoom, number, _ = cell.spot
    if number != NOWHERE:
        lat, lon = centre(zoom, number)
        yield f"map={zoom + _CLOSER}/{lat:.4f}/{lon:.4f}"


def _description(cell: Cell, settings: Settings) -> str:
    """Return the way to the part of a cell, and how many events of which categories it has."""
    text = escape(read_events(cell.count, settings.language))
    link = f'<p><a href="?part={cell.part}#{"&amp;".join(_view(cell))}">{text}</a></p>'
    if len(cell.categories) <= 1:
        return link
    counts = (
        f"<bdi>{escape(name)}</bdi> {figures(number, settings.language)}"
        for name, number in cell.categories
    )
    return f"{link}<p>{' · '.join(counts)}</p>"
