"""Reads a list of objects as the table that it is: names are headers, values are cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.documents.values import mapping, text

if TYPE_CHECKING:
    from mapgen.documents.parts import Part
    from mapgen.documents.rows import Rows


def read(parts: list[Part], rows: Rows) -> None:
    """Add a row for each object; its names are settled later, as the headers of any table."""
    for part in parts:
        if not isinstance(part.value, dict):
            cure = 'write an object for each event, as in {"title": "..."}'
            rows.refuse(part.line, "this is no object with names and values", cure)
            continue
        rows.add(part.line, {}, {name: text(value) for name, value in mapping(part.value).items()})
