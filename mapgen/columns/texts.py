"""Texts as Arrow keeps them: one after the other, made when they are asked for."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from mapgen.columns.values import MANY, Coded, Lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

_SAMPLE = 5_000  # texts that tell whether a column repeats itself
_LAST_BLANK, _LAST_OF_ASCII = ord(" "), 0x7F
_FEW = 0.6  # distinct texts in each row; where there are more, a column is kept as it is


class Texts(Lazy[str]):
    """Texts in an array of Arrow; `rows` says which of it, in their order, None for all."""

    __slots__ = ("_all", "_rows")

    def __init__(self, array: pa.LargeStringArray, rows: NDArray[np.int64] | None = None) -> None:
        self._all = array
        self._rows = rows

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """Return texts that Python holds; raises UnicodeEncodeError for a lone surrogate."""
        import numpy as np
        import pyarrow as pa

        held = in_bytes(list(texts), strict=True)
        edges = np.append(held.begins, len(held.data))
        parts = pa.py_buffer(edges), pa.py_buffer(held.data)
        return cls(pa.LargeStringArray.from_buffers(len(held.begins), *parts))

    @classmethod
    def of_numbers(cls, values: NDArray[np.float64]) -> Texts:
        """Return the shortest texts that are read as the same numbers; "nan" for NaN."""
        import numpy as np
        import pyarrow as pa

        held = pa.py_buffer(np.ascontiguousarray(values))
        array = pa.Array.from_buffers(pa.float64(), len(values), [None, held])
        return cls(array.cast(pa.large_string()))

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            found: list[str] = self.part(index).to_pylist()
            return found
        text: str = self._all[int(index if self._rows is None else self._rows[index])].as_py()
        return text

    def __len__(self) -> int:
        return len(self._all if self._rows is None else self._rows)

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(self[at : at + MANY] for at in range(0, len(self), MANY))

    def take(self, rows: NDArray[np.int64]) -> Texts:
        """Return some rows, without moving a text."""
        return Texts(self._all, rows if self._rows is None else self._rows[rows])

    @classmethod
    def joined(cls, parts: Sequence[Sequence[str]]) -> Texts:
        """Return columns one below the other."""
        import pyarrow as pa

        own = [part if isinstance(part, Texts) else cls.of(part) for part in parts]
        return cls(pa.concat_arrays([part.array for part in own]))

    def __reduce__(self) -> tuple[type[Texts], tuple[pa.LargeStringArray]]:
        """Take along no more than the rows, as other columns do where workers hand them on."""
        return Texts, (self.array,)

    def part(self, rows: slice) -> pa.LargeStringArray:
        """Return consecutive rows as an array."""
        start, stop, step = rows.indices(len(self))
        if self._rows is not None:
            return self._all.take(numbers(self._rows[rows]))
        return self._all.slice(start, stop - start) if step == 1 else self._all[rows]

    def encoded(self, rows: slice = slice(None)) -> list[bytes]:
        """Return consecutive rows in UTF-8."""
        import pyarrow as pa

        found: list[bytes] = self.part(rows).view(pa.large_binary()).to_pylist()
        return found

    def together(self, rows: slice) -> bytes:
        """Return consecutive rows in UTF-8, with NUL between them."""
        return b"\0".join(self.encoded(rows))

    def are_trimmed(self, rows: slice) -> bool:
        """Tell whether no text of some rows begins or ends with white space."""
        from pyarrow import compute

        part = self.part(rows)
        return bool(compute.utf8_trim_whitespace(part).equals(part))

    @property
    def array(self) -> pa.LargeStringArray:
        """All rows as an array."""
        return self.part(slice(None))


def numbers(rows: NDArray[np.int64]) -> pa.Int64Array:
    """Return whole numbers as an array; `pa.array` would load pandas to see if they are its own."""
    import numpy as np
    import pyarrow as pa

    held = pa.py_buffer(np.ascontiguousarray(rows))
    return pa.Array.from_buffers(pa.int64(), len(rows), [None, held])


def in_numpy(array: pa.Array) -> NDArray[Any]:
    """Return numbers or truths, of which none is missing; `to_numpy` would load pandas."""
    import numpy as np
    import pyarrow as pa

    if pa.types.is_boolean(array.type):
        return np.from_dlpack(array.cast(pa.uint8())).view(np.bool_)
    return np.from_dlpack(array)


class Bytes(NamedTuple):
    """Texts one after the other in UTF-8, and where each begins and ends in `data`."""

    data: NDArray[np.uint8]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]


def in_bytes(texts: Sequence[str], *, strict: bool = False) -> Bytes:
    """Return texts in UTF-8; those of Arrow as they lie there.

    Where it is `strict`, raises UnicodeEncodeError for a lone surrogate.
    """
    import numpy as np

    if isinstance(texts, Texts):
        array = texts.array
        _, offsets, data = array.buffers()
        edges = np.frombuffer(offsets, np.int64)[array.offset : array.offset + len(array) + 1]
        return Bytes(np.frombuffer(data or b"", np.uint8), edges[:-1], edges[1:])
    errors = "strict" if strict else "surrogatepass"
    parts = [text.encode(errors=errors) for text in texts]
    sizes = np.fromiter(map(len, parts), np.int64, len(parts))
    ends = sizes.cumsum()
    return Bytes(np.frombuffer(b"".join(parts), np.uint8), ends - sizes, ends)


def in_arrow(column: Sequence[str]) -> Sequence[str]:
    """Return a column of many rows as Arrow keeps it, one of few or with no real text as it is."""
    if isinstance(column, Lazy) or len(column) < MANY:
        return column
    try:
        return encoded(Texts.of(column).array)
    except UnicodeEncodeError:
        return column


def encoded(array: pa.LargeStringArray) -> Texts | Coded[str]:
    """Return an array as Coded where its texts repeat themselves, else as Texts.

    Where c of n texts of a sample stand there before, about n² / 2c differ in all: the birthday
    problem (Feller, An Introduction to Probability Theory 1, II.3).
    """
    import numpy as np

    if len(array) > _SAMPLE:
        sample = array.take(numbers(_some_rows(len(array))))
        again = _SAMPLE - len(sample.dictionary_encode().dictionary)
        if 2 * again * _FEW * len(array) < _SAMPLE**2:
            return Texts(array)
    found = array.dictionary_encode()
    if len(found.dictionary) > max(_FEW * len(array), 1):
        return Texts(array)
    return Coded(found.dictionary.to_pylist(), in_numpy(found.indices).astype(np.int64))


def stripped(array: pa.LargeStringArray) -> pa.LargeStringArray:
    """Return texts without white space around them: what Arrow takes off, `str.strip` does too."""
    from pyarrow import compute

    return compute.utf8_trim_whitespace(array) if _has_edges(array) else array


def _has_edges(array: pa.LargeStringArray) -> bool:
    """Tell whether a text may begin or end with white space."""
    data, begins, ends = in_bytes(Texts(array))
    filled = begins < ends
    signs = data[begins[filled]], data[ends[filled] - 1]
    return any(bool(((each <= _LAST_BLANK) | (each > _LAST_OF_ASCII)).any()) for each in signs)


@cache
def _some_rows(count: int) -> NDArray[np.int64]:
    """Return the rows of a sample; even steps would step over what stands in order."""
    from random import Random

    import numpy as np

    chosen = Random(count).sample(range(count), _SAMPLE)  # noqa: S311  (no secret)
    return np.sort(np.array(chosen, np.int64))
