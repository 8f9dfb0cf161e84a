from __future__ import annotations

import json
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from mapgen.build import build
from mapgen.errors import SettingsError
from mapgen.reading import read_events
from mapgen.settings import NAMES, Reading, Settings, read_settings
from mapgen.starting import start


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    start(tmp_path / "new")
    return tmp_path / "new"


def test_a_new_folder_builds_without_a_warning(folder: Path) -> None:
    report = build(folder / "locations.csv", folder / "map.html", read_settings(folder, {}))

    assert len(report.events) == 6
    assert report.events.warnings == ()
    assert report.output.exists()


def test_a_new_table_shows_what_rows_can_say(folder: Path) -> None:
    events = read_events(folder / "locations.csv")

    assert any(event.date and event.date.approximate for event in events)
    assert any(event.kind == "period" for event in events)
    assert any(event.to for event in events)
    assert {event.place.found for event in events if event.place} == {
        *("table", "gazetteer", "country"),
    }
    assert all(event.source and event.description for event in events)


def test_every_setting_is_there_as_a_comment(folder: Path) -> None:
    text = (folder / "mapgen.toml").read_text("utf-8")

    assert tomllib.loads(text) == {}
    assert re.findall(r"^# (\w+) = ", text, re.MULTILINE) == list(NAMES)


def test_every_setting_works_without_its_comment_sign(folder: Path) -> None:
    path = folder / "mapgen.toml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"^# (\w+ = )", r"\1", text, flags=re.MULTILINE), "utf-8")

    settings = read_settings(folder, {})

    given = {"language", "tiles"}  # their examples may be what they are anyway
    for said, blank in ((settings, Settings()), (settings.reading, Reading())):
        names = {each.name for each in fields(blank)} - given
        assert all(getattr(said, name) != getattr(blank, name) for name in names)


def test_editors_find_the_schema_beside_the_settings(folder: Path) -> None:
    first = (folder / "mapgen.toml").read_text("utf-8").splitlines()[0]

    assert first == "#:schema ./mapgen.schema.json"
    assert json.loads((folder / "mapgen.schema.json").read_text("utf-8"))["properties"]


def test_the_readme_has_ten_lines(folder: Path) -> None:
    assert len((folder / "README.txt").read_text("utf-8").splitlines()) == 10


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    assert {path.name for path in start(tmp_path)} >= {"locations.csv", "mapgen.toml"}


def test_a_folder_with_something_in_it_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")

    with pytest.raises(SettingsError, match="is there and not empty; nothing was written"):
        start(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "new").touch()

    with pytest.raises(SettingsError, match="is there and not empty"):
        start(tmp_path / "new")


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SettingsError, match=r"file/new: cannot be written"):
        start(tmp_path / "file" / "new")


def test_a_new_folder_is_whole_or_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", stop)

    with pytest.raises(SettingsError, match="cannot be written: No space left on device"):
        start(tmp_path / "suez")

    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_in_which_the_author_stands_is_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = tmp_path.stat().st_ino

    paths = start(Path())

    assert sorted(tmp_path.iterdir()) == sorted(tmp_path / path for path in paths)
    assert tmp_path.stat().st_ino == before


def test_a_new_folder_is_begun_again_where_a_run_was_killed(tmp_path: Path) -> None:
    (tmp_path / ".mapgen-abcd_012.part" / "new").mkdir(parents=True)

    paths = start(tmp_path)

    assert sorted(tmp_path.iterdir()) == sorted(paths)
