"""What a table, its name or an answer holds is shown by a terminal, and never obeyed."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from mapgen.cli import app
from mapgen.cli.options import Loudness
from mapgen.cli.progress import Stages
from mapgen.errors import Problem, printable
from tests.nominatim import Nominatim, place, serving
from tests.previews import started

if TYPE_CHECKING:
    from pathlib import Path

TITLE, BELL, C1, TURNED = "\x1b]0;owned\x07", "\x07", "\x9b31m", "\u202etxt.exe"
HOSTILE = TITLE + BELL + C1 + TURNED
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
TABLE = (
    f"title,date,place,lat,lon,co{HOSTILE}lour\n"
    f"One{HOSTILE},1982-13{HOSTILE},{HOSTILE}Homs,,,x\n"
    f"Two,1920,Damascus{HOSTILE},91{HOSTILE},36,{HOSTILE}\n"
)


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / f"a{TITLE}\nb{TURNED}.csv"
    try:
        path.write_text(TABLE, "utf-8")
    except OSError:
        pytest.skip("no file of this system has such a name")
    return path


def said(*words: str) -> str:
    done = CliRunner().invoke(app, list(words))

    assert not isinstance(done.exception, Exception), done.exception
    return done.output


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["check", "--verbose"],
        ["check", "--format", "github"],
        ["build", "-o", "map.html"],
        ["export", "-o", "map.kml"],
        ["geocode", "--dry-run"],
    ],
    ids=" ".join,
)
def test_no_command_hands_a_terminal_what_it_would_obey(table: Path, command: list[str]) -> None:
    told = said(command[0], table.name, *command[1:])

    assert "\\u001b]0;owned" in told
    assert not OBEYED.search(told)


def test_json_says_it_by_numbers_and_is_whole(table: Path) -> None:
    told = said("check", table.name, "--format", "json")

    assert not OBEYED.search(told)
    assert any(problem["column"] == "date" for problem in json.loads(told)["problems"])


def test_a_dry_run_shows_a_row_in_one_line_with_its_tabs(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(f"title\tplace\tcountry\nOne{TITLE}\tDamascus\tSyria\n", "utf-8")

    told = said("geocode", str(path), "--dry-run")

    assert "+One\\u001b]0;owned\\u0007\tDamascus\tSyria\t33.5" in told
    assert not OBEYED.search(told)


def test_an_answer_of_a_server_is_shown_and_not_obeyed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapgen.places.geocoding.memory.usual_path", lambda: tmp_path / "answers")
    monkeypatch.setattr("mapgen.places.geocoding.service._PACE", 0.0)
    path = tmp_path / "t.csv"
    path.write_text("title,place,country\nOne,Maaloula,Syria\n", "utf-8")
    found = [place(f"Maaloula{HOSTILE}\n", 33.8 + far, 36.5, kind=HOSTILE) for far in (0, 1)]

    with serving(Nominatim({"Maaloula": found})) as server:
        told = said("geocode", str(path), "--online", "--server", server.url)

    assert "1. Maaloula\\u001b]0;owned" in told
    assert not OBEYED.search(told)


def test_a_preview_tells_its_lines_so_too(table: Path) -> None:
    with started(table.parent, table.name) as preview:
        told = "".join(preview.until("drawn"))

    assert "\\u001b]0;owned" in told
    assert not OBEYED.search(told)


def test_a_stage_stays_one_line_that_says_only_itself() -> None:
    screen = io.StringIO()

    with Stages(1, Loudness.VERBOSE, screen=screen) as tell:
        tell(f"reading a\n{HOSTILE}.csv")

    assert screen.getvalue().startswith("reading a\\u000a\\u001b]0;owned")
    assert screen.getvalue().count("\n") == 1


def test_a_problem_is_one_line_whatever_its_file_and_column_are_called() -> None:
    problem = Problem(file="a\nb.csv", line=2, column="c\u2028d", message="is\x1b", cure="mend")

    assert str(problem) == "a\\u000ab.csv:2: c\\u2028d: is\\u001b; mend"


@pytest.mark.parametrize("text", ["Łódź", "حمص", "می‌خواهم", "naïve\u00a0!", "東京 😀", "\u200fحلب"])
def test_the_letters_of_every_language_stay(text: str) -> None:
    assert printable(text) == text


def test_a_program_that_asks_for_a_page_gets_it_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("title\nOne\u202d\n", "utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "mapgen", "export", "t.csv", "-o", "-", "--as", "csv"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )

    assert "One\u202d" in done.stdout.decode()
