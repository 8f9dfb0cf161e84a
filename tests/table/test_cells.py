"""The cells that are cut out of a large table are those that are read one by one."""

from __future__ import annotations

import csv
import io
import sys
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.errors import TableError
from mapgen.table.records import split
from mapgen.table.text import decode, with_plain_breaks
from tests.table.sheets import cut, read_one_by_one


@given(
    st.lists(
        st.lists(
            st.text(st.sampled_from('ab1 \t",\né\u00a0\x1f'), max_size=5), min_size=2, max_size=2
        ),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_cells_that_are_cut_are_those_that_are_read_one_by_one(
    rows: list[list[str]], quoting: Literal[0, 1], end: str
) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, quoting=quoting, lineterminator=end).writerows([["x", "y"], *rows])

    assert cut(buffer.getvalue()) == read_one_by_one(buffer.getvalue())


@given(st.lists(st.text("ab\u0085\u00a0\u2003\u3000\u1680é\u2013\x1c ", max_size=6), min_size=1))
def test_white_space_is_taken_off_as_python_does_it(texts: list[str]) -> None:
    text = "".join(f"{text},{text}x\n" for text in ("x", *texts))

    assert cut(text) == read_one_by_one(text)
    assert [row[1] for row in (cut(text) or [])[1:-1]] == list(map(str.strip, texts))


def test_no_white_space_beyond_ascii_is_forgotten() -> None:
    spaces = [letter for letter in map(chr, range(0x80, sys.maxunicode + 1)) if letter.isspace()]

    text = "".join(f"{space}x{space},y\n" for space in spaces)

    assert {row[1] for row in (cut(text) or [])[1:-1]} == {"x"}


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2,3\n",  # a row of more cells
        "a,b\n1\n",  # and of fewer
        "a,b\n1,2\n\n3,4\n",  # an empty line
        'a,b\n1,5" gun\n2,6" gun\n',  # a mark within a cell
        'a,b\n1, "2"\n',  # and behind a blank
        "a\n1\n",  # one column, whose blank cells are empty lines
    ],
)
def test_what_is_not_neat_is_left_to_the_other_reader(text: str) -> None:
    assert cut(text) is None


def test_empty_lines_around_a_table_and_breaks_within_cells_are_counted() -> None:
    text = '\n\na,"b\nc"\n1,"2\n3"\n4,5\n\n'

    assert cut(text) == read_one_by_one(text)
    assert cut(text) == [["3", "a", "b c"], ["5", "1", "2\n3"], ["7", "4", "5"], ["3"]]


@given(st.text('aé\r\n"', max_size=9))
def test_a_text_means_the_same_with_any_line_ends(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")

    assert with_plain_breaks(text.encode()).decode() == plain
    assert _records(f"x\r\n{text}") == _records(f"x\n{plain}")


def _records(text: str) -> list[tuple[str, int]] | str:
    try:
        found = split(decode(text.encode(), file="t.csv").data, file="t.csv")
    except TableError as error:
        return str(error)
    return [(found.text(each), int(found.lines[each])) for each in range(len(found.ends))]
