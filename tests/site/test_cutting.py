"""A file is cut between records, whatever its cells hold."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.site.cutting import can_be_cut, cut, header, look

CELLS = st.text(alphabet='ab,;"\n\r é', max_size=8)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=12)


def written(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def pieces(data: bytes, size: int) -> list[tuple[bytes, int]]:
    """Return the blocks of a file that is looked at in stretches of a size, with their lines."""
    stretches = [data[at : at + size] for at in range(0, len(data), size)]
    seen = [
        look(
            stretch,
            before=data[number * size - 1 : number * size] or b"\n",
            after=data[(number + 1) * size : (number + 1) * size + 1] or b"\n",
        )
        for number, stretch in enumerate(stretches)
    ]
    found = cut(seen, [len(stretch) for stretch in stretches])
    return [(data[each.start : each.end], each.line) for each in found]


@given(ROWS, st.integers(1, 40))
def test_blocks_are_whole_records_one_after_the_other(rows: list[list[str]], size: int) -> None:
    data = written(rows)

    found = pieces(data, size)

    read = [
        list(csv.reader(io.StringIO(block.decode(), newline=""), strict=True)) for block, _ in found
    ]
    assert b"".join(block for block, _ in found) == data
    assert [row for block in read for row in block] == rows


@given(ROWS, st.integers(1, 40))
def test_a_block_knows_its_line(rows: list[list[str]], size: int) -> None:
    data = written(rows)

    found = pieces(data, size)

    before = 0
    for block, line in found:
        told = data[:before].replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        assert line == told
        before += len(block)


def test_a_mark_inside_of_a_cell_keeps_the_file_in_one_block() -> None:
    data = b'title,date\na 5" gun,1900\na 6" gun,1901\n' + b"c,1902\n" * 20

    assert len(pieces(data, 30)) == 1


def test_a_quoted_cell_that_never_ends_keeps_the_file_in_one_block() -> None:
    assert len(pieces(b'title\n"a\n' + b"b\n" * 50, 20)) == 1


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"title,date\nA,1\n", b"title,date\n"),
        (b"\n,,\ntitle,date\nA,1\n", b"\n,,\ntitle,date\n"),
        (b"sep=;\ntitle;date\nA;1\n", b"sep=;\ntitle;date\n"),
        (b'"ti\ntle",date\nA,1\n', b'"ti\ntle",date\n'),
        (b"\xef\xbb\xbftitle\r\nA\r\n", b"\xef\xbb\xbftitle\r\n"),
    ],
)
def test_the_header_is_the_first_record_with_text(data: bytes, expected: bytes) -> None:
    assert header(data) == expected


@pytest.mark.parametrize(
    ("sample", "encoding", "expected"),
    [
        (b"title\n", "", True),
        ("title\n".encode("utf-16"), "", False),
        ("title\n".encode("utf-16-le"), "", False),
        (b"title\n", "cp1256", True),
        (b"title\n", "utf-16", False),
        (b"title\n", "no such thing", False),
    ],
)
def test_a_file_is_cut_where_bytes_are_letters(
    sample: bytes, encoding: str, expected: bool
) -> None:
    assert can_be_cut(sample, encoding) is expected
