from __future__ import annotations

import csv
import dataclasses
import html
import io
import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from mapgen import dates
from mapgen.errors import SettingsError
from mapgen.events import Event, Place, Status
from mapgen.export import FORMATS, Format, export, format_of
from mapgen.export.timespans import timespans
from mapgen.reading import read_events
from mapgen.settings import Settings, read_settings
from mapgen.table.own_table import COLUMNS
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.export import Format
    from mapgen.reading import Events

TESTS = ROOT / "tests"
WORDS = Settings(
    title="A & B", subtitle="<c>", introduction="Some *words*.", credits="Who", language="fr"
)
WHOLE: dict[Format, str] = {
    "csv": "csv",
    "geojson": "geojson",
    "linked-places": "jsonld",
    "kml": "kml",
}
# Golden cases of layouts and documents; what is expected of them lies beside them.
TABLES = sorted(
    path
    for room in ("layouts", "documents")
    for path in (TESTS / "cases" / room).glob("*/*")
    if path.is_file() and path.stem not in {"expected", "Options"} and path.suffix != ".toml"
)
KML = "{http://www.opengis.net/kml/2.2}"

# What reading gives back: cells without outer white space, control characters or lone surrogates.
TEXTS = st.one_of(
    st.sampled_from(
        ['say "no"', "a, b; c\td|e", "=1+1", "سوريا، دمشق", "l'été", "a\n\nb", "</script>]]>&amp;"]
    ),
    st.text(
        st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), max_size=20
    ),
).map(str.strip)
LINES = TEXTS.map(lambda text: " ".join(text.split()))
TITLES = LINES.filter(bool)
DATES = st.sampled_from(
    [
        *("1982", "1982-02", "1982-02-02", "1920/1946", "2000/..", "../1920", "1940~", "1940?"),
        *("192X", "19XX", "-0043-03-15", "-0500~", "0000", "Y-12000", "Y17E3", "1982-21"),
        *("{1960,1961-12}", "[1670..1672]", "1940~/1946?", "c. 1940", "44 BC", "July 2012"),
        *("before 1920", "late 19th century", "-0500/-0490", "[..1950]", "2012-07/.."),
    ]
)
LATITUDES = st.floats(-90, 90, allow_nan=False) | st.sampled_from([0.1, 1e-05, -1e-17, 33.5138])
LONGITUDES = st.floats(-180, 180, allow_nan=False) | st.sampled_from([0.1, 1e-05, 36.2765])
COUNTRIES = st.sampled_from(["", "Syria", "FRA", "سوريا"])
HEADERS = st.sampled_from(
    ["colour", "Date", "Notes", "Location", "until", "ccodes", "é, ü", "Start", "TITLE", "a b"]
)


def parsed(text: str) -> dates.HistoricalDate | None:
    try:
        return dates.parse(text)
    except ValueError:
        return None


@st.composite
def places(draw: st.DrawFn) -> Place:
    """Draw a point, or a whole country: places that need no gazetteer."""
    codes = {"": "", "Syria": "SYR", "FRA": "FRA", "سوريا": "SYR"}
    if draw(st.booleans()):
        country = draw(COUNTRIES.filter(bool))
        return Place(country=country, code=codes[country], found="country")
    country, lat, lon = draw(COUNTRIES), draw(LATITUDES) + 0.0, draw(LONGITUDES) + 0.0
    name = draw(LINES)
    return Place(name=name, country=country, lat=lat, lon=lon, code=codes[country], found="table")


@st.composite
def collections(draw: st.DrawFn) -> list[Event]:
    """Draw a few events, all that a table can say of them in some of them."""
    headers = draw(st.lists(HEADERS, unique_by=str.casefold, max_size=3))
    return [draw(events(number, headers)) for number in range(draw(st.integers(1, 4)))]


@st.composite
def events(draw: st.DrawFn, number: int, headers: Sequence[str]) -> Event:
    date = draw(st.none() | DATES.map(parsed))
    place = draw(st.none() | places())
    tags = draw(st.lists(LINES.filter(lambda text: text and ";" not in text), unique=True))
    return Event(
        id=f"e{number}",
        title=draw(TITLES),
        date=date,
        date_text=draw(LINES),
        place=place,
        to=draw(st.none() | places()) if place else None,
        kind=draw(st.sampled_from(["event", "period"])) if date else "event",
        category=draw(LINES),
        tags=tuple(tags),
        status=draw(st.sampled_from(get_args(Status))),
        description=draw(TEXTS),
        source=draw(TEXTS),
        source_url=draw(st.sampled_from(["", "https://example.org/a?b=c,d&e"])),
        image=draw(st.sampled_from(["", "https://example.org/a.jpg"])),
        image_alt=draw(LINES),
        image_credit=draw(LINES),
        sensitive=draw(st.booleans()),
        extra=tuple((header, text) for header in headers if (text := draw(LINES))),
        line=number + 2,
    )


def comparable(events: Sequence[Event]) -> list[Event]:
    """Leave out what may differ.

    That is the line, the order of columns, words of a date that EDTF replaces, and whether the
    position came from the gazetteer: in the export it stands beside the name.
    """
    return [
        dataclasses.replace(
            event,
            line=0,
            place=event.place and positioned(event.place),
            to=event.to and positioned(event.to),
            date=event.date and dataclasses.replace(event.date, text=""),
            extra=tuple(sorted((re.sub(r" \(\d+\)$", "", n), text) for n, text in event.extra)),
        )
        for event in events
    ]


def positioned(place: Place) -> Place:
    return dataclasses.replace(place, found="table") if place.found == "gazetteer" else place


def spot(place: Place | None) -> tuple[float | None, float | None] | None:
    """Return a position; TimelineJS has no place for a country."""
    return (place.lat, place.lon) if place and place.lat is not None else None


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads((TESTS / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.fixture(scope="module")
def sample_events(sample: Path) -> Events:
    return read_events(sample)


def event(**changes: Any) -> Event:
    values: dict[str, Any] = {"id": "one", "title": "One", "line": 2}
    return Event(**(values | changes))


def written(form: Format, *events: Event, told: Settings = WORDS) -> Any:
    return json.loads(export(events, told, form).content)


@settings(max_examples=80)
@given(given=collections())
@example(given=[event(extra=(("Date", "x"), ("Start", "y"), ("ccodes", "z")))])
@example(given=[event(date=dates.parse("03/04/1946", order="dmy"))])
@example(given=[event(date=dates.parse("29 February 1500"))])
@example(given=[event(date=dataclasses.replace(dates.parse("1946~"), text="1946"))])
@example(given=[event(title="=1+1", description='a "b"\n\n"c"', source=",")])
def test_the_csv_reads_back_as_the_same_events(
    tmp_path_factory: pytest.TempPathFactory, given: list[Event]
) -> None:
    path = tmp_path_factory.mktemp("csv") / "events.csv"

    path.write_bytes(export(given, WORDS, "csv").content)

    assert comparable(read_events(path)) == comparable(given)


@settings(max_examples=40)
@given(given=collections())
@example(given=[event(date=dates.parse("29 February 1500"))])
@pytest.mark.parametrize("form", [form for form in WHOLE if form != "csv"])
def test_the_other_whole_formats_read_back_as_the_same_events(
    tmp_path_factory: pytest.TempPathFactory, form: Format, given: list[Event]
) -> None:
    path = tmp_path_factory.mktemp(form) / f"events.{WHOLE[form]}"

    path.write_bytes(export(given, WORDS, form).content)
    read = read_events(path)

    assert comparable(read) == comparable(given)
    assert read.words["title"] == WORDS.title


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_table_of_another_program_comes_back_from_each_whole_format(
    tmp_path: Path, path: Path
) -> None:
    folder = Path(shutil.copytree(path.parent, tmp_path / "case"))
    given = read_events(folder / path.name, reading=read_settings(folder, {}).reading)

    for form, ending in WHOLE.items():
        copy = folder / f"copy.{ending}"
        copy.write_bytes(export(given, WORDS, form).content)

        assert comparable(read_events(copy)) == comparable(given)


PACIFIC = [
    ("Kamchatka", 53.02, 158.65, "Kayak Island", 59.93, -144.38),
    ("Honolulu", 21.3069, -157.8583, "Suva", -18.1416, 178.4419),
    ("Hitokappu Bay", 44.98, 147.65, "Pearl Harbor", 21.35, -157.97),
    ("Taveuni", -16.85, 180.0, "Apia", -13.83, -171.76),
    ("Taveuni", -16.85, -180.0, "Port Vila", -17.73, 168.32),
    ("Chatham Islands", -43.95, -176.55, "Wellington", -41.29, 174.78),
]


@pytest.mark.parametrize("form", WHOLE)
def test_movements_over_the_180th_meridian_read_back_as_the_same_events(
    tmp_path: Path, form: Format
) -> None:
    ends = [
        (
            Place(name=name, lat=lat, lon=lon, found="table"),
            Place(name=goal, lat=north, lon=east, found="table"),
        )
        for name, lat, lon, goal, north, east in PACIFIC
    ]
    given = [event(id=f"e{n}", line=n, place=place, to=to) for n, (place, to) in enumerate(ends)]
    path = tmp_path / f"events.{WHOLE[form]}"

    path.write_bytes(export(given, WORDS, form).content)
    read = read_events(path)

    assert comparable(read) == comparable(given)
    assert read.noticed == ()


def test_a_line_that_another_program_cut_is_one_movement(tmp_path: Path) -> None:
    path = tmp_path / "flights.geojson"
    lines = [[[-157.86, 21.31], [-180, -15.5]], [[180, -15.5], [178.44, -18.14]]]
    shape = {"type": "MultiLineString", "coordinates": lines}
    flight = {"type": "Feature", "geometry": shape, "properties": {"title": "The Southern Cross"}}

    path.write_text(json.dumps({"type": "FeatureCollection", "features": [flight]}), "utf-8")
    (found,) = read_events(path)

    assert (found.place and found.place.lon, found.to and found.to.lon) == (-157.86, 178.44)


def test_kml_cuts_a_movement_at_the_meridian() -> None:
    moved = event(place=Place(lat=10.0, lon=175.0), to=Place(lat=20.0, lon=-175.0))

    root = ET.fromstring(export([moved], WORDS, "kml").content)  # noqa: S314  (our own)
    lines = [each.text for each in root.iter(f"{KML}coordinates")]

    assert lines == ["175.0,10.0 180,15.0", "-180,15.0 -175.0,20.0"]


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


def test_timelinejs_has_slides_eras_and_a_title() -> None:
    place = Place(name="Rome", lat=41.5, lon=12.5)
    slide = event(date=dates.parse("-0043-03"), place=place, category="Power", description="*x*")
    era = event(id="two", kind="period", date=dates.parse("1920/1946"), title="Mandate")

    timeline = written("timelinejs", slide, era)

    assert timeline["title"]["text"]["headline"] == "A & B"
    assert timeline["events"] == [
        {
            "unique_id": "one",
            "start_date": {"year": -44, "month": 3},
            "display_date": "mars 44 av. J.-C.",
            "text": {"headline": "One", "text": "<p><em>x</em></p>"},
            "group": "Power",
            "location": {"name": "Rome", "lat": 41.5, "lon": 12.5},
        }
    ]
    assert timeline["eras"] == [
        {
            "start_date": {"year": 1920},
            "end_date": {"year": 1946},
            "display_date": "1920–1946",
            "text": {"headline": "Mandate"},
        }
    ]


def test_timelinejs_gives_back_titles_times_places_categories_and_texts(
    sample_events: Events, tmp_path: Path
) -> None:
    path = tmp_path / "timeline.json"
    path.write_bytes(export(sample_events, Settings(title="Told"), "timelinejs").content)

    read = read_events(path)

    given = {event.title: event for event in sample_events if event.date}  # others are lost
    assert {event.title for event in read} == given.keys()
    assert read.words["title"] == "Told"
    for event in read:
        before = given[event.title]
        assert event.date
        assert before.date
        if before.date.latest is None:
            continue  # named as lost
        assert event.kind == before.kind
        assert (event.date.earliest, event.date.latest) == (
            before.date.earliest,
            before.date.latest,
        )
        if event.kind == "event":
            assert event.category == before.category
            assert event.description == before.description
            assert spot(event.place) == spot(before.place)


@pytest.mark.parametrize("text", ["-0043-03-15", "0000", "0001", "-0500/-0490", "192X", "1982-21"])
def test_timelinejs_gives_back_the_days_of_a_date(text: str, tmp_path: Path) -> None:
    path = tmp_path / "timeline.json"
    date = dates.parse(text)

    path.write_bytes(export([event(date=date)], WORDS, "timelinejs").content)
    read = read_events(path)[0].date

    assert read
    assert (read.earliest, read.latest) == (date.earliest, date.latest)


def test_timelinejs_names_what_it_cannot_hold() -> None:
    given = [
        event(tags=("a",), status="disputed", extra=(("Sky", "blue"),), date=dates.parse("1946")),
        event(id="two", title="No date"),
        event(id="three", date=dates.parse("../1946")),
        event(id="four", date=dates.parse("2011/.."), kind="period"),
    ]

    lost = export(given, WORDS, "timelinejs").lost

    columns = "TimelineJS has no place for these columns (and so many of their cells)"
    assert lost == (
        'TimelineJS takes no event without a date; left out: "No date"',
        "TimelineJS knows no open beginning: 1 event stands at the end alone",
        "TimelineJS knows no open end: 1 event stands at the beginning alone",
        f"{columns}: tags (1), status (1), Sky (1), kind (1)",
    )


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


HOSTILE = "<img src=x onerror=alert(1)> & &lt; <b>Wall</b>"


def hostile() -> Event:
    """Return an event whose texts would run where a program took them for HTML."""
    return Event(
        id="e1",
        title=HOSTILE,
        date=dates.parse("1982"),
        place=Place(name=HOSTILE, lat=1.0, lon=2.0, found="table"),
        category=HOSTILE,
        description=HOSTILE,
        source=HOSTILE,
        extra=(("Sky", HOSTILE),),
        line=2,
    )


@pytest.mark.parametrize("form", ["kml", "timelinejs"])
def test_no_text_is_taken_for_html_by_who_shows_an_export(form: Format) -> None:
    settings = Settings(title=HOSTILE, introduction=HOSTILE)

    text = export([hostile()], settings, form).content.decode()

    shown = html.unescape(text) if form == "kml" else text  # XML is undone, and then shown
    assert "onerror" in shown
    assert "<img" not in shown
    assert "<b>" not in shown


def test_kml_gives_back_every_text_that_looks_like_html(tmp_path: Path) -> None:
    before, path = hostile(), tmp_path / "out.kml"
    path.write_bytes(export([before], Settings(introduction=HOSTILE), "kml").content)

    read = read_events(path)

    assert read.words["introduction"] == HOSTILE
    assert read[0].place
    assert read[0].place.name == HOSTILE
    for name in ("title", "category", "description", "source", "extra"):
        assert getattr(read[0], name) == getattr(before, name)


def test_timelinejs_gives_back_a_title_that_looks_like_html(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_bytes(export([hostile()], WORDS, "timelinejs").content)

    assert read_events(path)[0].title == HOSTILE
