"""The tables of libraries and gazetteers: LP-TSV, DARIAH Geo-Browser, CollectionBuilder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.layouts import cells
from mapgen.layouts.layout import Layout

if TYPE_CHECKING:
    from mapgen.layouts.draft import Draft

_FILES = ("object_location", "image_small", "image_thumb")


def _linked_places(draft: Draft) -> None:
    """Take the year of the source where no date is given, and the one country of a place."""
    if "start" in draft.columns and draft.headers("attestation_year"):
        years = zip(draft.cells("start"), draft.below("attestation_year"), strict=True)
        draft.put(
            "start",
            [start or year for start, year in years],
            of="start|attestation_year",
            spare="start",
        )
    codes = draft.below("ccodes")
    draft.put("country", ["" if ";" in code else code for code in codes], of="ccodes")


def _geo_browser(draft: Draft) -> None:
    """Prefer the span of time of a row to its stamp."""
    draft.rewrite("description", cells.from_html)
    stamps, begins = draft.cells("date"), draft.cells("start")
    both = [stamp if begin else "" for stamp, begin in zip(stamps, begins, strict=True)]
    draft.keep("date", both)
    spans = zip(stamps, begins, strict=True)
    draft.fill("date", ["" if begin else stamp for stamp, begin in spans])


def _collection(draft: Draft) -> None:
    doubts = map(cells.says_yes, draft.below("date-is-approximate?"))
    dated = zip(draft.cells("date"), doubts, strict=True)
    draft.fill("date", [cells.approximate(date) if vague else date for date, vague in dated])
    draft.rewrite("description", cells.from_html)
    rows = zip(*map(draft.below, _FILES), strict=True)
    images = [next(filter(cells.is_image, row), "") for row in rows]
    draft.put("image", images, of="|".join(_FILES))


CATALOGUES = (
    Layout(
        title="a Linked Places table (LP-TSV)",
        signature=("id", "title", "title_source", "start|attestation_year"),
        columns={
            "id": "id",
            "title": "title",
            "place": "title",
            "start": "start|attestation_year",
            "end": "end",
            "lat": "lat",
            "lon": "lon",
            "geometry": "geowkt",
            "source": "title_source",
            "source_url": "title_uri",
            "description": "description",
        },
        kept=(
            *("fclasses", "aat_types", "attestation_year", "ccodes", "matches", "variants"),
            *("types", "parent_name", "parent_id", "geo_source", "geo_id", "approximation"),
        ),
        derive=_linked_places,
    ),
    Layout(
        title="a table of the DARIAH Geo-Browser",
        signature=("Name", "Address", "Longitude", "Latitude", "TimeStamp", "TimeSpan:begin"),
        columns={
            "title": "Name",
            "place": "Address",
            "description": "Description",
            "lat": "Latitude",
            "lon": "Longitude",
            "date": "TimeStamp",
            "start": "TimeSpan:begin",
            "end": "TimeSpan:end",
        },
        kept=("GettyID",),
        derive=_geo_browser,
    ),
    Layout(
        title="a CollectionBuilder table",
        signature=("objectid", "title", "date", "display_template|object_location|rightsstatement"),
        columns={
            "id": "objectid",
            "title": "title",
            "date": "date",
            "description": "description",
            "tags": "subject",
            "place": "location",
            "lat": "latitude",
            "lon": "longitude",
            "source": "source",
            "image_alt": "image_alt_text",
        },
        kept=(
            *("parentid", "creator", "identifier", "type", "format", "language", "rights"),
            *("rightsstatement", "display_template", "object_transcript", "date-is-approximate?"),
            *_FILES,
        ),
        derive=_collection,
    ),
)
