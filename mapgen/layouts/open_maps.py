"""Tables whose headers are the author's own, but for the coordinates: uMap and kepler.gl."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapgen.documents import markup
from mapgen.layouts import axes, cells
from mapgen.layouts.columns import ALIASES, key
from mapgen.layouts.layout import Layout
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapgen.layouts.draft import Draft
    from mapgen.table import Table

_LAT = regex(r"(?:^|[^a-z])lat(?:itude)?(?=[^a-z]|$)", re.IGNORECASE)
_LON = regex(r"(?:^|[^a-z])(?:lon|lng|long|longitude)(?=[^a-z]|$)", re.IGNORECASE)
_MARKUP = regex(r"\[\[\s*https?://|\{\{\s*https?://")
_PAIR = regex(r"(.+?)[ _.-]?(lat|latitude|lng|lon|long|longitude)", re.IGNORECASE)
_ENDS = (("place", ""), ("to", "to_"))
_NAMED = ("", "name", "place", "city", "town", "location")
_NATIVE = {key(name) for column in ("lat", "lon") for name in (column, *ALIASES[column])}


def _coordinates(headers: list[str]) -> dict[str, str]:
    """Return the headers that tell of coordinates most plainly, as uMap chooses them."""
    shares = [
        {
            header: len(found[0]) / len(header)
            for header in headers
            if (found := axis.search(header))
        }
        for axis in (_LAT, _LON)
    ]
    if not all(shares) or any(_is_tied(share) for share in shares):
        return {}
    lat, lon = (max(share, key=lambda header: share[header]) for share in shares)
    return {"lat": lat, "lon": lon} if lat != lon else {}


def _is_tied(shares: Mapping[str, float]) -> bool:
    """Tell whether two headers are as plain as each other: then nobody knows which is meant."""
    return len(shares) > 1 and len(set(sorted(shares.values())[-2:])) == 1


def _is_umap(table: Table, columns: Mapping[str, str]) -> bool:
    """Tell by the markup of uMap, or by coordinates that mapgen would not know by their names."""
    if not {key(columns["lat"]), key(columns["lon"])} <= _NATIVE:
        return True
    header = columns.get("description")
    return header is not None and any(map(_MARKUP.search, table.cells[header]))


def _umap(draft: Draft) -> None:
    popups = list(map(markup.read_umap, draft.cells("description")))
    own = draft.cells("image")
    texts = [
        cells.joined(popup.text, f"<{popup.image}>" if image and popup.image else "", by="\n\n")
        for popup, image in zip(popups, own, strict=True)
    ]
    draft.fill("description", texts)
    images = [image or popup.image for popup, image in zip(popups, own, strict=True)]
    if "image" in draft.columns:
        draft.fill("image", images)
    else:
        draft.put("image", images, of=draft.columns.get("description", ""))


def _pairs(headers: list[str]) -> dict[str, str]:
    """Return the coordinates of an origin and a destination, named `<x>_lat`, `<x>_lng`."""
    found: dict[str, dict[str, str]] = {}
    for header in headers:
        if match := _PAIR.fullmatch(header):
            axis = "lat" if match[2].casefold().startswith("lat") else "lon"
            found.setdefault(key(match[1]), {})[axis] = header
    pairs = [(name, pair) for name, pair in found.items() if name and len(pair) == len(_ENDS)]
    if len(pairs) != len(_ENDS):
        return {}
    if _says(pairs[0], axes.TO) and _says(pairs[1], axes.FROM):
        pairs.reverse()
    if not _says(pairs[0], axes.FROM) or not _says(pairs[1], axes.TO):
        return {}
    keys = {key(header): header for header in headers}
    columns: dict[str, str] = {}
    for (place, prefix), (name, pair) in zip(_ENDS, pairs, strict=True):
        columns |= {f"{prefix}lat": pair["lat"], f"{prefix}lon": pair["lon"]}
        called = [keys[name + more] for more in _NAMED if name + more in keys]
        columns |= {place: called[0]} if called else {}
        country = keys.get(f"{name}country")
        columns |= {f"{prefix}country": country} if country else {}
    return columns


def _says(pair: tuple[str, Mapping[str, str]], words: frozenset[str]) -> bool:
    """Tell whether the name of a pair has one of some words."""
    return bool(words & set(axes.words_of(pair[1]["lat"])))


def _journey(draft: Draft) -> None:
    """Call a movement without a title by its ends."""
    if "title" not in draft.columns and {"place", "to"} <= draft.columns.keys():
        ends = zip(draft.cells("place"), draft.cells("to"), strict=True)
        titles = [f"{begin} → {end}" if begin and end else begin or end for begin, end in ends]
        draft.put("title", titles, of=f"{draft.columns['place']}|{draft.columns['to']}")


OPEN_MAPS = (
    Layout(
        title="a kepler.gl table of origins and destinations",
        signature=(),
        find=_pairs,
        derive=_journey,
    ),
    Layout(
        title="a uMap table",
        signature=("name",),
        columns={"title": "name", "description": "description"},
        kept=("_umap_options",),
        find=_coordinates,
        evidence=_is_umap,
        derive=_umap,
    ),
)
