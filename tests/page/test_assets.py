from __future__ import annotations

import re

from mapgen.page.assets import (
    WEB,
    leaflet_script,
    leaflet_style,
    preview_script,
    preview_style,
    script,
    site_script,
    site_style,
    style,
)


def test_the_script_holds_every_module_and_no_comment() -> None:
    exported = {
        name
        for path in WEB.rglob("*.js")
        if path.parent.name not in {"preview", "site"}
        for name in re.findall(
            r"^export (?:async )?\w+ (\w+)", path.read_text("utf-8"), re.MULTILINE
        )
    }

    words = set(re.findall(r"\w+", script()))

    assert exported <= words
    assert "/**" not in script()
    assert "/*" not in style()


def test_the_script_can_stand_in_html() -> None:
    assert "</script" not in script()
    assert "<!--" not in script()


def test_no_style_sheet_of_ours_asks_for_a_file() -> None:
    assert "url(" not in style()
    assert "@import" not in style()


def test_leaflets_style_sheet_holds_its_pictures() -> None:
    assert leaflet_style().count("url(data:image/png;base64,") >= 2
    assert "url(images" not in leaflet_style()


def test_leaflets_script_points_to_no_source_map() -> None:
    assert "sourceMappingURL" not in leaflet_script()
    assert "</script" not in leaflet_script()


def test_what_fetches_the_parts_of_a_site_is_apart() -> None:
    assert "site-bar" in site_style()
    assert "site-bar" not in style()
    assert "fetchPart" in site_script()
    assert "fetchPart" not in script()


def test_what_listens_to_a_preview_is_apart() -> None:
    for line in (*preview_script().splitlines(), *preview_style().splitlines()):
        if "preview" in line.casefold():
            assert line not in script()
            assert line not in style()
    assert "EventSource" in preview_script()
    assert "EventSource" not in script()
