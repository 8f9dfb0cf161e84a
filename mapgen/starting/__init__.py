"""Starts a folder for a new map: a small table, its settings, and a few words to begin with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mapgen import files
from mapgen.catalogue import languages
from mapgen.errors import SettingsError, quoted
from mapgen.files.endings import check_start
from mapgen.settings import toml

_DATA = Path(__file__).parent.parent / "data"
_SCHEMA = "mapgen.schema.json"


def start(folder: Path) -> tuple[Path, ...]:
    """Write the files of a new map into a folder, which is made, and return their paths.

    Raises SettingsError for a folder with anything in it, and for one that cannot be written.
    """
    check_start(folder)
    try:
        if folder.exists() and not (folder.is_dir() and files.is_empty(folder)):
            raise SettingsError(
                f"{quoted(folder.as_posix())} is there and not empty; nothing was written; "
                "choose another name"
            )
        with files.replacing(folder) as new:
            for name, content in (contents := _contents()).items():
                (new / name).write_bytes(content)
    except OSError as error:
        raise SettingsError(f"{folder.as_posix()}: cannot be written: {error.strerror}") from error
    return tuple(folder / name for name in contents)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the settings, with the languages that are there."""
    told: dict[str, Any] = json.loads((_DATA / _SCHEMA).read_bytes())
    told["properties"]["language"]["enum"] = [*languages()]
    return told


def _contents() -> dict[str, bytes]:
    told = schema()
    return {
        **{path.name: path.read_bytes() for path in sorted((_DATA / "new").iterdir())},
        "mapgen.toml": _settings(told).encode(),
        _SCHEMA: f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode(),
    }


def _settings(schema: dict[str, Any]) -> str:
    """Return every setting as a comment, after the line by which editors find the schema."""
    head = [f"#:schema ./{_SCHEMA}", "", "# Take away the # before a setting to use it."]
    blocks = [
        f"\n# {told['description']}\n# {name} = {toml.written(told['examples'][0])}"
        for name, told in schema["properties"].items()
    ]
    return "\n".join([*head, *blocks]) + "\n"
