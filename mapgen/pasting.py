"""Writes lines for the settings in the form that is read in the file that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapgen import toml
from mapgen.errors import SettingsError
from mapgen.settings import home, settings_in
from mapgen.settings_file import OWN, SHARED, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_HEADS = {OWN: "[columns]", SHARED: "[tool.mapgen.columns]"}


class Pasted(NamedTuple):
    """Where lines go, as a sentence without its end, and the lines."""

    where: str
    text: str


def columns_to_paste(columns: Mapping[str, str], notes: Mapping[str, str], folder: Path) -> Pasted:
    """Return what says which header stands for which column, for the settings of a folder.

    A form is tried in the file before it is offered. `notes` are remarks behind the lines.
    """
    file, name = home(folder), home(folder).as_posix()
    written = zip(columns, toml.lines(dict(columns)), strict=True)
    lines = [f"{line}  # {notes[key]}" if key in notes else line for key, line in written]
    if not file.is_file():
        return Pasted(f"make a file {name} of these lines", "\n".join([_HEADS[OWN], *lines]))
    text = text_of(file)
    for head in ([], [_HEADS[file.name]], *([each] for each in _HEADS.values())):
        added = "\n".join([*head, *lines])
        if _takes(file, f"{text}\n{added}", columns):
            return Pasted(f"add these lines at the end of {name}", added)
    return Pasted(f"add to the columns in {name}", "\n".join(lines))


def _takes(file: Path, text: str, columns: Mapping[str, str]) -> bool:
    """Tell whether a file with such a text would say all that is wanted of the columns."""
    try:
        return columns.items() <= settings_in(file, text).columns.items()
    except SettingsError:
        return False
