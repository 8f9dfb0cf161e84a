"""Writes events as KML 2.2, for Google Earth and other globes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from mapgen.dates import civil
from mapgen.export.event_rows import degrees, rows
from mapgen.export.geojson import geometry, words
from mapgen.export.timespans import moment
from mapgen.regex import regex
from mapgen.texts import prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mapgen.dates import HistoricalDate
    from mapgen.events import Event
    from mapgen.settings import Settings

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n'
# What XML 1.0 has no way to write.
_UNWRITABLE = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PARTS = {"year": 1, "month": 2, "day": 3}


def write(events: Sequence[Event], settings: Settings) -> tuple[str, tuple[str, ...]]:
    """Return a Document, one Placemark for each event.

    A time is that of the days from the first to the last, in the years of ISO 8601, where 0000 is
    1 BCE. `ExtendedData` has the columns that are filled.
    """
    table = rows(events, blank_columns=False)
    told = words(settings)
    placemarks = [
        line
        for event, cells in zip(events, table.cells, strict=True)
        for line in _placemark(event, cells)
    ]
    title = [_element("name", prose.in_html(told.pop("title")))] if "title" in told else []
    lines = ["<Document>", *title, *_extended(told), *placemarks, "</Document>", "</kml>"]
    text = _HEAD + "\n".join(lines) + "\n"
    lost = len(_UNWRITABLE.findall(text))
    sentence = f"{lost} characters that XML cannot hold are written as U+FFFD"
    return _UNWRITABLE.sub("\ufffd", text), (*table.renamed, *([sentence] if lost else []))


def _placemark(event: Event, cells: Mapping[str, str]) -> Iterator[str]:
    yield "<Placemark>"
    yield _element("name", prose.in_html(event.title))
    if event.description:
        yield _element("description", prose.to_html(event.description))
    if event.date:
        yield from _time(event.date)
    yield from _extended(cells)
    yield from _geometry(event)
    yield "</Placemark>"


def _time(date: HistoricalDate) -> Iterator[str]:
    """Yield a moment for a day, month or year, else a span, which may be open."""
    first, last = date.earliest, date.latest
    parts = _PARTS.get(date.precision)
    if parts and first is not None and not date.end_time:
        when = moment(_day(first, parts), date.time)
        yield f"<TimeStamp>{_element('when', when)}</TimeStamp>"
    elif first is not None or last is not None:
        begin = "" if first is None else _element("begin", moment(_day(first), date.time))
        end = "" if last is None else _element("end", moment(_day(last), date.end_time))
        yield f"<TimeSpan>{begin}{end}</TimeSpan>"


def _day(number: int, parts: int = 3) -> str:
    """Return as many parts of a day as are known, in the lexical form of XML Schema."""
    year, month, day = civil(number)
    sign = "-" if year < 0 else ""
    return sign + "-".join((f"{abs(year):04}", f"{month:02}", f"{day:02}")[:parts])


def _extended(cells: Mapping[str, str]) -> list[str]:
    if not cells:
        return []
    data = [
        f"<Data name={quoteattr(name)}>{_element('value', prose.in_html(text))}</Data>"
        for name, text in cells.items()
    ]
    return ["<ExtendedData>", *data, "</ExtendedData>"]


def _geometry(event: Event) -> Iterator[str]:
    """Yield the point or the line, which is two where it crosses the 180th meridian."""
    shape = geometry(event)
    if shape is None:
        return
    found = shape["coordinates"]
    if shape["type"] == "MultiLineString":
        parts = "".join(_shape("LineString", line) for line in found)
        yield f"<MultiGeometry>{parts}</MultiGeometry>"
    else:
        yield _shape(shape["type"], found if shape["type"] == "LineString" else [found])


def _shape(name: str, points: Sequence[Sequence[float]]) -> str:
    text = " ".join(",".join(map(degrees, point)) for point in points)
    return f"<{name}>{_element('coordinates', text)}</{name}>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"
