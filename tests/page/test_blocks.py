from __future__ import annotations

import base64
import json
import zlib
from typing import Any, Literal

import numpy as np
import pytest

from mapgen.dates import day_number, parse
from mapgen.events import Event
from mapgen.page import blocks as module
from mapgen.page.blocks import packed
from mapgen.page.payload import pack
from mapgen.settings import Settings

COLUMNS = 12  # of integers: the days take two of them


def events(count: int, **fields: Any) -> list[Event]:
    return [one(id=f"e{i}", title=f"T{i}", line=i + 2, **fields) for i in range(count)]


def one(**fields: Any) -> Event:
    return Event(**fields)


def written(*given: Event) -> module.Packed:
    return packed(pack(given, Settings()))


def inflated(part: bytes) -> bytes:
    return zlib.decompress(base64.b64decode(part), -zlib.MAX_WBITS)


def integers(part: bytes, count: int) -> list[list[int]]:
    """Return the columns, each of `count`, without the tags."""
    data = np.frombuffer(base64.b64decode(part), np.uint8)[: 4 * count * COLUMNS]
    columns = data.reshape(COLUMNS, 4, count).transpose(0, 2, 1).copy().view("<i4")
    return [list(column[:, 0]) for column in columns]


def test_days_and_lines_are_steps_from_the_event_before() -> None:
    found = written(
        Event(id="a", title="A", line=9, date=parse("1970-01-03/1970-01-05")),
        Event(id="b", title="B", line=4, date=parse("1970-01-13")),
    )

    first, lasting, *_ = columns = integers(found.numbers, 2)

    assert found.head["days"] == "Int32"
    assert (first, lasting) == ([2, 10], [2, 0])
    assert columns[8] == [9, -5]


def test_days_out_of_32_bits_are_doubles() -> None:
    found = written(Event(id="a", title="A", line=2, date=parse("Y-66000000")))

    assert found.head["days"] == "Float64"
    assert np.frombuffer(base64.b64decode(found.numbers)[:16], "<f8").tolist() == pytest.approx(
        [-24106724493, -24106724128], rel=1e-3
    )


def test_an_open_or_unknown_end_is_as_far_off_as_can_be_written() -> None:
    found = written(
        Event(id="a", title="A", line=2, date=parse("/1970-01-01")),
        Event(id="b", title="B", line=3, date=parse("1970-01-01/..")),
        Event(id="c", title="C", line=4),
    )

    first, lasting, *_ = (np.array(column) for column in integers(found.numbers, 3))

    # Sums and differences of 32 bits go round, as they do in the page.
    assert first.cumsum(dtype="<i4").tolist() == [-(2**31), 0, -(2**31)]
    assert lasting.tolist() == [-(2**31), 2**31 - 1, -1]


def test_one_open_end_out_of_32_bits_is_infinite() -> None:
    found = written(Event(id="a", title="A", line=2, date=parse("Y66000000/..")))

    first, last = np.frombuffer(base64.b64decode(found.numbers)[:16], "<f8").tolist()

    assert (first, last) == (day_number(66_000_000, 1, 1), float("inf"))


def test_texts_stand_in_blocks_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BLOCK", 2)

    found = written(*events(5))

    assert found.head["coding"] == "deflate-raw"
    titles = [json.loads(inflated(block))["title"] for block in found.blocks]
    assert titles == [["T0", "T1"], ["T2", "T3"], ["T4"]]


def test_few_texts_are_not_deflated() -> None:
    found = written(*events(2))

    assert found.head["coding"] == "identity"
    assert json.loads(found.blocks[0]) == {"id": ["e0", "e1"], "title": ["T0", "T1"]}


def test_many_texts_are_deflated_in_one_block_too() -> None:
    found = written(*events(2, description="a" * module.PLAIN))

    assert found.head["coding"] == "deflate-raw"
    assert len(found.numbers) < len(written(*events(2)).numbers)
    assert json.loads(inflated(found.blocks[0]))["title"] == ["T0", "T1"]


@pytest.mark.parametrize("letter", ["x", "\u0645", "\u20ac", "\N{WORLD MAP}"])
@pytest.mark.parametrize("count", [0, 1, 4, 5, 9, 10, 11, 40])
def test_pieces_are_whole_characters_and_make_the_text_again(
    letter: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PIECE", 10)

    found = list(module.pieces((letter * count).encode()))

    assert max(map(len, found)) <= 10
    assert "".join(piece.decode() for piece in found) == letter * count
    assert all(found) or not count


def test_a_column_without_texts_is_left_out() -> None:
    found = written(*events(1, source_url="https://a.org/"))

    assert found.head["filled"] == ["id", "title", "source_url"]
    assert set(json.loads(found.blocks[0])) == {"id", "title", "source_url"}


def test_weights_come_last_and_the_head_tells_of_them() -> None:
    payload = pack(events(2, tags=("army",)), Settings())
    plain = packed(payload)
    payload["events"]["weight"] = [300, 1]

    found = packed(payload)

    numbers, without = base64.b64decode(found.numbers), base64.b64decode(plain.numbers)
    assert numbers == without + bytes([300 % 256, 1, 300 // 256, 0, 0, 0, 0, 0])
    assert found.head == {**plain.head, "weighted": True}
    assert "weighted" not in plain.head


def test_the_same_payload_makes_the_same_parts() -> None:
    assert written(*events(30)) == written(*events(30))


@pytest.mark.parametrize(
    ("date", "date_text", "language", "flag"),
    [
        ("1946-04", "", "en", 0),
        ("c. 1940", "", "fr", 0),
        ("1946-04", "Easter 1946", "en", module.WORDED),
        ("late 19th century", "", "en", module.SAID),
        ("late 19th century", "", "fr", module.SAID),
        ("before 1920", "", "en", module.SAID),
        ("late 19th century", "Long ago", "en", module.WORDED),
    ],
)
def test_a_page_knows_which_words_of_a_date_its_edtf_does_not_give(
    date: str, date_text: str, language: Literal["en", "fr"], flag: int
) -> None:
    event = one(id="a", title="A", line=2, date=parse(date), date_text=date_text)

    found = packed(pack([event], Settings(language=language)))

    flags = integers(found.numbers, 1)[9]
    assert flags[0] & (module.WORDED | module.SAID) == flag
