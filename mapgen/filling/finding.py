"""Finds places by name: on disk first, then online where that is asked for."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from mapgen.errors import PlaceError, quoted
from mapgen.places import geocoding
from mapgen.places.geocoding import ANYWHERE, Answer, judge
from mapgen.places.geocoding.names import key

if TYPE_CHECKING:
    from mapgen.places.geocoding import Candidate, Surroundings
    from mapgen.places.geocoding.service import Service


class Finder:
    """Finds the one place that a name means, and remembers every answer.

    With `accept`, the first of several places is taken too. Without `service`, nothing is asked
    online.
    """

    def __init__(self, *, service: Service | None = None, accept: bool = False) -> None:
        self._service = service
        self._accept = accept
        self._answers: dict[tuple[str, str], Answer] = {}
        self._failures: dict[tuple[str, str], PlaceError] = {}

    def __call__(
        self, name: str, /, *, country: str | None = None, around: Surroundings = ANYWHERE
    ) -> Candidate:
        """Return the place; raises PlaceError where none is found, or one that is doubtful."""
        try:
            return self._find(name, country or None, around)
        except PlaceError as error:
            self._failures[_spot(name, country)] = error
            raise

    def answer(self, name: str, country: str | None) -> Answer | None:
        """Return what was found for a name; None where it was not looked up, or in vain."""
        return self._answers.get(_spot(name, country))

    def failure(self, name: str, country: str | None) -> PlaceError | None:
        """Return why a name has no place; None where it was not looked up, or has one."""
        return self._failures.get(_spot(name, country))

    def _find(self, name: str, country: str | None, around: Surroundings) -> Candidate:
        answer = self._search(name, country, around)
        self._answers[_spot(name, country)] = answer
        if answer.sure or (answer.candidates and self._accept):
            return dataclasses.replace(answer.candidates[0], why=answer.why)
        if answer.candidates:
            raise PlaceError(answer.doubt, "write its lat and lon, or take the first with --accept")
        if self._service is None or geocoding.beside(name):
            raise geocoding.missing(name, country=country)
        raise PlaceError(
            f"neither the gazetteer nor {self._service.host} has {quoted(name)}",
            "check its spelling and its country, or write its lat and lon",
        )

    def _search(self, name: str, country: str | None, around: Surroundings) -> Answer:
        """Ask online only for what the gazetteer does not have under just this name."""
        on_disk = geocoding.search(name, country=country, around=around)
        known = (on_disk.candidates and on_disk.exact) or geocoding.beside(name)
        if self._service is None or known:
            return on_disk
        found = self._service.ask(name, country)
        if not found:
            return on_disk
        doubt = judge(name, found, country=country)
        return Answer(candidates=found, doubt=doubt, source="online")


def _spot(name: str, country: str | None) -> tuple[str, str]:
    return key(name) or name, (country or "").upper()
