"""Turns Markdown as an author writes it into clean HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from html import escape, unescape
from threading import Lock
from typing import TYPE_CHECKING, overload

from mapgen.columns import Texts
from mapgen.regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# A text without any of these, anywhere or where a line begins, means the same in Markdown.
_SIGNS = ("*", "_", "`", "#", "[", "]", "<", ">", "&", "\\", "|", "~", "!")
_PAIRED = (
    "*",
    "_",
    "`",
    "[",
    "]",
    "<",
    ">",
    "&",
    "\\",
)  # for each, a parser may look at all others
_BUSIEST = 1000  # of them in a paragraph
_BEGIN = r"(?: {0,3}(?:[-+=]|[0-9]+[.)]|\t)| {4})"
_TEXT_BEGIN, _LINE_BEGIN = regex(_BEGIN), regex(rf"\n{_BEGIN}")
_ONE_AT_A_TIME = Lock()  # blocks are made in threads, and a parser is not made to be shared
_KEPT = 4000  # texts; a block, the list and the structured data of a page all ask for the first
_BLANK_LINES = regex(r"\n\s*\n")
# The same for texts in UTF-8 that are parted by NUL and have no control characters but LF and tabs.
_BYTE_SIGNS = tuple(sign.encode() for sign in _SIGNS)
_TEXTS_BEGIN, _LINES_BEGIN = (regex(first + _BEGIN.encode()) for first in (rb"\0", rb"\n"))
_BYTE_BLANK_LINES = regex(rb"\n\s*\n")
_OTHER_BLANKS = regex(  # of Unicode, in a line that may be blank
    rb"\n\s*(?:\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80)"
)
_TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr"}


def to_html(markdown: str) -> str:
    """Return CommonMark as HTML that holds only paragraphs, lists, quotes, emphasis and links.

    Raw HTML in the text is shown as text, headings become paragraphs, images stay links. Links
    are http, https or mailto. Plain text never loads the Markdown parser, and a text with a
    paragraph of more than a thousand signs is shown as it stands.
    """
    return _paragraphs(markdown) if _is_plain(markdown) else _of_markup(markdown)


def in_html(text: str) -> str:
    """Return a text for a program that may read it as HTML; most texts are the same there.

    `html.unescape` gives back every text that this returns.
    """
    return escape(text, quote=False) if "<" in text or unescape(text) != text else text


class HtmlColumn(Sequence[str]):
    """Texts in Markdown as HTML, made when it is asked for: of many it is never there as a whole.

    Where many together have no sign of markup, they are read in one go.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, int):
            return to_html(self._texts[index])
        return _each_to_html(self._texts[index])

    def __len__(self) -> int:
        return len(self._texts)

    def together(self, rows: slice) -> bytes | None:
        """Return the HTML of consecutive texts in UTF-8, with NUL between them.

        None where a text has a sign of markup, or another reason to look at each of them.
        """
        if not isinstance(self._texts, Texts) or not self._texts.are_trimmed(rows):
            return None
        return _in_paragraphs(self._texts.together(rows))


def _each_to_html(texts: Sequence[str]) -> list[str]:
    together = " ".join(texts)
    if "\n" in together or not _is_plain(together) or any(map(_has_mark, texts)):
        return list(map(_paragraphs if _is_plain("\n\n".join(texts)) else to_html, texts))
    return [f"<p>{text}</p>" if text else "" for text in map(str.strip, texts)]


def _in_paragraphs(texts: bytes) -> bytes | None:
    """Return what `_each_to_html` makes of texts that are parted by NUL, None for markup."""
    begun = b"\0" + texts
    if any(sign in texts for sign in _BYTE_SIGNS) or (b":" in texts and b"://" in texts):
        return None
    if _TEXTS_BEGIN.search(begun):
        return None
    if b"\n" in texts:
        if b"  \n" in texts or _LINES_BEGIN.search(texts) or _OTHER_BLANKS.search(texts):
            return None
        begun = _BYTE_BLANK_LINES.sub(b"</p><p>", begun)
    html = begun[1:].replace(b"\0", b"</p>\0<p>")
    return (b"<p>%b</p>" % html).replace(b"<p></p>", b"")


def plain(html: str) -> str:
    """Return the text of clean HTML in one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def _is_plain(text: str) -> bool:
    # To look for a single character takes a thirtieth of the time of two or of an expression.
    if any(sign in text for sign in _SIGNS) or (":" in text and "://" in text):
        return False
    broken = "\n" in text and ("  \n" in text or _LINE_BEGIN.search(text))
    return not (broken or _has_mark(text))


def _has_mark(text: str) -> bool:
    return not text[:1].isalpha() and _TEXT_BEGIN.match(text) is not None


def _paragraphs(plain: str) -> str:
    text = plain.strip()
    if "\n" not in text:
        return f"<p>{text}</p>" if text else ""
    return "".join(f"<p>{paragraph}</p>" for paragraph in _BLANK_LINES.split(text))


@lru_cache(_KEPT)
def _of_markup(markdown: str) -> str:
    if any(map(_is_too_busy, _BLANK_LINES.split(markdown))):
        return _paragraphs(escape(markdown, quote=False))
    return _clean(_render(markdown))


def _is_too_busy(paragraph: str) -> bool:
    """Tell a paragraph of signs that nobody wrote, which would take the parser minutes."""
    return len(paragraph) > _BUSIEST and sum(map(paragraph.count, _PAIRED)) > _BUSIEST


def _render(markdown: str) -> str:
    with _ONE_AT_A_TIME:
        parser = _parser()
        tokens = parser.parse(markdown)
        for token in tokens:
            if token.type.startswith("heading"):
                token.tag = "p"
        html: str = parser.renderer.render(tokens, parser.options, {})
    return html


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).disable("image")


def _clean(html: str) -> str:
    import nh3

    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href", "title"}},
        url_schemes={"http", "https", "mailto"},
        set_tag_attribute_values={"a": {"target": "_blank"}},
        link_rel="noopener noreferrer",
    ).strip()
