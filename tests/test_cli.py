from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from mapgen.cli import app

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def table(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(textwrap.dedent(text), "utf-8")
    return path


def test_build_writes_the_page_and_reports(sample: Path, tmp_path: Path) -> None:
    output = tmp_path / "map.html"

    result = run("build", sample, "-o", output)

    assert result.exit_code == 0
    assert "33 events" in result.stdout
    assert output.exists()


def test_every_word_of_the_map_can_be_given_on_the_command_line(
    sample: Path, tmp_path: Path
) -> None:
    output = tmp_path / "map.html"
    words = [
        "--title",
        "Titre",
        "--subtitle",
        "Sous",
        "--introduction",
        "Intro",
        "--credits",
        "Qui",
    ]
    rest = ["--language", "fr", "--category", "French rule=#123456", "--no-tiles"]

    result = run("build", sample, "-o", output, *words, *rest)

    html = output.read_text("utf-8")
    assert result.exit_code == 0
    assert '<html lang="fr" dir="ltr">' in html
    assert all(each in html for each in ("Titre", "Sous", "Intro", "Qui", "#123456"))
    assert "openstreetmap" not in html


def test_check_says_that_all_is_well(sample: Path) -> None:
    result = run("check", sample)

    assert result.exit_code == 0
    assert "no errors" in result.stdout


def test_check_names_line_column_and_cure(tmp_path: Path) -> None:
    result = run("check", table(tmp_path, "title,date\nOne,1982-13\n"))

    assert result.exit_code == 1
    assert 'table.csv:2: date: "1982-13" has month 13; write it as 1982-12 or 1982' in result.stderr
    assert "1 error, 0 warnings; nothing was written" in result.stderr


def test_check_speaks_json_to_programs(tmp_path: Path) -> None:
    result = run("check", table(tmp_path, "title,date\nOne,1982-13\n"), "--format", "json")

    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    assert answer["errors"] == 1
    assert answer["problems"][0]["line"] == 2
    assert answer["problems"][0]["column"] == "date"
    assert answer["problems"][0]["severity"] == "error"


def test_check_speaks_json_of_a_good_table_too(sample: Path) -> None:
    answer = json.loads(run("check", sample, "--format", "json").stdout)

    assert answer == {"events": 33, "errors": 0, "problems": []}


def test_warnings_are_told_apart_and_stop_nothing(tmp_path: Path) -> None:
    path = table(tmp_path, "title,lat,lon,place\nOne,0,0,Nowhere\n")

    result = run("check", path)

    assert result.exit_code == 0
    assert result.stderr.startswith("warning: ")


def test_a_date_with_two_readings_is_settled_by_an_option(tmp_path: Path) -> None:
    path = table(tmp_path, "title,date\nOne,03/04/1946\n")

    refused, settled = run("check", path), run("check", path, "--date-order", "dmy")

    assert refused.exit_code == 1
    assert "--date-order" in refused.stderr
    assert settled.exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--language", "de"], 'language "de" is not one of en, fr, ar'),
        (["--tiles", "Nowhere.Map"], '"Nowhere.Map" is not in the xyzservices catalogue'),
        (["--tiles", "MapBox"], "asks for a key"),
        (["--category", "War=red"], 'the colour "red" of "War" is not written as #rrggbb'),
    ],
)
def test_a_setting_that_cannot_be_used_is_said_in_words(
    sample: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    result = run("build", sample, "-o", tmp_path / "map.html", *words)

    assert result.exit_code == 1
    assert said in result.stderr
    assert not (tmp_path / "map.html").exists()


def test_a_category_without_a_colour_is_a_mistake_of_the_command_line(sample: Path) -> None:
    assert run("build", sample, "--category", "War").exit_code == 2


def test_a_fault_of_the_program_stays_a_traceback(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("mapgen.build.read_events", fault)

    assert isinstance(run("check", sample).exception, ZeroDivisionError)


def test_a_help_text_does_not_wait_for_pandas() -> None:
    code = """
        import sys
        from typer.testing import CliRunner
        from mapgen.cli import app
        shown = CliRunner().invoke(app, ["build", "--help"]).stdout
        sys.exit("pandas" in sys.modules or "folium" in sys.modules or "--title" not in shown)
    """

    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=False)

    assert done.returncode == 0


def test_the_module_runs_like_the_command(sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mapgen", "check", str(sample)], check=False, capture_output=True
    )

    assert done.returncode == 0
