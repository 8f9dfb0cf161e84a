"""Reads the columns that hold one of a few words."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from mapgen.errors import quoted

if TYPE_CHECKING:
    from mapgen.events.sheet import Sheet

_Word = TypeVar("_Word", bound=str)

_YES = {"yes", "true", "y", "t", "x", "1", "oui", "vrai", "نعم"}
_NO = {"no", "false", "n", "f", "0", "non", "faux", "لا"}


def choose(sheet: Sheet, column: str, words: tuple[_Word, ...]) -> list[_Word]:
    """Return the word of each row, the first of `words` where the cell is blank or wrong."""
    accepted: dict[str, _Word] = {"": words[0], **{word: word for word in words}}
    texts = sheet.texts(column)
    meant = {text: accepted.get(text.casefold()) for text in set(texts)}
    if None in meant.values():
        for row, text in enumerate(texts):
            if meant[text] is None:
                cure = _cure(text.casefold(), words)
                sheet.error(row, column, f"{quoted(text)} is no {column}", cure)
    return [meant[text] or words[0] for text in texts]


def choose_yes_or_no(sheet: Sheet, column: str) -> list[bool]:
    """Return whether each row says yes, as people and programs write it; a blank cell says no."""
    folded = [text.casefold() for text in sheet.texts(column)]
    for row, text in sheet.filled(column):
        if folded[row] not in _YES | _NO:
            message = f"{quoted(text)} says neither yes nor no"
            sheet.error(row, column, message, "write yes or no; blank means no")
    return [text in _YES for text in folded]


def _cure(text: str, words: tuple[str, ...]) -> str:
    near = get_close_matches(text[:60], words, 1)
    listed = f"{', '.join(words[:-1])} or {words[-1]}"
    return f"did you mean {near[0]}? It can be {listed}" if near else f"write {listed}"
