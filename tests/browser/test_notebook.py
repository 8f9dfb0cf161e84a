"""Somebody in a notebook looks at a table, at its events and at their map, cell by cell."""

from __future__ import annotations

import ast
import re
import shutil
from html import escape
from textwrap import dedent
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import folium
import pytest
from playwright.sync_api import expect

from mapgen.page.assets import leaflet_script, leaflet_style
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Visit

SECTION = (ROOT / "README.md").read_text("utf-8").partition("## From Python\n")[2]
BLOCKS = re.findall(r"(?:^    .*\n|^\n(?=    ))+", SECTION.partition("\n## ")[0], re.MULTILINE)
CODE = "\n# %%\n".join(dedent(block) for block in BLOCKS if "streamlit" not in block)
CELLS = [cell for cell in CODE.split("# %%\n") if cell.strip()]


def shown(value: Any) -> str:
    """Return what a notebook shows of a value."""
    rich = getattr(value, "_repr_html_", None)
    return rich() if rich else f"<pre>{escape(repr(value))}</pre>"


def run(cell: str, names: dict[str, Any]) -> str:
    """Run a cell as a notebook does, and return what stands below it."""
    *steps, last = ast.parse(cell).body
    if not isinstance(last, ast.Expr):
        exec(compile(cell, "cell", "exec"), names)  # noqa: S102  (a cell of our README)
        return ""
    exec(compile(ast.Module(steps, []), "cell", "exec"), names)  # noqa: S102  (the same)
    value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307  (the same)
    return "" if value is None else shown(value)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a notebook, whose folium has Leaflet without a network."""
    shutil.copy(ROOT / "locations.csv", tmp_path)
    script = f"data:text/javascript;charset=utf-8,{quote(leaflet_script())}"
    style = f"data:text/css;charset=utf-8,{quote(leaflet_style())}"
    monkeypatch.setattr(folium.Map, "default_js", [("leaflet_js", script)])
    monkeypatch.setattr(folium.Map, "default_css", [("leaflet_css", style)])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_notebook_shows_the_events_their_table_and_their_map(visit: Visit, here: Path) -> None:
    names: dict[str, Any] = {}

    below = "".join([run(cell, names) for cell in CELLS])

    whole = f'<!doctype html><html data-mapgen="ready"><meta charset="utf-8">{below}'
    (here / "notebook.html").write_text(whole, "utf-8")
    page = visit(here / "notebook.html", quiet=False)  # what folium itself asks for is not there
    expect(page.get_by_text("<2 events of DataFrame>")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="Independence")).to_be_visible()
    ours, foliums = (page.frame_locator("iframe").nth(place) for place in range(2))
    expect(ours.get_by_role("article", name="Independence")).to_be_visible()
    foliums.get_by_role("button", name="Damascus, 1 event").press("Enter")
    expect(foliums.get_by_role("dialog", name="Damascus")).to_be_visible()
