"""Events are put in the order of their dates."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mapgen.dates import parse
from mapgen.events import Event
from mapgen.events.ordering import in_time_order

WRITTEN = st.sampled_from(
    ["", "1920", "1920-01-01", "1920/1946", "../1920", "1920/..", "Y-66000000"]
)


@given(st.lists(st.tuples(WRITTEN, st.integers(2, 5)), max_size=9))
def test_columns_are_put_in_the_order_in_which_events_would_be_sorted(
    rows: list[tuple[str, int]],
) -> None:
    events = [
        Event(id=str(number), title="T", date=parse(text) if text else None, line=line)
        for number, (text, line) in enumerate(rows)
    ]

    found = in_time_order(events)

    assert found["id"] == [event.id for event in sorted(events, key=_first_last_line)]
    assert list(found["date"]) == [events[int(name)].date for name in found["id"]]


def _first_last_line(event: Event) -> tuple[bool, float, float, int]:
    if event.date is None:
        return (True, 0, 0, event.line)
    first, last = event.date.earliest, event.date.latest
    infinite = float("inf")
    return (
        False,
        -infinite if first is None else first,
        infinite if last is None else last,
        event.line,
    )
