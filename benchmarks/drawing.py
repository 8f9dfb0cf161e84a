"""Draws how each figure grows with the number of events: small panels, both axes logarithmic."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.report import Figure

    Results = dict[int, dict[str, dict[str, float]]]

COLUMNS, WIDE, HIGH = 3, 250, 150  # panels in a row, pixels of a panel's field
LEFT, TOP, GAP, FOOT = 48, 28, 62, 44  # pixels: for the scale, for the title, between, for the key
KEY = 165  # pixels of one entry of the key
LEAST, MOST = 1, 6  # powers of ten on the axis of events
FROM = 10_000  # events from which the line of linear growth goes on
LOOKS = (  # a colour and a dash each, mapgen first
    ("#b3261e", ""),
    ("#2463a6", ""),
    ("#2c7a4b", ""),
    ("#8a5a00", ""),
    ("#555", "5 3"),
    ("#555", "1 3"),
    ("#999", "2 3"),
    ("#000", "7 2 2 2"),
)


def draw(results: Results, figures: tuple[Figure, ...]) -> str:
    """Return the SVG: a panel for each figure, a line for each candidate, a key under them."""
    names = list(dict.fromkeys(name for found in results.values() for name in found))
    looks = dict(zip(names, LOOKS, strict=False))
    rows = ceil(len(figures) / COLUMNS)
    width, height = COLUMNS * (WIDE + GAP) + 8, rows * (HIGH + GAP) + FOOT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
        '<g font-family="sans-serif" font-size="11" fill="#222">',
        "<title>How cost grows with the number of events</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for number, figure in enumerate(figures):
        row, column = divmod(number, COLUMNS)
        parts += _panel(
            column * (WIDE + GAP) + LEFT, row * (HIGH + GAP) + TOP, figure, results, looks
        )
    parts += _key(looks, rows * (HIGH + GAP))
    return "\n".join([*parts, "</g>", "</svg>", ""])


def _panel(
    x: int, y: int, figure: Figure, results: Results, looks: dict[str, tuple[str, str]]
) -> list[str]:
    lines = {
        name: [
            (size, found[name][figure.key])
            for size, found in results.items()
            if found.get(name, {}).get(figure.key, 0) > 0
        ]
        for name in looks
    }
    values = [value for line in lines.values() for _, value in line] or [1.0]
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    high = max(high, low + 1)

    def place(size: float, value: float) -> str:
        across = (log10(size) - LEAST) / (MOST - LEAST) * WIDE
        return f"{across:.0f},{HIGH - (log10(value) - low) / (high - low) * HIGH:.0f}"

    parts = [f'<text x="{x}" y="{y - 8}" font-weight="bold">{figure.name}, {figure.unit}</text>']
    parts += _scales(x, y, low, high)
    parts.append(f'<svg x="{x}" y="{y}" width="{WIDE}" height="{HIGH}" fill="none">')
    for name, line in reversed(lines.items()):
        parts += _line([place(*point) for point in line], looks[name], name == "mapgen")
    if start := dict(lines.get("mapgen", ())).get(FROM):
        ends = f"{place(FROM, start)} {place(100 * FROM, 100 * start)}"
        parts.append(f'<polyline points="{ends}" stroke="#b3261e" stroke-dasharray="1 4"/>')
    return [*parts, "</svg>"]


def _scales(x: int, y: int, low: int, high: int) -> list[str]:
    across, up = WIDE / (MOST - LEAST), HIGH / (high - low)
    ticks = [(x + (power - LEAST) * across, power) for power in range(LEAST, MOST + 1)]
    steps = [(y + HIGH - (power - low) * up, power) for power in range(low, high + 1)]
    rules = "".join(
        [f"M{at:.0f} {y}v{HIGH}" for at, _ in ticks] + [f"M{x} {at:.0f}h{WIDE}" for at, _ in steps]
    )
    return [
        f'<path d="{rules}" stroke="#ddd"/>',
        *(
            f'<text x="{at:.0f}" y="{y + HIGH + 14}" text-anchor="middle">{_power(power)}</text>'
            for at, power in ticks
        ),
        *(
            f'<text x="{x - 5}" y="{at + 4:.0f}" text-anchor="end">{_power(power)}</text>'
            for at, power in steps
        ),
    ]


def _line(points: list[str], look: tuple[str, str], strong: bool) -> list[str]:
    colour, dash = look
    pen = f'stroke="{colour}" stroke-width="{3 if strong else 1.5}" stroke-dasharray="{dash}"'
    dots = "".join(f"M{point}h0" for point in points)
    return [
        f'<polyline points="{" ".join(points)}" {pen}/>',
        f'<path d="{dots}" stroke="{colour}" stroke-width="6" stroke-linecap="round"/>',
    ]


def _key(looks: dict[str, tuple[str, str]], y: int) -> list[str]:
    entries = [*looks.items(), ("linear from 10,000", ("#b3261e", "1 4"))]
    parts = []
    for number, (name, (colour, dash)) in enumerate(entries):
        row, column = divmod(number, 5)
        x, at = LEFT + column * KEY, y + 8 + row * 18
        parts.append(
            f'<path d="M{x} {at}h24" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>'
        )
        parts.append(f'<text x="{x + 30}" y="{at + 4}">{name}</text>')
    return parts


def _power(power: int) -> str:
    if power < 0:
        return f"{10.0**power:g}"
    thousands, rest = divmod(power, 3)
    return f"{10**rest}{('', ' k', ' M', ' G')[thousands]}"
