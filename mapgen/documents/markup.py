"""Turns the marks that uMap knows in a text into Markdown."""

from __future__ import annotations

import re
from typing import NamedTuple

from mapgen.regex import regex

_FRAME = regex(r"\{\{\{\s*(https?://[^\s|{}]+)[^{}]*\}\}\}")
_IMAGE = regex(r"\{\{\s*(https?://[^\s|{}]+)[^{}]*\}\}")
_LINK = regex(r"\[\[\s*(https?://[^\s|\[\]]+)\s*(?:\|([^\[\]]*))?\]\]")
_RULE = regex(r"^---+$", re.MULTILINE)


class Popup(NamedTuple):
    """The text of a popup in Markdown, and the address of its first image, "" for none."""

    text: str
    image: str


def read_umap(text: str) -> Popup:
    """Return what a popup of uMap shows; frames and other images become links."""
    text = _FRAME.sub(r"<\1>", text)
    first = _IMAGE.search(text)
    image = first[1] if first else ""
    text = _IMAGE.sub(r"<\1>", _IMAGE.sub("", text, count=1))
    # Without the blank line before it, a rule makes a heading of the line above.
    return Popup(_RULE.sub(r"\n---", _LINK.sub(_link, text)).strip(), image)


def _link(match: re.Match[str]) -> str:
    address, shown = match[1], (match[2] or "").strip()
    return f"[{shown}]({address})" if shown else f"<{address}>"
