"""Tells rows apart by what stands in them: one number for each row."""

from __future__ import annotations

import os
import zlib
from itertools import starmap
from typing import TYPE_CHECKING

from mapgen.columns import Coded, distinct_of, in_bytes

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from mapgen.events.sheet import Sheet

_WORD, _HALF = 64, 32  # bits
_MIXED = 0x9E3779B97F4A7C15  # 2**64 by the golden ratio, and odd
_SIGNS = b"0123456789abcdefghjkmnpqrstvwxyz".ljust(256)  # without i, l, o and u, after Crockford
_BITS = 5  # of a letter
_LENGTH = (
    4  # letters: a new row takes the mark of one of a thousand others once in a thousand times
)
_LOOKED_AT = 32  # bytes of a text, from its first to its last; of a longer one, and its length
_AT_ONCE = 1 << 16  # texts


def contents(sheet: Sheet, *, but: Collection[str]) -> NDArray[np.uint64]:
    """Return a number for each row that its filled cells make, 0 where there are none.

    `but` are the columns that do not count, by their names in mapgen. Neither other rows, nor the
    order of columns, nor another header for the same column change it.
    """
    import numpy as np

    names = {header: name for name, header in sheet.columns.items()}
    named = [(names.get(header, header), sheet.cells(header)) for header in sheet.headers()]
    counting = [(column, name) for name, column in named if name not in but]
    none = np.zeros(len(sheet.lines), np.uint64)
    if len(none) < _AT_ONCE:
        return sum(starmap(numbers, counting), none)
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(os.cpu_count()) as pool:  # NumPy works outside of Python's lock
        return sum(pool.map(lambda each: numbers(*each), counting), none)


def numbers(column: Sequence[str], name: str) -> NDArray[np.uint64]:
    """Return a number for each text of a column, 0 for a blank one; `name` is that of the column.

    They may be added up: one sum is as likely as another, whatever the texts.
    """
    import numpy as np

    data, begins, ends = in_bytes(distinct_of(column))
    lengths = ends - begins
    found = np.zeros(len(lengths), np.uint64)
    filled = lengths.nonzero()[0]
    salt = np.uint64(zlib.crc32(name.encode(errors="surrogatepass")))
    for at in range(0, len(filled), _AT_ONCE):
        rows = filled[at : at + _AT_ONCE]
        found[rows] = _mixed(_summed(data, begins[rows], lengths[rows]) + salt)
    return found[column.codes] if isinstance(column, Coded) else found


def in_letters(values: NDArray[np.uint64]) -> list[str]:
    """Return the highest bits of each number as four letters and figures."""
    import numpy as np

    shifts = np.array([_WORD - _BITS * place for place in range(1, _LENGTH + 1)], np.uint64)
    digits = (values[:, None] >> shifts).astype(np.uint8) & np.uint8((1 << _BITS) - 1)
    whole = digits.tobytes().translate(_SIGNS).decode()
    return [whole[at : at + _LENGTH] for at in range(0, len(whole), _LENGTH)]


def _summed(
    data: NDArray[np.uint8], begins: NDArray[np.int64], lengths: NDArray[np.int64]
) -> NDArray[np.uint64]:
    """Return for each text the sum of its length and its bytes, each by a factor of its own."""
    import numpy as np

    steps = np.arange(_LOOKED_AT)
    places = (lengths[:, None] - 1) * steps // (_LOOKED_AT - 1) + begins[:, None]
    words = data[places].view(np.uint64)
    total = lengths.astype(np.uint64) * np.uint64(_MIXED)
    for place in range(words.shape[1]):
        total += words[:, place] * np.uint64(pow(_MIXED, 2 * place + 3, 1 << _WORD))
    return total


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return numbers whose every bit depends on all of theirs (a round of SplitMix64)."""
    import numpy as np

    mixed: NDArray[np.uint64] = values * np.uint64(_MIXED)
    mixed = (mixed ^ (mixed >> np.uint64(_HALF))) * np.uint64(_MIXED)
    return mixed ^ (mixed >> np.uint64(_HALF))
