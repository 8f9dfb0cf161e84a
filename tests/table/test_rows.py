"""Rows that do not fit are told, and the others are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.table.sheets import cells, read, refusal, said

if TYPE_CHECKING:
    from pathlib import Path


# Rows that do not fit


def test_a_row_with_too_many_cells_is_an_error_and_the_others_are_read(tmp_path: Path) -> None:
    content = 'a,b\n"1\n1",2\nHama, Syria, 1982\n3,4\nx,y,z\n'

    found = read(tmp_path, content)

    cure = "put a text with ',' in it in quotation marks (\"...\"), or delete the mark"
    assert said(found.notes) == (
        f"t.csv:4: has 3 cells, but the header has 2 names; {cure}\n"
        f"t.csv:6: has 3 cells, but the header has 2 names; {cure}"
    )
    assert cells(found) == [["1\n1", "2"], ["3", "4"]]
    assert found.lines == (2, 5)


def test_delimiters_at_the_end_of_every_row_do_no_harm(tmp_path: Path) -> None:
    found = read(tmp_path, 'a;b\n1;2;;""; \n3;4;\n')

    assert cells(found) == [["1", "2"], ["3", "4"]]
    assert found.notes == ()


def test_delimiters_at_the_end_of_every_row_do_not_hide_text_behind_them(tmp_path: Path) -> None:
    found = read(tmp_path, "a;b\n1;2;;\n3;4;;lost\n")

    assert [problem.line for problem in found.notes] == [3]
    assert cells(found) == [["1", "2"]]


def test_one_row_with_a_delimiter_too_many_is_an_error(tmp_path: Path) -> None:
    found = read(tmp_path, "a,b,c\nHama, Syria,1982,\nParis,1920,\n")

    assert [problem.line for problem in found.notes] == [2]
    assert cells(found) == [["Paris", "1920", ""]]


def test_a_header_narrower_than_every_row_is_one_error(tmp_path: Path) -> None:
    assert refusal(tmp_path, "Events in Syria\n\ntitle,date\nHama,1982\n") == (
        "t.csv:1: the header has 1 name, but every row has more cells (the first has 2 cells); "
        "name every column in the header, and delete lines above it"
    )


def test_rows_with_too_few_cells_are_read_with_one_warning(tmp_path: Path) -> None:
    found = read(tmp_path, "a,b,c\n1,2,3\n4\n\n5,6\n7,8\n")

    assert cells(found) == [["1", "2", "3"], ["4", "", ""], ["5", "6", ""], ["7", "8", ""]]
    assert [problem.severity for problem in found.notes] == ["warning"]
    assert said(found.notes) == (
        "t.csv:3: has 1 cell, but the header has 3 names (and 2 more rows like it); "
        "the missing cells were read as blank; see that none is missing in the middle"
    )


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_line(tmp_path: Path) -> None:
    assert refusal(tmp_path, 'a,b\n"1","2"\n3,"four\n5,6\n') == (
        "t.csv:3: a quotation mark opens a cell here and is never closed; "
        'close the cell with ", and write "" for a quotation mark inside it'
    )


def test_a_cell_left_open_is_told_at_the_line_where_it_begins(tmp_path: Path) -> None:
    assert refusal(tmp_path, 'a,b\n1,2\n3,"four\n5,"six, seven"\n8,9\n') == (
        "t.csv:3: the quoted cell that begins here is closed before 'six, seven\"'; "
        'close the cell with ", and write "" for a quotation mark inside it'
    )


def test_a_quotation_mark_that_is_not_doubled_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path, '"the "great" one",b\n1,2\n') == (
        "t.csv:1: the quoted cell that begins here is closed before 'great\" one\",b'; "
        'close the cell with ", and write "" for a quotation mark inside it'
    )
