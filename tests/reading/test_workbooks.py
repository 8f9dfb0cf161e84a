"""Workbooks are read as the texts that an author would write."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import P

from mapgen.dates import TimeOfDay
from mapgen.reading import read_events, sources
from mapgen.settings import Reading
from tests.reading.books import HERE, cells, refusal, workbook

if TYPE_CHECKING:
    from pathlib import Path


NAIVE = dt.datetime.fromisoformat("2012-07-01T06:00")  # cells know no time zone


# Workbooks


def test_a_workbook_is_read_as_the_texts_that_an_author_would_write(tmp_path: Path) -> None:
    rows = [
        ["title", "date", "time", "number", "share", "seen", "at"],
        ["One", dt.date(1982, 2, 2), dt.time(13, 30), 13.0, 0.1, True, NAIVE],
        ["Two", "c. 1940", dt.timedelta(hours=36), -7, 1e20, False, None],
    ]

    found = sources.read(workbook(tmp_path / "t.xlsx", {"Events": rows}), HERE)

    assert list(found.cells) == rows[0]
    assert cells(found) == [
        ["One", "1982-02-02", "13:30", "13", "0.1", "yes", "2012-07-01 06:00"],
        ["Two", "c. 1940", "36:00", "-7", "1e+20", "no", ""],
    ]
    assert found.file == (tmp_path / "t.xlsx").as_posix()
    assert (found.header_line, found.lines) == (1, (2, 3))


def test_a_date_that_shows_no_day_has_none(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", {"A": [["title", "date"], *[["x", None]] * 4]})
    book = openpyxl.load_workbook(path)
    sheet = book["A"]
    formats = ["mmm-yy", "yyyy", '[$-409]mmmm" "yyyy;@', "mmm-yy"]
    days = [dt.date(2012, 7, 1), dt.date(1940, 1, 1), dt.date(1925, 8, 1), dt.date(1946, 4, 17)]
    for row, (code, day) in enumerate(zip(formats, days, strict=True), 2):
        sheet.cell(row, 2, day).number_format = code
    book.save(path)

    found = sources.read(path, HERE)

    assert list(found.cells["date"]) == ["2012-07", "1940", "1925-08", "1946-04-17"]


def test_rows_of_a_workbook_are_counted_as_the_program_shows_them(tmp_path: Path) -> None:
    rows = [[], [None, None], ["title", "date"], ["One", 1920], [], ["Two", 1921]]

    found = sources.read(workbook(tmp_path / "t.xlsx", {"A": rows}), HERE)

    assert (found.header_line, found.lines, found.blank) == (3, (4, 6), 1)


def test_a_cell_merged_over_several_rows_counts_for_each(tmp_path: Path) -> None:
    rows = [["year", "title"], [1920, "One"], [None, "Two"], [None, "Three"]]
    path = workbook(tmp_path / "t.xlsx", {"A": rows})
    book = openpyxl.load_workbook(path)
    book["A"].merge_cells("A2:A3")
    book.save(path)

    found = sources.read(path, HERE)

    assert list(found.cells["year"]) == ["1920", "1920", ""]


def test_a_formula_that_failed_is_named_with_its_cell(tmp_path: Path) -> None:
    rows = [["title", "date"], ["One", "#REF!"], ["Two", "#N/A"]]
    path = workbook(tmp_path / "t.xlsx", {"A": rows})
    book = openpyxl.load_workbook(path)
    for row in (2, 3):
        book["A"].cell(row, 2).data_type = "e"
    book.save(path)

    found = sources.read(path, HERE)

    assert list(found.cells["date"]) == ["", ""]
    assert [(p.line, p.column, p.severity) for p in found.notes] == [(2, "date", "warning")]
    assert "it shows #REF! (and 1 more cells like it)" in found.notes[0].message


def test_the_first_sheet_with_a_header_and_rows_is_read_and_the_others_are_named(
    tmp_path: Path,
) -> None:
    table = [["title", "date"], ["One", 1920]]
    sheets = {"Read me": [["Notes"], ["a"]], "Blank": [], "Events": table, "Places": table}

    found = sources.read(workbook(tmp_path / "t.xlsx", sheets), HERE)

    assert found.file == f"{(tmp_path / 't.xlsx').as_posix()}, sheet Events"
    assert [p.message for p in found.notes] == ['the sheet "Places" was not read']


def test_a_hidden_sheet_is_read_only_when_it_is_the_only_one(tmp_path: Path) -> None:
    table = [["title", "date"], ["One", 1920]]
    path = workbook(tmp_path / "t.xlsx", {"Old": table, "New": table})
    book = openpyxl.load_workbook(path)
    book["Old"].sheet_state = "hidden"
    book.save(path)

    found = sources.read(path, HERE)

    assert found.file.endswith("sheet New")
    assert found.notes == ()


def test_a_sheet_is_chosen_by_its_name(tmp_path: Path) -> None:
    sheets = {"A": [["title", "x"], ["One", 1]], "Events 2": [["title", "x"], ["Two", 2]]}

    found = sources.read(workbook(tmp_path / "t.xlsx", sheets), Reading(sheet="events 2 "))

    assert cells(found) == [["Two", "2"]]
    assert found.notes == ()


def test_an_unknown_sheet_is_told_with_those_there_are(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", {"Events": [["a"], ["b"]], "Places": [["a"], ["b"]]})

    message = refusal(path, Reading(sheet="Evnts"))

    assert message.endswith(
        'has no sheet called "Evnts"; did you mean "Events"? its sheets are "Events", "Places"'
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "has no sheet with a header and rows"),
        ([["title", "date"]], "has no sheet with a header and rows"),
        ([["Events of 1920"], ["title", "date"], ["One", 1920]], 'says only "Events of 1920"'),
        ([["title", "title"], ["One", 1920]], "columns 1 and 2 both have this name"),
    ],
)
def test_a_sheet_that_is_no_table_is_refused(
    tmp_path: Path, rows: list[list[Any]], said: str
) -> None:
    assert said in refusal(workbook(tmp_path / "t.xlsx", {"A": rows}))


def test_text_in_a_column_without_a_name_is_told(tmp_path: Path) -> None:
    rows = [["title", "date"], ["One", 1920, "lost"]]

    found = sources.read(workbook(tmp_path / "t.xlsx", {"A": rows}), HERE)

    assert cells(found) == [["One", "1920"]]
    assert [p.line for p in found.notes] == [2]
    assert "column 3 has text from here on but no name" in found.notes[0].message


def text_cell(text: str) -> TableCell:
    cell = TableCell(valuetype="string")
    cell.addElement(P(text=text))
    return cell


def test_an_opendocument_spreadsheet_is_read(tmp_path: Path) -> None:
    document = OpenDocumentSpreadsheet()
    sheet = OdfTable(name="Events")
    for values in (
        [text_cell(name) for name in ("title", "date", "seen", "number")],
        [
            text_cell("Hama"),
            TableCell(valuetype="date", datevalue="1982-02-02"),
            TableCell(valuetype="boolean", booleanvalue="true"),
            TableCell(valuetype="float", value="13"),
        ],
    ):
        row = TableRow()
        for value in values:
            row.addElement(value)
        sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    document.save(tmp_path / "t.ods")

    found = sources.read(tmp_path / "t.ods", HERE)

    assert cells(found) == [["Hama", "1982-02-02", "yes", "13"]]


def test_dates_and_times_of_a_timemap_workbook_become_events(tmp_path: Path) -> None:
    header = ["description", "date", "time", "location", "latitude", "longitude"]
    header += ["association1", "association2", "association3", "source1"]
    row = ["A shot is heard", dt.date(2014, 8, 1), dt.time(13, 30), "Rafah", 31.29, 34.25]
    sheets = {"EXPORT_EVENTS": [header, [*row, "Shooting", None, None, "S1"]]}

    [event] = read_events(workbook(tmp_path / "timemap_data.xlsx", sheets))

    assert event.date is not None
    assert (event.title, event.date.edtf) == ("A shot is heard", "2014-08-01")
    assert event.place is not None
    assert (event.place.name, event.place.lat) == ("Rafah", 31.29)
    assert event.date.time == TimeOfDay("13:30", seconds=48_600)


def test_a_timelinejs_sheet_in_a_workbook_is_recognised(tmp_path: Path) -> None:
    header = ["Year", "Month", "Day", "Headline", "Text", "Media", "Type"]
    row = [1920, 7, 24, "Maysalun", "A battle.", "https://example.org/a.jpg", None]
    sheets = {"od1": [header, row]}

    events = read_events(workbook(tmp_path / "t.xlsx", sheets))

    assert events.tables[0].layout == "a TimelineJS sheet"
    assert [event.date and event.date.edtf for event in events] == ["1920-07-24"]
