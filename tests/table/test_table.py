from __future__ import annotations

import codecs
import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapgen import table
from mapgen.errors import TableError
from tests.table.sheets import cells, read, refusal, said

if TYPE_CHECKING:
    from pathlib import Path


# Cells


def test_a_cell_is_text_whatever_it_looks_like(tmp_path: Path) -> None:
    content = "a,b,c,d,e\nNA,null,007,1e5,\nNaN,None,-,TRUE,2012-07-01\n"

    found = read(tmp_path, content)

    assert cells(found) == [
        ["NA", "null", "007", "1e5", ""],
        ["NaN", "None", "-", "TRUE", "2012-07-01"],
    ]


def test_outer_white_space_is_dropped_and_inner_line_breaks_are_kept(tmp_path: Path) -> None:
    found = read(tmp_path, ' a ,b\n  x y ,"\u00a0 one\r\ntwo\rthree \n"\n')

    assert list(found.cells) == ["a", "b"]
    assert cells(found) == [["x y", "one\ntwo\nthree"]]


def test_a_quotation_mark_inside_an_unquoted_cell_is_text(tmp_path: Path) -> None:
    content = 'gun,note\n5" gun,"he said ""no"", twice\nover"\n"x", "after a blank, quoted"\n'

    found = read(tmp_path, content)

    assert cells(found) == [
        ['5" gun', 'he said "no", twice\nover'],
        ["x", "after a blank, quoted"],
    ]
    assert found.lines == (2, 4)


def test_a_cell_of_a_megabyte_is_read_whole(tmp_path: Path) -> None:
    long = 'word, "quoted"\n' * 70_000

    found = read(tmp_path, 'a,b\nx,"' + long.replace('"', '""') + '"\ny,z\n')

    assert list(found.cells["b"]) == [long.strip(), "z"]
    assert found.lines == (2, 70_003)


# Lines


def test_lines_that_end_in_cr_alone_are_told_apart_before_the_delimiter(tmp_path: Path) -> None:
    found = read(tmp_path, "title;date\rA, or so, or so;1920\rB, too, too;1921\r")

    assert (found.delimiter, list(found.cells["date"])) == (";", ["1920", "1921"])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_row_knows_the_line_on_which_it_begins(tmp_path: Path, end: str) -> None:
    lines = ["", "a,b", "1,2", "", '3,"x', '"', ",", "  ", '"4', "", '",5', "6,7"]

    found = read(tmp_path, end.join(lines))

    assert found.header_line == 2
    assert found.lines == (3, 5, 9, 12)
    assert found.blank == 4


# Encodings


@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
    ],
)
def test_unicode_is_read_with_and_without_a_byte_order_mark(
    tmp_path: Path, encoding: str, mark: bytes, name: str
) -> None:
    content = "title,place\nمجزرة حماة,حماة\nГибель,Ḥamāh 𐤃\n"

    found = read(tmp_path, mark + content.encode(encoding))

    assert list(found.cells) == ["title", "place"]
    assert cells(found) == [["مجزرة حماة", "حماة"], ["Гибель", "Ḥamāh 𐤃"]]
    assert found.encoding == name
    assert found.notes == ()


def test_what_is_not_utf8_is_read_as_windows_1252_with_a_warning(tmp_path: Path) -> None:
    found = read(tmp_path, "title,place\nx,y\nLa fuite d’été,Orléans €\n".encode("cp1252"))

    assert cells(found)[1] == ["La fuite d’été", "Orléans €"]
    assert found.encoding == "cp1252"
    assert [problem.severity for problem in found.notes] == ["warning"]
    assert said(found.notes) == (
        "t.csv: is not UTF-8 (byte 0x92 in line 3); read as Windows-1252; "
        "save the table as 'CSV UTF-8' if letters look wrong on the map"
    )


def test_one_broken_letter_does_not_turn_a_utf8_file_into_windows_1252(tmp_path: Path) -> None:
    content = "title,place\nété à Orléans,حماة\r\n".encode() + b"caf\xe9,x\n"

    assert refusal(tmp_path, content) == (
        "t.csv:3: the file is UTF-8 text, but the byte 0xE9 here is not; "
        "mend the letter and save the table as 'CSV UTF-8'"
    )


def test_bytes_of_no_known_encoding_are_refused_with_their_line(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"title\nx\xe9\x81\n") == (
        "t.csv:2: the file is neither UTF-8 nor Windows-1252 text (byte 0x81 here); "
        "save the table as 'CSV UTF-8'"
    )


def test_utf16_that_breaks_off_is_refused(tmp_path: Path) -> None:
    content = codecs.BOM_UTF16_LE + "a,b\n1,2\n".encode("utf-16-le") + b"x"

    assert refusal(tmp_path, content) == (
        "t.csv:3: the file is UTF-16-LE text, but the byte 0x78 here is not; "
        "mend the letter and save the table as 'CSV UTF-8'"
    )


def test_a_nul_is_an_error_on_its_line_and_the_other_rows_are_still_read(tmp_path: Path) -> None:
    found = read(tmp_path, 'a,b\n1,2\n3,"x\ny\0"\n5,6\n')

    assert said(found.notes) == (
        "t.csv:4: a NUL character (U+0000) stands in this line; "
        "delete it, or save the table again from the program that made it"
    )
    assert cells(found) == [["1", "2"], ["5", "6"]]


# Delimiters


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    found = read(tmp_path, f"a{delimiter}b{delimiter}c\n1{delimiter}2{delimiter}3\n")

    assert cells(found) == [["1", "2", "3"]]
    assert found.delimiter == delimiter


@pytest.mark.parametrize(
    ("content", "delimiter"),
    [
        ('title,"a;b;c;d"\nx,y\n', ","),
        ("title,note (one; two; three)\nx,y\nz,w\n", ","),
        ("title;lat;lon\nHama;35,13;36,75\n", ";"),
        ("title;place (town, land, sea)\nHama;Syria\n", ";"),
        ("title\nHama\n", ","),
        ("a;b;c\nonly one\n", ";"),
    ],
)
def test_other_marks_in_the_header_or_the_cells_do_not_mislead(
    tmp_path: Path, content: str, delimiter: str
) -> None:
    found = read(tmp_path, content)

    assert found.delimiter == delimiter


def test_the_separator_line_of_spreadsheet_programs_is_no_header(tmp_path: Path) -> None:
    found = read(tmp_path, "sep=;\r\na;b\r\n1;2\r\n")

    assert list(found.cells) == ["a", "b"]
    assert (found.header_line, found.lines) == (2, (3,))


# Headers


def test_every_name_that_stands_twice_is_told_with_both_places(tmp_path: Path) -> None:
    assert refusal(tmp_path, "\na,b,a,c,b,,\n1,2,3,4,5,,\n") == (
        "t.csv:2: a: columns 1 and 3 both have this name; "
        "give one of them another name, or delete it\n"
        "t.csv:2: b: columns 2 and 5 both have this name; "
        "give one of them another name, or delete it"
    )


def test_columns_without_name_and_text_are_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, "a,,b,,\n1,,2,,\n")

    assert list(found.cells) == ["a", "b"]
    assert found.notes == ()


def test_text_in_a_column_without_name_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "a,,b\n1,,2\n3,lost,4\n")

    assert cells(found) == [["1", "2"], ["3", "4"]]
    assert [problem.severity for problem in found.notes] == ["warning"]
    assert said(found.notes) == (
        "t.csv:3: column 2 has text from here on but no name; it is not used; "
        "write a name for it in the header, or delete it"
    )


def test_a_file_is_called_by_its_path_unless_it_is_given_a_name(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a\n1\n")

    assert table.read(path).file == path.as_posix()
    assert table.read(path, name="mine").file == "mine"
    assert table.read(path, name="mine").folder == tmp_path


# Any text survives

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


CELLS = st.one_of(TEXTS, st.text(alphabet=',;\t|" \r\nax"', max_size=8))


@st.composite
def sheets(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(2, 5))
    return draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=8))


def plain(cell: str) -> str:
    return re.sub(r"\r\n?", "\n", cell).strip()


@settings(max_examples=150)
@given(
    sheet=sheets(),
    delimiter=st.sampled_from(",;\t|"),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    everywhere=st.booleans(),
    blank_lines=st.lists(st.integers(0, 8), max_size=3),
)
def test_any_text_survives_the_way_through_a_file(  # noqa: PLR0913  (one argument per dimension)
    tmp_path_factory: pytest.TempPathFactory,
    *,
    sheet: list[list[str]],
    delimiter: str,
    end: str,
    encoding: str,
    everywhere: bool,
    blank_lines: list[int],
) -> None:
    header = [f"column {number}" for number in range(len(sheet[0]))]
    # The csv module quotes a line break only when it is part of its own line end.
    quoted = everywhere or end != "\r\n"
    buffer = io.StringIO()
    writer = csv.writer(
        buffer,
        delimiter=delimiter,
        quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL,
        lineterminator=end,
    )
    writer.writerow(header)
    expected: list[tuple[int, list[str]]] = []
    for number, row in enumerate(sheet):
        buffer.write(end * blank_lines.count(number))
        line = len(re.findall(r"\r\n?|\n", buffer.getvalue())) + 1
        writer.writerow(row)
        expected += [(line, [plain(cell) for cell in row])] if any(map(plain, row)) else []
    path = tmp_path_factory.mktemp("any") / "t.csv"
    path.write_bytes(buffer.getvalue().encode(encoding))

    if not expected:
        with pytest.raises(TableError, match="has a header but no rows"):
            table.read(path)
        return
    found = table.read(path)

    assert list(found.cells) == header
    assert list(zip(found.lines, cells(found), strict=True)) == expected
    assert found.delimiter == delimiter
    assert found.notes == ()
