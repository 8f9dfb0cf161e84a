"""Draws the page again whenever a file that it is made of changes."""

from __future__ import annotations

import time
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen.page import live, waiting
from mapgen.preview.board import Shown
from mapgen.preview.drawing import draw
from mapgen.preview.watching import stamps, wait_for_change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mapgen.preview.board import Board
    from mapgen.preview.drawing import Drawing
    from mapgen.preview.watching import Stamps
    from mapgen.settings import Settings

_SETTINGS = ("mapgen.toml", "pyproject.toml")  # as read_settings looks for them


def follow(
    tables: Sequence[str],
    settings: Callable[[], Settings],
    board: Board,
    *,
    hear: Callable[[Drawing, float], None],
    wait: Callable[[Stamps], None] = wait_for_change,
) -> None:
    """Draw the page of some tables again and again, until `wait` is interrupted.

    `settings` reads them anew; they lie beside the first table. `board` shows each page, or what
    is wrong beside the last good one. `hear` is told what came of each drawing, and its seconds.
    """
    images: frozenset[Path] = frozenset()
    page = ""
    while True:
        seen = stamps([*_files(tables), *images])
        begun = time.perf_counter()
        drawing = draw(tables, settings)
        page = drawing.page or page
        board.show(_shown(page or waiting(drawing.language), drawing))
        hear(drawing, time.perf_counter() - begun)
        images = images if drawing.images is None else drawing.images
        wait({**stamps(images), **seen})


def _files(tables: Sequence[str]) -> list[Path]:
    """Return the files of the tables and of the settings; an address is no file."""
    paths = [Path(table) for table in tables if "://" not in table]
    folder = Path() if "://" in tables[0] else Path(tables[0]).parent
    return [*paths, *(folder / name for name in _SETTINGS)]


def _shown(page: str, drawing: Drawing) -> Shown:
    state = sha256(page.encode()).hexdigest()[:16]
    return Shown(page=live(page, state), state=state, notes=tuple(_notes(drawing)))


def _notes(drawing: Drawing) -> Iterator[dict[str, object]]:
    """Yield what is wrong with a drawing, as the page is told it."""
    if drawing.fault:
        yield {"severity": "fault", "message": drawing.fault.strip().splitlines()[-1]}
    if drawing.message:
        yield {"severity": "error", "message": drawing.message}
    yield from (asdict(problem) for problem in drawing.problems)
