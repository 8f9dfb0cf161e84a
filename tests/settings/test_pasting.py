"""What `mapgen check` prints to be pasted is pasted here, into the file that it names."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mapgen.cli import app
from mapgen.errors import TableError
from mapgen.reading import read_events
from mapgen.settings import Reading, read_settings

TABLE = "Was geschah,Jahr,Ort\nDie Mauer fällt,1989,Berlin\nDas Edikt,1598,Nantes\n"
NAMED = re.compile(r"^.*(?:make a file|at the end of) (\S+)(?: of these lines)?:$", re.MULTILINE)
FILES = {
    "no file": {},
    "a file with a title": {"mapgen.toml": 'title = "1989"\n'},
    "a file with nothing": {"mapgen.toml": ""},
    "a file with columns": {"mapgen.toml": '[columns]\ntitle = "Was geschah"\n'},
    "columns before other tables": {
        "mapgen.toml": '[columns]\ntitle = "Was geschah"\n[categories]\nWar = "#112233"\n'
    },
    "columns in one line": {"mapgen.toml": 'columns = { title = "Was geschah" }\nsubtitle = "x"\n'},
    "lines for the other file": {"mapgen.toml": '[tool.mapgen]\ntitle = "1989"\n'},
    "columns for the other file": {
        "mapgen.toml": '[tool.mapgen.columns]\ntitle = "Was geschah"\n[categories]\n'
    },
    "a pyproject": {"pyproject.toml": '[tool.mapgen]\ntitle = "1989"\n\n[tool.ruff]\n'},
    "a pyproject with columns": {
        "pyproject.toml": '[tool.mapgen.columns]\ntitle = "Was geschah"\n\n[tool.ruff]\n'
    },
    "a pyproject of something else": {"pyproject.toml": '[project]\nname = "x"\n'},
    "both files": {"mapgen.toml": 'title = "1989"\n', "pyproject.toml": "[tool.mapgen]\n"},
}


def printed(*words: str) -> str:
    return CliRunner().invoke(app, ["check", *words]).stdout


def paste(told: str) -> Path:
    """Do what a person does who copies the lines behind the sentence into the file it names."""
    named = NAMED.search(told)
    assert named
    lines = told[named.end() + 1 :]
    file = Path(named[1])
    file.write_text((file.read_text("utf-8") if file.exists() else "") + lines, "utf-8")
    return file


@pytest.mark.parametrize("files", FILES.values(), ids=FILES)
def test_lines_that_were_pasted_give_a_page(
    files: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {**files, "ereignisse.csv": TABLE}.items():
        Path(name).write_text(text, "utf-8")

    paste(printed("ereignisse.csv"))
    built = CliRunner().invoke(app, ["build", "ereignisse.csv", "-o", "map.html"])

    assert built.exit_code == 0, built.stderr
    assert read_settings(Path(), {}).reading.columns == {
        "title": "Was geschah",
        "year": "Jahr",
        "place": "Ort",
    }


@pytest.mark.parametrize(
    "header",
    [
        'Das "Ereignis"',
        "Pfad\\nach",
        "Ereignis (kurz) # 1",
        "a.b = c",
        "Événement 📍",
        "zero\u200bwidth",
        "delete\x7fd",
    ],
)
def test_any_header_can_be_pasted(
    header: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    cell = header.replace('"', '""')
    Path("t.csv").write_text(TABLE.replace("Was geschah", f'"{cell}"'), "utf-8")

    paste(printed("t.csv"))

    assert read_settings(Path(), {}).reading.columns["title"] == header


@pytest.mark.parametrize("encoding", ["cp1252", "cp437"])
def test_lines_can_be_pasted_where_the_output_lacks_letters(
    encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_text(TABLE.replace("Was geschah", "Événement 📍 Łódź"), "utf-8")
    command = [sys.executable, "-m", "mapgen", "check", "t.csv"]

    told = subprocess.run(
        command, capture_output=True, check=False, env=os.environ | {"PYTHONIOENCODING": encoding}
    )
    paste(told.stdout.decode(encoding))

    assert read_settings(Path(), {}).reading.columns["title"] == "Événement 📍 Łódź"


def test_lines_go_beside_the_table_not_where_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    Path("data/t.csv").write_text(TABLE, "utf-8")

    file = paste(printed("data/t.csv"))

    assert file == Path("data/mapgen.toml")


def test_lines_for_several_tables_are_one_block_that_serves_them_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text(TABLE, "utf-8")
    Path("b.csv").write_text("Titre,Jahr,Lieu\nLa révocation,1685,Nantes\n", "utf-8")
    Path("c.csv").write_text("title,date,place\nThe peace,1648,Leipzig\n", "utf-8")

    told = printed("a.csv", "b.csv", "c.csv")
    paste(told[: told.index("b.csv: rename")])
    french = Path("b.csv").read_text("utf-8")
    for renamed, column in re.findall(r'b\.csv: rename "(.*)" to (\w+) if', told):
        french = french.replace(renamed, column)
    Path("b.csv").write_text(french, "utf-8")
    events = read_events("a.csv", "b.csv", "c.csv", reading=read_settings(Path(), {}).reading)

    assert [event.title for event in events] == [
        *("Die Mauer fällt", "Das Edikt", "La révocation", "The peace")
    ]
    assert [event.date.edtf for event in events if event.date] == ["1989", "1598", "1685", "1648"]


def test_a_header_of_the_settings_that_no_table_has_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text(TABLE, "utf-8")
    Path("c.csv").write_text("title,date\nThe peace,1648\n", "utf-8")

    with pytest.raises(TableError, match='no column is called "Jhar", as a setting says'):
        read_events("a.csv", "c.csv", reading=Reading(columns={"year": "Jhar"}))
