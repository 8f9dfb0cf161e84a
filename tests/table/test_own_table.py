from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen import dates
from mapgen.events import Event, Place
from mapgen.export import export
from mapgen.reading import read_events
from mapgen.settings import Settings
from mapgen.table.own_table import COLUMNS, guarded, is_own, plain

if TYPE_CHECKING:
    from pathlib import Path

RUN = ["=1+1", "+49 30 1234", "-0043-03-15", "@SUM(A1)", "=cmd|' /C calc'!A0", "-", "\t=1", "－1"]
NUMBERS = ["-0043", "-12.5", "+5", "-3699", "12", "0"]


@pytest.mark.parametrize("text", RUN)
def test_what_a_spreadsheet_would_run_has_an_apostrophe_before_it(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert plain(f"'{text}") == text


@pytest.mark.parametrize("text", [*NUMBERS, "", "'tis", "a=b", "c. 1940", "'Twas"])
def test_numbers_and_plain_words_stand_as_they_are(text: str) -> None:
    assert guarded(text) == text
    assert plain(text) == text


@given(st.text(alphabet="'=+-@\t\r\n0 5.a＝"))
def test_every_text_is_read_back_as_it_was(text: str) -> None:
    assert plain(guarded(text)) == text


def test_a_header_is_ours_where_all_columns_stand_in_order() -> None:
    assert is_own([*COLUMNS, "Sky"])
    assert is_own(["date_edtf" if name == "date" else name for name in COLUMNS])
    assert not is_own(["title", "date", "lat", "lon"])


def test_no_cell_of_an_export_is_run_and_all_are_read_back(tmp_path: Path) -> None:
    before = Event(
        id="e1",
        title='=HYPERLINK("https://evil.example","x")',
        date=dates.parse("-0043-03-15"),
        place=Place(name="@Rome", lat=-12.5, lon=-0.25, found="table"),
        category="+plus",
        tags=("-minus", "'=quoted"),
        description="- a list\n- of two",
        source="'=1+1",
        extra=(("=Sky", "=blue"),),
        line=2,
    )
    path = tmp_path / "out.csv"
    path.write_bytes(export([before], Settings(), "csv").content)

    cells = [cell for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"))) for cell in row]
    after = read_events(path)[0]

    assert [c for c in cells if c.startswith(("=", "+", "-", "@"))] == ["-12.5", "-0.25"]
    assert after.date
    assert after.date.edtf == "-0043-03-15"
    for name in ("title", "category", "tags", "description", "source", "extra"):
        assert getattr(after, name) == getattr(before, name)
    assert after.place
    assert after.place.name == "@Rome"


def test_an_apostrophe_in_a_table_of_others_stays(tmp_path: Path) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text("title,date\n'=one',1982\n", "utf-8")

    assert read_events(path)[0].title == "'=one'"
