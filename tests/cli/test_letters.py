"""Every command ends well where the output's encoding lacks a letter of the table."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest

from tests.previews import started

if TYPE_CHECKING:
    from pathlib import Path

ENCODINGS = ["cp1252", "ascii"]
GOOD = "title,date,place,country\nŁukasz 😀 wraca,1982,Łódź,Poland\nعيد,1990,Łódź,Poland\n"
BAD = "title,date,place,country\nŻagań,Pöland 😀,Żagań,Poland\n"
RUN_ALL = """
    import sys, threading
    from mapgen.cli import main
    from mapgen.cli.options import Loudness
    from mapgen.cli.progress import Stages
    for line in sys.stdin.buffer.read().decode().splitlines():
        sys.argv = ["mapgen", *line.split()]
        print(">", ascii(line), flush=True)
        try:
            main()
        except SystemExit as end:
            print("<", end.code or 0, flush=True)
    print("> bar")
    sys.stderr.isatty = lambda: True
    with Stages(1, Loudness.NORMAL, patience=0) as tell:
        tell("reading Łódź.csv")
        tell._timer.join()
    print("< 0")
"""
COMMANDS = {
    "check Łódź.csv --verbose": 0,
    "check zły.csv": 1,
    "check Łó.csv": 1,
    "check Łódź.csv --format json": 0,
    "check zły.csv --format json": 1,
    "check zły.csv --format github": 1,
    "build Łódź.csv --title Łódź -o ŁŹ.html": 0,
    "build Łódź.csv -o Łódź.csv/ŁŹ.html": 1,
    "build zły.csv --Łódź": 2,
    "build Łódź.csv --category Łódź": 2,
    "build Łódź.csv --site stroną-Ł": 0,
    "export Łódź.csv -o ŁŹ.kml": 0,
    "export Łódź.csv -o ŁŹ.json": 0,
    "geocode Łódź.csv --dry-run": 0,
    "geocode zły.csv --dry-run": 1,
    "geocode Łódź.csv": 0,
    "new Łódź": 0,
    "preview -Ł": 2,
    "--version": 0,
    "--help": 0,
    **{f"{name} --help": 0 for name in ("check", "build", "export", "geocode", "new", "preview")},
}


def folder_of_tables(folder: Path) -> Path:
    (folder / "Łódź.csv").write_text(GOOD, "utf-8")
    (folder / "zły.csv").write_text(BAD, "utf-8")
    return folder


def said(folder: Path, encoding: str, *commands: str) -> tuple[bytes, bytes]:
    """Return what some commands print, one after the other in one process."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(RUN_ALL)],
        input="\n".join(commands).encode(),
        cwd=folder,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        check=False,
        capture_output=True,
    )
    return done.stdout, done.stderr


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_no_command_stumbles_over_a_letter(tmp_path: Path, encoding: str) -> None:
    out, err = said(folder_of_tables(tmp_path), encoding, *COMMANDS)

    codes = [int(line.split()[1]) for line in out.splitlines() if line.startswith(b"< ")]
    assert b"Traceback" not in err, err.decode("utf-8", "replace")
    assert codes == [*COMMANDS.values(), 0], err.decode("utf-8", "replace")
    assert (tmp_path / "ŁŹ.html").exists()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_json_is_valid_and_whole_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    out, _ = said(folder_of_tables(tmp_path), encoding, "check zły.csv --format json")

    answer = json.loads(out[out.index(b"{") : out.rindex(b"}") + 1].decode("ascii"))
    assert {problem["file"] for problem in answer["problems"]} == {"zły.csv"}
    assert any("Pöland 😀" in problem["message"] for problem in answer["problems"])


def test_json_keeps_its_letters_where_the_output_has_them(tmp_path: Path) -> None:
    out, _ = said(folder_of_tables(tmp_path), "utf-8", "check zły.csv --format json")

    assert "Pöland 😀" in out.decode()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_preview_goes_on_whatever_the_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    (tmp_path / "Ł.csv").write_text("title,place\nŁ,Ławica\n", "utf-8")
    monkeypatch.setenv("PYTHONIOENCODING", encoding)

    with started(tmp_path, "Ł.csv") as preview:
        told = preview.until("drawn")
        code, rest = preview.end(signal.SIGINT)

    assert code == 0
    assert "Traceback" not in "".join([*told, rest])
