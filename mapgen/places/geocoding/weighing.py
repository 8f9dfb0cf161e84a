"""Weighs the towns of one name, to tell whether one of them is meant beyond doubt.

What counts, and why:

| what | weight | reason |
|---|---|---|
| people | as many as there are | the larger of two towns is named more often |
| a capital | twice | its events are those of its country |
| another name | a fifth | the chief name of another town comes to mind first |
| the table's places | within 600 km | a story happens in a region; or in its countries |
| an early event | none overseas | no name of the Old World was there before 1492 |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.places.geocoding.candidates import Answer, distance_km

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mapgen.places.geocoding.candidates import Candidate
    from mapgen.places.geocoding.surroundings import Surroundings

_CAPITAL, _OTHER_NAME = 2.0, 0.2
# So many times heavier, the first of several is meant: in its own country more is asked for, where
# towns are named after each other and a table cannot tell them apart by their countries.
_HEAVIER_ABROAD, _HEAVIER_AT_HOME, _HEAVIER_OTHER_NAME = 8.0, 20.0, 50.0
_CITY = 200_000  # people; a city abroad must be outweighed like a town at home
_ONE_TOWN_KM = 30.0
# Fewer people do not speak for themselves: by another name; overseas, where names are borrowed from
# places that may be too small for the gazetteer; far from all others of the table.
_KNOWN_BY_OTHER_NAME, _KNOWN_OVERSEAS, _KNOWN_ANYWHERE = 50_000, 100_000, 500_000
_KNOWN_NEARBY = 100_000
_MUCH_NEARER = 3.0

_BY_FAR = "by far the largest of that name"
_NEARBY = "the one near the other places"
_OTHERWISE = "under another name"


def weigh(
    towns: Sequence[Candidate],
    around: Surroundings,
    *,
    at_home: bool,
    early: bool = False,
    is_overseas: Callable[[str], bool],
) -> Answer:
    """Return the towns of a name, with the doubt that none is meant for certain.

    `at_home` tells that the row says the country. `early` tells that an event there is older than
    1492. The one that is meant comes first, and `why` says what settled it.
    """
    weighing = _Weighing(towns, around, at_home=at_home, early=early, is_overseas=is_overseas)
    meant, why = weighing.at_home() if at_home else weighing.abroad()
    if meant is None:
        return Answer(candidates=tuple(towns), doubt=why)
    others = [town for town in towns if town is not meant]
    return Answer(candidates=(meant, *others), why=why)


_Settled = tuple["Candidate | None", str]  # the town, or None; and why


class _Weighing:
    def __init__(
        self,
        towns: Sequence[Candidate],
        around: Surroundings,
        *,
        at_home: bool,
        early: bool,
        is_overseas: Callable[[str], bool],
    ) -> None:
        self._towns = towns
        self._around = around
        self._overseas = is_overseas
        self._chief = any(town.chief for town in towns)
        self._at_home = at_home
        self._early = early
        self._doubt = f"{len(towns)} towns have this name"
        away = around.km([(town.latitude, town.longitude) for town in towns])
        self._km = {id(town): km for town, km in zip(towns, away, strict=True)}

    def at_home(self) -> _Settled:
        """Settle a name whose country is known."""
        if len(self._towns) == 1:
            return self._towns[0], ""
        leader = self._heaviest(self._towns)
        if self._outweighs(leader, self._towns):
            return leader, _BY_FAR
        return self._nearby(self._towns) or (None, self._doubt)

    def abroad(self) -> _Settled:
        """Settle a name that no country is written beside."""
        towns = [town for town in self._towns if not (self._early and self._is_too_new(town))]
        if not towns:
            return None, "an event there is older than 1492, when nothing overseas had such a name"
        self._chief = any(town.chief for town in towns)
        leader = self._heaviest([town for town in towns if town.chief] or towns)
        near = [town for town in towns if self._is_near(town)]
        firm = self._outweighs(leader, towns) and self._speaks_for_itself(leader, near)
        if firm and (leader in near or not near) and not self._is_rivalled(leader, near):
            return self._firm(leader, len(towns))
        settled = self._nearby(towns, least=_KNOWN_NEARBY if firm else 0)
        return settled or (None, self._alone() if len(towns) == 1 else self._doubt)

    def _firm(self, leader: Candidate, count: int) -> _Settled:
        elsewhere = self._around.is_elsewhere(self._km[id(leader)], leader.country)
        if elsewhere and leader.population < _KNOWN_ANYWHERE:
            return None, self._alone()
        if not leader.chief:
            return leader, _OTHERWISE
        return leader, _BY_FAR if count > 1 else ""

    def _alone(self) -> str:
        if self._around:
            return "it lies far from the other places of the table"
        return "another place of that name may be too small for the gazetteer"

    def _nearby(self, towns: Sequence[Candidate], least: int = 0) -> _Settled | None:
        """Return the one town near the table's places, if all others lie far from them."""
        near = [town for town in towns if self._is_near(town)]
        if not near:
            return None
        leader = self._heaviest(near)
        rest = [town for town in towns if town not in near]
        alone = all(self._is_far(town) for town in rest)
        if leader.population < least or not alone or not self._outweighs(leader, near):
            return None
        return leader, _NEARBY if rest else self._name_of(leader)

    def _name_of(self, town: Candidate) -> str:
        return "" if town.chief else _OTHERWISE

    def _speaks_for_itself(self, leader: Candidate, near: Sequence[Candidate]) -> bool:
        """Tell whether a town is known well enough to be believed by its name alone."""
        if leader in near:
            return True
        if not leader.chief:
            return leader.population >= _KNOWN_BY_OTHER_NAME
        return leader.population >= _KNOWN_OVERSEAS or not self._overseas(leader.country)

    def _is_near(self, town: Candidate) -> bool:
        return bool(self._around) and self._around.is_near(self._km[id(town)], town.country)

    def _is_far(self, town: Candidate) -> bool:
        return self._around.is_far(self._km[id(town)], town.country)

    def _is_rivalled(self, leader: Candidate, near: Sequence[Candidate]) -> bool:
        """Tell whether a city of the name lies much nearer to the table's places."""
        return any(
            town.population >= _KNOWN_NEARBY
            and self._km[id(town)] * _MUCH_NEARER < self._km[id(leader)]
            and self._weight(town) * _HEAVIER_AT_HOME > self._weight(leader)
            for town in near
        )

    def _is_too_new(self, town: Candidate) -> bool:
        return self._overseas(town.country) and not self._is_near(town)

    def _heaviest(self, towns: Sequence[Candidate]) -> Candidate:
        return max(towns, key=self._weight)

    def _weight(self, town: Candidate) -> float:
        weight = town.population * (_CAPITAL if town.capital else 1.0)
        return weight * (_OTHER_NAME if self._chief and not town.chief else 1.0)

    def _outweighs(self, leader: Candidate, towns: Sequence[Candidate]) -> bool:
        return all(
            town is leader
            or self._is_obscure(town)
            or distance_km(leader, town) < _ONE_TOWN_KM
            or self._weight(leader) >= self._times(leader, town) * self._weight(town)
            for town in towns
        )

    def _is_obscure(self, town: Candidate) -> bool:
        """Tell whether a town elsewhere is too small to be meant by a name that it had once."""
        other = self._chief and not town.chief and town.population < _KNOWN_BY_OTHER_NAME
        return other and not self._is_near(town)

    def _times(self, leader: Candidate, town: Candidate) -> float:
        if not self._chief and not self._at_home:
            return _HEAVIER_OTHER_NAME
        own = town.country == leader.country
        city = town.chief and town.population >= _CITY
        return _HEAVIER_AT_HOME if own or city else _HEAVIER_ABROAD
