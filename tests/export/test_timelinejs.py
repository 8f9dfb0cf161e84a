"""TimelineJS gets the slides, eras and days of the events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen import dates
from mapgen.events import Place
from mapgen.export import export
from mapgen.reading import read_events
from mapgen.settings import Settings
from tests.export.writing import WORDS, event, written

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.reading import Events


def spot(place: Place | None) -> tuple[float | None, float | None] | None:
    """Return a position; TimelineJS has no place for a country."""
    return (place.lat, place.lon) if place and place.lat is not None else None


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
    for each in read:
        before = given[each.title]
        assert each.date
        assert before.date
        if before.date.latest is None:
            continue  # named as lost
        assert each.kind == before.kind
        assert (each.date.earliest, each.date.latest) == (
            before.date.earliest,
            before.date.latest,
        )
        if each.kind == "event":
            assert each.category == before.category
            assert each.description == before.description
            assert spot(each.place) == spot(before.place)


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
