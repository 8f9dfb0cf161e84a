"""Who writes Python gets what the command line gets: settings, images, words, errors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import folium
import pytest
from PIL import Image

import mapgen
from mapgen import errors

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.events import Event

TABLE = "Was,Wann,Ort,Land,Bild,Alt\nDer Bau beginnt,03/04/1920,Weimar,Germany,dot.png,Ein Punkt\n"
SETTINGS = """
title = "Das Bauhaus"
language = "fr"
date_order = "mdy"

[columns]
title = "Was"
date = "Wann"
place = "Ort"
country = "Land"
image = "Bild"
image_alt = "Alt"
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    folder = tmp_path / "sub"
    folder.mkdir()
    Image.new("RGB", (2, 2)).save(folder / "dot.png")
    (folder / "mapgen.toml").write_text(SETTINGS, "utf-8")
    (folder / "t.csv").write_text(TABLE, "utf-8")
    return folder / "t.csv"


def title_of(html: str) -> str:
    return html.partition("<title>")[2].partition("</title>")[0]


def test_the_settings_beside_a_table_say_how_to_read_it(table: Path) -> None:
    (event,) = mapgen.read_events(table)

    assert event.date is not None
    assert (event.title, event.date.edtf) == ("Der Bau beginnt", "1920-03-04")


def test_a_reading_overrules_the_settings_beside_a_table(table: Path) -> None:
    columns = {"title": "Was", "date": "Wann", "place": "Ort", "country": "Land"}

    (event,) = mapgen.read_events(table, reading=mapgen.Reading(columns=columns, date_order="dmy"))

    assert event.date is not None
    assert event.date.edtf == "1920-04-03"


def test_a_map_has_the_words_and_the_images_beside_its_table(
    table: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    events = mapgen.read_events(table.relative_to(tmp_path))

    html = mapgen.HistoricalMap(events).to_html()

    assert title_of(html) == "Das Bauhaus"
    assert '<html lang="fr"' in html
    assert "data:image/webp;base64," in html
    mapgen.EventLayer(events)


def test_a_word_that_is_given_overrules_the_one_beside_the_table(table: Path) -> None:
    events = mapgen.read_events(table)

    html = mapgen.HistoricalMap(events, title="Weimar", language="en").to_html()

    assert title_of(html) == "Weimar"
    assert '<html lang="en"' in html


def test_a_map_without_a_title_is_named_after_its_table_or_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "the_long-march.csv").write_text("title,date\nOne,1934\n", "utf-8")
    events = mapgen.read_events(tmp_path / "the_long-march.csv")
    bare: list[Event] = list(events)

    assert title_of(mapgen.HistoricalMap(events).to_html()) == "The long march"
    assert title_of(mapgen.HistoricalMap(bare).to_html()) == "Historical map"
    assert title_of(mapgen.HistoricalMap(bare, language="fr").to_html()) == "Carte historique"


def test_events_say_in_a_line_what_they_are(sample: Path) -> None:
    told = repr(mapgen.read_events(sample))

    assert re.fullmatch(r"<\d+ events of \S*locations\.csv>", told)


def test_an_event_layer_outside_of_a_map_is_refused_in_words(table: Path) -> None:
    layer = mapgen.EventLayer(mapgen.read_events(table))
    folium.Figure().add_child(layer)

    with pytest.raises(ValueError, match="needs a map"):
        layer.render()


def test_every_error_that_is_documented_can_be_caught() -> None:
    drawn = set(re.findall(r"\b[A-Z]\w+Error\b", errors.__doc__ or "")) - {"ValueError"}

    assert len(drawn) >= 9
    assert {"Problem", *drawn} <= set(mapgen.__all__)
    assert all(issubclass(getattr(mapgen, name), mapgen.MapgenError) for name in drawn)
