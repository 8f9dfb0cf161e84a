"""The addresses of a site's tables reach what they name, and no other file."""

from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from mapgen.errors import TableError
from mapgen.site.tables import find, read

if TYPE_CHECKING:
    from pathlib import Path

CSV = b"title,date\nOne,1920\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "t.csv").write_bytes(CSV)
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr("data/t.csv", CSV)
    return tmp_path


@pytest.mark.parametrize(
    "table",
    [
        "{}/t.csv",
        "file://{}/t.csv",
        "file://{}/*.csv",
        "simplecache::file://{}/t.csv",
        "zip://data/t.csv::{}/t.zip",
        "zip://data/*.csv::file://{}/t.zip",
    ],
)
def test_what_an_address_names_is_what_is_read(folder: Path, table: str) -> None:
    [found] = find([table.format(folder.as_posix())])

    assert read(found) == CSV


@pytest.mark.parametrize("table", ["http://example.org/t.csv", "zip://*::http://example.org/t.zip"])
def test_nothing_is_read_from_an_address_that_is_not_safe(table: str) -> None:
    with pytest.raises(TableError, match=r"is not sent safely: .* write https://example\.org"):
        find([table])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_pipe_is_no_table_of_a_site(folder: Path) -> None:
    os.mkfifo(folder / "p.csv")

    with pytest.raises(TableError, match=r"p\.csv: is a pipe, which can be read only once"):
        find([str(folder / "p.csv")])
