"""Takes the columns of an Arrow stream, of polars, DuckDB, pyarrow and whatever else gives one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from mapgen.reading.frames.column_texts import texts_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def columns_of(source: Any) -> list[tuple[str, Sequence[str]]]:
    """Return the columns as texts."""
    table = pa.table(source)
    return [
        (name.strip(), texts_of(column))
        for name, column in zip(table.column_names, table.columns, strict=True)
    ]
