"""Writes coordinates as the other cells of their column are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_DECIMALS = 5  # a metre; a town is no more exact than that
_WITH_COMMA = regex(r"[-+−]?\d+,\d+")
_WITH_POINT = regex(r"[-+−]?\d+\.\d+")


def write_degrees(value: float, others: Iterable[str]) -> str:
    """Return degrees with up to five decimals, with a comma where most of the `others` have one."""
    text = f"{value:.{_DECIMALS}f}".rstrip("0")
    text = f"{text}0" if text.endswith(".") else text
    text = "0.0" if text == "-0.0" else text
    others = list(others)
    commas = sum(bool(_WITH_COMMA.fullmatch(other)) for other in others)
    points = sum(bool(_WITH_POINT.fullmatch(other)) for other in others)
    return text.replace(".", ",") if commas > points else text
