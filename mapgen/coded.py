"""Columns that cost less than a list: each distinct value once, or texts left in their file."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MIXED = 0x9E3779B97F4A7C15  # 2**64 by the golden ratio, and odd
_WORD = 64  # bits
_FEWEST_SLOTS = 4  # bits
_Value = TypeVar("_Value", covariant=True)  # noqa: PLC0105  (the name of what a column holds)
_Item = TypeVar("_Item")
_Other = TypeVar("_Other")


class Lazy(Sequence[_Value]):  # noqa: PLW1641  (it is compared, but never in a set)
    """A column whose values are made when they are asked for."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    @abstractmethod
    def take(self, rows: NDArray[np.int64]) -> Self:
        """Return some rows, without making their values."""


class Coded(Sequence[_Value]):  # noqa: PLW1641  (it is compared, but never in a set)
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

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self[:] == list(other)

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

    def at(self, rows: NDArray[np.int64]) -> list[_Value]:
        """Return the values of some rows."""
        return list(map(self.distinct.__getitem__, self.codes[rows].tolist()))

    def rows(self, test: Callable[[_Value], object]) -> list[int]:
        """Return the rows whose value passes a test."""
        import numpy as np  # noqa: PLC0415  (slow to import, and no help text needs it)

        passed = [bool(test(value)) for value in self.distinct]
        if not any(passed):
            return []
        rows: list[int] = np.array(passed)[self.codes].nonzero()[0].tolist()
        return rows


class Texts(Lazy[str]):
    """Texts that stay in the bytes of their file until they are asked for.

    `begins` and `ends` are the places of each in `data`, which is UTF-8.
    """

    __slots__ = ("begins", "data", "ends")

    def __init__(self, data: bytes, begins: NDArray[np.int64], ends: NDArray[np.int64]) -> None:
        self.data = data
        self.begins = begins
        self.ends = ends

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        if not isinstance(index, slice):
            return self.data[int(self.begins[index]) : int(self.ends[index])].decode()
        begins, ends, data = self.begins[index].tolist(), self.ends[index].tolist(), self.data
        return [data[begin:end].decode() for begin, end in zip(begins, ends, strict=True)]

    def __len__(self) -> int:
        return len(self.begins)

    def __iter__(self) -> Iterator[str]:
        return iter(self[:])

    def take(self, rows: NDArray[np.int64]) -> Texts:
        """Return some rows."""
        return Texts(self.data, self.begins[rows], self.ends[rows])


class Picked(Lazy[_Value]):
    """Values in another order than their own: `values[rows[row]]`.

    To ask for a part of it takes as long as of a list; a million values are not moved for that.
    """

    __slots__ = ("rows", "values")

    def __init__(self, values: NDArray[np.object_], rows: NDArray[np.int64]) -> None:
        self.values = values
        self.rows = rows

    @overload
    def __getitem__(self, index: int) -> _Value: ...

    @overload
    def __getitem__(self, index: slice) -> list[_Value]: ...

    def __getitem__(self, index: int | slice) -> _Value | list[_Value]:
        if isinstance(index, slice):
            values: list[_Value] = self.values[self.rows[index]].tolist()
            return values
        value: _Value = self.values[self.rows[index]]
        return value

    def __len__(self) -> int:
        return len(self.rows)

    def take(self, rows: NDArray[np.int64]) -> Picked[_Value]:
        """Return some rows."""
        return Picked(self.values, self.rows[rows])


def numbered(values: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give equal integers of at most 64 bits one number, in the order of their first rows.

    Returns the number in each row, and the first row of each number. Each value is hashed to a slot
    (Knuth, The Art of Computer Programming 3, 6.4: by a product, of which the highest bits count)
    and its first row kept there; values that met another one are hashed again, otherwise.
    """
    import numpy as np  # noqa: PLC0415  (as above)

    rows = np.arange(len(values), dtype=np.int32)
    firsts = np.empty_like(rows)
    bits = max(_FEWEST_SLOTS, len(values).bit_length() + 1)
    slots = np.empty(1 << bits, np.int32)
    left, own, factor = rows, values.astype(np.uint64), MIXED
    while len(left):
        at = (own * np.uint64(factor)) >> np.uint64(_WORD - bits)
        at = at.astype(np.int64)  # as an index must be
        slots[at[::-1]] = left[::-1]
        met = slots[at]
        firsts[left] = met
        others = values[met] != values[left]
        left, own = left[others], own[others]
        factor = factor * MIXED % (1 << _WORD)
    new = firsts == rows
    return (new.cumsum() - 1)[firsts], new.nonzero()[0]


def renumbered(codes: NDArray[np.int64], count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return what `numbered` does, of numbers from 0 to below `count`."""
    import numpy as np  # noqa: PLC0415  (as above)

    rows = np.arange(len(codes))
    firsts = np.empty(count, np.int64)
    firsts[codes[::-1]] = rows[::-1]
    own = (firsts[codes] == rows).nonzero()[0]
    numbers = np.empty(count, np.int64)
    numbers[codes[own]] = np.arange(len(own))
    return numbers[codes], own


def same(value: _Item, rows: int) -> Coded[_Item]:
    """Return a column that holds one value in every row."""
    import numpy as np  # noqa: PLC0415  (as above)

    return Coded([value], np.zeros(rows, np.int64))


def coded(column: Sequence[str]) -> Coded[str]:
    """Return a column of texts with its values in the order of their first row."""
    import numpy as np  # noqa: PLC0415  (as above)

    if isinstance(column, Coded):
        return column
    texts = column[:]
    values = list(dict.fromkeys(texts))
    numbers = dict(zip(values, range(len(values)), strict=True))
    return Coded(values, np.fromiter(map(numbers.__getitem__, texts), np.int64, len(texts)))


def coded_objects(column: Sequence[_Item], key: Callable[[_Item], Any] = id) -> Coded[_Item]:
    """Return a column of any objects, those with one key as one value."""
    import numpy as np  # noqa: PLC0415  (as above)

    if isinstance(column, Coded):
        return column
    known: dict[Any, int] = {}
    values: list[_Item] = []
    codes = np.empty(len(column), np.int64)
    for row, item in enumerate(column):
        codes[row] = known.setdefault(key(item), len(values))
        if len(known) > len(values):
            values.append(item)
    return Coded(values, codes)


def filled(column: Sequence[str]) -> NDArray[np.bool_]:
    """Tell which rows of a column have a text."""
    import numpy as np  # noqa: PLC0415  (as above)

    if isinstance(column, Texts):
        return column.begins < column.ends
    known = distinct_of(column)
    found = np.fromiter(map(bool, known), np.bool_, len(known))
    return found[column.codes] if isinstance(column, Coded) else found


def all_differ(values: Collection[Hashable]) -> bool:
    """Tell whether no value is there twice; by their hashes first, which are soon in order."""
    import numpy as np  # noqa: PLC0415  (as above)

    hashes = np.sort(np.fromiter(map(hash, values), np.int64, len(values)))
    return bool((hashes[1:] != hashes[:-1]).all()) or len(set(values)) == len(values)


def rows_with(value: _Item, column: Sequence[_Item]) -> list[int]:
    """Return the rows of a column that hold a value."""
    if isinstance(column, Coded):
        return column.rows(lambda item: item == value)
    return [row for row, item in enumerate(column) if item == value]


def distinct_of(column: Sequence[_Item]) -> Sequence[_Item]:
    """Return what stands in a column, a value of many rows once if that is known."""
    return column.distinct if isinstance(column, Coded) else column


def each(column: Sequence[_Item], change: Callable[[_Item], _Other]) -> Sequence[_Other]:
    """Return a column with each value changed."""
    return column.each(change) if isinstance(column, Coded) else list(map(change, column))


def integers(column: Sequence[int]) -> NDArray[np.int64]:
    """Return a column of whole numbers as an array."""
    import numpy as np  # noqa: PLC0415  (as above)

    if isinstance(column, Coded):
        return np.array(column.distinct, np.int64)[column.codes]
    return np.array(column, np.int64)


def taken(column: Sequence[_Item], rows: NDArray[np.int64]) -> Sequence[_Item]:
    """Return some rows of a column."""
    import numpy as np  # noqa: PLC0415  (as above)

    if isinstance(column, (Coded, Lazy)):
        return column.take(rows)
    found: list[_Item] = np.fromiter(column, object, len(column))[rows].tolist()
    return found


def joined(columns: Iterable[Sequence[_Item]]) -> list[_Item]:
    """Return columns one below the other."""
    return [item for column in columns for item in column]
