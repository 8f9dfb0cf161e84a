"""Columns of a table and of its events: texts as Arrow keeps them, and values that stand once.

What is large lies in arrays of pyarrow, and a text is made of it when it is asked for. A table of
few rows keeps its texts in lists: to load pyarrow takes as long as to read it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar, cast

from mapgen.columns.texts import Bytes, Texts, encoded, in_arrow, in_bytes, in_numpy, stripped
from mapgen.columns.values import MANY, Coded, Lazy, numbered, renumbered, taken

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "MANY",
    "Bytes",
    "Coded",
    "Lazy",
    "Texts",
    "all_differ",
    "blanked",
    "casefolded",
    "coded",
    "coded_objects",
    "codes_of",
    "distinct_of",
    "each",
    "encoded",
    "filled",
    "in_arrow",
    "in_bytes",
    "in_numpy",
    "integers",
    "joined",
    "longest",
    "matches",
    "numbered",
    "renumbered",
    "rows_like",
    "rows_unlike",
    "rows_with",
    "same",
    "stripped",
    "taken",
]

_Item = TypeVar("_Item")
_Other = TypeVar("_Other")


def same(value: _Item, rows: int) -> Coded[_Item]:
    """Return a column that holds one value in every row."""
    import numpy as np

    return Coded([value], np.zeros(rows, np.int64))


def coded(column: Sequence[str]) -> Coded[str]:
    """Return a column of texts with its values in the order of their first row."""
    import numpy as np

    if isinstance(column, Coded):
        return column
    if isinstance(column, Texts):
        found = column.array.dictionary_encode()
        return Coded(found.dictionary.to_pylist(), in_numpy(found.indices).astype(np.int64))
    known = list(dict.fromkeys(column))
    numbers = dict(zip(known, range(len(known)), strict=True))
    return Coded(known, np.fromiter(map(numbers.__getitem__, column), np.int64, len(column)))


def coded_objects(column: Sequence[_Item], key: Callable[[_Item], Any] = id) -> Coded[_Item]:
    """Return a column of any objects, those with one key as one value."""
    import numpy as np

    if isinstance(column, Coded):
        return column
    known: dict[Any, int] = {}
    kept: list[_Item] = []
    codes = np.empty(len(column), np.int64)
    for row, item in enumerate(column):
        codes[row] = known.setdefault(key(item), len(kept))
        if len(known) > len(kept):
            kept.append(item)
    return Coded(kept, codes)


def filled(column: Sequence[str]) -> NDArray[np.bool_]:
    """Tell which rows of a column have a text."""
    import numpy as np

    if isinstance(column, Texts):
        texts = in_bytes(column)
        return texts.begins < texts.ends
    known = distinct_of(column)
    found = np.fromiter(map(bool, known), np.bool_, len(known))
    return found[column.codes] if isinstance(column, Coded) else found


def longest(column: Sequence[str]) -> int:
    """Return how many characters the longest text has, or more: those of Arrow count as bytes."""
    if isinstance(column, Texts):
        texts = in_bytes(column)
        return int((texts.ends - texts.begins).max(initial=0))
    return max(map(len, distinct_of(column)), default=0)


def all_differ(column: Collection[Hashable]) -> bool:
    """Tell whether no value is there twice."""
    if isinstance(column, Coded) and len(column.distinct) < len(column):
        return False
    if isinstance(column, Texts):
        return len(column.array.dictionary_encode().dictionary) == len(column)
    return len(set(column)) == len(column)


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
    import numpy as np

    if isinstance(column, range):
        return np.arange(column.start, column.stop, column.step)
    if isinstance(column, Coded):
        return np.array(column.distinct, np.int64)[column.codes]
    return np.array(column, np.int64)


def joined(columns: Iterable[Sequence[_Item]]) -> Sequence[_Item]:
    """Return columns one below the other."""
    parts: list[Any] = list(columns)
    if len(parts) == 1:
        return cast("Sequence[_Item]", parts[0])
    if any(isinstance(part, Texts) for part in parts):
        return cast("Sequence[_Item]", Texts.joined(parts))
    if any(isinstance(part, Coded) for part in parts):
        parts = [coded_objects(part, key=_itself) for part in parts]
    if lazy := next((part for part in parts if isinstance(part, Lazy)), None):
        return cast("Sequence[_Item]", lazy.joined(parts))
    return [item for part in parts for item in part]


def codes_of(column: Sequence[str]) -> NDArray[np.int64]:
    """Return numbers that are the same where the texts of a column are."""
    if isinstance(column, Texts):
        codes: NDArray[np.int64] = in_numpy(column.array.dictionary_encode().indices).astype(
            "int64"
        )
        return codes
    if isinstance(column, Coded):
        once: NDArray[np.int64] = coded(list(column.distinct)).codes[column.codes]
        return once
    return coded(column).codes


def blanked(column: Sequence[str], rows: Collection[int]) -> Sequence[str]:
    """Return a column of texts, blank in some rows."""
    if not rows:
        return column
    texts = list(column)
    for row in rows:
        texts[row] = ""
    return in_arrow(texts)


def casefolded(column: Sequence[str]) -> Sequence[str]:
    """Return the texts of a column without the difference of capitals."""
    if isinstance(column, Texts):
        from pyarrow import compute

        array = column.array
        if compute.all(compute.string_is_ascii(array)).as_py():
            return Texts(compute.ascii_lower(array))
        return Texts.of(map(str.casefold, column))
    if isinstance(column, Coded):
        once = coded(list(map(str.casefold, column.distinct)))
        return Coded(once.distinct, once.codes[column.codes])
    return list(map(str.casefold, column))


def rows_like(column: Sequence[str], pattern: str, test: Callable[[str], object]) -> list[int]:
    """Return the rows whose text passes a test; no text does that `pattern` does not find.

    The pattern is of RE2 (https://github.com/google/re2/wiki/Syntax), for texts that hardly repeat
    themselves: what it does not find is never made a text.
    """
    return _rows(column, pattern, test, wanted=True)


def rows_unlike(column: Sequence[str], pattern: str, test: Callable[[str], object]) -> list[int]:
    """Return the rows whose text passes a test; no text does that `pattern` finds."""
    return _rows(column, pattern, test, wanted=False)


def matches(texts: Texts, pattern: str) -> NDArray[np.bool_]:
    """Tell in which texts a pattern of RE2 is found."""
    from concurrent.futures import ThreadPoolExecutor

    import numpy as np
    from pyarrow import compute

    array, share = texts.array, -(-len(texts) // (os.cpu_count() or 1)) or 1
    with ThreadPoolExecutor() as pool:  # Arrow works outside of Python's lock, on one core
        parts = [array.slice(at, share) for at in range(0, len(array), share)]
        found = pool.map(lambda part: compute.match_substring_regex(part, pattern), parts)
        return np.concatenate([np.zeros(0, np.bool_), *map(in_numpy, found)])


def _rows(
    column: Sequence[str], pattern: str, test: Callable[[str], object], *, wanted: bool
) -> list[int]:
    if isinstance(column, Coded):
        return column.rows(test)
    if isinstance(column, Texts):
        rows = (matches(column, pattern) == wanted).nonzero()[0].tolist()
        return [row for row in rows if test(column[row])]
    return [row for row, text in enumerate(column) if test(text)]


def _itself(value: _Item) -> _Item:
    return value
