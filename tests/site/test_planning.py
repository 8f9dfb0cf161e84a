"""Parts of a site are decided from counts alone, and named in the language of the page."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from mapgen.dates import day_number, parse
from mapgen.events import Event, Place
from mapgen.site.naming import count_events, name_of_period, name_of_places, read_events
from mapgen.site.plan import add_up, cells, count, leaves, plan, size_of_parts, steps
from mapgen.site.tiles import FINEST, NOWHERE, UNDATED, centre, days, tiles
from mapgen.site.working import _bins

CHANCE = np.random.default_rng(7)


def some(number: int) -> tuple[np.ndarray, np.ndarray]:
    places = CHANCE.integers(0, 4**13, number)
    days = CHANCE.integers(-50_000, 20_000, number)
    places[::50], days[::40] = NOWHERE, UNDATED
    return places, days


def test_no_part_holds_more_than_its_size() -> None:
    tiles, days = some(20_000)
    tree, times = leaves(count(tiles), 100), steps([(-50_000, 20_000)])
    own = cells(tiles, days, tree, times)

    found = plan(count(own), tree, times, 100)

    _, counts = np.unique(found.of(own, np.arange(20_000)), return_counts=True)
    assert counts.max() <= 110  # lots may fall unevenly where parts share a day
    assert len(counts) == found.count


def test_counts_of_parts_of_the_events_add_up_to_those_of_all() -> None:
    tiles, _ = some(3000)

    keys, counts = add_up([count(tiles[:700]), count(tiles[700:])])

    whole = count(tiles)
    assert np.array_equal(keys, whole[0])
    assert np.array_equal(counts, whole[1])


def test_earlier_and_later_stay_in_the_same_tile() -> None:
    tiles, days = some(20_000)
    tree, times = leaves(count(tiles), 100), steps([(-50_000, 20_000)])
    own = cells(tiles, days, tree, times)
    found = plan(count(own), tree, times, 100)
    parts = found.of(own, np.zeros(20_000, np.int64))
    homes = dict(zip(parts.tolist(), tree.of(tiles).tolist(), strict=True))

    for part in range(1, found.count + 1):
        for other in filter(None, found.beside(part)):
            assert homes[other] == homes[part]


def test_a_site_of_very_many_events_has_larger_parts() -> None:
    assert size_of_parts(5_000_000) == 4000
    assert size_of_parts(60_000_000) == 10_000


@pytest.mark.parametrize(
    ("number", "en", "fr", "ar"),
    [
        (1, "1 event", "1 événement", "حدث واحد"),
        (2, "2 events", "2 événements", "حدثان"),
        (7, "7 events", "7 événements", "٧ أحداث"),
        (2310, "2,310 events", "2\u202f310 événements", "٢٬٣١٠ أحداث"),
        (1099, "1,099 events", "1\u202f099 événements", "١٬٠٩٩ حدثًا"),
        (100, "100 events", "100 événements", "١٠٠ حدث"),
    ],
)
def test_a_row_says_how_many_events_it_stands_for(number: int, en: str, fr: str, ar: str) -> None:
    assert [count_events(number, language) for language in ("en", "fr", "ar")] == [en, fr, ar]


def test_the_link_of_a_row_says_what_it_leads_to() -> None:
    assert read_events(2310, "en") == "Read the 2,310 events"
    assert read_events(1, "fr") == "Le lire parmi ses voisins"


def test_several_places_are_named_after_one() -> None:
    assert name_of_places("Damascus", several=True, language="en") == "Around Damascus"
    assert name_of_places("Damascus", several=False, language="fr") == "Damascus"
    assert name_of_places("", several=False, language="en") == "Without a place"


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ((1900, 3, 4), (1909, 5, 6), "1900–1909"),
        ((1900, 1, 1), (1900, 12, 31), "1900"),
        ((1900, 3, 4), (1900, 5, 6), "March–May 1900"),
        ((1900, 3, 4), (1900, 3, 6), "March 1900"),
        ((1900, 3, 4), (1900, 3, 4), "4 March 1900"),
        ((-43, 3, 15), (14, 8, 19), "44 BCE – 14 CE"),
        ((-12_000, 1, 1), (-9000, 1, 1), "12,001–9001 BCE"),
    ],
)
def test_a_period_is_said_as_coarsely_as_is_clear(
    first: tuple[int, int, int], last: tuple[int, int, int], name: str
) -> None:
    assert name_of_period(day_number(*first), day_number(*last), "en") == name


def test_an_event_counts_on_its_first_day_or_the_last_where_the_start_is_open() -> None:
    written = ("1970-01-03", "1970-01-03/1970-01-09", "/1970-01-09", "1970-01-03/..")
    found = [Event(id=text, title="A", date=parse(text), line=2) for text in written]

    assert days([*found, Event(id="u", title="A", line=2)]).tolist() == [2, 2, 8, 2, UNDATED]


@pytest.mark.parametrize(("lat", "lon"), [(33.5, 36.3), (-33.9, 151.2), (84.9, -179.9)])
def test_the_middle_of_a_tile_lies_in_it(lat: float, lon: float) -> None:
    place = Place(name="Here", lat=lat, lon=lon)
    number = tiles([Event(id="a", title="A", place=place, line=2)])

    found = centre(FINEST, int(number[0]))

    assert found == pytest.approx((lat, lon), abs=0.05)
    moved = dataclasses.replace(place, lat=found[0], lon=found[1])
    assert tiles([Event(id="a", title="A", place=moved, line=2)]) == number


def test_a_bin_holds_as_much_as_a_block_where_there_are_enough() -> None:
    tiles, days = some(20_000)
    tree, times = leaves(count(tiles), 100), steps([(-50_000, 20_000)])
    found = plan(count(cells(tiles, days, tree, times)), tree, times, 100)

    bins = [_bins(found, batches) for batches in (1, 20, 1000)]

    assert [len(each) for each in bins] == [16, 20, 64]
    assert [int(each[0]) for each in bins] == [1, 1, 1]
