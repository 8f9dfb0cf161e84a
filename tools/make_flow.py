"""Makes docs/flow.svg: the rooms of the house, and which takes what from which.

Usage: python -m tools.make_flow

Rooms, what is said of them and the lines between come from the modules themselves. A line that
follows from others is left out: who takes from events, takes from dates too.
"""

from __future__ import annotations

import ast
import textwrap
from collections import defaultdict
from functools import cache
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Rooms = Mapping[str, frozenset[str]]
    Rows = Sequence[Sequence[str]]

ROOT = Path(__file__).parents[1]
HOUSE, FLOW = ROOT / "mapgen", ROOT / "docs" / "flow.svg"

# The way of a row of a table; a step that takes nothing from the one before is a mistake here.
WAY = ("table", "layouts", "events", "locating", "reading", "page", "build")

WIDTH = 1240
BOX, HIGH, GAP = 198, 76, 40
ASIDE = 330  # from the way to a room beside it
LETTERS, LINES = 31, 4  # of what is said of a room
STYLE = """
.paper { fill: #faf8f3 } .room { fill: #efeae0; stroke: #b8ae9b }
.way { fill: #fff; stroke: #9a3412; stroke-width: 2 }
text { fill: #1f2328; font: 11px system-ui, sans-serif } .name { font-weight: 700; font-size: 14px }
path { fill: none; stroke: #b8ae9b; stroke-width: 1.2 } .main { stroke: #9a3412; stroke-width: 3 }
@media (prefers-color-scheme: dark) {
  .paper { fill: #14171a } .room { fill: #22272b; stroke: #545e66 } text { fill: #e6e6e3 }
  .way { fill: #2f2620; stroke: #fb923c } path { stroke: #545e66 } .main { stroke: #fb923c }
}"""


def main() -> None:
    """Write the picture."""
    FLOW.write_text(drawn(), encoding="utf-8", newline="\n")
    print(f"{FLOW.relative_to(ROOT).as_posix()}: {FLOW.stat().st_size:,} bytes")


def drawn() -> str:
    """Return the picture of the house as it is."""
    rooms = taken()
    rows = floors(rooms)
    places = dict(_places(rows))
    lines = sorted({*_needed(rooms), *_way(rooms)})
    height = len(rows) * (HIGH + GAP) + GAP
    title = "How data flows through mapgen: each room takes from those above it"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        f"<title>{title}</title>",
        f"<style>{STYLE}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{height}"/>',
        *(_line(places[above], places[below], (above, below)) for above, below in lines),
        *(part for name, place in places.items() for part in _box(name, place)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def taken() -> Rooms:
    """Return for each room those that it takes from, as its modules import them."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(HOUSE.rglob("*.py")):
        room = path.relative_to(HOUSE).parts[0].removesuffix(".py")
        if not room.startswith("__"):
            found[room] |= set(_imported(path)) - {room}
    return {room: frozenset(others) for room, others in found.items()}


def floors(rooms: Rooms) -> Rows:
    """Return the rooms row by row: each stands below all that it takes from."""

    @cache
    def floor(room: str) -> int:
        return 1 + max(map(floor, rooms[room]), default=-1)

    rows: list[list[str]] = [[] for _ in range(1 + max(map(floor, rooms)))]
    for room in sorted(rooms):
        rows[floor(room)].append(room)
    for above, row in pairwise(rows):  # below those that it takes from
        row.sort(key=lambda room: sum(above.index(each) for each in rooms[room] & set(above)))
    return rows


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "mapgen":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mapgen."):
            yield str(node.module).split(".")[1]


def _needed(rooms: Rooms) -> Iterator[tuple[str, str]]:
    """Yield from which room to which a line goes, without those that follow from others."""

    @cache
    def reached(room: str) -> frozenset[str]:
        return rooms[room].union(*map(reached, rooms[room]))

    for room, others in rooms.items():
        for other in others:
            if not any(other in reached(each) for each in others):
                yield other, room


def _way(rooms: Rooms) -> Iterator[tuple[str, str]]:
    for above, below in pairwise(WAY):
        if above not in rooms[below]:
            raise ValueError(f"{below} takes nothing from {above}: the way of a row is another")
        yield above, below


def _places(rows: Rows) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield where the upper left corner of each room is; the way of a row goes straight down."""
    first, last = (next(n for n, row in enumerate(rows) if end in row) for end in (WAY[0], WAY[-1]))
    for number, row in enumerate(rows):
        sides = (ASIDE, -ASIDE) if number % 2 == 0 else (-ASIDE, ASIDE)
        others = [room for room in row if room not in WAY]
        spread = {room: WIDTH * (turn + 0.5) / len(row) for turn, room in enumerate(row)}
        if first <= number <= last and len(others) <= len(sides):
            beside = dict(zip(others, sides, strict=False))
            spread = {room: WIDTH / 2 + beside.get(room, 0) for room in row}
        for room, middle in spread.items():
            yield room, (round(middle - BOX / 2), GAP + number * (HIGH + GAP))


def _line(above: tuple[float, float], below: tuple[float, float], ends: tuple[str, str]) -> str:
    """Return a curve from the lower side of one room to the upper side of another."""
    (x, y), (to_x, to_y) = (above[0] + BOX / 2, above[1] + HIGH), (below[0] + BOX / 2, below[1])
    half = (y + to_y) / 2
    name = ' class="main"' if ends in pairwise(WAY) else ""
    return f'<path{name} d="M{x:g} {y:g}C{x:g} {half:g} {to_x:g} {half:g} {to_x:g} {to_y:g}"/>'


def _box(name: str, place: tuple[float, float]) -> Iterator[str]:
    x, y = place
    kind = "way" if name in WAY else "room"
    yield f'<rect class="{kind}" x="{x:g}" y="{y:g}" width="{BOX}" height="{HIGH}" rx="6"/>'
    yield f'<text class="name" x="{x + 8:g}" y="{y + 17:g}">{name}</text>'
    for turn, line in enumerate(textwrap.wrap(_said(name), LETTERS)[:LINES]):
        yield f'<text x="{x + 8:g}" y="{y + 31 + 13 * turn:g}">{escape(line)}</text>'


def _said(room: str) -> str:
    """Return what a room says of itself in its first line."""
    folder = HOUSE / room / "__init__.py"
    path = folder if folder.is_file() else HOUSE / f"{room}.py"
    said = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n")[0]
    return said.rstrip(".")


if __name__ == "__main__":
    main()
