"""Reads the Placemarks of KML 2.2 and 2.3, as a file or in a .kmz archive."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from mapgen.documents import own
from mapgen.documents.features import Reader, is_name
from mapgen.documents.geometry import spots
from mapgen.documents.html_texts import to_markdown, to_plain
from mapgen.documents.rows import Rows
from mapgen.documents.values import address
from mapgen.errors import Problem, TableError
from mapgen.errors.boundary import Boundary
from mapgen.guarded.limits import unpacked_kml
from mapgen.table.archive import Archive
from mapgen.table.contents import refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapgen.table import Table

LAYOUT = "a KML file"

_ZIP = b"PK\x03\x04"
_LINE = "line of the file"  # no name in XML has blanks, so that this is no attribute of the file
_WORDS = ("title", "subtitle", "introduction", "credits")
_FOLDERS = {"Folder", "Document"}
_SHAPES = {"Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track", "MultiTrack"}
_SHAPES |= {"Model"}
_OVERLAYS = {"NetworkLink", "GroundOverlay", "ScreenOverlay", "PhotoOverlay", "Tour"}
_TOLD = {"Placemark"} | _OVERLAYS  # elements whose lines messages tell


def read_kml(data: bytes, *, file: str, folder: Path) -> Table:
    """Return the Placemarks of a KML document as a table with mapgen's columns.

    A Folder is the category. `lines` are those on which the Placemarks begin. Raises TableError.
    """
    rows = Rows(file, folder)
    root = _parse(_unpacked(data, file=file), file=file)
    try:
        for placemark in _placemarks(root, _Around()):
            _read(placemark, rows)
    except RecursionError:
        cure = "put the Placemarks into one Folder"
        raise refused(file, "has folders within folders, too deep to be read", cure) from None
    for element in root.iter():
        if _name(element) in _OVERLAYS:
            message = f"a {_name(element)} is no event; it is not shown"
            rows.warn(_line(element), message, "name the file that it shows, if it holds events")
    return rows.table(LAYOUT, encoding="utf-8", words=_words(root))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What holds for everything in a folder."""

    category: str = ""
    time: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placemark:
    element: Element
    around: _Around


def _unpacked(data: bytes, *, file: str) -> bytes:
    """Return the main document of an archive, the bytes themselves where they are none."""
    if not data.startswith(_ZIP):
        return data
    archive = Archive(data, file=file)
    names = [name for name in archive.names if name.lower().endswith(".kml")]
    main = next((name for name in names if name.lower() == "doc.kml"), names[0])
    archive.refuse_beyond(unpacked_kml(len(data)), archive.size(main), packed=len(data))
    return archive.read(main)


def _parse(data: bytes, *, file: str) -> Element:
    from defusedxml.ElementTree import DefusedXMLParser

    builder = TreeBuilder()
    parser = DefusedXMLParser(target=_Lined(builder))
    builder_of_lines = parser.target
    builder_of_lines.expat = parser.parser
    with Boundary(lambda error: _invalid(error, file=file)):
        parser.feed(data.lstrip())
        root: Element = parser.close()
    return root


def _invalid(error: BaseException, *, file: str) -> TableError:
    """Say what the reader of XML met."""
    if isinstance(error, ParseError):
        line, column = error.position
        message = f"is no valid XML (column {column + 1}): {str(error).partition(':')[0]}"
        cure = "let the program that made the file save it again"
        return TableError([Problem(file=file, line=line, message=message, cure=cure)])
    message = f"holds what no KML file needs ({type(error).__name__})"
    return refused(file, message, "save it again from the program that made it")


class _Lined:
    """Builds a tree whose elements know their lines."""

    def __init__(self, builder: TreeBuilder) -> None:
        self.expat: Any = None
        self._builder = builder

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        if tag.rpartition("}")[2] in _TOLD:
            attrs = {**attrs, _LINE: str(self.expat.CurrentLineNumber)}
        return self._builder.start(tag, attrs)

    def end(self, tag: str) -> Element:
        return self._builder.end(tag)

    def data(self, data: str) -> None:
        self._builder.data(data)

    def close(self) -> Element:
        return self._builder.close()


def _name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _line(element: Element) -> int:
    return int(element.get(_LINE, "1"))


def _child(element: Element, *names: str) -> Element | None:
    return next((each for each in element if _name(each) in names), None)


def _text(element: Element, *names: str) -> str:
    """Return the text of the first child with one of the names."""
    child = _child(element, *names)
    return "" if child is None else "".join(child.itertext()).strip()


def _placemarks(element: Element, around: _Around) -> Iterator[_Placemark]:
    """Yield each Placemark with what its folders say."""
    for child in element:
        if _name(child) == "Placemark":
            yield _Placemark(element=child, around=around)
        elif _name(child) in _FOLDERS:
            category = _text(child, "name") if _name(child) == "Folder" else ""
            inner = _Around(
                category=to_plain(category) or around.category,
                time=_time(child) or around.time,
            )
            yield from _placemarks(child, inner)


def _read(placemark: _Placemark, rows: Rows) -> None:
    element, line = placemark.element, _line(placemark.element)
    data = dict(_extended(element))
    title = _text(element, "name")
    if own.is_own(data, title):
        data = {name: unescape(text) for name, text in data.items()}  # as export/kml.py writes it
        own.add(data, spots(_geometry(element), line=line, rows=rows), line=line, rows=rows)
        return
    cells, extra = Reader(markdown=True).read(data)
    told = {
        "title": title,
        "description": _text(element, "description") or _text(element, "Snippet", "snippet"),
        "category": placemark.around.category,
        "place": _text(element, "address"),
        "source_url": _link(element),
        "source": _text(_child(element, "author") or Element("none"), "name"),
        **(_time(element) or placemark.around.time),
    }
    for name, text in told.items():
        if text and cells.get(name) and cells[name] != text:
            extra[name] = cells[name]
    cells, extra = Reader().finish(cells | {n: t for n, t in told.items() if t}, extra)
    if is_name(element.get("id", "")) and not cells.get("id"):
        extra["feature id"] = element.get("id", "")
    extra |= _others(element)
    for spot in spots(_geometry(element), line=line, rows=rows):
        rows.add(line, cells | spot.cells, extra | spot.extra)


def _extended(element: Element) -> Iterator[tuple[str, str]]:
    """Yield the names and values of ExtendedData, with and without a schema."""
    for child in _child(element, "ExtendedData") or ():
        for each in [child] if _name(child) == "Data" else child:
            text = _text(each, "value") if _name(each) == "Data" else "".join(each.itertext())
            if name := each.get("name"):
                yield name, text.strip()


def _others(element: Element) -> dict[str, str]:
    """Return the texts of a Placemark that say neither where nor when nor how it looks."""
    phone = _text(element, "phoneNumber")
    return {"phone": phone} if phone else {}


def _link(element: Element) -> str:
    link = _child(element, "link")
    return "" if link is None else address(link.get("href", ""))


def _time(element: Element) -> dict[str, str]:
    """Return the moment or the span of an element, those along a track as its span."""
    stamp, span = _child(element, "TimeStamp"), _child(element, "TimeSpan")
    if stamp is not None and _text(stamp, "when"):
        return {"date": _text(stamp, "when")}
    if span is not None:
        begin, end = _text(span, "begin"), _text(span, "end")
        return {"start": begin or "..", "end": end or ".."} if begin or end else {}
    if _name(element) != "Placemark":
        return {}
    whens = [_whole(each) for each in element.iter() if _name(each) == "when"]
    if not whens:
        return {}
    return {"start": whens[0], "end": whens[-1]} if whens[0] != whens[-1] else {"date": whens[0]}


def _whole(element: Element) -> str:
    return "".join(element.itertext()).strip()


def _geometry(element: Element) -> dict[str, Any] | None:
    """Return the shape of an element as GeoJSON, None where it has none."""
    child = _child(element, *_SHAPES)
    return None if child is None else _shape(child)


def _shape(shape: Element) -> dict[str, Any]:
    kind = _name(shape)
    if kind in {"MultiGeometry", "MultiTrack"}:
        parts = [_shape(each) for each in shape if _name(each) in _SHAPES]
        return {"type": "GeometryCollection", "geometries": parts}
    if kind == "Polygon":
        outer = next((each for each in shape.iter() if _name(each) == "LinearRing"), shape)
        return {"type": "Polygon", "coordinates": [_positions(_text(outer, "coordinates"))]}
    if kind == "Track":
        points = [_whole(each).split() for each in shape if _name(each) == "coord"]
        return {"type": "LineString", "coordinates": [_numbers(each) for each in points]}
    if kind == "Model":
        spot = _child(shape, "Location")
        where = [] if spot is None else [_text(spot, "longitude"), _text(spot, "latitude")]
        return {"type": "Point", "coordinates": _numbers(where)}
    found = _positions(_text(shape, "coordinates"))
    if kind == "Point":
        return {"type": "Point", "coordinates": found[0] if found else []}
    return {"type": "LineString", "coordinates": found}


def _positions(text: str) -> list[list[Any]]:
    """Return `lon,lat,height lon,lat,height` as positions of GeoJSON."""
    return [_numbers(each.split(",")) for each in text.replace(", ", ",").split()]


def _numbers(texts: list[str]) -> list[Any]:
    """Return numbers where texts spell them; others stay, and are refused with the geometry."""
    return [_number(text) for text in texts if text.strip()]


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _words(root: Element) -> dict[str, str]:
    """Return the words of the map from the outermost Document."""
    document = root if _name(root) == "Document" else _child(root, "Document")
    if document is None:
        return {}
    told = {name: unescape(text) for name, text in _extended(document) if name in _WORDS}
    described = to_markdown(_text(document, "description")).markdown
    return {"title": to_plain(_text(document, "name")), "introduction": described} | told
