"""Puts right what other tools allow in a cell and the map does not, whatever the layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.layouts import cells
from mapgen.regex import regex
from mapgen.texts.media import Media, addresses, links_of, media

if TYPE_CHECKING:
    from mapgen.layouts.draft import Draft

_ID = regex(r"[\w.-]{1,100}")
_FILE = regex(r"[^\s/:<>\"][^:<>\"\n]*")


def mend(draft: Draft) -> None:
    """Keep beside the map what one of its columns cannot hold."""
    draft.rewrite("title", _in_one_line)
    _mend_ids(draft)
    _mend_links(draft)
    _mend_images(draft)


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _mend_ids(draft: Draft) -> None:
    """Leave out ids that do not fit in a link, such as addresses."""
    found = draft.cells("id")
    fitting = [text if _ID.fullmatch(text) else "" for text in found]
    if fitting != found:
        draft.keep("id", _rest(found, fitting))
        draft.fill("id", fitting)


def _mend_links(draft: Draft) -> None:
    """Take the first of several addresses."""
    found = draft.cells("source_url")
    first = [_first_of_several(text) for text in found]
    if first != found:
        draft.keep("source_url", _rest(found, first))
        draft.fill("source_url", first)


def _first_of_several(text: str) -> str:
    several = addresses(text) if "http" in text else []
    return several[0] if len(several) > 1 or (several and len(text.split()) > 1) else text


def _mend_images(draft: Draft) -> None:
    """Turn media that are no images, such as films, into links below the description."""
    found = draft.cells("image")
    held = [media(text) if text else Media() for text in found]
    shown = [_shown(text, each) for text, each in zip(found, held, strict=True)]
    if shown == found:
        return
    header = draft.columns["image"]
    links = [[a for a in (*each.pictures[1:], *each.links) if "://" in a] for each in held]
    _tell(draft, header, held, links)
    pairs = zip(found, held, shown, links, strict=True)
    left = [text if _is_left(own, one, more) else "" for text, own, one, more in pairs]
    draft.keep("image", left)
    rows = zip(draft.cells("description"), links, shown, strict=True)
    told = [
        cells.joined(text, links_of(header, own, after=int(bool(picture))), by="\n\n")
        for text, own, picture in rows
    ]
    draft.fill("image", shown)
    if "description" in draft.columns:
        draft.fill("description", told)
    else:
        draft.put("description", told, of=header)


def _shown(text: str, held: Media) -> str:
    """Return the picture of a cell: the first, or a file that may be one."""
    if held.pictures:
        return held.pictures[0]
    return text if _FILE.fullmatch(text) else ""


def _is_left(held: Media, shown: str, links: list[str]) -> bool:
    """Tell whether a cell holds more than the picture and the links."""
    told = len(links) + bool(shown)
    return (held.words and not _FILE.fullmatch(shown)) or len(held.pictures + held.links) > told


def _tell(draft: Draft, header: str, held: list[Media], links: list[list[str]]) -> None:
    """Say once which media are links now, and which pictures are not shown."""
    several = [row for row, each in enumerate(held) if len(each.pictures) > 1]
    local = any(len(held[row].pictures) - 1 > len(links[row]) for row in several)
    kept = "kept in the data table" if local else "links below the text"
    message = f"holds several pictures; the first is shown, and the others are {kept}"
    draft.note(several, header, message, "give each a row of its own, or leave it so")
    others = [row for row, own in enumerate(links) if own and row not in set(several)]
    message = "leads to no picture that a page can show; it is a link below the text"
    cure = "to show a picture, write the https address of its file, such as one that ends in .jpg"
    draft.note(others, header, message, cure)


def _rest(found: list[str], kept: list[str]) -> list[str]:
    return [text if text != good else "" for text, good in zip(found, kept, strict=True)]
