"""Tells once what was taken for granted about the places of a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.errors import quoted
from mapgen.places.geocoding import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.places.geocoding import Candidate, Whole

_LISTED = 10

ALONE = "no country stands beside these names"
SEVERAL = "where these names are said to be, several places have them"
NAMES_CURES = {
    ALONE: "write its country beside a name that is meant elsewhere, or its lat and lon",
    SEVERAL: "write the lat and lon of one that is meant elsewhere",
}
ROWS_CURE = "write another lat and lon into a row that is elsewhere"


def town_told(name: str, town: Candidate) -> str:
    """Return which town a name alone was taken to mean, and what settled it."""
    return f"{quoted(name)} is {describe(town)}{town.why and f', {town.why}'}"


def country_told(name: str, found: Whole) -> str:
    """Return that a name was taken to be a country; "" where nothing else has it."""
    if not found.town:
        return ""
    return f"{quoted(name)} is the whole country, not {found.town}"


def names_told(why: str, told: Sequence[str]) -> str:
    """Return what the names of a column were taken to mean, and why that is said of them."""
    doubtful = sorted(told, key=lambda text: text.endswith(")"))  # those that had to be settled
    rest = len(doubtful) - _LISTED
    more = f"; and {rest:,} more, which mapgen geocode --dry-run lists" if rest > 0 else ""
    listed = "; ".join(doubtful[:_LISTED])
    return f"{why}: {listed}{more}"


def rows_told(count: int) -> str:
    """Return how many rows have the coordinates of another one."""
    rows = "1 row has" if count == 1 else f"{count:,} rows have"
    return f"{rows} the coordinates of another row with the same place"
