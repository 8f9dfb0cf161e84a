from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.errors import CoordinateError
from mapgen.positions import geometry

if TYPE_CHECKING:
    from mapgen.positions.meridian import Point

LATS = st.floats(-90, 90)
LONS = st.floats(-180, 180)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("POINT(36 33)", ("point", (33, 36), None)),
        ("point z (36 33 700)", ("point", (33, 36), None)),
        ("SRID=4326;POINTZ(36 33 700)", ("point", (33, 36), None)),
        ("MULTIPOINT((36 33))", ("point", (33, 36), None)),
        ("LINESTRING(36 33, 20 40, 2 48)", ("line", (33, 36), (48, 2))),
        ("MULTILINESTRING((36 33, 20 40),(20 40, 2 48))", ("line", (33, 36), (48, 2))),
        ("POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,2 1,2 2,1 1))", ("area", (2, 2), None)),
        ("MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((9 9,9 8,8 8,9 9)))", ("area", (2, 2), None)),
        ("MULTIPOINT(1 2, 3 4)", ("points", (3, 2), None)),
        ('{"type": "Point", "coordinates": [36, 33, 700]}', ("point", (33, 36), None)),
        ('{"type": "LineString", "coordinates": [[36, 33], [2, 48]]}', ("line", (33, 36), (48, 2))),
        (
            '{"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]]}',
            ("area", (2, 2), None),
        ),
        ('{"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}', ("points", (3, 2), None)),
        (
            '{"type": "Feature", "geometry": {"type": "Point", "coordinates": [36, 33]}}',
            ("point", (33, 36), None),
        ),
    ],
)
def test_a_shape_is_read(text: str, shape: tuple[str, Point, Point | None]) -> None:
    found = geometry.read(text)

    assert found
    assert found[:3] == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("POINT(187.6 -13.6)", ("point", (-13.6, -172.4), None)),
        ("LINESTRING(178 -17.8, 187.6 -13.6)", ("line", (-17.8, 178), (-13.6, -172.4))),
        ("LINESTRING(-201.35 53.02, -144.38 59.93)", ("line", (53.02, 158.65), (59.93, -144.38))),
        (
            "MULTILINESTRING((178 -17.8, 180 -17), (-180 -17, -172.4 -13.6))",
            ("line", (-17.8, 178), (-13.6, -172.4)),
        ),
        ("POLYGON((177 -19,182 -19,182 -15,177 -15,177 -19))", ("area", (-17, 179.5), None)),
        ("POLYGON((179 -19,-176 -19,-176 -15,179 -15,179 -19))", ("area", (-17, -178.5), None)),
        ("MULTIPOINT(179 1, -177 3)", ("points", (2, -179), None)),
        ('{"type": "Point", "coordinates": [182, 5]}', ("point", (5, -178), None)),
    ],
)
def test_a_shape_over_the_180th_meridian_is_read_the_short_way(
    text: str, shape: tuple[str, Point, Point | None]
) -> None:
    found = geometry.read(text)

    assert found
    assert found[:3] == shape


def test_a_line_that_was_cut_at_the_meridian_has_nothing_between_its_ends() -> None:
    cut = geometry.read("MULTILINESTRING((178 -17.8, 180 -17), (-180 -17, -172.4 -13.6))")
    apart = geometry.read("MULTILINESTRING((178 -17.8, 180 -17), (-180 -16, -172.4 -13.6))")

    assert cut
    assert apart
    assert (cut.parts, cut.between) == (1, False)
    assert (apart.parts, apart.between) == (2, False)


@pytest.mark.parametrize(
    "text",
    [
        "POINT EMPTY",
        '{"type": "Feature", "geometry": null}',
        '{"type": "Point", "coordinates": []}',
    ],
)
def test_an_empty_shape_is_no_place(text: str) -> None:
    assert geometry.read(text) is None


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("POINT(36)", "write it as POINT"),
        ("somewhere", "write it as POINT"),
        ("{", "write it as POINT"),
        ("[36, 33]", "write it as POINT"),
        ('{"type": "Circle"}', "write it as POINT"),
        ('{"type": "Point", "coordinates": ["36", "x"]}', "write it as POINT"),
        ("GEOMETRYCOLLECTION(POINT(36 33))", "write it as POINT"),
        ("SRID=3857;POINT(4000000 3900000)", "export it in WGS 84"),
        ("POINT(4000000 3900000)", "export it in WGS 84"),
        ('{"type": "Point", "coordinates": [NaN, 1]}', "export it in WGS 84"),
        ("POINT(33 136)", "write the longitude first"),
        ("0101000020E6100000000000000000F03F0000000000000040", "ST_AsText"),
    ],
)
def test_what_is_no_shape_in_degrees_is_refused_with_a_cure(text: str, cure: str) -> None:
    with pytest.raises(CoordinateError, match=cure.replace("(", r"\\(")):
        geometry.read(text)


@given(LATS, LONS)
def test_a_point_stays_where_it_is(lat: float, lon: float) -> None:
    shape = geometry.read(f"POINT ({lon!r} {lat!r})")

    assert shape
    assert shape[:3] == ("point", (lat, lon), None)


@given(st.lists(st.tuples(LONS, LATS), min_size=1, max_size=8))
def test_the_middle_of_any_area_is_on_the_map(ring: list[tuple[float, float]]) -> None:
    text = ", ".join(f"{lon!r} {lat!r}" for lon, lat in [*ring, ring[0]])

    shape = geometry.read(f"POLYGON (({text}))")

    assert shape is not None
    lat, lon = shape.begin
    assert -90 <= lat <= 90
    assert -180 <= lon <= 180


@given(st.text(max_size=40))
def test_any_text_is_a_shape_or_refused(text: str) -> None:
    with suppress(CoordinateError):
        geometry.read(text)
