"""Tables that Python holds: frames of pandas and others, records, open files."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import geopandas
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from shapely import Point, Polygon

from mapgen import EventLayer, HistoricalMap, TableError, read_events
from mapgen.reading.frames.cell_texts import text_of

if TYPE_CHECKING:
    from pathlib import Path

TOWNS: dict[str, list[Any]] = {
    "title": ["The mandate begins", "Independence", "The defection"],
    "date": ["1920-04-25", "1946-04-17", "2012-07-06"],
    "place": ["San Remo", "Damascus", "Paris"],
    "lat": [43.8175, 33.5131, 48.8566],
    "lon": [7.7750, 36.2919, 2.3522],
}


def edtf(*tables: Any) -> list[str]:
    return [event.date.edtf if event.date else "" for event in read_events(*tables)]


def points(table: Any) -> list[tuple[float | None, float | None] | None]:
    places = [event.place for event in read_events(table)]
    return [(place.lat, place.lon) if place else None for place in places]


@pytest.fixture
def frame() -> pd.DataFrame:
    return pd.DataFrame(TOWNS)


@pytest.mark.parametrize(
    "made",
    [
        pd.DataFrame,
        pl.DataFrame,
        pa.table,
        lambda towns: [
            dict(zip(towns, row, strict=True)) for row in zip(*towns.values(), strict=True)
        ],
        lambda towns: io.StringIO(pd.DataFrame(towns).to_csv(index=False)),
        lambda towns: io.BytesIO(pd.DataFrame(towns).to_csv(index=False).encode()),
    ],
    ids=["pandas", "polars", "pyarrow", "records", "text", "bytes"],
)
def test_every_kind_of_table_gives_the_events_of_its_csv(made: Any, tmp_path: Path) -> None:
    pd.DataFrame(TOWNS).to_csv(tmp_path / "t.csv", index=False)
    expected = list(read_events(tmp_path / "t.csv"))

    found = list(read_events(made(TOWNS)))

    plain = [(e.id, e.title, e.date, e.place) for e in found]
    assert plain == [(e.id, e.title, e.date, e.place) for e in expected]


def test_moments_and_days_are_dates(frame: pd.DataFrame) -> None:
    frame["date"] = pd.to_datetime(frame["date"])

    assert edtf(frame) == ["1920-04-25", "1946-04-17", "2012-07-06"]


def test_a_moment_with_a_time_of_day_keeps_it(frame: pd.DataFrame) -> None:
    frame["date"] = pd.to_datetime(["1920-04-25 00:00", "1946-04-17 06:30", ""])

    events = list(read_events(frame))

    assert [event.date and event.date.edtf for event in events] == [
        "1920-04-25",
        "1946-04-17",
        None,
    ]
    assert events[1].date
    assert events[1].date.time
    assert events[1].date.time.text == "06:30:00"


@pytest.mark.parametrize(
    ("frequency", "starts", "expected"),
    [
        ("Y", ["1920", "1946", "2012"], ["1920", "1946", "2012"]),
        ("M", ["1920-04", "1946-04", "2012-07"], ["1920-04", "1946-04", "2012-07"]),
        (
            "Q",
            ["1920-04", "1946-12", "2012-07"],
            ["1920-04-01/1920-06-30", "1946-10-01/1946-12-31", "2012-07-01/2012-09-30"],
        ),
        (
            "D",
            ["1920-04-25", "1946-04-17", "2012-07-06"],
            ["1920-04-25", "1946-04-17", "2012-07-06"],
        ),
        (
            "W",
            ["1920-04-25", "1946-04-17", "2012-07-06"],
            ["1920-04-19/1920-04-25", "1946-04-15/1946-04-21", "2012-07-02/2012-07-08"],
        ),
    ],
)
def test_a_period_is_its_days(
    frame: pd.DataFrame, frequency: str, starts: list[str], expected: list[str]
) -> None:
    frame["date"] = pd.PeriodIndex(starts, freq=frequency)

    assert edtf(frame) == expected


def test_years_with_gaps_are_whole_numbers(frame: pd.DataFrame) -> None:
    years = frame.drop(columns="date").assign(year=[1920.0, np.nan, 2012.0])

    assert edtf(years) == ["1920", "", "2012"]


def test_what_is_missing_is_blank_whatever_marks_it(frame: pd.DataFrame) -> None:
    frame["description"] = pd.Series([None, pd.NA, float("nan")], dtype=object)
    frame["category"] = pd.Categorical(["Rule", None, "Exile"])
    frame["sensitive"] = pd.array([True, None, False], dtype="boolean")

    events = list(read_events(frame))

    assert [event.description for event in events] == ["", "", ""]
    assert [event.category for event in events] == ["Rule", "", "Exile"]
    assert [event.sensitive for event in events] == [True, False, False]


def test_an_index_with_a_name_is_a_column_and_another_is_none(frame: pd.DataFrame) -> None:
    named = frame.set_index("date")
    unnamed = frame.set_axis(["a", "b", "c"])

    assert edtf(named) == ["1920-04-25", "1946-04-17", "2012-07-06"]
    assert edtf(unnamed) == ["1920-04-25", "1946-04-17", "2012-07-06"]


def test_points_are_degrees_of_wgs_84_whatever_the_frame_has_them_in(frame: pd.DataFrame) -> None:
    plain = frame.drop(columns=["lat", "lon"])
    shapes = [Point(lon, lat) for lon, lat in zip(TOWNS["lon"], TOWNS["lat"], strict=True)]
    located = geopandas.GeoDataFrame(plain, geometry=shapes, crs=4326).to_crs(3857)

    found = points(located)

    expected = list(zip(TOWNS["lat"], TOWNS["lon"], strict=True))
    assert [
        (round(lat or 0, 6), round(lon or 0, 6)) for lat, lon in filter(None, found)
    ] == expected


def test_a_shape_says_where_an_event_was(frame: pd.DataFrame) -> None:
    plain = frame.drop(columns=["lat", "lon"]).iloc[:1]
    square = Polygon([(7, 43), (8, 43), (8, 44), (7, 44)])

    ((lat, lon),) = filter(None, points(geopandas.GeoDataFrame(plain, geometry=[square], crs=4326)))

    assert (lat, lon) == (43.5, 7.5)


def test_a_problem_names_row_and_column(frame: pd.DataFrame) -> None:
    frame["date"] = ["1920-04-25", "1946-13", "1946-04"]
    frame["lat"] = [43.8, 133.5, 48.9]

    with pytest.raises(TableError) as caught:
        read_events(frame)

    told = [str(problem) for problem in caught.value.problems]
    assert any(text.startswith('DataFrame, row 2: date: "1946-13" has month 13') for text in told)
    assert any(text.startswith("DataFrame, row 2: lat: ") for text in told)
    assert not any(" line " in text for text in told)


def test_frames_of_one_kind_have_numbers_where_several_are_given(frame: pd.DataFrame) -> None:
    wrong = frame.assign(date="1946-02-30")

    with pytest.raises(TableError) as caught:
        read_events(frame, pl.DataFrame(TOWNS), wrong)
    events = read_events(frame, pl.DataFrame(TOWNS).rename({"title": "name"}).to_arrow())

    told = [str(problem) for problem in caught.value.problems]
    assert any(text.startswith('DataFrame 3, row 1: date: "1946-02-30"') for text in told)
    assert events.files == ("DataFrame", "Table")


def test_an_open_file_has_lines(frame: pd.DataFrame) -> None:
    right, wrong = (each.to_csv(index=False) for each in (frame, frame.assign(date="1946-02-30")))

    with pytest.raises(TableError, match='StringIO 2:2: date: "1946-02-30" has day 30'):
        read_events(io.StringIO(right), io.StringIO(wrong))


def test_a_frame_without_rows_or_with_two_columns_of_a_name_is_refused(frame: pd.DataFrame) -> None:
    with pytest.raises(TableError, match="DataFrame: has no rows; give it a row for each event"):
        read_events(frame.iloc[:0])
    twice = pd.concat([frame, frame[["title"]]], axis=1)
    with pytest.raises(TableError, match="title: columns 1 and 6 both have this name"):
        read_events(twice)


def test_a_row_without_anything_is_skipped_and_the_others_keep_their_numbers() -> None:
    rows: list[dict[str, Any]] = [
        {"title": "A", "date": "1900", "lat": 1.5, "lon": 3.5},
        {"title": None, "date": None, "lat": None, "lon": None},
        {"title": "B", "date": "1901-02-30", "lat": 2.5, "lon": 4.5},
    ]

    with pytest.raises(TableError) as caught:
        read_events(pd.DataFrame(rows))
    assert [problem.line for problem in caught.value.problems] == [3]

    events = read_events([*rows[:2], {**rows[2], "date": "1901"}])
    assert [event.title for event in events] == ["A", "B"]
    assert events.tables[0].skipped == 1


def test_years_before_our_era_are_those_of_the_calendar_of_numpy() -> None:
    days = np.array(["-0043-03-15", "-0752-04-21", "0064-07-18"], "datetime64[s]")
    frame = pd.DataFrame({"title": ["Ides", "Rome", "Fire"], "date": days}).assign(
        lat=41.9, lon=12.5
    )

    assert edtf(frame) == ["-0043-03-15", "-0752-04-21", "0064-07-18"]


def test_degrees_near_naught_are_no_powers_of_ten() -> None:
    frame = pd.DataFrame({"title": ["Null Island"], "date": "1900", "lat": 1e-05, "lon": -2e-07})

    assert points(frame) == [(1e-05, -2e-07)]


def test_what_an_author_wrote_is_told_as_it_stands() -> None:
    frame = pd.DataFrame({"title": ["Metro"], "date": ["line 5"], "lat": [1.5], "lon": [2.5]})

    with pytest.raises(TableError, match='DataFrame, row 1: date: "line 5" is not a date'):
        read_events(frame)


def test_what_is_no_table_is_a_fault_of_the_caller() -> None:
    with pytest.raises(TypeError, match="a table is a path, a frame, records or an open file"):
        read_events(7)  # type: ignore[arg-type]


def test_a_file_and_a_frame_make_one_map(frame: pd.DataFrame, tmp_path: Path) -> None:
    frame.iloc[:1].to_csv(tmp_path / "first.csv", index=False)

    events = read_events(tmp_path / "first.csv", frame.iloc[1:])

    assert [event.title for event in events] == TOWNS["title"]
    assert events.files[1] == "DataFrame"


def test_events_are_a_typed_frame_that_reads_back(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "title,date,place,country,lat,lon,to,to_country,tags,sensitive,ship\n"
        "Ides of March,-0043-03-15,Rome,Italy,41.9,12.5,,,war;rome,,\n"
        "A letter,c. 1920,Damascus,Syria,,,Paris,France,,yes,Lotus\n"
        "Nobody knows when,,Hama,Syria,,,,,,,\n",
        "utf-8",
    )
    events = read_events(tmp_path / "t.csv")

    frame = events.to_pandas()

    assert isinstance(frame, geopandas.GeoDataFrame)
    assert frame.crs == "EPSG:4326"
    assert frame["earliest"].dtype == "datetime64[s]"
    assert frame["earliest"].isna().tolist() == [False, False, True]
    assert frame["lat"].dtype == frame["to_lon"].dtype == "float64"
    assert frame["sensitive"].tolist() == [False, True, False]
    assert frame["tags"].tolist() == [["war", "rome"], [], []]
    assert frame["country"].dtype == "category"
    again = read_events(frame)
    told = [(e.id, e.title, e.date and e.date.edtf, e.tags, e.extra) for e in again]
    assert told == [(e.id, e.title, e.date and e.date.edtf, e.tags, e.extra) for e in events]
    where = [(e.place and (e.place.lat, e.place.code), e.to and e.to.name) for e in again]
    assert where == [(e.place and (e.place.lat, e.place.code), e.to and e.to.name) for e in events]


def test_a_map_and_a_layer_take_frames(frame: pd.DataFrame) -> None:
    for events in (frame, pl.DataFrame(TOWNS), io.StringIO(frame.to_csv(index=False))):
        assert "The defection" in HistoricalMap(events).to_html()
    assert EventLayer(frame).get_name()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (pd.NaT, ""),
        (pd.NA, ""),
        (float("nan"), ""),
        (np.float64(1920.0), "1920"),
        (33.5131, "33.5131"),
        (np.float32(33.5131), "33.5131"),
        (Decimal("1920.0"), "1920"),
        (1e22, "1" + 22 * "0"),
        (np.int64(7), "7"),
        (True, "yes"),
        (np.zeros(1, bool)[0], "no"),
        (dt.date(1946, 4, 17), "1946-04-17"),
        (dt.datetime(1946, 4, 17, 6, 30), "1946-04-17T06:30:00"),  # noqa: DTZ001  (a local time)
        (pd.Timestamp("1946-04-17"), "1946-04-17"),
        (pd.Period("1900-02", "M"), "1900-02"),
        (["war", None, "rome"], "war; rome"),
        (Point(7, 43), "POINT (7 43)"),
        ("  a\r\nb ", "a\nb"),
        (b"1800", "b'1800'"),
    ],
)
def test_a_value_is_written_as_an_author_would(value: object, expected: str) -> None:
    assert text_of(value) == expected
