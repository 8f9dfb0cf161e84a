"""Columns of events on their way between workers: cut, joined, and as few bytes."""

from __future__ import annotations

import io
import pickle
import zlib
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import numpy as np
from deflate import zlib_compress

from mapgen.coded import Coded
from mapgen.coded import taken as rows_of
from mapgen.dates import HistoricalDate
from mapgen.dates.column import below
from mapgen.events import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapgen.site.tiles import Numbers

Columns = dict[str, "Sequence[Any]"]

_DATE = tuple(field.name for field in fields(HistoricalDate))
_PLACE = tuple(field.name for field in fields(Place))
_LEVEL = 1  # of libdeflate; what is carried waits for a few minutes at most


def packed(columns: Mapping[str, Sequence[Any]]) -> bytes:
    """Return columns as bytes."""
    buffer = io.BytesIO()
    _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(dict(columns))
    return bytes(zlib_compress(buffer.getbuffer(), _LEVEL))


def unpacked(data: bytes) -> Columns:
    """Return the columns of bytes that `packed` made."""
    columns: Columns = pickle.loads(zlib.decompress(data))  # noqa: S301  (our own)
    return columns


def taken(columns: Mapping[str, Sequence[Any]], rows: Numbers) -> Columns:
    """Return some rows; a column that keeps each of its values once goes on to do so."""
    return {
        name: column.take(rows) if isinstance(column, Coded) else list(rows_of(column, rows))
        for name, column in columns.items()
    }


def joined(parts: Sequence[Columns]) -> Columns:
    """Return the columns of several parts, one below the other."""
    return {name: _below(name, [part[name] for part in parts]) for name in parts[0]}


def _below(name: str, columns: Sequence[Sequence[Any]]) -> Sequence[Any]:
    if name == "date":
        return below(columns)
    coded = [column for column in columns if isinstance(column, Coded)]
    if len(coded) < len(columns):
        return [value for column in columns for value in column[:]]
    sizes = [len(column.distinct) for column in coded]
    firsts = np.cumsum([0, *sizes[:-1]])
    codes = [column.codes + first for column, first in zip(coded, firsts.tolist(), strict=True)]
    return Coded([value for column in coded for value in column.distinct], np.concatenate(codes))


def _date_parts(date: HistoricalDate) -> tuple[Any, ...]:
    return _date, attrgetter(*_DATE)(date)


def _place_parts(place: Place) -> tuple[Any, ...]:
    return _place, attrgetter(*_PLACE)(place)


def _date(*values: Any) -> HistoricalDate:
    return HistoricalDate(**dict(zip(_DATE, values, strict=True)))


def _place(*values: Any) -> Place:
    return Place(**dict(zip(_PLACE, values, strict=True)))


class _Pickler(pickle.Pickler):
    """Writes dates and places by their fields: a fifth of the time that their own way takes."""

    dispatch_table = {HistoricalDate: _date_parts, Place: _place_parts}  # noqa: RUF012  (its type)
