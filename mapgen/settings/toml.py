"""Writes values in TOML, for lines that stand in the settings or are pasted there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_BARE = regex(r"[A-Za-z0-9_-]+")
_ESCAPED = {'"': '\\"', "\\": "\\\\"}


def written(value: Any) -> str:
    """Write a text, yes or no, or a list or a table of them."""
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return f"{{ {', '.join(lines(value))} }}" if value else "{}"
        case list():
            return "[" + ", ".join(map(written, value)) + "]"
        case _:
            return '"' + "".join(map(_letter, str(value))) + '"'


def lines(table: Mapping[str, Any]) -> list[str]:
    """Write each pair of a table as `key = value`."""
    return [f"{_key(key)} = {written(value)}" for key, value in table.items()]


def number_of(letter: str) -> str:
    r"""Write a letter by its number: \u0141, or eight figures where it has more than four."""
    code = ord(letter)
    return f"\\u{code:04x}" if code < 1 << 16 else f"\\U{code:08x}"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else written(key)


def _letter(letter: str) -> str:
    """Write a letter of a text; what nobody sees is written by its number."""
    if letter in _ESCAPED:
        return _ESCAPED[letter]
    return letter if letter.isprintable() else number_of(letter)
