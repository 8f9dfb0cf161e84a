"""Doubts dates that can be read and yet are not what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.dates.column import coded_dates
from mapgen.dates.days import DAYS_FROM_1899_12_30_TO_1970, civil, day_number
from mapgen.errors import quoted
from mapgen.events.doubts.grouping import quotations
from mapgen.regex import regex

if TYPE_CHECKING:
    from mapgen.columns import Coded
    from mapgen.dates import HistoricalDate
    from mapgen.events.sheet import Sheet

# No clock is asked, so that a table is told the same every day.
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_LAST_DAY = day_number(_LAST_YEAR, 12, 31)
_SIDES = (("date", "start", "year"), ("end", "end_year"))
_SHORT_YEAR = regex(r"(?!0+(?:\.0)?$)0{0,2}[0-9]{1,2}(?:\.0)?")
_SERIAL = regex(r"[0-9]{4,5}(?:\.0)?")
_SIGNS = ("-", "−")
_CENTURY = 100

_FEWEST = 5  # cells; fewer are told one by one
_UNREADABLE = ("is not a date that can be read", "is a number, not a date")


def doubt_dates(sheet: Sheet, dates: Coded[HistoricalDate | None]) -> None:
    """Warn of dates after the year 2100 and of years of two digits; refuse a column without dates.

    `dates` are those of the rows, as `read_dates` returns them.
    """
    for column in ("date", "start", "end"):
        if column in sheet.columns:
            _refuse_other_things(sheet, column)
    _doubt_future(sheet, dates)
    for column in ("year", "end_year"):
        _doubt_short_years(sheet, column)


def _refuse_other_things(sheet: Sheet, column: str) -> None:
    """Make one error of a column in which most cells hold no date at all."""
    errors = sheet.errors_in(column)
    if len(errors) < _FEWEST:
        return
    other = [each for each in errors if any(words in each.message for words in _UNREADABLE)]
    filled = sum(map(bool, sheet.texts(column)))
    if len(other) < _FEWEST or 2 * len(other) <= filled:
        return
    cells = dict(zip(sheet.lines, sheet.texts(column), strict=True))
    examples = quotations([(quoted(cells[each.line or 0]), each.line or 0) for each in other])
    cure = "name the column with the dates, as in --column date=When, or write dates such as 1982, "
    message = f"{len(other):,} of the {filled:,} cells of this column hold no date: {examples}"
    sheet.refuse_column(column, message, f"{cure}1982-02-28 or c. 1940")


def _doubt_future(sheet: Sheet, dates: Coded[HistoricalDate | None]) -> None:
    late = _late_rows(dates)
    if not late:
        return
    column, text = _latest_cell(sheet, late[0])
    message = f"{quoted(text)} lies in the future, after {_LAST_YEAR}"
    sheet.doubt(late, column, message, _cure_of_future(text))


def _late_rows(dates: Coded[HistoricalDate | None]) -> list[int]:
    import numpy as np

    known, codes = coded_dates(dates)
    late = np.fmax(known.earliest(), known.latest()) > _LAST_DAY  # an open end counts for nothing
    rows: list[int] = late[codes].nonzero()[0].tolist()
    return rows


def _cure_of_future(text: str) -> str:
    """Say what a far-off year may be: a slip, or the number of a day in a spreadsheet."""
    if not _SERIAL.fullmatch(text):
        return "correct the year"
    year, month, day = civil(int(float(text)) - DAYS_FROM_1899_12_30_TO_1970)
    slip = int(text[:4])
    plausible = len(text) > len(str(slip)) and _FIRST_YEAR <= slip <= _LAST_YEAR
    shorter = f", such as {slip} without the last figure" if plausible else ""
    return (
        f"correct the year{shorter}; or, if it is the number of a day in a spreadsheet, "
        f"write {year}-{month:02}-{day:02} and give the column the format 'Date' there"
    )


def _latest_cell(sheet: Sheet, row: int) -> tuple[str, str]:
    """Return the column and the text that tell the end of a date, else its beginning."""
    begins, ends = (
        [(column, text) for column in side if (text := sheet.texts(column)[row])] for side in _SIDES
    )
    return next((each for each in (*ends, *begins)), ("date", ""))


def _doubt_short_years(sheet: Sheet, column: str) -> None:
    """Warn of years such as 82 in a column of years, but for one that goes back before year 1."""
    years = sheet.coded(column)
    short = years.rows(_SHORT_YEAR.fullmatch)
    if not short or any(text.startswith(_SIGNS) for text in years.distinct):
        return
    from mapgen.dates.refusals import years_meant

    text = years[short[0]]
    last = int(float(text)) % _CENTURY
    message = f"{quoted(text)} is read as the year {last}, in antiquity"
    sheet.doubt(short, column, message, f"write {years_meant(last)} if that is meant")
