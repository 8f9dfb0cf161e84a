"""Reads a JSON text and knows on which line each of its features, events or slides begins."""

from __future__ import annotations

from json import JSONDecodeError, JSONDecoder
from typing import Any, NamedTuple

from mapgen.errors import Problem, TableError, quoted
from mapgen.regex import regex
from mapgen.table.contents import refused

_QUOTES = "'`‘’“”"
_EXCERPT = 20
_HALF = regex(r"\\u[dD][89a-fA-F]")
# Two halves of a character follow each other; one that is alone stands in the group.
_ESCAPE = regex(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)"
)
_SPACE = regex(r"[ \t\n\r\x1e]*")
_AGAIN = "let the program that made the file save it again, or mend it there"
_EXPECTED = (
    ("Expecting value", 'a value is expected: a text in "", a number, true, false, null, [ or {'),
    ("Expecting ',' delimiter", "a comma is missing, or a bracket is not closed"),
    ("Expecting ':' delimiter", "a colon is missing after the name of a property"),
    ("Expecting property name", 'the name of a property in "" is expected, or a comma is too many'),
    ("Unterminated string", 'a text begins here and its " never comes'),
    ("Invalid \\", r"a \ in a text is followed by a sign it cannot have; write \\ for the sign"),
    ("Illegal trailing comma", "a comma is too many"),
    ("Extra data", "the document is at its end, but more follows"),
)
_POINTS = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon")
# Documents that are one thing by themselves.
_SINGLE = {"Feature", "GeometryCollection", *_POINTS}


class Part(NamedTuple):
    """One thing of a list in the file, and the line on which it begins, counted from 1."""

    value: Any
    line: int


def parse(text: str, *, file: str) -> Any:
    """Return a JSON document in which lists near the top are lists of Part.

    These are the document itself, the lists in it, and those in `storymap` and `layers`. A feature
    alone is a list of one, and so is a text with a document on each line. NaN counts as null, and
    half a character, which no file can hold, is replaced. Raises TableError with the line and the
    column of the first fault.
    """
    if _HALF.search(text):
        text = _ESCAPE.sub(lambda found: r"\ufffd" if found[1] else found[0], text)
    try:
        return _Walk(text).document()
    except JSONDecodeError as error:
        raise _refusal(error, file=file) from None
    except RecursionError:
        cure = "a table of events needs no more than a few levels; export it again"
        raise refused(file, "has brackets within brackets, too deep to be read", cure) from None
    except ValueError as error:  # Python limits the digits of a whole number
        raise refused(file, "holds a number of thousands of digits", _AGAIN) from error


class _Walk:
    """Goes through a text from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._decoder = JSONDecoder(strict=False, parse_constant=_constant)
        self._line, self._counted = 1, 0

    def document(self) -> Any:
        """Read the whole text."""
        begin = self._skip(0)
        value, end = self._value(begin, entered=True)
        end = self._skip(end)
        if isinstance(value, dict) and (end < len(self._text) or _type(value) in _SINGLE):
            return self._lines(begin)
        if end < len(self._text):
            raise JSONDecodeError("Extra data", self._text, end)
        return value

    def _lines(self, place: int) -> list[Part]:
        """Read documents that follow each other."""
        self._line, self._counted = 1, 0
        parts = []
        while place < len(self._text):
            if self._text[place] != "{":
                raise JSONDecodeError("Extra data", self._text, place)
            line = self._line_of(place)
            value, end = self._value(place, entered=False)
            parts.append(Part(value, line))
            place = self._skip(end)
        return parts

    def _value(self, place: int, *, entered: bool) -> tuple[Any, int]:
        sign = self._text[place : place + 1]
        if entered and sign == "{":
            return self._object(place)
        if entered and sign == "[":
            return self._list(place, entered=False)
        return self._decoder.raw_decode(self._text, place)

    def _object(self, place: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        place, more = self._first(place, "}")
        while more:
            name, place = self._name(place)
            if name == "layers" and self._text[place : place + 1] == "[":
                found[name], place = self._list(place, entered=True)
            else:
                entered = name == "storymap" or self._text[place : place + 1] == "["
                found[name], place = self._value(place, entered=entered)
            place, more = self._next(place, "}")
        return found, place

    def _list(self, place: int, *, entered: bool) -> tuple[list[Part], int]:
        found: list[Part] = []
        place, more = self._first(place, "]")
        while more:
            line = self._line_of(place)
            value, place = self._value(place, entered=entered)
            found.append(Part(value, line))
            place, more = self._next(place, "]")
        return found, place

    def _name(self, place: int) -> tuple[str, int]:
        """Read the name of a property, and go to its value."""
        if self._text[place : place + 1] != '"':
            raise JSONDecodeError("Expecting property name", self._text, place)
        name, place = self._decoder.raw_decode(self._text, place)
        place = self._skip(place)
        if self._text[place : place + 1] != ":":
            raise JSONDecodeError("Expecting ':' delimiter", self._text, place)
        return name, self._skip(place + 1)

    def _first(self, place: int, closing: str) -> tuple[int, bool]:
        """Go from a bracket to what stands in it; False when nothing does."""
        place = self._skip(place + 1)
        closed = self._text[place : place + 1] == closing
        return place + closed, not closed

    def _next(self, place: int, closing: str) -> tuple[int, bool]:
        """Go to what follows behind a comma; False behind the closing bracket."""
        place = self._skip(place)
        sign = self._text[place : place + 1]
        if sign == closing:
            return place + 1, False
        if sign != ",":
            raise JSONDecodeError("Expecting ',' delimiter", self._text, place)
        return self._skip(place + 1), True

    def _skip(self, place: int) -> int:
        match = _SPACE.match(self._text, place)
        return match.end() if match else place

    def _line_of(self, place: int) -> int:
        """Return the line of a place that is not before the last one asked for."""
        self._line += self._text.count("\n", self._counted, place)
        self._counted = place
        return self._line


def _type(value: dict[str, Any]) -> str:
    kind = value.get("type")
    return kind if isinstance(kind, str) else ""


def _constant(name: str) -> str | None:
    return None if name == "NaN" else name


def _refusal(error: JSONDecodeError, *, file: str) -> TableError:
    """Say in plain words what was expected and what is there."""
    what = next((said for begin, said in _EXPECTED if error.msg.startswith(begin)), error.msg)
    rest = error.doc[error.pos : error.pos + _EXCERPT].partition("\n")[0]
    cure = _AGAIN
    if not error.doc[error.pos :].strip() or error.msg.startswith("Unterminated"):
        what, cure = f"{what}; the file breaks off", "download it or save it again"
    elif error.msg.startswith("Expecting") and rest[:1] in _QUOTES:
        what = f'texts stand in "", not in {rest[0]}'
    elif rest.startswith(("//", "/*", "#")):
        what = "a comment stands here, which JSON does not have"
    here = f"at {quoted(rest)} " if rest.strip() else ""
    message = f"is no valid JSON {here}(column {error.colno}): {what}"
    return TableError([Problem(file=file, line=error.lineno, message=message, cure=cure)])
