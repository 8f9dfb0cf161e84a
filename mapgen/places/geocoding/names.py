"""Folds the name of a place to a key, so that the spellings of one name meet."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from mapgen.columns import Coded, Texts, coded, rows_unlike
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

# Letters that Unicode does not take apart, as atlases write them in plain Latin; then Arabic and
# Persian forms of one letter, and the tatweel, which only stretches a word.
_PLAIN = {
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
    "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ٱ": "ا", "ـ": "",
}  # fmt: skip
_SIMPLE = "^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$"  # of RE2; the key of such a name is in small letters
_APOSTROPHES = frozenset("'`´‘’‛′ʹʻʼʽʾʿˈ")

# The Arabic article, alone with its sun letters and run into the word, in English and French use.
_ARTICLES = frozenset(
    {"al", "el", "ul", "ad", "ed", "adh", "edh", "an", "en", "ar", "er", "as", "es", "ash", "esh"}
    | {"ach", "ech", "at", "et", "ath", "eth", "az", "ez"}
)
_TRANSLITERATIONS = (
    (regex(r"\b[ae](d|n|r|s|t|z|ch|dh|sh|th)(?=\1)"), ""),
    (regex(r"(.)\1+"), r"\1"),
    (regex(r"ou"), "u"),
    (regex(r"dj"), "j"),
    (regex(r"[ae]i|ey"), "ay"),
    (regex(r"(?:[ae]h|e)\b"), "a"),
)


class _Folding(dict[int, str]):
    """Maps each character to its key, worked out when the character is first met."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKD", chr(code).casefold()).casefold()
        self[code] = "".join(map(_fold_letter, letters))
        return self[code]


def key(name: str) -> str:
    """Return `name` without case, accents, punctuation and the vowel signs of Arabic and Hebrew."""
    if name.isascii() and name.replace(" ", "").isalnum():  # as most are: a fifth of the time
        return " ".join(name.lower().split())
    return " ".join(name.translate(_FOLDING).split())


def keys(names: Sequence[str]) -> Sequence[str]:
    """Return the key of each name, the name itself where nothing is left of it."""
    if isinstance(names, Coded):
        once = coded([key(name) or name for name in names.distinct])
        return Coded(once.distinct, once.codes[names.codes])
    if not isinstance(names, Texts):
        return [key(name) or name for name in names]
    from pyarrow import compute

    found: list[str] = compute.ascii_lower(names.array).to_pylist()
    for row in rows_unlike(names, _SIMPLE, bool):
        found[row] = key(names[row]) or names[row]
    return Texts.of(found)


def arabic_key(name: str) -> str:
    """Return `key(name)` without the Arabic article and common differences of transliteration.

    Meant for countries where Arabic is spoken: elsewhere `El` and `As` belong to the name.
    """
    words = key(name).split()
    stem = [word for word in words if word not in _ARTICLES] or words
    text = " ".join(word.removeprefix("ال") for word in stem)
    for pattern, plain in _TRANSLITERATIONS:
        text = pattern.sub(plain, text)
    return text


def _fold_letter(letter: str) -> str:
    if letter in _PLAIN:
        return _PLAIN[letter]
    if letter in _APOSTROPHES or unicodedata.combining(letter):
        return ""
    # The vowel signs of Indian scripts are marks too, but part of the word.
    return letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " "


_FOLDING = _Folding()
