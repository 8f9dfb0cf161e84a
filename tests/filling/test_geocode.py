"""How `mapgen geocode` fills the author's file, and how it asks a server that misbehaves."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from mapgen import filling
from mapgen.reading import read_events
from tests.filling.villages import geocode, rows, table

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.table import Table


def test_a_table_is_filled_from_the_gazetteer(tmp_path: Path) -> None:
    path = table(tmp_path, '"A",Homs,Syria,,', "B,,Syria,,", "C,Home,,1,2", "D,Home,,,")

    result = geocode(path)

    assert result.exit_code == 0
    expected = ['"A",Homs,Syria,34.72405,36.72559', "B,,Syria,,", "C,Home,,1,2", "D,Home,,1.0,2.0"]
    assert rows(path) == expected
    assert "2 places filled (1 as in other rows, 1 from the gazetteer)" in result.stdout
    assert "GeoNames" in result.stdout


def test_a_table_of_bare_names_gets_its_columns(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs", "", "B,Bonn", header="title,place")

    result = geocode(path)

    assert result.exit_code == 0
    assert (
        path.read_text()
        == "title,place,lat,lon\nA,Homs,34.72405,36.72559\n\nB,Bonn,50.73438,7.09549\n"
    )
    assert "added at the end of every row: lat and lon" in result.stdout
    assert '"Homs" was taken to be Homs, Syria (34.7240, 36.7256)' in result.stderr


def test_destinations_are_filled_too(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs,Bonn,,", header="title,place,to,to_lat,to_lon")

    geocode(path)

    assert rows(path) == ["A,Homs,Bonn,50.73438,7.09549,34.72405,36.72559"]


def test_a_column_of_pairs_is_filled_with_pairs(tmp_path: Path) -> None:
    path = table(tmp_path, 'A,Home,"1.5, 2"', "B,Homs,", header="title,place,coordinates")

    geocode(path)

    assert rows(path)[1] == 'B,Homs,"34.72405, 36.72559"'


def test_two_columns_are_filled_also_where_one_row_has_a_pair(tmp_path: Path) -> None:
    path = table(tmp_path, 'A,Home,"1.5, 2",', "B,Homs,,", header="title,place,lat,lon")

    geocode(path)

    assert rows(path) == ['A,Home,"1.5, 2",', "B,Homs,34.72405,36.72559"]


def test_a_decimal_comma_is_kept(tmp_path: Path) -> None:
    path = table(tmp_path, 'A;Home;"1,5";2,5', "B;Homs;;", header="title;place;lat;lon")

    geocode(path)

    assert rows(path)[1] == "B;Homs;34,72405;36,72559"


def test_columns_with_names_of_the_author_are_filled(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs,,", header="Titel,Stadt,Breite,Länge")
    words = ["title=Titel", "place=Stadt", "lat=Breite", "lon=Länge"]

    result = geocode(path, *(each for word in words for each in ("--column", word)))

    assert result.exit_code == 0
    assert rows(path) == ["A,Homs,34.72405,36.72559"]


def test_coordinates_that_are_there_never_move(tmp_path: Path) -> None:
    lines = ["A,Homs,Syria,1,2", "B,Homs,Syria,,3", "C,Homs,Syria,x,", 'D,Homs,Syria,"95",0']
    path = table(tmp_path, *lines)

    geocode(path, "--accept")

    assert rows(path) == lines


def test_a_blank_place_that_means_the_one_above_is_filled_in_its_own_row(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs,Syria,,", "B,,,,")

    geocode(path, "--fill-down", "place", "--fill-down", "country")

    assert rows(path) == ["A,Homs,Syria,34.72405,36.72559", "B,,,34.72405,36.72559"]


def test_the_sheet_of_another_tool_is_filled_as_the_map_reads_it(tmp_path: Path) -> None:
    header = "Year,Month,Day,Headline,Text,Media,Media Credit,Media Caption,Place"
    path = table(tmp_path, "1946,,,A,,,,,Homs", header=header)

    result = geocode(path)

    assert result.exit_code == 0
    assert path.read_text("utf-8").splitlines() == [
        f"{header},lat,lon",
        "1946,,,A,,,,,Homs,34.72405,36.72559",
    ]


def of_our_own(found: Table) -> Table:
    """Recognise a sheet whose layout has no coordinates."""
    columns = {"title": "title", "place": "place"}
    return dataclasses.replace(found, columns=columns, layout="a sheet of our own")


def test_columns_that_a_sheet_does_not_mean_as_coordinates_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapgen.layouts.recognise", of_our_own)
    path = table(tmp_path, "A,Homs,,", header="title,place,lat,lon")
    before = path.read_bytes()

    result = geocode(path)

    assert result.exit_code == 1
    assert "--column lat=lat" in result.stderr
    assert path.read_bytes() == before


def test_a_sheet_that_has_no_coordinates_of_its_own_gets_columns_that_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapgen.layouts.recognise", of_our_own)
    path = table(tmp_path, "A,Homs", header="title,place")

    result = geocode(path)

    assert result.exit_code == 0
    assert path.read_text("utf-8").splitlines() == [
        "title,place,lat,lon",
        "A,Homs,34.72405,36.72559",
    ]


def test_a_file_that_is_saved_in_the_meantime_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(tmp_path, "A,Homs,Syria,,")
    real = filling.save

    def save(path: Path, found: filling.Filling) -> None:
        path.write_bytes(b"edited")
        real(path, found)

    monkeypatch.setattr(filling, "save", save)

    result = geocode(path)

    assert result.exit_code == 1
    assert "was changed by another program in the meantime; nothing was written" in result.stderr
    assert path.read_bytes() == b"edited"


def test_a_header_that_is_repeated_as_a_row_is_to_be_mended_first(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs", "title,place", header="title,place")

    result = geocode(path)

    assert result.exit_code == 1
    assert "has rows that are no events" in result.stderr
    assert rows(path) == ["A,Homs", "title,place"]


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs", "B,Bonn", header="title,place")
    geocode(path)
    before = path.read_bytes()

    result = geocode(path)

    assert result.exit_code == 0
    assert "0 places filled, none is left without coordinates" in result.stdout
    assert path.read_bytes() == before


def test_what_a_build_would_look_up_is_what_is_written(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs,Syria,,", "B,Alep,,,", "C,Bonn,DE,,")
    looked_up = [event.place for event in read_events(path)]

    geocode(path)

    written = [event.place for event in read_events(path)]
    points = [(p.lat, p.lon) for p in looked_up if p and p.lat and p.lon]
    assert len(points) == 3
    assert [(p.lat, p.lon) for p in written if p] == [pytest.approx(p, abs=1e-5) for p in points]
