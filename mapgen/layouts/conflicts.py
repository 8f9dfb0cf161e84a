"""The tables of those who count conflicts: ACLED and the Uppsala Conflict Data Program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.dates import civil
from mapgen.layouts import cells
from mapgen.layouts.layout import Layout
from mapgen.regex import regex

if TYPE_CHECKING:
    from mapgen.layouts.draft import Draft

_VAGUE_PLACE = "approximate place"
_HALF_A_WEEK = 3  # days
_ISO_DAY = regex(r"(\d{4}-\d{2}-\d{2})(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?")
_VIOLENCE = {"1": "State-based conflict", "2": "Non-state conflict", "3": "One-sided violence"}
_FORMER_NAME = regex(r"(?:(?<!\s)\s+)?\([^()]*\)$")
_COUNTRY_ONLY = "6"
_CLEAR = "1"
_TOLD = ("source_headline", "best", "low", "high", "deaths_civilians")


def _acled(draft: Draft) -> None:
    """Follow the codebook: 1 is exact, 2 and 3 are the week and the month, or the area."""
    dates = zip(draft.cells("date"), draft.below("time_precision"), strict=True)
    draft.fill("date", [_within(date, precision) for date, precision in dates])
    what = zip(draft.below("sub_event_type|event_type"), draft.cells("place"), strict=True)
    titles = [cells.joined(*each, by=", ") for each in what]
    draft.put("title", titles, of="sub_event_type|event_type|location")
    places = zip(draft.below("tags"), draft.below("geo_precision"), strict=True)
    tags = [cells.joined(text, _VAGUE_PLACE if code in {"2", "3"} else "") for text, code in places]
    draft.put("tags", tags, of="tags|geo_precision", spare="tags")
    if "status" not in draft.columns:
        draft.put("status", ["reported"] * len(draft), of="")


def _within(text: str, precision: str) -> str:
    """Return the week around a day, or its month."""
    date = cells.read_date(text) if precision in {"2", "3"} else None
    if not date or date.earliest is None or date.precision != "day":
        return text
    if precision == "3":
        return f"{date.edtf[:7]}~"
    first, last = (_iso(date.earliest + days) for days in (-_HALF_A_WEEK, _HALF_A_WEEK))
    return f"[{first}..{last}]"


def _iso(day: int) -> str:
    year, month, date = civil(day)
    return f"{year:04}-{month:02}-{date:02}"


def _ucdp(draft: Draft) -> None:
    """Follow the codebook of the Georeferenced Event Dataset."""
    spans = zip(*map(draft.below, ("date_start", "date_end", "date_prec")), strict=True)
    draft.put(
        "date",
        [_span(*each) for each in spans],
        of="date_start|date_end",
        spare="date_start|date_end",
    )
    names = zip(draft.below("dyad_name"), draft.cells("place"), strict=True)
    titles = [cells.joined(*each, by=", ") for each in names]
    draft.put("title", titles, of="dyad_name|where_coordinates")
    draft.rewrite("category", lambda code: _VIOLENCE.get(code, code))
    draft.rewrite("country", lambda name: _FORMER_NAME.sub("", name))
    clear = [code in {_CLEAR, ""} for code in draft.below("event_clarity")]
    draft.put(
        "status", ["reported" if each else "unconfirmed" for each in clear], of="event_clarity"
    )
    sources = zip(draft.cells("source"), draft.below("source_office"), strict=True)
    draft.fill("source", [article or office for article, office in sources])
    rows = zip(*map(draft.below, _TOLD), strict=True)
    draft.put(
        "description", [_account(*row) for row in rows], of="|".join(_TOLD), spare="source_headline"
    )
    _place_by_precision(draft)


def _span(start: str, end: str, precision: str) -> str:
    """Return the days of an event: all of them if they are exact, else one of them."""
    first, last = _ISO_DAY.sub(r"\1", start), _ISO_DAY.sub(r"\1", end)
    exact = precision in {"1", ""}
    if first == last or not last:
        return first if exact else cells.approximate(first)
    return f"{first}/{last}" if exact else f"[{first}..{last}]"


def _account(headline: str, best: str, low: str, high: str, civilians: str) -> str:
    if not best:
        return headline
    between = f" (between {low} and {high})" if low and high and low != high else ""
    among = f", {civilians} of them civilians" if civilians not in {"", "0"} else ""
    return cells.joined(headline, f"Deaths: {best}{between}{among}.", by="\n\n")


def _place_by_precision(draft: Draft) -> None:
    """Show what is known to the country alone as the country, and tell other doubts by a tag."""
    codes = draft.below("where_prec")
    lands = zip(codes, draft.cells("country"), strict=True)
    rows = [row for row, (code, land) in enumerate(lands) if code == _COUNTRY_ONLY and land]
    for column in ("place", "lat", "lon"):
        found = draft.cells(column)
        draft.fill(column, ["" if row in set(rows) else text for row, text in enumerate(found)])
    message = "where_prec 6 says that no more is known than the country, so the map shows that"
    draft.note(rows, "where_prec", message, "write 5 or less to show the point")
    tags = [_VAGUE_PLACE if code in {"2", "3", "4", "5", "7"} else "" for code in codes]
    draft.put("tags", tags, of="where_prec")


CONFLICTS = (
    Layout(
        title="a download from ACLED",
        signature=(
            "event_date",
            "time_precision|geo_precision",
            "event_type",
            "actor1",
            "location",
        ),
        columns={
            "id": "event_id_cnty",
            "date": "event_date",
            "place": "location",
            "country": "country",
            "lat": "latitude",
            "lon": "longitude",
            "category": "event_type",
            "description": "notes",
            "source": "source",
        },
        kept=(
            *("year", "time_precision", "disorder_type", "sub_event_type", "actor1"),
            *("assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction"),
            *("civilian_targeting", "iso", "region", "admin1", "admin2", "admin3"),
            *("geo_precision", "source_scale", "fatalities", "tags", "timestamp"),
        ),
        derive=_acled,
    ),
    Layout(
        title="events of the UCDP (GED)",
        signature=(
            "type_of_violence",
            "dyad_name",
            "where_prec",
            "date_prec",
            "date_start",
            "best",
        ),
        columns={
            "id": "id",
            "place": "where_coordinates",
            "country": "country",
            "lat": "latitude",
            "lon": "longitude",
            "category": "type_of_violence",
            "source": "source_article",
        },
        kept=(
            *("relid", "year", "active_year", "code_status", "conflict_name", "dyad_name"),
            *("side_a", "side_b", "number_of_sources", "source_office", "source_date"),
            *("source_headline", "source_original", "where_prec", "where_description"),
            *("adm_1", "adm_2", "geom_wkt", "priogrid_gid", "country_id", "region"),
            *("event_clarity", "date_prec", "date_start", "date_end", "gwnoa", "gwnob"),
            *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
        ),
        derive=_ucdp,
    ),
)
