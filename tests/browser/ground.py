"""The land that a page shows, read from the page and looked at with means of our own."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from playwright.sync_api import Page

Point = tuple[float, float]  # to the right and down, pixels of the screen
Ring = list[Point]

_DIGITS = [chr(code) for code in range(33, 127) if chr(code) not in '"&<>\\']
_TABLES = "document.querySelectorAll('script[type=\"application/json\"]')[1].textContent"
_MATRIX = """(() => {
    const { a, e, f } = document.querySelector(".base-land").getScreenCTM();
    return [a, e, f];
})()"""
_SIDE = 2**20  # of the square on which the page draws the world


class Ground:
    """The countries of a page, in degrees, and where they are on the screen now."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.tables: dict[str, Any] = json.loads(page.evaluate(_TABLES))
        outlines = self.tables["outlines"]
        arcs = [list(_decoded(arc, outlines)) for arc in outlines["arcs"]]
        self.codes: list[str] = outlines["countries"]["code"]
        self._rings = {
            code: [_walked(ring, arcs) for polygon in polygons for ring in polygon]
            for code, polygons in zip(self.codes, outlines["countries"]["rings"], strict=True)
        }
        self.look()

    def look(self) -> None:
        """Take in where the map is now."""
        scale, self._x, self._y = self._page.evaluate(_MATRIX)
        self._scale = scale * _SIDE  # pixels around the globe
        self._shown: dict[str, list[Ring]] = {}

    def at(self, lat: float, lon: float) -> Point:
        """Return where a point in degrees is on the screen, by Web Mercator."""
        down = math.log(math.tan(math.pi / 4 + math.radians(max(-85.05, min(85.05, lat))) / 2))
        x, y = lon / 360 + 0.5, 0.5 - down / (2 * math.pi)
        return self._x + x * self._scale, self._y + y * self._scale

    def holds(self, code: str, point: Point) -> bool:
        """Return whether a point of the screen is on the land of a country."""
        if code not in self._shown:
            self._shown[code] = [
                [self.at(lat, lon) for lon, lat in ring] for ring in self._rings[code]
            ]
        return sum(_crossings(ring, point) for ring in self._shown[code]) % 2 == 1

    def land(self, point: Point) -> str:
        """Return the code of the country at a point of the screen, "" for the sea."""
        return next((code for code in self.codes if self.holds(code, point)), "")


def is_in_hull(point: Point, points: Sequence[Point], slack: float) -> bool:
    """Return whether a point lies in the convex hull of others, or so many pixels beside it.

    It does unless some line has the point on one side, farther off than that, and the others on the
    other: the lines that matter stand across the way from a point of the hull.
    """
    for step in range(720):
        angle = math.pi * step / 360
        across, down = math.cos(angle), math.sin(angle)
        reach = max(x * across + y * down for x, y in points)
        if point[0] * across + point[1] * down > reach + slack:
            return False
    return True


def _decoded(arc: str, outlines: dict[str, Any]) -> Iterator[Point]:
    """Yield longitude and latitude of the points of an arc."""
    (width, height), (west, south) = outlines["scale"], outlines["translate"]
    numbers, number, weight = [], 0, 1
    for digit in map(_DIGITS.index, arc):
        number += digit * weight
        weight *= 14
        if digit < 75:
            numbers.append(number // 2 if number % 2 == 0 else -(number + 1) // 2)
            number, weight = 0, 1
    east = north = 0
    for step in range(0, len(numbers), 2):
        east, north = east + numbers[step], north + numbers[step + 1]
        yield east * width + west, north * height + south


def _walked(ring: Iterable[int], arcs: Sequence[list[Point]]) -> Ring:
    return [point for arc in ring for point in (arcs[arc] if arc >= 0 else reversed(arcs[~arc]))]


def _crossings(ring: Ring, point: Point) -> int:
    """Return how often a line to the left of a point crosses a ring."""
    x, y = point
    return sum(
        (y0 > y) != (y1 > y) and x0 + (y - y0) * (x1 - x0) / (y1 - y0) < x
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True)
    )
