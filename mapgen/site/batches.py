"""What workers do: blocks become batches, which are shared out and packed into parts."""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mapgen.coded import each, integers
from mapgen.events import EventRows, columns_of
from mapgen.page.images import embedder
from mapgen.site.carrying import joined, packed, taken, unpacked
from mapgen.site.parts import Frame, Part, part
from mapgen.site.plan import Counts, Leaves, Plan, Steps, cells, count
from mapgen.site.reading import Block, read
from mapgen.site.tiles import UNDATED, Numbers, days, tiles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from mapgen.errors import Problem
    from mapgen.reading import Account
    from mapgen.settings import Reading, Settings


@dataclass(frozen=True, slots=True)
class Batch:
    """The events of a block, deflated, with the tile, the day and a lot of each."""

    events: bytes
    tiles: Numbers
    days: Numbers
    lots: Numbers


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a block once it has been read; `span` is from its first to its last day."""

    count: int
    problems: tuple[Problem, ...]
    accounts: tuple[Account, ...]
    tiles: Counts
    span: tuple[int, int] | None
    categories: Mapping[str, int]


def batch(block: Block, reading: Reading) -> tuple[Batch, Told]:
    """Read a block."""
    found = read(block, reading)
    events, places, when = found.events, tiles(found.events), days(found.events)
    dated = when[when != UNDATED]
    columns = columns_of(events)
    lots = integers(each(columns["id"], lambda name: zlib.crc32(name.encode())))
    told = Told(
        count=len(events),
        problems=found.problems,
        accounts=found.accounts,
        tiles=count(places),
        span=(int(dated.min()), int(dated.max())) if len(dated) else None,
        categories=Counter(filter(None, columns["category"][:])),
    )
    return Batch(packed(columns), places, when, lots), told


def count_cells(read: Batch, tree: Leaves, times: Steps) -> Counts:
    """Count the events of a batch in each cell."""
    return count(cells(read.tiles, read.days, tree, times))


def share_out(read: Batch, plan: Plan, bins: Numbers) -> list[bytes]:
    """Return the events of a batch for each bin; `bins` are the first parts of each."""
    columns = unpacked(read.events)
    parts = plan.of(cells(read.tiles, read.days, plan.leaves, plan.steps), read.lots)
    homes = bins.searchsorted(parts, side="right") - 1
    shares = (np.flatnonzero(homes == number) for number in range(len(bins)))
    return [
        packed({"part": parts[rows].tolist(), **taken(columns, rows)}) if len(rows) else b""
        for rows in shares
    ]


@dataclass(frozen=True, slots=True)
class Packing:
    """What the parts of a site have in common."""

    plan: Plan
    rows: int
    categories: tuple[str, ...]
    settings: Settings
    folder: Path


def pack_bin(shares: Sequence[bytes], packing: Packing) -> list[Part]:
    """Return the parts of a bin, from its share of every batch in order."""
    columns = joined([unpacked(share) for share in shares if share])
    numbers = np.array(columns.pop("part"), np.int64)
    found = []
    for number in np.unique(numbers).tolist():
        own = EventRows(taken(columns, np.flatnonzero(numbers == number)))
        frame = Frame(
            number=number,
            zoom=packing.plan.zoom(number),
            beside=packing.plan.beside(number),
            rows=packing.rows,
            categories=packing.categories,
        )
        found.append(part(own, frame, packing.settings, embedder(packing.folder)))
    return found
