from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen import geometry
from mapgen.errors import CoordinateError

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
        ("MULTIPOINT(1 2, 3 4)", ("area", (3, 2), None)),
        ('{"type": "Point", "coordinates": [36, 33, 700]}', ("point", (33, 36), None)),
        ('{"type": "LineString", "coordinates": [[36, 33], [2, 48]]}', ("line", (33, 36), (48, 2))),
        (
            '{"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]]}',
            ("area", (2, 2), None),
        ),
        ('{"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}', ("area", (3, 2), None)),
        (
            '{"type": "Feature", "geometry": {"type": "Point", "coordinates": [36, 33]}}',
            ("point", (33, 36), None),
        ),
    ],
)
def test_a_shape_is_read(
    text: str, shape: tuple[str, geometry.Point, geometry.Point | None]
) -> None:
    assert geometry.read(text) == shape


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

    assert shape == geometry.Shape("point", (lat, lon))


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
