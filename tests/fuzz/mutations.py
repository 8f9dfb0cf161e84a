"""Breaks the bytes of a file, the same way for the same chance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    Mutation = Callable[[bytes, Random], bytes]

_TIMES = (1, 1, 1, 2, 4)  # mutations of one file
_ANYWHERE = 0.5  # of the files of Parquet; most damage of their footers is soon noticed
_DEEP = 20_000
_HUGE = 150_000
LARGEST = 900_000  # bytes
_FIGURES = (b"\0" * 4, b"\xff" * 4, b"\xff\xff\xff\x7f", b"\x7f\xff\xff\xff", b"\0\0\0\x80", b"\1")
_CODECS = ("utf-16", "utf-16-le", "cp1252", "cp1256", "utf-8-sig", "utf-7", "utf-32")
# Texts that tables hold where nobody expects them.
_TOKENS = (
    *(
        "",
        " ",
        "\n",
        "\r",
        "\r\n",
        "\t",
        '"',
        '""',
        "'",
        ",",
        ";",
        "|",
        "\\",
        "/",
        "-",
        "#",
        "=1+1",
    ),
    *("NaN", "Infinity", "-1e999", "1e400", "9" * 400, "-0000", "Y-17E7", "0000-00-00", "XXXX"),
    *("../..", "/..", "[..]", "{}", "[]", "null", "true", "1936-39", "31.02.1900", "44 BC"),
    *("\ufeff", "\u202e", "\u0000", "\ud7ff", "\U0010ffff", "é", "سوريا", "１９２０", "²", "½"),
    *("<b>", "</script>", "]]>", "<!DOCTYPE x>", "&amp;", "&x;", "%s", "${x}", "{{x}}", "########"),
    *("90.0001", "-181", "33°30'", "0,0", "POINT(1 2)", "POINT(", "44927", "1899-12-31T00:00"),
    *("title", "date", "lat", "Year", "end", "type", "features", "coordinates", "properties"),
)


def mutate(data: bytes, random: Random) -> bytes:
    """Return the bytes of a text after one mutation or a few."""
    return _mutated(data, random, _MUTATIONS)


def mutate_binary(data: bytes, random: Random) -> bytes:
    """Return bytes that are no text after one mutation or a few."""
    return _mutated(data, random, _OF_BYTES)


def mutate_pages(data: bytes, random: Random) -> bytes:
    """Return a file of Parquet with its pages broken, or anything in it."""
    if random.random() < _ANYWHERE:
        return mutate_binary(data, random)
    end = len(data) - 8 - int.from_bytes(data[-8:-4], "little")  # where the footer begins
    return _mutated(data[:end], random, (_flip_bytes, _figures)) + data[end:]


def _mutated(data: bytes, random: Random, mutations: tuple[Mutation, ...]) -> bytes:
    for _ in range(random.choice(_TIMES)):
        data = random.choice(mutations)(data, random)[:LARGEST]
    return data


def _flip_bytes(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _cut_bytes(data: bytes, random: Random) -> bytes:
    begin = random.randint(0, len(data))
    return data[:begin] + data[begin + random.randint(0, 40) :]


def _truncate(data: bytes, random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


def _cut_line(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    if lines:
        del lines[random.randrange(len(lines))]
    return b"".join(lines)


def _double_line(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    if lines:
        line = random.choice(lines)
        lines.insert(random.randint(0, len(lines)), line * random.randint(1, 50))
    return b"".join(lines)


def _swap_lines(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    random.shuffle(lines)
    return b"".join(lines)


def _exchange_delimiters(data: bytes, random: Random) -> bytes:
    old, new = random.choice([b",", b";", b"\t", b":"]), random.choice([b",", b";", b"\t", b"|"])
    return data.replace(old, new, random.choice([-1, 1, 20]))


def _drop_quotes(data: bytes, random: Random) -> bytes:
    return data.replace(b'"', random.choice([b"", b"'", b'""']), random.choice([-1, 1, 5]))


def _line_ends(data: bytes, random: Random) -> bytes:
    return data.replace(b"\n", random.choice([b"\r", b"\r\n", b"\n\r", b"\n\n", b""]))


def _encode_otherwise(data: bytes, random: Random) -> bytes:
    return data.decode("utf-8", "replace").encode(random.choice(_CODECS), "replace")


def _break_letters(data: bytes, random: Random) -> bytes:
    place = random.randint(0, len(data))
    return data[:place] + random.choice([b"\xff\xfe", b"\xc3", b"\x80", b"\xe9"]) + data[place:]


def _huge_cell(data: bytes, random: Random) -> bytes:
    place = random.randint(0, len(data))
    return data[:place] + random.choice([b"a", b"1", b"(", b" ", b"-"]) * _HUGE + data[place:]


def _nul(data: bytes, random: Random) -> bytes:
    place = random.randint(0, len(data))
    return data[:place] + b"\0" * random.randint(1, 5) + data[place:]


def _insert_token(data: bytes, random: Random) -> bytes:
    place = random.randint(0, len(data))
    return data[:place] + random.choice(_TOKENS).encode("utf-8") + data[place:]


def _replace_cell(data: bytes, random: Random) -> bytes:
    cells = list(re.finditer(rb'(?<=[,;\t\n:">])[^,;\t\n"<>]{1,60}(?=[,;\t\n"<])', data[:100_000]))
    for cell in random.sample(cells, min(len(cells), random.randint(1, 5))):
        token = random.choice(_TOKENS).encode("utf-8")
        data = data[: cell.start()] + token + data[cell.end() :]
    return data


def _deep(data: bytes, random: Random) -> bytes:
    opening = random.choice([b"[", b'{"a":', b"<a>", b'"', b"(", b"{"])
    place = random.choice([0, random.randint(0, len(data))])
    return data[:place] + opening * random.choice([50, _DEEP]) + data[place:]


def _figures(data: bytes, random: Random) -> bytes:
    """Write figures at the ends of what a field can say, where sizes and counts may stand."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 4)):
        figure, place = random.choice(_FIGURES), random.randint(0, len(data))
        changed[place : place + len(figure)] = figure
    return bytes(changed)


def _double_bytes(data: bytes, random: Random) -> bytes:
    begin = random.randint(0, len(data))
    part = data[begin : begin + random.randint(1, 2000)]
    place = random.randint(0, len(data))
    return data[:place] + part * random.choice([1, 2, 50]) + data[place:]


def _no_header(data: bytes, _random: Random) -> bytes:
    return data.partition(b"\n")[2]


_MUTATIONS: tuple[Mutation, ...] = (
    *(_flip_bytes, _cut_bytes, _truncate, _cut_line, _double_line, _swap_lines),
    *(_exchange_delimiters, _drop_quotes, _line_ends, _encode_otherwise, _break_letters),
    *(_huge_cell, _nul, _insert_token, _replace_cell, _replace_cell, _deep, _no_header),
)
_OF_BYTES: tuple[Mutation, ...] = (
    *(_flip_bytes, _flip_bytes, _flip_bytes, _figures, _figures, _figures),
    *(_cut_bytes, _truncate, _double_bytes, _break_letters, _nul, _insert_token, _huge_cell),
)
