"""The map's own words and choices: read from a settings file, checked, then trusted."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Literal

from mapgen.errors import SettingsError, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Language = Literal["en", "fr", "ar"]
LANGUAGES: tuple[Language, ...] = ("en", "fr", "ar")

_FILE = "mapgen.toml"
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_LIST = ("tiles",)
_TABLE = ("categories", "tile_keys")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a map says of itself, whatever its table.

    `introduction` and `credits` are Markdown. `tiles` are names of the `xyzservices` catalogue
    that the reader may switch on with a network, None for the usual ones; `tile_keys` gives a key
    to those that ask for one. `categories` gives a colour (`#rrggbb`) to a
    category; the others take theirs from the palette. Raises SettingsError for a value that
    cannot be used.
    """

    title: str = ""
    subtitle: str = ""
    introduction: str = ""
    credits: str = ""
    language: Language = "en"
    tiles: tuple[str, ...] | None = None
    tile_keys: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[str, str] = field(default_factory=dict)
    date_order: Literal["", "dmy", "mdy"] = ""

    def __post_init__(self) -> None:
        """Refuse what a page could not use."""
        if self.language not in LANGUAGES:
            raise SettingsError(f"language {quoted(self.language)} is not one of en, fr, ar")
        if self.date_order not in {"", "dmy", "mdy"}:
            raise SettingsError(f"date_order {quoted(self.date_order)} is neither dmy nor mdy")
        for name, color in self.categories.items():
            if not _COLOR.fullmatch(color):
                raise SettingsError(
                    f"categories: the colour {quoted(color)} of {quoted(name)} is not written "
                    "as #rrggbb, such as #c2410c"
                )


def read_settings(folder: Path, overrides: Mapping[str, Any]) -> Settings:
    """Return the settings of a folder, overruled by what the command line says.

    They stand in `mapgen.toml`, else under `[tool.mapgen]` in `pyproject.toml`; neither file need
    exist. An override of None was not given. Raises SettingsError, naming file and key.
    """
    given = {key: value for key, value in overrides.items() if value is not None}
    return replace(_from_file(folder), **given)


def _from_file(folder: Path) -> Settings:
    own, shared = folder / _FILE, folder / "pyproject.toml"
    if own.is_file():
        return _checked(own, _parse(own))
    if shared.is_file():
        return _checked(shared, _parse(shared).get("tool", {}).get("mapgen", {}))
    return Settings()


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path.as_posix()}: is not valid TOML: {error}") from error


def _checked(path: Path, values: dict[str, Any]) -> Settings:
    known = [each.name for each in fields(Settings)]
    for key, value in values.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
            raise SettingsError(f"{path.as_posix()}: unknown setting {quoted(key)}; {hint}")
        _check_type(path, key, value)
    frozen: dict[str, Any] = {k: tuple(v) if k in _LIST else v for k, v in values.items()}
    try:
        return Settings(**frozen)
    except SettingsError as error:
        raise SettingsError(f"{path.as_posix()}: {error}") from error


def _check_type(path: Path, key: str, value: object) -> None:
    """Refuse a value of another type than the key takes, before a dataclass meets it."""
    if key in _LIST:
        good, wanted = isinstance(value, list) and _all_text(value), "a list of texts"
    elif key in _TABLE:
        good = isinstance(value, dict) and _all_text(value.values())
        wanted = 'a table such as { "Exile" = "#8e3a80" }'
    else:
        good, wanted = isinstance(value, str), "a text in quotes"
    if not good:
        raise SettingsError(f"{path.as_posix()}: {key} must be {wanted}, not {value!r}")


def _all_text(values: Any) -> bool:
    return all(isinstance(value, str) for value in values)
