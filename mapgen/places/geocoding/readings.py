"""Takes apart what people write for a place: "Hartford, CT", "Buda (Ofen)", "near Halifax"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mapgen.errors import CountryError
from mapgen.places import countries
from mapgen.places.geocoding import provinces
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.places.geocoding.provinces import Province

_POINT = regex(
    r"(?:(?<!\s)\s+)?\((?P<lat>-?\d+(?:\.\d+)?), (?P<lon>-?\d+(?:\.\d+)?)(?:;[^()]*)?\)$"
)
_BRACKETS = regex(r"(?P<head>[^()]+)\((?P<tail>[^()]+)\)\s*")
_BEHIND = 8  # parts of an address behind a name
_BETWEEN_NAMES = regex(r"(?<!\s)\s+(?:/|\||=|alias|a\.k\.a\.|aka)\s+|(?:(?<!\s)\s+)?\|\s*")
# Words before a name that say "not there, but not far": English, French, German and Arabic.
_NEAR = regex(
    r"(?:(?:near|nr\.?|off|outside|around|close to|north of|south of|east of|west of|between)"
    r"|(?:près de|pres de|au large de|autour de|aux environs de|environs de|entre|au nord de"
    r"|au sud de|à l'est de|à l'ouest de)"
    r"|(?:nahe|bei|vor|nördlich von|südlich von|östlich von|westlich von|in der nähe von|zwischen)"
    r"|(?:قرب|بالقرب من|قبالة|شمال|جنوب|شرق|غرب|بين))\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)


class Reading(NamedTuple):
    """One way to understand a text: a name, and the province that the text says it lies in.

    `province` has blank codes where the text says none.
    """

    name: str
    province: Province = ("", "")


def without_point(text: str) -> tuple[str, tuple[float, float] | None]:
    """Return a text without the latitude and longitude in brackets at its end, and these."""
    match = _POINT.search(text)
    if not match:
        return text, None
    return text[: match.start()], (float(match["lat"]), float(match["lon"]))


def beside(text: str) -> str:
    """Return the name of the place that a text says to be near, "" where it says no such thing."""
    match = _NEAR.fullmatch(text.strip())
    return match["rest"].strip() if match else ""


def readings(text: str) -> Iterator[list[Reading]]:
    """Yield the ways to understand a text of several parts, the likelier ones together first.

    "Springfield, Illinois, United States" is a Springfield in Illinois; a part in the middle that
    nobody knows, such as a county, does not matter. The longest name comes first that leaves a
    known country or province behind it, at most `_BEHIND` parts before the end.
    """
    parts = [part.strip() for part in _unbracketed(text).split(",")]
    for cut in range(len(parts) - 1, max(0, len(parts) - 1 - _BEHIND), -1):
        name = ", ".join(parts[:cut])
        if found := [Reading(name, where) for where in _where(parts[cut:])]:
            yield found
    if names := _names(text):
        yield [Reading(name) for name in names]


def _unbracketed(text: str) -> str:
    """Return "Springfield (Illinois)" as "Springfield, Illinois"."""
    match = _BRACKETS.fullmatch(text)
    return f"{match['head'].strip()}, {match['tail'].strip()}" if match else text


def _where(parts: list[str]) -> Iterator[Province]:
    """Yield the provinces and countries that the parts behind a name may mean together."""
    *middle, last = parts
    if code := _country(last):
        inner = [each for part in middle for each in provinces.called(part) if each[0] == code]
        yield from inner or [(code, "")]
    yield from provinces.called(last) if not middle or not code else ()


def _country(text: str) -> str:
    try:
        country = countries.by_name(text)
    except CountryError:
        return ""
    return country.alpha2 if country else ""


def _names(text: str) -> list[str]:
    """Return the names of one place that a text gives, none where it gives one alone."""
    match = _BRACKETS.fullmatch(text)
    found = [match["head"], match["tail"]] if match else _BETWEEN_NAMES.split(text)
    names = [name.strip() for name in found if name.strip()]
    return names if len(names) > 1 else []
