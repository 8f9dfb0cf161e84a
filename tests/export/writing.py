"""Events of any kind, and what comes of them when they are written and read again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

from hypothesis import strategies as st

from mapgen import dates
from mapgen.events import Event, Place, Status
from mapgen.export import Format, export
from mapgen.settings import Settings
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.export import Format


TESTS = ROOT / "tests"


WORDS = Settings(
    title="A & B", subtitle="<c>", introduction="Some *words*.", credits="Who", language="fr"
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


def event(**changes: Any) -> Event:
    values: dict[str, Any] = {"id": "one", "title": "One", "line": 2}
    return Event(**(values | changes))


def written(form: Format, *events: Event, told: Settings = WORDS) -> Any:
    return json.loads(export(events, told, form).content)
