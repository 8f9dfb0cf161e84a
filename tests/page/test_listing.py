from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from mapgen.dates import parse
from mapgen.events import Event, Place
from mapgen.page import listing as module
from mapgen.page.listing import listing
from mapgen.page.payload import pack
from mapgen.settings import Settings

if TYPE_CHECKING:
    from mapgen.events.event import Status

DAMASCUS = Place(name="Damascus", country="Syria", lat=33.5, lon=36.3, code="SYR", found="table")
PARIS = Place(name="Paris", country="France", lat=48.9, lon=2.35, code="FRA", found="table")
SYRIA = Place(country="Syria", code="SYR", found="country")


def written(*events: Event, language: str = "en", **words: Any) -> str:
    return listing(pack(events, Settings(language=language, **words)))


def event(**fields: Any) -> Event:
    given: dict[str, Any] = {"id": "one", "title": "One", "line": 2} | fields
    return Event(**given)


@pytest.mark.parametrize("status", ["", "confirmed"])
def test_what_is_confirmed_or_says_no_status_needs_no_word(status: Status) -> None:
    html = written(event(date=parse("1946"), place=DAMASCUS, status=status))

    assert ">1946</bdi> · <" in html
    assert "onfirmed" not in html


def test_an_event_says_its_date_place_status_and_source() -> None:
    html = written(
        event(
            date=parse("1946-04-17"),
            place=DAMASCUS,
            status="disputed",
            description="Said *so*.",
            source="An archive",
            source_url="https://a.org/?a=1&b=2",
        )
    )

    assert '<h2 dir="auto">One</h2>' in html
    assert re.sub("<[^>]+>", "", html).count("17 April 1946 · Damascus, Syria · Disputed") == 1
    assert "Said <em>so</em>." in html
    assert 'Source: <a href="https://a.org/?a=1&amp;b=2"><bdi>An archive</bdi>' in html


def test_a_movement_says_both_ends_and_a_country_is_named_once() -> None:
    html = written(event(place=DAMASCUS, to=PARIS), event(id="two", place=SYRIA))

    assert "Damascus, Syria to Paris, France" in html
    assert "<bdi>Syria</bdi>" in html


@pytest.mark.parametrize(
    ("language", "undated"), [("en", "Undated"), ("fr", "Sans date"), ("ar", "بلا تاريخ")]
)
def test_the_list_speaks_the_language_of_the_page(language: str, undated: str) -> None:
    assert undated in written(event(), language=language)


def test_text_is_escaped() -> None:
    trap = '</main><script>alert(1)</script>" onclick="x'

    html = written(event(title=trap, source=trap), title=trap, introduction=trap)

    assert html.count("</main>") == 1
    assert "<script" not in html


def test_a_long_list_says_how_many_events_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_EVENTS", 2)

    html = written(*(event(id=str(i), title=f"Title {i}") for i in range(5)))

    assert html.count("<h2") == 2
    assert "more events than this list: 3 are left out" in html


def test_the_elements_of_a_few_events_are_made_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 2)

    html = written(*(event(id=str(i), title=f"Title {i}") for i in range(5)))

    at_once, _, rest = html.partition("<noscript>")
    assert (at_once.count("<h2"), rest.count("<h2")) == (2, 3)
    assert "<noscript>" not in written(event())


def test_a_whole_list_says_nothing_of_the_kind() -> None:
    assert "left out" not in written(event())
