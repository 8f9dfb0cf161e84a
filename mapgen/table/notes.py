"""Tells the notes that people write below a table from its rows."""

from __future__ import annotations

import re

from mapgen.regex import regex

_WORDS = (
    r"sources?|notes?|footnotes?|remarks?|legend|key|nota bene|n\.?b\.?|data|see also"
    r"|(?:last |data )?(?:updated|downloaded|retrieved|compiled|generated|accessed)(?: on)?"
    r"|remarques?|quelle|quellen|المصدر|المصادر|ملاحظة|ملاحظات"
)
_NOTE = regex(
    rf"(?:{_WORDS})\s*[:：].*"
    r"|[*†‡¹²³]+\s*\w.*[^*]|\([*†‡0-9a-z]\)\s.*|©.*|\(c\).*|copyright\b.*"
    r"|(?:grand |sub)?-?totals?\s*+:?\s*+[0-9., ]*+|sum(?:me)?\s*:?|المجموع\s*:?",
    re.IGNORECASE | re.DOTALL,
)


def is_note(text: str) -> bool:
    """Tell whether a text that stands alone in the last rows is a note, a source or a total."""
    return bool(_NOTE.fullmatch(text))
