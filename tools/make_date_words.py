"""Makes the words and forms of dates that the page reads, `web/core/typed-date/forms.js`.

    python -m tools.make_date_words

They are those of `mapgen.dates`, so that the boxes of the page read what a table may hold. Where a
form has the words of a list, `<MONTHS>` stands for them, as `<YEAR>` does for what many forms have;
`<B>` stands for the edge of a word.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mapgen.dates import forms, vocabulary

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping

    _Pattern = re.Pattern[str]

FILE: Final = Path(__file__).parents[1] / "mapgen" / "web" / "core" / "typed-date" / "forms.js"

_LISTS: Final[dict[str, Mapping[str, int] | Iterable[str]]] = {
    "MONTHS": vocabulary.MONTHS,
    "SEASONS": vocabulary.SEASONS,
    "WEEKDAYS": vocabulary.WEEKDAYS,
    "ORDINALS": vocabulary.ORDINALS,
    "TENS": vocabulary.TENS,
    "THIRDS": vocabulary.THIRDS,
    "FRACTIONS": vocabulary.FRACTIONS,
    "LAST": vocabulary.LAST,
    "APPROXIMATE": vocabulary.APPROXIMATE,
    "UNCERTAIN": vocabulary.UNCERTAIN,
    "EMPTY_WORDS": sorted(vocabulary.EMPTY_WORDS),
    "PRESENT": sorted(vocabulary.PRESENT),
}
_FORMS: Final = (
    *("DAYS", "SEASONS", "YEARS", "DECADES", "TENS", "CENTURIES", "FRACTIONS", "THIRDS"),
    *("APPROXIMATE", "UNCERTAIN", "UNCERTAIN_AT_END", "APPROXIMATE_AT_END"),
    *("BETWEEN", "FROM", "AND", "OR", "TO"),
)


def module() -> str:
    """Return the module."""
    lists = {name: _numbered(words) for name, words in _LISTS.items()}
    patterns = {name: list(map(_pattern, _listed(getattr(forms, name)))) for name in _FORMS}
    bounds = [[word, _pattern(pattern)] for word, pattern in forms.BOUNDS]
    tidy = [[_pattern(pattern), to.replace("\\", "$")] for pattern, to in forms.TIDY]
    parts = {name: _pattern(part, without=name) for name, part in forms.PARTS.items()}
    return (
        "/** Words and forms of dates, made by tools.make_date_words; do not edit. */\n\n"
        "/** Words by their numbers, parted by a stroke. */\n"
        f"export const LISTS = {_object(lists)};\n\n"
        "/** What several forms have inside them. */\n"
        f"export const PARTS = {_object_of_texts(parts)};\n\n"
        "/** Forms of one date or of a phrase, any of which may fit. */\n"
        f"export const FORMS = {_object(patterns)};\n\n"
        "/** What limits a date, and how. */\n"
        f"export const BOUNDS = {_array(bounds)};\n\n"
        "/** What has several spellings, and the one that the forms have. */\n"
        f"export const TIDY = {_array(tidy)};\n"
    )


def _numbered(words: Mapping[str, int] | Iterable[str]) -> list[str]:
    """Return the words of each number from the first one on."""
    if not isinstance(words, dict):
        return ["|".join(words)]
    first, last = min(words.values()), max(words.values())
    return [
        "|".join(word for word, number in words.items() if number == each)
        for each in range(first, last + 1)
    ]


def _listed(patterns: _Pattern | list[_Pattern] | tuple[_Pattern, ...]) -> Iterable[_Pattern]:
    return patterns if isinstance(patterns, (list, tuple)) else [patterns]


def _pattern(pattern: _Pattern | str, *, without: str = "") -> str:
    """Return a pattern as JavaScript has it, lists and parts in it by their names."""
    text = pattern if isinstance(pattern, str) else pattern.pattern
    for name, part in forms.PARTS.items():
        text = text if name == without else text.replace(part, f"<{name}>")
    for name, words in _LISTS.items():
        text = text.replace(forms.one_of(words), f"<{name}>")
    return text.replace("(?P<", "(?<").replace(r"\b", "<B>").replace(r"[^\W\d_]", r"\p{L}")


def _object_of_texts(texts: Mapping[str, str]) -> str:
    return "{\n" + "".join(f"  {name}: {_value(text)},\n" for name, text in texts.items()) + "}"


def _object(lists: Mapping[str, list[str]]) -> str:
    rows = (f"  {name}: {_indented(_array(each))},\n" for name, each in lists.items())
    return "{\n" + "".join(rows) + "}"


def _array(items: Iterable[object]) -> str:
    return "[\n" + "".join(f"  {_value(item)},\n" for item in items) + "]"


def _value(item: object) -> str:
    return json.dumps(item, ensure_ascii=False)


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")


if __name__ == "__main__":
    FILE.write_text(module(), "utf-8")
