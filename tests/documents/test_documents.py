from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapgen.documents import html_texts, rows, values
from mapgen.documents.json_files import read_json
from mapgen.documents.kml import read_kml
from mapgen.errors import TableError
from mapgen.layouts.columns import ALIASES
from mapgen.reading import sources
from mapgen.settings import Reading
from tests.conftest import ROOT
from tests.golden import compare

if TYPE_CHECKING:
    from mapgen.table import Table

CASES = ROOT / "tests" / "cases" / "documents"
DOCUMENTS = sorted(
    path for path in CASES.glob("*/*") if path.is_file() and path.name != "expected.json"
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.parent.name)
def test_a_document_of_another_program_is_read_as_its_own_events(
    monkeypatch: pytest.MonkeyPatch, document: Path
) -> None:
    compare(monkeypatch, document)


def read(folder: Path, content: str, name: str = "t.json") -> Table:
    path = folder / name
    path.write_text(content, "utf-8")
    return sources.read(path, Reading())


def refusal(folder: Path, content: str, name: str = "t.json") -> str:
    with pytest.raises(TableError) as caught:
        read(folder, content, name)
    said = "\n".join(map(str, caught.value.problems))
    return said.replace(folder.as_posix() + "/", "")


def feature(geometry: Any = None, **properties: Any) -> str:
    told = {"title": "One"} | properties
    return json.dumps({"type": "Feature", "geometry": geometry, "properties": told})


def point(lon: Any, lat: Any) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [lon, lat]}


# JSON


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"a": 1\n', "t.json:2: is no valid JSON (column 1): a comma is missing"),
        (
            '{\r\n "a": 1,\r}',
            't.json:3: is no valid JSON at "}" (column 1): the name of a property',
        ),
        ('{\n "a": 1,\n}', 't.json:3: is no valid JSON at "}" (column 1): the name of a property'),
        ("{'a': 1}", """t.json:1: is no valid JSON at "'a': 1}" (column 2): texts stand in "\""""),
        ('{"a" 1}', "a colon is missing after the name of a property"),
        ('[{"a": tru}]', "a value is expected"),
        ('{"a": "x', 'a text begins here and its " never comes; the file breaks off'),
        ('{"a": "\\q"}', "is followed by a sign it cannot have"),
        ('{"a": 1}]', "the document is at its end, but more follows"),
        ('{"a": 1, // one\n "b": 2}', "a comment stands here, which JSON does not have"),
        ('{"a": ' + "[" * 100_000, "has brackets within brackets, too deep to be read"),
        ('{"a": ' + "9" * 5_000 + "}", "holds a number of thousands of digits"),
        ('{"a": 1}', "is JSON, but holds no events in a form that is known"),
        ("[]", "is a list without any event"),
        ("[[1, 2]]", "t.json:1: this is no object with names and values"),
    ],
)
def test_json_that_cannot_be_read_is_told_with_its_place(
    tmp_path: Path, content: str, said: str
) -> None:
    assert said in refusal(tmp_path, content)


def test_numbers_that_are_none_are_blank(tmp_path: Path) -> None:
    found = read(tmp_path, '[{"title": "One", "lat": NaN, "deaths": 1e-07}]')

    assert found.cells == {"title": ["One"], "deaths": ["0.0000001"]}


def test_half_a_character_does_no_harm(tmp_path: Path) -> None:
    found = read(tmp_path, '[{"title": "One\\ud800"}]')

    assert list(found.cells["title"]) == ["One\ufffd"]


def test_a_name_that_stands_twice_counts_as_it_stands_last(tmp_path: Path) -> None:
    found = read(tmp_path, '[{"title": "One", "title": "Two"}]')

    assert list(found.cells["title"]) == ["Two"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_document_in_another_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "t.json").write_bytes('[{"title": "حماة"}]'.encode(encoding))

    found = sources.read(tmp_path / "t.json", Reading())

    assert list(found.cells["title"]) == ["حماة"]


# GeoJSON


@pytest.mark.parametrize(
    ("geometry", "said"),
    [
        ({"type": "Point", "coordinates": ["36", 33]}, "36; 33 is no position"),
        ({"type": "Point", "coordinates": [36]}, "is no position"),
        ({"type": "LineString", "coordinates": [36, 33]}, "36 is no position"),
        ({"type": "Circle", "coordinates": [36, 33]}, 'its type is "Circle"'),
        ({}, "its type is missing"),
    ],
)
def test_a_geometry_that_is_not_valid_is_an_error_on_its_line(
    tmp_path: Path, geometry: Any, said: str
) -> None:
    message = refusal(tmp_path, feature(geometry))

    assert message.startswith("t.json:1: the geometry is no valid GeoJSON: ")
    assert said in message


def test_a_feature_that_is_wrong_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    found = read(tmp_path, feature({}) + "\n" + feature(point(36, 33)))

    assert found.lines == (2,)
    assert [problem.line for problem in found.notes] == [1]


def test_positions_that_are_no_degrees_are_refused(tmp_path: Path) -> None:
    system = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    content = json.dumps({"type": "FeatureCollection", "crs": system, "features": []})

    assert "urn:ogc:def:crs:EPSG::3857, not in degrees; save it again in WGS 84" in refusal(
        tmp_path, content
    )


def test_topojson_is_refused_by_its_name(tmp_path: Path) -> None:
    content = '{"type": "Topology", "objects": {}, "arcs": []}'

    assert "is a TopoJSON file, which is not read; save the same data as GeoJSON" in refusal(
        tmp_path, content
    )


def test_a_property_that_a_column_cannot_hold_stays_another_column(tmp_path: Path) -> None:
    found = read(tmp_path, feature(point(36, 33), status="open", url="n/a", image="no"))

    assert dict(found.columns) == {"title": "title", "lat": "lat", "lon": "lon"}
    assert {"status", "url", "image"} <= found.cells.keys()


def test_coordinates_in_properties_count_where_the_geometry_has_none(tmp_path: Path) -> None:
    found = read(tmp_path, feature(None, latitude=33.5, lon=36.3))

    assert [list(found.cells[name]) for name in ("lat", "lon")] == [["33.5"], ["36.3"]]


def test_coordinates_in_properties_that_differ_are_kept_beside_the_geometry(tmp_path: Path) -> None:
    found = read(tmp_path, feature(point(36.3, 33.5), lat="33.5", lon="99"))

    assert [list(found.cells[name]) for name in ("lat", "lon", "lon (2)")] == [
        ["33.5"],
        ["36.3"],
        ["99"],
    ]
    assert "lat (2)" not in found.cells


def test_ids_that_stand_twice_in_a_document_are_no_ids(tmp_path: Path) -> None:
    same = json.dumps(json.loads(feature(point(36, 33))) | {"id": 0})

    found = read(tmp_path, f"{same}\n{same}")

    assert list(found.cells["feature id"]) == ["0", "0"]
    assert "id" not in found.columns


# Other programs


def test_what_mapgen_wrote_itself_is_read_to_the_letter(tmp_path: Path) -> None:
    told = {"title": "<b>#", "kind": "event", "status": "reported", "id": "one", "name": "x"}
    document = json.loads(feature(point(36, 33))) | {"id": "one", "properties": told}

    found = read(tmp_path, json.dumps(document))

    assert found.cells == {name: [text] for name, text in told.items()}
    assert "name" not in found.columns


@pytest.mark.parametrize("sign", ['"map_type": "zoomify"', '"map_as_image": true'])
def test_a_story_map_on_a_picture_is_refused(tmp_path: Path, sign: str) -> None:
    content = '{"storymap": {' + sign + ', "slides": [{"type": "overview"}]}}'

    assert "positions are not on the globe" in refusal(tmp_path, content)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<kml><Placemark></kml>", "t.kml:1: is no valid XML (column 19): mismatched tag"),
        ("<kml><Document></Document></kml>", "is a KML file without any event"),
        (
            '<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "b">]><kml>&a;</kml>',
            "holds what no KML file needs (EntitiesForbidden)",
        ),
        ("<kml>" + "<Folder>" * 100_000, "is no valid XML"),
    ],
)
def test_kml_that_cannot_be_read_is_told(tmp_path: Path, content: str, said: str) -> None:
    assert said in refusal(tmp_path, content, "t.kml")


def test_kml_is_read_out_of_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.kmz", "w") as archive:
        archive.write(CASES / "kml" / "places.kml", "doc.kml")

    found = sources.read(tmp_path / "t.kmz", Reading())

    assert found.layout == "a KML file"
    assert list(found.cells["title"]) == ["Maysalun", "Siege", "To Jordan", "A patrol"]


def test_a_placemark_without_a_name_has_the_first_words_of_its_text(tmp_path: Path) -> None:
    text = "<description>A bridge falls.&lt;br&gt;Nobody is hurt.</description>"

    found = read(tmp_path, f"<kml><Placemark>{text}</Placemark></kml>", "t.kml")

    assert list(found.cells["title"]) == ["A bridge falls."]


# Texts


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("plain *text* <3", "plain *text* <3"),
        ("a &amp; b", "a & b"),
        ("<p>One</p><p>Two<br>three</p>", "One\n\nTwo  \nthree"),
        ("<b> bold </b>and<i>it</i>", "**bold** and*it*"),
        ("<b>2 * 3_4</b>", r"**2 \* 3\_4**"),
        ('<a href="https://x.org/a_(b)">here</a>', "[here](<https://x.org/a_(b)>)"),
        ('<a href="javascript:alert(1)">here</a>', "here"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<script>alert(1)</script><p>x", "x"),
        ("<b><i>open", "***open***"),
        ("</b>closed<p>", "closed"),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert html_texts.to_markdown(html).markdown == markdown


def test_the_first_picture_of_a_text_is_handed_on_and_others_become_links() -> None:
    found = html_texts.to_markdown(
        '<img src="https://x.org/a.jpg" alt="A"> <img src="https://x.org/b.jpg">'
    )

    assert (found.image, found.image_alt) == ("https://x.org/a.jpg", "A")
    assert found.markdown == "<https://x.org/b.jpg>"


@given(st.text(alphabet='<>/"=&;abip ra href\n*_[]()'))
def test_any_text_becomes_markdown(text: str) -> None:
    assert isinstance(html_texts.to_markdown(text).markdown, str)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        (1341100800000, "2012-07-01"),
        ("1341100800000", "2012-07-01"),
        (-2208988800000, "1900-01-01"),
        (1341100860000.0, "2012-07-01T00:01Z"),
        (676, "0676"),
        ("-320", "-0320"),
        (0, "0000"),
        (12000, "Y12000"),
        (-65_000_000, "Y-65000000"),
        ("20120701", "20120701"),
        ("May 1946", "May 1946"),
        (None, ""),
    ],
)
def test_a_moment_is_a_year_or_milliseconds_or_words(value: Any, date: str) -> None:
    assert values.moment(value) == date


def test_the_columns_of_documents_are_those_of_tables() -> None:
    # The geometry of a feature is no property of it.
    assert set(rows.COLUMNS) == ALIASES.keys() - {"geometry"}


# Whatever happens


def mutations() -> st.SearchStrategy[tuple[Path, int, bytes, int]]:
    return st.tuples(
        st.sampled_from(DOCUMENTS),
        st.integers(0, 6_000),
        st.sampled_from([b"", b"null", b"[]", b"{}", b'""', b"-1", b"1e999", b"<", b",", b"]}"]),
        st.integers(0, 60),
    )


@settings(max_examples=150)
@given(mutations())
def test_a_broken_document_gives_a_table_or_a_message(
    mutation: tuple[Path, int, bytes, int],
) -> None:
    path, place, put, cut = mutation
    data = path.read_bytes()
    place %= len(data)
    broken = data[:place] + put + data[place + cut :]
    reader = read_kml if path.suffix == ".kml" else read_json

    try:
        found = reader(broken, file="t", folder=Path())
    except TableError as error:
        assert error.problems  # noqa: PT017  (either outcome is good)
    else:
        assert all(len(found.lines) == len(column) for column in found.cells.values())


def test_a_point_that_another_program_moved_stands_where_it_was_moved_to(tmp_path: Path) -> None:
    told = {"kind": "event", "status": "confirmed", "id": "a", "lat": "33.5", "lon": "36.3"}
    moved = json.loads(feature(point(10, 50), **told)) | {"id": "a"}

    read_back = read(tmp_path, json.dumps(moved))

    assert [list(read_back.cells[name]) for name in ("lat", "lon")] == [["50"], ["10"]]
    assert [note.message for note in read_back.notes] == [
        "its point was moved since mapgen wrote the file; it stands where it was moved to"
    ]


def test_a_point_that_another_program_rounded_stays_to_the_letter(tmp_path: Path) -> None:
    told = {"kind": "event", "status": "confirmed", "id": "a", "lat": "33.50", "lon": "36°18′E"}
    rounded = json.loads(feature(point(36.3, 33.5000001), **told)) | {"id": "a"}

    read_back = read(tmp_path, json.dumps(rounded))

    assert [list(read_back.cells[name]) for name in ("lat", "lon")] == [["33.50"], ["36°18′E"]]
    assert read_back.notes == ()
