"""What is told of events together, beside a count of the events one by one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mapgen.dates import parse
from mapgen.events import Event, EventRows, Place, columns_of
from mapgen.site.facts import Facts, cells_of

HAMA = Place(name="Hama", country="Syria", lat=35.13, lon=36.75, code="SYR", found="table")
PARIS = Place(name="Paris", lat=48.85, lon=2.35, found="table")
SYRIA = Place(country="Syria", code="SYR", found="country")
PLACES = st.sampled_from([None, HAMA, replace(HAMA), PARIS, SYRIA])
DATES = ["", "1920", "1920-07-24", "../1918", "1946/..", "1925/1927", "Y-66000000"]
EVENTS = st.lists(
    st.builds(
        Event,
        id=st.uuids().map(str),
        title=st.sampled_from(["A", "B"]),
        date=st.sampled_from([parse(text) if text else None for text in DATES]),
        place=PLACES,
        to=PLACES,
        category=st.sampled_from(["", "War", "Art"]),
        status=st.sampled_from(["", "confirmed", "reported"]),
        line=st.integers(2, 9),
    ),
    min_size=1,
    max_size=12,
)


@given(EVENTS)
def test_facts_are_what_a_count_of_the_events_gives(events: list[Event]) -> None:
    dates = [event.date for event in events if event.date]
    days = [day for date in dates for day in (date.earliest, date.latest) if day is not None]
    places = Counter(place for event in events if (place := event.place or event.to))
    categories = Counter(event.category for event in events if event.category)
    statuses = Counter(event.status for event in events)

    facts, everything = Facts(EventRows(columns_of(events))), np.arange(len(events))

    assert facts.span(everything) == ((min(days), max(days)) if days else (None, None))
    assert dict(facts.places(everything, 9)) == places
    assert dict(facts.categories(everything, 9)) == categories
    for found in (facts.places(everything, 9), facts.categories(everything, 9)):
        counts = [count for _, count in found]
        assert counts == sorted(counts, reverse=True)
    status = facts.status(everything)
    assert statuses[status] == max(statuses.values())
    assert all(status <= each for each in statuses if statuses[each] == statuses[status])


@given(EVENTS)
def test_the_middle_of_events_is_the_mean_of_their_points(events: list[Event]) -> None:
    places = [place for event in events if (place := event.place or event.to)]
    points = [(place.lat, place.lon) for place in places if place.lat is not None]

    middle = Facts(EventRows(columns_of(events))).middle(np.arange(len(events)))

    means = [sum(each or 0 for each in side) / len(points) for side in zip(*points, strict=True)]
    assert (middle is None) == (not points)
    assert np.allclose(middle or (), means)


@given(EVENTS, st.integers(1, 300))
def test_each_event_is_in_one_cell(events: list[Event], most: int) -> None:
    cells = cells_of(Facts(EventRows(columns_of(events))), part=7, zoom=3, most=most)

    assert sum(cell.count for cell in cells) == len(events)
    assert {cell.part for cell in cells} == {7}
    lands = Counter(_land(event) for event in events)
    assert Counter(cell.spot[2] for cell in cells for _ in range(cell.count)) == lands
    undated = sum(cell.count for cell in cells if cell.first is None)
    assert undated <= sum(event.date is None for event in events)
    titles = [cell.title for cell in cells if cell.count == 1]
    assert not Counter(titles) - Counter(event.title for event in events)
    assert not any(cell.title for cell in cells if cell.count > 1)


def _land(event: Event) -> str:
    place = event.place or event.to
    return place.code if place and place.lat is None else ""
