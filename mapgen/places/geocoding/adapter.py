"""Fetches an answer for geopy, within a time and a size."""

from __future__ import annotations

import json
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import GeocoderParseError, GeocoderTimedOut, GeocoderUnavailable

from mapgen.errors import quoted
from mapgen.network import AstrayError, opener

if TYPE_CHECKING:
    from collections.abc import Mapping

_LARGEST = 2_000_000  # bytes; six places with all their details are a hundredth of it
_SHOWN = 40


class Bounded(BaseSyncAdapter):  # type: ignore[misc]  # geopy ships no types
    """Asks once, without any retry of its own.

    The time limit holds for the whole of an answer; geopy's own adapters hold it for each part,
    and a server that sends one byte a second would be listened to for hours.
    """

    def __init__(self, *, proxies: Mapping[str, str] | None, ssl_context: Any) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._proxies = proxies
        self._context = ssl_context

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:
        """Return the value of a JSON answer."""
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            begin = " ".join(text.split())[:_SHOWN]
            raise GeocoderParseError(f"an answer that begins {begin!r}") from None

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """Return a text answer; raises what geopy documents of its adapters."""
        asked = opener(timeout, follow=_stay, context=self._context, proxies=self._proxies)
        request = Request(url, headers=dict(headers))  # noqa: S310  (service.py lets http and https pass)
        try:
            with asked.open(request, timeout=timeout) as page:
                return _read(page).decode("utf-8", "replace")
        except HTTPError as error:
            with error:
                fields = {name.lower(): value for name, value in error.headers.items()}
                raise AdapterHTTPError(
                    str(error), status_code=error.code, headers=fields, text=""
                ) from error
        except (TimeoutError, URLError, HTTPException, OSError) as error:
            reason = getattr(error, "reason", error)
            if isinstance(reason, AstrayError):
                raise GeocoderUnavailable(str(reason)) from reason
            if isinstance(reason, TimeoutError):
                raise GeocoderTimedOut("no answer in time") from error
            raise GeocoderUnavailable(str(reason) or type(reason).__name__) from error


def _stay(before: str, address: str) -> None:
    """Raise AstrayError for an address of another server, or for one that is less safe."""
    old, new = urlsplit(before), urlsplit(address)
    same = (new.scheme, new.netloc) == (old.scheme, old.netloc)
    safer = (old.scheme, new.scheme) == ("http", "https") and old.netloc == new.netloc
    if not (same or safer):
        raise AstrayError(f"it leads on to another server, {quoted(address)}")


def _read(page: Any) -> bytes:
    """Read an answer to its end; raises GeocoderParseError."""
    parts = bytearray()
    while part := page.read1(65_536):
        parts += part
        if len(parts) > _LARGEST:
            raise GeocoderParseError(f"an answer of more than {_LARGEST / 1e6:.0f} MB")
    return bytes(parts)
