"""Nothing is fetched where only an answer leads to, and no server is listened to for ever."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from mapgen.errors import PlaceError, TableError
from mapgen.network import AstrayError, is_public, opener
from mapgen.places.geocoding.memory import Memory
from mapgen.places.geocoding.service import Clock, Service
from mapgen.reading import sources
from mapgen.settings import Reading
from mapgen.table import address
from tests.certificates import certificate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CSV = b"title,date\nOne,1920\n"
JUST = 1.0  # seconds


class Server(ThreadingHTTPServer):
    """Leads every path on to `location`, if there is one, and else answers a table."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.location = ""
        self.asked: list[str] = []

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answering(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        leads_on = self.server.location and self.path != "/there"
        self.send_response(302 if leads_on else 200)
        if leads_on:
            self.send_header("Location", self.server.location)
        self.end_headers()
        self.wfile.write(b"" if leads_on else b"[]" if "q=" in self.path else CSV)

    def log_message(self, *_words: object) -> None:
        """Keep quiet."""


@contextmanager
def running(server: Server) -> Iterator[Server]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    with server:
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "*")
    with running(Server()) as made:
        yield made


@pytest.fixture
def other() -> Iterator[Server]:
    with running(Server()) as made:
        yield made


@contextmanager
def dripping(begin: bytes, byte: bytes) -> Iterator[str]:
    """Lend the address of a server that sends one byte after the other, and never ends."""
    ended = threading.Event()

    def drip(listening: socket.socket) -> None:
        with suppress(OSError):
            talk, _ = listening.accept()
            with talk:
                talk.sendall(begin)
                while not ended.wait(0.02):
                    talk.sendall(byte)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=drip, args=(listening,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        ended.set()
    thread.join()


def refusal(where: str) -> str:
    with pytest.raises(TableError) as caught:
        sources.read(where, Reading())
    return str(caught.value)


def service(server: str, tmp_path: Path, timeout: float = 5) -> Service:
    clock = Clock(sleep=lambda _seconds: None)
    return Service(Memory(tmp_path / "answers"), server=server, timeout=timeout, clock=clock)


@pytest.mark.parametrize("number", ["93.184.216.34", "8.8.8.8", "2a00:1450:4001:81b::200e"])
def test_a_number_of_the_internet_is_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",  # noqa: S104  (a number that is refused)
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
    ],
)
def test_a_number_of_this_network_or_computer_is_not_public(number: str) -> None:
    assert not is_public(number)


def test_what_the_author_names_is_fetched_and_may_lead_on_to_itself(server: Server) -> None:
    server.location = "/there"

    found = sources.read(f"{server.base}/here", Reading())

    assert list(found.cells["title"]) == ["One"]
    assert server.asked == ["/here", "/there"]


def test_an_answer_does_not_lead_to_another_server_of_this_computer(
    server: Server, other: Server
) -> None:
    server.location = f"{other.base}/t.csv"

    told = refusal(f"{server.base}/t.csv")

    assert 'leads on to "127.0.0.1", which is not in the internet; name that address itself' in told
    assert other.asked == []


@pytest.mark.parametrize(
    "host",
    [
        "10.0.0.1",
        "192.168.7.7:8443",
        "169.254.169.254",
        "[::ffff:127.0.0.1]",
        "[::1]",
        "2130706433",
    ],
)
def test_an_answer_does_not_lead_into_a_network(server: Server, host: str) -> None:
    server.location = f"https://{host}/latest/meta-data"

    assert "which is not in the internet" in refusal(f"{server.base}/t.csv")


def test_a_name_that_leads_into_a_network_is_no_way_in(
    server: Server, other: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = socket.getaddrinfo
    port = other.server_port
    monkeypatch.setattr(
        "socket.getaddrinfo",
        lambda host, *more, **words: known(
            "127.0.0.1" if host == "history.example" else host, *more, **words
        ),
    )
    server.location = f"https://history.example:{port}/t.csv"

    told = refusal(f"{server.base}/t.csv")

    assert 'leads on to "history.example", which is not in the internet' in told


def test_a_name_that_changes_what_it_means_is_not_followed(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = socket.getaddrinfo
    numbers = iter(["127.0.0.1", "127.0.0.2"])
    monkeypatch.setattr(
        "socket.getaddrinfo",
        lambda host, *more, **words: known(
            next(numbers) if host == "history.example" else host, *more, **words
        ),
    )
    server.location = "/there"
    opened = opener(JUST, follow=lambda _before, _address: None)

    with pytest.raises(OSError, match="which is not in the internet"):
        opened.open(f"http://history.example:{server.server_port}/here")

    assert server.asked == ["/here"]


def test_a_proxy_of_the_author_opens_no_way_in(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("no_proxy")
    server.location = "http://10.0.0.7/t.csv"
    opened = opener(JUST, follow=lambda _before, _address: None, proxies={"http": server.base})

    with pytest.raises(AstrayError, match=r"10\.0\.0\.7"):
        opened.open("http://history.example/t.csv")

    assert server.asked == ["http://history.example/t.csv"]


def test_a_safe_address_does_not_lead_on_to_an_unsafe_one(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cert, key = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", cert)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    with running(Server()) as safe:
        safe.socket = context.wrap_socket(safe.socket, server_side=True)
        safe.location = f"{server.base}/t.csv"

        told = refusal(f"https://127.0.0.1:{safe.server_port}/t.csv")

    assert "which is not sent safely" in told
    assert safe.asked == ["/t.csv"]
    assert server.asked == []


HEAD = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    ("begin", "byte"),
    [(b"", b"H"), (HEAD, b"X-Slow: 1\r\n"), (HEAD + b"X-Slow: ", b"1"), (HEAD + b"\r\n", b"a")],
    ids=["status", "headers", "header", "content"],
)
def test_an_answer_has_come_in_time_however_slowly_its_parts_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, begin: bytes, byte: bytes
) -> None:
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(address, "_DEADLINE_SECONDS", 0.4)

    begun = time.monotonic()
    with dripping(begin, byte) as base:
        told = refusal(f"{base}/t.csv")
    with dripping(begin, byte) as base, pytest.raises(PlaceError):
        service(base, tmp_path, timeout=0.4).ask("Maaloula")

    assert "does not answer in time" in told
    assert time.monotonic() - begun < 10 * JUST


def test_a_geocoding_server_is_not_followed_to_another(
    server: Server, other: Server, tmp_path: Path
) -> None:
    server.location = f"{other.base}/search?q=1"
    asking = service(server.base, tmp_path)

    with pytest.raises(PlaceError, match="it leads on to another server") as caught:
        asking.ask("Maaloula")

    assert "see --server" in str(caught.value)
    assert (len(server.asked), other.asked) == (1, [])


def test_a_geocoding_server_may_lead_on_within_itself(server: Server, tmp_path: Path) -> None:
    server.location = "/there"

    with pytest.raises(PlaceError, match="no list of places"):
        service(server.base, tmp_path).ask("Maaloula")

    assert server.asked[-1] == "/there"
