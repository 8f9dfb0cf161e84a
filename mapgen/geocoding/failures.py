"""Says what is wrong with a place that cannot be found, or that is more than one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.errors import PlaceError, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.geocoding import Location

_LISTED = 10
_ELSE = "write its lat and lon, or run mapgen geocode --online"


def ambiguous(name: str, candidates: Sequence[Location], *, countries: int) -> PlaceError:
    """Return the error for a name that several places of so many `countries` have."""
    listed = [describe(candidate) for candidate in candidates[:_LISTED]]
    if len(candidates) > _LISTED:
        listed.append(f"one of {len(candidates) - _LISTED} more")
    cure = "write the lat and lon of the one that is meant"
    return PlaceError(
        f"{quoted(name)} could be {', or '.join(listed)}",
        cure if countries == 1 else f"write its country, or {cure[6:]}",
    )


def unknown(
    name: str, *, country: str, elsewhere: Sequence[Location], similar: Sequence[str]
) -> PlaceError:
    """Return the error for a name that the gazetteer does not have.

    `country` is the name of the country that was searched, blank for all. `elsewhere` are places
    of that name in other countries, `similar` are names that are spelt nearly alike.
    """
    where = country and f" in {country}"
    message = f"the gazetteer of larger towns has no {quoted(name)}{where}"
    if elsewhere:
        others = ", or ".join(map(describe, elsewhere[:_LISTED]))
        return PlaceError(f"{message}, but has {others}", f"check the country, or {_ELSE}")
    if similar:
        meant = " or ".join(map(repr, similar))
        return PlaceError(message, f"write {meant} if that is meant, or else {_ELSE}")
    if "," in name:
        return PlaceError(message, f"keep only the town itself in this cell, or {_ELSE}")
    return PlaceError(message, _ELSE)


def describe(place: Location) -> str:
    """Return the address of a place with its latitude and longitude in degrees."""
    return f"{place.address} ({place.latitude:.4f}, {place.longitude:.4f})"
