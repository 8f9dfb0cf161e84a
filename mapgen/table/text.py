"""Turns the bytes of a file into UTF-8, whatever they were saved in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from mapgen.errors import Problem, TableError, quoted
from mapgen.errors.boundary import Boundary, reason
from mapgen.regex import regex
from mapgen.table.misread import foreign

_BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_SAMPLE = 4096
_CONTROL = regex(r"[\x00-\x08\x0e-\x1f]")
_SAVE = "save the table as 'CSV UTF-8'"
# Some spreadsheet programs name the delimiter in a line above the header.
_SEPARATOR_LINE = regex(r'"?sep=.?"?[ ]*', re.IGNORECASE)
_LINE = regex(rb"[^\r\n]*+")
_REPLACEMENT = "\ufffd".encode()
_PIECE = 1 << 20  # bytes that are decoded at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The text of a file in UTF-8, its lines ended as in the file, the last one by any means.

    The lines of the errors in `problems` could not be read in full. `ended` tells whether the file
    had that last line end; most programs write one.
    """

    data: bytes
    encoding: str
    ended: bool
    problems: tuple[Problem, ...]


def decode(data: bytes, *, file: str, encoding: str = "") -> Text:
    """Read UTF-8, UTF-16 or else Windows-1252, the last one with a warning.

    `encoding` is a name of Python's codecs that the author gave. Raises TableError when the bytes
    are none of them, or no text. A long text in UTF-8 is never there as a string.
    """
    encoding, text, problems = _in_utf8(data, encoding, file=file)
    while text.startswith(codecs.BOM_UTF8):
        text = text[len(codecs.BOM_UTF8) :]
    if _is_binary(data, text):
        cure = f"open it in the program that made it and {_SAVE}"
        raise TableError([Problem(file=file, message="is no text file", cure=cure)])
    problems.extend(_nul_errors(text, file=file))
    text = text.replace(b"\0", _REPLACEMENT)
    first_line = _LINE.match(text)
    if first_line and _SEPARATOR_LINE.fullmatch(first_line[0].decode()):
        text = text[first_line.end() :]
    ended = text.endswith((b"\n", b"\r"))
    return Text(
        data=text if ended else text + b"\n",
        encoding=encoding,
        ended=ended,
        problems=tuple(problems),
    )


def _in_utf8(data: bytes, told: str, *, file: str) -> tuple[str, bytes, list[Problem]]:
    """Return the encoding of a text, the text in UTF-8, and what is doubtful about it."""
    encoding = told or _told_encoding(data)
    if told and told != "utf-8":
        with Boundary(lambda error: _not_told(error, told, file=file)):
            characters = data.decode(told)
            text = characters.encode()
        return told, text, _doubts_of_told(data, told, characters, file=file)
    try:
        if encoding == "utf-8":
            _check_utf8(data)
            return encoding, data, []
        return encoding, data.decode(encoding).encode(), []
    except UnicodeDecodeError as error:
        if told:
            raise _broken(error, f"was to be read as {told}", file=file) from None
        characters = _decode_windows(error, file=file)
        return "cp1252", characters.encode(), [_windows_warning(error, characters, file=file)]


def _not_told(error: BaseException, told: str, *, file: str) -> TableError:
    """Say why bytes cannot be read in the encoding that an author told."""
    if isinstance(error, UnicodeDecodeError) and error.start < len(error.object):
        return _broken(error, f"was to be read as {told}", file=file)
    message = f"{quoted(told)} is no encoding that is known"
    if not isinstance(error, LookupError):
        message = f"cannot be read as {quoted(told)} ({reason(error)})"
    cure = "write utf-8, cp1252, cp1256 (Arabic) or another name of Python's codecs"
    return TableError([Problem(file=file, message=message, cure=cure)])


def _check_utf8(data: bytes) -> None:
    """Raise UnicodeDecodeError where bytes are not UTF-8, without a string of them all."""
    if data.isascii():
        return
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for at in range(0, len(data), _PIECE):
            decoder.decode(data[at : at + _PIECE], final=at + _PIECE >= len(data))
    except UnicodeDecodeError:
        data.decode()  # raises it with the place in the whole


def _told_encoding(data: bytes) -> str:
    """Read the encoding off the byte order mark, or off the NUL bytes of UTF-16 without one."""
    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            return encoding
    sample = data[:_SAMPLE]
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    # Delimiters, digits, blanks and line ends are an eighth of any table, in any script.
    enough = max(2, len(sample) // 16)
    if second > enough and first * 20 < second:
        return "utf-16-le"
    return "utf-16-be" if first > enough and second * 20 < first else "utf-8"


def with_plain_breaks(data: bytes) -> bytes:
    """Return UTF-8 text with LF instead of CR LF, and of CR alone."""
    if b"\r" not in data:
        return data
    import numpy as np

    codes = np.frombuffer(data, np.uint8)
    after = (codes == ord("\r")).nonzero()[0] + 1
    if after[-1] < len(codes) and bool((codes[after] == ord("\n")).all()):
        return data.translate(None, b"\r")  # a third of the time of what follows
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _is_binary(data: bytes, text: bytes) -> bool:
    """Tell a file of numbers from a text with a stray NUL, by its share of control characters."""
    if b"\0" not in data or data.startswith(tuple(_BOMS)):
        return False
    sample = text[:_SAMPLE].decode(errors="ignore")
    return len(_CONTROL.findall(sample)) * 10 > len(sample)


def _decode_windows(error: UnicodeDecodeError, *, file: str) -> str:
    """Decode as Windows-1252, unless the file looks like a broken UTF-8 or UTF-16 one."""
    data = error.object
    if error.encoding != "utf-8":
        raise _broken(error, f"is {error.encoding.upper()} text", file=file)
    replaced = data.decode("utf-8", "replace")
    if len(re.findall(r"[^\x00-\x7f\ufffd]", replaced)) > replaced.count("\ufffd"):
        raise _broken(error, "is UTF-8 text", file=file)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as other:
        raise _broken(other, "is neither UTF-8 nor Windows-1252 text", file=file) from None


def _doubts_of_told(data: bytes, told: str, characters: str, *, file: str) -> list[Problem]:
    """Warn where the encoding that was told is not the one that makes sense of the letters."""
    if not told or characters.isascii():
        return []
    if codecs.lookup(told).name not in {"utf-8", "utf-8-sig"} and _is_utf8(data):
        message = f"is UTF-8 text, but was read as {told}, as a setting says"
        cure = "leave the encoding out, or write --encoding utf-8"
    elif codecs.lookup(told).name in {"cp1252", "iso8859-1"} and (found := foreign(characters)):
        message = f"{quoted(found.text)} looks like {found.script} letters read as {told}"
        cure = f"write --encoding {found.encoding} to read {quoted(found.meant)}"
    else:
        return []
    return [Problem(file=file, message=message, cure=cure, severity="warning")]


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _broken(error: UnicodeDecodeError, kind: str, *, file: str) -> TableError:
    byte = error.object[error.start]
    message = f"the file {kind}, but the byte 0x{byte:02X} here is not"
    cure = f"mend the letter and {_SAVE}"
    if "neither" in kind:
        message, cure = f"the file {kind} (byte 0x{byte:02X} here)", _SAVE
        if found := foreign(error.object.decode("latin-1")):
            cure = f"read its {found.script} letters with --encoding {found.encoding}, or {_SAVE}"
    return TableError([Problem(file=file, line=_line(error), message=message, cure=cure)])


def _windows_warning(error: UnicodeDecodeError, characters: str, *, file: str) -> Problem:
    byte = error.object[error.start]
    message = f"is not UTF-8 (byte 0x{byte:02X} in line {_line(error)}); read as Windows-1252"
    cure = f"{_SAVE} if letters look wrong on the map"
    if found := foreign(characters):
        message = f"{message}, where {quoted(found.text)} looks like {found.script} letters"
        cure = f"write --encoding {found.encoding} to read {quoted(found.meant)}, or {_SAVE}"
    return Problem(file=file, message=message, cure=cure, severity="warning")


def _line(error: UnicodeDecodeError) -> int:
    """Return the line of the first wrong byte, counted from 1."""
    return len(re.findall(rb"\r\n?|\n", error.object[: error.start])) + 1


def _nul_errors(text: bytes, *, file: str) -> list[Problem]:
    """Report each line with a NUL character, which no cell can hold."""
    if b"\0" not in text:
        return []
    message = "a NUL character (U+0000) stands in this line"
    cure = "delete it, or save the table again from the program that made it"
    lines = enumerate(with_plain_breaks(text).split(b"\n"), 1)
    torn = (number for number, line in lines if b"\0" in line)
    return [Problem(file=file, line=line, message=message, cure=cure) for line in torn]
