"""Doubts coordinates that can be read and yet are not what was meant."""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING

from mapgen.columns import distinct_of, rows_like
from mapgen.errors import quoted
from mapgen.events.doubts.grouping import joined
from mapgen.events.place_column import PlaceColumn
from mapgen.layouts import axes
from mapgen.regex import regex
from mapgen.settings.pasting import lines

if TYPE_CHECKING:
    from mapgen.columns import Coded
    from mapgen.events.event import Place
    from mapgen.events.sheet import Sheet

_FEWEST = 5  # events; fewer may well have happened at one point
_SHOWN = 3
_MOST = 0.8  # of the cells
_METRES = regex(r"[-+]?[0-9]{4,}(?:[.,][0-9]+)?")
_FRACTION = regex(r"[.,]")
_THOUSANDS = regex(r"[+-]?[0-9]{1,3},[0-9]{3}")
_POINTED = regex(r"[+-]?[0-9]{1,3}\.[0-9]+")


def doubt_positions(sheet: Sheet, places: Coded[Place | None]) -> None:
    """Refuse metres; warn of one point for many places, and of commas that may divide thousands."""
    _refuse_metres(sheet)
    _doubt_one_point(sheet, places)
    for column in ("lat", "lon", "to_lat", "to_lon"):
        _doubt_commas(sheet, column)


def _refuse_metres(sheet: Sheet) -> None:
    """Say once of columns that they hold metres of a grid, in place of an error in each cell."""
    columns = [column for column in ("lat", "lon") if column in sheet.columns]
    if len(columns) == 1 or not all(map(sheet.errors_in, columns)):
        return
    if not all(_are_metres(sheet.columns[c], list(sheet.coded(c).distinct)) for c in columns):
        return
    for column in columns:
        text = next(filter(None, sheet.coded(column).distinct))
        message = f"{quoted(text)} and the other cells are metres of a grid, not degrees"
        cure = "export the table in WGS 84 (EPSG:4326), or, to leave the columns out,"
        sheet.refuse_column(column, message, f"{cure} {lines(dict.fromkeys(columns, ''))}")


def _are_metres(header: str, texts: list[str]) -> bool:
    """Tell whether most cells are thousands and more, with a fraction or below an x or y."""
    numbers = [text for text in texts if _METRES.fullmatch(text)]
    if len(numbers) < _MOST * len(list(filter(None, texts))):
        return False
    named = axes.read(header)
    letter = named is not None and named.kind == "letter"
    return letter or any(map(_FRACTION.search, numbers))


def _doubt_one_point(sheet: Sheet, places: Coded[Place | None]) -> None:
    """Warn where all events with coordinates share them, under names that differ."""
    known = PlaceColumn.of(places.distinct)
    pointed = known.pointed
    if not pointed.any():
        return
    lat, lon = known.lat[pointed], known.lon[pointed]
    rows = pointed[places.codes].nonzero()[0]
    if (lat != lat[0]).any() or (lon != lon[0]).any() or len(rows) < _FEWEST:
        return
    named = (known.names[number] for number in pointed.nonzero()[0].tolist())
    names = list(islice(dict.fromkeys(filter(None, named)), _FEWEST))
    if not any(_apart(*pair) for pair in combinations(map(str.casefold, names), 2)):
        return
    shown = joined([quoted(name) for name in names[:_SHOWN]])
    message = f"all {len(rows):,} events with coordinates are at one point, {shown} among them"
    cure = "write where each happened, or leave lat and lon blank to have the places looked up"
    column = "lat" if "lat" in sheet.columns else None
    sheet.warn(int(rows[0]), column, f"{message} ({lat[0]:g}, {lon[0]:g})", cure)


def _apart(one: str, other: str) -> bool:
    """Tell whether two names differ by more than what is added to one of them."""
    return one not in other and other not in one


def _doubt_commas(sheet: Sheet, column: str) -> None:
    """Warn of commas before three digits where other cells of the column have decimal points."""
    texts = sheet.column(column)
    rows = rows_like(texts, ",", _THOUSANDS.fullmatch)
    if not rows or not any(map(_POINTED.fullmatch, distinct_of(texts))):
        return
    text = texts[rows[0]]
    message = f"{quoted(text)} is read as {text.replace(',', '.')}, but other cells have a point"
    cure = f"write {text.replace(',', '.')} if that is meant, with a point as in the other cells"
    sheet.doubt(rows, column, message, cure)
