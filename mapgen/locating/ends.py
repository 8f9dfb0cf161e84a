"""The places of all rows and where they went on to, each distinct one once."""

from __future__ import annotations

from functools import cached_property
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Literal

import numpy as np

from mapgen.columns import Coded, coded_objects
from mapgen.events.place_column import PlaceColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from mapgen.events import Place

    _Flags = NDArray[np.bool_]

End = Literal["place", "to"]


class Ends:
    """The places of all rows and where they went on to, each distinct one once.

    They are visited row by row, where an event was before where it went to. `places` is what is
    known of them, `codes` say which of them is met at each visit.
    """

    def __init__(
        self,
        places: Sequence[Place | None],
        goals: Sequence[Place | None],
        lines: Sequence[int],
    ) -> None:
        one, other = coded_objects(places), coded_objects(goals)
        self.places = PlaceColumn.joined(
            [PlaceColumn.of(one.distinct), PlaceColumn.of(other.distinct)]
        )
        self.codes = np.column_stack([one.codes, other.codes + len(one.distinct)]).ravel()
        self._first_goal = len(one.distinct)
        self._lines = lines
        self._visits: tuple[NDArray[np.int64], NDArray[np.int64]] | None = None

    def where(self) -> Coded[Place | None]:
        """Return where the event of each row was."""
        first = np.arange(self._first_goal)
        return Coded(self.places.take(first), self.codes[::2])

    def goals(self) -> Coded[Place | None]:
        """Return where it went on to."""
        others = np.arange(self._first_goal, len(self.places))
        return Coded(self.places.take(others), self.codes[1::2] - self._first_goal)

    def end(self, visit: int) -> tuple[End, int]:
        """Return which end is met at a visit, and on which line."""
        return "to" if visit % 2 else "place", self._lines[visit // 2]

    @cached_property
    def firsts(self) -> NDArray[np.int64]:
        """The first visit of each place."""
        first = np.zeros(len(self.places), np.int64)
        first[self.codes[::-1]] = np.arange(len(self.codes))[::-1]
        return first

    def visits(self, which: _Flags) -> list[tuple[int, int]]:
        """Return every visit of some places, with the number of each."""
        found = which[self.codes].nonzero()[0]
        return list(zip(found.tolist(), self.codes[found].tolist(), strict=True))

    def change(
        self,
        which: _Flags,
        change: Callable[[int, Place, End, int], Place],
        told: Callable[[], int],
    ) -> list[int]:
        """Change some places, each at its first visit, and return the numbers of those.

        `told` counts what was reported so far. Most places are in many rows: only one that gave a
        reason for a problem is asked for again where it is met next, so that each of its lines is
        told.
        """
        again: list[tuple[int, int]] = []
        found: dict[int, Place] = {}
        first, numbers = self.firsts, which.nonzero()[0]
        order = numbers[first[numbers].argsort()]
        visits = zip(first[order].tolist(), order.tolist(), strict=True)
        for visit, code in _merged(visits, again):
            place, before = self.places[code], told()
            if place:
                found[code] = change(code, place, *self.end(visit))
            later = self._next(code, visit) if told() > before else None
            if later is not None:
                heappush(again, (later, code))
        self.places = self.places.replaced(found)
        return list(found)

    def rows_of(self, codes: Sequence[int]) -> dict[End, list[int]]:
        """Return the lines of the rows that have one of some places, at either end."""
        there = np.isin(self.codes, codes).reshape(-1, 2)
        lines = [[self._lines[row] for row in rows.nonzero()[0].tolist()] for rows in there.T]
        return {"place": lines[0], "to": lines[1]}

    def names_in(self, rows: _Flags) -> list[str]:
        """Return the names that some rows have at either end."""
        found = np.unique(self.codes.reshape(-1, 2)[rows]).tolist()
        return [name for code in found if (name := self.places.names[code])]

    def _next(self, code: int, visit: int) -> int | None:
        """Return when a place is met again after a visit."""
        if self._visits is None:
            order = self.codes.argsort(kind="stable")
            self._visits = order, self.codes[order].searchsorted(np.arange(len(self.places) + 1))
        order, starts = self._visits
        own = order[starts[code] : starts[code + 1]]
        after = own[own.searchsorted(visit, side="right") :]
        return int(after[0]) if len(after) else None


def _merged(
    visits: Iterable[tuple[int, int]], more: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield visits in their order, and between them those of a heap that grows meanwhile."""
    for visit in visits:
        while more and more[0] < visit:
            yield heappop(more)
        yield visit
    while more:
        yield heappop(more)
