from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.errors import SettingsError
from mapgen.settings import Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_without_a_settings_file_has_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path, {}) == Settings()


def test_settings_stand_in_a_file_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "mapgen.toml").write_text('title = "Élan"\ntiles = []\n', "utf-8")

    settings = read_settings(tmp_path, {})

    assert settings == Settings(title="Élan", tiles=())


def test_settings_stand_in_a_pyproject_too(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.mapgen]\nlanguage = "ar"\n', "utf-8")

    assert read_settings(tmp_path, {}).language == "ar"


def test_a_file_of_their_own_goes_before_a_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.mapgen]\ntitle = "shared"\n', "utf-8")
    (tmp_path / "mapgen.toml").write_text('title = "own"\n', "utf-8")

    assert read_settings(tmp_path, {}).title == "own"


def test_the_command_line_overrules_the_file(tmp_path: Path) -> None:
    (tmp_path / "mapgen.toml").write_text('title = "file"\nsubtitle = "kept"\n', "utf-8")

    settings = read_settings(tmp_path, {"title": "given", "subtitle": None})

    assert (settings.title, settings.subtitle) == ("given", "kept")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('titel = "x"', 'unknown setting "titel"; did you mean title?'),
        ('zzz = "x"', 'unknown setting "zzz"; known are title, subtitle'),
        ("title = 3", "title must be a text in quotes, not 3"),
        ('tiles = "OpenStreetMap.Mapnik"', "tiles must be a list of texts"),
        ('categories = "red"', "categories must be a table such as"),
        ('language = "de"', 'language "de" is not one of en, fr, ar'),
        ('date_order = "ymd"', 'date_order "ymd" is neither dmy nor mdy'),
        ('categories = { War = "red" }', 'the colour "red" of "War" is not written as #rrggbb'),
        ("title = ", "is not valid TOML"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_file(
    tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / "mapgen.toml").write_text(text, "utf-8")

    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path, {})

    assert f"{tmp_path.as_posix()}/mapgen.toml: " in str(caught.value)
    assert message in str(caught.value)
