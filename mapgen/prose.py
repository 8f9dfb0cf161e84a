"""Turns Markdown as an author writes it into clean HTML."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt

# A text without any of these, anywhere or at the start of a line, means the same in Markdown.
_MARKUP = re.compile(r"[*_`#\[\]<>&\\|~!]|://|  \n|^ {0,3}(?:[-+=]|\d+[.)]|\t)|^ {4}", re.MULTILINE)
# One line that begins with a letter and has no sign that HTML or Markdown could mean.
_SIGNS = "*_`#[]<>&\\|~!/\n"
_PLAIN_LINE = re.compile(rf"[^\W\d_][^{re.escape(_SIGNS)}]*")
_TOGETHER = 1_000  # texts
_BLANK_LINES = re.compile(r"\n\s*\n")
_TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr"}


def to_html(markdown: str) -> str:
    """Return CommonMark as HTML that holds only paragraphs, lists, quotes, emphasis and links.

    Raw HTML in the text is shown as text, headings become paragraphs, images stay links. Links
    are http, https or mailto. Plain text never loads the Markdown parser.
    """
    if _PLAIN_LINE.fullmatch(markdown):
        return f"<p>{markdown.rstrip()}</p>"
    if not markdown.strip():
        return ""
    if not _MARKUP.search(markdown):
        paragraphs = _BLANK_LINES.split(markdown.strip())
        return "".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs)
    return _clean(_render(markdown))


def column_to_html(texts: Sequence[str]) -> list[str]:
    """Return each text as HTML; where many together have no sign of markup, in one go."""
    found: list[str] = []
    for at in range(0, len(texts), _TOGETHER):
        piece = texts[at : at + _TOGETHER]
        whole = "".join(piece)
        if any(sign in whole for sign in _SIGNS):
            found.extend(map(to_html, piece))
        else:
            found += [
                f"<p>{text.rstrip()}</p>" if text[:1].isalpha() else to_html(text) for text in piece
            ]
    return found


def _render(markdown: str) -> str:
    parser = _parser()
    tokens = parser.parse(markdown)
    for token in tokens:
        if token.type.startswith("heading"):
            token.tag = "p"
    html: str = parser.renderer.render(tokens, parser.options, {})
    return html


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  (60 ms that plain text need not wait for)

    return MarkdownIt("commonmark", {"html": False}).disable("image")


def _clean(html: str) -> str:
    import nh3  # noqa: PLC0415  (needed only where there is markup)

    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href", "title"}},
        url_schemes={"http", "https", "mailto"},
        set_tag_attribute_values={"a": {"target": "_blank"}},
        link_rel="noopener noreferrer",
    ).strip()
