"""Writes a payload as a page carries it: numbers as typed arrays, texts in blocks, deflated.

A page reads the head and the numbers before it is ready, and a block of texts when it shows one of
its events; a browser reads no script element over about 512 MB, and so each part has its own.
"""

from __future__ import annotations

import os
import zlib
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple, NotRequired, TypedDict, cast

import numpy as np
from deflate import deflate_compress

from mapgen.columns import Coded, Texts, distinct_of, each, integers
from mapgen.page.json_columns import dumped, json_of, json_of_places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from mapgen.page.payload import (
        CategoryColumns,
        EventColumns,
        Payload,
        PlaceColumns,
        WordColumns,
    )
    from mapgen.places.countries import OutlinesPayload

BLOCK = 1000  # events; their texts take about 1 ms to read
PLAIN = 100_000  # bytes of JSON; to inflate so little text takes longer than to read it
APPROXIMATE, UNCERTAIN, SENSITIVE = 1, 2, 4  # bits
INSIDE, WORDED, SAID = 8, 16, 32  # of an image in the page, and of a date, as `worded` has it

TEXTS = (
    *("id", "title", "date", "edtf", "time", "end_time", "description"),
    *("source_url", "image", "image_alt", "image_credit"),
)
PIECE = 1_000_000  # bytes; the time of WebKit for an element grows with the square of its length
_CONTINUES = range(0b1000_0000, 0b1100_0000)  # bytes of UTF-8 that begin no character
_LEVEL = 6  # of libdeflate: 7 takes twice as long and saves 4 %
_MANY, _LEVEL_OF_MANY = 50, 4  # blocks, beyond which two fifths of the time count more than 7 %
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
    """What the columns of numbers point into, and the map itself.

    Of very many places or strings, their JSON is deflated and in base64.
    """

    categories: CategoryColumns
    places: Mapping[str, list[Any]] | str
    strings: list[str] | str
    neighbours: list[str]
    outlines: OutlinesPayload


class Packed(NamedTuple):
    """A payload in parts; `numbers` and `blocks` are deflated and in base64, ready to be written.

    `head` is read at once, and to inflate it takes longer than to read it.
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
    numbers: bytes
    blocks: list[bytes]


def packed(payload: Payload) -> Packed:
    """Return the parts of a payload, the same bytes for the same payload."""
    events, extra = payload["events"], payload.get("extra")
    count = len(events["id"])
    texts: dict[str, Sequence[str]] = {name: events[name] for name in TEXTS if name in events}  # type: ignore[literal-required]
    filled = [name for name, column in texts.items() if any(distinct_of(column))]
    others = extra["text"] if extra else []

    def block(start: int) -> bytes:
        part = slice(start, start + BLOCK)
        written = ((name, json_of(texts[name], part)) for name in filled)
        held = [b'"%b":%b' % (name.encode(), json) for name, json in written if json]
        if others:
            columns = (json_of(column, part) or dumped(column[part]) for column in others)
            held.append(b'"extra":[%b]' % b",".join(columns))
        return b"{%b}" % b",".join(held)

    coding, days, numbers, blocks = _coded(lambda: _numbers(events), block, range(0, count, BLOCK))
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
    return Packed(head, numbers, blocks)


def pieces(data: bytes) -> Iterator[bytes]:
    """Yield text in UTF-8 in one piece at least, each of `PIECE` bytes at most."""
    start, end = 0, len(data)
    while end - start > PIECE:
        cut = start + PIECE
        while data[cut] in _CONTINUES:
            cut -= 1
        yield data[start:cut]
        start = cut
    yield data[start:] if start else data


def tables_of(payload: Payload) -> Tables:
    """Return what the columns of numbers point into; it is read at once too."""
    strings, places = payload["strings"], payload["places"]
    return {
        "categories": payload["categories"],
        "places": _long(json_of_places(places))
        or {name: list(column) for name, column in places.items()},  # type: ignore[call-overload]
        "strings": _long(dumped(strings)) or strings,
        "neighbours": payload["neighbours"],
        "outlines": payload["outlines"],
    }


class _Coded(NamedTuple):
    """A coding, how the days are written, and in that coding the numbers and the blocks."""

    coding: str
    days: str
    numbers: bytes
    blocks: list[bytes]


def _coded(
    numbers: Callable[[], tuple[str, bytes]],
    block: Callable[[int], bytes],
    starts: Sequence[int],
) -> _Coded:
    """Return the numbers, and the block that begins at each event of `starts`, in a coding."""
    if len(starts) <= 1 and sum(map(len, plain := [block(start) for start in starts])) <= PLAIN:
        days, written = numbers()
        return _Coded("identity", days, b64encode(written), plain)
    level = _LEVEL_OF_MANY if len(starts) > _MANY else _LEVEL
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # libdeflate works outside of Python's lock
        made = pool.map(lambda start: _deflated(block(start), level), starts)
        days, written = numbers()
        return _Coded("deflate-raw", days, _deflated(written, level), list(made))


def _numbers(events: EventColumns) -> tuple[str, bytes]:
    """Return how the days are written, and the columns of numbers."""
    inside = each(events["image"], lambda image: int(image.startswith("data:")))
    worded = integers(events["worded"])
    flags = (
        APPROXIMATE * integers(events["approximate"])
        + UNCERTAIN * integers(events["uncertain"])
        + SENSITIVE * integers(events["sensitive"])
        + INSIDE * integers(inside)
        + WORDED * (worded == 1)
        + SAID * (worded == 2)  # noqa: PLR2004  (as EventColumns has it)
    )
    days, written = _days(events["earliest"], events["latest"])
    columns = (
        *map(integers, (events["place"], events["to"], events["kind"])),
        *map(integers, (events["category"], events["status"], events["source"])),
        *(_steps(integers(events["line"])), flags),
        _checksums(events["id"]) & 0xFFFF,
        integers(each(events["tags"], len)),
        _in_a_row(events["tags"]),
        integers(events.get("weight", [])),
    )
    return days, b"".join((written, *map(_planes, columns)))


def _in_a_row(lists: Sequence[list[int]]) -> NDArray[np.int64]:
    """Return the numbers of all lists, one after the other."""
    lengths = integers(each(lists, len))
    known = distinct_of(lists)
    numbers = np.array([number for one in known for number in one], np.int64)
    starts = np.cumsum([0, *map(len, known)])
    begins = starts[lists.codes if isinstance(lists, Coded) else np.arange(len(known))]
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    found: NDArray[np.int64] = numbers[np.repeat(begins, lengths) + within]
    return found


def _days(earliest: Sequence[int | None], latest: Sequence[int | None]) -> tuple[str, bytes]:
    both = np.stack([_ends(earliest, float("-inf")), _ends(latest, float("inf"))])
    known = both[np.isfinite(both)]
    if len(known) and not _LEAST_DAY < known.min() <= known.max() < _MOST_DAY:
        return "Float64", both.astype("<f8").tobytes()
    first, last = both.clip(_LEAST_DAY, _MOST_DAY).astype(np.int64)
    return "Int32", _planes(_steps(first)) + _planes(last - first)


def _ends(days: Sequence[int | None], instead: float) -> NDArray[np.float64]:
    """Return a column of days with a number in place of None."""
    known = np.array(distinct_of(days), np.float64)  # None becomes NaN
    found: NDArray[np.float64] = np.where(np.isnan(known), instead, known)
    return found[days.codes] if isinstance(days, Coded) else found


def _checksums(texts: Sequence[str]) -> NDArray[np.int64]:
    """Return the CRC-32 of each text in UTF-8."""
    held = texts.encoded() if isinstance(texts, Texts) else map(str.encode, texts)
    return np.fromiter(map(zlib.crc32, held), np.int64, len(texts))


def _steps(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return what each integer adds to the one before it."""
    return np.diff(values, prepend=0)


def _planes(values: NDArray[np.int64]) -> bytes:
    """Return 32 bits of each integer; what exceeds them comes back when they are added up."""
    low = values.astype("<i4")  # wraps
    planes: _Bytes = low.view(np.uint8).reshape(-1, 4).T
    return planes.tobytes()


def _lists(places: PlaceColumns) -> Mapping[str, list[Any]]:
    columns = cast("Mapping[str, Sequence[Any]]", places)
    return {name: list(column) for name, column in columns.items()}


def _long(told: bytes) -> str:
    """Return JSON in the coding of long ones, "" if it is short."""
    return _deflated(told, _LEVEL).decode() if len(told) > PLAIN else ""


def _deflated(data: bytes, level: int) -> bytes:
    return b64encode(deflate_compress(data, level))
