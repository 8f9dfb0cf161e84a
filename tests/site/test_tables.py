"""A site is made of tables, wherever they are and of whatever kind."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest

from mapgen.errors import Problem, TableError
from mapgen.settings import Settings
from mapgen.site import build_site
from mapgen.site.tables import find
from tests.site.made import BLOCK, COUNT, PART, digest, event, made, parts, rows, texts
from tests.site.test_web import Files
from tests.test_network import running

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("site")


def test_a_folder_and_a_store_give_what_the_file_gives(
    dask: Any, site: Path, table: Path, tmp_path: Path
) -> None:
    import fsspec

    with fsspec.open("memory://history/events.csv", "wb") as file:
        file.write(table.read_bytes())

    folder = build_site(
        [str(table.parent)], tmp_path / "a", Settings(title="All"), scheduler=dask, part=PART
    )
    store = build_site(
        ["memory://history/*.csv"], tmp_path / "b", Settings(title="All"), scheduler=dask, part=PART
    )

    assert digest(folder.output) == digest(store.output) == digest(site)


@pytest.mark.parametrize("in_parts", [True, False])
def test_an_address_of_the_web_gives_what_the_file_gives(
    dask: Any, site: Path, table: Path, tmp_path: Path, *, in_parts: bool
) -> None:
    server = Files({"/events.csv": table.read_bytes()}, in_parts=in_parts)

    with running(server):
        again = build_site(
            [f"{server.base}/events.csv"],
            tmp_path / "site",
            Settings(title="All"),
            scheduler=dask,
            part=PART,
            block=BLOCK,
        )

    assert digest(again.output) == digest(site)


def test_parquet_gives_what_csv_gives(dask: Any, table: Path, tmp_path: Path) -> None:
    import pandas as pd

    frame = pd.read_csv(table)
    frame["date"] = pd.to_datetime(frame["date"])
    frame.to_parquet(tmp_path / "events.parquet", row_group_size=700)

    found = made(dask, tmp_path / "site", tmp_path / "events.parquet", part=PART)

    first = parts(found)[0]
    assert sum(part["head"]["count"] for part in parts(found)) == COUNT
    assert all(text.count("-") == 2 for text in texts(first, "edtf"))


def test_whole_numbers_of_parquet_are_written_as_such(dask: Any, tmp_path: Path) -> None:
    import pandas as pd

    frame = pd.DataFrame({"title": ["A", "B"], "date": [1946.0, None], "lat": [1.5, 2.0]})
    frame.assign(lon=3, place="Here").to_parquet(tmp_path / "t.parquet")

    found = parts(made(dask, tmp_path / "site", tmp_path / "t.parquet"))

    assert [texts(part, "title") for part in found] == [["A"], ["B"]]
    assert texts(found[0], "edtf") == ["1946"]


def test_what_is_no_parquet_is_refused(dask: Any, tmp_path: Path) -> None:
    (tmp_path / "t.parquet").write_text("title\nA\n", "utf-8")

    with pytest.raises(TableError, match=r"t\.parquet: is no whole Parquet file"):
        made(dask, tmp_path / "site", tmp_path / "t.parquet")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("t.csv", b"", "is empty"),
        ("t.csv", b"\0" * 40, "is no text file"),
        ("notes.txt", b"ask the archive in Lyon\n", "has a header but no rows"),
        ("t.tsv", b"\x89PNG\r\n\x1a\n", "is a picture, not a table"),
        ("t.csv", b"PK\x03\x04 rest", "is a zip archive"),
        ("t.csv", b"%PDF-1.7\n" * 20_000, "is a PDF document, not a table"),
        (
            "t.csv",
            b"title,date\n" + "Tröja,1920\n".encode() * 3 + b"Tr\xf6ja,1921\n",
            "is UTF-8 text",
        ),
        ("t.parquet", b"PAR1" + b"\0" * 40 + b"PAR1", "is no whole Parquet file"),
    ],
)
def test_a_file_of_a_folder_that_is_no_table_is_told_and_the_old_site_stays(
    dask: Any, tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "a.csv").write_text(rows(event(1)), "utf-8")
    before = digest(made(dask, tmp_path / "site", tables))
    (tables / name).write_bytes(data)

    with pytest.raises(TableError) as caught:
        made(dask, tmp_path / "site", tables)

    (problem,) = (each for each in caught.value.problems if each.severity == "error")
    assert problem.file == (tables / name).as_posix()
    assert told in problem.message
    assert digest(tmp_path / "site") == before


def test_a_parquet_file_with_damaged_pages_is_told_by_name(dask: Any, tmp_path: Path) -> None:
    import pandas as pd

    path = tmp_path / "t.parquet"
    pd.DataFrame({"title": ["A"] * 200, "date": range(1700, 1900)}).to_parquet(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:4] + b"\xff" * 60 + whole[64:])

    with pytest.raises(TableError, match=r"t\.parquet: is no whole Parquet file"):
        made(dask, tmp_path / "site", path)


def test_a_warning_about_a_sheet_is_told_like_any_other(dask: Any, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for sheet in (book.worksheets[0], book.create_sheet("Other")):
        for row in (["title", "date"], ["One", 1920]):
            sheet.append(row)
    book.save(tmp_path / "t.xlsx")

    site = build_site([str(tmp_path / "t.xlsx")], tmp_path / "site", Settings(), scheduler=dask)

    assert any("was not read" in problem.message for problem in site.noticed)


@pytest.mark.parametrize(
    "address",
    ["github://", "zip://a.csv::t.csv", "zip://", "nowhere://a.csv", "https://[::1/a.csv", "a\0b"],
)
def test_an_address_that_cannot_be_used_is_told(tmp_path: Path, address: str) -> None:
    (tmp_path / "t.csv").write_text(rows(event(1)), "utf-8")

    with pytest.raises(TableError) as caught:
        find([address.replace("t.csv", str(tmp_path / "t.csv"))])

    assert all(
        each.message.startswith(("cannot be reached (", "names no table", "is no address of"))
        for each in caught.value.problems
    )


def test_an_error_of_a_worker_comes_back_with_every_problem() -> None:
    problems = [Problem(file=f"{name}.csv", message="is empty", cure="fill it") for name in "ab"]

    again = pickle.loads(pickle.dumps(TableError(problems)))  # noqa: S301  (our own)

    assert again.problems == tuple(problems)


def test_a_problem_with_the_columns_of_parquet_is_told_without_a_row(
    dask: Any, tmp_path: Path
) -> None:
    import pandas as pd

    pd.DataFrame({"count": [7], "date": ["0064"]}).to_parquet(tmp_path / "t.parquet")

    with pytest.raises(TableError, match=r"t\.parquet: no column is called title; the columns are"):
        made(dask, tmp_path / "site", tmp_path / "t.parquet")


def test_a_problem_in_parquet_is_told_with_its_row(dask: Any, tmp_path: Path) -> None:
    import pandas as pd

    dates = ["1900"] * 25
    dates[17] = "1982-13"
    frame = pd.DataFrame({"title": [f"Event {i}" for i in range(25)], "date": dates})
    frame.to_parquet(tmp_path / "t.parquet", row_group_size=10)

    with pytest.raises(TableError, match=r't\.parquet:18: date: "1982-13" has month 13'):
        made(dask, tmp_path / "site", tmp_path / "t.parquet")
