"""What the README shows is what the program does."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from mapgen.errors import TableError
from mapgen.events.headers import ALIASES
from mapgen.reading import read_events
from mapgen.settings import NAMES
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text("utf-8")


def first_column(heading: str) -> list[str]:
    """Return the names in the first column of the table below a heading."""
    section = README.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?`) \|", section, re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`(\w+)`", row)]


def test_every_setting_is_told() -> None:
    assert sorted(first_column("The map's own words")) == sorted(NAMES)


def test_every_column_that_is_told_is_known() -> None:
    assert set(first_column("The table")) <= set(ALIASES)


def test_the_message_that_is_shown_is_the_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = README.partition("<!-- checked: a mistake -->\n")[2].strip().splitlines()[0].strip()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "locations.csv").write_text("title,date\nOne,1982-13\n", "utf-8")

    with pytest.raises(TableError) as caught:
        read_events("locations.csv")

    assert str(caught.value) == shown


WALKS = re.compile(r"<!-- walk: (\S+) -->\n\n((?:    .*\n)+)\n<!-- run -->\n\n((?:    .*\n)+)")


@pytest.mark.parametrize("walk", WALKS.findall(README), ids=lambda walk: walk[0])
def test_a_walk_leads_from_a_table_to_a_page(walk: tuple[str, str, str], tmp_path: Path) -> None:
    name, table, told = walk
    (tmp_path / name).write_text(dedent(table), "utf-8")

    for step in dedent(told).split("$ ")[1:]:
        words, _, answer = step.partition("\n")
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(words)],
            cwd=tmp_path,
            check=True,
            capture_output=True,
            text=True,
        )
        assert (done.stderr + done.stdout).strip() == answer.strip()

    assert "mapgen:ready" in (tmp_path / name).with_suffix(".html").read_text("utf-8")
