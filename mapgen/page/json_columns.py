"""Writes columns as JSON: texts all together, where that is the JSON of each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from mapgen.columns import MANY, Texts
from mapgen.texts.prose import HtmlColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.page.payload import PlaceColumns

_FIRST_SIGN = ord(" ")  # the control characters are before it


def json_of(column: Sequence[str], rows: slice) -> bytes:
    """Return consecutive texts as JSON, b"" where all of them are blank.

    They are written together where none has a sign that JSON escapes, but quotation marks and line
    ends.
    """
    whole = column.together(rows) if isinstance(column, (Texts, HtmlColumn)) else None
    if whole is None:
        whole = "\0".join(column[rows]).encode()
    count = len(range(*rows.indices(len(column))))
    if len(whole) < max(count, 1):  # nothing but what stands between them
        return b""
    signs = np.frombuffer(whole, np.uint8)
    controls = np.count_nonzero(signs < _FIRST_SIGN) - whole.count(b"\n")
    if controls >= count or b"\\" in whole:
        return dumped(column[rows])
    told = whole.replace(b'"', b'\\"').replace(b"\n", b"\\n").replace(b"\0", b'","')
    return b'["%b"]' % told


def json_of_places(columns: PlaceColumns) -> bytes:
    """Return places as JSON."""
    texts = {name: columns[name] for name in ("name", "code", "country", "found")}
    told = {
        name: json_of(column, slice(None)) or dumped(column[:]) for name, column in texts.items()
    }
    told |= {name: _degrees(columns[name]) for name in ("lat", "lon")}
    return b"{%b}" % b",".join(b'"%b":%b' % (name.encode(), each) for name, each in told.items())


def _degrees(values: Sequence[float | None]) -> bytes:
    """Return numbers as JSON, null for None."""
    if len(values) < MANY:
        return json.dumps(values).encode()
    texts = Texts.of_numbers(np.array(values, np.float64)).encoded()
    return b"[%b]" % b",".join(texts).replace(b"nan", b"null")


def dumped(texts: Sequence[str]) -> bytes:
    """Return texts as JSON, whatever is in them."""
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()
