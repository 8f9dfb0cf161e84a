"""Says what became of blank coordinates, in words."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from mapgen.errors import quoted
from mapgen.places.geocoding import describe, distance_km, labelled
from mapgen.places.geocoding.service import CREDIT
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.filling.filled import Doubt, Filling

_LISTED = 5
_LINE = regex(r"[^\r\n]+(?:\r\n|\r|\n)?|\r\n|\r|\n")
_GAZETTEER_CREDIT = "GeoNames (geonames.org), CC BY"


def summary(filling: Filling, *, written: bool) -> str:
    """Return the report of a filling: how many places from where, and how many are left."""
    filled = filling.filled
    counts = [
        (sum(each.source == "table" for each in filled), "as in other rows"),
        (sum(each.source == "gazetteer" for each in filled), "from the gazetteer"),
        (sum(each.source == "online" for each in filled), "online"),
    ]
    parts = ", ".join(f"{count} {where}" for count, where in counts if count)
    does = "filled" if written else "to fill"
    lines = [
        f"{filling.file}: {_places(len(filled))} {does}{parts and f' ({parts})'}, {_rest(filling)}"
    ]
    if filling.added:
        names = " and ".join(filter(None, (", ".join(filling.added[:-1]), filling.added[-1])))
        lines.append(f"added at the end of every row: {names}")
    thanks = [_GAZETTEER_CREDIT] * bool(counts[1][0]) + [CREDIT] * bool(counts[2][0])
    if thanks:
        lines.append(f"name the source where you publish them: {'; '.join(thanks)}")
    return "\n".join(lines)


def details(filling: Filling) -> Iterator[str]:
    """Yield what the author is to look at: what was assumed, doubtful, not found and wrong."""
    seen = set()
    for each in filling.filled:
        doubted = any(doubt.name == each.name for doubt in filling.doubts)
        if (each.assumed or each.why) and not doubted and each.name not in seen:
            seen.add(each.name)
            point = f"({each.latitude:.4f}, {each.longitude:.4f})"
            where = f"{filling.file}:{each.line}: {each.column}"
            why = each.why and f", {each.why}"
            yield f"{where}: {quoted(each.name)} was taken to be {each.address} {point}{why}"
    for doubt in filling.doubts:
        yield _doubt(filling.file, doubt)
    yield from map(str, filling.left)
    yield from map(str, filling.refused)


def diff(filling: Filling) -> str:
    """Return a unified diff of the file."""
    texts = (data.decode(filling.encoding) for data in (filling.before, filling.after))
    old, new = (_LINE.findall(text.removeprefix("\ufeff")) for text in texts)
    lines = difflib.unified_diff(old, new, filling.file, filling.file)
    return "".join(line.rstrip("\r\n") + "\n" for line in lines)


def _doubt(file: str, doubt: Doubt) -> str:
    """Say why a name is doubtful, with its places and how far they are from the first."""
    candidates = doubt.answer.candidates
    more = f" (and {len(doubt.lines) - 1} more lines)" if len(doubt.lines) > 1 else ""
    does = "the first was written" if doubt.accepted else "not written"
    head = f"{file}:{doubt.lines[0]}: {doubt.column}: {quoted(doubt.name)} is doubtful{more}"
    lines = [f"{head}, {does}: {doubt.answer.doubt}"]
    for number, candidate in enumerate(labelled(candidates[:_LISTED]), 1):
        away = f", {distance_km(candidates[0], candidate):,.0f} km away" if number > 1 else ""
        kind = f" [{candidate.kind}]" if doubt.answer.source == "online" and candidate.kind else ""
        lines.append(f"    {number}. {describe(candidate)}{kind}{away}")
    if len(candidates) > _LISTED:
        lines.append(f"    and {len(candidates) - _LISTED} more")
    if not doubt.accepted:
        lines.append("    write the one that is meant as it stands here, or its lat and lon;")
        lines.append("    --accept writes the first of every list")
    return "\n".join(lines)


def _rest(filling: Filling) -> str:
    doubtful = sum(not doubt.accepted for doubt in filling.doubts)
    parts = []
    if doubtful:
        parts.append(f"{doubtful} {'name is' if doubtful == 1 else 'names are'} doubtful")
    if filling.left:
        parts.append(f"{len(filling.left)} not found")
    if filling.refused:
        count = len(filling.refused)
        parts.append(
            "1 error is in the table" if count == 1 else f"{count} errors are in the table"
        )
    return " and ".join(parts) or "none is left without coordinates"


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"
