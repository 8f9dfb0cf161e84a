"""Reads the times of day that stand beside the dates, or in them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from mapgen.columns import Coded, coded_objects
from mapgen.dates.column import coded_dates
from mapgen.dates.days import civil
from mapgen.dates.time_of_day import TimeOfDay, time_of_day
from mapgen.errors import quoted
from mapgen.events.clocks import as_clocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mapgen.dates import HistoricalDate
    from mapgen.events.sheet import Sheet

    _Dates = Sequence[HistoricalDate | None]

COLUMNS = ("time", "end_time")
_CLOCK = "write it as 13:30, or leave it so"


class _Times(NamedTuple):
    """The times that stand beside a date."""

    time: TimeOfDay | None
    end: TimeOfDay | None


def read_times(sheet: Sheet, dates: Coded[HistoricalDate | None]) -> Coded[HistoricalDate | None]:
    """Return the dates with the times of day of the table.

    Midnights that a program put beside days are none. What cannot be put in order stays as it is
    written, and is told once.
    """
    known, _ = coded_dates(dates)
    inside, beside = bool(known.timed().any()), [c for c in COLUMNS if c in sheet.columns]
    if not inside and not beside:
        return dates
    found = list(dates)
    if inside:
        found = _without_midnights(found)
    if beside:
        found = _with_columns(sheet, found)
    _doubt_unread(sheet, found)
    _doubt_backwards(sheet, found)
    return coded_objects(found)


def date_texts(sheet: Sheet, dates: Coded[HistoricalDate | None]) -> Coded[str]:
    """Return what to show in place of each date; a time of day that has no date shows itself."""
    texts = sheet.coded("date_text")
    if "time" not in sheet.columns:
        return texts
    times = sheet.texts("time")
    rows = [row for row, date in enumerate(dates) if date is None and times[row]]
    bare = [row for row in rows if not texts[row]]
    if not bare:
        return texts
    message = f"{quoted(times[bare[0]])} is a time of day without a date; it is shown as it is"
    sheet.doubt(bare, "time", message, "write the date of the event too")
    shown = list(texts)
    for row in bare:
        shown[row] = times[row]
    return coded_objects(shown, key=str)


def _without_midnights(dates: Iterable[HistoricalDate | None]) -> list[HistoricalDate | None]:
    """Take out the midnights of a column in which at least half of the times are nothing else."""
    found = list(dates)
    timed = {id(date): date for date in found if date and any(_times_of(date))}
    bare = {key for key, date in timed.items() if all(map(_is_midnight, _times_of(date)))}
    rows = [id(date) for date in found if id(date) in timed]
    if 2 * sum(key in bare for key in rows) < len(rows):
        return found
    made = {key: dataclasses.replace(timed[key], time=None, end_time=None) for key in bare}
    return [made.get(id(date), date) for date in found]


def _is_midnight(time: TimeOfDay) -> bool:
    from mapgen.dates.timed import is_midnight

    return is_midnight(time.text)


def _times_of(date: HistoricalDate | None) -> Iterator[TimeOfDay]:
    if date:
        yield from filter(None, (date.time, date.end_time))


def _with_columns(sheet: Sheet, dates: _Dates) -> list[HistoricalDate | None]:
    """Put the times of the columns into the dates of their rows."""
    read = {column: _column(sheet, column) for column in COLUMNS}
    _doubt_two_times(sheet, dates, read["time"])
    made: dict[tuple[int, _Times], HistoricalDate] = {}
    found: list[HistoricalDate | None] = []
    for date, *times in zip(dates, *(read[column] for column in COLUMNS), strict=True):
        beside = _Times(*times)
        key = (id(date), beside)
        if date and any(beside) and key not in made:
            made[key] = _with(date, beside)
        found.append(made.get(key, date))
    return found


def _doubt_two_times(sheet: Sheet, dates: _Dates, times: Sequence[TimeOfDay | None]) -> None:
    """Say once where the date and the column of times say different times."""
    pairs = [
        (row, date.time.text, time.text)
        for row, (date, time) in enumerate(zip(dates, times, strict=True))
        if date and date.time and time and date.time.seconds != time.seconds
    ]
    if pairs:
        _, inside, beside = pairs[0]
        message = f"says {quoted(beside)}, but the date says {quoted(inside)}; the column counts"
        cure = "delete the one that is wrong"
        sheet.doubt([row for row, *_ in pairs], "time", message, cure)


def _with(date: HistoricalDate, beside: _Times) -> HistoricalDate:
    """Return a date with the times beside it; a time that is two is those of begin and end."""
    from mapgen.dates.timed import between

    time, end = beside.time or date.time, beside.end or date.end_time
    if time and not end and (both := between(time.text)):
        time, end = map(time_of_day, both)
    return dataclasses.replace(date, time=time, end_time=end)


def _column(sheet: Sheet, column: str) -> Coded[TimeOfDay | None]:
    """Return the times of a column, none of a column that a program filled with midnights."""
    from mapgen.dates.timed import is_midnight

    texts = sheet.coded(column)
    filled = list(filter(None, texts.distinct))
    if all(map(is_midnight, filled)) and sum(map(bool, texts)) > 1:
        return texts.each(lambda _: None)
    shown = as_clocks(filled)
    return texts.each(lambda text: time_of_day(shown.get(text, text)) if text else None)


def _doubt_unread(sheet: Sheet, dates: _Dates) -> None:
    """Say once which times have no place in the order of their day."""
    for name in COLUMNS:
        unread = [
            (row, time.text)
            for row, date in enumerate(dates)
            if date and (time := getattr(date, name)) and time.seconds is None
        ]
        if unread:
            message = (
                f"{quoted(unread[0][1])} cannot be put in order within its day; "
                "it is shown as written, before the times of that day"
            )
            sheet.doubt([row for row, _ in unread], _header(sheet, name), message, _CLOCK)


def _doubt_backwards(sheet: Sheet, dates: _Dates) -> None:
    """Say once which events of one day end at an earlier time than they begin."""
    found = [(row, date) for row, date in enumerate(dates) if date and _is_backwards(date)]
    if not found:
        return
    date = found[0][1]
    begin, end = (quoted(time.text) for time in _times_of(date))
    message = f"the end, {end}, is before the beginning, {begin}, on the same day"
    day = date.earliest or 0
    days = f"{_iso(day)}/{_iso(day + 1)}"
    cure = f"if it ended on the day after, write {days} as its date"
    sheet.doubt([row for row, _ in found], _header(sheet, "end_time"), message, cure)


def _iso(day: int) -> str:
    from mapgen.dates.signed_years import year_text

    year, month, day_of_month = civil(day)
    return f"{year_text(year)}-{month:02}-{day_of_month:02}"


def _is_backwards(date: HistoricalDate) -> bool:
    time, end = date.time, date.end_time
    if not time or not end or date.earliest != date.latest:
        return False
    return time.seconds is not None and end.seconds is not None and end.seconds < time.seconds


def _header(sheet: Sheet, name: str) -> str:
    """Return the column in which a time stands."""
    columns = (name, "date", "start" if name == "time" else "end", "start", "year")
    return next(filter(sheet.columns.__contains__, columns), "date")
