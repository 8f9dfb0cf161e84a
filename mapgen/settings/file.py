"""Reads the settings out of a file of TOML, wherever in it an author put them."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from mapgen.errors import SettingsError, quoted
from mapgen.errors.boundary import Boundary, name_of, reason
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

OWN, SHARED = "mapgen.toml", "pyproject.toml"
TABLES = ("categories", "tile_keys", "columns")
"""The settings that are tables."""

_PASTED = regex(r"^columns = \{.*\}", re.MULTILINE)
_LARGEST = 500_000  # bytes
_DEEPEST = 20  # levels; settings have two, under tool.mapgen four, and other tools a few more
_TOO_DEEP = "it has names in names, or brackets in brackets, deeper than any setting; delete them"
# Texts and comments, in which a dot is no sign.
_NO_NAME = regex(
    r'"""(?:[^\\]|\\[\s\S])*?(?:"""|\Z)|"(?:[^"\n\\]|\\.)*+"?|#[^\n]*+'
    r"|'''[\s\S]*?(?:'''|\Z)|'[^'\n]*+'?"
)
_DOTS = regex(rf"(?:\.[^.=,{{}}\[\]\n]*+){{{_DEEPEST + 1}}}")
_UTF_16 = {b"\xff\xfe", b"\xfe\xff"}
COLOR = regex(r"#[0-9a-fA-F]{6}")


def text_of(path: Path) -> str:
    """Return the text of a settings file, as any editor saves it; raises SettingsError."""
    with Boundary(partial(_unreadable, path)), path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        told = "holds more than any settings need; see that it is the right file"
        raise SettingsError(f"{name_of(path)}: {told}")
    with Boundary(partial(_invalid, path)):
        return data.decode("utf-16" if data[:2] in _UTF_16 else "utf-8-sig")


def is_there(path: Path) -> bool:
    """Tell whether a settings file is there, also as a link that leads nowhere.

    Raises SettingsError where that cannot be known.
    """
    with Boundary(partial(_unreadable, path)):
        return path.is_file() or (path.is_symlink() and not path.exists())


def _unreadable(path: Path, error: BaseException) -> SettingsError:
    told = f"cannot be opened ({reason(error)}); see that you may read it, or move it away"
    return SettingsError(f"{name_of(path)}: {told}")


def _invalid(path: Path, error: BaseException) -> SettingsError:
    """Say why a text is no TOML that can be used."""
    why = _TOO_DEEP if isinstance(error, RecursionError) else reason(error)
    told = f"{name_of(path)}: is not valid TOML: {why}"
    if any(word in str(error) for word in ("twice", "overwrite", "mutable", "frozen")):
        told += "; a name stands once only: put its lines below the first, delete the second"
    return SettingsError(told)


def read(path: Path, text: str, known: Collection[str]) -> dict[str, Any]:
    """Return the settings that the text of a file holds; `known` are the names of all there are.

    In `mapgen.toml` and in `pyproject.toml` they may stand by themselves or under `[tool.mapgen]`.
    Raises SettingsError.
    """
    try:
        return _lifted(_gathered(path, _parse(path, text), known), known)
    except _TwiceError as error:
        raise SettingsError(f"{path.as_posix()}: {error}") from error


class _TwiceError(ValueError):
    """A setting is said twice, and not alike."""


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return _loaded(path, text)
    except SettingsError as error:
        try:
            return _line_by_line(path, text)
        except SettingsError:
            raise error from None


def _loaded(path: Path, text: str) -> dict[str, Any]:
    """Return what a text of TOML says, in no more levels than settings have."""
    too_deep = SettingsError(f"{name_of(path)}: is not valid TOML: {_TOO_DEEP}")
    if _DOTS.search(_NO_NAME.sub('""', text)):  # these would take the reader hours
        raise too_deep
    import tomllib

    with Boundary(partial(_invalid, path)):
        found = tomllib.loads(text)
    level: list[Any] = [found]
    for _ in range(_DEEPEST):
        level = [each for outer in level for each in _within(outer)]
    if level:
        raise too_deep
    return found


def _within(value: Any) -> Iterable[Any]:
    """Return what a table or a list holds, nothing for any other value."""
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _line_by_line(path: Path, text: str) -> dict[str, Any]:
    """Read a text in which a line such as `columns = { date = "Jahr" }` stands more than once.

    Each was printed to be pasted. TOML takes a name once only, so each is read by itself here.
    """
    found = _loaded(path, _PASTED.sub("", text))
    for line in dict.fromkeys(_PASTED.findall(text)):
        found = _together(found, _loaded(path, line))
    return found


def _gathered(path: Path, found: dict[str, Any], known: Collection[str]) -> dict[str, Any]:
    """Return what stands in a file by itself, and what stands under `tool.mapgen`."""
    tools = found.get("tool")
    below = tools.get("mapgen", {}) if isinstance(tools, dict) else {}
    if not isinstance(below, dict):
        raise SettingsError(f"{path.as_posix()}: tool.mapgen must be a table, not {below!r}")
    if path.name == SHARED:
        own = {key: value for key, value in found.items() if key in known}
    else:
        ours = isinstance(tools, dict) and not tools.keys() - {"mapgen"}
        own = {key: value for key, value in found.items() if key != "tool" or not ours}
    return _together(own, below)


def _lifted(values: dict[str, Any], known: Collection[str]) -> dict[str, Any]:
    """Return the settings; a line below a table that can only be a setting is taken for one.

    In TOML all that follows `[columns]` belongs to it, a `date_order = "dmy"` at the end too.
    """
    found = values
    for name in TABLES:
        if isinstance(table := values.get(name), dict):
            up = {k: v for k, v in table.items() if k in known and _is_above(name, k, v)}
            rest = {key: value for key, value in table.items() if key not in up}
            found = _together({**found, name: rest}, up) if up else found
    return found


def _is_above(table: str, key: str, value: object) -> bool:
    """Tell whether the name of a setting means it, too, in the lines below a table."""
    if table == "columns":
        from mapgen.layouts.columns import ALIASES

        return key not in ALIASES
    return table != "categories" or not (isinstance(value, str) and COLOR.fullmatch(value))


def _together(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return two groups of settings as one; what both say, they must say alike."""
    found = dict(one)
    for key, value in other.items():
        if isinstance(value, dict) and isinstance(found.get(key), dict):
            found[key] = _together(found[key], value)
        elif found.setdefault(key, value) != value:
            both = f"as {found[key]!r} and as {value!r}"
            raise _TwiceError(f"{quoted(key)} is said twice, {both}; delete one of them")
    return found
