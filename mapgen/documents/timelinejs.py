"""Reads the JSON of TimelineJS 3."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.documents import slides
from mapgen.documents.html_texts import to_plain
from mapgen.documents.values import mapping, text, year

if TYPE_CHECKING:
    from mapgen.documents.parts import Part
    from mapgen.documents.rows import Rows

LAYOUT = "a TimelineJS JSON file"


def fits(document: dict[str, Any], parts: list[Part]) -> bool:
    """Tell by the dates and the texts of the first slides, or by the title or the eras."""
    titled = isinstance(document.get("title"), dict) or "eras" in document or "scale" in document
    first = [mapping(part.value) for part in parts[:10]]
    return titled or any("start_date" in x and isinstance(x.get("text"), dict) for x in first)


def read(
    document: dict[str, Any], events: list[Part], eras: list[Part], rows: Rows
) -> dict[str, str]:
    """Add the events and eras of a timeline, and return the words of the map."""
    for part in events:
        _read_slide(mapping(part.value), part.line, rows, kind="")
    for part in eras:
        _read_slide(mapping(part.value), part.line, rows, kind="period")
    title = mapping(document.get("title"))
    slides.warn_of_title(title, rows)
    return slides.words(title)


def _read_slide(slide: dict[str, Any], line: int, rows: Rows, *, kind: str) -> None:
    cells, extra = slides.read(slide, line, rows)
    start, end = mapping(slide.get("start_date")), mapping(slide.get("end_date"))
    first, last = _date(start), _date(end)
    if last and last != first:
        cells |= {"start": first, "end": last}
    else:
        cells["date"] = first
    shown = [text(each.get("display_date")) for each in (slide, start, end)]
    cells["date_text"] = to_plain(shown[0] or " – ".join(filter(None, shown[1:])))
    cells |= {"kind": kind, "time": _time(start), "end_time": _time(end)}
    rows.add(line, cells, extra)


def _date(date: dict[str, Any]) -> str:
    """Return a date as ISO 8601 writes it; TimelineJS counts 44 BCE as -44, and ISO as -0043."""
    parts = [_whole(date.get(name)) for name in ("year", "month", "day")]
    given = parts[: parts.index("") if "" in parts else 3]
    if not given:
        return ""
    written = str(int(given[0]) + 1) if _is_before_christ(given[0]) else given[0]
    return "-".join([year(written) or written, *(f"{part:0>2}" for part in given[1:])])


def _is_before_christ(year: str) -> bool:
    return year.startswith("-") and year[1:].isdecimal()


def _whole(value: Any) -> str:
    """Return a number without the blanks and commas that a sheet puts between its digits."""
    return text(value).replace(",", "").replace(" ", "")


def _time(date: dict[str, Any]) -> str:
    hour, minute, second = (text(date.get(name)) for name in ("hour", "minute", "second"))
    if not hour:
        return ""
    return f"{hour:0>2}:{minute or '0':0>2}" + (f":{second:0>2}" if second.strip("0") else "")
