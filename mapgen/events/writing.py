"""Checks how the cells are written: their characters, the titles, rows that stand twice."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from mapgen.columns import Texts, all_differ, in_bytes, matches
from mapgen.errors import quoted
from mapgen.events.doubts.grouping import joined, shortened
from mapgen.events.doubts.letters import doubt_letters, doubtful_signs
from mapgen.regex import regex
from mapgen.table.misread import SUSPECT, is_suspect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapgen.events.sheet import Sheet

_CONTROL = regex(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_IN_CELLS = b"\t\n"  # control characters that mean something there
_FIRST_SIGN = ord(" ")  # the control characters but one are before it
_PIECE = 1 << 18  # bytes that are looked at together: they stay in the processor's cache
_LOST = "\ufffd"
_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{fffd}"  # of RE2
_NOTABLE = regex(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd]")
# What is notable beyond ASCII, in UTF-8.
_NOTABLE_BYTES = regex(rb"\xc2[\x80-\x9f]|\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])|\xef\xbf\xbd")
# What opens a stretch of text with its own direction, and what closes it (Unicode, UAX 9).
_CLOSED_BY = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}


def check_titles(sheet: Sheet) -> None:
    """Refuse rows without a title, and titles of more than one line."""
    titles = sheet.texts("title")
    if "title" not in sheet.columns or (all(titles) and "\n" not in "".join(titles)):
        return
    for row, text in enumerate(titles):
        if not text:
            sheet.error(row, "title", "is blank", "say in one line what happened")
        elif "\n" in text:
            message = f"{quoted(text.partition(chr(10))[0])} is followed by another line"
            cure = "write it in one line, and the rest as the description"
            sheet.error(row, "title", message, cure)


def check_characters(sheet: Sheet) -> None:
    """Refuse control characters, and warn of letters and signs that spoil the text."""
    for header in sheet.headers():
        if not _needs_a_look(sheet.distinct_below(header), doubtful_signs(sheet, header)):
            continue
        texts = sheet.below(header)
        whole = "\n".join(texts)
        doubt_letters(sheet, header, texts, whole)
        if not _is_notable(whole):
            continue
        for row, text in enumerate(texts):
            if control := _CONTROL.search(text):
                message = f"has the control character {_code(control[0])}"
                sheet.error(row, header, message, "delete it: it does not show, but it is there")
            elif _LOST in text:
                message = f"has {_code(_LOST)} where a letter was lost"
                sheet.warn(row, header, message, "write the letter again")
            elif stray := _stray_direction(text):
                message = f"has {_code(stray)} without its counterpart"
                cure = "delete it: Arabic and Hebrew run from right to left by themselves"
                sheet.warn(row, header, message, cure)


def check_twins(sheet: Sheet) -> None:
    """Warn of rows that say the same in every cell; those with ids are told by their ids."""
    if all_differ(sheet.texts("title")) or all_differ(list(sheet.rows())):
        return
    first: dict[tuple[str, ...], int] = {}
    ids = sheet.texts("id")
    found = [(row, first.setdefault(cells, row)) for row, cells in enumerate(sheet.rows())]
    twins = [(row, twin) for row, twin in found if twin != row and not ids[row]]
    if len(twins) == 1:
        ((row, twin),) = twins
        message = f"this row says the same as line {sheet.lines[twin]}"
        sheet.warn(row, None, message, "delete one of them")
    elif twins:
        pairs = [f"line {sheet.lines[row]} as line {sheet.lines[twin]}" for row, twin in twins]
        shown = joined(shortened(pairs))
        message = f"{len(twins):,} rows say the same as one above: {shown}"
        sheet.warn(twins[0][0], None, message, "delete them")


def _needs_a_look(texts: Sequence[str], signs: str) -> bool:
    """Tell quickly whether some text gives a reason to look at each; `signs` always do."""
    if isinstance(texts, Texts):
        texts = texts.take(matches(texts, f"{SUSPECT}|[{_CONTROLS}{signs}]").nonzero()[0])
    return any(_gives_reason(piece, signs.encode()) for piece in _pieces(texts))


def _pieces(texts: Sequence[str]) -> Iterator[bytes]:
    """Yield texts in UTF-8, many together, of whole ones each."""
    if not len(texts):
        return
    data, begins, ends = in_bytes(texts)
    first = 0
    while first < len(texts):
        last = int(ends.searchsorted(begins[first] + _PIECE, side="right"))
        last = min(max(last, first + 1), len(texts))
        yield data[begins[first] : ends[last - 1]].tobytes()
        first = last


def _gives_reason(text: bytes, signs: bytes) -> bool:
    """Tell quickly whether many texts give a reason to look at each of them; `signs` always do."""
    if any(sign in text for sign in signs) or _has_control(text):
        return True
    return not text.isascii() and (is_suspect(text) or bool(_NOTABLE_BYTES.search(text)))


def _has_control(text: bytes) -> bool:
    """Tell quickly whether a text has a control character of ASCII that means nothing there."""
    import numpy as np

    signs = np.frombuffer(text, np.uint8)
    found = signs[signs < _FIRST_SIGN].tobytes()
    return bool(found.translate(None, _IN_CELLS)) or b"\x7f" in text


def _is_notable(whole: str) -> bool:
    """Tell quickly whether a long text has a character to look at."""
    data = whole.encode(errors="surrogatepass")
    return _has_control(data) or bool(_NOTABLE_BYTES.search(data))


def _stray_direction(text: str) -> str:
    """Return the first character that opens or closes a direction alone, "" when there is none."""
    open_: list[str] = []
    for sign in filter(_NOTABLE.match, text):
        if sign in _CLOSED_BY:
            open_.append(sign)
        elif open_ and _CLOSED_BY[open_[-1]] == sign:
            open_.pop()
        else:
            return sign
    return open_[0] if open_ else ""


def _code(sign: str) -> str:
    """Return a character as its code point and its name."""
    name = unicodedata.name(sign, "")
    return f"U+{ord(sign):04X} ({name})" if name else f"U+{ord(sign):04X}"
