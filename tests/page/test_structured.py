from __future__ import annotations

import json
from typing import Any

import pytest

from mapgen.dates import parse
from mapgen.events import Event, Place
from mapgen.page import structured as module
from mapgen.page.payload import pack
from mapgen.page.structured import structured
from mapgen.settings import Settings
from mapgen.texts.prose import plain


def of(*events: Event, **words: Any) -> dict[str, Any]:
    return structured(pack(events, Settings(**words)))


def one(**fields: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"id": "one", "title": "One", "line": 2} | fields
    return dict(of(Event(**given))["hasPart"][0])


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("1982", "1982", None),
        ("1982-02", "1982-02", None),
        ("1946-04-17", "1946-04-17", None),
        ("1920/1946", "1920", "1946"),
        ("2000/..", "2000", None),
        ("c. 1940", None, None),
        ("192X", None, None),
        ("-0043", None, None),
        ("before 1940", None, None),
    ],
)
def test_only_a_date_that_iso_8601_can_say_is_said(
    written: str, start: str | None, end: str | None
) -> None:
    event = one(date=parse(written))

    assert (event.get("startDate"), event.get("endDate")) == (start, end)


def test_a_place_has_its_position_and_a_country_its_name() -> None:
    place = one(place=Place(name="Damascus", country="Syria", lat=33.5, lon=36.3, code="SYR"))
    country = one(place=Place(country="Syria", code="SYR", found="country"))

    assert place["location"] == {
        "@type": "Place",
        "name": "Damascus",
        "address": "Syria",
        "geo": {"@type": "GeoCoordinates", "latitude": 33.5, "longitude": 36.3},
    }
    assert country["location"] == {"@type": "Country", "name": "Syria"}


def test_a_description_is_plain_text() -> None:
    assert one(description="A *b* & <c>")["description"] == "A b & <c>"
    assert plain("<p>a</p>\n<p>b &lt; c</p>") == "a b < c"


def test_what_is_blank_is_left_out() -> None:
    assert one() == {"@type": "Event", "@id": "#event=one", "name": "One"}


def test_the_collection_counts_all_events_and_tells_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_EVENTS", 2)

    found = of(*(Event(id=str(i), title="x", line=2) for i in range(5)), title="Map")

    assert (found["name"], found["size"], len(found["hasPart"])) == ("Map", 5, 2)
    assert json.dumps(found)
