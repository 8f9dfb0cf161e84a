"""The lines of the world: polygons made of shared arcs, joined, thinned and encoded."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from dataclasses import dataclass
from itertools import chain, pairwise

Point = tuple[int, int]
Arc = list[Point]
Ring = list[int]  # numbers of arcs; ~i is arc i walked backwards
Polygon = list[Ring]  # the outer ring, then its holes
Areas = dict[str, list[Polygon]]  # by code

RING = 4  # points that a ring has at least, the first again at the end
KM_PER_DEGREE = 111.195  # of a sphere with the mean radius of the Earth, 6371.0 km
POLAR_CIRCLE = 66.56  # degrees
DIGITS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"&<>\\')
LAST = 75  # what is lower ends a number; half of all steps are so short
MORE = len(DIGITS) - LAST


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How much of the lines to keep.

    `triangle`: the least triangle, in square degrees of the ground, that a point must make with
    its neighbours (Visvalingam and Whyatt, "Line generalisation by repeated elimination of
    points", 1993). `part_of_main` and `part_of_other`: small polygons, a country's largest and its
    others, keep also the points whose triangle is this part of them. `island`: the least island,
    in square kilometres; a country's largest one always stays. `polar`: beyond the polar circles,
    triangles and islands must be this many times larger.
    """

    name: str
    triangle: float
    part_of_main: float
    part_of_other: float
    island: float
    polar: float


LEVELS = (
    Level(
        name="detail",
        triangle=2e-5,
        part_of_main=1 / 3000,
        part_of_other=1 / 100,
        island=1,
        polar=1,
    ),
    Level(
        name="coarse",
        triangle=7e-3,
        part_of_main=1 / 500,
        part_of_other=1 / 30,
        island=800,
        polar=5,
    ),
)


@dataclass(frozen=True, slots=True)
class Lines:
    """The arcs of the world, as points on a grid of whole numbers."""

    arcs: list[Arc]
    scale: tuple[float, float]
    translate: tuple[float, float]

    def walk(self, ring: Ring) -> Arc:
        """Return the points of a ring, the first again at the end."""
        parts = (self.arcs[i] if i >= 0 else self.arcs[~i][::-1] for i in ring)
        return [point for point, after in pairwise([*chain(*parts), (-1, -1)]) if point != after]

    def degrees(self, point: Point) -> tuple[float, float]:
        """Return longitude and latitude."""
        (x, y), (west, south) = self.scale, self.translate
        return point[0] * x + west, point[1] * y + south

    def polar(self, point: Point) -> bool:
        """Tell whether a point is beyond one of the polar circles."""
        return abs(self.degrees(point)[1]) > POLAR_CIRCLE

    def edges(self) -> tuple[int, int]:
        """Return x of 180 degrees west and east."""
        return 0, round(360 / self.scale[0])

    def ground(self, polygon: Polygon) -> float:
        """Return the size of a polygon in square degrees of the ground, holes included."""
        points = [self.degrees(point) for point in self.walk(polygon[0])]
        flat = [(lon, math.degrees(math.sin(math.radians(lat)))) for lon, lat in points]
        return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(flat))) / 2


def forward(arc: int) -> int:
    """Return the number of an arc, whichever way it is walked."""
    return max(arc, ~arc)


def keep(lines: Lines, areas: Areas, level: Level) -> Areas:
    """Return the polygons that are large enough for a level, each country's largest one first.

    Land that borders on another country's always stays.
    """
    least = level.island / KM_PER_DEGREE**2
    banks = Counter(forward(arc) for polygon in chain(*areas.values()) for arc in polygon[0])
    kept = {}
    for code, polygons in areas.items():
        sized = [(lines.ground(polygon), polygon) for polygon in polygons]
        (_, first), *others = sorted(sized, key=lambda pair: pair[0], reverse=True)
        kept[code] = [first] + [
            polygon
            for size, polygon in others
            if size >= least * (level.polar if lines.polar(lines.walk(polygon[0])[0]) else 1)
            or any(banks[forward(arc)] > 1 for arc in polygon[0])
        ]
    return kept


def simplify(
    lines: Lines, weights: list[list[float]], areas: Areas, level: Level
) -> dict[int, Arc]:
    """Return the arcs of the outer rings, with the points that weigh enough for a level."""
    least: dict[int, float] = {}
    fewest: dict[int, int] = {}
    for place, polygon in chain(*map(enumerate, areas.values())):
        part = level.part_of_other if place else level.part_of_main
        weight = min(level.triangle, lines.ground(polygon) * part)
        points = {1: RING, 2: RING - 1}.get(len(polygon[0]), 2)
        for arc in map(forward, polygon[0]):
            least[arc] = min(least.get(arc, weight), weight)
            fewest[arc] = max(fewest.get(arc, points), points)
    thin = {}
    for arc, weight in least.items():
        heaviest = heapq.nlargest(fewest[arc], weights[arc])
        thin[arc] = [
            point
            for point, size in zip(lines.arcs[arc], weights[arc], strict=True)
            if size >= min(heaviest[-1], weight * (level.polar if lines.polar(point) else 1))
        ]
    return thin


def weigh(lines: Lines, arc: Arc) -> list[float]:
    """Return for each point the triangle at which it goes; ends and the map's edges never go."""
    weights = [math.inf] * len(arc)
    before, after = [i - 1 for i in range(len(arc))], [i + 1 for i in range(len(arc))]
    ground = [(lon * math.cos(math.radians(lat)), lat) for lon, lat in map(lines.degrees, arc)]

    def triangle(i: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = ground[before[i]], ground[i], ground[after[i]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    free = {i for i in range(1, len(arc) - 1) if arc[i][0] not in lines.edges()}
    current = {i: triangle(i) for i in free}
    queue = [(size, i) for i, size in current.items()]
    heapq.heapify(queue)
    passed = 0.0
    while queue:
        size, i = heapq.heappop(queue)
        if i not in free or size != current[i]:
            continue
        weights[i] = passed = max(passed, size)
        free.remove(i)
        after[before[i]], before[after[i]] = after[i], before[i]
        for j in free.intersection((before[i], after[i])):
            current[j] = triangle(j)
            heapq.heappush(queue, (current[j], j))
    return weights


def encode(arc: Arc) -> str:
    """Return the steps from point to point as text that JSON and HTML leave alone.

    East and north in turn, the first step from the corner of the grid; zigzag (0, -1, 1, -2, 2);
    then digits, lowest first, of which the last is below LAST. Each counts MORE times as much as
    the one before it.
    """
    digits = []
    for step in chain(*((x - a, y - b) for (a, b), (x, y) in pairwise([(0, 0), *arc]))):
        rest = step * 2 if step >= 0 else -step * 2 - 1
        while rest >= LAST:
            rest, more = divmod(rest - LAST, MORE)
            digits.append(DIGITS[LAST + more])
        digits.append(DIGITS[rest])
    return "".join(digits)


def close_antimeridian(lines: Lines, areas: Areas) -> None:
    """Put every arc on one side of the 180th meridian, and the edge of the map under Antarctica.

    To the source, 180 degrees east and west are the same, and an arc along the meridian serves
    the land on both of its sides. On a flat map each side needs its own.
    """
    west, east = lines.edges()
    for number, arc in enumerate(lines.arcs):
        lines.arcs[number] = one_sided(arc, west, east)
    for ring in chain(*chain(*areas.values())):
        inside = {x for x, _ in lines.walk(ring)} - {west, east}
        edge = east if min(inside, default=west) > east / 2 else west
        for place, number in enumerate(ring):
            points = lines.walk([number])
            if all(x in (west, east) for x, _ in points):
                lines.arcs.append([(edge, y) for _, y in points])
                ring[place] = len(lines.arcs) - 1


def one_sided(arc: Arc, west: int, east: int) -> Arc:
    """Return an arc whose points on the meridian are on the side of its other points."""
    inside = [x for x, _ in arc if x not in (west, east)]
    if not inside:
        return arc
    if max(inside) - min(inside) > east * 0.9:
        (_, first), (_, last) = arc[0], arc[-1]
        return [(west, first), *arc[1:-1], (east, last), (east, 0), (west, 0), (west, first)]
    edge = east if min(inside) > east / 2 else west
    return [(edge if x in (west, east) else x, y) for x, y in arc]


def dissolve(lines: Lines, polygons: list[Polygon]) -> list[Polygon]:
    """Return polygons without the borders between them; what borders on each other becomes one."""
    used = set(chain(*chain(*polygons)))
    inner = {arc for arc in used if ~arc in used}
    touched = [polygon for polygon in polygons if inner.intersection(chain(*polygon))]
    apart = [polygon for polygon in polygons if polygon not in touched]
    rings = stitch(lines, [arc for arc in chain(*chain(*touched)) if arc not in inner])
    joined = sorted(rings, key=lambda ring: lines.ground([ring]), reverse=True)
    return [*apart, joined] if joined else apart


def stitch(lines: Lines, arcs: list[int]) -> list[Ring]:
    """Return the rings that loose arcs make, end to start."""
    by_start = {lines.walk([arc])[0]: arc for arc in arcs}
    rings = []
    while by_start:
        ring = [by_start.pop(next(iter(by_start)))]
        while (end := lines.walk(ring)[-1]) in by_start:
            ring.append(by_start.pop(end))
        rings.append(ring)
    return rings


def tidy(lines: Lines, ring: Ring) -> Ring:
    """Return a ring without arcs of no length, and without arcs walked there and at once back."""
    tidied: Ring = []
    for arc in ring:
        if tidied and tidied[-1] == ~arc:
            tidied.pop()
        elif len(lines.walk([arc])) > 1:
            tidied.append(arc)
    return tidied


def widened(arc: Arc) -> Arc:
    """Return an arc; a ring without room inside, such as Vatican City's, as a small box."""
    if len(arc) >= RING or arc[0] != arc[-1]:
        return arc
    (x, y), *_ = arc
    return [(x, y), (x + 2, y), (x + 2, y + 3), (x, y + 3), (x, y)]
