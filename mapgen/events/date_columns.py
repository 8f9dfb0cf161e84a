"""Settles which columns say when an event was: of several, those that say it most finely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.columns import filled
from mapgen.errors import Problem, quoted
from mapgen.events.finer_dates import Candidate, candidates, contradictions
from mapgen.layouts import grains
from mapgen.layouts.foreign_names import NAMES, plain
from mapgen.settings.pasting import HOME, line, lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapgen.errors import Severity
    from mapgen.table import Table

    Columns = dict[str, str]  # the author's header by the name of a column

_PARTS_OF_START = ("year", "month", "day")
_PARTS_OF_END = ("end_year", "end_month", "end_day")
_WHOLE = ("date", "start")
_DATES = ("date", *_PARTS_OF_START)
_FITS = {"month": grains.are_months, "day": grains.are_days}
_SHOWN = 3  # lines


def settle_dates(table: Table, columns: Mapping[str, str]) -> tuple[Columns, list[Problem]]:
    """Return the columns with those of dates settled, and what was decided or contradicts itself.

    `columns` maps the name of a column to the author's header, as far as names tell. What the
    author said of dates counts before what they show, and so does the layout of another tool.
    """
    if table.layout:
        return _without_spare(table, columns), []
    known, told = _with_parts(table, dict(columns))
    if not table.columns.keys() & {*_WHOLE, "year"} and "start" not in known:
        known, more = _finest(table, known)
        told += more
    return _without_spare(table, known), told


def spare_dates(columns: Mapping[str, str]) -> set[str]:
    """Return the headers that date only rows without a whole date; they stay in the data too."""
    parts = [columns[part] for part in _PARTS_OF_START if part in columns]
    return set(parts) if columns.keys() & {*_WHOLE} else set()


def _without_spare(table: Table, columns: Mapping[str, str]) -> Columns:
    """Leave out the parts of a date where the table has a whole one, and ends without a begin.

    Parts stay where they date a row whose whole date is blank.
    """
    whole, spare = bool(columns.keys() & {*_WHOLE}), set[str]()
    if "year" not in columns or (whole and not _fills_gaps(table, columns)):
        spare.update(_PARTS_OF_START)
    if "end" in columns or "end_year" not in columns:
        spare.update(_PARTS_OF_END)
    if not whole and "year" not in columns:
        spare.update(("end", *_PARTS_OF_END))
    return {column: header for column, header in columns.items() if column not in spare}


def _fills_gaps(table: Table, columns: Mapping[str, str]) -> bool:
    """Tell whether a row has a year where its whole date is blank."""
    gaps = filled(table.cells[columns["year"]])
    for column in _WHOLE:
        if column in columns:
            gaps = gaps & ~filled(table.cells[columns[column]])
    return bool(gaps.any())


def _with_parts(table: Table, columns: Columns) -> tuple[Columns, list[Problem]]:
    """Add the month and the day beside a year, where they are called so in another language."""
    if "year" not in columns:
        return columns, []
    taken = {header for column, header in columns.items() if column != "tags"}  # "Tag" is a day
    found: Columns = {}
    for column, fits in _FITS.items():
        if column in columns or column in table.columns:
            continue
        if column == "day" and "month" not in columns | found:
            continue
        named = (h for h in table.cells if h not in taken and NAMES.get(plain(h)) == column)
        header = next(named, "")
        if header and fits(table.cells[header]):
            found[column] = header
    if not found:
        return columns, []
    shown = " and ".join(f"{quoted(header)} as the {column}" for column, header in found.items())
    verb = "is" if len(found) == 1 else "are"
    message = f"{shown} {verb} read together with the year in {quoted(columns['year'])}"
    turn = f"if that is not so, {lines(dict.fromkeys(found, ''))}"
    kept = {column: header for column, header in columns.items() if header not in found.values()}
    return kept | found, [_decided(table, next(iter(found.values())), message, turn, found)]


def _finest(table: Table, columns: Columns) -> tuple[Columns, list[Problem]]:
    """Take what says more than the column that is called so, where they do not disagree."""
    if "date" in columns:
        columns, told = _months_beside(table, columns)
        if told or (told := _disagreeing(table, columns)):
            return columns, told
    elif "year" not in columns:
        return columns, []
    coarse = columns.get("date") or columns["year"]
    found = candidates(table, coarse, _grain(table, columns), {*columns.values()})
    if not found:
        return columns, []
    first = found[0]
    if first.against:
        return columns, [_contradiction(table, coarse, first.header, first.against)]
    if rivals := [other for other in found[1:] if not other.against and other.named == first.named]:
        return columns, [_several(table, coarse, [first, *rivals])]
    return _finer(table, columns, coarse, first.header)


def _finer(
    table: Table, columns: Columns, coarse: str, header: str
) -> tuple[Columns, list[Problem]]:
    """Take a header for the date; what was the date stays for the rows where it is blank."""
    old = {column: columns[column] for column in _DATES if column in columns}
    new = {"date": header, "year": coarse} | {c: h for c, h in old.items() if c != "date"}
    message = f"{quoted(header)} is taken to be the date, as it says more than {quoted(coarse)}"
    turn = f"if that is not so, {lines(old)}"
    others = {column: h for column, h in columns.items() if column not in old}
    return others | new, [_decided(table, header, message, turn, new)]


def _months_beside(table: Table, columns: Columns) -> tuple[Columns, list[Problem]]:
    """Take the year, the month and the day of their own columns, where the date is only a year."""
    date, month = columns["date"], columns.get("month", "")
    if not month or grains.grain_of(table.cells[date]) != grains.YEARS:
        return columns, []
    if not grains.are_months(table.cells[month]):
        return columns, []
    parts = {"year": columns.get("year", date), "month": month}
    parts |= {"day": columns["day"]} if "day" in columns else {}
    shown = " and ".join(map(quoted, list(parts.values())[1:]))
    message = f"{quoted(parts['year'])} is read together with {shown}, as {quoted(date)} is a year"
    turn = f"if that is not so, {lines({'date': date})}"
    others = {column: header for column, header in columns.items() if column not in _DATES}
    return others | parts, [_decided(table, month, message, turn, parts)]


def _grain(table: Table, columns: Columns) -> float:
    """Return the fineness of what the columns that are called so say."""
    if "date" in columns:
        return grains.grain_of(table.cells[columns["date"]])
    years = filled(table.cells[columns["year"]])
    shares = (
        (filled(table.cells[columns[part]]) & years).sum() / max(years.sum(), 1)
        for part in ("month", "day")
        if part in columns
    )
    return float(grains.YEARS + sum(shares))


def _disagreeing(table: Table, columns: Columns) -> list[Problem]:
    """Refuse a date and a year that contradict each other."""
    if "year" not in columns:
        return []
    year, date = columns["year"], columns["date"]
    _, against = contradictions(table, year, date)
    return [_contradiction(table, year, date, against)] if against else []


def _contradiction(table: Table, coarse: str, fine: str, rows: Sequence[int]) -> Problem:
    """Stop where two columns could both be the date and say different things of a row."""
    first = rows[0]
    texts = [quoted(table.cells[header][first]) for header in (coarse, fine)]
    more = [str(table.lines[row]) for row in rows[1 : 1 + _SHOWN]]
    also = f" (also in line {', '.join(more)}{' and more' if len(rows) > 1 + _SHOWN else ''})"
    message = (
        f"{quoted(coarse)} and {quoted(fine)} could both be the date and contradict each other: "
        f"{texts[0]} and {texts[1]}{also if more else ''}"
    )
    cure = (
        f"correct the wrong one, or say which counts: write {line({'date': fine, 'year': coarse})} "
        f"or {line({'date': coarse})} {HOME}"
    )
    return _problem(table, table.lines[first], fine, message, cure, "error")


def _several(table: Table, coarse: str, found: Sequence[Candidate]) -> Problem:
    shown = " and ".join(quoted(each.header) for each in found)
    message = f"{shown} hold dates that say more than {quoted(coarse)}, and only one is the date"
    cure = f"to take one of them, {lines(*({'date': each.header} for each in found))}"
    return _problem(table, table.header_line, found[0].header, message, cure, "warning")


def _decided(table: Table, header: str, message: str, turn: str, taken: Columns) -> Problem:
    return _problem(
        table, table.header_line, header, message, turn, "decision", settled=line(taken)
    )


def _problem(  # noqa: PLR0913, PLR0917  (a problem has that many parts)
    table: Table,
    at: int | None,
    header: str,
    message: str,
    cure: str,
    severity: Severity,
    *,
    settled: str = "",
) -> Problem:
    return Problem(
        file=table.file,
        line=at,
        column=header,
        message=message,
        cure=cure,
        severity=severity,
        settled=settled,
    )
