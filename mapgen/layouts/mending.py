"""Puts right what other tools allow in a cell and the map does not, whatever the layout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapgen.layouts import cells

if TYPE_CHECKING:
    from mapgen.layouts.draft import Draft

_ID = re.compile(r"[\w.-]{1,100}")
_FILE = re.compile(r"[^\s/:<>\"][^:<>\"\n]*")


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
    first = [cells.first_url(text) if len(text.split()) > 1 else text for text in found]
    if first != found:
        draft.keep("source_url", _rest(found, first))
        draft.fill("source_url", first)


def _mend_images(draft: Draft) -> None:
    """Turn media that are no images, such as films, into links below the description."""
    found = draft.cells("image")
    shown = [text if cells.is_image(text) or _FILE.fullmatch(text) else "" for text in found]
    rest = _rest(found, shown)
    if not any(rest):
        return
    header = draft.columns["image"]
    links = [cells.first_url(text) for text in rest]
    told = [
        cells.joined(text, f"[{header}]({link})" if link and link not in text else "", by="\n\n")
        for text, link in zip(draft.cells("description"), links, strict=True)
    ]
    draft.keep(
        "image", [text if text != link else "" for text, link in zip(rest, links, strict=True)]
    )
    draft.fill("image", shown)
    if "description" in draft.columns:
        draft.fill("description", told)
    else:
        draft.put("description", told, of=header)


def _rest(found: list[str], kept: list[str]) -> list[str]:
    return [text if text != good else "" for text, good in zip(found, kept, strict=True)]
