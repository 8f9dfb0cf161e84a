"""Compares what is read from a table or document with the golden case beside it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mapgen.events.naming import base_of
from mapgen.reading import read_events

if TYPE_CHECKING:
    import pytest

    from mapgen.events import Event, Place


def plain(event: Event, *, without: str = "") -> dict[str, Any]:
    """Return what an event tells, without what is blank and without one field.

    Of a made id, it leaves out the mark of what stands in the other cells.
    """
    told = {field.name: getattr(event, field.name) for field in dataclasses.fields(event)}
    told |= {
        "id": base_of(event.id),
        "date": event.date and event.date.edtf,
        "time": event.date and event.date.time and event.date.time.text,
        "end_time": event.date and event.date.end_time and event.date.end_time.text,
        "place": event.place and _spot(event.place),
        "to": event.to and _spot(event.to),
        "extra": dict(event.extra),
    }
    return {name: value for name, value in told.items() if value and name != without}


def _spot(place: Place) -> dict[str, Any]:
    told = {"name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon}
    return {name: value for name, value in told.items() if value not in {"", None}}


def compare(monkeypatch: pytest.MonkeyPatch, file: Path, *, without: str = "") -> None:
    """Compare a file with expected.json; after a wanted change, take over what actual/ holds."""
    monkeypatch.chdir(file.parent)

    events = read_events(file.name)

    found = {
        "layout": events.tables[0].layout,
        "words": dict(events.words),
        "unknown": list(events.tables[0].unknown),
        "warnings": list(map(str, events.warnings)),
        "events": [plain(event, without=without) for event in events],
    }
    actual = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    expected = Path("expected.json")
    if not expected.is_file() or expected.read_text("utf-8") != actual:
        Path("actual").mkdir(exist_ok=True)
        Path("actual/expected.json").write_text(actual, "utf-8")
    assert json.loads(actual) == json.loads(expected.read_text("utf-8"))
