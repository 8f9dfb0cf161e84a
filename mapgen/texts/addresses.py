"""Tells which addresses a page may lead to or show, and which hosts may stand in its policy."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from mapgen.errors import PageError, quoted
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

Fault = tuple[str, str] | None  # a message and its cure

_ACCEPTED: Final = "write an address that begins with https://, http:// or mailto:"
_COPIED: Final = "copy the address from the bar of a browser that shows it"
_BESIDE: Final = "put the image beside the table and write its name"
_BARE: Final = regex(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_STRANGE: Final = regex(r'[\s<>"\\]')
_SCHEME: Final = regex(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
_SHORT: Final = 200  # characters; a longer text is no address without its scheme

# What Content Security Policy Level 3 calls a host-source, without wildcards and paths.
_HOST: Final = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*"
_SOURCE: Final = regex(rf"https?://{_HOST}(?::[0-9]{{1,5}})?")
_PLAIN: Final = regex(rf"https?://{_HOST}(?::[0-9]{{1,4}})?(?=[/?#]|\Z)")
# A page may also lead to hosts with a low line, in other letters, or with a number of IPv6.
_LINKED: Final = regex(r"(?:[A-Za-z0-9._-]|[^\x00-\x7f])+|[0-9a-f.:]*:[0-9a-f.:]*")


USUAL: Final = r"^(?:https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?:[/?#][!#-;=?-\[\]^-~]*)?)?$"
"""Finds most addresses that have no fault, and blank texts; a pattern of RE2."""


def link_fault(text: str) -> Fault:
    """Return what is wrong with the address of a page, None where it may be a link."""
    scheme = text.partition(":")[0].casefold()
    if scheme == "mailto" and "@" in text:
        return _strange_character(text)
    if scheme in {"http", "https"}:
        return _strange_character(text) or _host_fault(text)
    short = len(text) <= _SHORT and _BARE.fullmatch(text)
    return (
        f"{quoted(text)} is no address of a page",
        f"write https://{text}" if short else _ACCEPTED,
    )


def image_fault(text: str) -> Fault:
    """Return what is wrong with the address of an image, or with the path of one that is a file.

    A path is only looked at, never opened.
    """
    scheme = _SCHEME.match(text)
    if scheme and scheme[0].casefold() == "https:":
        return _strange_character(text) or _host_fault(text) or _asked_fault(text)
    if scheme and scheme[0].casefold() == "http:":
        return f"{quoted(text)} is not sent safely", "write it with https:// if the page allows it"
    if scheme:
        return (
            f"{quoted(text)} is no address of an image",
            "write an https:// address or a file name",
        )
    return _path_fault(text)


def link(text: str) -> str:
    """Return an address where a page may lead to it, else ""."""
    return text if text and link_fault(text) is None else ""


def image(text: str) -> str:
    """Return the address or the path of an image where it may be one, else ""."""
    return text if text and image_fault(text) is None else ""


def is_source(text: str) -> bool:
    """Tell whether a text is a scheme, a host and perhaps a port: all that a policy may name."""
    return _SOURCE.fullmatch(text) is not None


def origin(address: str) -> str:
    """Return the scheme, host and port of an address, as a policy names them; "" for none.

    A host in other letters is written in ASCII, as browsers ask for it.
    """
    if plain := _PLAIN.match(address):
        return plain[0].lower()
    try:
        parts = urlsplit(address)
        host, port = _ascii(parts.hostname or ""), parts.port
    except ValueError:
        return ""
    found = f"{parts.scheme}://{host}" + (f":{port}" if port is not None else "")
    return found if is_source(found) else ""


def origins(addresses: Iterable[str]) -> list[str]:
    """Return the origins of the https addresses among some, each once.

    Raises PageError for one that a policy cannot name.
    """
    away = (address for address in addresses if address.startswith("https:"))
    # Of a million addresses, few have another host; to take them all apart takes seconds.
    begins = dict.fromkeys("/".join(address.split("/", 3)[:3]) for address in away)
    found = {begin: origin(begin) for begin in begins}
    for begin in begins:
        if not found[begin]:
            raise PageError(f"an image at {quoted(begin)}: the page's policy cannot name this host")
    return list(dict.fromkeys(found.values()))


def _strange_character(text: str) -> Fault:
    """Find the first character that no address holds."""
    if text.isprintable() and not _STRANGE.search(text):
        return None
    strange = next(sign for sign in text if _STRANGE.match(sign) or not sign.isprintable())
    name = {" ": "a blank", "\n": "a line break"}.get(strange) or quoted(strange)
    return f"the address {quoted(text)} has {name} in it", "write one whole address, and only that"


def _host_fault(text: str) -> Fault:
    if _PLAIN.match(text):
        return None
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return f"the address {quoted(text)} names no host", _ACCEPTED
    if not host:
        return f"the address {quoted(text)} names no host", _ACCEPTED
    return None if _LINKED.fullmatch(host) else (_no_host(text, host), _COPIED)


def _asked_fault(text: str) -> Fault:
    """Refuse a host that a page cannot ask for an image, though it may lead there."""
    parts = urlsplit(text)
    if "@" in parts.netloc:
        return (
            f"the address {quoted(text)} holds a name or a password",
            f"leave it out, or {_BESIDE}",
        )
    return None if origin(text) else (_no_host(text, parts.hostname or ""), _BESIDE)


def _no_host(text: str, host: str) -> str:
    return f"the address {quoted(text)} has {quoted(host)} where the name of a computer stands"


def _path_fault(text: str) -> Fault:
    """Refuse a path that is good on one computer only, or that leads elsewhere."""
    if PurePosixPath(text).is_absolute() or PureWindowsPath(text).drive or text.startswith("\\"):
        return f"{quoted(text)} is a place on one computer", _BESIDE
    if ".." in PureWindowsPath(text).parts:
        cure = "put the image into the folder of the table and write its name"
        return f"{quoted(text)} leads out of the folder of the table", cure
    if "\\" in text:
        cure = f"write {quoted(text.replace(chr(92), '/'))}"
        return f"{quoted(text)} has \\ between its folders", cure
    return None


def _ascii(host: str) -> str:
    """Return a host as browsers ask for it; raises ValueError for one that is none."""
    if host.isascii():
        return host
    import idna

    return idna.encode(host, uts46=True).decode("ascii")
