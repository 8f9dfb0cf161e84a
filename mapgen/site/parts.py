"""Packs the events of one part of a site, and says what the overview shows of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

import numpy as np

from mapgen.columns import distinct_of, each
from mapgen.events import EventRows
from mapgen.page.blocks import packed, tables_of
from mapgen.page.payload import SHAPES, pack
from mapgen.site.facts import Facts, cells_of
from mapgen.site.naming import name_of_period, name_of_places
from mapgen.texts.addresses import origins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mapgen.page.payload import Payload
    from mapgen.settings import Settings
    from mapgen.site.facts import Cell


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
    images = distinct_of(payload["events"]["image"])
    facts = Facts(rows)
    return Part(
        number=frame.number,
        content=_json(_content(payload, _name(facts, settings), frame)),
        cells=cells_of(facts, frame.number, frame.zoom, frame.rows),
        codes=codes,
        hosts=frozenset(origins(images)),
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


def _content(payload: Payload, name: str, frame: Frame) -> dict[str, Any]:
    head, numbers, blocks = packed(payload)
    inner = {name: value for name, value in tables_of(payload).items() if name != "outlines"}
    earlier, later = frame.beside
    return {
        "part": {
            "number": frame.number,
            "name": name,
            "earlier": earlier,
            "later": later,
        },
        "head": head,
        "tables": inner,
        "numbers": numbers.decode(),
        "blocks": [block.decode() for block in blocks],
    }


def _name(facts: Facts, settings: Settings) -> str:
    """Return the time and the place of a part in words."""
    everything = np.arange(len(facts.rows))
    first, last = facts.span(everything)
    places = facts.places(everything, most=2)
    name = (places[0][0].name or places[0][0].country) if places else ""
    where = name_of_places(name, several=len(places) > 1, language=settings.language)
    return f"{name_of_period(first, last, settings.language)} · {where}"


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
