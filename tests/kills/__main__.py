"""Kills each command that writes so many times: `python -m tests.kills 50 [FIRST]`."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from tests.kills.killing import COMMANDS, Victim


def main(count: int, first: int = 0) -> int:
    """Kill each command at random moments, the same ones for the same number, and count."""
    failed = False
    for name in COMMANDS:
        with tempfile.TemporaryDirectory() as folder:
            victim = Victim(Path(folder), name)
            outcomes = [victim.kill(Random(number)) for number in range(first, first + count)]  # noqa: S311  (no secret)
            victim.run()
            clean = victim.is_new() and not victim.litter()
        found = Counter(each.found for each in outcomes)
        late = sum(each.late for each in outcomes)
        litter = sum(each.litter for each in outcomes)
        failed = failed or bool(found["lost"]) or not clean
        sys.stdout.write(
            f"{name}: {count} kills, {late} of them after its end: {found['old']} left the old "
            f"output, {found['new']} the new one, {found['lost']} neither; {litter} left something "
            f"aside, and the next run {'nothing' if clean else 'SOMETHING'}\n"
        )
        sys.stdout.flush()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
