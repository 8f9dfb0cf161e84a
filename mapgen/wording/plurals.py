"""Tells which form of a word goes with a number, by the rules of its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_RELATION: Final = regex(r"n(?: % (\d+))? (!?=) (\d+)(?:\.\.(\d+))?")


def category(number: int, rules: Mapping[str, str]) -> str:
    """Return the first category whose rule holds for a whole number, "other" where none does.

    Categories and rules are written as in the Unicode CLDR (UTS 35), "n % 100 = 3..10 and n != 5".
    Raises ValueError for a rule in another form.
    """
    return next((name for name, rule in rules.items() if _holds(number, rule)), "other")


def _holds(number: int, rule: str) -> bool:
    either = (each.split(" and ") for each in rule.split(" or "))
    return any(all(_is(number, relation) for relation in both) for both in either)


def _is(number: int, relation: str) -> bool:
    found = _RELATION.fullmatch(relation)
    if not found:
        raise ValueError(f"{relation!r} is no rule for numbers")
    modulus, sign, first, last = found.groups()
    rest = number % int(modulus) if modulus else number
    return (int(first) <= rest <= int(last or first)) == (sign == "=")
