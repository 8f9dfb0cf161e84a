from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from mapgen.build import build
from mapgen.errors import SettingsError
from mapgen.preview import Board, Drawing, follow, serving
from mapgen.preview.board import Shown
from mapgen.preview.watching import stamps, wait_for_change
from mapgen.settings import Settings, read_settings
from tests.previews import PATIENCE, started

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mapgen.preview.watching import Stamps

GOOD = "title,date,place,country,lat,lon,image\nSiege,1941,Damascus,Syria,33.5,36.3,\n"
BROKEN = GOOD.replace("1941", "1982-13")
PAGE = Shown(page="<p>page</p>", state="one")


class Ended(Exception):  # noqa: N818  (an end, no error)
    """Ends a preview in a test."""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "locations.csv"
    path.write_text(GOOD, "utf-8")
    return path


@pytest.fixture
def board() -> Board:
    made = Board()
    made.show(PAGE)
    return made


@pytest.fixture
def port(board: Board) -> Iterator[int]:
    with serving(0, board) as address:
        yield int(address.rstrip("/").rpartition(":")[2])


def ask(port: int, path: str = "/", *, host: str = "", way: str = "GET") -> tuple[int, str]:
    """Return the status and the content of an answer."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request(way, path, headers={"Host": host or f"127.0.0.1:{port}"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def drawn(table: Path, *edits: Callable[[], object]) -> tuple[list[Drawing], list[str], Board]:
    """Follow a table through some edits; return each drawing, each news, and the board."""
    board, drawings, news = Board(), list[Drawing](), list[str]()
    turns = iter(edits)

    def hear(drawing: Drawing, _seconds: float) -> None:
        drawings.append(drawing)
        told = board.wait(0, 0)
        assert told is not None
        news.append(told[1])

    def wait(_seen: Stamps) -> None:
        edit = next(turns, None)
        if edit is None:
            raise Ended
        edit()

    with pytest.raises(Ended):
        follow([str(table)], lambda: read_settings(table.parent, {}), board, hear=hear, wait=wait)
    return drawings, news, board


def test_the_page_is_served_to_this_computer(port: int) -> None:
    assert ask(port) == (200, PAGE.page)
    assert ask(port, host="localhost:9000") == (200, PAGE.page)


def test_a_head_request_has_no_content(port: int) -> None:
    assert ask(port, way="HEAD") == (200, "")


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "127.0.0.1:x"]
)
def test_another_name_for_this_computer_gets_nothing(port: int, host: str) -> None:
    for path in ("/", "/events"):
        status, text = ask(port, path, host=host)

        assert status == 403
        assert "page" not in text


@pytest.mark.parametrize("path", ["/", "/nothing", "/events"])
def test_no_other_page_frames_an_answer(port: int, path: str) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("HEAD", path)

        assert connection.getresponse().getheader("X-Frame-Options") == "DENY"


@pytest.mark.parametrize(
    "request_",
    [
        b"GET //[ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET http://[::1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET http://[x]/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/9x\r\n\r\n",
        b"\xff\xfe\x00 \x1b[31m\r\n\r\n",
        b"GET " + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 200 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: \xff\x00[\r\n\r\n",
        b"\r\n\r\n",
        b"GET\r\n\r\n",
    ],
    ids=range(10),
)
def test_a_request_that_is_none_is_refused_without_a_word(
    port: int, capfd: pytest.CaptureFixture[str], request_: bytes
) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as talk:
        talk.sendall(request_)
        with suppress(ConnectionError):
            talk.shutdown(socket.SHUT_WR)
            answer = talk.recv(65_536)
            assert b" 200 " not in answer.split(b"\r\n")[0]

    assert ask(port) == (200, PAGE.page)
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_pipe_in_the_place_of_a_table_freezes_nothing(table: Path) -> None:
    def exchanged() -> None:
        table.unlink()
        os.mkfifo(table)

    def back() -> None:
        table.unlink()
        table.write_text(GOOD, "utf-8")

    drawings, _, _ = drawn(table, exchanged, back)

    [problem] = drawings[1].problems
    assert "is a pipe, which can be read only once; save what it gives" in str(problem)
    assert [bool(drawing.page) for drawing in drawings] == [True, False, True]


def test_no_file_of_the_folder_is_served(port: int) -> None:
    for path in ("/locations.csv", "/../pyproject.toml", "//etc/passwd", "/index.html"):
        assert ask(port, path)[0] == 404


def test_nothing_is_taken_in(port: int) -> None:
    assert ask(port, way="POST")[0] == 501


def test_an_open_page_is_told_at_once_and_at_each_change_until_the_end(board: Board) -> None:
    with serving(0, board) as address:
        connection = http.client.HTTPConnection(address[7:-1], timeout=PATIENCE)
        connection.request("GET", "/events")
        stream = connection.getresponse()
        first = stream.readline()
        stream.readline()
        board.show(Shown(page="", state="two", notes=({"message": "é"},)))
        second = stream.readline()
    rest = stream.read()
    connection.close()

    assert json.loads(first.removeprefix(b"data: ")) == {"state": "one", "notes": []}
    assert json.loads(second.removeprefix(b"data: "))["notes"] == [{"message": "é"}]
    assert rest == b"\n"


def test_only_this_computer_is_listened_to(board: Board) -> None:
    with serving(0, board) as address:
        assert address.startswith("http://127.0.0.1:")


def test_a_port_in_use_by_another_preview_is_refused_with_the_cure(port: int) -> None:
    with pytest.raises(SettingsError, match=rf"port {port} is in use by another preview; .*--port"):
        serving(port, Board()).__enter__()


def test_a_port_is_free_again_at_the_end(board: Board) -> None:
    with serving(0, board) as address:
        port = int(address[:-1].rpartition(":")[2])
        ask(port)

    with serving(port, board):
        assert ask(port)[0] == 200


def test_the_page_is_that_of_build_and_what_listens(table: Path) -> None:
    output = table.parent / "map.html"
    build(table, output, Settings())

    [drawing], _, board = drawn(table)

    page = str(drawing.page)
    assert page == output.read_text("utf-8")
    assert "EventSource" not in page
    assert "connect-src" not in page
    assert "EventSource" in board.page()
    assert "connect-src 'self'" in board.page()


def test_an_error_leaves_the_last_good_page_and_is_told_until_it_is_mended(table: Path) -> None:
    drawings, news, _ = drawn(
        table,
        lambda: table.write_text(BROKEN, "utf-8"),
        lambda: table.write_text(GOOD, "utf-8"),
    )
    good, broken, mended = map(json.loads, news)

    assert [bool(drawing.page) for drawing in drawings] == [True, False, True]
    assert broken["state"] == good["state"]
    assert broken["notes"][0] | {"message": "", "cure": ""} == {
        "file": table.as_posix(),
        "line": 2,
        "column": "date",
        "severity": "error",
        "message": "",
        "cure": "",
        "settled": "",
        "unit": "line",
    }
    assert mended == good


def test_a_setting_that_is_wrong_is_told(table: Path) -> None:
    settings = table.parent / "mapgen.toml"

    _, news, _ = drawn(table, lambda: settings.write_text("titel = 1", "utf-8"))

    [note] = json.loads(news[1])["notes"]
    assert note["severity"] == "error"
    assert "did you mean title?" in note["message"]


def test_a_fault_of_mapgen_is_told_as_one_and_the_preview_goes_on(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("lost")

    with monkeypatch.context() as patch:
        patch.setattr("mapgen.preview.drawing.read_events", fail)
        drawings, news, _ = drawn(table, patch.undo)

    assert json.loads(news[0])["notes"] == [{"severity": "fault", "message": "KeyError: 'lost'"}]
    assert "Traceback" in drawings[0].fault
    assert drawings[1].page


def test_what_is_watched_are_the_table_the_settings_and_the_images(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched: list[set[str]] = []

    def note(seen: Stamps) -> None:
        watched.append({path.name for path in seen})
        raise Ended

    monkeypatch.chdir(table.parent)
    table.write_text(GOOD.replace("36.3,", "36.3,lost.png"), "utf-8")
    with pytest.raises(Ended):
        follow([table.name], Settings, Board(), hear=lambda *_: None, wait=note)

    assert watched == [{"locations.csv", "mapgen.toml", "pyproject.toml", "lost.png"}]


def replace(path: Path) -> None:
    beside = path.with_suffix(".new")
    beside.write_text(BROKEN, "utf-8")
    beside.replace(path)


@pytest.mark.parametrize(
    "edit",
    [lambda path: path.write_text(BROKEN, "utf-8"), replace, lambda path: path.unlink()],
    ids=["written", "replaced", "deleted"],
)
def test_a_change_ends_the_waiting(table: Path, edit: Callable[[Path], object]) -> None:
    seen = stamps([table])
    waiting = threading.Thread(target=wait_for_change, args=(seen,), daemon=True)
    waiting.start()

    edit(table)

    waiting.join(PATIENCE)
    assert not waiting.is_alive()


def test_a_file_in_a_folder_that_comes_later_ends_the_waiting(tmp_path: Path) -> None:
    path = tmp_path / "images" / "a.png"
    waiting = threading.Thread(target=wait_for_change, args=(stamps([path]),), daemon=True)
    waiting.start()

    path.parent.mkdir()
    path.write_bytes(b"a")

    waiting.join(PATIENCE)
    assert not waiting.is_alive()


def test_a_link_is_followed_to_where_it_leads(table: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.csv"
    link.parent.mkdir()
    link.symlink_to(table)
    waiting = threading.Thread(target=wait_for_change, args=(stamps([link]),), daemon=True)
    waiting.start()

    table.write_text(BROKEN, "utf-8")

    waiting.join(PATIENCE)
    assert not waiting.is_alive()


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_it_cleanly(table: Path, by: signal.Signals) -> None:
    with started(table.parent) as preview:
        connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=PATIENCE)
        connection.request("GET", "/events")
        stream = connection.getresponse()
        stream.readline()

        code, told = preview.end(by)
        rest = stream.read()
        connection.close()

    assert code == 0
    assert "Traceback" not in told
    assert told.endswith("the preview has ended\n")
    assert rest == b"\n"


def test_a_second_preview_on_the_port_says_so_in_one_line(table: Path) -> None:
    with started(table.parent) as preview:
        second = subprocess.run(
            [sys.executable, "-m", "mapgen", "preview", "--port", str(preview.port)],
            cwd=table.parent,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    assert second.returncode == 1
    assert second.stderr.count("\n") == 1
    assert f"port {preview.port} is in use by another preview" in second.stderr


def test_the_terminal_tells_each_drawing_in_a_line_and_the_problems_as_check_does(
    table: Path,
) -> None:
    with started(table.parent) as preview:
        first = preview.until("drawn with")
        table.write_text(BROKEN, "utf-8")
        second = preview.until("not drawn")

    assert len(first) == 2
    assert "  drawn with 1 event, no warnings, " in first[-1]
    assert second[1].startswith('locations.csv:2: date: "1982-13" has month 13; ')


def test_standard_input_cannot_be_previewed(table: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mapgen", "preview", "-"],
        cwd=table.parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )

    assert done.returncode == 2
