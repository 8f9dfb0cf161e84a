"""Checks the addresses of sources, and the images."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from mapgen.columns import blanked, rows_unlike
from mapgen.errors import quoted
from mapgen.errors.boundary import reason
from mapgen.texts.addresses import USUAL, image_fault, link_fault, origin

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mapgen.columns import Coded
    from mapgen.events.sheet import Sheet
    from mapgen.texts.addresses import Fault

_SHORT = 200  # characters; a longer text is no name of a file
_OPENINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
_KINDS = "a JPEG, PNG, GIF or WebP"


def check_links(sheet: Sheet) -> Sequence[str]:
    """Refuse what is no address of a page, or would run as a script; return the others."""
    fault = cache(link_fault)
    texts = sheet.column("source_url")
    rows = rows_unlike(texts, USUAL, lambda text: text and fault(text))
    for row in rows:
        if found := fault(texts[row]):
            sheet.error(row, "source_url", *found)
    return blanked(texts, rows)


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
    return images.each(lambda text: "" if text and image_fault(text) else _small_scheme(text))


def _image_fault(text: str, folder: Path) -> Fault:
    return image_fault(text) or (None if origin(text) else _file_fault(text, folder))


def _file_fault(text: str, folder: Path) -> Fault:
    try:
        return _found_file_fault(text, folder)
    except (OSError, ValueError) as error:  # a folder or a file that may not be read, a NUL
        cure = "see that you may read it, and that its name is right"
        return f"{quoted(text)} cannot be opened ({reason(error)})", cure


def _found_file_fault(text: str, folder: Path) -> Fault:
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
