"""Blank cells of a CSV file are filled, and every other byte stays."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapgen import table
from mapgen.errors import TableError
from mapgen.filling.csv_bytes import write
from mapgen.filling.numbers import write_degrees
from mapgen.filling.saving import swap

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn


def filled(before: str | bytes, cells: dict[tuple[int, str], str], *, encoding: str = "") -> bytes:
    data = before.encode() if isinstance(before, str) else before
    return write(data, cells, file="t.csv", encoding=encoding)


HOMS = {(2, "lat"): "34.7", (2, "lon"): "36.7"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title,lat,lon\nHoms,,\n", "title,lat,lon\nHoms,34.7,36.7\n"),
        ("title,lat,lon\r\nHoms,,\r\n", "title,lat,lon\r\nHoms,34.7,36.7\r\n"),
        ("title,lat,lon\rHoms,,\r", "title,lat,lon\rHoms,34.7,36.7\r"),
        ("title,lat,lon\nHoms,,", "title,lat,lon\nHoms,34.7,36.7"),
        ("title,lat,lon\r\nHoms", "title,lat,lon\r\nHoms,34.7,36.7"),
        ("title,lat,lon\nHoms,\nB,,\r\n", "title,lat,lon\nHoms,34.7,36.7\nB,,\r\n"),
        ("lat;lon;title\n;;Homs\n\n;;\n", "lat;lon;title\n34.7;36.7;Homs\n\n;;\n"),
        ('lon,lat,title\n"",""," Homs"\n', 'lon,lat,title\n"36.7","34.7"," Homs"\n'),
        ('title,lat,lon\n"a ""b""", , " "\n', 'title,lat,lon\n"a ""b""",34.7, "36.7"\n'),
        ("title\tlat\tlon\nHoms\t \t\n", "title\tlat\tlon\nHoms\t34.7\t36.7\n"),
        ('title,lat,lon\n5" gun,,\n', 'title,lat,lon\n5" gun,34.7,36.7\n'),
    ],
)
def test_only_the_blank_cells_change(before: str, after: str) -> None:
    assert filled(before, HOMS).decode() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title\nHoms\n\nB\n", "title,lat,lon\nHoms,34.7,36.7\n\nB,,\n"),
        ("title,x\r\nHoms\r\nB,1", "title,x,lat,lon\r\nHoms,,34.7,36.7\r\nB,1,,"),
        ('"title","lat"\n"Homs",""\n', '"title","lat","lon"\n"Homs","34.7","36.7"\n'),
        ("title;lon\nHoms;\n", "title;lon;lat\nHoms;36.7;34.7\n"),
    ],
)
def test_columns_that_are_missing_are_added_at_the_end_of_every_row(
    before: str, after: str
) -> None:
    assert filled(before, HOMS).decode() == after


def test_a_row_that_already_ends_with_a_delimiter_takes_the_new_column_there() -> None:
    result = filled("title,x\nHoms,1,\nB,2,\n", {(2, "lat"): "34.7"})

    assert result == b"title,x,lat\nHoms,1,34.7\nB,2,\n"


def test_the_line_that_names_the_delimiter_stays() -> None:
    result = filled("sep=;\r\ntitle;lat;lon\r\nHoms;;\r\n", {(3, "lat"): "34.7"})

    assert result == b"sep=;\r\ntitle;lat;lon\r\nHoms;34.7;\r\n"


def test_a_text_with_the_delimiter_is_quoted() -> None:
    assert filled("title,lat\nHoms,\n", {(2, "lat"): "34,7"}) == b'title,lat\nHoms,"34,7"\n'


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("cp1252", b""),
    ],
)
def test_encoding_and_byte_order_mark_stay(encoding: str, mark: bytes) -> None:
    before = mark + "title;lat;lon\r\nLatakié «1»;;\r\n".encode(encoding)

    after = filled(before, HOMS)

    assert after == mark + "title;lat;lon\r\nLatakié «1»;34.7;36.7\r\n".encode(encoding)


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-8-sig", "utf-32", "shift_jis"])
def test_an_encoding_that_the_author_names_stays(encoding: str) -> None:
    title = "ヤ" if encoding == "shift_jis" else "حمص"
    before = f"title,lat,lon\n{title},,\n".encode(encoding)

    after = filled(before, HOMS, encoding=encoding)

    assert after == f"title,lat,lon\n{title},34.7,36.7\n".encode(encoding)


@pytest.mark.parametrize("there", ["33.5", '"33.5"', '""""', "x"])
def test_a_cell_that_is_not_blank_is_never_written(there: str) -> None:
    with pytest.raises(ValueError, match="is not blank"):
        filled(f"title,lat,lon\nHoms,{there},\n", HOMS)


def test_letters_that_cannot_be_stored_again_are_refused() -> None:
    data = b"title,lat\n+AGE-,\n"  # UTF-7 for "a", which is also written plainly

    with pytest.raises(TableError, match="more than one way"):
        filled(data, {(2, "lat"): "1"}, encoding="utf-7")


# Every dialect.

TEXTS = st.text(st.sampled_from("aé لح ,;\t|'\"\n\r.–1"), max_size=6)
BLANKS = st.sampled_from(["", " ", '""', '" "', "  "])


class Writer:
    """Writes a table twice, with its cells blank and with some of them filled."""

    def __init__(self, draw: DrawFn) -> None:
        self._draw = draw
        self._ends = draw(st.sampled_from([["\n"], ["\r\n"], ["\r"], ["\n", "\r\n"]]))
        self.delimiter = draw(st.sampled_from(",;\t|"))
        self.order = draw(st.permutations(["title", "note", "lat", "lon"]))
        self.before = self.after = ""
        self.line = 1
        self.cells: dict[tuple[int, str], str] = {}
        header = [draw(st.sampled_from([name, f'"{name}"'])) for name in self.order]
        self._habit = all(name.startswith('"') for name in header)
        self._put(header, header)

    def end(self) -> None:
        """End a line, or several."""
        for _ in range(self._draw(st.sampled_from([1, 1, 1, 2]))):
            mark = self._draw(st.sampled_from(self._ends))
            self.before, self.after, self.line = (
                self.before + mark,
                self.after + mark,
                self.line + 1,
            )

    def row(self, number: int) -> None:
        """Write a row, short where the coordinates stand last and the dice say so."""
        first, old, new = self.line, list[str](), list[str]()
        for name in self.order:
            if name == "title":
                blank = full = f"t{number}"
            elif name == "note":
                blank = full = self._note()
            else:
                blank = self._draw(BLANKS)
                full = self._value(first, name, blank)
            old.append(blank)
            new.append(full)
        if self._draw(st.booleans()):
            self._shorten(first, old, new)
        self._put(old, new)

    def _note(self) -> str:
        text = self._draw(TEXTS)
        self.line += len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1
        return '"' + text.replace('"', '""') + '"'

    def _value(self, line: int, name: str, blank: str) -> str:
        value = self._draw(st.none() | st.sampled_from(["33.5", "-7.25", "33,5"]))
        if value is None:
            return blank
        self.cells[line, name] = value
        return f'"{value}"' if '"' in blank or self.delimiter in value else value

    def _shorten(self, line: int, old: list[str], new: list[str]) -> None:
        """Leave out the last coordinates; what fills them is written in the habit of the table."""
        while (name := self.order[len(old) - 1]) in {"lat", "lon"}:
            old.pop()
            value = self.cells.get((line, name))
            if value is None and len(new) == len(old) + 1:
                new.pop()
                continue
            quote = '"' if self._habit or self.delimiter in (value or "") else ""
            new[len(old)] = f"{quote}{value or ''}{quote}"

    def _put(self, old: list[str], new: list[str]) -> None:
        self.before += self.delimiter.join(old)
        self.after += self.delimiter.join(new)


@st.composite
def tables(draw: DrawFn) -> tuple[bytes, dict[tuple[int, str], str], str, bytes]:
    """Draw the bytes of a table, the cells to fill, the encoding, and the bytes when filled."""
    writer = Writer(draw)
    for number in range(draw(st.integers(1, 6))):
        writer.end()
        writer.row(number)
    if draw(st.booleans()):
        writer.end()
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1256", "utf-16-be"]))
    return writer.before.encode(encoding), writer.cells, encoding, writer.after.encode(encoding)


Drawn = tuple[bytes, dict[tuple[int, str], str], str, bytes]


@settings(max_examples=300)
@given(tables())
def test_in_any_dialect_no_byte_outside_the_filled_cells_changes(drawn: Drawn) -> None:
    before, cells, encoding, expected = drawn

    after = write(before, cells, file="t.csv", encoding=encoding)

    assert after == expected


@settings(max_examples=50)
@given(tables())
def test_in_any_dialect_the_reader_finds_the_values(drawn: Drawn) -> None:
    before, cells, encoding, _ = drawn

    after = write(before, cells, file="t.csv", encoding=encoding)

    first, second = (
        table.parse(data, file="t.csv", folder=Path(), encoding=encoding)
        for data in (before, after)
    )
    wanted = {name: list(column) for name, column in first.cells.items()}
    for (line, name), value in cells.items():
        wanted.setdefault(name, [""] * len(first.lines))[first.lines.index(line)] = value
    assert {name: list(column) for name, column in second.cells.items()} == wanted


# Numbers.


@pytest.mark.parametrize(
    ("value", "others", "text"),
    [
        (33.5130695, [], "33.51307"),
        (33.5, ["36,2", "1,5", "2.5"], "33,5"),
        (33.5, ["36.2"], "33.5"),
        (-7.0, [], "-7.0"),
        (-0.000001, [], "0.0"),
        (100.0, [], "100.0"),
    ],
)
def test_degrees_are_written_like_the_others_of_their_column(
    value: float, others: list[str], text: str
) -> None:
    assert write_degrees(value, others) == text


# The file.


def test_a_file_is_swapped_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"old")
    path.chmod(0o640)

    swap(path, before=b"old", after=b"new")

    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "t.csv", tmp_path / "link.csv"
    path.write_bytes(b"old")
    link.symlink_to(path)

    swap(link, before=b"old", after=b"new")

    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_file_that_changed_since_it_was_read_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"edited")

    with pytest.raises(TableError, match=r"t\.csv: was changed by another program"):
        swap(path, before=b"old", after=b"new")

    assert path.read_bytes() == b"edited"


def test_a_file_that_may_not_be_written_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything

    with pytest.raises(TableError, match="cannot be written"):
        swap(path, before=b"old", after=b"new")

    assert path.read_bytes() == b"old"
