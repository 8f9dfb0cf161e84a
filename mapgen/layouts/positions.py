"""Finds the columns that say where an event was, where their names are not those of mapgen."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from mapgen.columns import filled
from mapgen.errors import CoordinateError
from mapgen.layouts import axes
from mapgen.layouts.columns import key
from mapgen.positions import coordinates, geometry
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from mapgen.layouts.axes import Kind, Named
    from mapgen.table import Table

_SAMPLE = 300  # rows
_HALF, _MOST = 0.5, 0.8  # of the rows
_NEAR = 0.01  # degrees, between two spellings of one position
_EXACT, _VERY_EXACT = (regex(rf"[.,]\d{{{n},}}$|[°NSEW]") for n in (2, 3))
_FRACTION = regex(r"\d[.,]\d")
_LONGITUDE_FIRST = regex(r"(?:lon|lng|long|longitude)(?:and|y|et|und|e)?lat|^xy$|länge.*breite")
_WITHOUT_SEAM = regex(r"(?P<stem>[a-z]+)lat(?P<itude>itude)?")
_OWN = {"lat", "lon", "geometry"}
_PAIRED = frozenset(
    {"coord", "coords", "coordinate", "coordinates", "latlon", "latlng", "latlong", "gps", "geo"}
    | {"geolocation", "geoposition", "geopoint", "position", "location", "loc", "point", "lage"}
    | {"koordinaten", "koordinate", "coordonnees", "coordenadas", "coordinate", "координаты"}
    | {"坐标", "座標", "الإحداثيات", "إحداثيات", "lat", "lon", "lng", "long", "latitude"}
)

Columns = dict[str, str]


class Found(NamedTuple):
    """Which headers stand for the columns of a position, or which could, where that is in doubt.

    `split` are headers that hold a part of a coordinate only, its minutes or its hemisphere;
    `other` are those of a latitude and a longitude whose cells are no degrees. `turned` is one of
    pairs that says of itself that the longitude stands first.
    """

    taken: Columns
    doubts: tuple[Columns, ...] = ()
    split: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    turned: str = ""


class _Candidate(NamedTuple):
    """Headers that could stand for a position; `sure` where that is all they can mean."""

    columns: Columns
    stem: str
    sure: bool
    points: Mapping[int, tuple[float, float]]


def find(table: Table, columns: Mapping[str, str]) -> Found:
    """Return what stands for the position of events beside the `columns` that are known by name."""
    if _OWN & table.columns.keys() or _is_known(table, columns):
        return Found({})
    used = {header for column, header in columns.items() if column not in _OWN}
    free = [header for header in table.cells if header not in used]
    pairs = _pairs(free)
    two = [each for pair in pairs if (each := _judged(table, pair))]
    if two and (split := _split(table, two, free)):
        return Found({}, split=split)
    sure = [each for each in two if each.sure]
    if not sure and "lat" not in columns and "lon" not in columns:
        one = [each for h in (*free, *_place(columns)) if (each := _in_one_cell(table, h))]
        two = one or two
        sure = [each for each in two if each.sure]
    if "lat" in columns and "lon" not in columns and not two:
        return _in_place_of_latitudes(table, columns["lat"])
    return _chosen(sure or two) if two else Found({}, other=_without_degrees(table, pairs))


def _is_known(table: Table, columns: Mapping[str, str]) -> bool:
    """Tell whether the columns of a position are there by name, and not blank."""
    own = {column for column in _OWN & columns.keys() if filled(table.cells[columns[column]]).any()}
    return "geometry" in own or {"lat", "lon"} <= own


def degrees(text: str, axis: axes.Axis) -> float | None:
    """Return the degrees of a text, None where it has none."""
    try:
        return coordinates.latitude(text) if axis == "lat" else coordinates.longitude(text)
    except CoordinateError:
        return None


def are_exact(texts: Sequence[str]) -> bool:
    """Tell whether most numbers are as exact as nothing but degrees is written."""
    return bool(texts) and _share(texts, _VERY_EXACT.search) >= _HALF


def sample(column: Sequence[str]) -> list[int]:
    """Return the first rows with a text below a header."""
    return [int(row) for row in filled(column).nonzero()[0][:_SAMPLE]]


def _place(columns: Mapping[str, str]) -> Iterable[str]:
    return [columns["place"]] if "place" in columns else []


# Two columns


class _Pair(NamedTuple):
    """The headers of a latitude and a longitude of one stem, and the plainest of their kinds."""

    lat: str
    lon: str
    stem: str
    kind: Kind


def _pairs(headers: Sequence[str]) -> list[_Pair]:
    """Return the latitudes and longitudes that are called alike."""
    read = {header: named for header in headers if (named := axes.read(header))}
    lats = {header: named for header, named in read.items() if named.axis == "lat"}
    lons = {header: named for header, named in read.items() if named.axis == "lon"}
    only = len(lats) == len(lons) == 1
    found = [
        _Pair(lat, lon, "" if only else here.stem, _plainest(here, there))
        for lat, here in lats.items()
        for lon, there in lons.items()
        if only or here.stem == there.stem
    ]
    return found or _without_seams(headers)


def _plainest(*named: Named) -> Kind:
    kinds: set[Kind] = {each.kind for each in named}
    return "degrees" if "degrees" in kinds else "letter" if "letter" in kinds else "length"


def _without_seams(headers: Sequence[str]) -> list[_Pair]:
    """Return pairs such as `reclat` and `reclong`, which are told by what is the same in both."""
    keys = {key(header): header for header in headers}
    found = []
    for name, header in keys.items():
        if match := _WITHOUT_SEAM.fullmatch(name):
            ends = ["longitude"] if match["itude"] else ["lon", "long", "lng"]
            others = [keys[match["stem"] + end] for end in ends if match["stem"] + end in keys]
            found += [_Pair(header, other, match["stem"], "degrees") for other in others[:1]]
    return found


def _judged(table: Table, pair: _Pair) -> _Candidate | None:
    """Tell by the cells whether two headers are those of a position."""
    norths, easts = table.cells[pair.lat], table.cells[pair.lon]
    rows = [row for row in sample(norths) if easts[row]]
    read = {row: (degrees(norths[row], "lat"), degrees(easts[row], "lon")) for row in rows}
    points = {row: (n, e) for row, (n, e) in read.items() if n is not None and e is not None}
    if not points or len(points) < _HALF * len(rows):
        return None
    texts = [text for row in points for text in (norths[row], easts[row])]
    if pair.kind != "degrees" and not _share(texts, _FRACTION.search):
        return None
    sure = pair.kind == "degrees" or _are_degrees(pair.kind, texts, list(points.values()))
    return _Candidate({"lat": pair.lat, "lon": pair.lon}, pair.stem, sure, points)


def _without_degrees(table: Table, pairs: list[_Pair]) -> tuple[str, ...]:
    """Return the headers of the first pair that has cells, and can mean degrees only."""
    for pair in pairs:
        if (
            pair.kind != "length"
            and sample(table.cells[pair.lat])
            and sample(table.cells[pair.lon])
        ):
            return pair.lat, pair.lon
    return ()


def _are_degrees(kind: Kind, texts: list[str], points: list[tuple[float, float]]) -> bool:
    """Tell whether numbers are as exact as degrees are written, and vary as places do.

    A thing is longer than it is wide: what is so in each row, and no more exact than to the
    centimetre, may be its size.
    """
    if _share(texts, _EXACT.search) < _HALF or (len(set(points)) == 1 < len(points)):
        return False
    sizes = kind == "length" and all(0 < north < east for north, east in points)
    return not sizes or _share(texts, _VERY_EXACT.search) >= _HALF


# One column


def _in_one_cell(table: Table, header: str) -> _Candidate | None:
    """Tell by the cells whether a header is that of pairs of coordinates, or of shapes."""
    cells = table.cells[header]
    texts = [cells[row] for row in sample(cells)]
    if not texts:
        return None
    if _share(texts, _is_shape) >= _MOST:
        return _Candidate({"geometry": header}, header, sure=True, points={})
    if not any(map(coordinates.pair, islice(texts, 5))) or _share(texts, _point) < _MOST:
        return None
    named = bool(_PAIRED & set(axes.words_of(header)))
    exact = _share(texts, _VERY_EXACT.search) >= _HALF
    return _Candidate({"lat": header}, header, sure=True, points={}) if named or exact else None


def _point(text: str) -> tuple[float, float] | None:
    """Return the point of a text that holds a latitude and a longitude."""
    both = coordinates.pair(text)
    if not both:
        return None
    north, east = degrees(both[0], "lat"), degrees(both[1], "lon")
    return (north, east) if north is not None and east is not None else None


def _is_shape(text: str) -> bool:
    try:
        return geometry.read(text) is not None
    except CoordinateError:
        return False


def _in_place_of_latitudes(table: Table, header: str) -> Found:
    """Return the header of a column that is called coordinates, where shapes stand below it."""
    one = _in_one_cell(table, header)
    return Found(one.columns) if one and "geometry" in one.columns else Found({})


# The choice


def _split(table: Table, found: Sequence[_Candidate], free: Sequence[str]) -> tuple[str, ...]:
    """Return headers of which each holds a part of a coordinate only."""
    stems = {word for each in found for word in each.stem.split()}
    if stems & axes.PARTS and "max" not in stems:
        return tuple(header for each in found for header in each.columns.values())
    signed = any(min(point) < 0 for each in found for point in each.points.values())
    return () if signed else tuple(header for header in free if _is_side(table, header))


def _is_side(table: Table, header: str) -> bool:
    """Tell whether a header is that of hemispheres, with a southern or a western one."""
    words = axes.words_of(header)
    if not axes.SIDES & set(words) and words not in (["n", "s"], ["e", "w"]):
        return False
    cells = table.cells[header]
    letters = {cells[row][:1].upper() for row in sample(cells)}
    return bool(letters & {"S", "W"}) and letters <= set("NSEWO")


def _chosen(found: Sequence[_Candidate]) -> Found:
    """Return the one candidate there is, where there is one beyond doubt."""
    general = [each for each in found if not each.stem] or list(found)
    if not general:
        return Found({})
    first, *others = general
    if set(first.columns) == {"lat"} and _LONGITUDE_FIRST.search(key(first.columns["lat"])):
        return Found({}, turned=first.columns["lat"])
    if all(_agree(first, other) for other in others):
        return Found(first.columns) if first.sure else Found({}, (first.columns,))
    return _movement(general) or Found({}, tuple(each.columns for each in general))


def _agree(one: _Candidate, other: _Candidate) -> bool:
    """Tell whether two candidates say the same of every row that both speak of."""
    both = one.points.keys() & other.points.keys()
    return bool(both) and all(
        abs(a - b) <= _NEAR
        for row in both
        for a, b in zip(one.points[row], other.points[row], strict=True)
    )


def _movement(found: Sequence[_Candidate]) -> Found | None:
    """Return where a movement began and ended, if two names say so."""
    begins = [each for each in found if set(each.stem.split()) & axes.FROM]
    ends = [each for each in found if set(each.stem.split()) & axes.TO]
    if len(found) != len(begins) + len(ends) or len(begins) != 1 or len(ends) != 1:
        return None
    there = {f"to_{column}": header for column, header in ends[0].columns.items()}
    return Found(begins[0].columns | there)


def _share(texts: Sequence[str], fits: Callable[[str], object]) -> float:
    return sum(bool(fits(text)) for text in texts) / len(texts)
