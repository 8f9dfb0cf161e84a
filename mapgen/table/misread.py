"""Notices letters that were read in a wrong encoding, and says in which they make sense."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

# Words of Western letters with accents alone, as no language has them: Arabic, Cyrillic, Greek or
# Hebrew text of one byte per letter that was read as Windows-1252.
_WORD = regex("(?<![A-Za-z])[\u00c0-\u00ff]{3,}(?![A-Za-z])")
_LETTER = rb"\xc3[\x80-\xbf]"  # of these, in UTF-8
_NEAR_WORD = regex(_LETTER * 3)
_SAMPLE = 500  # words that are enough to tell a script
_FEWEST = 6  # letters

# The commonest letters of each script, more than half of the letters of any text.
_COMMON = {
    "cp1256": frozenset("اليمنورتبةسدحف"),
    "cp1251": frozenset("оеаинтсрвлкмдп"),
    "cp1253": frozenset("αοιετσνηυρπκάό"),
    "cp1255": frozenset("יוהלאתרמבשנדחע"),
}
_SCRIPTS = {"cp1256": "Arabic", "cp1251": "Cyrillic", "cp1253": "Greek", "cp1255": "Hebrew"}
_WELL_FORMED = 0.8  # of the words
_SHARE = 0.4  # of the letters

# A letter of UTF-8 whose bytes were read as Windows-1252, or as Latin-1.
_CONTINUED = (
    "[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
)
_NEAR_TWICE = regex(rb"\xc3[\x82-\xb4][\xc2\xc5\xc6\xcb\xe2]")  # in UTF-8
_TWICE = regex(
    f"[\u00c2-\u00df]{_CONTINUED}|[\u00e0-\u00ef]{_CONTINUED}{{2}}|[\u00f0-\u00f4]{_CONTINUED}{{3}}"
)

SUSPECT = (
    r"[\x{C0}-\x{FF}]{3}"
    r"|[\x{C2}-\x{F4}][\x{80}-\x{BF}\x{140}-\x{1BF}\x{2C0}-\x{2FF}\x{2000}-\x{2FFF}]"
)
"""Finds all texts, and more, that are worth a closer look; a pattern of RE2."""


@dataclass(frozen=True, slots=True)
class Misread:
    """Letters as they stand, as they were meant, and the encoding and script that make them so."""

    text: str
    meant: str
    encoding: str
    script: str


def foreign(text: str) -> Misread | None:
    """Find a text of another script that was read as Windows-1252; None where there is none."""
    if text.isascii() or not _NEAR_WORD.search(_in_utf8(text)):
        return None
    words = [match[0] for match in islice(_WORD.finditer(text), _SAMPLE)]
    if sum(map(len, words)) < _FEWEST:
        return None
    found = max(_COMMON, key=lambda encoding: _likeness(words, encoding))
    well_formed, share = _likeness(words, found)
    if well_formed < _WELL_FORMED or share < _SHARE:
        return None
    return Misread(words[0], _decoded(words[0], found), found, _SCRIPTS[found])


def _likeness(words: Sequence[str], encoding: str) -> tuple[float, float]:
    """Return the share of words that the script can have, and the share of its common letters."""
    decoded = [_decoded(word, encoding) for word in words]
    letters = "".join(decoded)
    common = sum(letter in _COMMON[encoding] for letter in letters.casefold())
    return sum(map(_well_formed, decoded)) / len(words), common / len(letters)


def _decoded(word: str, encoding: str) -> str:
    return word.encode("latin-1").decode(encoding, "replace")


def _well_formed(word: str) -> bool:
    """Tell whether a word is made of letters, without a capital after a small one."""
    return word.isalpha() and (word[1:] == word[1:].lower() or word.isupper())


def twice_encoded(text: str) -> str:
    """Return the text that was meant where UTF-8 was read as Windows-1252, "" where it was not."""
    if not _TWICE.search(text):
        return ""
    import ftfy

    mended = ftfy.fix_encoding(text)
    return "" if mended == text else mended


def may_be_twice_encoded(text: str) -> bool:
    """Tell quickly whether a long text is worth a closer look."""
    near = not text.isascii() and _NEAR_TWICE.search(_in_utf8(text))
    return bool(near and _TWICE.search(text))


def is_suspect(data: bytes) -> bool:
    """Tell quickly whether text in UTF-8 is worth a closer look by any of the above."""
    if data.isascii():
        return False
    twice = _NEAR_TWICE.search(data) and _TWICE.search(data.decode(errors="replace"))
    return bool(twice or _NEAR_WORD.search(data))


def _in_utf8(text: str) -> bytes:
    """Return the bytes of a text, in which letters are looked for in a tenth of the time."""
    return text.encode(errors="surrogatepass")
