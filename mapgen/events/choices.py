"""Reads the columns that hold one of a few words."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from mapgen.errors import quoted

if TYPE_CHECKING:
    from mapgen.columns import Coded
    from mapgen.events.sheet import Sheet

_Word = TypeVar("_Word", bound=str)

_YES = {"yes", "true", "y", "t", "x", "1", "oui", "vrai", "نعم"}
_NO = {"no", "false", "n", "f", "0", "non", "faux", "لا"}
YES_OR_NO = _YES | _NO
_NOT = {"un", "non", "not", "no", "in", "dis", "never"}


def choose(sheet: Sheet, column: str, words: tuple[_Word, ...]) -> Coded[_Word]:
    """Return the word of each row, the first of `words` where the cell is blank or wrong."""
    accepted: dict[str, _Word] = {"": words[0], **{word: word for word in words}}
    texts = sheet.coded(column)
    for row in texts.rows(lambda text: text.casefold() not in accepted):
        cure = _cure(texts[row].casefold(), tuple(filter(None, words)))
        sheet.error(row, column, f"{quoted(texts[row])} is no {column}", cure)
    return texts.each(lambda text: accepted.get(text.casefold(), words[0]))


def choose_yes_or_no(sheet: Sheet, column: str) -> Coded[bool]:
    """Return whether each row says yes, as people and programs write it; a blank cell says no."""
    texts = sheet.coded(column)
    for row in texts.rows(lambda text: text.casefold() not in YES_OR_NO | {""}):
        message = f"{quoted(texts[row])} says neither yes nor no"
        sheet.error(row, column, message, "write yes or no; blank means no")
    return texts.each(lambda text: text.casefold() in _YES)


def _cure(text: str, words: tuple[str, ...]) -> str:
    near = get_close_matches(text[:60], words, 1)
    listed = f"{', '.join(words[:-1])} or {words[-1]}"
    if near and text.endswith(near[0]) and text.removesuffix(near[0]).strip(" -") in _NOT:
        near = []  # it says the contrary
    return f"did you mean {near[0]}? It can be {listed}" if near else f"write {listed}"
