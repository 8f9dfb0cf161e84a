"""Blanks what is no code in a script: comments, and the inside of texts and regular expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.regex import regex

if TYPE_CHECKING:
    import re

_TOKEN = regex(
    r"//[^\n]*|/\*[^*]*\*+(?:[^*/][^*]*\*+)*/"
    r'|"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"|\'[^\'\\\n]*(?:\\[\s\S][^\'\\\n]*)*\''
    r"|`|/|\"|'"  # not as a set: then what begins a token is looked for faster
)
_REGEX = regex(
    r"/(?:[^/\\\[\n*]|\\.|\[(?:[^\]\\\n]|\\.)*\])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])*/"
)
_IN_TEMPLATE = regex(r"\\[\s\S]|\$\{|`")
_IN_EXPRESSION = regex(rf"[{{}}]|{_TOKEN.pattern}")
# What may stand before a regular expression, where a value would be divided.
_BEFORE_REGEX = regex(
    r"(?:[(,=:\[!&|?{};+\-*%~^<>]"
    r"|(?<![\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|else|do|yield|await|instanceof))\Z"
)
_LONGEST_BEFORE = len("instanceof")
_LOOKED_BACK = 9  # parts: comments may stand before an expression


def masked(source: str) -> str:
    """Return a script of the same length and lines, with blanks for all that is no code.

    Quotation marks stay. Raises ValueError, with the place in the script, for what has no end.
    """
    parts: list[str] = []
    at = 0
    while token := _TOKEN.search(source, at):
        begin, end = token.span()
        parts.append(source[at:begin])
        if end - begin == 1:
            end = _end(source, token, "".join(parts[-_LOOKED_BACK:]))
        parts.append(_blank(source[begin:end]))
        at = end
    return "".join([*parts, source[at:]])


def _end(source: str, token: re.Match[str], before: str) -> int:
    """Return where what a token begins ends."""
    match token[0]:
        case "`":
            return _end_of_template(source, token.end())
        case "/":
            found = _may_be_regex(before) and _REGEX.match(source, token.start())
            return found.end() if found else token.end()
        case '"' | "'":
            raise ValueError(token.start(), "begins a text that does not end")
        case _:
            return token.end()


def _may_be_regex(before: str) -> bool:
    before = before.rstrip()
    return not before or bool(_BEFORE_REGEX.search(before, len(before) - _LONGEST_BEFORE))


def _end_of_template(source: str, at: int) -> int:
    begin = at
    while sign := _IN_TEMPLATE.search(source, at):
        at = sign.end()
        if sign[0] == "`":
            return at
        if sign[0] == "${":
            at = _end_of_expression(source, at)
    raise ValueError(begin, "begins a template that does not end")


def _end_of_expression(source: str, at: int) -> int:
    begin, depth = at, 1
    while token := _IN_EXPRESSION.search(source, at):
        if token[0] in "{}":
            depth += 1 if token[0] == "{" else -1
            at = token.end()
        else:
            at = _end(source, token, source[max(begin, at - 1) : token.start()])
        if depth == 0:
            return at
    raise ValueError(begin, "begins an expression that does not end")


def _blank(text: str) -> str:
    """Return blanks, with the lines and the quotation marks of a text; a lone sign is code."""
    if text == "/":
        return text
    blank = "\n".join(" " * len(line) for line in text.split("\n"))
    return blank if text[0] == "/" else f"{text[0]}{blank[1:-1]}{text[-1]}"
