"""A column in which each distinct value stands once, so that it is read, checked and said once."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

_MANY = 1_000  # rows; a column of fewer gains nothing
_Value = TypeVar("_Value", covariant=True)  # noqa: PLC0105  (the name of what a column holds)
_Item = TypeVar("_Item")
_Other = TypeVar("_Other")


class Distinct(Sequence[_Value]):
    """Distinct values that are not all there as objects, so that some of them are taken as one."""

    __slots__ = ()

    @abstractmethod
    def take(self, places: NDArray[np.int64]) -> Self:
        """Return the values at some places."""


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

    def take(self, rows: NDArray[np.int64] | slice) -> Self:
        """Return some rows; their values stand in the order of their first row."""
        import pandas as pd  # noqa: PLC0415  (slow to import, and no help text needs it)

        if len(self.distinct) == 1 and len(self.codes[rows]):
            return type(self)(self.distinct, self.codes[rows])
        codes, used = pd.factorize(self.codes[rows])
        return type(self)(_at(self.distinct, used), codes)

    def at(self, rows: NDArray[np.int64]) -> list[_Value]:
        """Return the values of some rows."""
        return list(map(self.distinct.__getitem__, self.codes[rows].tolist()))

    def rows(self, test: Callable[[_Value], object]) -> list[int]:
        """Return the rows whose value passes a test."""
        import numpy as np  # noqa: PLC0415  (as above)

        passed = [bool(test(value)) for value in self.distinct]
        if not any(passed):
            return []
        rows: list[int] = np.array(passed)[self.codes].nonzero()[0].tolist()
        return rows


def _at(values: Sequence[_Item], places: NDArray[np.int64]) -> Sequence[_Item]:
    if isinstance(values, Distinct):
        return values.take(places)
    return list(map(values.__getitem__, places.tolist()))


def same(value: _Item, rows: int) -> Coded[_Item]:
    """Return a column that holds one value in every row."""
    import numpy as np  # noqa: PLC0415  (as above)

    return Coded([value], np.zeros(rows, np.int64))


def coded(column: Sequence[str]) -> Coded[str]:
    """Return a column of texts with its values in the order of their first row."""
    import numpy as np  # noqa: PLC0415  (as above)
    import pandas as pd  # noqa: PLC0415  (as above)

    if isinstance(column, Coded):
        return column
    codes, values = pd.factorize(np.fromiter(column, object, len(column)))
    return Coded(values.tolist(), codes)


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


def as_series(column: Sequence[str]) -> pd.Series:
    """Return texts as a column of a data frame: a long one that is Coded as a Categorical."""
    import numpy as np  # noqa: PLC0415  (as above)
    import pandas as pd  # noqa: PLC0415  (as above)

    if isinstance(column, Coded) and len(column) >= _MANY:
        categories = pd.Index(np.fromiter(column.distinct, object), dtype=object)
        return pd.Series(pd.Categorical.from_codes(column.codes, categories=categories))
    return pd.Series(np.fromiter(column, object, len(column)), dtype=object)


def from_series(column: pd.Series) -> Sequence[str]:
    """Return such a column again; the values that are left stand as their first rows do."""
    if column.dtype == "category":
        codes = column.cat.codes.to_numpy().astype("int64")
        return Coded(column.cat.categories.tolist(), codes).take(slice(None))
    texts: list[str] = column.tolist()
    return texts


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

    if isinstance(column, Coded):
        return column.take(rows)
    found: list[_Item] = np.fromiter(column, object, len(column))[rows].tolist()
    return found


def joined(columns: Iterable[Sequence[_Item]]) -> list[_Item]:
    """Return columns one below the other."""
    return [item for column in columns for item in column]
