"""Gives the work of a site to Dask, step by step; where and when a task runs is Dask's affair."""

from __future__ import annotations

import operator
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from mapgen.events.doubts.missing import NO_DATE, NO_PLACE
from mapgen.site.agreeing import agreed
from mapgen.site.batches import batch, count_cells, pack_bin, share_out
from mapgen.site.dying import Asked, naming
from mapgen.site.plan import Plan, add_up, leaves, plan, steps
from mapgen.site.reading import blocks, look_at, row_groups, stretches
from mapgen.site.tiles import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mapgen.errors import Problem
    from mapgen.settings import Reading
    from mapgen.site.batches import Packing, Told
    from mapgen.site.facts import Cell
    from mapgen.site.parts import Part
    from mapgen.site.reading import Block, Stretch
    from mapgen.site.tables import File

_BINS = range(16, 65)  # into which events are shared out; each is packed by one task


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of all tables once they have been read.

    `batches` are futures. `problems` are in the order of files and lines, each once; `categories`
    come with the commonest first.
    """

    batches: Sequence[Any]
    told: Sequence[Told]
    problems: tuple[Problem, ...]
    categories: tuple[str, ...]

    @property
    def events(self) -> int:
        """How many events there are."""
        return sum(each.count for each in self.told)

    @property
    def rows(self) -> int:
        """How many rows the tables have."""
        return sum(account.rows for each in self.told for account in each.accounts)


@dataclass(slots=True)
class Written:
    """What the overview needs of the parts that were written, in whatever order they came."""

    codes: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)
    _cells: dict[int, tuple[Cell, ...]] = field(default_factory=dict)

    def add(self, part: Part) -> None:
        """Take note of a part."""
        self.codes |= part.codes
        self.hosts |= part.hosts
        self._cells[part.number] = part.cells

    def cells(self) -> list[Cell]:
        """Return the cells in the order of the parts."""
        return [cell for number in sorted(self._cells) for cell in self._cells[number]]


def survey(work: Work, files: Sequence[File], size: int) -> Survey:
    """Read all files, in blocks of about `size` bytes; raises TableError for one that is shut."""
    batches, told = work.read(work.cut(files, size))
    problems = _true_of_all(agreed(problem for each in told for problem in each.problems), told)
    # A problem may name more than its file, such as a sheet of it.
    order = {name: number for number, name in enumerate(_named(told))}
    counts = Counter[str]()
    for each in told:
        counts.update(each.categories)
    return Survey(
        batches=batches,
        told=told,
        problems=tuple(sorted(problems, key=lambda each: (order[each.file], each.line or 0))),
        categories=tuple(sorted(counts, key=lambda name: (-counts[name], name))),
    )


def _true_of_all(problems: Iterable[Problem], told: Sequence[Told]) -> list[Problem]:
    """Leave out what is true of one block only: that no event has a place, or a date."""
    dated = any(each.span for each in told)
    placed = any((each.tiles[0] != NOWHERE).any() for each in told)
    untrue = [NO_DATE] * dated + [NO_PLACE] * placed
    return [each for each in problems if not each.message.startswith(tuple(untrue))]


class Work:
    """The steps of the work; each hands Dask a task for every block or bin."""

    def __init__(self, client: Any, reading: Reading) -> None:
        self._client = client
        self._reading = reading

    def cut(self, files: Sequence[File], size: int) -> list[Block]:
        """Return the blocks of all files; the stretches of a file are looked at side by side."""
        found = [stretches(file, self._reading, size) for file in files]
        looked = iter(self._each(look_at, [stretch for each in found for stretch in each]))
        groups = iter(self._each(row_groups, [file for file in files if file.kind == "parquet"]))
        cut: list[Block] = []
        for file, each in zip(files, found, strict=True):
            own = list(islice(looked, len(each)))
            cut += next(groups) if file.kind == "parquet" else blocks(file, each, own)
        return cut

    def read(self, cut: Sequence[Block]) -> tuple[list[Any], list[Told]]:
        """Return the batches of blocks, which stay with the workers, and what is told of them."""
        task = partial(batch, reading=self._reading)
        pairs = self._client.map(task, cut, pure=False)
        batches = self._client.map(operator.itemgetter(0), pairs, pure=False)
        told = self._client.map(operator.itemgetter(1), pairs, pure=False)
        with naming(self._client, Asked(task, cut, told), *pairs, *batches):
            return batches, self._client.gather(told)

    def plan(self, found: Survey, size: int) -> Plan:
        """Return the parts of the site, from counts alone."""
        tree = leaves(add_up(each.tiles for each in found.told), size)
        times = steps([each.span for each in found.told if each.span])
        counts = self._all(count_cells, found.batches, tree=tree, times=times)
        return plan(add_up(counts), tree, times, size)

    def parts(self, found: Survey, packing: Packing) -> Iterator[Part]:
        """Yield the parts as they come, in no order; none is kept."""
        from distributed import as_completed

        bins = _bins(packing.plan, len(found.batches))
        shares = self._client.map(
            share_out, found.batches, plan=packing.plan, bins=bins, pure=False
        )
        packed = [
            self._client.submit(
                pack_bin,
                [
                    self._client.submit(operator.getitem, each, number, pure=False)
                    for each in shares
                ],
                packing,
                pure=False,
            )
            for number in range(len(bins))
        ]
        del shares
        for future, parts in as_completed(packed, loop=self._client.loop, with_results=True):
            future.release()
            yield from parts

    def _each(self, task: Any, given: Sequence[File] | Sequence[Stretch]) -> list[Any]:
        """Return what a task gives for each of some files or parts of files."""
        futures = self._client.map(task, given, pure=False)
        with naming(self._client, Asked(task, given, futures)):
            found: list[Any] = self._client.gather(futures)
        return found

    def _all(self, task: Any, each: Iterable[Any], **same: Any) -> list[Any]:
        found: list[Any] = self._client.gather(
            self._client.map(task, list(each), **same, pure=False)
        )
        return found


def _named(told: Sequence[Told]) -> list[str]:
    """Return what the problems of all blocks call their files, in the order of the files."""
    return list(dict.fromkeys(problem.file for each in told for problem in each.problems))


def _bins(parts: Plan, batches: int) -> Any:
    """Return the first part of each bin; where it can, a bin holds as much as a batch does."""
    count = min(max(batches, _BINS.start), _BINS[-1], parts.count)
    return np.unique(np.linspace(1, parts.count + 1, count + 1).astype(int)[:-1])
