"""Places that many rows share are located once, and like places of their own."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from mapgen.errors import PlaceError
from mapgen.events import Event, Place
from mapgen.locating import locate
from mapgen.places.geocoding import ANYWHERE, Candidate, Surroundings

PLACES = st.builds(
    lambda name, country, point: Place(name=name, country=country, lat=point[0], lon=point[1]),
    st.sampled_from(["", "Homs", "Hama", "Nowhere"]),
    st.sampled_from(["", "Syria", "France", "Narnia"]),
    st.sampled_from([(None, None), (34.7, 36.7), (48.8, 2.3)]),
)


@given(st.lists(st.tuples(PLACES, st.none() | PLACES)))
def test_places_that_rows_share_are_located_like_places_of_their_own(
    ends: list[tuple[Place, Place | None]],
) -> None:
    own = [
        Event(
            id="",
            title="",
            place=dataclasses.replace(place),
            to=to and dataclasses.replace(to),
            line=line,
        )
        for line, (place, to) in enumerate(ends)
    ]
    one = {place: place for pair in ends for place in pair if place}
    shared = [
        dataclasses.replace(
            event, place=event.place and one[event.place], to=event.to and one[event.to]
        )
        for event in own
    ]

    assert locate(shared, file="t.csv", gazetteer=_two_towns) == locate(
        own, file="t.csv", gazetteer=_two_towns
    )


def _two_towns(
    name: str, /, *, country: str | None = None, around: Surroundings = ANYWHERE
) -> Candidate:
    assert isinstance(around, Surroundings)
    if name == "Nowhere" or country == "FR":
        raise PlaceError(f"no {name!r}", "write its lat and lon")
    return Candidate(address=f"{name}, Syria", latitude=35.0, longitude=36.75)
