"""Reads latitudes and longitudes as people write them, in decimal degrees of WGS 84."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from mapgen.columns import Coded, Texts, in_arrow, in_numpy
from mapgen.errors import CoordinateError, quoted
from mapgen.positions.meridian import TURN, wrapped
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

Axis = Literal["latitude", "longitude"]

_LIMIT = {"latitude": 90, "longitude": 180}
_REACH = {"latitude": 90, "longitude": TURN}  # so far a number is read: some count around the globe
_ENDS = {"latitude": "-90 (south) to 90 (north)", "longitude": "-180 (west) to 180 (east)"}
_EXAMPLE = {"latitude": "33.5138 or 33°30′49″N", "longitude": "36.2765 or 36°16′35″E"}
_LONGEST = 80

_PLAIN = regex(r"[+-]?[0-9]{1,3}(?:\.[0-9]+)?")
_THOUSANDS = regex(r"[+-]?[0-9]{3},[0-9]{3}")  # as likely to be a number without degrees
# Possessive, so that the digits of one number are never read as two.
_NUMBER = r"\d++(?:[.,]\d++)?+"
_LETTER = r"N(?:orth)?|S(?:outh)?|E(?:ast)?|W(?:est)?"
_ANGLE = regex(
    rf"""(?P<before>{_LETTER})?\s*
    (?P<sign>[+-])?\s*
    (?P<degrees>{_NUMBER})\s*°?\s*
    (?:(?P<minutes>{_NUMBER})\s*'?\s*
    (?:(?P<seconds>{_NUMBER})\s*(?:"|'')?\s*)?)?
    (?P<after>{_LETTER})?""",
    re.VERBOSE | re.IGNORECASE,
)
# Degrees, minutes and seconds without a sign between them, as in 4230N 00131E.
_RUN_TOGETHER = regex(
    r"(\d{2}(?=\d{2}(?:\d{2})?[NS])|\d{3}(?=\d{2}(?:\d{2})?[EW]))(\d{2})(\d{2})?([NSEW])"
)
# A pair is split where the first of these leaves two readable angles.
_BETWEEN = (
    *(r"\s*[;/|]\s*", r"\s*,\s+", r"\s*,\s*", r"(?<=[NSEWnsew])\s*"),
    *(r"\s+(?=[NSEWnsew])", r"\s+"),
)
_LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("−–—‐‑﹣－", "-"),
        **dict.fromkeys("º˚", "°"),
        **dict.fromkeys("′’‘´`ʹʼ", "'"),
        **dict.fromkeys("″”“„ʺ", '"'),
        "٫": ".",
        "،": ",",
        # Invisible: texts copied from web pages and file properties bring them along.
        **dict.fromkeys("\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff", None),
    }
)


def latitude(text: str) -> float:
    """Return the latitude in degrees, north positive; raises CoordinateError."""
    return _degrees(text, "latitude")


def longitude(text: str) -> float:
    """Return the longitude in degrees, east positive; raises CoordinateError.

    One that counts on around the globe, such as 187.6, is read as the same meridian: -172.4.
    """
    return wrapped(_degrees(text, "longitude"))


def is_around(text: str) -> bool:
    """Tell whether a longitude is beyond 180 degrees, as those that count around the globe are."""
    angle = _angle(text)
    return angle is not None and abs(angle.degrees) > _LIMIT["longitude"]


def plain_pair(lat: str, lon: str) -> tuple[float, float] | None:
    """Read two numbers without a sign of any notation, as most are; None for all else, and 0, 0."""
    if not _PLAIN.fullmatch(lat) or not _PLAIN.fullmatch(lon):
        return None
    north, east = float(lat) + 0.0, float(lon) + 0.0  # no -0.0
    inside = abs(north) <= _LIMIT["latitude"] and abs(east) <= _LIMIT["longitude"]
    return (north, east) if inside and (north or east) else None


def plain_pairs(
    lats: Sequence[str], lons: Sequence[str]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return what `plain_pair` reads in each row of two columns, NaN where it reads nothing."""
    import numpy as np

    north, east = _plain_column(lats), _plain_column(lons)
    inside = (np.abs(north) <= _LIMIT["latitude"]) & (np.abs(east) <= _LIMIT["longitude"])
    known = inside & ((north != 0) | (east != 0))
    return np.where(known, north, math.nan), np.where(known, east, math.nan)


def _plain_column(texts: Sequence[str]) -> NDArray[np.float64]:
    """Return the plain numbers of a column, NaN for all else."""
    import numpy as np

    if isinstance(texts, Coded):
        return _plain_column(in_arrow(texts.distinct))[texts.codes]
    if not isinstance(texts, Texts):
        plain = [float(text) if _PLAIN.fullmatch(text) else math.nan for text in texts]
        return np.array(plain, np.float64) + 0.0  # no -0.0
    import pyarrow as pa
    from pyarrow import compute

    array = texts.array
    is_plain = compute.match_substring_regex(array, f"^(?:{_PLAIN.pattern})$")
    found = np.full(len(array), math.nan)
    found[in_numpy(is_plain)] = in_numpy(array.filter(is_plain).cast(pa.float64())) + 0.0  # no -0.0
    return found


def pair(text: str) -> tuple[str, str] | None:
    """Split a text that holds two coordinates; None when it does not."""
    plain = text.translate(_LOOK_ALIKES).strip("()[] ")
    # Two whole numbers and nothing else are degrees and minutes, or a slip.
    if len(plain) > _LONGEST or plain.replace(" ", "").isdigit() or _angle(plain):
        return None
    for between in _BETWEEN:
        parts = [part for part in re.split(between, plain) if part]
        angles = [angle for part in parts if (angle := _angle(part))]
        if len(parts) == len(angles) == 2 and _alike(*angles):  # noqa: PLR2004  (a pair)
            return parts[0], parts[1]
    return None


def swapped(lat: str, lon: str) -> bool:
    """Tell whether two texts make sense only as a longitude and a latitude."""
    first, second = _angle(lat), _angle(lon)
    if not first or not second:
        return False
    as_they_stand = _fits(first, "latitude") and _fits(second, "longitude")
    return _fits(first, "longitude") and _fits(second, "latitude") and not as_they_stand


class _Angle(NamedTuple):
    """Degrees, and the axis that a letter of the compass tells."""

    degrees: float
    axis: Axis | None


def _alike(first: _Angle, second: _Angle) -> bool:
    """Tell whether both angles name a direction, or neither does."""
    return (first.axis is None) == (second.axis is None)


def _degrees(text: str, axis: Axis) -> float:
    if _PLAIN.fullmatch(text) and abs(value := float(text)) <= _LIMIT[axis]:
        return value + 0.0  # no -0.0
    angle = _angle(text)
    if angle and _is_read(text, angle, axis):
        return angle.degrees
    raise _refusal(text, angle, axis)


def _angle(text: str) -> _Angle | None:
    """Read an angle; None when the text is none, or contradicts itself."""
    plain = text.translate(_LOOK_ALIKES).strip() if len(text) <= _LONGEST else ""
    if together := _RUN_TOGETHER.fullmatch(plain):
        plain = "{}°{}'{}\"{}".format(*(part or "0" for part in together.groups()))
    match = _ANGLE.fullmatch(plain)
    if not match or (match["before"] and match["after"]):
        return None
    letter = (match["before"] or match["after"] or "")[:1].upper()
    parts = [match["degrees"], match["minutes"] or "0", match["seconds"] or "0"]
    degrees, minutes, seconds = (float(part.replace(",", ".")) for part in parts)
    whole = degrees.is_integer() and (minutes.is_integer() or not match["seconds"])
    if match["minutes"] and (not whole or minutes >= 60 or seconds >= 60):  # noqa: PLR2004  (a sixtieth)
        return None
    if match["sign"] and letter:
        return None
    sign = -1 if match["sign"] == "-" or letter in {"S", "W"} else 1
    value = sign * (degrees + minutes / 60 + seconds / 3600) + 0.0
    return _Angle(value, _axis(letter))


def _axis(letter: str) -> Axis | None:
    if not letter:
        return None
    return "latitude" if letter in {"N", "S"} else "longitude"


def _fits(angle: _Angle, axis: Axis) -> bool:
    return angle.axis in {None, axis} and abs(angle.degrees) <= _LIMIT[axis]


def _is_read(text: str, angle: _Angle, axis: Axis) -> bool:
    if _fits(angle, axis):
        return True
    within = angle.axis in {None, axis} and abs(angle.degrees) <= _REACH[axis]
    return within and not _THOUSANDS.fullmatch(text.translate(_LOOK_ALIKES).strip())


def _refusal(text: str, angle: _Angle | None, axis: Axis) -> CoordinateError:
    """Say why a text is no coordinate of an axis, and what to write."""
    shown = quoted(text)
    example = f"write degrees as in {_EXAMPLE[axis]}"
    if pair(text):
        return CoordinateError(f"{shown} holds two numbers", "write one number in each cell")
    if angle is None:
        return CoordinateError(f"{shown} is no {axis}", example)
    if angle.axis not in {None, axis}:
        other = "east or west" if axis == "latitude" else "north or south"
        return CoordinateError(f"{shown} says {other}, so it is no {axis}", example)
    return CoordinateError(f"{shown} is out of range", f"a {axis} goes from {_ENDS[axis]}")
