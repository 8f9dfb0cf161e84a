"""Whole formats read back as the same events."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings

from mapgen import dates
from mapgen.events import Event, Place
from mapgen.export import Format, export
from mapgen.reading import read_events
from mapgen.settings import read_settings
from tests.export.writing import KML, TESTS, WORDS, collections, event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.export import Format


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
