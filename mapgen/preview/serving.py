"""Serves the page on this computer, to its own browsers only, and tells open pages of the next."""

from __future__ import annotations

import http.client
import os
import socketserver
import sys
import threading
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mapgen.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.preview.board import Board

ADDRESS = "127.0.0.1"
_NAME = "mapgen-preview"
_ALONE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_PULSE = 15.0  # seconds after which a page that is gone is noticed
_PATIENCE = 60  # seconds for a request to arrive, and for an answer to leave


@contextmanager
def serving(port: int, board: Board) -> Iterator[str]:
    """Serve what a board shows, and hand over the address; 0 takes any port that is free.

    Nothing is answered before the board shows a first page. Raises SettingsError where the port
    cannot be had.
    """
    try:
        server = _Server(port, board)
    except OSError as error:
        raise SettingsError(_refusal(port, error)) from error
    pulse = {"poll_interval": 0.05}  # seconds that the end may take
    thread = threading.Thread(target=server.serve_forever, kwargs=pulse, daemon=True)
    thread.start()
    try:
        yield f"http://{ADDRESS}:{server.server_port}/"
    finally:
        board.close()
        server.shutdown()
        server.server_close()


def _refusal(port: int, error: OSError) -> str:
    cure = f"take another one, such as --port {port % 65535 + 1}, or any with --port 0"
    if isinstance(error, PermissionError):
        return f"port {port} is not for everyone to use; {cure}"
    whose = "another preview" if _is_ours(port) else "another program"
    return f"port {port} is in use by {whose}; stop that one, or {cure}"


def _is_ours(port: int) -> bool:
    """Ask what answers at a port."""
    connection = http.client.HTTPConnection(ADDRESS, port, timeout=1)
    try:
        connection.request("HEAD", "/")
        return connection.getresponse().getheader("Server") == _NAME
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there, two programs would share the port
    allow_reuse_port = False

    def __init__(self, port: int, board: Board) -> None:
        self.board = board
        super().__init__((ADDRESS, port), _Answer)

    def server_bind(self) -> None:
        """Take the port without asking the network for the name of this computer."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that left in the middle; a fault stays a traceback."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Answer(BaseHTTPRequestHandler):
    """Answers one request: for the page, or for the stream of its news."""

    server: _Server
    server_version, sys_version = _NAME, ""
    timeout = _PATIENCE

    def do_HEAD(self) -> None:
        """Answer without a content."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer with the page or its news, and nothing to a name that is not this computer's."""
        host, path = self.headers.get("Host", ""), _path(self.path)
        if not _is_here(host):
            self._send(HTTPStatus.FORBIDDEN, "text/plain", f"{host!r} is not this computer's name")
        elif path == "/":
            self._send(HTTPStatus.OK, "text/html", self.server.board.page())
        elif path == "/events":
            self._stream()
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", "there is only one page here: /")

    def version_string(self) -> str:
        """Return what the preview calls itself, so that another one knows it."""
        return _NAME

    def log_message(self, *_: object) -> None:
        """Keep the terminal for what the author is told."""

    def _send(self, status: HTTPStatus, kind: str, text: str) -> None:
        content = text.encode()
        self._begin(status, kind, {"Content-Length": str(len(content))})
        if self.command != "HEAD":
            self.wfile.write(content)

    def _stream(self) -> None:
        """Tell the news as they come, until the page or the preview goes."""
        self._begin(HTTPStatus.OK, "text/event-stream", {})
        number = 0
        while self.command != "HEAD" and (news := self.server.board.wait(number, _PULSE)):
            number, text = news
            self.wfile.write(f"data: {text}\n\n".encode() if text else b":\n\n")

    def _begin(self, status: HTTPStatus, kind: str, more: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": f"{kind}; charset=utf-8", **more}.items():
            self.send_header(name, value)
        self.end_headers()

    def end_headers(self) -> None:
        """Say of every answer, refusals too, that it is for a window of this address alone."""
        for name, value in _ALONE.items():
            self.send_header(name, value)
        super().end_headers()


def _path(target: str) -> str:
    """Return the path that a request asks for, "" for what is no address."""
    try:
        return urlsplit(target).path
    except ValueError:
        return ""


def _is_here(host: str) -> bool:
    """Tell whether a request calls this computer by its own name.

    A page from elsewhere whose name was made to lead here (DNS rebinding) does not; a port that is
    forwarded to another computer may have another number there.
    """
    name, _, port = host.lower().partition(":")
    return name in {ADDRESS, "localhost"} and (not port or port.isdigit())
