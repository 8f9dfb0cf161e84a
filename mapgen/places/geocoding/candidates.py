"""What a name may mean: the places of that name, and why the first need not be the one meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mapgen.errors import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

_FAR_KM = 30.0  # farther apart, two points are not one town mapped twice
# Nominatim reckons importance from Wikipedia, else from the rank of a place: a village that no
# article is about has about 0.15, a house or a street less than 0.1.
_LEAST_IMPORTANCE = 0.1
_PLACES = frozenset({"place", "boundary"})
_REGIONS = frozenset(
    {"continent", "country", "state", "region", "province", "state_district", "county", "ocean"}
    | {"sea"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name may mean: its address and a point in WGS 84, in degrees.

    `country` is an ISO 3166-1 alpha-2 code in capitals, "" where it is not told. `group` and `kind`
    are words of OpenStreetMap, such as "place" and "village". `importance` goes from 0 to 1, None
    where it is not told. `box` is south, north, west, east.

    Of the gazetteer alone: the code of the `province`, how many people live there, and whether it
    is the capital of its country, and its chief name that was asked for; `why` says in words what
    settled that it is meant.
    """

    address: str
    latitude: float
    longitude: float
    country: str = ""
    group: str = "place"
    kind: str = ""
    importance: float | None = None
    box: tuple[float, float, float, float] | None = None
    province: str = ""
    population: int = 0
    capital: bool = False
    chief: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a name may mean, the likeliest first; `doubt` says why that may be wrong, "" if sure.

    `exact` tells whether the candidates have just this name, in the country that was asked for;
    `why` says what settled that the first is meant, "" where nothing had to.
    """

    candidates: tuple[Candidate, ...] = ()
    doubt: str = ""
    exact: bool = True
    source: Literal["gazetteer", "online"] = "gazetteer"
    why: str = ""

    @property
    def sure(self) -> bool:
        """Whether there is a place, and no doubt that it is meant."""
        return bool(self.candidates) and not self.doubt


def judge(name: str, candidates: Sequence[Candidate], *, country: str | None) -> str:
    """Return why the first candidate need not be the place called `name`, "" for no reason.

    `country` is the ISO 3166-1 alpha-2 code that the row says, None where it says none.
    """
    if not candidates:
        return ""
    first = candidates[0]
    return _misfit(first, country=country) or _rivals(name, first, candidates[1:])


def _misfit(first: Candidate, *, country: str | None) -> str:
    """Say what of a place is not as a row's place is."""
    if country and first.country and first.country != country.upper():
        return "it lies in another country than the row says"
    if first.group not in _PLACES:
        kind = quoted(f"{first.group}={first.kind}")
        return f"it is no town or village; OpenStreetMap calls it {kind}"
    if first.kind in _REGIONS:
        return f"it is a whole {first.kind.replace('_', ' ')}, and this is only its middle"
    if first.importance is not None and first.importance < _LEAST_IMPORTANCE:
        return "it is so little known that another place may be meant"
    return ""


def _rivals(name: str, first: Candidate, others: Sequence[Candidate]) -> str:
    rivals = sum(_is_rival(other, first) for other in others)
    if not rivals:
        return ""
    more = "another place is" if rivals == 1 else f"{rivals} other places are"
    return f"{more} called {quoted(name)} too"


def distance_km(one: Candidate, other: Candidate) -> float:
    """Return the great-circle distance of two candidates."""
    from geopy.distance import great_circle

    ends = ((each.latitude, each.longitude) for each in (one, other))
    return float(great_circle(*ends).km)


def _is_rival(other: Candidate, first: Candidate) -> bool:
    """Tell whether `other` is a place elsewhere, and not the land around the first."""
    if other.group not in _PLACES or _contains(other, first):
        return False
    abroad = bool(other.country and first.country and other.country != first.country)
    return abroad or distance_km(other, first) > _FAR_KM


def _contains(region: Candidate, inner: Candidate) -> bool:
    if region.box is None or region.kind not in _REGIONS:
        return False
    south, north, west, east = region.box
    return south <= inner.latitude <= north and west <= inner.longitude <= east
