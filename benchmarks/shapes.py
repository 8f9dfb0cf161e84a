"""Measures a build of every shape of table beside its peers: seconds, memory and the page.

What is fast on one table may be slow on another, so each size is measured on every shape of
`benchmarks.table`, in turn with those who make a page of the same table. What one has cost is kept
in build/, and README.md and its picture are written again.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.candidates import candidates
from benchmarks.child import ROOT, run
from benchmarks.drawing import draw
from benchmarks.report import FIGURES, OURS, digits, medians, write_between
from benchmarks.table import SHAPES, write_table

if TYPE_CHECKING:
    from benchmarks.candidates import Candidate

SIZES = (12, 100_000, 1_000_000)
ROUNDS = 3
ONCE = 1_000_000  # events; so many are measured once
MAKING = 900.0  # seconds that the making of a page may take
KEPT = ROOT / "build" / "shapes.json"
README = Path(__file__).with_name("README.md")
PICTURE = Path(__file__).with_name("shapes.svg")
BEGIN, END = "<!-- written by benchmarks.shapes -->", "<!-- end of benchmarks.shapes -->"
DRAWN = tuple(figure for figure in FIGURES if figure.key in {"build", "memory", "size"})
LIKE = "lonboard"  # its page holds as much as ours

HEADER = (
    *("shape", "build, s", "fastest other, s", "ratio", "peak memory, MiB", "page, MB"),
    f"page of {LIKE}, MB",
)

Samples = dict[str, dict[str, list[float]]]  # candidate, figure, one for each round
Costs = dict[str, dict[str, float]]  # candidate, figure


def main() -> None:
    """Measure the sizes that are asked for, or all, on every shape."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.shapes", description=__doc__)
    words.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of events")
    words.add_argument("--rounds", type=int, help="runs of each; 3, and 1 from a million on")
    words.add_argument("--without", nargs="+", default=[], help="first words of who is left out")
    asked = words.parse_args()
    KEPT.parent.mkdir(exist_ok=True)
    kept: dict[str, dict[str, Samples]] = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    makers = [each for each in candidates() if each.counted and each.way]
    makers = [each for each in makers if each.name.split()[0] not in asked.without]
    for size in asked.sizes:
        rounds = asked.rounds or (1 if size >= ONCE else ROUNDS)
        for shape in SHAPES:
            kept.setdefault(str(size), {})[shape] = _measure(size, shape, makers, rounds)
            KEPT.write_text(json.dumps(kept, indent=1))
    found = {
        int(size): {
            shape: medians(kept[size][shape])
            for shape in SHAPES
            if OURS in kept[size].get(shape, {})
        }
        for size in sorted(kept, key=int)
    }
    text = write_between(README.read_text("utf-8"), _tables(found), BEGIN, END)
    README.write_text(text, "utf-8")
    ours = {size: {shape: costs[OURS] for shape, costs in of.items()} for size, of in found.items()}
    PICTURE.write_text(draw(ours, DRAWN), "utf-8")


def _measure(size: int, shape: str, makers: list[Candidate], rounds: int) -> Samples:
    samples: Samples = {}
    with tempfile.TemporaryDirectory(dir=KEPT.parent) as folder:
        table = write_table(Path(folder) / "table.csv", size, shape)
        page = Path(folder) / "page.html"
        for _ in range(rounds):
            for maker in makers:
                cost = run(maker.call(table, page), MAKING)
                if isinstance(cost, str):
                    print(f"{size} {shape} {maker.name}: {cost}", flush=True)
                    continue
                found = samples.setdefault(maker.name, {"build": [], "memory": [], "size": []})
                found["build"].append(cost.seconds)
                found["memory"].append(cost.memory)
                found["size"].append(page.stat().st_size / 1e6)
                print(f"{size} {shape} {maker.name}: {cost.seconds:.2f} s", flush=True)
    return samples


def _tables(found: dict[int, dict[str, Costs]]) -> str:
    """Return a Markdown table for each size, a row for each shape; the slowest is in bold."""
    parts = []
    for size, shapes in found.items():
        slowest = max(shapes, key=lambda shape: _ratio(shapes[shape]))
        lines = [
            f"### {size:,} events of every shape\n",
            f"| {' | '.join(HEADER)} |",
            f"|---|{'---:|' * (len(HEADER) - 1)}",
        ]
        lines += [_row(shape, costs, bold=shape == slowest) for shape, costs in shapes.items()]
        parts.append("\n".join([*lines, ""]))
    return "\n".join(parts)


def _row(shape: str, costs: Costs, *, bold: bool) -> str:
    ours, other = costs[OURS], _fastest(costs)
    ratio = f"{digits(_ratio(costs))}×"
    cells = (
        shape,
        digits(ours["build"]),
        f"{digits(costs[other]['build'])} ({other})",
        f"**{ratio}**" if bold else ratio,
        digits(ours["memory"]),
        digits(ours["size"]),
        digits(costs[LIKE]["size"]) if LIKE in costs else "–",
    )
    return f"| {' | '.join(cells)} |"


def _fastest(costs: Costs) -> str:
    return min((name for name in costs if name != OURS), key=lambda name: costs[name]["build"])


def _ratio(costs: Costs) -> float:
    return costs[OURS]["build"] / costs[_fastest(costs)]["build"]


if __name__ == "__main__":
    main()
