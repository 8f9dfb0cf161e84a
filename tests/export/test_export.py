from __future__ import annotations

import csv
import io
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from mapgen import dates
from mapgen.errors import SettingsError
from mapgen.events import Event, Place
from mapgen.export import FORMATS, Format, export, format_of
from mapgen.export.timespans import timespans
from mapgen.settings import Settings
from mapgen.table.own_table import COLUMNS
from tests.export.writing import KML, TESTS, WORDS, collections, event, written

if TYPE_CHECKING:
    from mapgen.export import Format
    from mapgen.reading import Events


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads((TESTS / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@settings(max_examples=40)
@given(given=collections())
def test_geojson_and_linked_places_are_valid_after_their_schemas(given: list[Event]) -> None:
    plain, linked = written("geojson", *given), written("linked-places", *given)

    validator("geojson").validate(plain)
    validator("geojson").validate(linked)
    validator("linked-places").validate(linked)


def test_the_schemas_refuse_what_is_wrong() -> None:
    plain, linked = written("geojson", event()), written("linked-places", event())
    plain["features"][0]["geometry"] = {"type": "Point", "coordinates": [33.5, 136.3]}
    del linked["features"][0]["names"]

    assert not validator("geojson").is_valid(plain)
    assert not validator("linked-places").is_valid(linked)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_events_give_the_same_bytes(sample_events: Events, form: Format) -> None:
    once, again = (export(sample_events, WORDS, form).content for _ in range(2))

    assert once == again


def test_the_columns_are_those_that_a_reader_takes_away_from_the_page() -> None:
    script = (TESTS.parent / "mapgen/web/core/export.js").read_text("utf-8")
    listed = script.partition("COLUMNS = ")[2].partition("])")[0]

    assert re.findall(r'"(\w+)"', listed) == list(COLUMNS)


def test_a_column_that_would_be_taken_for_another_is_renamed_and_named() -> None:
    exported = export([event(extra=(("until", "x"), ("Sky", "y")))], WORDS, "csv")

    header = next(csv.reader(io.StringIO(exported.content.decode("utf-8-sig"))))

    assert header[-2:] == ["until (2)", "Sky"]
    said = '"until" is called "until (2)" in the file: read back, the column would be taken for'
    assert exported.lost == (f"{said} one of mapgen's own",)


@pytest.mark.parametrize(
    ("place", "to", "expected"),
    [
        (None, None, None),
        (Place(country="Syria"), None, None),
        (Place(lat=1.5, lon=2.5), None, {"type": "Point", "coordinates": [2.5, 1.5]}),
        (
            Place(lat=1.5, lon=2.5),
            Place(country="Syria"),
            {"type": "Point", "coordinates": [2.5, 1.5]},
        ),
        (Place(country="Syria"), Place(lat=1.5, lon=2.5), None),
        (
            Place(lat=1.5, lon=2.5),
            Place(lat=3.5, lon=4.5),
            {"type": "LineString", "coordinates": [[2.5, 1.5], [4.5, 3.5]]},
        ),
        (
            Place(lat=10.0, lon=175.0),
            Place(lat=20.0, lon=-175.0),
            {
                "type": "MultiLineString",
                "coordinates": [[[175.0, 10.0], [180, 15.0]], [[-180, 15.0], [-175.0, 20.0]]],
            },
        ),
    ],
)
def test_a_geometry_is_a_point_a_line_or_null(
    place: Place | None, to: Place | None, expected: dict[str, Any] | None
) -> None:
    feature = written("geojson", event(place=place, to=to))["features"][0]

    assert feature["geometry"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1982-02", [{"start": {"in": "1982-02"}}]),
        ("c. 1940", [{"start": {"in": "1940~"}}]),
        ("-0043", [{"start": {"in": "-0043"}}]),
        ("192X", [{"start": {"earliest": "1920-01-01"}, "end": {"latest": "1929-12-31"}}]),
        ("1920/1946", [{"start": {"in": "1920"}, "end": {"in": "1946"}}]),
        ("2000/..", [{"start": {"in": "2000"}, "end": {"earliest": "2000"}}]),
        ("../1920", [{"start": {"latest": "1920"}, "end": {"in": "1920"}}]),
        ("{1960,1962}", [{"start": {"in": "1960"}}, {"start": {"in": "1962"}}]),
        ("[1960,1962]", [{"start": {"earliest": "1960-01-01"}, "end": {"latest": "1962-12-31"}}]),
        ("Y12000", [{"start": {"earliest": "+12000-01-01"}, "end": {"latest": "+12000-12-31"}}]),
        ("2000-02-29", [{"start": {"in": "2000-02-29"}}]),
        # ISO 8601 has no leap day in 1500; the Julian calendar had.
        (
            "29 February 1500",
            [{"start": {"earliest": "1500-03-01"}, "end": {"latest": "1500-03-01"}}],
        ),
    ],
)
def test_a_date_becomes_timespans(text: str, expected: list[dict[str, Any]]) -> None:
    assert timespans(dates.parse(text)) == expected


def test_geojson_says_the_date_in_edtf_and_in_words() -> None:
    feature = written("geojson", event(date=dates.parse("c. 1940")))["features"][0]

    assert feature["when"]["edtf"] == "1940~"
    assert feature["when"]["label"] == "vers 1940"
    assert feature["properties"]["date"] == "c. 1940"


@pytest.mark.parametrize("form", FORMATS)
def test_no_export_says_a_status_that_the_table_does_not(form: Format) -> None:
    said = json.dumps(export([event()], Settings(), form).content.decode())

    assert not re.search("confirmed|certain", said)


def test_linked_places_says_names_links_descriptions_and_certainty() -> None:
    place = Place(name="Damas", country="Syria", lat=33.5, lon=36.25, code="SYR")
    told = {"source": "Who", "source_url": "https://example.org", "description": "One\n\n*two*"}
    feature = written(
        "linked-places",
        event(place=place, status="disputed", date=dates.parse("1946"), **told),
    )["features"][0]

    citation = {"label": "Who", "@id": "https://example.org"}
    assert feature["@id"] == "#one"
    assert feature["properties"]["ccodes"] == ["SY"]
    assert feature["names"] == [{"toponym": "Damas", "citations": [citation]}]
    assert feature["links"] == [{"type": "seeAlso", "identifier": "https://example.org"}]
    assert feature["descriptions"] == [{"value": "One two", "lang": "fr"}]
    assert feature["when"]["certainty"] == "uncertain"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1946", {"when": "1946"}),
        ("1946-04-17", {"when": "1946-04-17"}),
        ("-0043-03", {"when": "-0043-03"}),
        ("1920/1946", {"begin": "1920-01-01", "end": "1946-12-31"}),
        ("2000/..", {"begin": "2000-01-01"}),
        ("192X", {"begin": "1920-01-01", "end": "1929-12-31"}),
    ],
)
def test_kml_says_the_time_of_an_event(text: str, expected: dict[str, str]) -> None:
    content = export([event(date=dates.parse(text))], WORDS, "kml").content

    root = ET.fromstring(content)  # noqa: S314  (written a line above)

    names = ("when", "begin", "end")
    found = {name: root.findtext(f".//{KML}{name}") for name in names}
    assert {name: text for name, text in found.items() if text} == expected


def test_kml_names_what_xml_cannot_hold() -> None:
    exported = export([event(title="a\ufffeb")], WORDS, "kml")

    assert b"\xef\xbf\xbe" not in exported.content
    assert any("XML cannot hold" in sentence for sentence in exported.lost)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.geojson", "geojson"),
        ("a.JSON", "timelinejs"),
        ("a.jsonld", "linked-places"),
        ("a.kml", "kml"),
        ("a.csv", "csv"),
    ],
)
def test_the_ending_of_a_name_tells_the_format(name: str, form: Format) -> None:
    assert format_of(Path(name)) == form


def test_an_ending_that_tells_no_format_is_refused_with_the_endings() -> None:
    with pytest.raises(SettingsError, match=r'"a\.txt" does not tell the format; .*\.kml'):
        format_of(Path("a.txt"))


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.pdf", "a.png"])
@pytest.mark.parametrize("asked", [None, "kml"])
def test_an_export_is_no_page_and_no_picture(name: str, asked: Format | None) -> None:
    with pytest.raises(SettingsError, match=r"end it with one of .*\.kml.*mapgen build"):
        format_of(Path(name), asked)


def test_an_ending_that_promises_another_format_than_the_one_asked_for_is_refused() -> None:
    with pytest.raises(SettingsError, match=r'"a\.csv" says csv, and --as says kml; .* \.kml'):
        format_of(Path("a.csv"), "kml")


@pytest.mark.parametrize(
    ("name", "asked"),
    [("a", "csv"), ("a.txt", "kml"), ("a.json", "geojson"), ("a.geojson", "linked-places")],
)
def test_an_ending_that_leaves_the_format_open_takes_the_one_asked_for(
    name: str, asked: Format
) -> None:
    assert format_of(Path(name), asked) == asked
