"""Recognises the tables of other tools by their headers, and says which column is which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.layouts.catalogues import CATALOGUES
from mapgen.layouts.conflicts import CONFLICTS
from mapgen.layouts.draft import Draft
from mapgen.layouts.investigations import INVESTIGATIONS
from mapgen.layouts.mending import mend
from mapgen.layouts.open_maps import OPEN_MAPS
from mapgen.layouts.proposals import Proposal, propose, propose_position, undecided
from mapgen.layouts.story_maps import STORY_MAPS
from mapgen.layouts.timelines import TIMELINES
from mapgen.table.grid import headers_again

if TYPE_CHECKING:
    from mapgen.layouts.layout import Layout
    from mapgen.table import Table

__all__ = ["LAYOUTS", "Proposal", "propose", "propose_position", "recognise", "undecided"]

LAYOUTS: tuple[Layout, ...] = (
    *CONFLICTS,
    *INVESTIGATIONS,
    *CATALOGUES,
    *TIMELINES,
    *STORY_MAPS,
    *OPEN_MAPS,
)
"""The first that fits is taken; those that look at few headers come last."""


def recognise(table: Table) -> Table:
    """Return the table with its `layout` and `columns` told, or as it was.

    Cells are put as mapgen writes them, and what the map has no column for stays below its header.
    What the author settled of the columns counts before what the layout says of them.
    """
    if table.layout:
        return table
    for layout in LAYOUTS:
        if (columns := layout.fit(table)) is not None:
            return _read(table, layout, columns)
    return table


def _read(table: Table, layout: Layout, columns: dict[str, str]) -> Table:
    settled = columns | dict(table.columns)
    draft = Draft(table, {column: header for column, header in settled.items() if header})
    _leave_out_headers(draft)
    if layout.derive:
        layout.derive(draft)
    mend(draft)
    return draft.finish(layout.title)


def _leave_out_headers(draft: Draft) -> None:
    """Refuse rows that repeat the header, before their cells are changed."""
    repeated = headers_again(draft.table.cells)
    draft.leave_out(repeated, "this row repeats the names of the columns", "delete it", "error")
