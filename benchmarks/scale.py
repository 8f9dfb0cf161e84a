"""Measures mapgen beside its peers and its floors, from ten events to a million.

Whole processes and pages, in turn, so that a machine that slows down slows all of them; figures are
medians. What one size has cost is kept in build/, and README.md and its picture are written again.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from benchmarks.candidates import Candidate, candidates
from benchmarks.child import ROOT, run
from benchmarks.drawing import draw
from benchmarks.report import FIGURES, medians, tables, write_between
from benchmarks.table import write_table

SIZES = (12, 1_000, 10_000, 100_000, 1_000_000)
ROUNDS = 3
ONCE = 1_000_000  # events; so many are measured once
MAKING = 900.0  # seconds that the making of a page may take
READING = 300.0  # seconds that the reading of one may take
KEPT = ROOT / "build" / "scale.json"
README = Path(__file__).with_name("README.md")
PICTURE = Path(__file__).with_name("growth.svg")
DRAWN = tuple(figure for figure in FIGURES if figure.key != "loaded")

Samples = dict[str, dict[str, list[float]]]  # candidate, figure, one for each round


def main() -> None:
    """Measure the sizes that are asked for, or all."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    words.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of events")
    words.add_argument("--rounds", type=int, help="runs of each; 3, and 1 from a million on")
    words.add_argument("--without", nargs="+", default=[], help="first words of who is left out")
    asked = words.parse_args()
    KEPT.parent.mkdir(exist_ok=True)
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    results: dict[int, Samples] = {int(size): found for size, found in kept.items()}
    everyone = [each for each in candidates() if each.name.split()[0] not in asked.without]
    with tempfile.TemporaryDirectory(dir=KEPT.parent) as folder:
        _warm(everyone, write_table(Path(folder) / "first.csv", SIZES[0]))
        for size in asked.sizes:
            rounds = asked.rounds or (1 if size >= ONCE else ROUNDS)
            results[size] = measure(size, everyone, Path(folder), rounds=rounds)
            results = dict(sorted(results.items()))
            KEPT.write_text(json.dumps(results, indent=1))
            found = {size: medians(samples) for size, samples in results.items()}
            README.write_text(write_between(README.read_text("utf-8"), tables(results)), "utf-8")
            PICTURE.write_text(draw(found, DRAWN), "utf-8")


def measure(size: int, everyone: list[Candidate], folder: Path, *, rounds: int) -> Samples:
    """Make the page of each in turn, so many times, then read each in turn."""
    table = write_table(folder / f"{size}.csv", size)
    samples: Samples = defaultdict(lambda: defaultdict(list))
    lost: set[str] = set()  # who failed once is not waited for again
    for work in (_make, _read):
        for _ in range(rounds):
            for candidate in everyone:
                if candidate.name not in lost and not work(candidate, table, samples):
                    lost.add(candidate.name)
    for path in folder.iterdir():
        path.unlink()
    return {name: samples[name] for name in (each.name for each in everyone) if name in samples}


def _warm(everyone: list[Candidate], table: Path) -> None:
    """Let each run once uncounted: what it imports is then compiled and in memory."""
    for candidate in everyone:
        _make(candidate, table, defaultdict(lambda: defaultdict(list)))


def _page(candidate: Candidate, table: Path) -> Path:
    return table.with_name(f"{candidate.name}.html")


def _make(candidate: Candidate, table: Path, samples: Samples) -> bool:
    page = _page(candidate, table)
    cost = run(candidate.call(table, page), MAKING)
    if isinstance(cost, str):
        print(f"{table.stem} {candidate.name}: {cost}", flush=True)
        return False
    found = samples[candidate.name]
    if candidate.counted:
        found["build"].append(cost.seconds)
        found["processor"].append(cost.processor)
        found["memory"].append(cost.memory)
    if candidate.way:
        found["size"].append(page.stat().st_size / 1e6)
    print(f"{table.stem} {candidate.name}: {cost.seconds:.2f} s, {cost.memory:.0f} MiB", flush=True)
    return True


def _read(candidate: Candidate, table: Path, samples: Samples) -> bool:
    if not candidate.way:
        return True
    page = str(_page(candidate, table))
    command = [sys.executable, "-m", "benchmarks.visit", candidate.way, page]
    said, failure = _told(command)
    figures = dict(line.split() for line in said.splitlines())  # of two heaps, the last
    for name, value in figures.items():
        samples[candidate.name][name].append(float(value))
    shown = ", ".join(f"{name} {float(value):.1f}" for name, value in figures.items())
    print(f"{table.stem} {candidate.name}: {shown or 'nothing'} {failure}", flush=True)
    return not failure


def _told(command: list[str]) -> tuple[str, str]:
    """Return what a command said until its end or its time limit, and why it failed if it did."""
    with tempfile.TemporaryFile("w+") as said:
        try:
            done = subprocess.run(
                command,
                cwd=ROOT,
                stdout=said,
                stderr=subprocess.PIPE,
                text=True,
                timeout=READING,
                check=False,
            )
            failure = done.stderr.strip().splitlines()[-1] if done.returncode else ""
        except subprocess.TimeoutExpired:
            failure = f"stopped after {READING:.0f} s"
        said.seek(0)
        return said.read(), failure


if __name__ == "__main__":
    main()
