"""Says a date as GeoJSON-T and Linked Places do: timespans with a start and an end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.dates import civil
from mapgen.dates.days import is_julian_leap_day
from mapgen.dates.spans import span
from mapgen.dates.syntax import Run, Several, Single, take_apart
from mapgen.dates.time_of_day import exact
from mapgen.regex import regex

if TYPE_CHECKING:
    from mapgen.dates import HistoricalDate, TimeOfDay

_LAST_OF_FOUR_DIGITS = 9999
# ISO 8601, and the signs of ISO 8601-2 that Linked Places takes at the end of a date.
_DAY = regex(r"[+-]?\d{4,}-\d\d-\d\d")
_PLAIN = regex(r"-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?[~?%]?")


def timespans(date: HistoricalDate) -> list[dict[str, Any]]:
    """Return the timespans of a date, one for each of a list of which every date is meant.

    A side is `in` a date of ISO 8601 where it is one, else between `earliest` and `latest`; of an
    open side is said what the other one tells: it began at the latest when it ended.
    """
    node = take_apart(date.edtf)
    if isinstance(node, Several) and node.every:
        return [_timespan(member) for member in node.members]
    found = _timespan(node) if isinstance(node, (Single, Run)) else _bounds(date)
    return [_with_times(found, date)]


def moment(day: str, time: TimeOfDay | None) -> str:
    """Return a day of ISO 8601 with a time of day, alone where either is not known exactly."""
    clock = exact(time) if time else ""
    return f"{day}T{clock}" if clock and _DAY.fullmatch(day) else day


def iso_day(day: int) -> str:
    """Return a day number as a date of ISO 8601; years of more than four digits have a sign."""
    year, month, day_of_month = civil(day)
    sign = "-" if year < 0 else "+" if year > _LAST_OF_FOUR_DIGITS else ""
    return f"{sign}{abs(year):04}-{month:02}-{day_of_month:02}"


def _timespan(node: Single | Run) -> dict[str, Any]:
    if isinstance(node, Single):
        return {"start": _side(node)} if _is_iso(node) else _outer(node)
    start = _side(node.start) if node.start else {}
    end = _side(node.end) if node.end else {}
    return {
        "start": start or {"latest": end.get("in") or end["latest"]},
        "end": end or {"earliest": start.get("in") or start["earliest"]},
    }


def _with_times(found: dict[str, Any], date: HistoricalDate) -> dict[str, Any]:
    """Add the times of day to the sides that are one day each."""
    start, end = found.get("start", {}), found.get("end", {})
    if date.end_time and not end and "in" in start:
        end = start
    timed = {"start": (start, date.time), "end": (end, date.end_time)}
    return found | {
        name: {"in": moment(side["in"], time)}
        for name, (side, time) in timed.items()
        if time and "in" in side
    }


def _side(date: Single) -> dict[str, str]:
    if _is_iso(date):
        return {"in": date.text}
    reach = span(date)
    return _known("earliest", reach.earliest) | _known("latest", reach.latest)


def _is_iso(date: Single) -> bool:
    """Tell whether ISO 8601 has a date, which has no leap days of the Julian calendar alone."""
    if date.month == "02" and date.day == "29" and date.year.lstrip("-").isdecimal():
        return not is_julian_leap_day(int(date.year), 2, 29)
    return _PLAIN.fullmatch(date.text) is not None


def _outer(date: Single) -> dict[str, Any]:
    reach = span(date)
    start, end = _known("earliest", reach.earliest), _known("latest", reach.latest)
    return {"start": start, "end": end}


def _bounds(date: HistoricalDate) -> dict[str, Any]:
    start, end = _known("earliest", date.earliest), _known("latest", date.latest)
    return {
        "start": start or _known("latest", date.latest),
        "end": end or _known("earliest", date.earliest),
    }


def _known(name: str, day: int | None) -> dict[str, str]:
    return {} if day is None else {name: iso_day(day)}
