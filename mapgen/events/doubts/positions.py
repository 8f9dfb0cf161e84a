"""Doubts coordinates that can be read and yet are not what was meant."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from mapgen.errors import quoted
from mapgen.events.doubts.grouping import joined
from mapgen.layouts import axes
from mapgen.settings.pasting import lines

if TYPE_CHECKING:
    from mapgen.coded import Coded
    from mapgen.events.event import Place
    from mapgen.events.sheet import Sheet

_FEWEST = 5  # events; fewer may well have happened at one point
_SHOWN = 3
_MOST = 0.8  # of the cells
_METRES = re.compile(r"[-+]?[0-9]{4,}(?:[.,][0-9]+)?")
_FRACTION = re.compile(r"[.,]")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3},[0-9]{3}")
_POINTED = re.compile(r"[+-]?[0-9]{1,3}\.[0-9]+")


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
    found = [place for place in places.distinct if place and place.lat is not None]
    if not found or any(_elsewhere(place, found[0]) for place in found):
        return
    rows = places.rows(lambda place: place and place.lat is not None)
    if len(rows) < _FEWEST:
        return
    first = found[0]
    names = list(dict.fromkeys(place.name for place in found if place.name))[:_FEWEST]
    if not any(_apart(*pair) for pair in combinations(map(str.casefold, names), 2)):
        return
    shown = joined([quoted(name) for name in names[:_SHOWN]])
    message = f"all {len(rows):,} events with coordinates are at one point, {shown} among them"
    cure = "write where each happened, or leave lat and lon blank to have the places looked up"
    column = "lat" if "lat" in sheet.columns else None
    sheet.warn(rows[0], column, f"{message} ({first.lat:g}, {first.lon:g})", cure)


def _elsewhere(place: Place, first: Place) -> bool:
    return (place.lat, place.lon) != (first.lat, first.lon)


def _apart(one: str, other: str) -> bool:
    """Tell whether two names differ by more than what is added to one of them."""
    return one not in other and other not in one


def _doubt_commas(sheet: Sheet, column: str) -> None:
    """Warn of commas before three digits where other cells of the column have decimal points."""
    texts = sheet.coded(column)
    rows = texts.rows(lambda text: "," in text and _THOUSANDS.fullmatch(text))
    if not rows or not any(map(_POINTED.fullmatch, texts.distinct)):
        return
    text = texts[rows[0]]
    message = f"{quoted(text)} is read as {text.replace(',', '.')}, but other cells have a point"
    cure = f"write {text.replace(',', '.')} if that is meant, with a point as in the other cells"
    sheet.doubt(rows, column, message, cure)
