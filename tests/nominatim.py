"""A small server on this machine that answers like Nominatim, and misbehaves when it is told to."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What the server sends instead of an answer; `drip` is seconds between single bytes."""

    status: int = 200
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    drip: float = 0


@dataclass(frozen=True, kw_only=True)
class Question:
    """A request that came in, and when, in seconds."""

    name: str
    country: str
    agent: str
    path: str
    parameters: dict[str, str]
    at: float


@dataclass
class Nominatim:
    """The server: its answers by name, and what it does first, one reply for each request."""

    places: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    first: list[Reply] = field(default_factory=list)
    always: Reply | None = None
    hold_after: int | None = None  # no answer to the requests after so many
    questions: list[Question] = field(default_factory=list)
    held: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def names(self) -> list[str]:
        return [question.name for question in self.questions]

    def reply(self, question: Question) -> Reply:
        """Return what is sent for a question: a told reply, or the places of the table."""
        self.questions.append(question)
        if self.hold_after is not None and len(self.questions) > self.hold_after:
            self.held.set()
            self.released.wait(30)
        if self.first:
            return self.first.pop(0)
        if self.always:
            return self.always
        if not question.agent or question.agent.startswith(("Python-urllib", "geopy")):
            return Reply(status=403, body="name your program")
        found = [
            place
            for place in self.places.get(question.name, [])
            if question.country in {"", place.get("address", {}).get("country_code")}
        ]
        limit = int(question.parameters.get("limit", 10))
        return Reply(body=json.dumps(found[:limit], ensure_ascii=False))


def place(  # noqa: PLR0913  (the fields of an answer)
    name: str,
    lat: float,
    lon: float,
    *,
    country: str = "sy",
    group: str = "place",
    kind: str = "village",
    importance: float = 0.3,
    box: tuple[float, float, float, float] | None = None,
) -> dict[str, Any]:
    """Return a place as Nominatim writes it: figures of coordinates are texts."""
    south, north, west, east = box or (lat - 0.02, lat + 0.02, lon - 0.02, lon + 0.02)
    return {
        "place_id": 1,
        "licence": "Data © OpenStreetMap contributors, ODbL 1.0.",
        "osm_type": "node",
        "osm_id": 1,
        "boundingbox": [str(south), str(north), str(west), str(east)],
        "lat": f"{lat:.7f}",
        "lon": f"{lon:.7f}",
        "display_name": f"{name}, {country.upper()}",
        "class": group,
        "type": kind,
        "addresstype": kind,
        "importance": importance,
        "address": {"country_code": country},
    }


def _handler(nominatim: Nominatim) -> type[BaseHTTPRequestHandler]:
    """Return what answers a request with the replies of `nominatim`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            at = time.monotonic()
            url = urlsplit(self.path)
            parameters = {key: values[0] for key, values in parse_qs(url.query).items()}
            question = Question(
                name=parameters.get("q", ""),
                country=parameters.get("countrycodes", ""),
                agent=self.headers.get("User-Agent", ""),
                path=url.path,
                parameters=parameters,
                at=at,
            )
            reply = nominatim.reply(question)
            try:
                self._send(reply)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def _send(self, reply: Reply) -> None:
            body = reply.body.encode()
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if not reply.drip:
                self.wfile.write(body)
                return
            for byte in body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                if nominatim.released.wait(reply.drip):
                    return

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def serving(nominatim: Nominatim) -> Iterator[Nominatim]:
    """Serve on a free port of 127.0.0.1 while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(nominatim))
    server.daemon_threads = True
    nominatim.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield nominatim
    finally:
        nominatim.released.set()
        server.shutdown()
        thread.join()
        server.server_close()
