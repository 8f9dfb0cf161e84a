"""The map's own words and choices: read from a settings file, checked, then trusted."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mapgen.catalogue import languages
from mapgen.errors import SettingsError, quoted
from mapgen.files.passing import is_passing
from mapgen.settings.file import COLOR, OWN, SHARED, TABLES, is_there, read, text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from mapgen.dates.customs import Customs

_LIST = ("tiles", "fill_down")
_YES_OR_NO = ("year_zero", "year_pairs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How tables are to be read, where they do not say so themselves.

    `columns` tells which header of the author's stands for a column of mapgen, as in
    {"date": "Jahr"}; with "" none does. In the columns of `fill_down`, a blank cell means the same
    as the one above. `encoding` is a name of Python's codecs, `sheet` the name of a sheet in a
    workbook, and `date_order` settles dates such as 03/04/1946; "" for each leaves it to mapgen.
    With a `year_zero`, -44 is 45 BC, without one 44 BC; with `year_pairs`, 1911-12 is two years,
    without them December 1911; None leaves it to mapgen. Raises SettingsError for a value that
    cannot be used.
    """

    date_order: Literal["", "dmy", "mdy"] = ""
    year_zero: bool | None = None
    year_pairs: bool | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    fill_down: tuple[str, ...] = ()
    encoding: str = ""
    sheet: str = ""

    def __post_init__(self) -> None:
        """Refuse what no table could be read by."""
        if self.date_order not in {"", "dmy", "mdy"}:
            raise SettingsError(f"date_order {quoted(self.date_order)} is neither dmy nor mdy")
        _check_columns(self.columns)

    @property
    def customs(self) -> Customs:
        """How dates are written that have two readings."""
        from mapgen.dates.customs import Customs

        return Customs(
            order=self.date_order or None, year_zero=self.year_zero, year_pairs=self.year_pairs
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a map says of itself, whatever its table.

    `introduction` and `credits` are Markdown. `tiles` are names of the `xyzservices` catalogue
    that the reader may switch on with a network, None for the usual ones; `tile_keys` gives a key
    to those that ask for one. `categories` gives a colour (`#rrggbb`) to a category; the others
    take theirs from the palette. `reading` is how its tables are to be read. Raises SettingsError
    for a value that cannot be used.
    """

    title: str = ""
    subtitle: str = ""
    introduction: str = ""
    credits: str = ""
    language: str = "en"
    tiles: tuple[str, ...] | None = None
    tile_keys: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[str, str] = field(default_factory=dict)
    reading: Reading = field(default_factory=Reading)

    def completed(self, words: Mapping[str, str]) -> Settings:
        """Return the settings; where they are blank, the `words` that tables hold of themselves."""
        blank: dict[str, Any] = {k: text for k, text in words.items() if not getattr(self, k)}
        return replace(self, **blank)

    def __post_init__(self) -> None:
        """Refuse what a page could not use."""
        if self.language not in languages():
            known = ", ".join(languages())
            raise SettingsError(f"language {quoted(self.language)} is not one of {known}")
        for name, color in self.categories.items():
            if not COLOR.fullmatch(color):
                raise SettingsError(
                    f"categories: the colour {quoted(color)} of {quoted(name)} is not written "
                    "as #rrggbb, such as #c2410c"
                )


_OF_READING = tuple(each.name for each in fields(Reading))
NAMES = (*(each.name for each in fields(Settings) if each.name != "reading"), *_OF_READING)
"""What can be set, in a file and on the command line."""


def read_settings(folder: Path, overrides: Mapping[str, Any]) -> Settings:
    """Return the settings of a folder, overruled by what the command line says.

    They stand in `mapgen.toml`, else under `[tool.mapgen]` in `pyproject.toml`; neither file need
    exist. An override of None was not given; columns are added to those of the file. Raises
    SettingsError, naming file and key.
    """
    found = _from_file(folder)
    given = {key: value for key, value in overrides.items() if value is not None}
    if "columns" in given:
        given["columns"] = {**found.reading.columns, **given["columns"]}
    return _changed(found, given)


def folder_of(table: str | Path) -> Path:
    """Return the folder of a table; that of an address, a pipe or standard input is this one."""
    path = Path() if "://" in str(table) or is_passing(table) else Path(table)
    return path if path.is_dir() else path.parent


def home(folder: Path) -> Path:
    """Return the file that the settings of a folder stand in, or would stand in."""
    own, shared = folder / OWN, folder / SHARED
    if is_there(own) or not is_there(shared):
        return own
    return shared if read(shared, text_of(shared), NAMES) else own


def settings_in(path: Path, text: str) -> Settings:
    """Return the settings that a file with such a text holds.

    Raises SettingsError.
    """
    return _checked(path, read(path, text, NAMES))


def _from_file(folder: Path) -> Settings:
    for path in (folder / OWN, folder / SHARED):
        if is_there(path):
            return settings_in(path, text_of(path))
    if is_there(hidden := folder / f"{OWN}.txt"):
        called = f"an editor called it so; rename it to {OWN}"
        raise SettingsError(f"{hidden.as_posix()}: is not read; {called}")
    return Settings()


def _changed(settings: Settings, values: Mapping[str, Any]) -> Settings:
    """Return settings with other values for some of NAMES."""
    told = {name: value for name, value in values.items() if name in _OF_READING}
    own = {name: value for name, value in values.items() if name not in told}
    return replace(settings, **own, reading=replace(settings.reading, **told))


def _checked(path: Path, values: dict[str, Any]) -> Settings:
    for key, value in values.items():
        if key not in NAMES:
            raise SettingsError(f"{path.as_posix()}: unknown setting {quoted(key)}; {_hint(key)}")
        _check_type(path, key, value)
    frozen: dict[str, Any] = {k: tuple(v) if k in _LIST else v for k, v in values.items()}
    try:
        return _changed(Settings(), frozen)
    except SettingsError as error:
        raise SettingsError(f"{path.as_posix()}: {error}") from error


def _hint(key: str) -> str:
    """Say what may have been meant by a name that is no setting."""
    if key == "tool":
        return "only [tool.mapgen] is read here, and settings may stand by themselves"
    from mapgen.layouts.columns import ALIASES

    if key in ALIASES:
        return f'it is a column: write it below a line [columns], as in {key} = "Your header"'
    return _meant(key, NAMES)


def _check_type(path: Path, key: str, value: object) -> None:
    """Refuse a value of another type than the key takes, before a dataclass meets it."""
    if key in _LIST:
        good, wanted = isinstance(value, list) and _all_text(value), "a list of texts"
    elif key in TABLES:
        good = isinstance(value, dict) and _all_text(value.values())
        wanted = 'a table such as { "Exile" = "#8e3a80" }'
    elif key in _YES_OR_NO:
        good, wanted = isinstance(value, bool), "true or false"
    else:
        good, wanted = isinstance(value, str), "a text in quotes"
    if not good:
        raise SettingsError(f"{path.as_posix()}: {key} must be {wanted}, not {value!r}")


def _all_text(values: Any) -> bool:
    return all(isinstance(value, str) for value in values)


def _check_columns(names: Collection[str]) -> None:
    """Refuse a column that mapgen does not have."""
    if not names:
        return
    from mapgen.layouts.columns import ALIASES

    for name in names:
        if name not in ALIASES:
            raise SettingsError(f"columns: unknown column {quoted(name)}; {_meant(name, ALIASES)}")


def _meant(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, known, 1)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
