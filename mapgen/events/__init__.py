"""Turns the rows of a table into checked events, and finds everything that is wrong with them."""

from mapgen.events.checking import Checked, check
from mapgen.events.event import (
    Event,
    EventRows,
    Found,
    Kind,
    Place,
    Status,
    columns_of,
    images_of,
    joined_rows,
)

__all__ = [
    "Checked",
    "Event",
    "EventRows",
    "Found",
    "Kind",
    "Place",
    "Status",
    "check",
    "columns_of",
    "images_of",
    "joined_rows",
]
