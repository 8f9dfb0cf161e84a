"""What a feature says of itself: its properties under the names of mapgen's columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from unicodedata import category

from mapgen.dates.time_of_day import time_of_day
from mapgen.documents.html_texts import first_words, to_markdown, to_plain
from mapgen.documents.rows import COLUMNS
from mapgen.documents.values import address, moment, text, year
from mapgen.regex import regex
from mapgen.texts.media import kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# The names by which other programs call a column, the one that counts first. Compared like headers:
# by letters and figures alone, in small letters.
_NAMES = {
    "title": ("name", "headline", "label", "event", "eventname", "tooltip"),
    "date": ("when", "eventdate", "datetime", "edtf", "time", "timestamp"),
    "start": ("startdate", "begin", "begindate", "starttime", "timestart", "datefrom"),
    "end": ("enddate", "finish", "finishdate", "endtime", "timeend", "dateto", "until"),
    "year": ("startyear",),
    "time": ("timeofday", "eventtime", "hour"),
    "date_text": ("displaydate",),
    "place": ("location", "placename", "city", "town"),
    "lat": ("latitude",),
    "lon": ("longitude", "lng", "long"),
    "country": ("countryname", "countrycode"),
    "category": ("group", "type", "eventtype"),
    "tags": ("tag", "keywords"),
    "status": ("certainty", "confidence"),
    "description": ("text", "desc", "notes", "note", "summary", "body", "popup"),
    "source": ("reference", "references", "sources", "citation"),
    "source_url": ("url", "link", "website", "webpage"),
    "image": ("media", "picture", "photo", "imageurl", "photourl"),
    "image_alt": ("alt", "alttext", "caption"),
    "image_credit": ("mediacredit", "photocredit", "credit"),
}
_ADDRESS = regex(r"https://[^\s<>\"\\]+", re.IGNORECASE)
_FILE = regex(r"(?!/)[^:\\\n<>\"]+\.(?:jpe?g|png|gif|webp)", re.IGNORECASE)
_TIMES = {"date", "start", "end"}
_DIGITS = regex(r"\d{3}|\bBCE?\b|\dXX?", re.IGNORECASE)
_SIGNS_OF_NAMES = "-_."
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """How the properties of a document are read.

    With `markdown`, texts are Markdown already and no HTML is looked for; with `milliseconds`,
    numbers in the place of dates count these since 1970.
    """

    markdown: bool = False
    milliseconds: bool = False

    def read(self, properties: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
        """Return the properties as cells of mapgen's columns and as other columns.

        What a column cannot hold, such as a link that is no address, stays another column.
        """
        cells: dict[str, str] = {}
        used: set[str] = set()
        meant = [
            (place, rank, name)
            for name in properties
            for place, rank in _meanings().get(_key(name), ())
        ]
        for place, _, name in sorted(meant):
            column = COLUMNS[place]
            free = column not in cells and name not in used
            if free and (fitting := self._fitting(column, name, properties[name])):
                cells[column] = fitting
                used.add(name)
        extra = {name: text(value) for name, value in properties.items() if name not in used}
        _join_date(cells, extra)
        return self.finish(cells, extra)

    def finish(
        self, cells: dict[str, str], extra: dict[str, str]
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Turn HTML into Markdown and plain words, and find a title where there is none."""
        if not self.markdown:
            for name in ("title", "place", "source", "image_alt", "image_credit"):
                cells[name] = to_plain(cells.get(name, ""))
            prose = to_markdown(cells.get("description", ""))
            cells["description"] = prose.markdown
            if prose.image and not cells.get("image"):
                cells |= {"image": prose.image, "image_alt": cells["image_alt"] or prose.image_alt}
        if not cells.get("title"):
            cells["title"] = first_words(cells.get("description", "") or cells.get("place", ""))
        return cells, extra

    def _fitting(self, column: str, name: str, value: Any) -> str:
        """Return a value as the cell of a column, "" where the column cannot hold it."""
        written = text(value)
        if column in _TIMES:
            date = "" if isinstance(value, (dict, list)) else self.moment(value)
            return date if name == column or _DIGITS.search(date) else ""
        if column == "image":
            linked = address(value) if name != "media" else ""
            return linked if linked.startswith("https:") else picture(value)
        if column == "source_url":
            return address(value)
        if column in _TESTS:
            return written if _TESTS[column](written) else ""
        return written if column == "tags" or not isinstance(value, (dict, list)) else ""

    def moment(self, value: Any) -> str:
        """Return a time as the text of a date."""
        return moment(value, milliseconds=self.milliseconds)


def picture(value: Any) -> str:
    """Return the address or the file of a picture that a value names, "" for anything else."""
    found = value.strip() if isinstance(value, str) else ""
    if _ADDRESS.fullmatch(found):
        return found if kind_of(found) == "picture" else ""
    return found if _FILE.fullmatch(found) else ""


def is_name(text: str) -> bool:
    """Tell whether a text can be the id of an event, which is part of a link."""
    fitting = (sign in _SIGNS_OF_NAMES or category(sign)[0] in "LNM" for sign in text)
    return 0 < len(text) <= _LONGEST_NAME and all(fitting)


def _join_date(cells: dict[str, str], extra: dict[str, str]) -> None:
    """Make one date of its parts; a date beside a beginning stays as another column."""
    for begin, whole in (("", "start" if cells.get("end") else "date"), ("end_", "end")):
        parts = [cells.pop(f"{begin}{part}", "") for part in ("year", "month", "day")]
        if not parts[0]:
            continue
        given = parts[: parts.index("") if "" in parts else 3]
        joined = "-".join([year(given[0]) or given[0], *(f"{part:0>2}" for part in given[1:])])
        if any(cells.get(name) for name in ("date", whole)):
            extra[f"{begin}year"] = joined
        else:
            cells[whole] = joined
    if cells.get("start") and cells.get("date"):
        extra["date"] = cells.pop("date")
    if cells.get("end") and not cells.get("start"):
        cells["start"] = cells.pop("date", "..")


@cache
def _meanings() -> dict[str, list[tuple[int, int]]]:
    """Return for the key of a name the columns it may stand for, and how soon it counts there."""
    found: dict[str, list[tuple[int, int]]] = {}
    for place, column in enumerate(COLUMNS):
        for rank, name in enumerate((column, *_NAMES.get(column, ()))):
            found.setdefault(_key(name), []).append((place, rank))
    return found


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _is_clock(text: str) -> bool:
    return time_of_day(text).seconds is not None


_TESTS: Mapping[str, Callable[[str], bool]] = {
    "id": is_name,
    "time": _is_clock,
    "end_time": _is_clock,
    "kind": lambda text: text.lower() in {"event", "period"},
    "status": lambda text: text.lower() in {"confirmed", "reported", "unconfirmed", "disputed"},
}
"""What a column takes as it is written."""
