"""The places of all rows and where they went on to, each distinct one once."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, Literal

from mapgen.coded import Coded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from mapgen.events import Place

End = Literal["place", "to"]


class Ends:
    """The places of all rows and where they went on to, each distinct one once.

    They are visited row by row, where an event was before where it went to. `distinct` is what is
    known of them, `codes` say which of them is met at each visit.
    """

    def __init__(
        self, places: Coded[Place | None], goals: Coded[Place | None], lines: Sequence[int]
    ) -> None:
        import numpy as np  # noqa: PLC0415  (slow to import, and no message or help text needs it)

        self.distinct = [*places.distinct, *goals.distinct]
        self.codes = np.column_stack([places.codes, goals.codes + len(places.distinct)]).ravel()
        self._first_goal = len(places.distinct)
        self._lines = lines
        self._visits: tuple[NDArray[np.int64], NDArray[np.int64]] | None = None

    def places(self) -> Coded[Place | None]:
        """Return where the event of each row was."""
        return Coded(self.distinct[: self._first_goal], self.codes[::2])

    def goals(self) -> Coded[Place | None]:
        """Return where it went on to."""
        return Coded(self.distinct[self._first_goal :], self.codes[1::2] - self._first_goal)

    def end(self, visit: int) -> tuple[End, int]:
        """Return which end is met at a visit, and on which line."""
        return "to" if visit % 2 else "place", self._lines[visit // 2]

    def firsts(self) -> list[tuple[int, int]]:
        """Return the first visit of each place with its number, in the order of the visits."""
        import numpy as np  # noqa: PLC0415  (as above)

        first = np.zeros(len(self.distinct), np.int64)
        first[self.codes[::-1]] = np.arange(len(self.codes))[::-1]
        order = first.argsort()
        found = zip(first[order].tolist(), order.tolist(), strict=True)
        return [(visit, code) for visit, code in found if self.distinct[code]]

    def next(self, code: int, visit: int) -> int | None:
        """Return when a place is met again after a visit."""
        import numpy as np  # noqa: PLC0415  (as above)

        if self._visits is None:
            order = self.codes.argsort(kind="stable")
            self._visits = order, self.codes[order].searchsorted(np.arange(len(self.distinct) + 1))
        order, starts = self._visits
        own = order[starts[code] : starts[code + 1]]
        after = own[own.searchsorted(visit, side="right") :]
        return int(after[0]) if len(after) else None

    def change(self, change: Callable[[Place, End, int], Place], told: Callable[[], int]) -> None:
        """Change each place at its first visit; `told` counts what was reported so far.

        Most places are in many rows: only one that gave a reason for a problem is asked for again
        where it is met next, so that each of its lines is told.
        """
        again: list[tuple[int, int]] = []
        found = list(self.distinct)
        for visit, code in _merged(self.firsts(), again):
            place, before = self.distinct[code], told()
            found[code] = place and change(place, *self.end(visit))
            later = self.next(code, visit) if told() > before else None
            if later is not None:
                heappush(again, (later, code))
        self.distinct = found

    def rows_of(self, codes: Sequence[int]) -> dict[End, list[int]]:
        """Return the lines of the rows that have one of some places, at either end."""
        import numpy as np  # noqa: PLC0415  (as above)

        there = np.isin(self.codes, codes).reshape(-1, 2)
        lines = [[self._lines[row] for row in rows.nonzero()[0].tolist()] for rows in there.T]
        return {"place": lines[0], "to": lines[1]}

    def of_rows(self, rows: NDArray[np.bool_]) -> list[Place]:
        """Return the places that some rows have at either end."""
        import numpy as np  # noqa: PLC0415  (as above)

        found = np.unique(self.codes.reshape(-1, 2)[rows])
        return [place for code in found.tolist() if (place := self.distinct[code])]


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
