"""Says in the words of schema.org what a page tells, for search engines and catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.dates.plain import is_plain_day
from mapgen.dates.time_of_day import exact, time_of_day
from mapgen.regex import regex
from mapgen.texts.prose import plain

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from mapgen.page.payload import Payload

MOST_EVENTS = 200  # enough to show what the page is about; the page itself holds them all
_LONGEST = 500  # characters of a description

# ISO 8601 without its extensions: a year, month or day, or two of them; the end may be open.
_ISO = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?"
_DATE = regex(rf"({_ISO})(?:/(?:\.\.|({_ISO}))?)?")


def structured(payload: Payload) -> dict[str, Any]:
    """Return the page as a Collection of the first MOST_EVENTS events, ready for JSON-LD."""
    told = payload["map"]
    count = len(payload["events"]["id"])
    return _without_blanks(
        {
            "@context": "https://schema.org",
            "@type": "Collection",
            "name": told["title"],
            "description": told["subtitle"] or plain(told["introduction"]),
            "inLanguage": told["language"],
            "size": count,
            "hasPart": [_event(payload, i) for i in range(min(count, MOST_EVENTS))],
        }
    )


def _event(payload: Payload, i: int) -> dict[str, Any]:
    """Return one event; a date that ISO 8601 cannot say, such as about 1940, is left out."""
    events = payload["events"]
    date = _DATE.fullmatch(events["edtf"][i])
    return _without_blanks(
        {
            "@type": "Event",
            "@id": f"#event={events['id'][i]}",
            "name": events["title"][i],
            "startDate": _moment(date[1], events.get("time"), i) if date else "",
            "endDate": _end(date, events.get("end_time"), i) if date else "",
            "location": _place(payload, events["place"][i]),
            "description": plain(events["description"][i])[:_LONGEST],
        }
    )


def _moment(day: str, times: Sequence[str] | None, i: int) -> str:
    """Return a day with its time of day, alone where none is known exactly."""
    clock = exact(time_of_day(times[i])) if times and times[i] else ""
    return f"{day}T{clock}" if clock and is_plain_day(day) else day


def _end(date: re.Match[str], times: Sequence[str] | None, i: int) -> str:
    """Return where a date ends; a day does at its own end, unless a time says when."""
    if date[2]:
        return _moment(date[2], times, i)
    end = _moment(date[1], times, i)
    return end if end != date[1] and date[0] == date[1] else ""


def _place(payload: Payload, place: int) -> dict[str, Any]:
    if place < 0:
        return {}
    columns = payload["places"]
    lat, lon = columns["lat"][place], columns["lon"][place]
    if lat is None or lon is None:
        return {"@type": "Country", "name": columns["country"][place]}
    return _without_blanks(
        {
            "@type": "Place",
            "name": columns["name"][place] or columns["country"][place],
            "address": columns["country"][place],
            "geo": {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon},
        }
    )


def _without_blanks(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", {}, [])}
