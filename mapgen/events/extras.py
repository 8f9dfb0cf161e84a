"""Keeps the columns that mapgen does not know: an event has the header and text of each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, overload

from mapgen.columns import Lazy, joined, same, taken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

Extra: TypeAlias = tuple[tuple[str, str], ...]


class Extras(Lazy[Extra]):
    """The unknown columns of `rows` rows; an item is the filled cells of a row: header and text."""

    __slots__ = ("_rows", "columns")

    def __init__(self, columns: Mapping[str, Sequence[str]], rows: int) -> None:
        self.columns = columns
        self._rows = rows

    @classmethod
    def of(cls, cells: Sequence[Extra]) -> Extras:
        """Return what events have as columns, in the order of their first cells."""
        if isinstance(cells, cls):
            return cells
        known = list(map(dict, cells))
        headers = dict.fromkeys(header for row in known for header in row)
        return cls({name: [row.get(name, "") for row in known] for name in headers}, len(known))

    @overload
    def __getitem__(self, index: int) -> Extra: ...

    @overload
    def __getitem__(self, index: slice) -> list[Extra]: ...

    def __getitem__(self, index: int | slice) -> Extra | list[Extra]:
        if not isinstance(index, slice):
            cells = ((header, column[index]) for header, column in self.columns.items())
            return tuple((header, text) for header, text in cells if text)
        if not self.columns:
            return [()] * len(range(*index.indices(self._rows)))
        texts = zip(*(column[index] for column in self.columns.values()), strict=True)
        return [
            tuple((header, text) for header, text in zip(self.columns, cells, strict=True) if text)
            for cells in texts
        ]

    def __len__(self) -> int:
        return self._rows

    def take(self, rows: NDArray[np.int64]) -> Extras:
        """Return some rows."""
        return Extras(
            {name: taken(column, rows) for name, column in self.columns.items()}, len(rows)
        )

    @classmethod
    def joined(cls, parts: Sequence[Sequence[Extra]]) -> Extras:
        """Return the columns of several tables one below the other, blank where one has none."""
        own = list(map(cls.of, parts))
        headers = dict.fromkeys(header for part in own for header in part.columns)
        columns = {
            name: joined([part.columns.get(name) or same("", len(part)) for part in own])
            for name in headers
        }
        return cls(columns, sum(map(len, parts)))
