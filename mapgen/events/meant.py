"""Takes other headers for the columns that they mean, where a table has no title by name."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from mapgen.errors import Problem, quoted
from mapgen.events.doubts.grouping import joined
from mapgen.events.slips import nearest
from mapgen.layouts import propose
from mapgen.layouts.columns import ALIASES, key
from mapgen.layouts.proposals import agrees
from mapgen.settings.pasting import HOME, line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapgen.table import Table

_TITLES = {key(name) for name in ("title", *ALIASES["title"])}
_WORDS = {
    "lat": "the latitude",
    "lon": "the longitude",
    "to": "where it went on to",
    "to_country": "the country that it went on to",
    "source_url": "the address of the source",
    "image_alt": "what the image shows",
    "image_credit": "whom the image is from",
    "id": "the id",
}


def meant(table: Table) -> Mapping[str, str]:
    """Return which headers stand for the title and for columns that they name in other words.

    The title is the header that is nearly called so, or whose cells read like one; any other column
    is taken by its name, if the cells do not contradict it. There are none where nothing can be the
    title.
    """
    headers = list(table.cells)
    if {key(header) for header in headers} & _TITLES or "title" in table.columns:
        return {}
    near = next((header for header in headers if nearest(table, header, ["title"])), "")
    found = propose(with_columns(table, {"title": near}) if near else table)
    taken = {each.column: each.header for each in found if agrees(table, each)}
    title = next((each.header for each in found if each.column == "title"), near)
    return {"title": title} | taken if title else {}


def with_columns(table: Table, columns: Mapping[str, str]) -> Table:
    """Return a table in which some headers stand for columns."""
    return dataclasses.replace(table, columns={**table.columns, **columns})


def told(table: Table, taken: Mapping[str, str]) -> Problem:
    """Tell what headers were taken to be, and how to turn it round."""
    (title, *others) = taken.items()
    shown = [f"{quoted(title[1])} is the title"]
    shown += [f"{quoted(header)} {_word(column)}" for column, header in others]
    return Problem(
        file=table.file,
        line=table.header_line,
        column=taken["title"],
        message=f"no column is called title, so {joined(shown)}",
        cure=f"if that is not so, write {line(taken)} with the right header {HOME}",
        severity="decision",
        settled=line(taken),
    )


def _word(column: str) -> str:
    return _WORDS.get(column, f"the {column.replace('_', ' ')}")
