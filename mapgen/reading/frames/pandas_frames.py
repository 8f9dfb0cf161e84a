"""Takes the columns of a frame of pandas or GeoPandas for what they mean there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa

from mapgen.columns import in_arrow
from mapgen.reading.frames.cell_texts import text_of
from mapgen.reading.frames.column_texts import coded, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WGS84 = 4326  # its number at the EPSG
_DERIVED = ("earliest", "latest")  # beside `date_edtf`
_MASKED = (pd.arrays.BooleanArray, pd.arrays.IntegerArray, pd.arrays.FloatingArray)
_NUMBERS, _WIDEST = "biuf", 8  # kinds of NumPy, and bytes of one
_ALIKE = ("string", "integer", "boolean", "date")  # Python's own, in a column of objects


def columns_of(frame: Any) -> list[tuple[str, Sequence[str]]]:
    """Return the columns as texts, those of an index with a name first.

    The points of a GeoDataFrame are `lat` and `lon` in WGS 84, its other shapes WKT. What
    `Events.to_pandas` adds to an event's date, its first and last day, is left out.
    """
    if hasattr(frame, "to_crs"):
        frame = _located(frame)
    derived = _DERIVED if {"date_edtf", *_DERIVED} <= {*frame.columns} else ()
    named = [(_header(name), level) for name, level in _levels(frame.index) if name is not None]
    columns = [
        (_header(name), frame.iloc[:, place])
        for place, name in enumerate(frame.columns)
        if name not in derived
    ]
    taken = {name for name, _ in columns}
    both = [*(each for each in named if each[0] not in taken), *columns]
    return [(name, _texts(column)) for name, column in both]


def _levels(index: Any) -> Iterator[tuple[Any, Any]]:
    for number, name in enumerate(index.names):
        yield name, index.get_level_values(number).to_series()


def _header(name: Any) -> str:
    parts = name if isinstance(name, tuple) else (name,)
    return " ".join(filter(None, map(text_of, parts)))


def _located(frame: Any) -> Any:
    """Return a GeoDataFrame as a frame without shapes: points as columns, other shapes as WKT."""
    active = frame.active_geometry_name
    if active is None:
        return frame
    shapes = frame[active]
    if shapes.crs is not None and shapes.crs.to_epsg() != _WGS84:
        shapes = shapes.to_crs(_WGS84)
    plain = pd.DataFrame(frame.drop(columns=active))
    if {"lat", "lon"} <= {*plain.columns}:
        return plain
    here = shapes.notna() & ~shapes.is_empty
    if (shapes[here].geom_type == "Point").all():
        points = shapes.where(here)
        return plain.assign(lat=points.y.to_numpy(), lon=points.x.to_numpy())
    return plain.assign(geometry=shapes.to_wkt().where(here))


def _texts(column: Any) -> Sequence[str]:
    """Return a column as texts, by its dtype where whole columns of it are written."""
    dtype = column.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        return coded(_texts(dtype.categories.to_series()), column.cat.codes.to_numpy())
    if isinstance(dtype, (pd.PeriodDtype, pd.DatetimeTZDtype)):
        codes, known = pd.factorize(column)
        return coded(list(map(text_of, known)), codes)
    try:
        return texts_of(_in_arrow(column))
    except (pa.ArrowException, OverflowError, TypeError, UnicodeEncodeError):
        return in_arrow(list(map(text_of, column.tolist())))


def _in_arrow(column: Any) -> Any:
    """Return a column as Arrow has it; raises TypeError where that says something else."""
    dtype = column.dtype
    if not isinstance(dtype, np.dtype):
        if isinstance(dtype, (pd.StringDtype, pd.ArrowDtype)) or isinstance(column.array, _MASKED):
            return pa.array(column, from_pandas=True)
    elif dtype.kind == "M":
        return pa.array(column.to_numpy().astype("datetime64[s]"))
    elif (dtype.kind in _NUMBERS and dtype.itemsize <= _WIDEST) or (
        dtype.kind == "O" and pd.api.types.infer_dtype(column) in _ALIKE
    ):
        return pa.array(column.to_numpy(), from_pandas=True)
    raise TypeError(dtype)
