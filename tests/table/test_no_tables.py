"""Files that are no tables are refused with a cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapgen import table
from mapgen.errors import TableError
from tests.table.sheets import cells, read, refusal, said

# Files that are no tables


def test_a_missing_file_is_told_with_the_folder_and_its_tables(tmp_path: Path) -> None:
    for name in ["b.csv", "locations.csv", "a.csv", "notes.txt"]:
        (tmp_path / name).write_text("x")

    with pytest.raises(TableError) as caught:
        table.read(tmp_path / "location.csv", name="location.csv")

    assert said(caught.value.problems) == (
        f"location.csv: does not exist in the folder {tmp_path.as_posix()!r}; "
        "name one of the tables that lie there: locations.csv, a.csv, b.csv"
    )


def test_only_five_tables_of_a_folder_are_named(tmp_path: Path) -> None:
    for number in range(7):
        (tmp_path / f"{number}.csv").write_text("x")

    with pytest.raises(TableError, match=r"0\.csv, 1\.csv, 2\.csv, 3\.csv, 4\.csv and 2 more$"):
        table.read(tmp_path / "history.csv")


def test_a_folder_with_five_tables_is_named_in_full(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.csv").write_text("x")

    with pytest.raises(TableError, match=r"3\.csv, 4\.csv$"):
        table.read(tmp_path / "history.csv")


def test_a_missing_file_in_a_folder_without_tables_says_so(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"no table lies there; give the path"):
        table.read(tmp_path / "t.csv")


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"and neither does its folder '.*/maps'"):
        table.read(tmp_path / "maps" / "t.csv")


def test_a_folder_is_no_table_and_the_tables_in_it_are_named(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("x")

    with pytest.raises(TableError, match=r"is a folder, not a file; .* lie there: t\.csv"):
        table.read(tmp_path)


def test_a_file_that_may_not_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)

    with pytest.raises(TableError) as caught:
        table.read(Path("t.csv"))

    assert said(caught.value.problems) == (
        "t.csv: cannot be opened (Permission denied); "
        "close it in other programs and see that you may read it"
    )


@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff", ",,,\n,,\n", '"",""\n'])
def test_a_file_without_text_is_empty(tmp_path: Path, content: str) -> None:
    assert refusal(tmp_path, content) == (
        "t.csv: is empty; "
        "write the names of the columns in its first line, one event per line below it"
    )


def test_a_header_without_rows_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path, "title,date\n,\n\n") == (
        "t.csv: has a header but no rows; write one event per line below it"
    )


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("t.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a workbook"),
        ("t.csv", b'[{"title": 1}]', "a JSON document"),
        ("t.geojson", b'\xef\xbb\xbf{"type": 1}', "a JSON document"),
        ("t.kml", b"<kml></kml>", "a KML document"),
    ],
)
def test_a_document_of_another_kind_is_no_csv_file(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    assert refusal(tmp_path, content, name) == (
        f"{name}: is {kind}, not a CSV file; save it as 'CSV UTF-8' and name that file"
    )


def test_a_web_page_is_told_how_to_become_a_table(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"\n<!DOCTYPE HTML><html>") == (
        "t.csv: is a web page, not a table; download the table itself as CSV and name that file"
    )


def test_a_text_with_the_suffix_of_a_spreadsheet_is_still_a_table(tmp_path: Path) -> None:
    assert cells(read(tmp_path, "a\tb\n1\t2\n", "t.xls")) == [["1", "2"]]


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03" * 500, b"\x00\x00\x00\x01" * 9])
def test_a_binary_file_is_no_table(tmp_path: Path, content: bytes) -> None:
    assert refusal(tmp_path, content) == (
        "t.csv: is no text file; "
        "open it in the program that made it and save the table as 'CSV UTF-8'"
    )
