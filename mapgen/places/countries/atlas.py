"""The countries of today and their outlines, from the files in data/."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

DATA = Path(__file__).parents[2] / "data"

_LARGE = 1.0  # degrees; in a country that is larger both ways, a point may move by a kilometre
_DECIMALS, _ALL_DECIMALS = 2, 4  # of degrees

Ring = list[int]  # numbers of arcs; ~i is arc i walked backwards
Polygon = list[Ring]  # the outer ring, then its holes


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory of today.

    `code` is its alpha-3 code. `alpha2` is the ISO 3166-1 alpha-2 code under which gazetteers list
    its places: of Somaliland, that of Somalia. `name` is English.
    """

    code: str
    alpha2: str
    name: str


class CountryColumns(TypedDict):
    """The countries of a page, one list per field, in the order of the codes.

    `alpha2` has two letters for each, blanks for an area without any of its own; `name` is blank
    for an area that is never named.
    `lat` and `lon` are a point inside the largest polygon, with room for a name. `bbox` frames the
    main land (west, south, east, north). `rank` is 1 for the largest area. `rings` holds polygons:
    an outer ring, then its holes, each a list of numbers of arcs, ~i for arc i walked backwards.
    """

    code: list[str]
    alpha2: str
    name: list[str]
    lat: list[float]
    lon: list[float]
    bbox: list[list[float]]
    rank: list[int]
    rings: list[list[Polygon]]


class OutlinesPayload(TypedDict):
    """The outlines of a page; mirrored and decoded by web/core/outlines.js.

    Each arc is a line that all countries beside it share. It is a text of digits, which are the 89
    printable signs of ASCII without blank, quotation mark, ampersand, angle brackets and backslash.
    A digit below 75 is the last of its number, and each counts 14 times as much as the one before;
    a number is a zigzag step (0, -1, 1, -2, 2) on a grid, east and north in turn. `scale` and
    `translate` take the grid to degrees, longitude first. `regions` has, by UN M.49 codes of a
    continent and of a region in it, the codes of the region's countries with blanks between.
    """

    scale: list[float]
    translate: list[float]
    arcs: list[str]
    countries: CountryColumns
    regions: dict[str, dict[str, str]]


class _Row(TypedDict):
    """A country in data/countries.json; its rings count the arcs of data/outlines.json."""

    code: str
    alpha2: str
    within: str
    name: str
    lat: float
    lon: float
    bbox: list[float]
    rank: int
    neighbours: list[str]
    rings: list[Polygon]


class _Lines(TypedDict):
    """The arcs in data/outlines.json, at two levels; blank where a level leaves an island out."""

    scale: list[float]
    translate: list[float]
    detail: list[str]
    coarse: list[str]


def country(code: str) -> Country:
    """Return a country by its alpha-3 code; KeyError if there is none."""
    row = rows()[code]
    alpha2 = row["alpha2"] or (rows()[row["within"]]["alpha2"] if row["within"] else "")
    return Country(code=code, alpha2=alpha2, name=row["name"])


def neighbours(code: str) -> tuple[str, ...]:
    """Return the codes of the countries beside one, in alphabetical order.

    They share a border or face each other across less than about 100 km of sea, as France and the
    United Kingdom do.
    """
    return tuple(rows()[code]["neighbours"])


def label_point(code: str) -> tuple[float, float]:
    """Return latitude and longitude of a point inside a country where its name has room."""
    row = rows()[code]
    return row["lat"], row["lon"]


def main_bounds(code: str) -> tuple[float, float, float, float]:
    """Return west, south, east and north of a country's main land, without far-off islands."""
    west, south, east, north = rows()[code]["bbox"]
    return west, south, east, north


def outlines(detailed: Iterable[str], *, story: Iterable[str] | None = None) -> OutlinesPayload:
    """Return the outlines of all countries, fine for those in `detailed`, coarse for the rest.

    A border is the same line for both of its countries: fine if either is. The regions are those of
    the countries of a story; None are all.
    """
    found = _outlines(frozenset(detailed))
    return found if story is None else {**found, "regions": _regions_of(set(story))}


@lru_cache(maxsize=16)  # the parts of a site often tell of the same countries
def _outlines(detailed: frozenset[str]) -> OutlinesPayload:
    both, countries = lines(), rows().values()
    fine = {_forward(arc) for code in detailed for arc in _arcs(rows()[code]["rings"])}
    arcs = [
        detail if number in fine else coarse
        for number, (detail, coarse) in enumerate(zip(both["detail"], both["coarse"], strict=True))
    ]
    blank = {each for arc, line in enumerate(arcs) if not line for each in (arc, ~arc)}
    drawn = [list(_drawn(row["rings"], blank)) for row in countries]
    used = sorted(set(map(_forward, chain.from_iterable(map(_arcs, drawn)))))
    numbers = {arc: number for number, arc in enumerate(used)}
    numbers |= {~arc: ~number for arc, number in numbers.items()}
    return {
        "scale": both["scale"],
        "translate": both["translate"],
        "arcs": [arcs[arc] for arc in used],
        "countries": {
            "code": [row["code"] for row in countries],
            "alpha2": "".join(f"{row['alpha2']:2}" for row in countries),
            "name": [row["name"] for row in countries],
            "lat": [round(row["lat"], _places(row)) for row in countries],
            "lon": [round(row["lon"], _places(row)) for row in countries],
            "bbox": list(map(_frame, countries)),
            "rank": [row["rank"] for row in countries],
            "rings": [_renumbered(polygons, numbers) for polygons in drawn],
        },
        "regions": regions(),
    }


def _places(row: _Row) -> int:
    """Return how many decimals tell a point inside a country: 0.01 degrees are at most 1.2 km."""
    return _DECIMALS if _is_large(row) else _ALL_DECIMALS


def _frame(row: _Row) -> list[float]:
    """Return the bounds of a country, those of a large one on the next tenth of a degree."""
    if not _is_large(row):
        return row["bbox"]
    west, south, east, north = (10 * side for side in row["bbox"])
    return [
        math.floor(west) / 10,
        math.floor(south) / 10,
        math.ceil(east) / 10,
        math.ceil(north) / 10,
    ]


def _is_large(row: _Row) -> bool:
    west, south, east, north = row["bbox"]
    return min(east - west, north - south) > _LARGE


@cache
def rows() -> dict[str, _Row]:
    """Return what is known of each country, by its code, in the order of the codes."""
    countries: list[_Row] = json.loads((DATA / "countries.json").read_bytes())["countries"]
    return {row["code"]: row for row in countries}


@cache
def regions() -> dict[str, dict[str, str]]:
    """Return the codes of the countries of each region of each continent, with blanks between."""
    found: dict[str, dict[str, str]] = json.loads((DATA / "regions.json").read_bytes())
    return found


def _regions_of(codes: set[str]) -> dict[str, dict[str, str]]:
    """Return the regions that hold any of some countries, without the others."""
    kept = {
        continent: {
            region: " ".join(code for code in held.split() if code in codes)
            for region, held in inner.items()
            if codes.intersection(held.split())
        }
        for continent, inner in regions().items()
    }
    return {continent: inner for continent, inner in kept.items() if inner}


@cache
def lines() -> _Lines:
    """Return the lines that outlines are made of."""
    found: _Lines = json.loads((DATA / "outlines.json").read_bytes())
    return found


def _forward(arc: int) -> int:
    return max(arc, ~arc)


def _arcs(polygons: Iterable[Polygon]) -> Iterator[int]:
    return chain.from_iterable(chain.from_iterable(polygons))


def _drawn(polygons: Iterable[Polygon], blank: set[int]) -> Iterator[Polygon]:
    """Yield the polygons that have no blank line, with such holes."""
    for outer, *holes in polygons:
        if blank.isdisjoint(outer):
            yield [outer, *filter(blank.isdisjoint, holes)]


def _renumbered(polygons: Iterable[Polygon], numbers: Mapping[int, int]) -> list[Polygon]:
    return [[list(map(numbers.__getitem__, ring)) for ring in polygon] for polygon in polygons]
