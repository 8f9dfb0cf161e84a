"""No text of a table is taken for HTML by who shows an export."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import pytest

from mapgen import dates
from mapgen.events import Event, Place
from mapgen.export import Format, export
from mapgen.reading import read_events
from mapgen.settings import Settings
from tests.export.writing import WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.export import Format


HOSTILE = "<img src=x onerror=alert(1)> & &lt; <b>Wall</b>"


def hostile() -> Event:
    """Return an event whose texts would run where a program took them for HTML."""
    return Event(
        id="e1",
        title=HOSTILE,
        date=dates.parse("1982"),
        place=Place(name=HOSTILE, lat=1.0, lon=2.0, found="table"),
        category=HOSTILE,
        description=HOSTILE,
        source=HOSTILE,
        extra=(("Sky", HOSTILE),),
        line=2,
    )


@pytest.mark.parametrize("form", ["kml", "timelinejs"])
def test_no_text_is_taken_for_html_by_who_shows_an_export(form: Format) -> None:
    settings = Settings(title=HOSTILE, introduction=HOSTILE)

    text = export([hostile()], settings, form).content.decode()

    shown = html.unescape(text) if form == "kml" else text  # XML is undone, and then shown
    assert "onerror" in shown
    assert "<img" not in shown
    assert "<b>" not in shown


def test_kml_gives_back_every_text_that_looks_like_html(tmp_path: Path) -> None:
    before, path = hostile(), tmp_path / "out.kml"
    path.write_bytes(export([before], Settings(introduction=HOSTILE), "kml").content)

    read = read_events(path)

    assert read.words["introduction"] == HOSTILE
    assert read[0].place
    assert read[0].place.name == HOSTILE
    for name in ("title", "category", "description", "source", "extra"):
        assert getattr(read[0], name) == getattr(before, name)


def test_timelinejs_gives_back_a_title_that_looks_like_html(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_bytes(export([hostile()], WORDS, "timelinejs").content)

    assert read_events(path)[0].title == HOSTILE
