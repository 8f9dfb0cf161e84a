"""Connects to the servers of others: within a time in all, and nowhere that only an answer names.

What an author types is the author's: it may be a server of this computer. What an answer leads on
to, or what the same name is suddenly said to be, must lie in the internet.
"""

from __future__ import annotations

import io
import socket
import ssl
import time
from contextlib import suppress
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import (
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    ProxyHandler,
    build_opener,
)

from mapgen.errors import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from http.client import HTTPMessage
    from typing import IO
    from urllib.request import OpenerDirector, Request

    Place = tuple[str, int]

_PORTS = {"http": 80, "https": 443}
_TRANSLATED = IPv6Network("64:ff9b::/96")  # addresses of IPv4 in networks of IPv6 (RFC 6052)


class AstrayError(OSError):
    """An answer leads to a place where nothing is fetched."""


def opener(
    seconds: float,
    *,
    follow: Callable[[str, str], None],
    context: ssl.SSLContext | None = None,
    proxies: Mapping[str, str] | None = None,
) -> OpenerDirector:
    """Return what opens one address, whose whole answer must have come after some seconds.

    `follow` is handed an address and the one that its answer leads on to, and raises what refuses
    that. Where `proxies` is None, they are those of the system. What is opened raises TimeoutError
    when the time is over, and AstrayError, or URLError with it as its reason.
    """
    way = _Way(seconds)
    return build_opener(
        _Plain(way),
        _Secure(way, context or ssl.create_default_context()),
        _Following(way, follow),
        ProxyHandler(None if proxies is None else dict(proxies)),
    )


def is_public(place: str) -> bool:
    """Tell whether the number of a computer is one of the internet, whatever it is wrapped in."""
    number = ip_address(place.partition("%")[0])
    if isinstance(number, IPv6Address):
        if number.is_site_local:
            return False
        number = _unwrapped(number)
    return number.is_global and not (number.is_multicast or number.is_reserved)


def _unwrapped(number: IPv6Address) -> IPv4Address | IPv6Address:
    """Return the number of IPv4 that one of IPv6 stands for, if it does."""
    if number in _TRANSLATED:
        return IPv4Address(int(number) & 0xFFFFFFFF)
    if number.teredo:
        return number.teredo[1]
    return number.ipv4_mapped or number.sixtofour or number


class _Way:
    """The way of one request: when it ends, and where it was sent first."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds
        self._first: frozenset[Place] = frozenset()

    def left(self) -> float:
        """Return the seconds that are left; raises TimeoutError."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time is over")
        return left

    def connect(self, place: Place, timeout: object = None, *_: object) -> socket.socket:
        """Return a connection to a host and port, as socket.create_connection does."""
        found = _places(place)
        if not self._first:
            self._first = frozenset(found)
        self.check(place[0], found)
        for each in found[:-1]:
            with suppress(OSError):  # the next one may answer
                return socket.create_connection(each, self._patience(timeout))
        return socket.create_connection(found[-1], self._patience(timeout))

    def check(self, host: str, found: list[Place]) -> None:
        """Raise AstrayError where a host is neither in the internet nor where it all began."""
        if not all(place in self._first or is_public(place[0]) for place in found):
            raise AstrayError(f"leads on to {quoted(host)}, which is not in the internet")

    def _patience(self, timeout: object) -> float:
        """Return the seconds for one step; a timeout that is no number is that of the system."""
        return min(timeout, self.left()) if isinstance(timeout, (int, float)) else self.left()


def _places(place: Place) -> list[Place]:
    """Return the numbers that a host has, each with the port."""
    known = socket.getaddrinfo(*place, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((str(address[0]), place[1]) for *_, address in known))


class _Following(HTTPRedirectHandler):
    """Follows an answer to another address, if that is allowed."""

    def __init__(self, way: _Way, follow: Callable[[str, str], None]) -> None:
        self._way = way
        self._follow = follow

    def redirect_request(  # noqa: PLR0913, PLR0917  (the base class has it so)
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Refuse an address before anything is sent there, through a proxy too."""
        fp.close()
        self._follow(req.full_url, newurl)
        if _server(newurl) != _server(req.full_url):
            host, port = _server(newurl)
            with suppress(socket.gaierror):  # a proxy may know it; without one it is told later
                self._way.check(host, _places((host, port)))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _server(address: str) -> Place:
    parts = urlsplit(address)
    return parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)


class _Plain(HTTPHandler):
    def __init__(self, way: _Way) -> None:
        super().__init__()
        self._way = way

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_guided(HTTPConnection, self._way), req)


class _Secure(HTTPSHandler):
    def __init__(self, way: _Way, context: ssl.SSLContext) -> None:
        super().__init__()
        self._way = way
        self._safely = context

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_guided(HTTPSConnection, self._way), req, context=self._safely)


def _guided(kind: type[HTTPConnection], way: _Way) -> Any:
    """Return what makes a connection that goes the way, and answers within its time."""

    def made(*place: Any, **more: Any) -> HTTPConnection:
        connection = kind(*place, **more)
        vars(connection)["_create_connection"] = way.connect  # there is no other way in
        vars(connection)["response_class"] = lambda sock, *args, **words: HTTPResponse(
            _Timed(sock, way),  # type: ignore[arg-type]  # all that it asks of a socket
            *args,
            **words,
        )
        return connection

    return made


class _Timed:
    """A socket whose file reads within the time of a way, however slowly its parts come."""

    def __init__(self, sock: socket.socket, way: _Way) -> None:
        self._sock = sock
        self._way = way

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Parts(self._sock, self._way))


class _Parts(io.RawIOBase):
    def __init__(self, sock: socket.socket, way: _Way) -> None:
        self._sock = sock
        self._way = way
        self._patience = sock.gettimeout()
        self._file = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._way.left()
        self._sock.settimeout(left if self._patience is None else min(self._patience, left))
        return self._file.readinto(buffer)

    def close(self) -> None:
        self._file.close()
        super().close()
