"""Asks a Nominatim server for places, politely: slowly, patiently, and never twice."""

from __future__ import annotations

import math
import time
import warnings
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mapgen.errors import PlaceError, SettingsError, quoted
from mapgen.errors.boundary import Boundary
from mapgen.places.geocoding.candidates import Candidate
from mapgen.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mapgen.places.geocoding.memory import Memory

# The usage policy of this server asks for a name of the program, and at most one question a second.
USUAL_SERVER = "https://nominatim.openstreetmap.org"
USUAL_AGENT = f"mapgen/{VERSION} (a map of historical events)"
USUAL_TIMEOUT = 10.0  # seconds
CREDIT = "© OpenStreetMap contributors (openstreetmap.org/copyright)"

_PACE = 1.0  # seconds between the end of one request and the begin of the next
_PAUSES = (2.0, 5.0, 15.0)  # seconds before a question is asked again
_DAY = 86_400.0  # seconds; nobody who asks for more is told apart
_LONGEST_PAUSE = 300.0  # seconds; a server that asks for more is left alone
_NO_PLACES = "what it sent is no list of places"
_FAILURES = 3  # names in a row that no try got an answer for
_CANDIDATES = 6
_AGAIN = "run the same command again later; the answers so far are kept"
_REFUSALS = {401, 403, 407}
_NO_SEARCH = {404, 405, 410}
_BAD_QUESTION = {400, 412, 413, 414}


@dataclass(slots=True, kw_only=True)
class Clock:
    """What the service knows of time: seconds that only grow, and how to wait."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep


class _Refused(Exception):  # noqa: N818  (never leaves this module)
    """A request has no answer of use; `wait` is how many seconds the server asks for."""

    def __init__(self, why: str, *, again: bool, final: bool = False, wait: float = 0) -> None:
        super().__init__(why)
        self.why = why
        self.again = again
        self.final = final
        self.wait = wait


class Service:
    """A Nominatim server, and what it has answered so far.

    `timeout` is in seconds and holds for one request. `tell` is handed a sentence for each
    question that goes out, and for what went wrong. `stopped` says why no more is asked, "" while
    all is well. Raises SettingsError for a server or a user agent that cannot be used.
    """

    def __init__(  # noqa: PLR0913  (each is a choice of the author's, or stands for the world)
        self,
        memory: Memory,
        *,
        server: str = USUAL_SERVER,
        user_agent: str = USUAL_AGENT,
        timeout: float = USUAL_TIMEOUT,
        clock: Clock | None = None,
        tell: Callable[[str], object] = lambda _text: None,
    ) -> None:
        self.server = server.rstrip("/") if "://" in server else f"https://{server.rstrip('/')}"
        self.stopped = ""
        self._memory = memory
        self._geocoder = _geocoder(self.server, user_agent, timeout)
        self._clock = clock or Clock()
        self._tell = tell
        self._last: float | None = None
        self._failures = 0
        self._keeps = True

    def ask(self, name: str, country: str | None = None) -> tuple[Candidate, ...]:
        """Return the places of a name, the likeliest first; none is an answer too.

        `country` is an ISO 3166-1 alpha-2 code, None for all countries. Raises PlaceError where
        there is no answer.
        """
        code = country or ""
        known = self._memory.recall(self.server, name, code)
        if known is not None:
            return known
        if self.stopped:
            raise PlaceError(f"{quoted(name)} was not asked for: {self.stopped}", _AGAIN)
        self._tell(f"asking {self.host} for {quoted(name)}{code and f' in {code}'}")
        try:
            found = self._patiently(name, code)
        except _Refused as refusal:
            raise self._failed(name, refusal) from None
        self._failures = 0
        self._keep(name, code, found)
        return found

    @property
    def host(self) -> str:
        """The name of the server, for messages."""
        return urlsplit(self.server).netloc

    def _patiently(self, name: str, code: str) -> tuple[Candidate, ...]:
        """Ask, and ask again after growing pauses, or after the one that the server asks for."""
        for pause in _PAUSES:
            try:
                return self._once(name, code)
            except _Refused as refusal:
                wait = max(pause, refusal.wait)
                if not refusal.again or wait > _LONGEST_PAUSE:
                    raise
                self._tell(f"{self.host}: {refusal.why}; asking again in {wait:.0f} s")
            self._clock.sleep(wait)
        return self._once(name, code)

    def _once(self, name: str, code: str) -> tuple[Candidate, ...]:
        if self._last is not None:
            self._clock.sleep(max(0.0, _PACE - (self._clock.now() - self._last)))
        try:
            # geopy warns of points that are none, which _candidate refuses. It reads an answer as
            # if it were well formed.
            with Boundary(_refusal), warnings.catch_warnings(action="ignore"):
                found = self._geocoder.geocode(
                    name,
                    exactly_one=False,
                    limit=_CANDIDATES,
                    addressdetails=True,
                    language="en",
                    country_codes=code.lower() or None,
                )
                raw = [location.raw for location in found or ()]
            return tuple(map(_candidate, raw))
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
            raise _Refused(_NO_PLACES, again=False) from error
        finally:
            self._last = self._clock.now()

    def _failed(self, name: str, refusal: _Refused) -> PlaceError:
        """Count a failure, stop after several, and return the error for this name."""
        self._failures += 1
        if refusal.wait > _LONGEST_PAUSE:
            self.stopped = f"{self.host} asks to be left alone for {refusal.wait / 60:.0f} minutes"
        elif refusal.final or self._failures >= _FAILURES:
            self.stopped = f"{self.host}: {refusal.why}"
        if self.stopped:
            self._tell(f"{self.stopped}; no more names are asked for")
        message = f"{quoted(name)} has no answer from {self.host}: {refusal.why}"
        return PlaceError(message, _AGAIN)

    def _keep(self, name: str, code: str, found: Sequence[Candidate]) -> None:
        try:
            self._memory.keep(self.server, name, code, found)
        except OSError as error:
            if self._keeps:
                self._keeps = False
                path = self._memory.path.as_posix()
                self._tell(f"warning: answers cannot be kept in {path}: {error.strerror}")


def _geocoder(server: str, user_agent: str, timeout: float) -> Any:
    """Return geopy's Nominatim for a server; raises SettingsError."""
    from geopy.exc import ConfigurationError
    from geopy.geocoders import Nominatim

    from mapgen.places.geocoding.adapter import Bounded

    if not _is_address(server):
        raise SettingsError(
            f"server {quoted(server)} is no address of a Nominatim server, such as {USUAL_SERVER}"
        )
    if not (user_agent.isascii() and user_agent.isprintable() and user_agent.strip()):
        raise SettingsError(
            f"user agent {quoted(user_agent)} must be written in plain letters, such as "
            '"school-project/1.0 (name@school.example)"'
        )
    if not 0 < timeout < math.inf:
        raise SettingsError(f"timeout {timeout} must be more than 0 seconds")
    url = urlsplit(server)
    try:
        return Nominatim(
            scheme=url.scheme,
            domain=url.netloc + url.path,
            user_agent=user_agent.strip(),
            timeout=timeout,
            adapter_factory=Bounded,
        )
    except ConfigurationError as error:
        raise SettingsError(
            f"user agent {quoted(user_agent)} is the name of a sample; name your own project"
        ) from error


def _is_address(server: str) -> bool:
    """Tell whether a text is an address without a question or a password in it."""
    try:
        url = urlsplit(server)
        known = url.scheme in {"http", "https"} and bool(url.hostname) and url.port != 0
    except ValueError:
        return False
    return known and server.isprintable() and not (set(server) & set("@?# "))


def _refusal(error: BaseException) -> _Refused:
    """Return what an error of geopy's means for the next step."""
    from geopy.adapters import AdapterHTTPError
    from geopy.exc import (
        GeocoderParseError,
        GeocoderQueryError,
        GeopyError,
    )

    from mapgen.network import AstrayError

    cause = error.__cause__
    if isinstance(cause, AdapterHTTPError):
        return _status_refusal(cause.status_code, _wait(cause.headers))
    if isinstance(cause, AstrayError):
        return _Refused(f"{cause}; see --server", again=False, final=True)
    if not isinstance(error, GeopyError):
        return _Refused(_NO_PLACES, again=False)
    if isinstance(error, GeocoderParseError):
        return _Refused(f"it sent {error}, and no list of places", again=False)
    if isinstance(error, GeocoderQueryError):
        return _Refused(f"it reports {quoted(str(error))}", again=False)
    return _Refused(str(error), again=True)


def _wait(headers: Mapping[str, str]) -> float:
    """Return how many seconds a server asks for, however many figures it writes; 0 for none."""
    from geopy.adapters import get_retry_after

    with suppress(Exception):  # a date that is none, which says nothing
        return float(min(get_retry_after(headers) or 0, _DAY))
    return 0


def _status_refusal(status: int, wait: float) -> _Refused:
    if status in _REFUSALS:
        why = f"it refuses to answer this program (status {status}); see --user-agent and --server"
        return _Refused(why, again=False, final=True)
    if status in _NO_SEARCH:
        why = f"it has no search for places (status {status}); see --server"
        return _Refused(why, again=False, final=True)
    if status in _BAD_QUESTION:
        return _Refused(f"it does not understand the question (status {status})", again=False)
    why = {429: "it asks for fewer questions", 503: "it is too busy"}.get(status, "it has a fault")
    return _Refused(f"{why} (status {status})", again=True, wait=wait)


def _candidate(raw: Mapping[str, Any]) -> Candidate:
    """Return a place of Nominatim's; raises ValueError, TypeError or KeyError for any other."""
    latitude, longitude = float(raw["lat"]), float(raw["lon"])
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):  # noqa: PLR2004  (the ends of the world)
        raise ValueError(f"{latitude}, {longitude} is no point of the earth")
    importance = raw.get("importance")
    south, north, west, east = map(float, raw.get("boundingbox") or [math.nan] * 4)
    details = raw.get("address") or {}
    return Candidate(
        address=_text(raw["display_name"]),
        latitude=latitude,
        longitude=longitude,
        country=_text(details.get("country_code") or "").upper(),
        group=_text(raw.get("category") or raw.get("class") or "place"),
        kind=_text(raw.get("addresstype") or raw.get("type") or ""),
        importance=None if importance is None else float(importance),
        box=(south, north, west, east) if math.isfinite(south + north + west + east) else None,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return " ".join(value.encode(errors="replace").decode().split())
