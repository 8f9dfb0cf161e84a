"""Says why a point outside its country may have got there, and what to write instead."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mapgen.places.countries.atlas import country
from mapgen.places.countries.bounds import is_outside, outside_km

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATITUDE, _LONGITUDE = 90, 180  # limits in degrees


@cache
def stray(code: str, lat: float, lon: float) -> tuple[str, str] | None:
    """Return what is odd about a point that is said to be in a country, and the cure; None if fine.

    `code` is alpha-3. A point near the country is fine, and so is 0, 0, of which others warn.
    """
    if lat == lon == 0 or not is_outside(code, lat, lon):
        return None
    name = country(code).name
    far = f"is {outside_km(code, lat, lon):,.0f} km outside {name}"
    for slip, (north, east) in _slips(lat, lon):
        if (
            abs(north) <= _LATITUDE
            and abs(east) <= _LONGITUDE
            and not is_outside(code, north, east)
        ):
            message = f"the point {_said(lat)}, {_said(lon)} {far}: {slip}"
            return message, f"write {_said(north)} as lat and {_said(east)} as lon if that is meant"
    message = f"the point {_said(lat)}, {_said(lon)} {far}, as its borders are today"
    return message, "correct lat and lon, or name the country in which the place is today"


def _slips(lat: float, lon: float) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield what may have happened to a point, and where it was before."""
    yield "lat and lon look exchanged", (lon, lat)
    for point in ((lat, -lon), (-lat, lon), (-lat, -lon)):
        yield "a minus sign seems to be missing, or there by mistake", point
    for north, east in ((10, 1), (1, 10), (10, 10), (0.1, 1), (1, 0.1), (0.1, 0.1)):
        point = round(lat * north, 7), round(lon * east, 7)
        yield "a decimal point seems to have moved", point


def _said(degrees: float) -> str:
    return f"{degrees:.7g}"
