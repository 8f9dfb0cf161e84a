"""Columns whose values stand once, or are made when they are asked for."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MANY = 20_000  # rows; fewer are sooner gone through than Arrow is loaded
_Value = TypeVar("_Value", covariant=True)  # noqa: PLC0105  (the name of what a column holds)
_Item = TypeVar("_Item")
_Other = TypeVar("_Other")


class Lazy(Sequence[_Value]):  # noqa: PLW1641  (it is compared, but never in a set)
    """A column whose values are made when they are asked for."""

    __slots__ = ()

    def __iter__(self) -> Iterator[_Value]:
        return iter(self[:])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    @abstractmethod
    def take(self, rows: NDArray[np.int64]) -> Self:
        """Return some rows, without making their values."""

    @classmethod
    @abstractmethod
    def joined(cls, parts: Sequence[Any]) -> Self:
        """Return columns one below the other, of this kind or of lists."""


class Coded(Lazy[_Value]):
    """A column that holds in each row one of its distinct values: `distinct[codes[row]]`."""

    __slots__ = ("codes", "distinct")

    def __init__(self, distinct: Sequence[_Value], codes: NDArray[np.int64]) -> None:
        self.distinct = distinct
        self.codes = codes

    @overload
    def __getitem__(self, index: int) -> _Value: ...

    @overload
    def __getitem__(self, index: slice) -> list[_Value]: ...

    def __getitem__(self, index: int | slice) -> _Value | list[_Value]:
        if isinstance(index, slice):
            return list(map(self.distinct.__getitem__, self.codes[index].tolist()))
        value: _Value = self.distinct[int(self.codes[index])]
        return value

    def __len__(self) -> int:
        return len(self.codes)

    def __iter__(self) -> Iterator[_Value]:
        return map(list(self.distinct).__getitem__, self.codes.tolist())

    def each(self, change: Callable[[_Value], _Other]) -> Coded[_Other]:
        """Return the column with each value changed."""
        return Coded(list(map(change, self.distinct)), self.codes)

    def take(self, rows: NDArray[np.int64]) -> Self:
        """Return some rows; their values stand in the order of their first row."""
        codes = self.codes[rows]
        if len(self.distinct) == 1 and len(codes):
            return type(self)(self.distinct, codes)
        new, firsts = renumbered(codes, len(self.distinct))
        return type(self)(taken(self.distinct, codes[firsts]), new)

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """Return columns one below the other; values that are lazy may come again."""
        import numpy as np

        firsts = np.cumsum([0, *(len(part.distinct) for part in parts[:-1])]).tolist()
        codes = [part.codes + first for part, first in zip(parts, firsts, strict=True)]
        below = np.concatenate(codes)
        distinct: list[Any] = [part.distinct for part in parts]
        if lazy := next((each for each in distinct if isinstance(each, Lazy)), None):
            return cls(lazy.joined(distinct), below)
        values = [value for part in parts for value in part.distinct]
        numbers = {value: number for number, value in enumerate(dict.fromkeys(values))}
        moved = np.fromiter(map(numbers.__getitem__, values), np.int64, len(values))
        return cls(list(numbers), moved[below])

    def at(self, rows: NDArray[np.int64]) -> list[_Value]:
        """Return the values of some rows."""
        return list(map(self.distinct.__getitem__, self.codes[rows].tolist()))

    def rows(self, test: Callable[[_Value], object]) -> list[int]:
        """Return the rows whose value passes a test."""
        import numpy as np

        passed = [bool(test(value)) for value in self.distinct]
        if not any(passed):
            return []
        rows: list[int] = np.array(passed)[self.codes].nonzero()[0].tolist()
        return rows


def numbered(values: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give equal integers one number, in the order of their first rows.

    Returns the number in each row, and the first row of each number.
    """
    import numpy as np

    if len(values) < MANY:
        _, firsts, codes = np.unique(values, return_index=True, return_inverse=True)
        order = firsts.argsort()
        return order.argsort()[codes], firsts[order]
    from mapgen.columns import texts

    found = texts.numbers(values).dictionary_encode()
    return renumbered(texts.in_numpy(found.indices).astype(np.int64), len(found.dictionary))


def renumbered(codes: NDArray[np.int64], count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return what `numbered` does, of numbers from 0 to below `count`."""
    import numpy as np

    rows = np.arange(len(codes))
    firsts = np.empty(count, np.int64)
    firsts[codes[::-1]] = rows[::-1]
    own = (firsts[codes] == rows).nonzero()[0]
    numbers = np.empty(count, np.int64)
    numbers[codes[own]] = np.arange(len(own))
    return numbers[codes], own


def taken(column: Sequence[_Item], rows: NDArray[np.int64]) -> Sequence[_Item]:
    """Return some rows of a column."""
    import numpy as np

    if isinstance(column, Lazy):
        return column.take(rows)
    found: list[_Item] = np.fromiter(column, object, len(column))[rows].tolist()
    return found
