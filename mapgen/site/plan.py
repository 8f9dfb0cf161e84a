"""Decides from counts alone which events go into which part of a site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mapgen.site.tiles import FINEST, NOWHERE, UNDATED, Numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PART = 4000  # events; what a page opens at once without being asked to wait
MOST_PARTS = 6000  # a site of more events has larger parts: its overview must stay small
PERIODS = 16  # parts that a tile has about, one for each of its periods

_STEPS = 4096  # days are counted in as many equal steps from the first to the last
_UNDATED_STEP = _STEPS
_STRIDE = _STEPS + 1  # numbers of a cell: leaf times this, plus step
_DEEPEST = FINEST - 3  # the zoom of the smallest tile of a part, so that it has 64 cells

Counts = tuple[Numbers, Numbers]  # keys in order, and how many events each has


@dataclass(frozen=True, slots=True)
class Leaves:
    """The tiles of a site, from the first number at zoom FINEST that each holds, in order."""

    lows: Numbers
    zooms: tuple[int, ...]

    def of(self, tiles: Numbers) -> Numbers:
        """Return the number of the leaf that holds each tile."""
        return self.lows.searchsorted(tiles, side="right") - 1


@dataclass(frozen=True, slots=True)
class Steps:
    """Equal steps of time; `first` is the first day of all events, `length` days are a step."""

    first: int
    length: int

    def of(self, days: Numbers) -> Numbers:
        """Return the step of each day; events without a date have the last one."""
        dated = days != UNDATED
        return np.where(
            dated, (np.where(dated, days, 0) - self.first) // self.length, _UNDATED_STEP
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of a site, numbered from 1 in the order of their tiles and periods.

    `begins` are the cells with which the periods begin, `numbers` the first part of each, and
    `shares` how many parts have to share it, because all of its events are on the same days.
    """

    leaves: Leaves
    steps: Steps
    begins: Numbers
    numbers: Numbers
    shares: Numbers
    count: int

    def of(self, cells: Numbers, lots: Numbers) -> Numbers:
        """Return the part of each event; `lots` decide among parts that share a period."""
        period = self.begins.searchsorted(cells, side="right") - 1
        return self.numbers[period] + lots % self.shares[period]

    def beside(self, part: int) -> tuple[int, int]:
        """Return the parts before and after one in the same tile, 0 for none."""
        period = int(self.numbers.searchsorted(part, side="right")) - 1
        leaf = self.begins // _STRIDE
        first, last = leaf.searchsorted(leaf[period]), leaf.searchsorted(leaf[period], "right") - 1
        end = int(self.numbers[last] + self.shares[last]) - 1
        return (
            part - 1 if part > self.numbers[first] else 0,
            part + 1 if part < end else 0,
        )

    def zoom(self, part: int) -> int:
        """Return the zoom of the tile of a part."""
        period = int(self.numbers.searchsorted(part, side="right")) - 1
        return self.leaves.zooms[int(self.begins[period]) // _STRIDE]


def size_of_parts(events: int, size: int = PART) -> int:
    """Return how many events a part may have in a site of so many."""
    return max(size, -(-events // MOST_PARTS))


def count(keys: Numbers) -> Counts:
    """Return the distinct keys in order, and how often each stands."""
    found, counts = np.unique(keys, return_counts=True)
    return found, counts.astype(np.int64)


def add_up(counts: Iterable[Counts]) -> Counts:
    """Return counts of several places as one."""
    several = list(counts)
    keys, places = np.unique(np.concatenate([each for each, _ in several]), return_inverse=True)
    numbers = np.concatenate([each for _, each in several])
    sums = np.zeros(len(keys), np.int64)
    np.add.at(sums, places, numbers)
    return keys, sums


def leaves(tiles: Counts, size: int) -> Leaves:
    """Return the tiles of a site: cut in four while they hold too many events for their parts."""
    numbers, counts = tiles
    before = np.concatenate([[0], np.cumsum(counts)])
    found: list[tuple[int, int]] = [(NOWHERE, 0)] if len(numbers) and numbers[0] == NOWHERE else []

    def split(low: int, zoom: int) -> None:
        width = 1 << 2 * (FINEST - zoom)
        start, end = numbers.searchsorted([low, low + width])
        held = int(before[end] - before[start])
        if held == 0:
            return
        if held <= size * PERIODS or zoom == _DEEPEST:
            found.append((low, zoom))
            return
        for quarter in range(4):
            split(low + quarter * width // 4, zoom + 1)

    split(0, 0)
    return Leaves(np.array([low for low, _ in found], np.int64), tuple(zoom for _, zoom in found))


def steps(spans: Sequence[tuple[int, int]]) -> Steps:
    """Return the steps from the first to the last of some days."""
    if not spans:
        return Steps(0, 1)
    first, last = min(first for first, _ in spans), max(last for _, last in spans)
    return Steps(first, (last - first) // _STEPS + 1)


def cells(tiles: Numbers, days: Numbers, tree: Leaves, times: Steps) -> Numbers:
    """Return the cell, a leaf in a step of time, of each event; the order is that of parts."""
    return tree.of(tiles) * _STRIDE + times.of(days)


def plan(counts: Counts, tree: Leaves, times: Steps, size: int) -> Plan:
    """Return the parts for so many events in each cell, none with more than about `size`."""
    begins: list[int] = []
    held: list[int] = []
    for cell, number in zip(*(each.tolist() for each in counts), strict=True):
        leaf, step = divmod(cell, _STRIDE)
        same = bool(begins) and begins[-1] // _STRIDE == leaf and step != _UNDATED_STEP
        if same and held[-1] + number <= size:
            held[-1] += number
        else:
            begins.append(cell)
            held.append(number)
    shares = -(-np.array(held, np.int64) // size)
    numbers = np.cumsum(shares) - shares + 1
    total = int(shares.sum())
    return Plan(tree, times, np.array(begins, np.int64), numbers, shares, total)
