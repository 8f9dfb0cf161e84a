"""Checks the addresses of sources, and the images."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mapgen.boundary import reason
from mapgen.errors import quoted

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.coded import Coded
    from mapgen.events.sheet import Sheet

    _Fault = tuple[str, str] | None  # a message and its cure

_ACCEPTED = "write an address that begins with https://, http:// or mailto:"
_BARE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_STRANGE = re.compile(r'[\s<>"\\]')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
_SHORT = 200  # characters; a longer text is neither an address without its scheme nor a file
_OPENINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
_KINDS = "a JPEG, PNG, GIF or WebP"


def check_links(sheet: Sheet) -> None:
    """Refuse what is no address of a page, or would run as a script."""
    fault = cache(_link_fault)
    texts = sheet.coded("source_url")
    for row in texts.rows(lambda text: text and fault(text)):
        if found := fault(texts[row]):
            sheet.error(row, "source_url", *found)


def read_images(sheet: Sheet, images: Coded[str]) -> Coded[str]:
    """Return the image of each row; it is an https address or an image file beside the table."""
    fault = cache(lambda text: _image_fault(text, sheet.folder))
    described = sheet.coded("image_alt")
    for row in images.rows(bool):
        if found := fault(images[row]):
            sheet.error(row, "image", *found)
        elif not described[row]:
            message = "the image has no description for people who cannot see it"
            sheet.warn(row, "image", message, "say in image_alt what it shows")
    return images.each(_small_scheme)


def _link_fault(text: str) -> _Fault:
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


def _strange_character(text: str) -> _Fault:
    """Find the first character that no address holds."""
    if text.isprintable() and not _STRANGE.search(text):
        return None
    strange = next(sign for sign in text if _STRANGE.match(sign) or not sign.isprintable())
    name = {" ": "a blank", "\n": "a line break"}.get(strange) or quoted(strange)
    return f"the address {quoted(text)} has {name} in it", "write one whole address, and only that"


def _host_fault(text: str) -> _Fault:
    try:
        host = urlsplit(text).hostname
    except ValueError:
        host = None
    return None if host else (f"the address {quoted(text)} names no host", _ACCEPTED)


def _image_fault(text: str, folder: Path) -> _Fault:
    scheme = _SCHEME.match(text)
    if scheme and scheme[0].casefold() == "https:":
        return _strange_character(text) or _host_fault(text)
    if scheme and scheme[0].casefold() == "http:":
        return f"{quoted(text)} is not sent safely", "write it with https:// if the page allows it"
    if scheme:
        return (
            f"{quoted(text)} is no address of an image",
            "write an https:// address or a file name",
        )
    return _path_fault(text) or _file_fault(text, folder)


def _path_fault(text: str) -> _Fault:
    """Refuse a path that is good on one computer only, or that leads elsewhere."""
    if PurePosixPath(text).is_absolute() or PureWindowsPath(text).drive or text.startswith("\\"):
        cure = "put the image beside the table and write its name"
        return f"{quoted(text)} is a place on one computer", cure
    if ".." in PureWindowsPath(text).parts:
        cure = "put the image into the folder of the table and write its name"
        return f"{quoted(text)} leads out of the folder of the table", cure
    if "\\" in text:
        cure = f"write {quoted(text.replace(chr(92), '/'))}"
        return f"{quoted(text)} has \\ between its folders", cure
    return None


def _file_fault(text: str, folder: Path) -> _Fault:
    try:
        return _found_file_fault(text, folder)
    except (OSError, ValueError) as error:  # a folder or a file that may not be read, a NUL
        cure = "see that you may read it, and that its name is right"
        return f"{quoted(text)} cannot be opened ({reason(error)})", cure


def _found_file_fault(text: str, folder: Path) -> _Fault:
    path = folder / text
    if path.name not in _names(path.parent) or not path.is_file():
        near = get_close_matches(path.name[:_SHORT], _names(path.parent), 1)
        cure = f"did you mean {quoted(near[0])}?" if near else "put it there, or correct the name"
        where = quoted(folder.resolve().name)
        return f"there is no file {quoted(text)} in the folder {where}", cure
    if not path.resolve().is_relative_to(folder.resolve()):
        cure = "copy the image itself into the folder of the table"
        return f"{quoted(text)} is a link out of the folder of the table", cure
    if not _is_image(path):
        return f"{quoted(text)} is no image that can be shown", f"save it as {_KINDS} file"
    return None


def _names(folder: Path) -> list[str]:
    """List a folder; a path that is too long or leads nowhere has nothing in it."""
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []


def _is_image(path: Path) -> bool:
    """Tell by how the file begins."""
    with path.open("rb") as file:
        begin = file.read(12)
    return begin.startswith(_OPENINGS) or (begin[:4] == b"RIFF" and begin[8:] == b"WEBP")


def _small_scheme(text: str) -> str:
    return "https:" + text[6:] if text[:6].casefold() == "https:" else text
