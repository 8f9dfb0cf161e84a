"""A reader takes the map away: as a link, as data, as a table, on paper."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

import pytest

from mapgen.build import build
from mapgen.page.payload import pack
from mapgen.reading import read_events
from mapgen.settings import Settings
from mapgen.version import GENERATOR
from tests.browser.conftest import PHONE, WIDE
from tests.browser.engines.reader import comes
from tests.browser.engines.sample import card, opened
from tests.browser.test_dialogs import TRICKY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.engines.conftest import Read
    from tests.browser.engines.reader import Reader

# What a printer would see, on the screen: the styles for print, and those alone.
ON_PAPER = """
dispatchEvent(new Event("beforeprint"));
const turn = (rules) => {
    for (const rule of rules) {
        if (rule.media?.mediaText.includes("print")) rule.media.mediaText = "all";
        else if (rule.media?.mediaText.includes("screen")) rule.media.mediaText = "not all";
        if (rule.cssRules) turn(rule.cssRules);
    }
};
for (const sheet of document.styleSheets) turn(sheet.cssRules);
"""
FILTERED = """return [...document.querySelectorAll("*")]
    .filter((part) => part.checkVisibility({ visibilityProperty: true }))
    .flatMap((part) => ["", "::before", "::after"].map((of) => [part, getComputedStyle(part, of)]))
    .filter(([, { filter, backdropFilter }]) => `${filter} ${backdropFilter}` !== "none none")
    .map(([part, { filter }]) => `${part.getAttribute("class")}: ${filter}`);"""
NUMBERS = """return [...document.querySelectorAll("[data-number]")]
    .map(({ dataset }) => dataset.number);"""
CONTROLS = ("Share", "Data table", "About", "Play", "Reset time", "Filters", "Layers", "Zoom in")


def on_paper(reader: Reader) -> None:
    reader.run(ON_PAPER)


@pytest.mark.parametrize("name", ["Share", "Data table", "About"])
def test_a_dialog_closes_by_escape_and_by_its_button_and_gives_the_focus_back(
    read: Read, sample_page: Path, name: str
) -> None:
    reader = read(sample_page)

    for close in ("Escape", "Close"):
        dialog = opened(reader, name)
        if close == "Close":
            dialog.find("button", "Close").click()
        else:
            reader.tab.press("Escape")

        dialog.goes()
        assert reader.find("button", name).has_focus()


def test_the_link_is_the_address_and_the_embedding_code_follows(
    read: Read, sample_page: Path
) -> None:
    reader = read(sample_page, "event=french-landing")
    dialog = opened(reader, "Share")
    link = dialog.find("textbox", "Link to this view").ask("return part.value")
    code = dialog.find("textbox", re.compile("^Code for your page"))

    assert link == f"{sample_page.as_uri()}#event=french-landing"
    assert "#event=french-landing" in code.ask("return part.value")
    dialog.find("radio", "The whole map").click()

    comes(lambda: "#event" in code.ask("return part.value"), wanted=False)


def test_a_csv_is_read_back_as_the_same_events(read: Read, tmp_path: Path) -> None:
    given = tmp_path / "in.csv"
    given.write_text(TRICKY, "utf-8")
    reader = read(build(given, tmp_path / "map.html", Settings()).output)

    saved = opened(reader, "Share").find("button", "Download CSV").download()

    assert saved.name == "In.csv"
    before, after = (pack(read_events(path), Settings()) for path in (given, saved))
    for payload in (before, after):
        payload["events"]["line"] = []
        joined = [" ".join(html.split()) for html in payload["events"]["description"]]
        payload["events"]["description"] = joined
    assert after == before


def test_geojson_has_points_with_the_longitude_first(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)

    saved = opened(reader, "Share").find("button", "Download GeoJSON").download()

    features = json.loads(saved.read_text("utf-8"))["features"]
    points = [each["geometry"]["coordinates"] for each in features if each["geometry"]]
    assert saved.suffix == ".geojson"
    assert len(features) == 36
    landing = next(each for each in features if each["id"] == "french-landing")
    assert landing["geometry"] is None
    assert landing["properties"]["country_code"] == "SYR"
    assert all(-10 < lon < 60 and 20 < lat < 60 for lon, lat in points)
    assert min(lon for lon, _ in points) < 10


def test_the_data_table_is_sorted_by_its_headers_and_leads_to_an_event(
    read: Read, sample_page: Path
) -> None:
    reader = read(sample_page)
    dialog = opened(reader, "Data table")
    header = dialog.css("thead").find("button", re.compile("^Title"))
    order = "return part.closest('th').getAttribute('aria-sort')"
    titles = dialog.css("tbody th")

    header.click()
    comes(lambda: header.ask(order), "ascending")
    comes(titles.count, 36)
    ascending = titles.texts()
    header.click()
    comes(lambda: header.ask(order), "descending")

    comes(titles.texts, ascending[::-1])
    dialog.find("link", "Vichy took control of Syria").click()
    dialog.goes()
    comes(lambda: card(reader, "Vichy took control of Syria").get("aria-current"), "true")


def test_about_says_how_the_map_is_to_be_read(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)

    dialog = opened(reader, "About")

    assert "they judge no claim to any territory" in dialog.text()
    assert GENERATOR in dialog.text()
    for heading in ("Dates", "Places", "Borders", "Claims", "Sources", "Keyboard", "Software"):
        assert dialog.find("heading", heading).count() == 1


@pytest.mark.parametrize(("size", "dark"), [(WIDE, True), (PHONE, False)], ids=["wide", "phone"])
def test_every_event_is_printed_with_its_source_and_no_control_is(
    read: Read, sample: Path, sample_page: Path, size: tuple[int, int], dark: bool
) -> None:
    reader = read(sample_page, size=size, dark=dark)

    on_paper(reader)

    text = reader.css("body").text()
    with sample.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["title"] in text
            assert row["source"] in text
    for name in CONTROLS:
        assert reader.find("button", name).count() == 0
    assert reader.css("h1").style("color") == "rgb(31, 35, 40)"


def test_every_place_in_the_list_has_its_number_on_the_map(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)

    on_paper(reader)

    marked = reader.run(NUMBERS)
    listed = reader.css(".print-places .print-number").texts()
    assert len(listed) == 10
    assert sum(len(_numbers(text)) for text in marked) == 10
    places = " ".join(reader.css(".print-places li").texts())
    assert "Damascus, Syria · 6 events" in places
    assert {n for text in marked for n in _numbers(text)} == {int(text) for text in listed}


def _numbers(text: str) -> list[int]:
    """Return those that "3" or "3–5" stands for."""
    first, _, last = text.partition("–")
    return [*range(int(first), int(last or first) + 1)]


def test_paper_holds_the_map_and_leaves_the_screen_as_it_was(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)
    before = reader.css(".page-map").box()

    pdf = reader.tab.paper()

    if pdf is not None:  # printed in fact
        assert pdf.startswith(b"%PDF")
    comes(lambda: reader.css(".page-map").box(), before)
    assert reader.css(".print").count() == 0
    assert reader.css("[data-number]").count() == 0


def test_nothing_on_paper_has_a_filter(read: Read, sample_page: Path) -> None:
    reader = read(sample_page)

    on_paper(reader)

    assert reader.css(".mark-drawing").count() > 3  # WebKit prints each filter as a black square
    assert reader.run(FILTERED) == []


def test_what_a_phone_covers_of_its_map_is_free_on_paper(read: Read, sample_page: Path) -> None:
    reader = read(sample_page, size=PHONE)

    on_paper(reader)

    paper, credit = reader.css(".page-map").box(), reader.css(".leaflet-control-attribution").box()
    assert paper.bottom - credit.bottom < 4
