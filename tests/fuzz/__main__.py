"""Tries many broken files: `python -m tests.fuzz 40000 [FIRST] [--table]`."""

from __future__ import annotations

import os
import re
import sys
from argparse import ArgumentParser
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fuzz.children import Answer, tried
from tests.fuzz.kinds import KINDS
from tests.fuzz.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_KEPT = Path("build/fuzz")
_PROMISES = Path("SECURITY.md")
_TABLE = re.compile(r"(?<=<!-- made by: make fuzz -->\n\n)(?:\|.*\n)*")


def main(count: int, first: int, *, table: bool) -> int:
    """Try so many files from a number on; keep each that mapgen fails at, and count them."""
    found: dict[str, list[Answer]] = defaultdict(list)
    for answer in tried(range(first, first + count), children=os.cpu_count() or 1):
        found[answer.kind].append(answer)
        if answer.outcome == "lost":
            _keep(answer)
    told = _table_of(found)
    sys.stdout.write(told)
    if table:
        text = _PROMISES.read_text("utf-8")
        _PROMISES.write_text(_TABLE.sub(lambda _: told, text), "utf-8")
    return int(any(each.outcome == "lost" for answers in found.values() for each in answers))


def _keep(answer: Answer) -> None:
    trial = Trial.of(answer.number)
    _KEPT.mkdir(parents=True, exist_ok=True)
    kept = _KEPT / f"{trial.number}-{trial.name}"
    kept.write_bytes(trial.data)
    sys.stdout.write(f"{kept.as_posix()}:\n{answer.told}\n\n")
    sys.stdout.flush()


def _table_of(found: Mapping[str, Sequence[Answer]]) -> str:
    """Return how many files of each kind were tried, and what became of them."""
    rows = [(kind.name, found[kind.name]) for kind in KINDS if kind.name in found]
    rows.append(("all", [answer for answers in found.values() for answer in answers]))
    lines = [
        "| kind | tried | read | refused in words | lost | longest |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for name, answers in rows:
        outcomes: list[str] = [answer.outcome for answer in answers]
        numbers = [len(answers), *map(outcomes.count, ("read", "refused", "lost"))]
        longest = max((answer.seconds for answer in answers), default=0)
        lines.append(f"| {name} | {' | '.join(f'{n:,}' for n in numbers)} | {longest:.1f} s |")
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    parser = ArgumentParser(prog="python -m tests.fuzz", description=main.__doc__)
    parser.add_argument("count", type=int, help="how many files")
    parser.add_argument("first", type=int, nargs="?", default=0, help="the number of the first")
    parser.add_argument("--table", action="store_true", help="write the figures into SECURITY.md")
    asked = parser.parse_args()
    sys.exit(main(asked.count, asked.first, table=asked.table))
