"""The sheets of timeline tools: TimelineJS, TimeMapper, Flourish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.documents.html_texts import to_plain
from mapgen.layouts import cells
from mapgen.layouts.layout import Layout
from mapgen.positions import coordinates

if TYPE_CHECKING:
    from mapgen.layouts.draft import Draft

_DATES = ("year", "month", "day", "end_year", "end_month", "end_day")
_SOURCE_PAGE, _PAGE = "Source URL|SourceURL", "Web Page|URL"


def _timeline(draft: Draft) -> None:
    for column in _DATES:
        draft.rewrite(column, cells.whole_number)
    draft.rewrite("year", cells.astronomical)
    draft.rewrite("end_year", cells.astronomical)
    _story(draft)


def _old_timeline(draft: Draft) -> None:
    draft.rewrite("start", _bce_date)
    draft.rewrite("end", _bce_date)
    _story(draft)


def _bce_date(text: str) -> str:
    year = cells.astronomical(cells.whole_number(text))
    return f"-{year[1:].zfill(4)}" if year.startswith("-") else cells.us_date(year)


def _story(draft: Draft) -> None:
    """Read what both sheets of TimelineJS have: the type of a row, HTML, media and their words."""
    draft.rewrite("description", cells.from_html)
    draft.rewrite("title", to_plain)
    draft.rewrite("image_credit", cells.plain)
    _untitled(draft)
    _types(draft)
    _captions(draft)


def _untitled(draft: Draft) -> None:
    """Call a slide without a headline by the first words of its text or caption."""
    captions = draft.below("Media Caption")
    told = zip(draft.cells("title"), draft.cells("description"), captions, strict=True)
    draft.fill("title", [a or cells.first_words(b or c) for a, b, c in told])


def _types(draft: Draft) -> None:
    """Tell eras from events, and take the title of the timeline as that of the map."""
    kinds = [text.casefold() for text in draft.below("Type")]
    titles = [row for row, kind in enumerate(kinds) if kind == "title"]
    if titles:
        words = {"title": "title", "introduction": "description"}
        draft.words |= {word: draft.cells(column)[titles[0]] for word, column in words.items()}
    cure = "nothing is missing; a title in mapgen.toml counts before it"
    draft.leave_out(titles, "this row is the title of the map and no event", cure)
    if "kind" in draft.columns:
        found = draft.cells("kind")
        other = {"", "era", "title"}
        rest = [t if k not in other else "" for t, k in zip(found, kinds, strict=True)]
        draft.keep("kind", rest)
        draft.fill("kind", ["period" if kind == "era" else "" for kind in kinds])


def _captions(draft: Draft) -> None:
    """Take the caption for those who cannot see an image that has no other text."""
    pairs = zip(draft.cells("image_alt"), draft.below("Media Caption"), strict=True)
    texts = [alt or to_plain(caption) for alt, caption in pairs]
    if "image_alt" in draft.columns:
        draft.fill("image_alt", texts)
    else:
        draft.put("image_alt", texts, of="Media Caption")


def _time_mapper(draft: Draft) -> None:
    for column in ("start", "end"):
        draft.rewrite(column, lambda text: text.removeprefix("'").strip())
    draft.rewrite("description", cells.from_html)
    draft.rewrite("tags", lambda text: text if ";" in text else text.replace(",", ";"))
    if draft.headers(_SOURCE_PAGE) and draft.headers(_PAGE):
        pages = zip(draft.below(_SOURCE_PAGE), draft.below(_PAGE), strict=True)
        links = [source or page for source, page in pages]
        draft.put("source_url", links, of=f"{_SOURCE_PAGE}|{_PAGE}", spare=_SOURCE_PAGE)
    _locations(draft)


def _locations(draft: Draft) -> None:
    """Tell coordinates, shapes and names of places apart, which share one column."""
    found = draft.cells("lat")
    shapes = [text if text.startswith("{") else "" for text in found]
    points = [text if coordinates.pair(text) else "" for text in found]
    names = [
        "" if text in {shape, point} else text
        for text, shape, point in zip(found, shapes, points, strict=True)
    ]
    header = draft.columns["lat"]
    draft.fill("lat", points)
    draft.put("geometry", shapes, of=header)
    known = zip(draft.cells("place"), names, strict=True)
    places = [cells.joined(place, name, by=", ") for place, name in known]
    draft.put("place", places, of="Place" if not any(names) else f"Place|{header}", spare="Place")


_SLIDE = {
    "title": "Headline",
    "description": "Text",
    "image": "Media",
    "image_credit": "Media Credit",
    "image_alt": "Alt Text",
    "kind": "Type",
    "category": "Group|Tag",
}
_BESIDE = ("Media Caption", "Media Thumbnail", "Background")

TIMELINES = (
    Layout(
        title="a TimelineJS sheet",
        signature=("Year", "Headline", "Text", "Media|Type|Group|Display Date"),
        columns={
            **dict(zip(_DATES[:3], ("Year", "Month", "Day"), strict=True)),
            **dict(zip(_DATES[3:], ("End Year", "End Month", "End Day"), strict=True)),
            "time": "Time",
            "end_time": "End Time",
            "date_text": "Display Date",
            **_SLIDE,
        },
        kept=_BESIDE,
        derive=_timeline,
    ),
    Layout(
        title="a TimelineJS sheet of the first version",
        signature=("Start Date", "End Date", "Headline", "Text", "Media"),
        columns={"start": "Start Date", "end": "End Date", **_SLIDE},
        kept=_BESIDE,
        derive=_old_timeline,
    ),
    Layout(
        title="a TimeMapper sheet",
        signature=(
            "Title|Headline",
            "Start|Start Date",
            "Location",
            "Media|Image",
            "Media Caption|Caption|Image Caption",
        ),
        columns={
            "title": "Title|Headline",
            "start": "Start|Start Date",
            "end": "End|End Date",
            "description": "Description|Text",
            "place": "Place",
            "lat": "Location",
            "image": "Media|Image",
            "image_alt": "Media Caption|Caption|Image Caption",
            "image_credit": "Media Credit|Image Credit",
            "tags": "Tags",
            "source": "Source",
            "source_url": f"{_SOURCE_PAGE}|{_PAGE}",
        },
        kept=("Size", "Icon"),
        derive=_time_mapper,
    ),
    Layout(
        title="a Flourish time map",
        signature=(
            "Latitude",
            "Longitude",
            "Timestamp",
            "End timestamp|Scale",
            "Colour|Color|Scale",
        ),
        columns={
            "lat": "Latitude",
            "lon": "Longitude",
            "start": "Timestamp",
            "end": "End timestamp",
            "category": "Colour|Color",
        },
        kept=("Scale",),
    ),
)
