"""Takes the columns of an Arrow stream, of polars, DuckDB, pyarrow and whatever else gives one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from mapgen.reading.frames.cell_texts import coded, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def columns_of(source: Any) -> list[tuple[str, Sequence[str]]]:
    """Return the columns as texts."""
    table = pa.table(source)
    return [
        (name.strip(), _texts(column))
        for name, column in zip(table.column_names, table.columns, strict=True)
    ]


def _texts(column: Any) -> Sequence[str]:
    if pa.types.is_dictionary(column.type):
        joined = column.unify_dictionaries().combine_chunks()
        codes = joined.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        return coded(joined.dictionary.to_pylist(), codes)
    return list(map(text_of, column.to_pylist()))
