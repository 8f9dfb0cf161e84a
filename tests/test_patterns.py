"""Patterns are sound, are compiled late, and take a time that grows with a text, not its square."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

import pytest

import mapgen
from mapgen.regex import Later, regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

HOUSE = Path(mapgen.__file__).parent
MODULES = sorted(path for path in HOUSE.rglob("*.py") if "regex(" in path.read_text("utf-8"))
FITTED = HOUSE / "dates" / "forms.py"  # its patterns are fitted to whole texts
ANYWHERE = {"search", "sub", "subn", "split", "finditer", "findall"}
REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT}


def begins_without_end(items: list[tuple[Any, Any]]) -> bool:
    """Tell whether a pattern begins with what has no end, and may fail behind it.

    It would be looked for again from each character of a long run.
    """
    for place, (code, value) in enumerate(items):
        rest = items[place + 1 :]
        if code in REPEATS:
            least, most, inner = value
            if (most == codes.MAXREPEAT and may_fail(rest)) or begins_without_end(list(inner)):
                return True
            if least:
                return False
        elif code is codes.SUBPATTERN:
            return begins_without_end([*value[3], *rest])
        elif code is codes.BRANCH:
            return any(begins_without_end([*branch, *rest]) for branch in value[1])
        elif code not in {codes.ASSERT, codes.ASSERT_NOT} or value[0] < 0:  # looks behind
            return False
    return False


def may_fail(items: list[tuple[Any, Any]]) -> bool:
    return any(code not in REPEATS or value[0] > 0 for code, value in items)


def module_at(path: Path) -> ModuleType:
    return import_module(".".join(("mapgen", *path.relative_to(HOUSE).with_suffix("").parts)))


def patterns_of(value: object) -> Iterator[Later]:
    if isinstance(value, Later):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from patterns_of(each)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\s+", False),
        (r"\s*;", True),
        (r"\s+;?", False),
        (r"(?<!\s)\s+;", False),
        (r"(?:(?<!\s)\s+)?;", False),
        (r"a|\s+b", True),
        (r"(?P<head>[^(]+)\(", True),
        (r"x\s*;", False),
        (r"x?\s*;", True),
    ],
)
def test_what_begins_without_end_is_known(pattern: str, expected: bool) -> None:
    assert begins_without_end(list(parser.parse(pattern))) is expected


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_what_is_compiled_later_can_be(path: Path) -> None:
    for value in vars(module_at(path)).values():
        for pattern in patterns_of(tuple(value) if isinstance(value, list) else value):
            re.compile(pattern.pattern, pattern.flags)


def test_a_pattern_is_compiled_when_its_first_method_is_asked_for() -> None:
    unsound = regex("[0-9")

    assert unsound.pattern == "[0-9"
    with pytest.raises(re.error):
        unsound.match("1")


def test_a_pattern_that_is_compiled_does_what_it_would_have_done_at_once() -> None:
    word = regex("(?P<first>[a-z])[a-z]*", re.IGNORECASE)

    found = word.fullmatch("Damascus")

    assert found
    assert found["first"] == "D"
    assert [match[0] for match in word.finditer("Damascus, Paris")] == ["Damascus", "Paris"]
    assert regex(rb"[0-9]").search(b"in 1920")


@pytest.mark.parametrize(
    "path", [m for m in MODULES if m != FITTED], ids=lambda path: str(path.relative_to(HOUSE))
)
def test_what_is_looked_for_anywhere_does_not_begin_without_end(path: Path) -> None:
    module = module_at(path)
    looked_for = {
        node.value.id
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in ANYWHERE
        and isinstance(node.value, ast.Name)
    }

    found = [
        (name, pattern.pattern)
        for name, value in vars(module).items()
        for pattern in patterns_of(value)
        if (name in looked_for or isinstance(value, tuple))
        and begins_without_end(list(parser.parse(pattern.pattern, pattern.flags)))
    ]

    assert found == []
