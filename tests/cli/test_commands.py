"""Export, new and check do what their help says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import run, table
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("events.geojson", "geojson"),
        ("events.jsonld", "linked-places"),
        ("events.json", "timelinejs"),
        ("events.kml", "kml"),
        ("events.csv", "csv"),
    ],
)
def test_export_writes_the_format_of_the_ending(
    sample: Path, tmp_path: Path, name: str, form: str
) -> None:
    result = run("export", sample, "-o", tmp_path / name)

    assert result.exit_code == 0
    assert f"36 events as {form}, " in result.stdout
    assert (tmp_path / name).stat().st_size > 10_000


def test_export_takes_another_format_than_the_ending_says(sample: Path, tmp_path: Path) -> None:
    output = tmp_path / "events.json"

    result = run("export", sample, "-o", output, "--as", "geojson")

    assert result.exit_code == 0
    assert json.loads(output.read_text("utf-8"))["type"] == "FeatureCollection"


@pytest.mark.parametrize("name", ["events.html", "events.png", "events.kml"])
def test_export_writes_no_format_under_the_name_of_another(
    sample: Path, tmp_path: Path, name: str
) -> None:
    result = run("export", sample, "-o", tmp_path / name, "--as", "csv")

    assert (result.exit_code, *tmp_path.iterdir()) == (1,)
    assert "end it with" in result.stderr


@pytest.mark.parametrize("name", ["suez.csv", "suez.html", "suez.JSON"])
def test_new_makes_no_folder_with_the_name_of_a_file(tmp_path: Path, name: str) -> None:
    result = run("new", tmp_path / name)

    assert (result.exit_code, *tmp_path.iterdir()) == (1,)
    assert f'write mapgen new "{tmp_path / "suez"}"' in result.stderr


def test_a_site_is_no_page(sample: Path, tmp_path: Path) -> None:
    result = run("build", sample, "--site", tmp_path / "map.html")

    assert (result.exit_code, *tmp_path.iterdir()) == (1,)
    assert "for a folder, or -o" in result.stderr


def test_export_says_what_the_format_could_not_hold(sample: Path, tmp_path: Path) -> None:
    result = run("export", sample, "-o", tmp_path / "events.json")

    assert "TimelineJS has no place for these columns" in result.stderr
    assert "tags (35)" in result.stderr


def test_export_never_writes_over_the_table(tmp_path: Path) -> None:
    path = table(tmp_path, "title\nOne\n")

    result = run("export", path, "-o", path)

    assert result.exit_code == 1
    assert "table.csv: is read here, and would be replaced" in result.stderr
    assert path.read_text("utf-8") == "title\nOne\n"


def test_export_of_a_table_with_an_error_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    output = tmp_path / "events.kml"
    output.write_text("was there", "utf-8")

    result = run("export", table(tmp_path, "title,date\nOne,1982-13\n"), "-o", output)

    assert result.exit_code == 1
    assert output.read_text("utf-8") == "was there"


def test_export_names_the_images_that_stay_behind(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    path = table(tmp_path, "title,image,image_alt\nOne,a.png,A dot\n")

    here = run("export", path, "-o", tmp_path / "events.csv")
    elsewhere = run("export", path, "-o", tmp_path / "sub" / "events.csv")

    assert here.stderr == ""
    assert '1 image is named, not copied ("a.png"); put it beside the file' in elsewhere.stderr


def test_export_needs_a_file_to_write(sample: Path) -> None:
    assert run("export", sample).exit_code == 2


def test_new_starts_a_folder_that_check_finds_good(tmp_path: Path) -> None:
    result = run("new", tmp_path / "suez")

    checked = run("check", tmp_path / "suez" / "locations.csv")

    assert result.exit_code == 0
    assert "mapgen build --open" in result.stdout
    assert (checked.exit_code, checked.stderr) == (0, "")


def test_new_refuses_a_folder_with_something_in_it(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()

    result = run("new", tmp_path)

    assert result.exit_code == 1
    assert "is there and not empty" in result.stderr


def test_check_proposes_what_the_columns_of_an_unknown_table_could_be(tmp_path: Path) -> None:
    path = table(tmp_path, "title,Jahr,Ort\nThe wall fell,1989,Berlin\n")

    result = run("check", path)

    assert result.exit_code == 0
    assert f"make a file {tmp_path.as_posix()}/mapgen.toml of these lines:" in result.stdout
    assert '[columns]\nyear = "Jahr"' in result.stdout
    assert 'place = "Ort"' in result.stdout


def test_check_tells_what_it_took_for_a_title_and_gives_the_lines_for_it(tmp_path: Path) -> None:
    path = table(tmp_path, "Was geschah,Jahr,Land\nThe wall fell,1989,Germany\n")

    result = run("check", path)

    assert result.exit_code == 0
    assert '"Was geschah" is the title, "Jahr" the year and "Land" the country' in result.stderr
    assert '[columns]\ntitle = "Was geschah"' in result.stdout


def test_check_proposes_nothing_for_a_layout_that_it_knows() -> None:
    result = run("check", ROOT / "tests/cases/layouts/timelinejs/sheet.csv")

    assert "columns]" not in result.stdout
