"""Whatever a reader of others raises is told in words with the name of the file."""

from __future__ import annotations

import io
import json
import os
import random
import struct
import subprocess
import sys
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from mapgen.build import build
from mapgen.errors import PageError, SettingsError, TableError
from mapgen.errors.boundary import Boundary, name_of, reason
from mapgen.page.images import embedder
from mapgen.reading import read_events, sources
from mapgen.settings import Reading, Settings, home, read_settings
from mapgen.table.excel import read_marks

CSV = b"title,date,lat,lon\nDig at Troy,1932,39.96,26.24\n"
KML = b"""<kml xmlns="http://www.opengis.net/kml/2.2"><Document>%s</Document></kml>""" % (
    b"<Placemark><name>Troy</name></Placemark>" * 50
)
RAISED = [struct.error("x"), zlib.error("x"), SyntaxError("x"), IndexError(), MemoryError()]


def refusal(where: Path, reading: Reading | None = None) -> str:
    with pytest.raises(TableError) as caught:
        sources.read(where, reading or Reading())
    return str(caught.value)


def zipped(method: int, name: str = "doc.kml", content: bytes = KML) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        archive.writestr(name, content)
    return data.getvalue()


# The boundary itself


@pytest.mark.parametrize("error", [*RAISED, RecursionError(), OSError(5, "Input/output error")])
def test_whatever_is_raised_becomes_the_error_in_words(error: Exception) -> None:
    with (
        pytest.raises(TableError, match=r"t\.csv") as caught,
        Boundary(lambda _error: TableError(["t.csv: is no table"])),  # type: ignore[list-item]
    ):
        raise error

    assert caught.value.__cause__ is error


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(2), SettingsError("ours")])
def test_what_ends_the_program_and_what_is_ours_passes(error: BaseException) -> None:
    with pytest.raises(type(error)) as caught, Boundary(lambda _error: PageError("other")):
        raise error

    assert caught.value is error


def test_a_reason_is_one_short_line() -> None:
    assert reason(OSError(28, "No space left on device")) == "No space left on device"
    assert reason(ValueError("a\n\x1b[31mb")) == "a \\x1b[31mb"
    assert reason(IndexError()) == "IndexError"
    assert len(reason(ValueError("long " * 1000))) == 120


# Pictures


@pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)
def test_an_image_is_refused_by_name_whatever_its_reader_raises(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def broken(*_: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr("PIL.Image.open", broken)

    with pytest.raises(PageError, match=r"troy\.png: the image cannot be read \(\w+\); save it"):
        embedder(tmp_path)("troy.png")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_broken_pictures_are_shown_or_refused_by_name(tmp_path: Path, form: str) -> None:
    whole, path = io.BytesIO(), tmp_path / f"troy.{form.lower()}"
    Image.effect_noise((40, 30), 50).save(whole, form)
    chance = random.Random(form)  # noqa: S311  (chance that can be repeated)

    for _ in range(60):
        broken = bytearray(whole.getvalue())
        for _ in range(chance.choice((1, 2, 8))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        path.write_bytes(broken)
        try:
            shown = embedder(tmp_path)(path.name)
        except PageError as error:
            shown = str(error)
        assert shown.startswith(("data:image/webp;", path.as_posix()))


def test_an_image_with_a_name_that_no_file_has_is_told(tmp_path: Path) -> None:
    event = {"title": "Troy", "date": "1920", "image": "a\0/b.png"}
    (tmp_path / "t.json").write_text(json.dumps([event]), "utf-8")

    with pytest.raises(TableError, match=r't\.json:1: image: "a.*b\.png" cannot be opened'):
        read_events(tmp_path / "t.json")


# Archives


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=str
)
def test_an_archive_with_damaged_content_is_told_by_name(tmp_path: Path, method: int) -> None:
    path, whole = tmp_path / "troy.kmz", zipped(method)
    begin = whole.index(b"doc.kml") + len("doc.kml")

    for place in range(begin, whole.rindex(b"PK\x01\x02"), 3):
        path.write_bytes(whole[:place] + b"\xff\xff\xff" + whole[place + 3 :])
        with suppress(TableError):  # a few bytes count for nothing
            assert set(sources.read(path, Reading()).cells["title"]) == {"Troy"}
            continue
        assert refusal(path).startswith(f"{path.as_posix()}: is a zip archive")


def test_an_archive_whose_table_of_contents_lies_is_told_by_name(tmp_path: Path) -> None:
    path, whole = tmp_path / "troy.kmz", zipped(zipfile.ZIP_DEFLATED)
    end = whole.rindex(b"PK\x05\x06")

    for offset in (0, 1, len(whole) * 2, 0xFFFFFFFE):
        path.write_bytes(whole[: end + 16] + struct.pack("<I", offset) + whole[end + 20 :])
        told = "" if offset == len(whole) else path.as_posix()
        assert refusal(path).startswith(told)


@pytest.mark.parametrize("name", ["xl/styles.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("content", [b"<a", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", b"\xff\xfe\0"])
def test_a_workbook_with_damaged_styles_has_no_marks(name: str, content: bytes) -> None:
    marks = read_marks(zipped(zipfile.ZIP_STORED, name, content), "Events")

    assert (marks.errors, dict(marks.cut)) == ([], {})


# KML


@pytest.mark.parametrize("encoding", ["hex", "rot13", "undefined", "utf-7", "no-such", "utf-16"])
def test_kml_in_an_encoding_that_is_none_is_told_by_name(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "troy.kml"
    path.write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + KML)

    assert refusal(path).startswith(path.as_posix())


# Settings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = " + "[" * 30_000, "deeper than any setting"),
        ("columns = " + "{a=" * 30_000, "deeper than any setting"),
        ("a." * 30_000 + "a = 1", "deeper than any setting"),
        ("'a b' . \"c\"." * 5_000 + "a = 1", "deeper than any setting"),
        ("[" + "a." * 200 + "a]\nb = 1", "deeper than any setting"),
        ("tiles = " + "[" * 100 + "]" * 100, "deeper than any setting"),
        ("title = " + "9" * 5_000, "4300 digits"),
        ("title = 1979-13-99", "is not valid TOML"),
        ("# " + "much " * 200_000, "holds more than any settings need"),
    ],
    ids=lambda text: text[:12],
)
def test_a_settings_file_that_nobody_wrote_is_told_by_name(
    tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "mapgen.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path, {})

    assert str(caught.value).startswith(f"{path.as_posix()}: ")
    assert told in str(caught.value)


def test_dots_in_texts_and_comments_are_no_names(tmp_path: Path) -> None:
    dots = "a. b. " * 100
    lines = [
        f"# {'.' * 200}",
        f'title = "{dots}\\""',
        f"subtitle = '{dots}'",
        f'credits = """{dots}',
    ]
    (tmp_path / "mapgen.toml").write_text("\n".join([*lines, dots + '"""']), "utf-8")

    assert read_settings(tmp_path, {}).subtitle == dots


def test_a_settings_file_that_leads_nowhere_is_told_by_name(tmp_path: Path) -> None:
    path = tmp_path / "mapgen.toml"
    path.symlink_to(path)

    with pytest.raises(SettingsError, match=r"mapgen\.toml: cannot be opened \(.*symbolic links"):
        read_settings(tmp_path, {})


@pytest.mark.parametrize("way", ["open", "is_file"])
def test_settings_that_may_not_be_read_are_told_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    (tmp_path / "mapgen.toml").write_text('title = "Troy"', "utf-8")

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, way, forbidden)

    with pytest.raises(
        SettingsError, match=r"mapgen\.toml: cannot be opened \(Permission denied\)"
    ):
        read_settings(tmp_path, {})
    if way == "is_file":
        with pytest.raises(SettingsError, match=r"mapgen\.toml: cannot be opened"):
            home(tmp_path)


# Encodings


@pytest.mark.parametrize(
    "encoding",
    ["hex", "rot13", "undefined", "a\0b", "\ud800", "é", "x" * 5000, "../utf-8", " "],
    ids=ascii,
)
def test_an_encoding_that_is_none_is_told_by_name(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "troy.csv"
    path.write_bytes("title,date\nTröja,1920\n".encode())

    told = refusal(path, Reading(encoding=encoding))

    assert told.startswith(f"{path.as_posix()}: ")
    assert "write utf-8, cp1252, cp1256 (Arabic) or another name of Python's codecs" in told


@pytest.mark.parametrize(
    ("encoding", "data"), [("raw_unicode_escape", rb"\ud800"), ("utf-7", b"+2AA-")]
)
def test_an_encoding_that_gives_half_a_character_is_told_by_name(
    tmp_path: Path, encoding: str, data: bytes
) -> None:
    path = tmp_path / "troy.csv"
    path.write_bytes(b"title,date\n" + data + b",1920\n")

    assert refusal(path, Reading(encoding=encoding)).startswith(path.as_posix())


# JSON


def test_half_a_character_in_a_name_or_a_text_is_replaced(tmp_path: Path) -> None:
    text = (
        r'[{"title": "\ud83d\ude00 \uD800", "date": "1920", "\udfff": "\\ud800", "x": ["\ud800"]}]'
    )
    (tmp_path / "t.json").write_text(text, "utf-8")

    found = sources.read(tmp_path / "t.json", Reading())

    assert {name: list(column) for name, column in found.cells.items()} == {
        "title": ["\U0001f600 \ufffd"],
        "date": ["1920"],
        "\ufffd": ["\\ud800"],
        "x": ["\ufffd"],
    }


def test_half_a_character_in_a_name_reaches_the_page_as_another(tmp_path: Path) -> None:
    text = r'[{"title": "Troy", "date": "1920", "Archiv\udfff": "y"}]'
    (tmp_path / "t.json").write_text(text, "utf-8")

    report = build(tmp_path / "t.json", tmp_path / "map.html", Settings())

    assert report.events.tables[0].unknown == ("Archiv\ufffd",)


# Names of files


def named(folder: Path, name: bytes) -> Path:
    path = folder / os.fsdecode(name)
    try:
        path.write_bytes(CSV)
    except OSError:
        pytest.skip("this file system has no such names")
    return path


def test_a_name_that_is_no_utf8_is_told_and_gives_a_title(tmp_path: Path) -> None:
    path = named(tmp_path, b"fall of tr\xf6ja.csv")

    report = build(path, tmp_path / "map.html", Settings())

    assert report.events.files == (name_of(path),)
    assert "Fall of tr\ufffdja" in (tmp_path / "map.html").read_text("utf-8")


def test_a_table_that_is_a_link_to_itself_is_told_by_name(tmp_path: Path) -> None:
    path = tmp_path / "troy.csv"
    path.symlink_to(path)

    assert refusal(path).startswith(f"{path.as_posix()}: cannot be opened (")


def test_a_missing_table_in_a_folder_that_may_not_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", forbidden)

    assert "troy.csv: does not exist in the folder" in refusal(tmp_path / "troy.csv")


# Streams


def ran(words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which `mapgen` is the program."""
    (folder / "troy.csv").write_bytes(CSV)
    line = words.replace("mapgen", f"{sys.executable} -m mapgen")
    return subprocess.run(
        ["/bin/sh", "-c", line], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_a_closed_stream_changes_nothing_but_what_is_said(tmp_path: Path, closed: str) -> None:
    done = ran(
        f"mapgen build troy.csv -o a.html; mapgen build troy.csv -o b.html {closed}", tmp_path
    )

    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert (tmp_path / "b.html").read_bytes() == (tmp_path / "a.html").read_bytes()


def test_a_closed_standard_input_is_no_table(tmp_path: Path) -> None:
    done = ran("mapgen check - <&-", tmp_path)

    assert done.returncode == 1
    assert done.stderr.startswith("standard input: is closed; name the file of the table")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
@pytest.mark.parametrize("words", ["check troy.csv", "check troy.csv --format json", "--help"])
def test_a_full_output_is_told_once_and_in_words(tmp_path: Path, words: str) -> None:
    done = ran(f"mapgen {words} > /dev/full", tmp_path)

    assert done.returncode == 1
    assert done.stderr == "the standard output cannot be written: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_where_no_error_can_be_told_the_exit_code_still_tells_it(tmp_path: Path) -> None:
    assert ran("mapgen check missing.csv 2> /dev/full", tmp_path).returncode == 1
