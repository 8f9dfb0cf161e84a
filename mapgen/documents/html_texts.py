"""Turns HTML, as other programs keep their texts in, into Markdown or into plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mapgen.regex import regex

_TAG = regex(
    r"</?(?:a|b|i|u|em|strong|p|br|hr|div|span|img|font|small|sup|sub|[uod]l|li|h[1-6]|blockquote"
    r"|table|tr|t[dh]|iframe|video|audio|script|style|center)(?:\s[^<>]*)?/?>|<!--",
    re.IGNORECASE,
)
_ENTITY = regex(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});", re.IGNORECASE)
BLANKS = regex(r"[ \t\n\r\f]+")
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A text in Markdown, and the address and the description of its first picture, or ""."""

    markdown: str
    image: str = ""
    image_alt: str = ""


def to_markdown(text: str) -> Prose:
    """Return a text that may be HTML as Markdown; a text without HTML stays as it is.

    Links, emphasis, paragraphs and lists are kept; other tags go, and what they hold stays. The
    first picture with an https address is handed on, others and what is embedded become links.
    """
    if not is_html(text):
        return Prose(markdown=text)
    from mapgen.documents.html_reader import HtmlReader

    reader = HtmlReader(markdown=True)
    return Prose(markdown=reader.read(text), image=reader.image, image_alt=reader.image_alt)


def to_plain(text: str) -> str:
    """Return a text that may be HTML in one line without tags."""
    if is_html(text):
        from mapgen.documents.html_reader import HtmlReader

        text = HtmlReader(markdown=False).read(text)
    return BLANKS.sub(" ", text).strip()


def is_html(text: str) -> bool:
    """Tell whether a text has tags or entities of HTML."""
    return bool(("<" in text and _TAG.search(text)) or ("&" in text and _ENTITY.search(text)))


def first_words(text: str) -> str:
    """Return the first line of a text as a title, cut between words where it is long."""
    line = to_plain(text.strip().partition("\n")[0]).strip("#*_ ")
    if len(line) <= _LONGEST_TITLE:
        return line
    return line[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(",;:") + "…"
