"""Reads the settings out of a file of TOML, wherever in it an author put them."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from mapgen.errors import SettingsError, quoted

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

OWN, SHARED = "mapgen.toml", "pyproject.toml"
TABLES = ("categories", "tile_keys", "columns")
"""The settings that are tables."""

_PASTED = re.compile(r"^columns = \{.*\}", re.MULTILINE)
_UTF_16 = {b"\xff\xfe", b"\xfe\xff"}
COLOR = re.compile(r"#[0-9a-fA-F]{6}")


def text_of(path: Path) -> str:
    """Return the text of a settings file, as any editor saves it; raises SettingsError."""
    data = path.read_bytes()
    try:
        return data.decode("utf-16" if data[:2] in _UTF_16 else "utf-8-sig")
    except UnicodeError as error:
        raise SettingsError(f"{path.as_posix()}: is not valid TOML: {error}") from error


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
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        try:
            return _line_by_line(text)
        except tomllib.TOMLDecodeError:
            told = f"{path.as_posix()}: is not valid TOML: {error}"
        if any(word in str(error) for word in ("twice", "overwrite", "mutable", "frozen")):
            told += "; a name stands once only: put its lines below the first, delete the second"
        raise SettingsError(told) from error


def _line_by_line(text: str) -> dict[str, Any]:
    """Read a text in which a line such as `columns = { date = "Jahr" }` stands more than once.

    Each was printed to be pasted. TOML takes a name once only, so each is read by itself here.
    """
    found = tomllib.loads(_PASTED.sub("", text))
    for line in _PASTED.findall(text):
        found = _together(found, tomllib.loads(line))
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
        from mapgen.layouts.columns import ALIASES  # noqa: PLC0415  (few tables need to be told)

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
