"""Tries many broken files: `python -m tests.fuzz 20000 [FIRST]`."""

from __future__ import annotations

import signal
import sys
import tempfile
import traceback
import warnings
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tests.fuzz.trial import Trial

if TYPE_CHECKING:
    from types import FrameType

_HANGING = 60  # seconds after which a file counts as one that never ends
_KEPT = Path("build/fuzz")


def main(count: int, first: int = 0) -> int:
    """Try so many files from a number on; keep each that mapgen fails at, and count them."""
    warnings.simplefilter("error")
    signal.signal(signal.SIGALRM, _stop)
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, first + count):
            outcomes[_try(Trial.of(number), Path(folder))] += 1
    told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items()))
    sys.stdout.write(f"{count} files: {told}\n")
    return int(outcomes["failed"] > 0)


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise TimeoutError(f"no answer in {_HANGING} s")


def _try(trial: Trial, folder: Path) -> str:
    try:
        signal.alarm(_HANGING)
        return trial.run(folder, page=True)
    except Exception:  # noqa: BLE001  (whatever it is, it is what is looked for)
        _KEPT.mkdir(parents=True, exist_ok=True)
        kept = _KEPT / f"{trial.number}-{trial.name}"
        kept.write_bytes(trial.data)
        last = "".join(traceback.format_exc(limit=-3))
        sys.stdout.write(f"{kept.as_posix()}:\n{last}\n")
        return "failed"
    finally:
        signal.alarm(0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
