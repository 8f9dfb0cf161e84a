"""Turns values of JSON into the texts of cells."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from mapgen import dates
from mapgen.regex import regex

_DAY_MILLISECONDS = 86_400_000
_LEAST_MILLISECONDS = 100_000_000_000  # 1973; nobody writes a year, a day or seconds so long
_MOST_MILLISECONDS = 10**15
_LONGEST_YEAR = 4  # digits
_YEAR = regex(r"([+-]?)(\d{1,12})")
_ADDRESS = regex(r"(?:https?://[^\s<>\"\\]+|mailto:[^\s<>\"\\]+@[^\s<>\"\\]+)", re.IGNORECASE)
_NUMBER = regex(r"[+-]?\d+(?:\.0*)?")


def mapping(value: Any) -> dict[str, Any]:
    """Return an object of JSON; an empty one where there is another value."""
    return value if isinstance(value, dict) else {}


def listing(value: Any) -> list[Any]:
    """Return a list of JSON; an empty one where there is another value."""
    return value if isinstance(value, list) else []


def text(value: Any) -> str:
    """Return any value as the text of a cell; what is nested as compact JSON."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, list) and all(isinstance(each, (str, int)) for each in value):
        return "; ".join(filter(None, map(text, value)))
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""


def number(value: float) -> str:
    """Return a number without a needless point and without an exponent."""
    written = repr(value)
    if "e" in written:
        return format(Decimal(written), "f")
    return written.removesuffix(".0")


def address(value: Any) -> str:
    """Return the address of a page that a value holds, "" where it holds none."""
    found = value.strip() if isinstance(value, str) else ""
    return found if _ADDRESS.fullmatch(found) else ""


def is_milliseconds(value: Any) -> bool:
    """Tell milliseconds since 1970 from a year or a day."""
    count = _count(value)
    return count is not None and _LEAST_MILLISECONDS <= abs(count) < _MOST_MILLISECONDS


def moment(value: Any, *, milliseconds: bool = False) -> str:
    """Return a time as the text of a date: milliseconds since 1970, a year, or a text as it is.

    With `milliseconds`, every number is that, however small.
    """
    count = _count(value)
    if count is not None and (milliseconds or is_milliseconds(value)):
        return _of_milliseconds(count)
    return year(value) or text(value)


def year(value: Any) -> str:
    """Return a year in the Extended Date/Time Format, "" where the value is none."""
    match = _YEAR.fullmatch(number(value) if isinstance(value, float) else text(value))
    if not match or isinstance(value, bool):
        return ""
    sign, digits = match[1].replace("+", ""), match[2]
    if len(digits) == 2 * _LONGEST_YEAR and not sign:
        return ""  # a day such as 20120701
    figures = digits.lstrip("0") or "0"
    if len(figures) > _LONGEST_YEAR:
        return f"Y{sign}{figures}"
    return f"{sign if figures != '0' else ''}{figures:0>{_LONGEST_YEAR}}"


def _of_milliseconds(count: int) -> str:
    """Return a time since 1970-01-01 in UTC: the day, with hour and minute unless it is midnight.

    After the proleptic Gregorian calendar, as JavaScript counts.
    """
    day, rest = divmod(count, _DAY_MILLISECONDS)
    when, month, in_month = dates.civil(day)
    date = f"{year(when)}-{month:02}-{in_month:02}"
    minutes = rest // 60_000
    return f"{date}T{minutes // 60:02}:{minutes % 60:02}Z" if minutes else date


def _count(value: Any) -> int | None:
    """Return the whole number that a value is or spells out."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return int(value) if abs(value) < _MOST_MILLISECONDS else None
    short = isinstance(value, str) and len(value) < 20 and _NUMBER.fullmatch(value.strip())  # noqa: PLR2004
    return int(float(value)) if short else None
