"""The tables of README.md: what each costs, and how many times as much mapgen does."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

BEGIN, END = "<!-- written by benchmarks.scale -->", "<!-- end -->"
OURS = "mapgen"
NONE = "–"


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that is measured: its key in the results, its name and its unit."""

    key: str
    name: str
    unit: str


FIGURES = (
    Figure("build", "build", "s"),
    Figure("processor", "processor", "s"),
    Figure("memory", "peak memory", "MiB"),
    Figure("size", "page", "MB"),
    Figure("ready", "ready", "ms"),
    Figure("loaded", "load, then empty", "ms"),
    Figure("window", "window step", "ms"),
    Figure("pan", "pan", "ms"),
    Figure("release", "pan released", "ms"),
    Figure("zoom", "zoom", "ms"),
    Figure("longest", "longest task after ready", "ms"),
    Figure("search", "search", "ms"),
    Figure("popup", "popup text", "ms"),
    Figure("heap", "heap", "MB"),
)


def tables(results: dict[int, dict[str, dict[str, list[float]]]]) -> str:
    """Return a Markdown table for each size: a row for each figure, a column for each candidate."""
    parts = []
    for size, samples in results.items():
        runs = max(len(values) for found in samples.values() for values in found.values())
        said = "one run" if runs == 1 else f"medians of {runs} runs"
        parts.append(f"### {size:,} events, {said}\n\n{_table(medians(samples))}")
    return "\n".join(parts)


def medians(samples: dict[str, dict[str, list[float]]]) -> dict[str, dict[str, float]]:
    """Return the median of each figure of each candidate."""
    return {
        name: {figure: statistics.median(values) for figure, values in found.items()}
        for name, found in samples.items()
    }


def write_between(text: str, inner: str, begin: str = BEGIN, end: str = END) -> str:
    """Return the text with what stands between the two marks replaced."""
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}\n\n{inner}\n{end}{after}"


def _table(found: dict[str, dict[str, float]]) -> str:
    names = list(found)
    ours = found.get(OURS, {})
    lines = [f"| | {' | '.join(names)} |", f"|---|{'---:|' * len(names)}"]
    for figure in FIGURES:
        cells = [_cell(found[name].get(figure.key), ours.get(figure.key), name) for name in names]
        lines.append(f"| {figure.name}, {figure.unit} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _cell(value: float | None, ours: float | None, name: str) -> str:
    if value is None:
        return NONE
    if name == OURS:
        return f"**{digits(value)}**"
    return f"{digits(value)} ({digits(ours / value)}×)" if ours and value else digits(value)


def digits(value: float) -> str:
    """Say a figure with about two digits that matter."""
    if value < 1:
        return f"{value:.2g}"
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}"  # noqa: PLR2004  (two digits)
