"""Says what is wrong with a place that cannot be found, or that is more than one."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import TYPE_CHECKING

from mapgen.errors import PlaceError, quoted
from mapgen.places.geocoding import provinces
from mapgen.places.geocoding.names import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.places.geocoding import Location
    from mapgen.places.geocoding.candidates import Candidate

LISTED = 10
_ELSE = "write its lat and lon, or run mapgen geocode --online"


def ambiguous(name: str, towns: Sequence[Candidate], *, doubt: str) -> PlaceError:
    """Return the error for a name that several towns have, or one that need not be meant.

    The one that the cure names is found if it stands in the table as it is written there; of towns
    that share their province too, none is named.
    """
    labels = labelled(towns)
    listed = [_with_people(town) for town in labels[:LISTED]]
    if len(towns) > LISTED:
        listed.append(f"one of {len(towns) - LISTED} more")
    could = f"{quoted(name)} could be {', or '.join(listed)}"
    if len(towns) == 1:
        cure = f"write {quoted(labels[0].address)} if that is meant, or else {_ELSE}"
        return PlaceError(f"{could}, but {doubt}", cure)
    if not (single := _settling(towns, labels)):
        return PlaceError(could, "write the lat and lon of the one that is meant")
    cure = f"such as {quoted(single)}, or its lat and lon"
    countries = {town.country for town in towns}
    how = "with its state or province" if len(countries) == 1 else "with its country"
    return PlaceError(could, f"write the one that is meant {how}, {cure}")


def labelled(towns: Sequence[Candidate]) -> list[Candidate]:
    """Return towns with their provinces in the addresses where these are alike without them."""
    count = _alike(towns)
    return [_in_province(town) if count[key(town.address)] > 1 else town for town in towns]


def _settling(towns: Sequence[Candidate], labels: Sequence[Candidate]) -> str:
    """Return the first address that says which town is meant, "" where none does."""
    plain, full = _alike(towns), _alike(labels)
    for town, label in zip(towns, labels, strict=True):
        told_apart = plain[key(town.address)] == 1 or label.address != town.address
        if told_apart and full[key(label.address)] == 1:
            return label.address
    return ""


def _alike(towns: Sequence[Candidate]) -> Counter[str]:
    """Count the towns that have an address, however it is spelt."""
    return Counter(key(town.address) for town in towns)


def _in_province(town: Candidate) -> Candidate:
    province = provinces.name_of((town.country, town.province))
    name, _, country = town.address.rpartition(", ")
    if not province or name.endswith(f", {province}"):
        return town
    return dataclasses.replace(town, address=f"{name}, {province}, {country}")


def _with_people(town: Candidate) -> str:
    return f"{describe(town)[:-1]}; {town.population:,} people)"


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
        others = ", or ".join(map(describe, elsewhere[:LISTED]))
        return PlaceError(f"{message}, but has {others}", f"check the country, or {_ELSE}")
    if similar:
        meant = " or ".join(map(repr, similar))
        return PlaceError(message, f"write {meant} if that is meant, or else {_ELSE}")
    return PlaceError(message, _ELSE)


def region(name: str, countries: Sequence[str]) -> PlaceError:
    """Return the error for a name that is no town's, but that of a region of some countries."""
    where = " and of ".join(dict.fromkeys(countries))
    message = f"{quoted(name)} is a region of {where}, and the gazetteer has towns alone"
    return PlaceError(message, f"write a town of it, or {_ELSE}")


def not_there(name: str, rest: str, *, known: bool) -> PlaceError:
    """Return the error for a text that says where a place is by another, such as "near Arras".

    `known` tells that the gazetteer has that other place.
    """
    instead = f"write {quoted(rest)} if its mark may stand there, or else " if known else ""
    return PlaceError(
        f"{quoted(name)} is not {quoted(rest)} itself", f"{instead}write its lat and lon"
    )


def describe(place: Location) -> str:
    """Return the address of a place with its latitude and longitude in degrees."""
    return f"{place.address} ({place.latitude:.4f}, {place.longitude:.4f})"
