"""The tables of open-source investigations: timemap and its public downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.layouts import cells
from mapgen.layouts.columns import key
from mapgen.layouts.layout import Layout
from mapgen.regex import regex

if TYPE_CHECKING:
    import re

    from mapgen.layouts.draft import Draft

_ASSOCIATION = regex(r"association\d*")
_SOURCE = regex(r"sources?\d*")
# A run of blanks is tried from its beginning alone, or it would cost the square of its length.
_BLANKS = r"(?:(?<!\s)\s+)?"
_BETWEEN = regex(rf"{_BLANKS}[\n;|]\s*|{_BLANKS},\s*(?=https?://)")
_PAIRS = regex(r",(?=[^,=]+=)")


def _time_map(draft: Draft) -> None:
    draft.rewrite("date", cells.us_date)
    _gather(draft, "tags", _ASSOCIATION)
    _gather(draft, "source", _SOURCE)
    _link(draft)
    _name(draft)


def _download(draft: Draft) -> None:
    draft.rewrite("date", cells.us_date)
    draft.rewrite("tags", lambda text: ";".join(_PAIRS.split(text)).replace("=", ": "))
    draft.rewrite("source", lambda text: cells.joined(*_BETWEEN.split(text)))
    _link(draft)
    _name(draft)


def _gather(draft: Draft, column: str, pattern: re.Pattern[str]) -> None:
    """Join all columns that are numbered, such as source1 and source2, in one."""
    called = sorted(
        (header for header in draft.all_headers() if pattern.fullmatch(key(header))),
        key=lambda header: (len(key(header)), key(header)),  # 2 before 10
    )
    if called:
        names = "|".join(called)
        rows = zip(*map(draft.below, called), strict=True)
        draft.put(column, [cells.joined(*row) for row in rows], of=names, spare=names)


def _link(draft: Draft) -> None:
    """Link the first address among the sources."""
    links = list(map(cells.first_url, draft.cells("source")))
    if any(links):
        draft.put("source_url", links, of=draft.columns["source"])
        texts = zip(draft.cells("source"), links, strict=True)
        draft.fill("source", ["" if text == link else text for text, link in texts])


def _name(draft: Draft) -> None:
    """Call an event by the first words of its description, which has no title beside it."""
    if "title" in draft.columns:
        return
    told = draft.cells("description")
    titles = list(map(cells.first_words, told))
    draft.put("title", titles, of="description")
    pairs = zip(told, titles, strict=True)
    rest = ["" if text.rstrip(".") == title else text for text, title in pairs]
    draft.fill("description", rest)


INVESTIGATIONS = (
    Layout(
        title="a download from a timemap",
        signature=("id", "date", "location", "description", "sources", "associations"),
        columns={
            "id": "id",
            "date": "date",
            "time": "time",
            "place": "location",
            "lat": "latitude",
            "lon": "longitude",
            "description": "description",
            "source": "sources",
            "tags": "associations",
            "sensitive": "graphic",
        },
        kept=("civId",),
        derive=_download,
    ),
    Layout(
        title="events of a timemap",
        signature=("description", "date", "location", "association1|Association 1"),
        columns={
            "id": "id",
            "date": "date",
            "time": "time",
            "place": "location",
            "lat": "latitude",
            "lon": "longitude",
            "description": "description",
            "category": "category",
            "sensitive": "graphic",
        },
        kept=(
            *("time_precision", "time_display", "comments", "civId"),
            *("x", "y", "z", "type", "category_full", "shape", "colour"),
            *(f"association{n}" for n in range(1, 20)),
            *("source", "sources", *(f"source{n}" for n in range(1, 20))),
        ),
        derive=_time_map,
    ),
)
