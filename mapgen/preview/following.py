"""Draws the page again whenever a file that it is made of changes."""

from __future__ import annotations

import time
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING

from mapgen.page.document import live, waiting
from mapgen.preview.board import Shown
from mapgen.preview.drawing import draw
from mapgen.preview.watching import stamps, wait_for_change
from mapgen.reading.sources import files_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from mapgen.page.page import Page
    from mapgen.preview.board import Board
    from mapgen.preview.drawing import Drawing
    from mapgen.preview.watching import Stamps
    from mapgen.settings import Settings


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
    page: Page | None = None
    while True:
        seen = stamps([*files_of(tables), *images])
        begun = time.perf_counter()
        drawing = draw(tables, settings)
        page = drawing.page or page
        board.show(_shown(page or waiting(drawing.language), drawing))
        hear(drawing, time.perf_counter() - begun)
        images = images if drawing.images is None else drawing.images
        wait({**stamps(images), **seen})


def _shown(page: Page, drawing: Drawing) -> Shown:
    state = sha256(b"".join(page.pieces())).hexdigest()[:16]
    return Shown(page=str(live(page, state)), state=state, notes=tuple(_notes(drawing)))


def _notes(drawing: Drawing) -> Iterator[dict[str, object]]:
    """Yield what is wrong with a drawing, as the page is told it."""
    if drawing.fault:
        yield {"severity": "fault", "message": drawing.fault.strip().splitlines()[-1]}
    if drawing.message:
        yield {"severity": "error", "message": drawing.message}
    yield from (asdict(problem) for problem in drawing.problems)
