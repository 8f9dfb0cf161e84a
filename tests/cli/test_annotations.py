"""Problems stand at the lines of a change, and a hook checks a table."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.cli.running import run, table
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


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
