"""What the README shows is what the program does."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from mapgen.build import read_events
from mapgen.errors import TableError
from mapgen.events.headers import ALIASES
from mapgen.settings import Settings
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
    assert sorted(first_column("The map's own words")) == sorted(f.name for f in fields(Settings))


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
