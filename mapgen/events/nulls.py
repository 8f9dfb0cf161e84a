"""The words that people and programs write where no place is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapgen.columns import blanked, distinct_of, each, in_arrow, rows_like
from mapgen.dates import unknown
from mapgen.errors import quoted
from mapgen.events.doubts.grouping import joined, shortened

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mapgen.events.sheet import Sheet

_WORDS = frozenset(
    {"na", "n/a", "#n/a", "null", "none", "nan", "unknown", "not known", "unk", "n.a", "n.k"}
    | {"not available", "not applicable", "tbd", "tba", "no place", "place unknown"}
    | {"inconnu", "inconnue", "lieu inconnu", "s/o", "n/d", "n.d", "sans objet", "non connu"}
    | {"unbekannt", "k.a", "k. a", "keine angabe", "ort unbekannt", "desconocido", "s/d", "s.l"}
    | {"غير معروف", "غير معروفة", "مجهول", "لا يوجد", "غير محدد", "غير متوفر"}
)
_NAMES = frozenset({"Na", "Nan"})  # written so, they are no words of a program but places
_MARKS = " \t()[]<>{}.?!-–—_*/\\|…\"'"

_ANY_MARKS = "[" + "".join(rf"\x{{{ord(mark):X}}}" for mark in _MARKS) + "]*"
_ANY_WORD = "|".join(map(re.escape, sorted(_WORDS))).replace(r"\ ", " ")
_MAY_BE_NULL = f"(?i)^{_ANY_MARKS}(?:{_ANY_WORD})?{_ANY_MARKS}$"


def without_nulls(sheet: Sheet, column: str) -> Sequence[str]:
    """Return the texts of a column of places or countries, blank where they say that none is known.

    It is told once which they are.
    """
    texts = sheet.column(column)
    rows = rows_like(texts, _MAY_BE_NULL, is_null)
    nulls = list(dict.fromkeys(texts[row] for row in rows))
    if (
        column in {"country", "to_country"}
        and "NA" in nulls
        and _has_codes(set(distinct_of(texts)))
    ):
        nulls.remove("NA")
    if not nulls:
        return texts
    what = "country" if "country" in column else "place"
    are = "was" if len(nulls) == 1 else "were"
    sheet.decide(
        column,
        f"{joined(list(map(quoted, nulls)))} {are} taken to mean that no {what} is known",
        "write the name in full where one is meant",
        settled="",
    )
    return in_arrow(each(texts, lambda text: "" if text in nulls else text))


def blank_dates(sheet: Sheet) -> None:
    """Blank the dates of which the cell says that none is known, and tell it once.

    The end of an interval stays as it is: an interval whose end is unknown is no single date.
    """
    columns = ("date", "start") if "end" not in sheet.columns else ("date",)
    for column in filter(sheet.columns.__contains__, columns):
        texts = sheet.column(column)
        if rows := rows_like(texts, unknown.MAY_BE, unknown.is_unknown):
            shown = joined(shortened(list(dict.fromkeys(quoted(texts[row]) for row in rows))))
            are = "was" if len(rows) == 1 else f"in {len(rows):,} rows were"
            message = f"{shown} {are} taken to mean that no date is known"
            sheet.decide(column, message, "write the date where one is known", settled="")
            sheet.fill(column, blanked(texts, rows))


def is_null(text: str) -> bool:
    """Tell whether a text says in one of many ways that nothing is known."""
    plain = text.strip(_MARKS)
    return bool(text) and (not plain or (plain.casefold() in _WORDS and plain not in _NAMES))


def _has_codes(texts: Collection[str]) -> bool:
    """Tell whether countries are written as ISO 3166-1 alpha-2 codes, of which NA is Namibia's."""
    others = [text for text in texts if text and not is_null(text)]
    codes = sum(len(text) == len("NA") and text.isalpha() and text.isupper() for text in others)
    return codes * 2 > len(others)
