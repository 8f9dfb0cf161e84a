"""Tables with times of day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.events.ordering import in_time_order
from mapgen.reading import read_events

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.reading import Events


def table(tmp_path: Path, text: str, name: str = "t.csv") -> Events:
    (tmp_path / name).write_text(text, "utf-8")
    return read_events(tmp_path / name)


def times(events: Events) -> list[tuple[str, str]]:
    return [
        (
            event.date.time.text if event.date and event.date.time else "",
            event.date.end_time.text if event.date and event.date.end_time else "",
        )
        for event in events
    ]


def in_order(events: Events) -> list[str]:
    return list(in_time_order(events)["title"])
