"""The words of each language that a page can speak: one file of web/words/ has them all."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "web" / "words"

# What core/words.js reads; the other sections stay at home, or travel where they are asked for.
_PAGE = ("locale", "dates", "map", "event", "axis", "story", "dialogs")


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a file, each by its code of ISO 639."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.json")))


@cache
def words_in(language: str) -> dict[str, Any]:
    """Return every word of one language, by the section of its file."""
    catalogue: dict[str, Any] = json.loads((_FOLDER / f"{language}.json").read_text("utf-8"))
    return catalogue


def words_of_page(language: str, *more: str) -> dict[str, Any]:
    """Return the words that a page carries, with `more` sections of its language."""
    return _sections(language, *_PAGE, *more)


def words_of_preview(language: str) -> dict[str, Any]:
    """Return the words that a page under preview carries besides."""
    return _sections(language, "locale", "preview")


def _sections(language: str, *names: str) -> dict[str, Any]:
    catalogue = words_in(language)
    return {name: catalogue[name] for name in names}
