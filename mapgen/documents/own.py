"""Tells the documents that mapgen itself wrote, which hold every column under its own name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.documents.rows import COLUMNS
from mapgen.documents.values import text

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALWAYS = {"title", "kind", "status", "id"}
_KINDS = {"event", "period"}
_ADDED = {"ccodes"}  # what a specification asks for beside the columns


def is_own(properties: Mapping[str, Any], name: str) -> bool:
    """Tell whether an event called `name`, by its id or title, was written by mapgen."""
    return (
        properties.keys() >= _ALWAYS
        and properties["kind"] in _KINDS
        and name in {properties["id"], f"#{properties['id']}", properties["title"]}
        and all(isinstance(value, str) for key, value in properties.items() if key not in _ADDED)
    )


def read(properties: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the cells of such an event and its other columns, to the letter."""
    cells = {name: text(value) for name, value in properties.items() if name in COLUMNS}
    known = _ADDED.union(COLUMNS)
    extra = {name: text(value) for name, value in properties.items() if name not in known}
    return cells, extra
