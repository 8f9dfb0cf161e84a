"""Writes values as an author would have written them into a cell."""

from __future__ import annotations

from typing import Any

_MISSING = {"NAType", "NaTType"}  # of pandas
_TRUTHS = {"bool", "bool_"}  # of Python and NumPy
_FRACTIONS = {"float", "float16", "float32", "float64", "Decimal"}  # the same


def text_of(value: Any) -> str:
    """Return a value as the text of a cell, "" for one that is missing.

    A moment is its day where it has no time of day, a period of pandas is the EDTF of its days, a
    whole number has no point and none has an exponent, a list is parted by semicolons, a shape is
    WKT.
    """
    if isinstance(value, str):
        return value.strip().replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, (list, tuple, set, frozenset)):
        return "; ".join(filter(None, map(text_of, value)))
    if value is None or type(value).__name__ in _MISSING or value != value:  # noqa: PLR0124  (NaN)
        return ""
    return _written(value).strip()


def _written(value: Any) -> str:
    if type(value).__name__ in _FRACTIONS:
        from decimal import Decimal

        whole, _, fraction = f"{Decimal(str(value)):f}".partition(".")
        return f"{whole}.{fraction}" if fraction.strip("0") else whole  # whole beside gaps
    if type(value).__name__ in _TRUTHS:
        return "yes" if value else "no"
    if hasattr(value, "freqstr"):
        return _period(value)
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).removesuffix("T00:00:00")
    return str(getattr(value, "wkt", value))


def _period(value: Any) -> str:
    """Return the EDTF of a period of pandas: a year, a month, a day, or from one day to another."""
    start, end = (str(day.date()) for day in (value.start_time, value.end_time))
    if start == end:
        return start
    if (start[5:], end[5:]) == ("01-01", "12-31") and start[:4] == end[:4]:
        return start[:4]
    is_month = start[:7] == end[:7] and value.days_in_month == int(end[8:])
    return start[:7] if is_month and start.endswith("-01") else f"{start}/{end}"
