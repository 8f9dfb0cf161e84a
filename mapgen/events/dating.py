"""Reads the date of each row, from one cell or from several."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mapgen import dates
from mapgen.columns import Coded, coded_objects
from mapgen.dates import Customs, HistoricalDate
from mapgen.dates.folding import fold
from mapgen.dates.month_names import month_of
from mapgen.dates.signed_years import year_text
from mapgen.dates.vocabulary import PRESENT
from mapgen.errors import DateError, quoted
from mapgen.events.customs import settle, settle_by
from mapgen.events.evidence import Evidence
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapgen.events.sheet import Sheet

    _Read = Callable[["_Side"], HistoricalDate | DateError]

_BEGIN = ("year", "month", "day")
_END = ("end_year", "end_month", "end_day")
COLUMNS = ("date", "start", "end", *_BEGIN, *_END)
_DATES = ("date", "start", "year", "end", "end_year")
_OPEN = HistoricalDate(text="..", edtf="..", earliest=None, latest=None, precision="day")
_OPEN_ENDS = {"..", *PRESENT}
_FIGURES = regex(r"(-?\d+)(?:\.0)?")  # programs write 1946.0 in a column with blank cells


class _Side(NamedTuple):
    """One side of a date as written, and the column in which it stands.

    `edtf` is the same in that format, where figures of several cells were put together.
    """

    text: str
    column: str
    edtf: str = ""


def read_dates(sheet: Sheet, customs: Customs) -> Coded[HistoricalDate | None]:
    """Return the date of each row, None where none is written or it is wrong.

    `customs` is what the author said of them.
    """
    if column := _only_column(sheet):
        return _read_column(sheet, column, customs)
    columns = [column for column in _DATES if column in sheet.columns]
    customs = settle(sheet, columns, customs) if columns else customs
    read = _reader(customs)
    begins, ends = _begins(sheet, customs), _ends(sheet, customs)
    found = [
        _date(sheet, row, begin, end, read) if begin.text or end.text else None
        for row, (begin, end) in enumerate(zip(begins, ends, strict=True))
    ]
    return coded_objects(found)


def check_periods(sheet: Sheet, kinds: Coded[str]) -> None:
    """Refuse a period without a date."""
    if "period" not in kinds.distinct:
        return
    cells = zip(*map(sheet.texts, COLUMNS), strict=True)
    for row, (kind, texts) in enumerate(zip(kinds[:], cells, strict=True)):
        if kind == "period" and not any(texts):
            column = next((name for name in COLUMNS if name in sheet.columns), "kind")
            cure = "write when it began and ended, as in 1920/1946"
            sheet.error(row, column, "a period needs a date", cure)


def _reader(customs: Customs) -> _Read:
    """Return a function that reads each distinct side once."""

    @cache
    def read(side: _Side) -> HistoricalDate | DateError:
        try:
            if not side.edtf:
                return dates.read(side.text, customs)
            date = dates.parse(side.edtf)
            return date if side.text == side.edtf else dataclasses.replace(date, text=side.text)
        except DateError as error:
            return error

    return read


def _only_column(sheet: Sheet) -> str:
    """Return the one column that holds whole dates, "" where a date has several cells."""
    if sheet.columns.keys() & {"year", "end_year"}:
        return ""
    filled = [column for column in ("date", "start", "end") if any(sheet.coded(column).distinct)]
    return filled[0] if len(filled) == 1 and filled != ["end"] else ""


def _read_column(sheet: Sheet, column: str, given: Customs) -> Coded[HistoricalDate | None]:
    """Read the distinct texts of a column, and give each row its date."""
    texts = sheet.coded(column)

    def customs_of(others: list[str]) -> Customs:
        seen, days = Evidence(), len(others) < len(texts.distinct)
        seen.look(column, sheet.columns[column], others, days=days)
        return settle_by(seen, sheet, column, given)

    found, faults = dates.parse_column(texts.distinct, customs_of)
    for row in texts.rows(faults.__contains__) if faults else ():
        fault = faults[texts[row]]
        sheet.error(row, column, fault.message, fault.cure)
    return Coded(found, texts.codes)


def _begins(sheet: Sheet, customs: Customs) -> list[_Side]:
    """Return the date of each row, or where it begins."""
    if not sheet.columns.keys() & {"date", "start"}:
        return _joined(sheet, customs, _BEGIN)
    begins = []
    parts = list(zip(*map(sheet.texts, _BEGIN), strict=True))
    for row, (date, start) in enumerate(
        zip(sheet.texts("date"), sheet.texts("start"), strict=True)
    ):
        if date and start:
            message = "the row has a date as well as a beginning"
            sheet.error(row, "start", message, "leave one of them blank")
        if date or start:
            begins.append(_Side(date, "date") if date else _Side(start, "start"))
        else:
            begins.append(_join(sheet, row, customs, _BEGIN, parts[row]))
    return begins


def _ends(sheet: Sheet, customs: Customs) -> list[_Side]:
    if "end_year" in sheet.columns:
        return _joined(sheet, customs, _END)
    return [_Side(text, "end") for text in sheet.texts("end")]


def _joined(sheet: Sheet, customs: Customs, columns: tuple[str, ...]) -> list[_Side]:
    """Join year, month and day of each row."""
    parts = zip(*map(sheet.texts, columns), strict=True)
    return [_join(sheet, row, customs, columns, cells) for row, cells in enumerate(parts)]


def _join(
    sheet: Sheet, row: int, customs: Customs, columns: tuple[str, ...], cells: tuple[str, ...]
) -> _Side:
    """Write a date of figures as ISO 8601 does, any other as in "3 March 1920"."""
    given = [text for text in cells if text]
    if "" in cells[: len(given)]:
        missing = columns[cells.index("")]
        cure = f"write the {missing.removeprefix('end_')}, or leave the smaller parts blank too"
        sheet.error(row, missing, "is blank, but a smaller part of the date is not", cure)
        return _Side("", columns[0])
    if len(given) > 1 and (month := month_of(given[1])):
        given[1] = str(month)
    matches = [_FIGURES.fullmatch(text if text.isascii() else fold(text)) for text in given]
    if not given or not all(matches):
        return _Side(" ".join(reversed(given)), columns[0])
    year, *parts = [match[1] for match in matches if match]
    if not int(year) and customs.year_zero is False:
        return _Side(year, columns[0])  # to be refused
    edtf = "-".join([_year(year, customs), *(part.lstrip("-0").zfill(2) for part in parts)])
    return _Side(year if edtf.startswith(("-", "Y")) and not parts else edtf, columns[0], edtf)


def _year(figures: str, customs: Customs) -> str:
    """Return a year in figures as EDTF, one before year 1 by the customs of the table."""
    shift = int(figures) < 0 and customs.year_zero is False
    return year_text(int(figures) + shift)


def _date(sheet: Sheet, row: int, begin: _Side, end: _Side, read: _Read) -> HistoricalDate | None:
    """Read one date, or both sides of an interval."""
    if not end.text:
        return _side(sheet, row, begin, read)
    if not begin.text:
        cure = "write when it began, or .. if that is not known"
        sheet.error(row, end.column, "the row has an end but no beginning", cure)
        return None
    first = _OPEN if begin.text == ".." else _side(sheet, row, begin, read)
    last = _OPEN if fold(end.text) in _OPEN_ENDS else _side(sheet, row, end, read)
    if not first or not last:
        return None
    if fault := _fault(first, last):
        sheet.error(row, end.column, *fault)
        return None
    end_time = last.end_time or last.time
    if first.edtf == last.edtf:
        return dataclasses.replace(first, end_time=end_time) if end_time else first
    edtf = f"{first.edtf}/{last.edtf}"
    both = _side(sheet, row, _Side(edtf, end.column, edtf), read)
    texts = (first.text if first.time else begin.text, last.text if last.time else end.text)
    return both and dataclasses.replace(
        both, text="/".join(texts), time=first.time, end_time=end_time
    )


def _side(sheet: Sheet, row: int, side: _Side, read: _Read) -> HistoricalDate | None:
    found = read(side)
    if isinstance(found, DateError):
        sheet.error(row, side.column, found.message, found.cure)
        return None
    return found


def _fault(first: HistoricalDate, last: HistoricalDate) -> tuple[str, str] | None:
    """Say why two dates cannot be the sides of one interval, and what to do."""
    for date in (first, last):
        if date.precision in {"interval", "set"}:
            return (
                f"{quoted(date.text)} is more than one date, so it is no side of an interval",
                "write the whole date in one cell, and leave the other blank",
            )
    if first.earliest is None or last.latest is None or first.earliest <= last.latest:
        return None
    return (
        f"the end, {quoted(last.text)}, is before the beginning, {quoted(first.text)}",
        "exchange them, or correct the wrong one",
    )
