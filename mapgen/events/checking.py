"""Checks the rows of a table: the whole story of how they become events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

import numpy as np

from mapgen.columns import distinct_of, filled
from mapgen.dates import Customs
from mapgen.dates.column import coded_dates
from mapgen.events.choices import choose, choose_yes_or_no
from mapgen.events.dating import check_periods, read_dates
from mapgen.events.doubts.calendar import doubt_dates
from mapgen.events.doubts.edges import without_headers, without_notes
from mapgen.events.doubts.grouping import group
from mapgen.events.doubts.missing import doubt_missing
from mapgen.events.doubts.positions import doubt_positions
from mapgen.events.doubts.titles import doubt_titles
from mapgen.events.event import EventRows, Kind, Status
from mapgen.events.extras import Extras
from mapgen.events.headers import Headers, match
from mapgen.events.links import check_links, read_images
from mapgen.events.naming import NO_OTHERS, check_ids, name_events
from mapgen.events.nulls import blank_dates
from mapgen.events.picturing import with_links
from mapgen.events.place_column import PlaceColumn
from mapgen.events.placing import read_places
from mapgen.events.sheet import Sheet
from mapgen.events.timing import date_texts, read_times
from mapgen.events.writing import check_characters, check_titles, check_twins

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapgen.errors import Problem
    from mapgen.table import Table

_KINDS: tuple[Kind, ...] = get_args(Kind)
_STATUSES: tuple[Status, ...] = get_args(Status)
_POINTED = {"lat", "lon", "geometry"}
_NOTHING_SAID = Customs()
_AS_WRITTEN = ("title", "category", "source", "image_alt", "image_credit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What became of the rows of a table.

    `events` come from the rows without an error, in their order; `refused` from the others, as far
    as they could be read, so that their places can be checked too. `problems` are in line order.
    `columns` maps the name of a column to the author's header, `unknown` are the headers that
    mapgen does not know; their texts are in `Event.extra`.
    """

    events: EventRows
    refused: EventRows
    problems: tuple[Problem, ...]
    columns: Mapping[str, str]
    unknown: tuple[str, ...]


def check(
    table: Table, *, customs: Customs = _NOTHING_SAID, taken: Mapping[str, str] = NO_OTHERS
) -> Checked:
    """Turn rows into events and find every problem in them, but for names of places and countries.

    `customs` is what the author said of dates that have two readings. Images are looked for in the
    folder of the table. `taken` are the ids of events in other tables, with the files of these.
    """
    table, repeated = without_headers(table)
    table, notes = without_notes(table)
    headers = match(table)
    sheet = Sheet(table, headers.columns)
    rows = _events(sheet, headers.unknown, customs, taken)
    wrong = sheet.wrong.union((~filled(rows.columns["title"])).nonzero()[0].tolist())
    missing = _missing(table, headers, rows) if headers.unknown and not table.layout else []
    problems = [*missing, *headers.problems, *group(repeated), *notes, *sheet.problems()]
    return Checked(
        events=_without(rows, wrong),
        refused=rows.take(np.array(sorted(wrong), np.int64)),
        problems=tuple(sorted(problems, key=lambda problem: problem.line or 0)),
        columns=headers.columns,
        unknown=headers.unknown,
    )


def _events(
    sheet: Sheet, unknown: tuple[str, ...], customs: Customs, taken: Mapping[str, str]
) -> EventRows:
    """Check every cell first; then make an event of each row, whatever is wrong with it."""
    check_characters(sheet)
    check_titles(sheet)
    doubt_titles(sheet)
    check_twins(sheet)
    links = check_links(sheet)
    check_ids(sheet, taken)
    blank_dates(sheet)
    dates = read_times(sheet, read_dates(sheet, customs))
    doubt_dates(sheet, dates)
    places, goals = read_places(sheet)
    doubt_positions(sheet, places)
    kinds = choose(sheet, "kind", _KINDS)
    statuses = choose(sheet, "status", _STATUSES)
    sensitive = choose_yes_or_no(sheet, "sensitive")
    check_periods(sheet, kinds)
    pictures, descriptions = with_links(sheet)
    images = read_images(sheet, pictures)
    ids = name_events(sheet, dates, taken)
    return EventRows(
        {
            "description": descriptions,
            **{column: sheet.column(column) for column in _AS_WRITTEN},
            "source_url": links,
            "id": ids,
            "date": dates,
            "date_text": date_texts(sheet, dates),
            "place": places,
            "to": goals,
            "kind": kinds,
            "tags": sheet.coded("tags").each(_tags),
            "status": statuses,
            "image": images,
            "sensitive": sensitive,
            "extra": Extras({h: sheet.cells(h) for h in unknown} | sheet.kept, len(sheet.lines)),
            "line": sheet.lines,
        }
    )


def _missing(table: Table, headers: Headers, rows: EventRows) -> list[Problem]:
    """Say that no row has a place, coordinates or a date, unless an error says why."""
    if any(problem.severity == "error" for problem in headers.problems):
        return []
    placed = bool(PlaceColumn.of(distinct_of(rows.columns["place"])).there.any())
    dates, _ = coded_dates(rows.columns["date"])
    return doubt_missing(
        table,
        placed=placed,
        dated=not dates.undated().all(),
        pointed=bool(headers.columns.keys() & _POINTED) or bool(table.columns.keys() & _POINTED),
    )


def _without(rows: EventRows, wrong: set[int]) -> EventRows:
    return rows.take(np.delete(np.arange(len(rows)), sorted(wrong))) if wrong else rows


def _tags(text: str) -> tuple[str, ...]:
    """Split tags at each `;`, and leave out blank ones and those said before."""
    return tuple(dict.fromkeys(tag for part in text.split(";") if (tag := part.strip())))
