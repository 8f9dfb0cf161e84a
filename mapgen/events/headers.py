"""Matches the headers of a table with the columns that mapgen knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from mapgen import dates
from mapgen.columns import filled
from mapgen.errors import DateError, Problem, quoted
from mapgen.events.clocks import with_clocks
from mapgen.events.date_columns import settle_dates, spare_dates
from mapgen.events.meant import meant, told, with_columns
from mapgen.events.position import settle
from mapgen.events.slips import slips
from mapgen.layouts.columns import ALIASES, key
from mapgen.regex import regex

if TYPE_CHECKING:
    from mapgen.table import Table

__all__ = ["ALIASES", "Headers", "key", "match"]

_LOOKS_LIKE_DATA = regex(r"[-+−]?\d[\d\s.,:/~?°-]*|\w+://.*")
_NEAR_SETTING = 0.6  # a setting was meant for some column
_LISTED = 20
_KEYS = {key(name) for column, names in ALIASES.items() for name in (column, *names)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Headers:
    """Which header of a table stands for which column.

    `columns` maps the name of a column to the author's header, `unknown` are the other headers.
    """

    columns: dict[str, str]
    unknown: tuple[str, ...]
    problems: tuple[Problem, ...]


def match(table: Table) -> Headers:
    """Match the headers of a table.

    What the table says of them counts first, then the names of columns, then their other names;
    the headers of a layout that was recognised stand for nothing else.
    """
    headers = list(table.cells)
    given = set(table.columns.values())
    free = [] if table.layout else [header for header in headers if header not in given]
    found = {column: _called(free, (column,)) for column in ALIASES}
    found |= {column: _called(free, ALIASES[column]) for column in ALIASES if not found[column]}
    found |= {c: [header] for c, header in table.columns.items() if c in ALIASES}
    found = with_clocks(table, found)
    found = {column: _with_text(table, called) for column, called in found.items() if any(called)}
    problems = [_no_column(table, name) for name in table.columns if name not in ALIASES]
    problems += [_conflict(table, *item) for item in found.items() if len(item[1]) > 1]
    columns, dated = settle_dates(table, {column: called[0] for column, called in found.items()})
    columns, asked = settle(table, columns)
    problems += [*dated, *asked]
    used = {*columns.values()} - spare_dates(columns)
    used |= {*(header for called in found.values() for header in called[1:])}
    unknown = tuple(header for header in headers if header not in used)
    if first := _glued(table, headers):
        problems.append(_torn_header(table, first))
    elif "title" not in columns:
        named = sum(map(_looks_like_data, headers)) <= len(columns)
        if named and (taken := meant(table)):
            settled = match(with_columns(table, taken))
            return replace(settled, problems=(told(table, taken), *settled.problems))
        problems.append(_no_title(table, headers, known=len(columns)))
    elif not table.layout:
        problems.extend(slips(table, unknown, columns))
    return Headers(columns=columns, unknown=unknown, problems=tuple(problems))


def _called(headers: list[str], names: tuple[str, ...]) -> list[str]:
    keys = set(map(key, names))
    return [header for header in headers if key(header) in keys]


def _with_text(table: Table, called: list[str]) -> list[str]:
    """Leave out blank columns where several are meant for the same."""
    if len(called) == 1:
        return called
    with_text = [header for header in called if filled(table.cells[header]).any()]
    return with_text or called[:1]


def _conflict(table: Table, column: str, called: list[str]) -> Problem:
    shown = " and ".join(map(quoted, called))
    cure = f"call the one that counts {column}, and the map keeps the other as it is"
    if any(key(header) == key(column) for header in called):
        cure = f"give {quoted(called[1])} another name, or delete it"
    return Problem(
        file=table.file,
        line=table.header_line,
        column=called[1],
        message=f"the columns {shown} both mean {column}",
        cure=cure,
    )


def _no_column(table: Table, name: str) -> Problem:
    """Say that a setting speaks of a column that mapgen does not have."""
    keys = {key(other): c for c, others in ALIASES.items() for other in (c, *others)}
    near = get_close_matches(key(name), keys, 1, _NEAR_SETTING)
    return Problem(
        file=table.file,
        line=table.header_line,
        column=table.columns[name] or None,
        message=f"no column of the map is called {quoted(name)}, as a setting says",
        cure=f"did you mean {keys[near[0]]}?" if near else f"there are {', '.join(ALIASES)}",
    )


def _no_title(table: Table, headers: list[str], *, known: int) -> Problem:
    """Say that no column holds titles, or that the header itself is missing."""
    if sum(map(_looks_like_data, headers)) > known:
        message = f"the first line, {quoted(', '.join(headers))}, holds no names of columns"
        cure = "write them above it, as in title,date,place,lat,lon"
    else:
        listed = ", ".join(map(quoted, headers[:_LISTED]))
        message = f"no column is called title; the columns are {listed}"
        cure = 'add a column "title" that says in one line what happened'
    return Problem(file=table.file, line=table.header_line, message=message, cure=cure)


def _looks_like_data(header: str) -> bool:
    """Tell whether a header is a number, an address or a date, as cells are and names are not."""
    if _LOOKS_LIKE_DATA.fullmatch(header):
        return True
    try:
        dates.parse(header)
    except DateError:
        return False
    return True


def _glued(table: Table, headers: list[str]) -> str:
    """Return what the first row begins with where it stands in the line of the header, else "".

    Then the line has twice as many cells as the rows have, less the one in which both meet: it
    begins with the last name, and cells of data follow it.
    """
    half, odd = divmod(len(headers), 2)
    others = headers[half + 1 :]
    if not odd or not half or any(filled(table.cells[header]).any() for header in others):
        return ""
    if not any(map(_looks_like_data, others)) or key(headers[half]) in _KEYS:
        return ""
    names = [n for column, others in ALIASES.items() for n in (column, *others)]
    glued = [n for n in names if headers[half].casefold().startswith(n)]
    return headers[half][len(max(glued, key=len)) :].strip() if glued else ""


def _torn_header(table: Table, first: str) -> Problem:
    return Problem(
        file=table.file,
        line=table.header_line,
        message="the names of the columns and the first event stand in one line",
        cure=f"begin a new line before {quoted(first)}",
    )
