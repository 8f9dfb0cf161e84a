"""What workers do: blocks become batches, which are shared out and packed into parts."""

from __future__ import annotations

import pickle
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mapgen.columns import Lazy, coded, integers, joined
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


_CODEC, _LEVEL = "zstd", 1  # smaller than deflate makes it, in two fifths of the time
_Held = dict[str, Any]  # columns by their names, Lazy or arrays of numpy: both can take rows
_SIZE = 8  # bytes that say how many there are without the codec


@dataclass(frozen=True, slots=True)
class Batch:
    """The events of a block, compressed, with the tile, the day and a lot of each."""

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
    names = map(str.encode, columns["id"])
    lots = np.fromiter(map(zlib.crc32, names), np.int64, len(events))
    told = Told(
        count=len(events),
        problems=found.problems,
        accounts=found.accounts,
        tiles=count(places),
        span=(int(dated.min()), int(dated.max())) if len(dated) else None,
        categories=_counted(columns["category"]),
    )
    return Batch(_packed(_held(columns)), places, when, lots), told


def count_cells(read: Batch, tree: Leaves, times: Steps) -> Counts:
    """Count the events of a batch in each cell."""
    return count(cells(read.tiles, read.days, tree, times))


def share_out(read: Batch, plan: Plan, bins: Numbers) -> list[bytes]:
    """Return the events of a batch for each bin; `bins` are the first parts of each."""
    parts = plan.of(cells(read.tiles, read.days, plan.leaves, plan.steps), read.lots)
    columns = {"part": parts, **_unpacked(read.events)}
    homes = bins.searchsorted(parts, side="right") - 1
    shares = (np.flatnonzero(homes == number) for number in range(len(bins)))
    return [_packed(_taken(columns, rows)) if len(rows) else b"" for rows in shares]


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
    known = [_unpacked(share) for share in shares if share]
    columns = {name: _below([part[name] for part in known]) for name in known[0]}
    numbers = columns.pop("part")
    found = []
    for number in np.unique(numbers).tolist():
        own = _taken(columns, np.flatnonzero(numbers == number))
        rows = EventRows({name: _listed(column) for name, column in own.items()})
        frame = Frame(
            number=number,
            zoom=packing.plan.zoom(number),
            beside=packing.plan.beside(number),
            rows=packing.rows,
            categories=packing.categories,
        )
        found.append(part(rows, frame, packing.settings, embedder(packing.folder)))
    return found


def _counted(column: Sequence[str]) -> dict[str, int]:
    """Return how often each text of a column stands that is not blank."""
    texts = coded(column)
    counts = Counter[str]()
    for text, number in zip(texts.distinct, np.bincount(texts.codes).tolist(), strict=False):
        counts[text] += number
    del counts[""]
    return +counts


def _held(columns: Columns) -> _Held:
    """Return columns as arrays where they are lists, so that rows of them are taken at once."""
    arrays = {
        name: column if isinstance(column, Lazy) else np.fromiter(column, object, len(column))
        for name, column in columns.items()
    }
    return {**arrays, "line": integers(columns["line"])}


def _taken(columns: _Held, rows: Numbers) -> _Held:
    return {name: column.take(rows) for name, column in columns.items()}


def _below(parts: Sequence[Any]) -> Any:
    """Return the parts of a column one below the other."""
    if all(isinstance(part, np.ndarray) for part in parts):
        return np.concatenate(parts)
    return joined(list(map(_listed, parts)))


def _listed(column: Any) -> Any:
    return column.tolist() if isinstance(column, np.ndarray) else column


def _packed(columns: _Held) -> bytes:
    """Return columns as bytes, which wait for a few minutes at most."""
    from pyarrow import Codec

    data = pickle.dumps(columns, pickle.HIGHEST_PROTOCOL)
    inner: bytes = Codec(_CODEC, _LEVEL).compress(data, asbytes=True)
    return len(data).to_bytes(_SIZE) + inner


def _unpacked(data: bytes) -> _Held:
    from pyarrow import Codec

    size, inner = int.from_bytes(data[:_SIZE]), memoryview(data)[_SIZE:]
    columns: _Held = pickle.loads(Codec(_CODEC).decompress(inner, size))  # noqa: S301  (our own)
    return columns
