"""What workers do: blocks become batches, which are shared out and packed into parts."""

from __future__ import annotations

import pickle
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from deflate import zlib_compress

from mapgen.columns import each, integers, joined, taken
from mapgen.events import EventRows, columns_of
from mapgen.page.images import embedder
from mapgen.site.parts import Frame, Part, part
from mapgen.site.plan import Counts, Leaves, Plan, Steps, cells, count
from mapgen.site.reading import Block, read
from mapgen.site.tiles import UNDATED, Numbers, days, tiles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from mapgen.errors import Problem
    from mapgen.events.event import Columns
    from mapgen.reading import Account
    from mapgen.settings import Reading, Settings


_LEVEL = 1  # of libdeflate


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
    return Batch(_packed(columns), places, when, lots), told


def count_cells(read: Batch, tree: Leaves, times: Steps) -> Counts:
    """Count the events of a batch in each cell."""
    return count(cells(read.tiles, read.days, tree, times))


def share_out(read: Batch, plan: Plan, bins: Numbers) -> list[bytes]:
    """Return the events of a batch for each bin; `bins` are the first parts of each."""
    columns = _unpacked(read.events)
    parts = plan.of(cells(read.tiles, read.days, plan.leaves, plan.steps), read.lots)
    homes = bins.searchsorted(parts, side="right") - 1
    shares = (np.flatnonzero(homes == number) for number in range(len(bins)))
    return [
        _packed({"part": parts[rows].tolist(), **_taken(columns, rows)}) if len(rows) else b""
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
    own = [_unpacked(share) for share in shares if share]
    columns = {name: joined([part[name] for part in own]) for name in own[0]}
    numbers = integers(columns.pop("part"))
    found = []
    for number in np.unique(numbers).tolist():
        rows = EventRows(_taken(columns, np.flatnonzero(numbers == number)))
        frame = Frame(
            number=number,
            zoom=packing.plan.zoom(number),
            beside=packing.plan.beside(number),
            rows=packing.rows,
            categories=packing.categories,
        )
        found.append(part(rows, frame, packing.settings, embedder(packing.folder)))
    return found


def _taken(columns: Columns, rows: Numbers) -> dict[str, Sequence[Any]]:
    return {name: taken(column, rows) for name, column in columns.items()}


def _packed(columns: Columns) -> bytes:
    """Return columns as bytes, which wait for a few minutes at most."""
    return bytes(zlib_compress(pickle.dumps(dict(columns), pickle.HIGHEST_PROTOCOL), _LEVEL))


def _unpacked(data: bytes) -> dict[str, Sequence[Any]]:
    columns: dict[str, Sequence[Any]] = pickle.loads(zlib.decompress(data))  # noqa: S301  (our own)
    return columns
