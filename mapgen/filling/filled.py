"""What became of the blank coordinates of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from mapgen.errors import Problem
    from mapgen.filling.columns import End
    from mapgen.places.geocoding import Answer

Source = Literal["table", "gazetteer", "online"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Coordinates that were blank, in degrees, and where they come from.

    `line` is that of the row, `end` tells the place from the destination, `column` is the author's
    header of it. `address` is blank for coordinates of another row of the table; `why` says what
    settled it among several of its name; `assumed` tells that the row names no country.
    """

    line: int
    end: End
    column: str
    name: str
    latitude: float
    longitude: float
    source: Source
    address: str = ""
    why: str = ""
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A name that may mean several places, and the lines that have it.

    `accepted` tells that the first place was written all the same.
    """

    lines: tuple[int, ...]
    column: str
    name: str
    answer: Answer
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """The bytes of a table before and after, and what became of each blank coordinate.

    `added` are the columns that were not there. `left` says what was found nowhere, `refused` what
    of the table is no event that a map can show, half a pair of coordinates for instance.
    """

    file: str
    encoding: str
    before: bytes
    after: bytes
    added: tuple[str, ...]
    filled: tuple[Filled, ...]
    doubts: tuple[Doubt, ...]
    left: tuple[Problem, ...]
    refused: tuple[Problem, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether no place is without coordinates any more, and no row has an error."""
        return not self.left and not self.refused and all(doubt.accepted for doubt in self.doubts)
