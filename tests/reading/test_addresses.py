"""Tables are fetched from addresses."""

from __future__ import annotations

import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from mapgen.errors import TableError
from mapgen.reading import sources
from mapgen.table import address
from tests.reading.books import CSV, HERE, cells, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator


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
