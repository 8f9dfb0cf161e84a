from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from mapgen.catalogue import languages
from mapgen.errors import SettingsError
from mapgen.layouts.columns import ALIASES
from mapgen.settings import NAMES, Reading, Settings, read_settings
from mapgen.starting import schema

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = schema()


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


@pytest.mark.parametrize("name", ["mapgen.toml", "pyproject.toml"])
@pytest.mark.parametrize("head", ["[columns]", "[tool.mapgen.columns]"])
def test_either_file_takes_either_form(tmp_path: Path, name: str, head: str) -> None:
    (tmp_path / name).write_text(f'[tool.mapgen]\ntitle = "T"\n{head}\ndate = "Jahr"\n', "utf-8")

    settings = read_settings(tmp_path, {})

    assert (settings.title, settings.reading.columns) == ("T", {"date": "Jahr"})


@pytest.mark.parametrize("table", ["columns", "categories", "tile_keys"])
def test_a_setting_below_the_lines_of_a_table_is_still_a_setting(
    tmp_path: Path, table: str
) -> None:
    text = f'title = "T"\n[{table}]\ndate_order = "dmy"\ncolumns = {{ date = "Jahr" }}\n'
    (tmp_path / "mapgen.toml").write_text(text, "utf-8")

    settings = read_settings(tmp_path, {})

    assert (settings.reading.date_order, settings.reading.columns) == ("dmy", {"date": "Jahr"})


@pytest.mark.parametrize("before", ["", "[columns]\n", "[categories]\n", 'title = "T"\n'])
def test_lines_that_were_pasted_one_by_one_are_all_read(tmp_path: Path, before: str) -> None:
    lines = 'columns = { date = "Jahr" }\ncolumns = { lat = "Breite", lon = "Länge" }\n'
    (tmp_path / "mapgen.toml").write_text(before + lines, "utf-8")

    settings = read_settings(tmp_path, {})

    assert settings.reading.columns == {"date": "Jahr", "lat": "Breite", "lon": "Länge"}


def test_a_category_may_be_called_like_a_setting(tmp_path: Path) -> None:
    (tmp_path / "mapgen.toml").write_text('[categories]\nlanguage = "#112233"\n', "utf-8")

    assert read_settings(tmp_path, {}).categories == {"language": "#112233"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_settings_file_may_be_saved_by_any_editor(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "mapgen.toml").write_text('title = "Łódź"\n', encoding)

    assert read_settings(tmp_path, {}).title == "Łódź"


def test_a_settings_file_that_an_editor_called_a_text_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "mapgen.toml.txt").write_text('title = "T"\n', "utf-8")

    with pytest.raises(
        SettingsError, match=r"mapgen\.toml\.txt: is not read; .* rename it to mapgen"
    ):
        read_settings(tmp_path, {})


def test_columns_of_the_command_line_are_added_to_those_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "mapgen.toml").write_text('[columns]\ntitle = "Was"\ndate = "Jahr"\n', "utf-8")

    settings = read_settings(tmp_path, {"columns": {"date": "Tag", "place": "Ort"}})

    assert settings.reading.columns == {"title": "Was", "date": "Tag", "place": "Ort"}


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
        ('language = "de"', 'language "de" is not one of ar, en, fr'),
        ('date_order = "ymd"', 'date_order "ymd" is neither dmy nor mdy'),
        ('categories = { War = "red" }', 'the colour "red" of "War" is not written as #rrggbb'),
        ("title = ", "is not valid TOML"),
        ("[tool.ruff]", 'unknown setting "tool"; only [tool.mapgen] is read here'),
        (
            'date = "Jahr"',
            'unknown setting "date"; it is a column: write it below a line [columns]',
        ),
        ("[columns]\n[columns]", "put its lines below the first, delete the second"),
        (
            'columns = { lat = "a" }\n[columns]\nlat = "b"',
            "\"lat\" is said twice, as 'b' and as 'a'",
        ),
        ('title = "a"\n[tool.mapgen]\ntitle = "b"', "\"title\" is said twice, as 'a' and as 'b'"),
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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('columns = { dat = "Jahr" }', 'columns: unknown column "dat"; did you mean date?'),
        ('columns = { zzz = "Jahr" }', 'columns: unknown column "zzz"; known are title, date'),
    ],
)
def test_a_column_that_mapgen_does_not_have_is_refused_with_the_nearest_name(
    tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / "mapgen.toml").write_text(text, "utf-8")

    with pytest.raises(SettingsError, match=re.escape(message)):
        read_settings(tmp_path, {})


@pytest.mark.parametrize("wrong", [{"date_order": "ymd"}, {"columns": {"dat": "Jahr"}}])
def test_a_way_of_reading_that_no_table_could_be_read_by_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match=f"{next(iter(wrong))}.*(ymd|date)"):
        Reading(**wrong)


def test_a_column_given_on_the_command_line_is_looked_at_too(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="did you mean date"):
        read_settings(tmp_path, {"columns": {"dat": "Jahr"}})


@pytest.mark.parametrize("text", ["tool = 3", "[project]", "[tool]\nother = 1"])
def test_a_pyproject_without_a_word_of_mapgen_has_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")

    assert read_settings(tmp_path, {}) == Settings()


def test_settings_that_are_no_table_are_refused(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool]\nmapgen = []", "utf-8")

    with pytest.raises(SettingsError, match=r"tool\.mapgen must be a table"):
        read_settings(tmp_path, {})


def test_the_schema_for_editors_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_has_every_setting_with_a_description() -> None:
    told = SCHEMA["properties"]

    assert list(told) == list(NAMES)
    assert all(setting["description"] and setting["examples"] for setting in told.values())
    assert SCHEMA["additionalProperties"] is False


def test_the_schema_knows_the_types_of_the_settings() -> None:
    types = {"str": "string", "Literal": "string", "Mapping": "object"}
    types |= {"bool | None": "boolean"}
    types_of = {f.name: str(f.type) for each in (Settings, Reading) for f in fields(each)}
    wanted = {name: types.get(types_of[name].partition("[")[0], "array") for name in NAMES}

    assert {name: each["type"] for name, each in SCHEMA["properties"].items()} == wanted


def test_the_schema_knows_the_words_that_are_accepted() -> None:
    told = SCHEMA["properties"]

    assert told["language"]["enum"] == list(languages())
    assert told["date_order"]["enum"] == ["", "dmy", "mdy"]
    assert told["columns"]["propertyNames"]["enum"] == list(ALIASES)


def test_the_examples_of_the_schema_are_good_settings(tmp_path: Path) -> None:
    examples = {name: each["examples"][0] for name, each in SCHEMA["properties"].items()}

    Draft202012Validator(SCHEMA).validate(examples)

    assert read_settings(tmp_path, examples).title == examples["title"]


@pytest.mark.parametrize(
    "wrong", [{"titel": "x"}, {"language": "de"}, {"categories": {"War": "red"}}, {"tiles": "x"}]
)
def test_the_schema_refuses_what_mapgen_refuses(wrong: dict[str, object]) -> None:
    assert not Draft202012Validator(SCHEMA).is_valid(wrong)
