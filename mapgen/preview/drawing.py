"""Draws the page of some tables, whatever is wrong with them."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapgen import build, events
from mapgen.errors import MapgenError, TableError
from mapgen.reading import read_events, read_tables
from mapgen.reading.sources import refuse_passing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from mapgen.errors import Problem
    from mapgen.page.page import Page
    from mapgen.settings import Reading, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What came of drawing a page once.

    `page` is None where an error or a fault prevented it. `problems` are those of the tables,
    `message` is an error of no table, and `fault` the traceback of a fault of mapgen. `images` are
    the files that the tables name, None where that cannot be known.
    """

    page: Page | None = None
    language: str = "en"
    events: int = 0
    problems: tuple[Problem, ...] = ()
    message: str = ""
    fault: str = ""
    images: frozenset[Path] | None = None


def draw(tables: Sequence[str], settings: Callable[[], Settings]) -> Drawing:
    """Read the settings and the tables, and draw their page."""
    language: str = "en"
    images = None
    try:
        chosen = settings()
        language = chosen.language
        refuse_passing(tables)
        read = read_events(*tables, reading=chosen.reading)
        images = frozenset(events.images_of(read, read.folder))
        return Drawing(
            page=build.draw(read, tables, chosen),
            language=language,
            events=len(read),
            problems=read.noticed,
            images=images,
        )
    except TableError as error:
        images = _named(tables, chosen.reading)
        return Drawing(language=language, problems=error.problems, images=images)
    except MapgenError as error:
        return Drawing(language=language, message=str(error), images=images)
    except Exception:  # noqa: BLE001  (a fault must not end the preview; its traceback is told)
        return Drawing(language=language, fault=traceback.format_exc(), images=images)


def _named(tables: Sequence[str], reading: Reading) -> frozenset[Path] | None:
    """Return the images of tables that have errors: one of these may be a missing image."""
    try:
        refuse_passing(tables)
        read = read_tables(*tables, reading=reading)
        checked = [events.check(table, customs=reading.customs) for table in read]
    except TableError:
        return None
    rows = events.joined_rows([part for each in checked for part in (each.events, each.refused)])
    return frozenset(events.images_of(rows, read[0].folder))
