from __future__ import annotations

import io
import json
import os
import re
import threading
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mapgen.errors import TableError
from mapgen.reading import read_events, sources, title_of
from mapgen.settings import Reading, folder_of, read_settings
from tests.reading.books import CSV, HERE, cells, refusal, workbook

if TYPE_CHECKING:
    from collections.abc import Sequence


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
