"""The places of a table that have a name and no coordinates, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapgen.errors import CellError, CountryError, Problem
from mapgen.filling.filled import Doubt, Filled
from mapgen.places import countries, geocoding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapgen.events import Event, Place
    from mapgen.filling.columns import Columns, End
    from mapgen.filling.finding import Finder

_LISTED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A place that had no coordinates in the row of a line, as it is after the search."""

    line: int
    end: End
    place: Place

    @property
    def alpha2(self) -> str | None:
        """The country that the row says; None where it says none, or none that is known."""
        return countries.country(self.place.code).alpha2 if self.place.code else None


def blanks(before: Sequence[Event], after: Sequence[Event]) -> list[Blank]:
    """Return the blank places in the order of their lines, whether found or not."""
    found = []
    for old, new in zip(before, after, strict=True):
        ends: tuple[tuple[End, Place | None, Place | None], ...] = (
            ("place", old.place, new.place),
            ("to", old.to, new.to),
        )
        found += [
            Blank(line=old.line, end=end, place=place)
            for end, was, place in ends
            if was and place and was.name and was.lat is None
        ]
    return sorted(found, key=lambda blank: blank.line)


def filled(blank: Blank, columns: Columns, finder: Finder) -> Filled | None:
    """Return the coordinates that were found for a place, None where there are none."""
    place = blank.place
    if place.lat is None or place.lon is None:
        return None
    answer = None if place.found == "table" else finder.answer(place.name, blank.alpha2)
    return Filled(
        line=blank.line,
        end=blank.end,
        column=columns.name(blank.end),
        name=place.name,
        latitude=place.lat,
        longitude=place.lon,
        source=answer.source if answer else "table",
        address=answer.candidates[0].address if answer else "",
        why=answer.why if answer else "",
        assumed=bool(answer) and not place.country and not geocoding.says_where(place.name),
    )


def doubts(searched: Sequence[Blank], columns: Columns, finder: Finder) -> Iterator[Doubt]:
    """Yield a doubt for each name that has one."""
    for first, lines in _by_spot([b for b in searched if b.place.found != "table"]):
        answer = finder.answer(first.place.name, first.alpha2)
        if answer and answer.doubt:
            yield Doubt(
                lines=lines,
                column=columns.name(first.end),
                name=first.place.name,
                answer=answer,
                accepted=first.place.lat is not None,
            )


def left(
    searched: Sequence[Blank], columns: Columns, finder: Finder, found: Sequence[Problem]
) -> Iterator[Problem]:
    """Yield an error for each name that was found nowhere.

    `found` are the problems of the search: what was wrong before a name was looked up.
    """
    before = {(problem.line, problem.column): problem for problem in found}
    for first, lines in _by_spot([b for b in searched if b.place.lat is None]):
        answer = finder.answer(first.place.name, first.alpha2)
        error = _error(first, finder) or before.get((first.line, columns.name(first.end)))
        if error is None or (answer and answer.doubt):
            continue
        in_country = isinstance(error, CountryError)
        yield Problem(
            file=columns.file,
            line=lines[0],
            column=columns.country(first.end) if in_country else columns.name(first.end),
            message=error.message + _more(lines[1:]),
            cure=error.cure,
        )


def _error(blank: Blank, finder: Finder) -> CellError | None:
    """Return why a place has no coordinates: its country is not known, or it was not found."""
    if blank.place.country and not blank.place.code:
        try:
            countries.find(blank.place.country)
        except CountryError as error:
            return error
    return finder.failure(blank.place.name, blank.alpha2)


def _by_spot(searched: Sequence[Blank]) -> list[tuple[Blank, tuple[int, ...]]]:
    """Return the first place of each name and country, with the lines of all of them."""
    spots: dict[tuple[str, str], list[Blank]] = {}
    for blank in searched:
        spots.setdefault((blank.place.name, blank.place.country), []).append(blank)
    return [(same[0], tuple(blank.line for blank in same)) for same in spots.values()]


def _more(lines: Sequence[int]) -> str:
    if not lines:
        return ""
    listed = ", ".join(map(str, lines[:_LISTED]))
    rest = f" and {len(lines) - _LISTED} more" if len(lines) > _LISTED else ""
    return f" (also in {'line' if len(lines) == 1 else 'lines'} {listed}{rest})"
