"""Says broken words to the preview, and broken answers to who asks a Nominatim server."""

from __future__ import annotations

import atexit
import contextlib
import io
import json
import socket
import threading
from functools import cache
from typing import TYPE_CHECKING

from mapgen.errors import PlaceError
from mapgen.places.geocoding.memory import Memory
from mapgen.places.geocoding.service import Clock, Service
from mapgen.preview.board import Board, Shown
from mapgen.preview.serving import serving
from tests.fuzz.judging import BadAnswerError, Outcome
from tests.nominatim import place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.fuzz.seeds import Seeds

_HERE = "127.0.0.1"
_PAGE = "<!DOCTYPE html><title>Fires</title>"
_GOOD = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
_PATIENCE = 5.0  # seconds
_NAME = "Maaloula"


def requests() -> Seeds:
    """Return requests to the preview as browsers and others send them."""
    more = b"Host: 127.0.0.1:8000\r\nUser-Agent: Mozilla/5.0\r\nAccept: text/html\r\n"
    lines = (
        *(b"GET / HTTP/1.1", b"GET /events HTTP/1.1", b"HEAD / HTTP/1.0", b"GET /a?b=c#d HTTP/1.1"),
        *(b"POST / HTTP/1.1", b"GET http://localhost/ HTTP/1.1", b"OPTIONS * HTTP/1.1"),
    )
    whole = (line + b"\r\n" + more + b"Content-Length: 3\r\n\r\nabc" for line in lines)
    return tuple((f"{number}.request", data) for number, data in enumerate((_GOOD, *whole)))


def ask_preview(path: Path) -> Outcome:
    """Send a request to the preview; raises BadAnswerError for a fault, told or not."""
    port, told = _preview(), io.StringIO()
    with contextlib.redirect_stderr(told):
        answer = _sent(port, path.read_bytes())
        after = _sent(port, _GOOD)
    if told.getvalue():
        raise BadAnswerError(told.getvalue())
    if not after.startswith(b"HTTP/1.0 200 ") or not after.endswith(_PAGE.encode()):
        raise BadAnswerError(f"the next request has the answer {after[:200]!r}")
    return "read" if answer.startswith(b"HTTP/1.0 200 ") else "refused"


@cache
def _preview() -> int:
    """Return the port of a preview that serves as long as this process lives."""
    board = Board()
    board.show(Shown(page=_PAGE, state="1"))
    stack = contextlib.ExitStack()
    atexit.register(stack.close)
    address = stack.enter_context(serving(0, board))
    return int(address.rstrip("/").rpartition(":")[2])


def _sent(port: int, data: bytes) -> bytes:
    """Return what comes back, to its end or to the first of the news that have none."""
    answer = b""
    with (
        socket.create_connection((_HERE, port), timeout=_PATIENCE) as connection,
        contextlib.suppress(ConnectionError),  # it may refuse before it has heard all
    ):
        connection.sendall(data)
        with contextlib.suppress(OSError):  # it may be gone
            connection.shutdown(socket.SHUT_WR)
        while not answer.partition(b"\r\n\r\n")[2].startswith(b"data: "):
            if not (part := connection.recv(65_536)):
                break
            answer += part
    return answer


def answers() -> Seeds:
    """Return answers of a Nominatim server, whole ones and refusals."""
    places = [place(_NAME, 33.84, 36.55), place(_NAME, 33.9, 36.4, country="lb", importance=0.1)]
    body = json.dumps(places, indent=1).encode()
    kind = b"Content-Type: application/json\r\n"
    busy = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n"
    pieces = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    found = (
        b"HTTP/1.1 200 OK\r\n" + kind + b"Content-Length: %d\r\n\r\n" % len(body) + body,
        b"HTTP/1.0 200 OK\r\n" + kind + b"\r\n" + body,
        b"HTTP/1.0 200 OK\r\n\r\n" + json.dumps(places[0]).encode(),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + pieces,
        b'HTTP/1.0 200 OK\r\n\r\n{"error": "Unable to geocode"}',
        busy,
    )
    return tuple((f"{number}.answer", data) for number, data in enumerate(found))


def ask_service(path: Path) -> Outcome:
    """Ask a server for a place that answers with the bytes of a file."""
    kept = path.with_suffix(".kept")
    with _answering(path.read_bytes()) as server:
        service = Service(
            Memory(kept), server=server, timeout=_PATIENCE, clock=Clock(sleep=lambda _seconds: None)
        )
        try:
            found = service.ask(_NAME)
        except PlaceError as error:
            if _NAME not in str(error):
                raise BadAnswerError(f"does not name the place: {error}") from error
            return "refused"
    if Memory(kept).recall(server, _NAME, "") != found:
        raise BadAnswerError("is not remembered as it was")
    kept.unlink()
    return "read"


@contextlib.contextmanager
def _answering(data: bytes) -> Iterator[str]:
    """Answer each request with the same bytes while the block runs."""
    with socket.create_server((_HERE, 0)) as server:
        thread = threading.Thread(target=_answer_all, args=(server, data))
        thread.start()
        port = server.getsockname()[1]
        try:
            yield f"http://{_HERE}:{port}"
        finally:
            server.shutdown(socket.SHUT_RDWR)  # which wakes the thread
            thread.join()


def _answer_all(server: socket.socket, data: bytes) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:  # the end
            return
        with connection, contextlib.suppress(OSError):  # who asks may leave
            connection.settimeout(_PATIENCE)
            connection.recv(65_536)
            connection.sendall(data)
