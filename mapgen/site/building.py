"""The whole story of a site: find, read, plan, share out, pack, write, swap in."""

from __future__ import annotations

import dataclasses
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mapgen.errors import Problem, TableError, of_severity
from mapgen.reading import title_of
from mapgen.reading.counts import counted
from mapgen.site.batches import Packing
from mapgen.site.cluster import client, require
from mapgen.site.dying import surviving
from mapgen.site.folder import INDEX, PARTS, check, replacing
from mapgen.site.overview import ROWS, overview
from mapgen.site.plan import PART, size_of_parts
from mapgen.site.tables import find
from mapgen.site.working import Work, Written, survey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mapgen.settings import Settings
    from mapgen.site.parts import Part
    from mapgen.site.tables import File
    from mapgen.site.working import Survey

STAGES = 5

_BLOCK = 16 << 20  # bytes of a text that one worker reads at once; it takes about 300 MB for them


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteReport:
    """What was written: the folder, its size in bytes, and what is in it.

    `noticed` are the decisions about whole columns, then the warnings.
    """

    output: Path
    size: int
    parts: int
    events: int
    tables: int
    rows: int
    noticed: tuple[Problem, ...]

    def __str__(self) -> str:
        """Return the report as an author reads it."""
        return (
            f"{self.output.as_posix()}: {self.size / 1e6:,.1f} MB, a page and "
            f"{counted(self.parts, 'part')}\n"
            f"{counted(self.events, 'event')} of {counted(self.tables, 'table')}\n"
            f"{self.events:,} of {counted(self.rows, 'row')} used\n"
            "put the folder on any web host; to look at it here: "
            f"python -m http.server -d {self.output.as_posix()}"
        )


def build_site(  # noqa: PLR0913  (each is known by its name)
    tables: Sequence[str],
    output: Path,
    settings: Settings,
    *,
    scheduler: str | Any = "",
    part: int = PART,
    block: int = _BLOCK,
    tell: Callable[[str], None] = lambda _stage: None,
) -> SiteReport:
    """Write the site of some tables, and return what became of their rows.

    Tables are files, folders, patterns or addresses of fsspec. `scheduler` is the address of a
    Dask scheduler, or a client of one; "" makes a cluster of this machine's cores. A part holds
    about `part` events, and a worker reads `block` bytes of a text at once. `tell` hears which of
    the STAGES begins. Raises TableError with every problem of the tables, SettingsError, and
    PageError where the folder cannot be written; then a site that was there stays as it was.
    """
    require()
    check(output)
    tell("looking for tables")
    files = find(tables)
    settings = dataclasses.replace(settings, title=settings.title or _title(tables[0], output))
    lent: AbstractContextManager[Any] = (
        client(scheduler) if isinstance(scheduler, str) else nullcontext(scheduler)
    )
    with lent as dask, surviving():
        work = Work(dask, settings.reading)
        tell(f"reading {counted(len(files), 'table')}")
        found = survey(work, files, block)
        _refuse(found, files)
        tell(f"planning the parts of {counted(found.events, 'event')}")
        plan = work.plan(found, size_of_parts(found.events, part))
        tell(f"writing {counted(plan.count, 'part')}")
        packing = Packing(
            plan=plan,
            rows=max(1, ROWS // plan.count),
            categories=found.categories,
            settings=settings,
            folder=_folder(files[0]),
        )
        with replacing(output) as new:
            written = _write(work.parts(found, packing), new)
            tell("drawing the overview")
            _draw(written, found, settings, new)
    return _report(output, plan.count, found, len(files))


def _report(output: Path, parts: int, found: Survey, tables: int) -> SiteReport:
    return SiteReport(
        output=output,
        size=sum(path.stat().st_size for path in output.rglob("*") if path.is_file()),
        parts=parts,
        events=found.events,
        tables=tables,
        rows=found.rows,
        noticed=(
            *of_severity(found.problems, "decision"),
            *of_severity(found.problems, "warning"),
        ),
    )


def _refuse(found: Survey, files: Sequence[File]) -> None:
    if of_severity(found.problems, "error"):
        raise TableError(found.problems)
    if not found.events:
        cure = "write one event per row"
        raise TableError([Problem(file=files[0].name, message="holds no event", cure=cure)])


def _write(parts: Iterator[Part], new: Path) -> Written:
    """Write each part as it comes, and keep of it what the overview needs."""
    written = Written()
    for part in parts:
        (new / PARTS / f"{part.number:04}.json").write_bytes(part.content)
        written.add(part)
    return written


def _draw(written: Written, found: Survey, settings: Settings, new: Path) -> None:
    from mapgen.page.document import site_page

    payload = overview(written.cells(), settings, categories=found.categories, codes=written.codes)
    page = site_page(payload, settings, hosts=sorted(written.hosts))
    (new / INDEX).write_bytes(b"".join(page.pieces()))


def _title(table: str, output: Path) -> str:
    """Return a title made from the name of a file, or of the site where no single file is named."""
    return title_of(output.name if "://" in table or set("*?[") & set(table) else table)


def _folder(file: File) -> Path:
    return Path() if "://" in file.address else Path(file.address).parent
