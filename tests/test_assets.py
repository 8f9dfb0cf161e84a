from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

import pytest

from mapgen.assets import WEB, import_map, leaflet_script, leaflet_style, style

if TYPE_CHECKING:
    from pathlib import Path

MODULES = sorted(path for path in WEB.rglob("*.js") if path.name != "default-icon.js")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_a_module_travels_byte_for_byte(path: Path) -> None:
    name = f"mapgen/{path.relative_to(WEB).as_posix()}"

    address = import_map()["imports"][name]

    head, _, body = address.partition(",")
    assert head == "data:text/javascript;charset=utf-8"
    assert unquote_to_bytes(body) == path.read_bytes()


def test_no_style_sheet_of_ours_asks_for_a_file() -> None:
    assert "url(" not in style()
    assert "@import" not in style()


def test_leaflets_style_sheet_holds_its_pictures() -> None:
    assert leaflet_style().count("url(data:image/png;base64,") >= 2
    assert "url(images" not in leaflet_style()


def test_leaflets_script_points_to_no_source_map() -> None:
    assert "sourceMappingURL" not in leaflet_script()
    assert "</script" not in leaflet_script()
