"""Writes lines for the settings in the form that is read in the file that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapgen.errors import SettingsError
from mapgen.settings import home, settings_in, toml
from mapgen.settings.file import OWN, SHARED, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_HEADS = {OWN: "[columns]", SHARED: "[tool.mapgen.columns]"}


HOME = "at the end of mapgen.toml beside the table, or of a new one"


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
    told = [f"{each}  # {notes[key]}" if key in notes else each for key, each in written]
    if not file.is_file():
        return Pasted(f"make a file {name} of these lines", "\n".join([_HEADS[OWN], *told]))
    text = text_of(file)
    for head in ([], [_HEADS[file.name]], *([each] for each in _HEADS.values())):
        added = "\n".join([*head, *told])
        if _takes(file, f"{text}\n{added}", columns):
            return Pasted(f"add these lines at the end of {name}", added)
    return Pasted(f"add to the columns in {name}", "\n".join(told))


def line(columns: Mapping[str, str]) -> str:
    """Return the line of the settings that says which header stands for which column."""
    return f"columns = {toml.written(dict(columns))}"


def lines(*ways: Mapping[str, str]) -> str:
    """Return what to write where, for a cure: one of some lines."""
    return f"write {' or '.join(map(line, ways))} {HOME}"


def _takes(file: Path, text: str, columns: Mapping[str, str]) -> bool:
    """Tell whether a file with such a text would say all that is wanted of the columns."""
    try:
        return columns.items() <= settings_in(file, text).reading.columns.items()
    except SettingsError:
        return False
