"""Long work shows a bar, and the quiet hear errors only."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import textwrap
import time
from typing import TYPE_CHECKING

import pytest

from mapgen.cli.options import Loudness
from mapgen.cli.progress import Stages
from tests.cli.running import run, table

if TYPE_CHECKING:
    from pathlib import Path


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
