"""Reads a text of HTML as Markdown or as plain words, for `html_texts`."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from mapgen.documents.html_texts import BLANKS
from mapgen.regex import regex

_SPECIAL = regex(r"[\\`*_\[\]<>]")
_ROOM = regex(r"(?:(?<![ \t])[ \t]+)?\n[ \t]*\n\s*")
_BLOCKS = {"p", "div", "ul", "ol", "dl", "table", "blockquote", "center"}
_BLOCKS |= {f"h{level}" for level in range(1, 7)}
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_SILENT = {"script", "style"}
_FRAMES = {"iframe", "video", "audio", "embed", "source"}
_LINK = regex(r"(?:https?://|mailto:)[^\s<>\"\\]+", re.IGNORECASE)
_DEEPEST = 20  # marks within marks; a text takes one or two
_MOST_TAGS = 2000  # of a text that is fed to the parser as it stands
_SECTION = regex(r"<!\[[^<>]*+>?")  # shows nothing, and the parser refuses what it does not know
_OPEN = regex(r"<(?=[^<>]*+(?:<|\Z))")


class HtmlReader(HTMLParser):
    """Writes down what it hears; each open tag with a mark has a sheet of its own."""

    def __init__(self, *, markdown: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.image = ""
        self.image_alt = ""
        self._markdown = markdown
        self._sheets: list[tuple[str, str, list[str]]] = [("", "", [])]
        self._silent = 0

    def read(self, text: str) -> str:
        """Return a whole text."""
        text = _SECTION.sub("", text)
        self.feed(_closed(text) if text.count("<") > _MOST_TAGS else text)
        self.close()
        while len(self._sheets) > 1:
            self._fold()
        return _ROOM.sub("\n\n", "".join(self._sheets[0][2])).strip()

    def handle_data(self, data: str) -> None:
        """Write a text, with the signs of Markdown in it marked as text."""
        if not self._silent:
            plain = BLANKS.sub(" ", data)
            self._write(_SPECIAL.sub(r"\\\g<0>", plain) if self._markdown else plain)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a line, or a sheet of emphasis or of a link."""
        told = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS or tag == "hr":
            self._write("\n\n")
        elif tag in {"br", "tr"}:
            self._write("  \n")
        elif tag == "li":
            self._write("\n- ")
        elif tag in {"td", "th"}:
            self._write(" ")
        elif tag == "img":
            self._picture(told)
        elif tag in _FRAMES and self._markdown and _LINK.fullmatch(told.get("src", "")):
            self._write(f" <{told['src']}> ")
        elif self._markdown and (tag in _MARKS or tag == "a") and len(self._sheets) < _DEEPEST:
            self._sheets.append((tag, told.get("href", "").strip(), []))

    def handle_endtag(self, tag: str) -> None:
        """End what was begun; an end without a beginning means nothing."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self._write("\n\n")
        elif any(tag == name for name, _, _ in self._sheets[1:]):
            while self._sheets[-1][0] != tag:
                self._fold()
            self._fold()

    def _write(self, text: str) -> None:
        self._sheets[-1][2].append(text)

    def _picture(self, told: dict[str, str]) -> None:
        address, alt = told.get("src", "").strip(), told.get("alt", "").strip()
        if not self._markdown or not _LINK.fullmatch(address):
            self._write(alt)
        elif not self.image and address.startswith("https:"):
            self.image, self.image_alt = address, alt
        else:
            said = _SPECIAL.sub(r"\\\g<0>", alt)
            self._write(f"[{said}](<{address}>)" if said else f"<{address}>")

    def _fold(self) -> None:
        """Write the innermost sheet into the one around it, with its mark."""
        tag, address, written = self._sheets.pop()
        whole = "".join(written)
        inner = whole.strip()
        before, after = whole[: len(whole) - len(whole.lstrip())], whole[len(whole.rstrip()) :]
        if not inner or "\n\n" in inner:
            self._write(whole)
        elif tag == "a":
            linked = _LINK.fullmatch(address)
            self._write(f"{before}[{inner}](<{address}>){after}" if linked else whole)
        else:
            self._write(f"{before}{_MARKS[tag]}{inner}{_MARKS[tag]}{after}")


def _closed(text: str) -> str:
    """Return a text without comments, in which a < that opens no tag is text.

    The parser would look from each of them to the end of the text.
    """
    kept, at = [], 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept.append(text[at:begin])
        at = end + len("-->")
    return _OPEN.sub("&lt;", "".join([*kept, text[at:]]))
