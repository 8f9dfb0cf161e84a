"""Settles which columns say where an event was, where their names alone do not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.errors import Problem, quoted
from mapgen.events.doubts.grouping import joined
from mapgen.layouts import positions
from mapgen.layouts.bearings import letters, look_exchanged
from mapgen.settings.pasting import HOME, line, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapgen.errors import Severity
    from mapgen.layouts.positions import Columns, Found
    from mapgen.table import Table

_MEANT = {
    ("lat", "lon"): "the latitude and the longitude",
    ("lat",): "the latitude and the longitude, in one cell",
    ("geometry",): "the position",
    ("lat", "lon", "to_lat", "to_lon"): "where a movement began and where it ended",
}
GRID = "if these are metres of a grid, such as UTM, export the table in WGS 84 (EPSG:4326)"
_NONE = {"lat": "", "lon": ""}
_ENDS = 2  # of a movement


def settle(table: Table, columns: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """Return the columns with those of a position, and what was decided or has to be asked.

    `columns` maps the name of a column to the author's header, as far as names tell.
    """
    found = positions.find(table, columns)
    if by_letter := letters(table, columns):
        found = found._replace(taken=by_letter)
    if question := _question(table, found, columns):
        return dict(columns), [question]
    if not found.taken:
        return dict(columns), []
    others = {column: h for column, h in columns.items() if h not in found.taken.values()}
    gone = [column for column in columns if column not in others and column not in found.taken]
    return others | found.taken, [_decided(table, found.taken, gone)]


def _question(table: Table, found: Found, columns: Mapping[str, str]) -> Problem | None:
    """Return what has to be asked or said before anything is taken for a position."""
    if found.split:
        return _split(table, found.split)
    if found.other:
        return _other(table, found.other)
    if found.doubts:
        return _asked(table, found.doubts)
    if found.turned:
        return _turned(table, found.turned)
    if beside := look_exchanged(table, found.taken, columns):
        return _exchanged(table, found.taken, beside)
    return None


def _decided(table: Table, taken: Columns, gone: Iterable[str]) -> Problem:
    """Tell what was taken for a position; `gone` are the columns that it was by its name."""
    verb = "is" if len(taken) == 1 else "are"
    message = f"{_shown(taken)} {verb} taken to be {_MEANT[tuple(taken)]}"
    turn = f"if that is not so, {lines(dict.fromkeys([*taken, *gone], ''))}"
    return _problem(table, taken, message, turn, "decision", settled=line(taken))


def _asked(table: Table, doubts: tuple[Columns, ...]) -> Problem:
    """Ask which of some columns are meant, or whether the only ones are."""
    message = f"{', or '.join(map(_shown, doubts))} could be where an event was"
    ways = " or ".join(map(line, doubts))
    if len(doubts) == _ENDS and all(len(columns) > 1 for columns in doubts):
        begin, end = doubts
        both = begin | {f"to_{column}": header for column, header in end.items()}
        ways += f" or, for a movement from the first to the second, {line(both)}"
    none = line(_none(doubts[0]))
    cure = f"write what is right {HOME}: {ways} or, if nothing is, {none}"
    return _problem(table, doubts[0], message, cure, "error")


def _turned(table: Table, header: str) -> Problem:
    """Refuse pairs with the longitude first: as they are read, all points would be elsewhere."""
    message = f"{quoted(header)} says that the longitude stands before the latitude"
    cure = (
        "write the latitude first and name the column coordinates, or, to leave it out, "
        f"{lines({'lat': ''})}"
    )
    return _problem(table, {"lat": header}, message, cure, "error")


def _exchanged(table: Table, taken: Columns, beside: str) -> Problem:
    """Ask where the countries or places of the table say the contrary of the names."""
    if "lon" not in taken:
        message = f"{_shown(taken)} lies in the countries beside it only with the longitude first"
        cure = f"write the latitude first, or, to leave the column out, {lines({'lat': ''})}"
        return _problem(table, taken, message, cure, "error")
    other = {"lat": taken["lon"], "lon": taken["lat"]}
    message = f"{_shown(taken)} lie in the {beside} beside them only when they are exchanged"
    cure = f"{lines(other)}, or, if the names are right, {line(taken)}"
    return _problem(table, taken, message, cure, "error")


def _split(table: Table, headers: tuple[str, ...]) -> Problem:
    shown = joined(list(map(quoted, headers)))
    verb = "holds a part" if len(headers) == 1 else "hold parts"
    message = f"{shown} {verb} of a coordinate, and a coordinate is read from one cell"
    cure = (
        "write each in one cell, as in 48°51′24″S or -48.8567, or, to leave them out, "
        f"{lines(_NONE)}"
    )
    return _problem(table, {"lat": headers[0]}, message, cure, "error")


def _other(table: Table, headers: tuple[str, ...]) -> Problem:
    """Warn that what is called latitude and longitude is no position."""
    examples = (next(filter(None, table.cells[header])) for header in headers)
    shown = " and ".join(f"{quoted(header)}" for header in headers)
    message = f"{shown} hold no degrees, but {' and '.join(map(quoted, examples))}"
    return _problem(
        table, {"lat": headers[0]}, f"{message}, so they say no position", GRID, "warning"
    )


def _none(columns: Columns) -> Columns:
    return dict.fromkeys(columns, "")


def _shown(columns: Columns) -> str:
    return joined(list(map(quoted, columns.values())))


def _problem(  # noqa: PLR0913  (a problem has that many parts)
    table: Table,
    columns: Columns,
    message: str,
    cure: str,
    severity: Severity,
    *,
    settled: str = "",
) -> Problem:
    return Problem(
        file=table.file,
        line=table.header_line,
        column=next(iter(columns.values())),
        message=message,
        cure=cure,
        severity=severity,
        settled=settled,
    )
