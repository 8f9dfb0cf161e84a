"""Tables of the web are read for a site by the rules of every table of the web."""

from __future__ import annotations

import io
import ssl
import time
import zipfile
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING

import pytest

from mapgen.errors import TableError
from mapgen.site import web
from mapgen.site.tables import find, read
from mapgen.table import address
from tests.certificates import certificate
from tests.test_network import CSV, HEAD, Server, dripping, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONG = CSV + b"Two,1921\n" * 200_000
INDEX = b"""<!doctype html><a href="../">up</a> <a href="a.csv">a</a>
<A class=x HREF='b%20b.csv'>b</A>
<a href="below/c.csv">c</a> <a href="http://127.0.0.1:9/d.csv">d</a> <a href="notes.html">n</a>
<a href="/t/f.csv#top">f</a> <a href="//10.0.0.1/t/g.csv">g</a>"""
WAYS = ["{}/t.csv", "{}/t/", "{}/t/*.csv", "simplecache::{}/t.csv", "zip://*.csv::{}/t.zip"]


class Files(Server):
    """Has files, and gives parts of them, or `too_many` bytes more; or leads on."""

    def __init__(self, files: dict[str, bytes], *, in_parts: bool = True) -> None:
        super().__init__()
        self.RequestHandlerClass = Giving
        self.files = files
        self.in_parts = in_parts
        self.too_many = 0


class Giving(BaseHTTPRequestHandler):
    server: Files

    def do_GET(self) -> None:
        if self.server.location:
            self.send_response(302)
            self.send_header("Location", self.server.location)
            self.end_headers()
            return
        asked = self.headers.get("Range", "") if self.server.in_parts else ""
        self.server.asked.append(asked)
        data = self.server.files.get(self.path, CSV)
        self.send_response(206 if asked else 200)
        if asked:
            first, last = map(int, asked.removeprefix("bytes=").split("-"))
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(data)}")
            data = data[first : last + 1 + self.server.too_many]
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_words: object) -> None:
        """Keep quiet."""


def archive() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("t.csv", CSV)
    return data.getvalue()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Files]:
    monkeypatch.setenv("no_proxy", "*")
    made = Files({"/t.csv": LONG, "/t.csv?a=1": CSV, "/t.zip": archive(), "/t/": INDEX})
    with running(made):
        yield made


@pytest.fixture
def other() -> Iterator[Server]:
    with running(Server()) as made:
        yield made


def refusal(table: str) -> str:
    with pytest.raises(TableError) as caught:
        [read(each) for each in find([table])]
    return str(caught.value)


@pytest.mark.parametrize(
    ("table", "held"),
    [
        ("{}/t.csv", LONG),
        ("{}/t.csv?a=1", CSV),
        ("simplecache::{}/t.csv", LONG),
        ("zip://*.csv::{}/t.zip", CSV),
    ],
)
def test_what_an_address_names_is_what_is_read(server: Files, table: str, held: bytes) -> None:
    [found] = find([table.format(server.base)])

    assert found.size == len(held)
    assert read(found) == held


def test_of_a_file_no_more_is_asked_for_than_is_wanted(server: Files) -> None:
    [found] = find([f"{server.base}/t.csv"])
    server.asked.clear()

    assert read(found, 1_000_000, 5) == LONG[1_000_000:1_000_005]
    assert len(server.asked) == 2
    assert server.asked[1].startswith("bytes=1000000-")


def test_a_server_that_gives_no_parts_is_asked_for_the_whole(server: Files) -> None:
    server.in_parts = False

    [found] = find([f"{server.base}/t.csv"])

    assert (found.size, read(found), read(found, 6, 4)) == (len(LONG), LONG, LONG[6:10])


@pytest.mark.parametrize(
    ("table", "names"),
    [("t/", ["a.csv", "b%20b.csv", "f.csv"]), ("t/[ab]*.csv", ["a.csv", "b%20b.csv"])],
)
def test_of_a_folder_the_tables_in_it_alone_are_read(
    server: Files, table: str, names: list[str]
) -> None:
    found = find([f"{server.base}/{table}"])

    assert [each.address for each in found] == [f"{server.base}/t/{name}" for name in names]
    assert {read(each) for each in found} == {CSV}


def test_the_number_of_a_host_is_no_pattern() -> None:
    address = "https://[2001:db8:0:0:0:0:0:1]/t.csv?a=1"

    assert web.Web().glob(address) == [address]


@pytest.mark.parametrize("table", WAYS)
def test_no_answer_leads_to_another_server_of_this_computer(
    server: Files, other: Server, table: str
) -> None:
    server.location = f"{other.base}/t.csv"

    told = refusal(table.format(server.base))

    assert 'leads on to "127.0.0.1", which is not in the internet; name that address itself' in told
    assert other.asked == []


@pytest.mark.parametrize("host", ["10.0.0.1", "192.168.7.7:8443", "169.254.169.254", "[::1]"])
def test_no_answer_leads_into_a_network(server: Files, host: str) -> None:
    server.location = f"https://{host}/t.csv"

    assert "which is not in the internet" in refusal(f"{server.base}/t.csv")


def test_no_worker_is_led_away_from_a_table_that_was_found(server: Files, other: Server) -> None:
    [found] = find([f"{server.base}/t.csv"])
    server.location = f"{other.base}/t.csv"

    with pytest.raises(TableError, match="which is not in the internet"):
        read(found, 0, 100)

    assert other.asked == []


@pytest.mark.parametrize("table", WAYS)
def test_a_safe_address_does_not_lead_on_to_an_unsafe_one(
    server: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    cert, key = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", cert)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    with running(Server()) as safe:
        safe.socket = context.wrap_socket(safe.socket, server_side=True)
        safe.location = f"{server.base}/t.csv"

        told = refusal(table.format(f"https://127.0.0.1:{safe.server_port}"))

    assert "which is not sent safely" in told
    assert len(safe.asked) == 1
    assert server.asked == []


def test_an_answer_is_no_larger_than_that_of_any_table(
    server: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "LARGEST", 1_000_000)
    server.in_parts = False

    told = refusal(f"{server.base}/t.csv")

    assert "t.csv: is larger than 1 MB" in told


def test_an_answer_has_come_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(address, "_DEADLINE_SECONDS", 0.4)

    begun = time.monotonic()
    with dripping(HEAD + b"\r\n", b"a") as base:
        told = refusal(f"{base}/t.csv")

    assert "does not answer in time" in told
    assert time.monotonic() - begun < 10


def test_a_server_that_gives_more_than_it_was_asked_for_is_refused(server: Files) -> None:
    server.too_many = 1

    assert "answers with another part than it was asked for" in refusal(f"{server.base}/t.csv")


def test_a_file_that_changes_while_it_is_read_is_refused(
    server: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    [found] = find([f"{server.base}/t.csv"])
    begin = web._begin(found.address)  # noqa: SLF001  (as it was)
    monkeypatch.setattr(web, "_begin", lambda _path: begin)
    server.files["/t.csv"] = CSV + LONG

    with pytest.raises(TableError, match=r"t\.csv: has changed while it was read"):
        read(found, 0, 100)


def test_a_web_page_is_no_table(server: Files) -> None:
    server.files["/t.csv"] = INDEX

    told = refusal(f"{server.base}/t.csv")

    assert "answers with a web page (perhaps a login), not with a table" in told
