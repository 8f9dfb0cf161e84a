"""Tells a search engine, a chat and a browser's frame what a page is."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from mapgen.page import assets
from mapgen.texts.prose import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.page.payload import WordColumns

_PAPER = {"light": "#faf8f3", "dark": "#14171a"}  # as in tokens.css


def metadata(words: WordColumns) -> Iterator[str]:
    """Yield the tags of the head that show nothing in the page itself."""
    title, description = escape(words["title"]), escape(_description(words))
    yield f'<meta name="description" content="{description}">'
    yield f'<meta name="generator" content="{words["generator"]}">'
    yield '<meta property="og:type" content="website">'
    yield f'<meta property="og:title" content="{title}">'
    yield f'<meta property="og:description" content="{description}">'
    for scheme, color in _PAPER.items():
        media = f"(prefers-color-scheme: {scheme})"
        yield f'<meta name="theme-color" content="{color}" media="{media}">'
    yield icon()


def icon() -> str:
    """Return the tag of the icon, which is inside the page."""
    return f'<link rel="icon" href="{assets.icon()}">'


def _description(words: WordColumns) -> str:
    """Return plain text of 160 characters."""
    text = words["subtitle"] or plain(words["introduction"]) or words["title"]
    return text[:160]
