"""Writes a payload as a page carries it: numbers as typed arrays, texts in blocks, deflated.

A page reads the head and the numbers before it is ready, and a block of texts when it shows one of
its events; a browser reads no script element over about 512 MB, and so each part has its own.
"""

from __future__ import annotations

import base64
import json
import os
import zlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple, NotRequired, TypedDict

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mapgen.countries import OutlinesPayload
    from mapgen.payload import CategoryColumns, EventColumns, Payload, PlaceColumns, WordColumns

BLOCK = 1000  # events; their texts take about 1 ms to read
PLAIN = 100_000  # bytes of JSON; to inflate so little text takes longer than to read it
APPROXIMATE, UNCERTAIN, SENSITIVE, INSIDE = 1, 2, 4, 8  # bits; an image INSIDE is in the page

TEXTS = (
    *("id", "title", "date", "edtf", "description"),
    *("source_url", "image", "image_alt", "image_credit"),
)
_LEVEL = 5  # of zlib: 6 takes twice as long and saves 6 %
_LEAST_DAY, _MOST_DAY = -(2**31), 2**31 - 1  # stand for an open start and an open end
_Bytes = np.ndarray[Any, np.dtype[np.uint8]]


class Head(TypedDict):
    """What a page reads first; `days` says how its days are written, `extra` names columns.

    `coding` is that of the numbers and the blocks: "deflate-raw" or "identity", as HTTP names them.
    `filled` names the columns of texts in which any event has one. `weighted` is there where an
    event may stand for several.
    """

    version: int
    map: WordColumns
    count: int
    coding: str
    block: int
    days: str
    filled: list[str]
    extra: list[str]
    weighted: NotRequired[bool]


class Tables(TypedDict):
    """What the columns of numbers point into, and the map itself."""

    categories: CategoryColumns
    places: PlaceColumns
    strings: list[str]
    neighbours: list[str]
    outlines: OutlinesPayload


class Packed(NamedTuple):
    """A payload in parts; `numbers` and `blocks` are deflated and in base64.

    `head` and `tables` are read at once, and to inflate them takes longer than to read them.
    `numbers` are the columns of numbers one after the other: first day, days from there to the
    last, place, to, kind, category, status, source, line, flags, the lower half of the CRC-32 of
    the id, how many tags, the tags of all events, and the weight if the page is weighted. A column
    is 32-bit integers, the lowest bytes of all events first, then the next; `line` and the first
    day are differences from the event before. Where a day exceeds 32 bits, `days` is "Float64" and
    both columns of days are doubles, little-endian, as they are. A block is the JSON of the texts
    of `block` events, an array for each column of TEXTS that is not blank there, and `extra`. Where
    the page has few texts, its coding is "identity": nothing is deflated, and the blocks are not in
    base64 either.
    """

    head: Head
    tables: Tables
    numbers: str
    blocks: list[str]


def packed(payload: Payload) -> Packed:
    """Return the parts of a payload, the same bytes for the same payload."""
    events, extra = payload["events"], payload.get("extra")
    count = len(events["id"])
    days, numbers = _numbers(events)
    texts: dict[str, Sequence[str]] = {name: events[name] for name in TEXTS}  # type: ignore[literal-required]
    filled = [name for name, column in texts.items() if any(column)]
    others = extra["text"] if extra else []

    def block(start: int) -> bytes:
        part = slice(start, start + BLOCK)
        cut = {name: texts[name][part] for name in filled}
        held: dict[str, Any] = {name: column for name, column in cut.items() if any(column)}
        if others:
            held["extra"] = [column[part] for column in others]
        return _json(held)

    coding, blocks = _coded(block, range(0, count, BLOCK))
    tables: Tables = {
        "categories": payload["categories"],
        "places": payload["places"],
        "strings": payload["strings"],
        "neighbours": payload["neighbours"],
        "outlines": payload["outlines"],
    }
    head: Head = {
        "version": payload["version"],
        "map": payload["map"],
        "count": count,
        "coding": coding,
        "block": BLOCK,
        "days": days,
        "filled": filled,
        "extra": extra["header"] if extra else [],
    }
    if "weight" in events:
        head["weighted"] = True
    written = _deflated(numbers) if coding == "deflate-raw" else _base64(numbers)
    return Packed(head, tables, written, blocks)


def _coded(block: Callable[[int], bytes], starts: Sequence[int]) -> tuple[str, list[str]]:
    """Return a coding, and in it the block that begins at each event of `starts`."""
    if len(starts) <= 1 and sum(map(len, plain := [block(start) for start in starts])) <= PLAIN:
        return "identity", [data.decode() for data in plain]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # zlib works outside of Python's lock
        return "deflate-raw", list(pool.map(lambda start: _deflated(block(start)), starts))


def _numbers(events: EventColumns) -> tuple[str, bytes]:
    """Return how the days are written, and the columns of numbers."""
    flags = [
        APPROXIMATE * approximate
        + UNCERTAIN * uncertain
        + SENSITIVE * sensitive
        + INSIDE * image.startswith("data:")
        for approximate, uncertain, sensitive, image in zip(
            *(events["approximate"], events["uncertain"], events["sensitive"], events["image"]),
            strict=True,
        )
    ]
    days, written = _days(events["earliest"], events["latest"])
    columns = (
        *(events["place"], events["to"], events["kind"], events["category"], events["status"]),
        *(events["source"], _steps(events["line"]), flags),
        [zlib.crc32(each.encode()) & 0xFFFF for each in events["id"]],
        [len(tags) for tags in events["tags"]],
        [tag for tags in events["tags"] for tag in tags],
        events.get("weight", []),
    )
    return days, b"".join((written, *(_planes(column) for column in columns)))


def _days(earliest: Sequence[int | None], latest: Sequence[int | None]) -> tuple[str, bytes]:
    known = [day for day in (*earliest, *latest) if day is not None]
    if known and not _LEAST_DAY < min(known) <= max(known) < _MOST_DAY:
        infinite = (float("-inf"), float("inf"))
        both = [
            [each if each is not None else instead for each in column]
            for column, instead in zip((earliest, latest), infinite, strict=True)
        ]
        return "Float64", np.array(both, "<f8").tobytes()
    first = [_LEAST_DAY if day is None else day for day in earliest]
    last = np.array([_MOST_DAY if day is None else day for day in latest], np.int64)
    return "Int32", _planes(_steps(first)) + _planes(last - np.array(first, np.int64))


def _steps(values: Sequence[int]) -> Any:
    """Return what each integer adds to the one before it."""
    return np.diff(np.array(values, np.int64), prepend=0)


def _planes(values: Any) -> bytes:
    """Return 32 bits of each integer; what exceeds them comes back when they are added up."""
    low = np.array(values, np.int64).astype("<i4")  # wraps
    planes: _Bytes = low.view(np.uint8).reshape(-1, 4).T
    return planes.tobytes()


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _deflated(data: bytes) -> str:
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return _base64(deflate.compress(data) + deflate.flush())


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
