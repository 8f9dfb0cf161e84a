"""Writes events as the JSON of TimelineJS, which keeps less than the table holds and says so."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from mapgen.dates import civil
from mapgen.dates.days import days_in_month
from mapgen.dates.spans import span
from mapgen.dates.syntax import Run, take_apart
from mapgen.dates.time_of_day import exact
from mapgen.errors import quoted
from mapgen.export.event_rows import rows
from mapgen.export.geojson import dump
from mapgen.texts import prose
from mapgen.texts.addresses import image
from mapgen.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapgen.dates import HistoricalDate, TimeOfDay
    from mapgen.events import Event
    from mapgen.settings import Settings

_LISTED = 3
_DECEMBER = 12
# The columns that a slide keeps, and those that an era does.
_OF_SLIDES = {
    "title",
    "date",
    "time",
    "end_time",
    "date_text",
    "place",
    "lat",
    "lon",
    "category",
} | {
    *("description", "image", "image_alt", "image_credit", "id"),
}
_OF_ERAS = {"title", "date", "time", "end_time", "date_text", "kind"}
_USUAL = {("kind", "event")}


def write(events: Sequence[Event], settings: Settings) -> tuple[str, tuple[str, ...]]:
    """Return slides for the events, eras for the periods, and a slide for the title of the map.

    A year before 1 is -1 for 1 BCE, as TimelineJS counts and shows them. The sentences name what
    the format has no place for: other columns, and events without a beginning and an end.
    """
    dated = [event for event in events if event.date and _ends(event.date)]
    eras = [event for event in dated if _is_era(event)]
    slides = [event for event in dated if not _is_era(event)]
    timeline = {
        **_title(settings),
        "events": [_slide(event, settings) for event in slides],
        "eras": [_era(event, settings) for event in eras],
    }
    return dump(timeline), tuple(_lost(events, slides, eras))


def _is_era(event: Event) -> bool:
    """Tell whether a period has both its ends: TimelineJS knows no open era."""
    date = event.date
    whole = date and date.earliest is not None and date.latest is not None
    return event.kind == "period" and bool(whole)


def _title(settings: Settings) -> dict[str, Any]:
    told = [prose.to_html(text) for text in (settings.subtitle, settings.introduction) if text]
    if not settings.title:
        return {}
    return {"title": {"text": {"headline": prose.in_html(settings.title), "text": "".join(told)}}}


def _slide(event: Event, settings: Settings) -> dict[str, Any]:
    slide: dict[str, Any] = {
        "unique_id": event.id,
        **_when(event, settings),
        "text": {"headline": prose.in_html(event.title), "text": prose.to_html(event.description)},
    }
    if event.category:
        slide["group"] = prose.in_html(event.category)
    if address := image(event.image):
        media = {
            "url": address,
            "credit": prose.in_html(event.image_credit),
            "alt": prose.in_html(event.image_alt),
        }
        slide["media"] = {name: text for name, text in media.items() if text}
    place = event.place
    if place and place.lat is not None:
        slide["location"] = {"name": prose.in_html(place.name), "lat": place.lat, "lon": place.lon}
    return slide


def _era(event: Event, settings: Settings) -> dict[str, Any]:
    return {**_when(event, settings), "text": {"headline": prose.in_html(event.title)}}


def _when(event: Event, settings: Settings) -> dict[str, Any]:
    date = event.date
    if date is None:
        return {}
    words = event.date_text or say(date, settings.language)
    begin, *end = _ends(date)
    if date.end_time and not end:
        end = [begin]
    return {
        "start_date": begin | _clock(begin, date.time),
        **({"end_date": end[0] | _clock(end[0], date.end_time)} if end else {}),
        "display_date": prose.in_html(words),
    }


def _clock(date: dict[str, int], time: TimeOfDay | None) -> dict[str, int]:
    """Return the hour, minute and second of a time of a day, {} where it is not known exactly."""
    if not time or not (clock := exact(time)) or "day" not in date:
        return {}
    hour, minute, second = map(int, clock[:8].split(":"))
    return {"hour": hour, "minute": minute} | ({"second": second} if second else {})


def _ends(date: HistoricalDate) -> list[dict[str, int]]:
    """Return the begin and the end that are known, one for a day, a month or a year."""
    first, last = date.earliest, date.latest
    if first is None or last is None:
        first, last = _known_side(date)
    if first is None or last is None:
        return []
    parts = _fitting_parts(first, last)
    begin, end = _parts(first, parts), _parts(last, parts)
    return [begin] if begin == end else [begin, end]


def _known_side(date: HistoricalDate) -> tuple[int | None, int | None]:
    """Return the first and last day of the side of an open date that is not open."""
    node = take_apart(date.edtf)
    side = (node.start or node.end) if isinstance(node, Run) else None
    if side is None:
        day = date.latest if date.earliest is None else date.earliest
        return day, day
    reach = span(side)
    return reach.earliest, reach.latest


def _fitting_parts(first: int, last: int) -> int:
    """Return 1 where two days enclose whole years, 2 for whole months, else 3."""
    _, first_month, first_day = civil(first)
    last_year, last_month, last_day = civil(last)
    if first_day != 1 or last_day != days_in_month(last_year, last_month):
        return 3
    return 1 if first_month == 1 and last_month == _DECEMBER else 2


def _parts(day: int, parts: int) -> dict[str, int]:
    year, month, day_of_month = civil(day)
    values = (year if year > 0 else year - 1, month, day_of_month)
    return dict(zip(("year", "month", "day")[:parts], values[:parts], strict=True))


def _lost(events: Sequence[Event], slides: list[Event], eras: list[Event]) -> Iterator[str]:
    kept = {event.id for event in (*slides, *eras)}
    if undated := [event for event in events if event.id not in kept]:
        titles = ", ".join(quoted(event.title) for event in undated[:_LISTED])
        more = f" and {len(undated) - _LISTED} more" if len(undated) > _LISTED else ""
        yield f"TimelineJS takes no event without a date; left out: {titles}{more}"
    if begun := sum(bool(e.date and e.date.earliest is None) for e in slides):
        yield f"TimelineJS knows no open beginning: {_events(begun)} at the end alone"
    if ended := sum(
        bool(e.date and e.date.earliest is not None and e.date.latest is None) for e in slides
    ):
        yield f"TimelineJS knows no open end: {_events(ended)} at the beginning alone"
    counts = Counter(_left_over(slides, _OF_SLIDES)) + Counter(_left_over(eras, _OF_ERAS))
    if counts:
        told = ", ".join(f"{name} ({number})" for name, number in counts.items())
        yield f"TimelineJS has no place for these columns (and so many of their cells): {told}"


def _events(number: int) -> str:
    return "1 event stands" if number == 1 else f"{number} events stand"


def _left_over(events: Sequence[Event], kept: set[str]) -> Iterator[str]:
    """Yield the column of each cell that is filled and has no place in the format."""
    for cells in rows(events, blank_columns=True).cells:
        yield from (name for name, text in cells.items() if _counts(name, text, kept))


def _counts(name: str, text: str, kept: set[str]) -> bool:
    return name not in kept and (name, text) not in _USUAL
