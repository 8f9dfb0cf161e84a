from __future__ import annotations

import datetime as dt
import io
import json
import os
import re
import threading
import zipfile
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import P

from mapgen.dates import TimeOfDay
from mapgen.errors import TableError
from mapgen.reading import read_events, sources, title_of
from mapgen.settings import Reading, folder_of, read_settings
from mapgen.table import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mapgen.table import Table

HERE = Reading()
NAIVE = dt.datetime.fromisoformat("2012-07-01T06:00")  # cells know no time zone
CSV = b"title,date\nOne,1920\n"


def cells(found: Table) -> list[list[str]]:
    return list(map(list, zip(*found.cells.values(), strict=True)))


def refusal(where: str | Path, reading: Reading = HERE) -> str:
    with pytest.raises(TableError) as caught:
        sources.read(where, reading)
    return "\n".join(map(str, caught.value.problems))


def workbook(path: Path, sheets: Mapping[str, Any]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


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


# Kinds of files


def zipped(names: Sequence[str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (zipped(["Index/Document.iwa"]), "is a Numbers spreadsheet, not a table"),
        (zipped(["word/document.xml"]), "is a Word document, not a table"),
        (zipped(["a.csv"]), "is a zip archive, not a table"),
        (b"PK\x03\x04 rest", "but a damaged one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest", "cannot be read as a workbook"),
        (b"%PDF-1.7", "is a PDF document, not a table"),
        (b"{\\rtf1 text}", "is a document of a word processor, not a table"),
        (b"\n<!DOCTYPE HTML><html>", "is a web page, not a table"),
        (b"<?xml version='1.0'?><gpx>", "is a GPX track, not a table"),
        (b"<?xml version='1.0'?><note>", "is an XML document, not a table"),
        (b"\x1f\x8b\x08", "is a compressed file (gzip), not a table"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_a_cure(
    tmp_path: Path, content: bytes, kind: str
) -> None:
    path = tmp_path / "events.csv"
    path.write_bytes(content)

    message = refusal(path)

    assert message.startswith(path.as_posix())
    assert kind in message


@pytest.mark.parametrize("name", ["t.xlsx", "t.json", "t", "t.txt"])
def test_what_a_file_holds_tells_its_kind_and_not_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(CSV)

    assert cells(sources.read(tmp_path / name, HERE)) == [["One", "1920"]]


def test_a_column_told_by_the_author_counts_in_a_document_too(tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [36.3, 33.5]}
    told = {"NOM": "Hama", "JAHR": "1982"}
    feature = {"type": "Feature", "geometry": point, "properties": told}
    path = tmp_path / "t.geojson"
    path.write_text(json.dumps(feature), "utf-8")

    [event] = read_events(path, reading=Reading(columns={"title": "nom", "date": "jahr"}))

    assert event.title == "Hama"
    assert event.date is not None


# Standard input and several tables


class Input:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_a_table_comes_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Input(b"title,date\nOne,1982-13\n"))

    with pytest.raises(TableError, match=r"^standard input:2: date: .*1982-13"):
        read_events("-")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_what_a_shell_hands_on_as_a_pipe_is_read_as_standard_input_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mapgen.toml").write_text('title = "Syria"\n', "utf-8")
    (tmp_path / "elsewhere").mkdir()
    pipe = tmp_path / "elsewhere" / "63"
    os.mkfifo(pipe)
    writing = threading.Thread(target=pipe.write_bytes, args=(CSV,))
    writing.start()

    settings = read_settings(folder_of(pipe), {})
    events = read_events(pipe)
    writing.join()

    assert (settings.title, title_of(pipe), events.folder) == ("Syria", "", Path())
    assert [event.title for event in events] == ["One"]


@pytest.mark.skipif(not Path("/dev/zero").is_char_device(), reason="there is no such device")
def test_a_device_without_an_end_is_no_table() -> None:
    assert refusal("/dev/zero") == "/dev/zero: is a device, not a file; name the table"


def test_tables_of_different_kinds_become_one_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Input(CSV))
    point = {"type": "Point", "coordinates": [36.3, 33.5]}
    feature = {"type": "Feature", "geometry": point, "properties": {"title": "Two"}}
    (tmp_path / "b.geojson").write_text(json.dumps(feature), "utf-8")
    workbook(tmp_path / "c.xlsx", {"A": [["title"], ["Three"]]})

    events = read_events("-", tmp_path / "b.geojson", tmp_path / "c.xlsx")

    assert [event.title for event in events] == ["One", "Two", "Three"]
    assert [table.layout for table in events.tables] == ["", "a GeoJSON file", ""]


def test_an_id_that_stands_in_two_tables_is_told_with_both(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,title\nhama,One\n", "utf-8")
    (tmp_path / "b.csv").write_text("id,title\nhama,Two\n", "utf-8")

    with pytest.raises(TableError) as caught:
        read_events(tmp_path / "a.csv", tmp_path / "b.csv")

    [problem] = caught.value.problems
    assert problem.file.endswith("b.csv")
    assert f'"hama" is the id of an event in {tmp_path.as_posix()}/a.csv too' in problem.message


def test_events_that_say_the_same_in_two_tables_have_ids_of_their_own(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_bytes(CSV)

    events = read_events(tmp_path / "a.csv", tmp_path / "b.csv")

    first, second = (event.id for event in events)
    assert first == "one-1920"
    assert re.fullmatch(r"one-1920~[0-9a-f]{12}", second)


# Addresses


class Server(ThreadingHTTPServer):
    """Answers paths as it was told: a status, headers and a body."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.agents: list[str] = []
        self.slow = threading.Event()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answering(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.agents.append(self.headers["User-Agent"])
        if self.path == "/slow":
            self.server.slow.wait(5)
        status, headers, body = self.server.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, text in headers.items():
            self.send_header(name, text)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(ConnectionError):  # a reader that has enough hangs up
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class has it so)
        """Keep quiet."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "*")
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.slow.set()
        running.shutdown()
        thread.join()


def test_a_table_is_fetched_from_an_address(server: Server) -> None:
    server.answers["/t%C3%A9.csv"] = (200, {}, CSV)

    found = sources.read(f"{server.base}/té.csv", HERE)

    assert cells(found) == [["One", "1920"]]
    assert found.file == f"{server.base}/té.csv"
    assert server.agents[0].startswith("mapgen/")


def test_an_address_may_lead_on_to_another(server: Server) -> None:
    server.answers["/a"] = (302, {"Location": "/b"}, b"")
    server.answers["/b"] = (200, {}, CSV)

    assert cells(sources.read(f"{server.base}/a", HERE)) == [["One", "1920"]]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "asks for a login; make the table public"),
        (403, "may not be read without permission; make it public"),
        (404, "is not there (404); open the address in a browser"),
        (429, "was asked for too often (429); wait some minutes"),
        (503, "the server has a fault (503); try again later"),
        (418, "the server answers 418; download the table"),
    ],
)
def test_an_answer_without_a_table_is_told_with_its_cure(
    server: Server, status: int, said: str
) -> None:
    server.answers["/t.csv"] = (status, {}, b"no")

    assert said in refusal(f"{server.base}/t.csv")


def test_a_page_in_the_place_of_a_table_is_told(server: Server) -> None:
    server.answers["/t"] = (200, {}, b"<!DOCTYPE html><html>Log in")

    assert "answers with a web page (perhaps a login)" in refusal(f"{server.base}/t")


def test_an_address_that_leads_on_to_an_unsafe_one_is_refused(server: Server) -> None:
    server.answers["/t"] = (302, {"Location": "http://example.org/t.csv"}, b"")

    message = refusal(f"{server.base}/t")

    assert 'leads on to "http://example.org/t.csv", which is not sent safely' in message


def test_an_answer_that_breaks_off_is_told(server: Server) -> None:
    server.answers["/t"] = (200, {"Content-Length": "1000"}, CSV)

    assert "the answer broke off" in refusal(f"{server.base}/t")


def test_a_server_that_does_not_answer_is_given_up(server: Server) -> None:
    with pytest.raises(TableError, match="the server does not answer in time; try again later"):
        address.fetch(f"{server.base}/slow", timeout=0.05)


def test_an_answer_that_is_too_large_is_refused(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "LARGEST", 10)
    server.answers["/t"] = (200, {}, CSV)

    assert "is larger than" in refusal(f"{server.base}/t")


def test_a_server_that_is_not_there_is_told() -> None:
    assert "cannot be reached" in refusal("http://127.0.0.1:9/t.csv")


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("http://example.org/t.csv", "is not sent safely: anybody on the way could change it"),
        ("ftp://example.org/t.csv", "only addresses that begin with https:// are read"),
        ("file:///tmp/t.csv", "name the file by its path"),
        ("https:///t.csv", "is no address of the web"),
        ("https://[::1/t.csv", "is no address of the web"),
        ("https://exa mple.org/t.csv", "is no address of the web"),
    ],
)
def test_an_address_that_is_not_read_is_refused_before_anything_is_sent(
    where: str, said: str
) -> None:
    assert said in refusal(where)


GOOGLE = "https://docs.google.com/spreadsheets"


@pytest.mark.parametrize(
    ("where", "sheet", "asked"),
    [
        ("/d/KEY_1/edit?usp=sharing#gid=12", "", "/d/KEY_1/export?format=csv&gid=12"),
        ("/d/KEY_1/edit", "", "/d/KEY_1/export?format=csv"),
        ("/u/1/d/KEY_1/edit#gid=12", "Events", "/d/KEY_1/export?format=xlsx"),
        ("/d/e/2PACX-1/pubhtml", "", "/d/e/2PACX-1/pub?output=csv"),
        (
            "/d/e/2PACX-1/pubhtml?gid=3&single=true",
            "",
            "/d/e/2PACX-1/pub?output=csv&gid=3&single=true",
        ),
        ("/d/e/2PACX-1/pub?output=csv", "", "/d/e/2PACX-1/pub?output=csv"),
    ],
)
def test_the_address_of_a_google_sheet_becomes_that_of_its_table(
    where: str, sheet: str, asked: str
) -> None:
    assert address.table_of_google(GOOGLE + where, sheet) == GOOGLE + asked


@pytest.mark.parametrize(
    "where", ["https://example.org/spreadsheets/d/KEY/edit", "https://docs.google.com/forms/d/KEY"]
)
def test_other_addresses_stay_as_they_are(where: str) -> None:
    assert address.table_of_google(where, "") == where
