"""The provinces and states that towns lie in: their names, and the texts that mean them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from mapgen.places.geocoding.names import key

Province = tuple[str, str]  # alpha-2 code of the country, and GeoNames' code; "" for any of it

_DATA = Path(__file__).parents[2] / "data"
# Where people write states by their letters, as in "Hartford, CT" and "London, ON".
_LETTERED = ("CA", "AU")  # and in the USA, whose letters GeoNames has for its own codes
_LONGEST_CODE = 3


def name_of(province: Province) -> str:
    """Return the English name of a province, "" where it is not known."""
    return _names().get(".".join(province), "")


def called(text: str) -> tuple[Province, ...]:
    """Return the provinces of all countries that a text means, by name or letters.

    A name in another language is known from ISO 3166-2, which tells the country alone.
    """
    folded = key(text)
    found = dict.fromkeys(_by_name().get(folded, ()))
    if text.isupper() and len(text) <= _LONGEST_CODE:
        found |= dict.fromkeys(_by_letters().get(text, ()))
    if not found:
        found = dict.fromkeys((country, "") for country in _in_iso().get(folded, ()))
    return tuple(found)


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = json.loads((_DATA / "provinces.json").read_bytes())
    return names


@cache
def _by_name() -> dict[str, list[Province]]:
    found: dict[str, list[Province]] = {}
    for code, name in _names().items():
        country, _, province = code.partition(".")
        found.setdefault(key(name), []).append((country, province))
    return found


@cache
def _by_letters() -> dict[str, list[Province]]:
    import pycountry

    codes = (code.partition(".") for code in _names())
    found: dict[str, list[Province]] = {
        c: [("US", c)] for country, _, c in codes if country == "US"
    }
    for country in _LETTERED:
        entries = (each for each in pycountry.subdivisions if each.country_code == country)
        for entry in entries:
            same = (each for each in _by_name().get(key(entry.name), ()) if each[0] == country)
            found.setdefault(entry.code.partition("-")[2], []).extend(same)
    return found


@cache
def _in_iso() -> dict[str, list[str]]:
    import pycountry

    found: dict[str, list[str]] = {}
    for entry in pycountry.subdivisions:
        found.setdefault(key(entry.name), []).append(entry.country_code)
    return found
