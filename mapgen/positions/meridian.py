"""Longitudes around the 180th meridian; lines that cross it, cut as RFC 7946 has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Point = tuple[float, float]
"""Latitude and longitude in degrees, as everywhere in mapgen."""

HALF_TURN, TURN = 180, 360
_DIGITS = 10  # of a shifted longitude, so that 187.6 becomes -172.4 and not -172.39999999999998


def wrapped(lon: float) -> float:
    """Return the same meridian between -180 and 180; one that is there already stays as it is."""
    if abs(lon) <= HALF_TURN:
        return lon
    return round((lon + HALF_TURN) % TURN - HALF_TURN, _DIGITS)


def beside(lon: float, other: float) -> float:
    """Return the same meridian, counted on beyond 180 where that is nearer to another."""
    turns = round((other - lon) / TURN)
    # Half a turn away in either direction, it stays where it is.
    return lon + TURN * turns if abs(other - lon) > HALF_TURN else lon


def cut(start: Point, end: Point) -> list[list[Point]]:
    """Return a line the short way: one from start to end, or two where it crosses the meridian.

    They meet at 180 and -180, as RFC 7946 has it in section 3.1.9. An end on the meridian is on the
    side of the other end.
    """
    (lat0, lon0), (lat1, lon1) = start, end
    near = beside(lon1, lon0)
    if near == lon1:
        return [[start, end]]
    side = HALF_TURN if near > lon1 else -HALF_TURN  # where the line leaves
    if abs(lon0) == HALF_TURN:
        return [[(lat0, -side), end]]
    if abs(lon1) == HALF_TURN:
        return [[start, (lat1, side)]]
    lat = round(lat0 + (lat1 - lat0) * (side - lon0) / (near - lon0), _DIGITS)
    return [[start, (lat, side)], [(lat, -side), end]]


def joined(lines: Iterable[list[Point]]) -> list[list[Point]]:
    """Return lines, those that were cut at the meridian as one again, without the cut."""
    found: list[list[Point]] = []
    for line in lines:
        if found and line and _meet(found[-1], line):
            found[-1] = [*found[-1][:-1], *line[1:]]
        else:
            found.append(line)
    return found


def _meet(before: list[Point], after: list[Point]) -> bool:
    """Tell whether a line goes on where another ends, on the other side of the meridian."""
    (lat0, lon0), (lat1, lon1) = before[-1], after[0]
    inside = len(before) > 1 and len(after) > 1
    return inside and lat0 == lat1 and lon0 == -lon1 and abs(lon0) == HALF_TURN
