"""Somebody who writes Python shows the events in a notebook and on a folium map of their own."""

from __future__ import annotations

import io
from html import escape, unescape
from typing import TYPE_CHECKING, Any

import folium
import geopandas
import pandas as pd
import polars as pl
import pytest
from playwright.sync_api import expect

import mapgen
from mapgen.page.assets import leaflet_script, leaflet_style

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Notes, Visit


@pytest.fixture(scope="module")
def events(sample: Path) -> mapgen.Events:
    return mapgen.read_events(sample)


def opens_damascus(page: Page) -> None:
    page.get_by_role("button", name="Damascus, 6 events").press("Enter")
    expect(page.get_by_role("dialog", name="Damascus")).to_be_visible()


def test_a_historical_map_saves_itself(visit: Visit, events: mapgen.Events, tmp_path: Path) -> None:
    path = tmp_path / "saved.html"

    mapgen.HistoricalMap(events, title="Saved").save(path)

    opens_damascus(visit(path))


POINTS = {"lat": [33.5131, 48.8566], "lon": [36.2919, 2.3522]}
ROWS = {
    "title": ["Independence", "The defection"],
    "date": ["1946-04-17", "2012-07-06"],
    "place": ["Damascus", "Paris"],
}


@pytest.mark.parametrize(
    "table",
    [
        pd.DataFrame(ROWS | POINTS),
        geopandas.GeoDataFrame(
            ROWS, geometry=geopandas.points_from_xy(POINTS["lon"], POINTS["lat"])
        ),
        pl.DataFrame(ROWS | POINTS),
        pl.DataFrame(ROWS | POINTS).to_dicts(),
        "file",
    ],
    ids=["pandas", "geopandas", "polars", "records", "file"],
)
def test_a_table_that_python_holds_is_a_map_and_a_layer(
    visit: Visit, table: Any, tmp_path: Path
) -> None:
    def given() -> Any:
        text = pd.DataFrame(ROWS | POINTS).to_csv(index=False)
        return io.StringIO(text) if isinstance(table, str) else table

    mapgen.HistoricalMap(given()).save(tmp_path / "map.html")
    layered = own_folium_map()
    mapgen.EventLayer(given()).add_to(layered)
    layered.save(tmp_path / "layer.html")

    page = visit(tmp_path / "map.html")
    expect(page.get_by_role("article", name="Independence")).to_be_visible()
    page = visit(tmp_path / "layer.html", quiet=False)  # folium asks for tiles
    page.get_by_role("button", name="Damascus, 1 event").press("Enter")
    expect(page.get_by_role("dialog", name="Damascus")).to_be_visible()


def test_a_historical_map_saves_the_same_bytes_twice(events: mapgen.Events, tmp_path: Path) -> None:
    made = mapgen.HistoricalMap(events, title="Saved")

    for name in ("a.html", "b.html"):
        made.save(tmp_path / name)

    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_a_historical_map_shows_itself_in_a_notebook(
    visit: Visit, events: mapgen.Events, tmp_path: Path
) -> None:
    cell = mapgen.HistoricalMap(events, title="Notebook")._repr_html_()
    path = tmp_path / "notebook.html"
    path.write_text(
        f'<!doctype html><html data-mapgen="ready"><meta charset="utf-8">{cell}', "utf-8"
    )

    page = visit(path)

    inside = page.frame_locator("iframe")
    inside.get_by_role("button", name="Damascus, 6 events").press("Enter")
    expect(inside.get_by_role("dialog", name="Damascus")).to_be_visible()


def test_folium_elements_can_be_added_to_a_historical_map(
    visit: Visit, events: mapgen.Events, tmp_path: Path
) -> None:
    made = mapgen.HistoricalMap(events, title="More")
    folium.Marker((41, 29), tooltip="Istanbul").add_to(made)
    folium.Circle((41, 29), radius=50_000).add_to(made)
    path = tmp_path / "more.html"
    made.save(path)

    page = visit(path)

    expect(page.locator("img.leaflet-marker-icon")).to_be_visible()
    assert page.locator("img.leaflet-marker-icon").evaluate("image => image.naturalWidth") == 25
    opens_damascus(page)


def test_an_element_that_needs_files_of_foliums_links_them_and_the_policy_lets_them_in(
    events: mapgen.Events,
) -> None:
    made = mapgen.HistoricalMap(events, title="Linked")
    folium.Marker((41, 29), popup="Istanbul").add_to(made)

    html = unescape(made.to_html())

    policy = html.partition("script-src")[2].partition(";")[0]
    assert '<script src="https://code.jquery.com/' in html
    assert "https://code.jquery.com" in policy


# What Bootstrap, which folium links on a map, does to the elements of a class, and to buttons.
BOOTSTRAP = """<style>
  .mark { padding: .1875em; background-color: #fcf8e3 }
  .badge, .btn, .card, .popover, .table, .toast { background-color: #fcf8e3 }
</style>"""


def own_folium_map() -> folium.Map:
    """Return a folium map that a reader without a network can open."""
    plain = folium.Map(location=(40, 20), zoom_start=4)
    plain.default_js = []
    plain.default_css = []
    root = plain.get_root()
    root.header.add_child(folium.Element(f"<script>{leaflet_script()}</script>"))
    root.header.add_child(folium.Element(f"<style>{leaflet_style()}</style>{BOOTSTRAP}"))
    return plain


def test_an_event_layer_works_on_any_folium_map(
    visit: Visit, events: mapgen.Events, notes: Notes, tmp_path: Path
) -> None:
    plain = own_folium_map()
    mapgen.EventLayer(events).add_to(plain)
    path = tmp_path / "plain.html"
    plain.save(path)

    page = visit(path, quiet=False)

    page.get_by_role("button", name="Cairo, 1 event").press("Enter")
    expect(page.get_by_role("dialog", name="Cairo")).to_be_visible()
    assert notes.errors == []
    boxed = "each => getComputedStyle(each).backgroundColor === 'rgb(252, 248, 227)'"
    assert not any(
        each.evaluate(boxed) for each in page.locator(".leaflet-container [class]").all()
    )


def test_an_event_layer_works_in_groups_and_goes_with_them(
    visit: Visit, events: mapgen.Events, notes: Notes, tmp_path: Path
) -> None:
    plain = own_folium_map()
    group = folium.FeatureGroup(name="History").add_to(plain)
    mapgen.EventLayer(events).add_to(folium.FeatureGroup(name="Inner").add_to(group))
    folium.LayerControl(collapsed=False).add_to(plain)
    path = tmp_path / "grouped.html"
    plain.save(path)

    page = visit(path, quiet=False)
    cairo = page.get_by_role("button", name="Cairo, 1 event")

    expect(cairo).to_be_visible()
    page.get_by_label("History").uncheck()
    expect(cairo).to_be_hidden()
    page.get_by_label("History").check()
    cairo.press("Enter")
    expect(page.get_by_role("dialog", name="Cairo")).to_be_visible()
    assert notes.errors == []


def test_a_layer_control_takes_the_place_of_ours(
    visit: Visit, events: mapgen.Events, tmp_path: Path
) -> None:
    made = mapgen.HistoricalMap(events, title="Controlled")
    folium.LayerControl(collapsed=False, position="bottomleft").add_to(made)
    folium.FeatureGroup(name="Added later").add_to(made)
    path = tmp_path / "controlled.html"
    made.save(path)

    page = visit(path)

    expect(page.locator(".leaflet-control-layers")).to_have_count(1)
    expect(page.locator(".leaflet-bottom.leaflet-left .leaflet-control-layers")).to_be_visible()
    expect(page.get_by_label("Added later")).to_be_attached()


def script_of(element: folium.MacroElement) -> str:
    """Return what a component takes of an element and of all in it: the scripts of its parts."""
    parts = [str(element._template.module.script(element))]  # noqa: SLF001  (as components do)
    return "\n".join([*parts, *map(script_of, element._children.values())])  # noqa: SLF001


def test_a_component_that_takes_folium_s_parts_says_that_the_events_are_missing(
    visit: Visit, events: mapgen.Events, tmp_path: Path
) -> None:
    made = mapgen.HistoricalMap(events, title="In a component", tiles=())
    made.render()
    path = tmp_path / "component.html"
    path.write_text(
        f'<!doctype html><html data-mapgen="ready"><meta charset="utf-8">'
        f"<style>{leaflet_style()}</style><script>{leaflet_script()}</script>"
        f'<div id="{made.get_name()}" style="height:700px"></div>'
        f"<script>{script_of(made)}</script>",
        "utf-8",
    )

    page = visit(path)

    expect(page.get_by_text("the events are missing")).to_be_visible()


def test_a_page_with_its_events_says_nothing_of_missing_ones(
    visit: Visit, events: mapgen.Events, tmp_path: Path
) -> None:
    path = tmp_path / "whole.html"
    mapgen.HistoricalMap(events, title="Whole").save(path)

    expect(visit(path).get_by_text("the events are missing")).to_have_count(0)


def test_a_layer_with_a_hostile_name_is_shown_as_text(
    visit: Visit, events: mapgen.Events, tmp_path: Path
) -> None:
    name = "</script><img src=x onerror=window.caught=1>"
    made = mapgen.HistoricalMap(events, title="Named")
    mapgen.EventLayer(events[:3], name=name).add_to(made)
    path = tmp_path / "named.html"
    made.save(path)

    page = visit(path)

    page.get_by_role("button", name="Layers").focus()
    assert page.evaluate("window.caught") is None
    expect(page.get_by_label(name)).to_be_attached()


def test_a_page_in_a_page_is_escaped(events: mapgen.Events) -> None:
    cell = mapgen.HistoricalMap(events[:1], title='"><script>')._repr_html_()

    assert escape("<script>") in cell
    assert "<script" not in cell
