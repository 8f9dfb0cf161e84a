"""A page is written under the name of a page alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapgen.build import build
from mapgen.errors import PageError, SettingsError
from mapgen.files.endings import check_page, check_site, check_start
from mapgen.settings import Settings


@pytest.mark.parametrize("name", ["map.html", "map.htm", "MAP.HTML", "1914.1918.html"])
def test_a_page_ends_with_html(name: str) -> None:
    check_page(Path(name))


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("map", 'has no ending; write to "map.html"'),
        ("karte/map.png", 'write to "karte/map.html"; opened in a browser, its print view gives'),
        ("map.PDF", 'ends with .pdf; write to "map.html"; opened in a browser'),
        ("map.xhtml", 'ends with .xhtml; write to "map.html"'),
        ("map.geojson", 'write to "map.html", or run mapgen export for .geojson'),
        ("war 1914.1918", 'write to "war 1914.1918.html"'),
        ("map.v2", 'write to "map.v2.html"'),
    ],
)
def test_another_ending_is_refused_with_the_name_to_take(name: str, cure: str) -> None:
    with pytest.raises(PageError) as caught:
        check_page(Path(name))

    assert cure in str(caught.value)


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    with pytest.raises(PageError, match=r'is a folder; name the page in it, such as ".*map\.html"'):
        check_page(tmp_path)


def test_a_name_that_is_no_page_is_refused_before_the_table_is_read(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="has no ending"):
        build(tmp_path / "no-such-table.csv", tmp_path / "map", Settings())

    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_a_site_may_be_named_after_its_host() -> None:
    check_site(Path("maps.example.org"))


def test_the_folder_of_a_site_is_not_named_like_a_page() -> None:
    with pytest.raises(
        PageError, match=r'write --site "out/map" for a folder, or -o "out/map\.htm"'
    ):
        check_site(Path("out/map.htm"))


@pytest.mark.parametrize("name", ["suez", "suez.2", "../suez"])
def test_a_new_map_may_have_any_name_of_a_folder(name: str) -> None:
    check_start(Path(name))


def test_a_new_map_is_not_named_like_a_file() -> None:
    with pytest.raises(SettingsError, match=r'is the name of a file.*write mapgen new "suez"'):
        check_start(Path("suez.csv"))
