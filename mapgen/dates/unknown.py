"""Tells the words that people and programs write where no date is known."""

from __future__ import annotations

from typing import Final

from mapgen.dates.folding import fold
from mapgen.regex import regex

WORDS: Final = frozenset(
    (
        *("unknown", "not known", "date unknown", "unknown date", "undated", "no date", "unk"),
        *("n.d.", "n.d", "nd", "n. d.", "s.d.", "s.d", "s. d.", "sans date", "date inconnue"),
        *("inconnu", "inconnue", "non date", "n/a", "na", "none", "null", "nan", "nat", "nil"),
        *("o.d.", "o. d.", "o.j.", "o. j.", "ohne datum", "ohne jahr", "undatiert", "unbekannt"),
        *("k.a.", "k. a.", "sin fecha", "s.f.", "desconocido", "desconocida", "desconhecido"),
        *("sem data", "senza data", "sconosciuto", "not available", "not applicable"),
        *("غير معروف", "غير معروفه", "غير مورخ", "بلا تاريخ", "بدون تاريخ", "مجهول"),
        *("tbd", "tba", "tbc", "to be confirmed", "a confirmer", "x", "xx", "xxx"),
    )
)
SIGNS: Final = r"[?–._*-]+"
_NOTHING: Final = regex(rf"{SIGNS}|00(?:00)?[-/.]00?[-/.]00?|00?[-/.]00?[-/.]00(?:00)?")
_OPEN: Final = ".."  # is EDTF
MAY_BE: Final = "^[^1-9]*$"  # of RE2


def is_unknown(text: str) -> bool:
    """Tell whether a text says in one of many ways that no date is known."""
    if not text or text == _OPEN or any(figure in text for figure in "123456789"):
        return False
    folded = fold(text)
    return folded in WORDS or _NOTHING.fullmatch(folded) is not None
