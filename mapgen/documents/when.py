"""Reads the times of features: `when` (GeoJSON-T, Linked Places) and lists of moments."""

from __future__ import annotations

from typing import Any

from mapgen.documents.values import listing, mapping, moment, text

STATUSES = {"certain": "confirmed", "less-certain": "reported", "uncertain": "unconfirmed"}
"""The certainty of Linked Places in the words of mapgen."""


def whens(when: Any) -> list[dict[str, str]]:
    """Return the cells of each time span of a `when`, those of a name of a period if it has none.

    A span with only a start happened during it. The bounds of a start or an end that is not known
    exactly become one side of the date: the outer bound, marked as approximate.
    """
    told = mapping(when)
    label = text(told.get("label"))
    periods = [text(mapping(each).get("name")) for each in listing(told.get("periods"))]
    words = label or "; ".join(filter(None, periods))
    certainty = STATUSES.get(text(told.get("certainty")), "")
    shared = {"date_text": words, "status": certainty}
    spans = [_span(mapping(each)) for each in listing(told.get("timespans"))]
    kept = [span for span in spans if span] or ([{}] if words or certainty else [])
    return [{name: text for name, text in (span | shared).items() if text} for span in kept]


def _span(span: dict[str, Any]) -> dict[str, str]:
    start = _side(span.get("start"), ("earliest", "latest"))
    end = _side(span.get("end"), ("latest", "earliest"))
    if start and end and start != end:
        return {"start": start, "end": end}
    if start or not end:
        return {"date": _between(span.get("start")) or start} if start else {}
    return {"date": f"../{end}"}


def _side(side: Any, bounds: tuple[str, str]) -> str:
    """Return a side of a span: what it is in, or the outer one of its two bounds."""
    if not isinstance(side, dict):
        return moment(side)
    exact = moment(side.get("in"))
    outer, inner = (moment(side.get(name)) for name in bounds)
    if exact or not (outer and inner) or outer == inner:
        return exact or outer or inner
    return f"{outer}~"


def _between(side: Any) -> str:
    """Return a start alone that lies between two bounds, as one of the days between them."""
    told = mapping(side)
    first, last = moment(told.get("earliest")), moment(told.get("latest"))
    return f"[{first}..{last}]" if first and last and first != last and "in" not in told else ""
