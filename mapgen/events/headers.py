"""Matches the headers of a table with the columns that mapgen knows."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from mapgen.errors import Problem, quoted

if TYPE_CHECKING:
    from mapgen.table import Table

# Headers are compared without case, blanks and signs: "Start_Date" is "start date".
ALIASES = {
    "title": ("name", "headline", "event", "label", "event title", "event name"),
    "date": ("when", "event date", "edtf", "date edtf"),
    "start": ("start date", "begin", "begin date", "beginning", "date from"),
    "end": ("end date", "until", "finish", "date to"),
    "year": ("start year", "begin year"),
    "month": ("start month", "begin month"),
    "day": ("start day", "begin day"),
    "end_year": (),
    "end_month": (),
    "end_day": (),
    "date_text": ("display date", "date display", "date label"),
    "place": ("location", "city", "town", "place name", "locality"),
    "country": ("nation", "country name", "country code", "iso", "iso code", "iso2", "iso3"),
    "lat": ("latitude", "y", "lat lon", "lat lng", "lat long", "coordinates", "coords"),
    "lon": ("longitude", "lng", "long", "x"),
    "to": ("destination", "to place", "destination place"),
    "to_country": ("destination country",),
    "to_lat": ("to latitude", "destination lat", "destination latitude"),
    "to_lon": ("to longitude", "to lng", "to long", "destination lon", "destination longitude"),
    "kind": (),
    "category": ("group", "type", "event type"),
    "tags": ("tag", "keywords", "keyword"),
    "status": ("certainty", "confidence", "reliability"),
    "description": ("text", "notes", "note", "details", "story", "body", "summary"),
    "source": ("reference", "references", "sources", "citation"),
    "source_url": ("url", "link", "source link", "reference url", "web page", "website"),
    "image": ("media", "picture", "photo", "image url", "photo url", "image file"),
    "image_alt": ("alt", "alt text", "image alt text", "media alt", "photo alt"),
    "image_credit": ("media credit", "photo credit", "picture credit", "image credits"),
    "sensitive": ("sensitive image", "graphic", "content warning", "trigger warning"),
    "id": ("identifier", "unique id", "event id", "slug"),
}
_PARTS_OF_START = ("year", "month", "day")
_PARTS_OF_END = ("end_year", "end_month", "end_day")
_LOOKS_LIKE_DATA = re.compile(r"[-+−]?\d[\d\s.,:/~?°-]*|\w+://.*")
_NEAR = 0.8
_LISTED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Headers:
    """Which header of a table stands for which column.

    `columns` maps the name of a column to the author's header, `unknown` are the other headers.
    """

    columns: dict[str, str]
    unknown: tuple[str, ...]
    problems: tuple[Problem, ...]


def key(header: str) -> str:
    """Return what headers are compared by."""
    folded = unicodedata.normalize("NFKC", header).casefold()
    return "".join(filter(str.isalnum, folded))


def match(table: Table) -> Headers:
    """Match the headers of a table; the name of a column counts before its other names."""
    headers = [str(header) for header in table.frame.columns]
    found = {column: _called(headers, (column,)) for column in ALIASES}
    found |= {column: _called(headers, ALIASES[column]) for column in ALIASES if not found[column]}
    found = {column: _with_text(table, called) for column, called in found.items() if called}
    problems = [_conflict(table, *item) for item in found.items() if len(item[1]) > 1]
    columns = _without_spare_dates({column: called[0] for column, called in found.items()})
    used = {*columns.values(), *(header for called in found.values() for header in called[1:])}
    unknown = tuple(header for header in headers if header not in used)
    if "title" not in columns:
        problems.append(_no_title(table, headers, known=len(columns)))
    else:
        problems.extend(_slips(table, unknown, columns))
    return Headers(columns=columns, unknown=unknown, problems=tuple(problems))


def _called(headers: list[str], names: tuple[str, ...]) -> list[str]:
    keys = set(map(key, names))
    return [header for header in headers if key(header) in keys]


def _with_text(table: Table, called: list[str]) -> list[str]:
    """Leave out blank columns where several are meant for the same."""
    filled = [header for header in called if (table.frame[header] != "").any()]
    return filled or called[:1]


def _without_spare_dates(columns: dict[str, str]) -> dict[str, str]:
    """Leave out the parts of a date where the table has a whole one, and ends without a begin."""
    whole, spare = bool({"date", "start"} & columns.keys()), set[str]()
    if whole or "year" not in columns:
        spare.update(_PARTS_OF_START)
    if "end" in columns or "end_year" not in columns:
        spare.update(_PARTS_OF_END)
    if not whole and "year" not in columns:
        spare.update(("end", *_PARTS_OF_END))
    return {column: header for column, header in columns.items() if column not in spare}


def _conflict(table: Table, column: str, called: list[str]) -> Problem:
    shown = " and ".join(map(quoted, called))
    return Problem(
        file=table.file,
        line=table.header_line,
        column=called[1],
        message=f"the columns {shown} both mean {column}",
        cure=f"call the one that counts {column}, and the map keeps the other as it is",
    )


def _no_title(table: Table, headers: list[str], *, known: int) -> Problem:
    """Say that no column holds titles, or that the header itself is missing."""
    if sum(bool(_LOOKS_LIKE_DATA.fullmatch(header)) for header in headers) > known:
        message = f"the first line, {quoted(', '.join(headers))}, holds no names of columns"
        cure = "write them above it, as in title,date,place,lat,lon"
    else:
        listed = ", ".join(map(quoted, headers[:_LISTED]))
        message = f"no column is called title; the columns are {listed}"
        near = _nearest(headers, ("title", *ALIASES["title"]))
        cure = 'add a column "title" that says in one line what happened'
        cure = f"rename {quoted(near)} to title" if near else cure
    return Problem(file=table.file, line=table.header_line, message=message, cure=cure)


def _nearest(headers: list[str], names: tuple[str, ...]) -> str:
    """Return the header that looks most like one of the names, "" when none does."""
    keys = {key(header): header for header in headers}
    near = [found for name in names for found in get_close_matches(key(name), keys, 1, _NEAR)]
    return keys[near[0]] if near else ""


def _slips(table: Table, unknown: tuple[str, ...], columns: dict[str, str]) -> list[Problem]:
    """Warn of unknown headers that look like a slip for a column that is missing."""
    missing = {
        key(name): name
        for column, names in ALIASES.items()
        if column not in columns
        for name in (column, *names)
    }
    near = {header: get_close_matches(key(header), missing, 1, _NEAR) for header in unknown}
    return [
        Problem(
            file=table.file,
            line=table.header_line,
            column=header,
            message="is no column of the map; it is kept for the table of data",
            cure=f"rename it to {quoted(missing[found[0]])} if that is what it means",
            severity="warning",
        )
        for header, found in near.items()
        if found
    ]
