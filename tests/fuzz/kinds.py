"""The kinds of files that are broken: from what, how, and who is given them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from mapgen.errors import TableError
from mapgen.page.document import HistoricalMap
from mapgen.page.images import embedder
from mapgen.reading import read_events
from mapgen.settings import Reading, read_settings
from mapgen.site.reading import read, row_groups
from mapgen.site.tables import find
from tests.fuzz import seeds, talking
from tests.fuzz.archives import mutate_archive
from tests.fuzz.judging import BadAnswerError, Outcome, judge_problems
from tests.fuzz.mutations import mutate, mutate_binary, mutate_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.fuzz.mutations import Mutation


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of files, what breaks one, and what is asked of mapgen with it.

    `ask` raises what mapgen raises; `draw` has the page of it made too, where it has one.
    """

    name: str
    seeds: Callable[[], seeds.Seeds]
    mutate: Mutation
    ask: Callable[[Path], Outcome]
    draw: Callable[[Path], Outcome] | None = None


def _read(path: Path) -> Outcome:
    read_events(path)
    return "read"


def _draw(path: Path) -> Outcome:
    events = read_events(path)
    if not HistoricalMap(events, title="Broken", folder=events.folder).to_html():
        raise BadAnswerError("the page is blank")
    return "read"


def _read_parquet(path: Path) -> Outcome:
    """Read every row group, as the workers of a site do."""
    (file,) = find([str(path)])
    answers = [read(block, Reading()) for block in row_groups(file)]
    for answer in answers:
        if any(problem.severity == "error" for problem in answer.problems):
            judge_problems(answer.problems, path.name)
            return "refused"
    return "read"


def _embed(path: Path) -> Outcome:
    if not embedder(path.parent)(path.name).startswith("data:image/webp;base64,"):
        raise BadAnswerError("is no picture of the page")
    return "read"


def _read_settings(path: Path) -> Outcome:
    read_settings(path.parent, {})
    return "read"


def warm(folder: Path) -> None:
    """Let a process open what it keeps, such as the gazetteer, before the time of a file."""
    path = folder / "first.csv"
    _draw(_written(path, "title,date,place\nA,1900,Damascus\n"))
    with suppress(TableError):  # it looks for names nearly alike
        _read(_written(path, "title,date,place\nA,1900,Lodnon\n"))
    path.unlink()


def _written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


_table = partial(Kind, ask=_read, draw=_draw)

KINDS = (
    _table(name="csv", seeds=partial(seeds.texts, ".csv", ".tsv"), mutate=mutate),
    _table(
        name="json",
        seeds=partial(seeds.texts, ".json", ".jsonld", ".geojson", ".umap"),
        mutate=mutate,
    ),
    _table(name="kml", seeds=partial(seeds.texts, ".kml"), mutate=mutate),
    _table(name="kmz", seeds=seeds.kmz, mutate=mutate_archive),
    _table(name="xlsx", seeds=seeds.xlsx, mutate=mutate_archive),
    _table(name="xls", seeds=seeds.xls, mutate=mutate_binary),
    _table(name="ods", seeds=seeds.ods, mutate=mutate_archive),
    Kind(name="parquet", seeds=seeds.parquets, mutate=mutate_pages, ask=_read_parquet),
    Kind(name="pictures", seeds=seeds.pictures, mutate=mutate_binary, ask=_embed),
    Kind(name="settings", seeds=seeds.settings, mutate=mutate, ask=_read_settings),
    Kind(
        name="requests to the preview",
        seeds=talking.requests,
        mutate=mutate,
        ask=talking.ask_preview,
    ),
    Kind(
        name="answers of Nominatim",
        seeds=talking.answers,
        mutate=mutate,
        ask=talking.ask_service,
    ),
)


@cache
def seeds_of(kind: Kind) -> seeds.Seeds:
    """Return the whole files of a kind, made once."""
    return kind.seeds()
