from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest
from typer.main import get_command

from mapgen.build import build
from mapgen.cli import app
from mapgen.settings import Settings
from mapgen.version import GENERATOR
from tests.cli.running import run, table

if TYPE_CHECKING:
    from pathlib import Path


def test_build_writes_the_page_and_reports(sample: Path, tmp_path: Path) -> None:
    output = tmp_path / "map.html"

    result = run("build", sample, "-o", output)

    assert result.exit_code == 0
    assert "36 events" in result.stdout
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

    assert answer == {"events": 36, "errors": 0, "decisions": [], "problems": []}


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
    ("date", "option", "edtf"),
    [
        ("-52", "--year-zero", "-0052"),
        ("-52", "--no-year-zero", "-0051"),
        ("1911-12", "--year-pairs", "1911/1912"),
        ("1911-12", "--no-year-pairs", "1911-12"),
    ],
)
def test_options_say_how_years_are_written(
    date: str, option: str, edtf: str, tmp_path: Path
) -> None:
    path, written = table(tmp_path, f"title,date\nOne,{date}\n"), tmp_path / "out.geojson"

    result = run("export", path, option, "-o", str(written))

    assert result.exit_code == 0
    assert "decision" not in result.stderr
    assert json.loads(written.read_text("utf-8"))["features"][0]["when"]["edtf"] == edtf


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--language", "de"], 'language "de" is not one of ar, en, fr'),
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

    monkeypatch.setattr("mapgen.reading.events_of", fault)

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


def test_the_version_is_told() -> None:
    assert run("--version").stdout == f"{GENERATOR}\n"


@pytest.mark.parametrize(
    "text",
    ["title,date\nOne,1920\n", 'title,date\nA 5" gun and a 6" one,1920\n'],
    ids=["a table in order", "a table written by hand"],
)
def test_a_command_loads_neither_pandas_nor_arrow_for_a_small_table(
    tmp_path: Path, text: str
) -> None:
    code = """
        import sys
        from mapgen.cli import main
        try:
            main()
        finally:
            import folium
            print(["pandas" in sys.modules, "pyarrow" in sys.modules, hasattr(folium, "Map")])
            import pandas
    """
    arguments = ["build", str(table(tmp_path, text)), "-o", str(tmp_path / "map.html"), "-q"]

    command = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)

    assert done.stdout == "[False, False, True]\n"


def test_a_check_loads_nothing_that_a_plain_table_does_not_ask_for(tmp_path: Path) -> None:
    code = """
        import sys
        from mapgen.cli import main
        unasked = {"concurrent.futures", "decimal", "html.parser", "logging", "numpy.ma", "tomllib"}
        try:
            main()
        finally:
            print(sorted(unasked & set(sys.modules)))
    """
    plain = "title,date,lat,lon\nOne,1920-05-06,48.85,2.35\nTwo,1921-05-06,33.51,36.29\n"

    command = [sys.executable, "-c", textwrap.dedent(code), "check", str(table(tmp_path, plain))]
    done = subprocess.run(command, check=True, capture_output=True, text=True)

    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells the threads as files")
def test_a_command_starts_no_threads_to_multiply_matrices(tmp_path: Path) -> None:
    code = """
        import os, sys
        from mapgen.cli import main
        try:
            main()
        finally:
            import numpy
            print(len(os.listdir("/proc/self/task")))
    """
    arguments = ["check", str(table(tmp_path, "title,date\nOne,1920\n"))]

    command = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)

    assert done.stdout.splitlines()[-1] == "1"


def test_a_command_writes_the_page_that_python_does(tmp_path: Path) -> None:
    events, page = table(tmp_path, "title,date\nOne,1920\n"), tmp_path / "map.html"

    command = [sys.executable, "-m", "mapgen", "build", str(events), "-o", str(page), "-q"]
    subprocess.run(command, check=True)

    again = tmp_path / "again.html"
    build(events, again, Settings())
    assert again.read_bytes() == page.read_bytes()


def test_the_module_runs_like_the_command(sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mapgen", "check", str(sample)], check=False, capture_output=True
    )

    assert done.returncode == 0


def test_the_help_text_tells_the_exit_codes() -> None:
    said = " ".join(run("--help").stdout.split())

    assert "Exit codes: 0 all is well; 1 the table" in said
    assert "2 the command line has one; 130 Ctrl-C stopped it; 143 the system did." in said


def test_the_exit_codes_are_those_of_the_help_text(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    codes = [
        run("check", sample).exit_code,
        run("check", tmp_path / "nothing.csv").exit_code,
        run("check", sample, "--column", "dat=Jahr").exit_code,
        run("check", sample, "--colour").exit_code,
    ]
    monkeypatch.setattr("mapgen.reading.events_of", stopped)
    codes.append(run("check", sample).exit_code)

    assert codes == [0, 1, 1, 2, 130]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("mapgen bu", "build"), ("mapgen build --fill", "--fill-down"), ("mapgen exp", "export")],
)
def test_the_shell_completes_words(words: str, expected: str) -> None:
    told = {
        "_MAPGEN_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }

    done = subprocess.run(
        [sys.executable, "-c", "from mapgen.cli import app; app(prog_name='mapgen')"],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | told,
    )

    assert done.stdout.split() == [expected]


@pytest.mark.parametrize("name", ["build", "check", "preview", "export"])
def test_commands_share_the_options_that_say_how_tables_are_read(name: str) -> None:
    command = get_command(app).commands[name]  # type: ignore[attr-defined]

    told = {each.name: each.opts + each.secondary_opts for each in command.params}

    assert "reading" not in told
    assert {option: told[option] for option in READING} == READING


READING = {
    "date_order": ["--date-order"],
    "year_zero": ["--year-zero", "--no-year-zero"],
    "year_pairs": ["--year-pairs", "--no-year-pairs"],
    "column": ["--column"],
    "fill_down": ["--fill-down"],
    "encoding": ["--encoding"],
    "sheet": ["--sheet"],
}
