"""Turns a text as people type it into plain lower-case letters."""

from __future__ import annotations

import unicodedata
from typing import Final

from mapgen.regex import regex

_GROUPED: Final = regex("(?<=[0-9])[\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_SAME_AS: Final = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2212\ufe63\uff0d", "-"),  # hyphens and minus signs
        **dict.fromkeys("\u2012\u2013\u2014\u2015", "–"),  # dashes, which stand for "to"
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u2044\u2215", "/"),
        "؟": "?",
        "،": ",",
        "٪": "%",
        "ى": "ي",  # of Arabic, letters that many leave without their signs
        "ة": "ه",
        "ی": "ي",
        "ـ": None,  # lengthens a word in print
    }
)


def fold(text: str) -> str:
    """Return a text in lower case without accents, with ASCII digits and single spaces.

    A space that holds the figures of a number together becomes the sign ', as in 12'000 av. J.-C.
    Superscripts and fractions stay as they are: 194² is no year.
    """
    if not text.isascii():
        text = _GROUPED.sub("'", text)
        text = "".join(map(_fold_character, text.translate(_SAME_AS)))
    folded = " ".join(text.casefold().split())
    return "-" + folded[1:] if folded[:1] == "–" and folded[1:2].isdigit() else folded


def _fold_character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Cf":  # marks for the direction of writing, soft hyphens, zero-width spaces
        return ""
    if category == "No":
        return character
    letters = unicodedata.normalize("NFKD", character)
    return "".join(c for c in letters if unicodedata.category(c) != "Mn")
