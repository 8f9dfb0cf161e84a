"""Times of day reach the page, exports and search engines, and come back."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from mapgen.export.formats import export
from mapgen.page.payload import pack
from mapgen.page.structured import structured
from mapgen.reading import read_events
from mapgen.settings import Settings
from tests.dates.clocks import in_order, table, times

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.export.formats import Format


WHOLE: dict[Format, str] = {
    "csv": "csv",
    "geojson": "geojson",
    "linked-places": "jsonld",
    "kml": "kml",
}


LOG = (
    "title,date,time,end_time\n"
    "The plane leaves,1944-07-20,7:10,\n"
    "The bomb,20 July 1944,about noon,\n"
    "The ministry,1944-07-20,16:00,23:15\n"
    "The radio,1944-07-20T18:28+01:00,,\n"
    "The night,1944-07-20/1944-07-21,23:50,at night\n"
    "Later,1944-07-22,,\n"
)


@pytest.mark.parametrize(("form", "ending"), WHOLE.items())
def test_times_read_back_from_each_whole_format(tmp_path: Path, form: Format, ending: str) -> None:
    given = table(tmp_path, LOG)
    copy = tmp_path / f"copy.{ending}"

    copy.write_bytes(export(given, Settings(), form).content)
    read = read_events(copy)

    assert [event.date for event in read] == [event.date for event in given]
    assert in_order(read) == in_order(given)


def test_exports_say_times_where_other_programs_look(tmp_path: Path) -> None:
    events = table(tmp_path, LOG)

    written = {form: export(events, Settings(), form).content.decode() for form in WHOLE}
    slides = json.loads(export(events, Settings(), "timelinejs").content)["events"]
    whens = [each["when"] for each in json.loads(written["geojson"])["features"]]

    assert whens[0]["timespans"] == [{"start": {"in": "1944-07-20T07:10:00"}}]
    assert whens[0]["edtf"] == "1944-07-20T07:10:00"
    assert whens[1]["edtf"] == "1944-07-20"
    assert whens[2]["timespans"][0]["end"] == {"in": "1944-07-20T23:15:00"}
    assert "<when>1944-07-20T07:10:00</when>" in written["kml"]
    assert "<when>1944-07-20T18:28:00+01:00</when>" in written["kml"]
    assert "<begin>1944-07-20T16:00:00</begin><end>1944-07-20T23:15:00</end>" in written["kml"]
    assert slides[0]["start_date"] | {"hour": 7, "minute": 10} == slides[0]["start_date"]
    assert slides[2]["end_date"]["hour"] == 23
    assert "hour" not in slides[1]["start_date"]


def test_times_of_timelinejs_json_become_times(tmp_path: Path) -> None:
    start = {"year": 1944, "month": 7, "day": 20, "hour": 7, "minute": 10}
    slide = {"start_date": start, "text": {"headline": "A"}}
    (tmp_path / "t.json").write_text(json.dumps({"events": [slide]}), "utf-8")

    assert times(read_events(tmp_path / "t.json")) == [("07:10", "")]


def test_times_of_geojson_and_kml_become_times(tmp_path: Path) -> None:
    properties = {"title": "A", "date": "1944-07-20", "time": "7:10"}
    feature = {"type": "Feature", "geometry": None, "properties": properties}
    stamp = {"title": "B", "time": "1944-07-20T12:42:00"}
    features = [feature, {**feature, "properties": stamp}]
    collection = {"type": "FeatureCollection", "features": features}
    (tmp_path / "t.geojson").write_text(json.dumps(collection), "utf-8")
    (tmp_path / "t.kml").write_text(
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>A</name>'
        "<TimeStamp><when>1944-07-20T12:42:00Z</when></TimeStamp></Placemark></kml>",
        "utf-8",
    )

    assert times(read_events(tmp_path / "t.geojson")) == [("7:10", ""), ("12:42:00", "")]
    assert times(read_events(tmp_path / "t.kml")) == [("12:42:00Z", "")]


def test_search_engines_hear_the_time(tmp_path: Path) -> None:
    parts = structured(pack(table(tmp_path, LOG), Settings()))["hasPart"]

    told = {part["name"]: (part["startDate"], part.get("endDate")) for part in parts}
    assert told["The plane leaves"] == ("1944-07-20T07:10:00", None)
    assert told["The bomb"] == ("1944-07-20", None)
    assert told["The ministry"] == ("1944-07-20T16:00:00", "1944-07-20T23:15:00")
    assert told["The night"] == ("1944-07-20T23:50:00", "1944-07-21")


def test_a_payload_without_times_has_no_place_for_them(tmp_path: Path) -> None:
    payload = pack(table(tmp_path, "title,date\nA,1944-07-20\n"), Settings())

    assert not {name for name in payload["events"] if re.search("time", name)}


@pytest.mark.parametrize(
    ("moment", "clock"),
    [
        ("2011-03-11T05:46:24.120Z", "05:46:24.120Z"),
        ("2011-03-11 05:46", "05:46"),
        ("11 March 2011, 5:46 am", "5:46 am"),
        ("11.03.2011 05:46", "05:46"),
    ],
)
def test_a_column_called_time_that_holds_whole_moments_is_that_of_the_dates(
    tmp_path: Path, moment: str, clock: str
) -> None:
    table = tmp_path / "quakes.csv"
    table.write_text(
        f'title,time,latitude,longitude\nTohoku,"{moment}",38.3,142.4\n'
        "Maule,2010-02-27T06:34:11Z,-36.1,-72.9\n",
        "utf-8",
    )

    event = read_events(table)[0]

    assert event.date is not None
    assert event.date.edtf == "2011-03-11"
    assert event.date.time is not None
    assert event.date.time.text == clock
