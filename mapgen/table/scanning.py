"""Finds every place of a byte in a long text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PIECE = 1 << 18  # bytes that are searched at once


def places(codes: NDArray[np.uint8], code: int) -> NDArray[np.int64]:
    """Return the places of a byte; piece by piece, so that each stays in the processor's cache."""
    import numpy as np  # noqa: PLC0415  (slow to import, and no message or help text needs it)

    pieces = range(0, len(codes), _PIECE)
    return np.concatenate([np.flatnonzero(codes[at : at + _PIECE] == code) + at for at in pieces])
