"""Makes countries.json and outlines.json from Natural Earth, as the npm package world-atlas has it.

Usage: python -m tools.make_outlines [FOLDER]

FOLDER holds the unpacked package; without it, npm fetches the package into a temporary folder.
Needs shapely, which mapgen itself does not. mapgen/data/SOURCE.md says what is changed on
the way, and why.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections import defaultdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pycountry
import shapely

from tools.make_lines import (
    LEVELS,
    RING,
    Areas,
    Lines,
    Polygon,
    close_antimeridian,
    dissolve,
    encode,
    forward,
    keep,
    simplify,
    tidy,
    weigh,
    widened,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGE = "world-atlas@2.0.2"
TOPOLOGY = "countries-10m.json"
DATA = Path(__file__).parents[1] / "mapgen" / "data"

# Land whose bounds lie this close, in degrees, is framed with the main land: Corsica with France.
NEAR = 2.5
# Countries whose main lands face each other across so many degrees of sea count as neighbours: on
# a page one is hardly seen without the other (Dover 0.34, Cyprus and Turkey 0.64).
STRAIT = 0.9
# Names are wider than high: a label point has this many times more room across than up and down.
LABEL_SHAPE = 2.0

# Areas without an ISO 3166-1 entry, by their name in Natural Earth: code, alpha-2 code in use, the
# entry under which gazetteers list their places, and the name to show (blank: never named).
UNLISTED = {
    "Akrotiri": ("WSB", "", "CYP", ""),
    "Crimea": ("CRM", "", "UKR", "Crimea"),
    "Cyprus U.N. Buffer Zone": ("CNM", "", "CYP", ""),
    "Dhekelia": ("ESB", "", "CYP", ""),
    "Kosovo": ("XKX", "XK", "", "Kosovo"),
    "N. Cyprus": ("CYN", "", "CYP", "Northern Cyprus"),
    "Siachen Glacier": ("KAS", "", "", ""),
    "Somaliland": ("SOL", "", "SOM", "Somaliland"),
}
# Leased land, and islets without an entry of their own, and the country that they are joined to.
JOINED = {
    "Ashmore and Cartier Is.": "AUS",
    "Baikonur": "KAZ",
    "Clipperton I.": "FRA",
    "Coral Sea Is.": "AUS",
    "USNB Guantanamo Bay": "CUB",
}
LEFT_OUT = ("Bajo Nuevo Bank", "Scarborough Reef", "Serranilla Bank", "Spratly Is.")
# Land that ISO 3166-1 lists apart: where it is now, its own name here, and its bounds.
APART = (
    ("FRA", "GUF", (-55, 2, -51, 6)),
    ("FRA", "GLP", (-62, 15.8, -60.9, 16.6)),
    ("FRA", "MTQ", (-61.3, 14.3, -60.7, 15)),
    ("FRA", "MYT", (45, -13.1, 45.4, -12.6)),
    ("FRA", "REU", (55, -21.5, 56, -20.8)),
    ("Indian Ocean Ter.", "CCK", (96, -13, 97, -11)),
    ("Indian Ocean Ter.", "CXR", (105, -11, 106, -10)),
    ("NLD", "BES", (-69, 12, -62, 18)),
    ("NOR", "BVT", (3, -55, 4, -54)),
    ("NOR", "SJM", (-10, 70.5, -7, 71.5)),
    ("NOR", "SJM", (10, 74, 34, 81)),
    ("NZL", "TKL", (-173, -10, -171, -8)),
    ("RUS", "Crimea", (32.4, 44.3, 36.7, 46.3)),
)


def main(arguments: list[str]) -> None:
    """Write both files beside this script."""
    topology = json.loads((Path(arguments[0]) / TOPOLOGY).read_bytes() if arguments else fetch())
    lines, pieces = read(topology)
    areas = gather(lines, pieces)
    close_antimeridian(lines, areas)
    weights = [weigh(lines, arc) for arc in lines.arcs]
    kept = {level.name: keep(lines, areas, level) for level in LEVELS}
    thin = {level.name: simplify(lines, weights, kept[level.name], level) for level in LEVELS}
    numbers = {arc: place for place, arc in enumerate(sorted(thin["detail"]))}
    grid = {"scale": lines.scale, "translate": lines.translate}
    arcs = {
        level: [encode(points.get(arc, [])) for arc in numbers] for level, points in thin.items()
    }
    write(DATA / "outlines.json", grid | arcs)
    write(DATA / "countries.json", {"countries": describe(lines, kept["detail"], numbers)})


def fetch() -> bytes:
    """Return the topology from the package, which npm fetches into a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", PACKAGE, "--pack-destination", folder], check=True)  # noqa: S603, S607  (npm is wherever the author has it)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            file = package.extractfile(f"package/{TOPOLOGY}")
            if file is None:
                raise FileNotFoundError(TOPOLOGY)
            return file.read()


def read(topology: dict[str, Any]) -> tuple[Lines, Areas]:
    """Return the arcs, and the polygons by ISO 3166-1 alpha-3 code or Natural Earth's name."""
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        arcs.append(widened([(x := x + dx, y := y + dy) for dx, dy in deltas]))
    areas: Areas = defaultdict(list)
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        entry = pycountry.countries.get(numeric=geometry.get("id", ""))
        code = entry.alpha_3 if entry and name not in JOINED else name
        several = geometry["type"] == "MultiPolygon"
        areas[code] += geometry["arcs"] if several else [geometry["arcs"]]
    grid = topology["transform"]
    return Lines(arcs, tuple(grid["scale"]), tuple(grid["translate"])), areas


def gather(lines: Lines, areas: Areas) -> Areas:
    """Return the polygons by code, as ISO 3166-1 divides the world."""
    for name, apart, bounds in APART:
        inside = [p for p in areas[name] if shapely.box(*bounds).covers(shape(lines, p))]
        areas[name] = [p for p in areas[name] if p not in inside]
        areas[apart] += inside
    for name, host in JOINED.items():
        areas[host] = dissolve(lines, areas[host] + areas.pop(name))
    for name in LEFT_OUT:
        del areas[name]
    return {
        UNLISTED[name][0] if name in UNLISTED else name: [
            [tidy(lines, ring) for ring in polygon] for polygon in polygons
        ]
        for name, polygons in areas.items()
        if polygons
    }


def describe(lines: Lines, areas: Areas, numbers: dict[int, int]) -> list[dict[str, Any]]:
    """Return what is known of each country, in the order of the codes."""
    sizes = {code: sum(map(lines.ground, areas[code])) for code in areas}
    order = sorted(areas, key=lambda code: -sizes[code])
    main_lands = {code: shape(lines, areas[code][0]) for code in sorted(areas)}
    touching = neighbours(areas, facing(main_lands))
    shown = tomllib.loads((DATA / "country_names.toml").read_text("utf-8"))["shown"]
    rows = []
    for code, main_land in main_lands.items():
        lon, lat = label_point(main_land)
        row = titles(code, shown) | {
            "lat": round(lat, 4),
            "lon": round(lon, 4),
            "bbox": frame([shape(lines, polygon) for polygon in areas[code]]),
            "rank": order.index(code) + 1,
            "neighbours": sorted(touching[code]),
            "rings": [renumbered(polygon, numbers) for polygon in areas[code]],
        }
        rows.append(row)
    return rows


def titles(code: str, shown: dict[str, str]) -> dict[str, str]:
    """Return the codes and the English name of a country, which `shown` may have in other words."""
    listed = {own: (alpha2, entry, name) for own, alpha2, entry, name in UNLISTED.values()}
    if code in listed:
        alpha2, entry, name = listed[code]
        return {"code": code, "alpha2": alpha2, "within": entry, "name": name}
    country = pycountry.countries.lookup(code)
    name = shown.get(code, getattr(country, "common_name", country.name))
    return {"code": code, "alpha2": country.alpha_2, "within": "", "name": name}


def facing(main_lands: dict[str, shapely.Polygon]) -> Iterator[set[str]]:
    """Yield pairs of countries with only a narrow sea between their main lands."""
    codes = list(main_lands)
    shapes = [shapely.make_valid(outline) for outline in main_lands.values()]
    tree = shapely.STRtree(shapes)
    for pair in tree.query(shapes, predicate="dwithin", distance=STRAIT).T.tolist():
        way = shapely.shortest_line(*(shapes[i] for i in pair))
        if set(tree.query(way, predicate="intersects").tolist()) <= set(pair):
            yield {codes[i] for i in pair}


def neighbours(areas: Areas, pairs: Iterable[set[str]]) -> dict[str, set[str]]:
    """Return the codes that share a border or are a pair; areas without a name do not part them."""
    owners = defaultdict(set)
    for code, polygons in areas.items():
        for arc in chain(*chain(*polygons)):
            owners[forward(arc)].add(code)
    together = [*owners.values(), *pairs]
    touching = {code: set(chain(*(each for each in together if code in each))) for code in areas}
    for code, _, _, name in UNLISTED.values():
        for other in touching[code] if not name else ():
            touching[other] |= touching[code]
    return {code: found - {code} for code, found in touching.items()}


def shape(lines: Lines, polygon: Polygon) -> shapely.Polygon:
    """Return a polygon in degrees."""
    outer, *holes = [[lines.degrees(point) for point in lines.walk(ring)] for ring in polygon]
    return shapely.Polygon(outer, [hole for hole in holes if len(hole) >= RING])


def label_point(outline: shapely.Polygon) -> tuple[float, float]:
    """Return the point with the most room around it for a name, longitude first."""
    _, lat = outline.centroid.coords[0]
    squeeze = math.cos(math.radians(lat)) / LABEL_SHAPE
    squeezed = shapely.transform(outline, lambda points: points * (squeeze, 1))
    circle = shapely.maximum_inscribed_circle(squeezed, tolerance=0.001)
    x, y = circle.coords[0]
    return x / squeeze, y


def frame(outlines: list[shapely.Polygon]) -> list[float]:
    """Return the bounds of the main land, which is the first outline and what lies near it."""
    bounds, *others = [outline.bounds for outline in outlines]
    while near := [
        box for box in others if shapely.box(*bounds).distance(shapely.box(*box)) < NEAR
    ]:
        others = [box for box in others if box not in near]
        bounds = shapely.union_all([shapely.box(*box) for box in (bounds, *near)]).bounds
    return [round(edge, 2) for edge in bounds]


def renumbered(polygon: Polygon, numbers: dict[int, int]) -> Polygon:
    """Return a polygon with the new numbers of its arcs, without holes that nobody fills."""
    return [
        [numbers[arc] if arc >= 0 else ~numbers[~arc] for arc in ring]
        for ring in polygon
        if all(forward(arc) in numbers for arc in ring)
    ]


def write(path: Path, content: dict[str, Any]) -> None:
    """Write JSON with one country or arc to a line."""

    def compact(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    parts = [
        f"{json.dumps(key)}:[\n" + ",\n".join(map(compact, value)) + "\n]"
        for key, value in content.items()
    ]
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8", newline="\n")
    print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
