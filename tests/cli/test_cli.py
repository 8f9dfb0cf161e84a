from __future__ import annotations

import io
import json
import os
import re
import shlex
import subprocess
import sys
import textwrap
import time
from typing import TYPE_CHECKING

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from mapgen.build import build
from mapgen.cli import app
from mapgen.cli.options import Loudness
from mapgen.cli.progress import Stages
from mapgen.settings import Settings
from mapgen.version import GENERATOR
from tests.conftest import ROOT

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
    ("text", "loaded"),
    [("title,date\nOne,1920\n", False), ('title,date\nA 5" gun and a 6" one,1920\n', True)],
    ids=["a table in order", "a table that pandas reads"],
)
def test_a_command_loads_pandas_for_a_table_but_not_for_folium(
    tmp_path: Path, text: str, *, loaded: bool
) -> None:
    code = """
        import sys
        from mapgen.cli import main
        try:
            main()
        finally:
            import folium
            print(["pandas" in sys.modules, hasattr(folium, "Map")])
            import pandas
    """
    arguments = ["build", str(table(tmp_path, text)), "-o", str(tmp_path / "map.html"), "-q"]

    command = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)

    assert done.stdout == f"{[loaded, True]}\n"


def test_a_command_compiles_the_templates_that_it_uses(tmp_path: Path) -> None:
    code = """
        import sys
        import jinja2
        compile = jinja2.Environment.compile
        compiled = []
        jinja2.Environment.compile = lambda *words: compiled.append(words) or compile(*words)
        from mapgen.cli import main
        try:
            main()
        finally:
            asked = len(compiled)
            import folium
            folium.Circle._template.module
            print(asked < 30, len(compiled) - asked, hasattr(folium.Circle._template, "source"))
    """
    events, page = table(tmp_path, "title,date\nOne,1920\n"), tmp_path / "map.html"

    command = [sys.executable, "-c", textwrap.dedent(code), "build", str(events), "-o", str(page)]
    done = subprocess.run([*command, "-q"], check=True, capture_output=True, text=True)

    assert done.stdout == "True 1 False\n"
    again = tmp_path / "again.html"
    build(events, again, Settings())
    assert again.read_bytes() == page.read_bytes()


def test_the_module_runs_like_the_command(sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mapgen", "check", str(sample)], check=False, capture_output=True
    )

    assert done.returncode == 0


class Screen(io.StringIO):
    """A terminal that remembers what it showed."""

    def isatty(self) -> bool:
        return True


def shows(screen: Screen, text: str) -> bool:
    """Wait up to ten seconds for a text; a busy machine begins threads late."""
    end = time.monotonic() + 10
    while text not in screen.getvalue() and time.monotonic() < end:
        time.sleep(0.01)
    return text in screen.getvalue()


def test_long_work_shows_a_bar_with_its_stage() -> None:
    screen = Screen()

    with Stages(2, Loudness.NORMAL, screen=screen, patience=0) as tell:
        tell("reading [b]a.csv")
        shown = shows(screen, "reading [b]a.csv")

    assert shown


def test_short_work_shows_nothing() -> None:
    screen = Screen()

    with Stages(2, Loudness.NORMAL, screen=screen) as tell:
        tell("reading a.csv")

    assert screen.getvalue() == ""


def test_the_verbose_get_a_line_with_seconds_for_each_stage() -> None:
    screen = Screen()

    with Stages(2, Loudness.VERBOSE, screen=screen, patience=0) as tell:
        tell("reading a.csv")
        tell("checking a.csv")

    assert re.fullmatch(
        r"reading a\.csv: \d+\.\d\d s\nchecking a\.csv: \d+\.\d\d s\n", screen.getvalue()
    )


@pytest.mark.parametrize("loudness", [Loudness.QUIET, Loudness.NORMAL])
def test_a_file_of_messages_gets_no_bar(loudness: Loudness) -> None:
    screen = io.StringIO()

    with Stages(1, loudness, screen=screen, patience=0) as tell:
        tell("reading a.csv")

    assert screen.getvalue() == ""


def test_every_stage_of_a_build_is_told(sample: Path, tmp_path: Path) -> None:
    result = run("build", sample, "-v", "-o", tmp_path / "map.html")

    stages = re.findall(r"^(\w+) .*: \d+\.\d\d s$", result.stderr, re.MULTILINE)
    assert stages == ["reading", "checking", "finding", "drawing", "writing"]


def test_a_run_without_a_terminal_never_loads_the_bar(sample: Path) -> None:
    code = """
        import sys
        from typer.testing import CliRunner
        from mapgen.cli import app
        done = CliRunner().invoke(app, ["check", sys.argv[1]])
        sys.exit(done.exit_code or "rich.progress" in sys.modules)
    """

    command = [sys.executable, "-c", textwrap.dedent(code), str(sample)]
    done = subprocess.run(command, check=False)

    assert done.returncode == 0


@pytest.mark.parametrize("command", ["check", "build", "export"])
def test_the_quiet_hear_errors_only(tmp_path: Path, command: str) -> None:
    path = table(tmp_path, "title,lat,lon,place\nOne,0,0,Nowhere\n")
    endings = {"build": "html", "export": "csv"}
    output = [] if command == "check" else ["-o", tmp_path / f"out.{endings[command]}"]

    result = run(command, path, *output, "--quiet")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_the_quiet_hear_errors(tmp_path: Path) -> None:
    result = run("check", table(tmp_path, "title,date\nOne,1982-13\n"), "-q")

    assert result.exit_code == 1
    assert "has month 13" in result.stderr


def test_nobody_is_quiet_and_verbose(sample: Path) -> None:
    assert run("check", sample, "--quiet", "--verbose").exit_code == 2


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


def test_check_annotates_the_lines_of_a_change(tmp_path: Path) -> None:
    path = table(tmp_path, 'title,"a, b: date"\nOne,1982-13\n')

    result = run("check", path, "--format", "github", "--column", "date=a, b: date")

    file = path.as_posix().replace(":", "%3A").replace(",", "%2C")
    assert result.exit_code == 1
    assert result.stdout == (
        f"::error file={file},line=2,title=a%2C b%3A date::"
        '"1982-13" has month 13; write it as 1982-12 or 1982\n'
    )


def test_an_annotation_escapes_what_would_end_it(tmp_path: Path) -> None:
    result = run("check", table(tmp_path, "title,kind\nOne,50%\n"), "--format", "github")

    assert "50%25" in result.stdout


def test_a_warning_is_annotated_as_one(tmp_path: Path) -> None:
    path = table(tmp_path, "title,lat,lon,place\nOne,0,0,Nowhere\n")

    result = run("check", path, "--format", "github")

    assert result.exit_code == 0
    assert result.stdout.startswith("::warning file=")


def test_a_wrong_setting_is_annotated_too(tmp_path: Path) -> None:
    (tmp_path / "mapgen.toml").write_text("titel = 'x'", "utf-8")

    result = run("check", table(tmp_path, "title\nOne\n"), "--format", "github")

    assert result.exit_code == 1
    assert result.stdout.startswith("::error title=mapgen::")
    assert "did you mean title?" in result.stdout


def test_the_hook_for_pre_commit_checks_a_table(tmp_path: Path) -> None:
    told = dict(
        re.findall(
            r"^[- ] (\w+): (.*)$",
            (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"),
            re.MULTILINE,
        )
    )
    program, *words = shlex.split(told["entry"])
    names = told["args"].strip("[]").split(", ")
    command = [sys.executable, "-m", program, *words, *names]
    (tmp_path / "locations.csv").write_text("title,date\nOne,1982-13\n", "utf-8")

    broken = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    (tmp_path / "locations.csv").write_text("title,date\nOne,1982-12\n", "utf-8")
    mended = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)

    assert told["id"] == "mapgen-check"
    assert broken.returncode == 1
    assert "locations.csv:2: date:" in broken.stderr
    assert (mended.returncode, "no errors" in mended.stdout) == (0, True)
    assert all(re.search(told["files"], name) for name in ("locations.csv", "a/mapgen.toml"))


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
    path = table(tmp_path, "Was geschah,Jahr,Ort\nThe wall fell,1989,Berlin\n")

    result = run("check", path)

    assert result.exit_code == 1
    assert f"make a file {tmp_path.as_posix()}/mapgen.toml of these lines:" in result.stdout
    assert '[columns]\ntitle = "Was geschah"' in result.stdout
    assert 'year = "Jahr"' in result.stdout


def test_check_proposes_nothing_for_a_layout_that_it_knows() -> None:
    result = run("check", ROOT / "tests/cases/layouts/timelinejs/sheet.csv")

    assert "columns]" not in result.stdout


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
