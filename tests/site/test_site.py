"""A site: many tables become an overview and its parts, whoever makes them in whatever order."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import pickle
import signal
import subprocess
import sys
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from distributed import Client, LocalCluster
from typer.testing import CliRunner

from benchmarks.table import write_table
from mapgen.cli import app
from mapgen.errors import PageError, Problem, SettingsError, TableError
from mapgen.settings import Settings
from mapgen.site import build_site
from mapgen.site.tables import find
from tests.site.test_web import Files
from tests.test_network import running

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT, PART, BLOCK = 3000, 150, 100_000
pytestmark = pytest.mark.xdist_group("site")
HEADER = "id,title,date,place,lat,lon,description"


@pytest.fixture(scope="module")
def dask() -> Iterator[Any]:
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0"
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_table(tmp_path_factory.mktemp("table") / "events.csv", COUNT)


@pytest.fixture(scope="module")
def site(dask: Any, table: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("made") / "site"
    return build_site(
        [str(table)], output, Settings(title="All"), scheduler=dask, part=PART, block=BLOCK
    ).output


def digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        found.update(path.relative_to(folder).as_posix().encode())
        found.update(path.read_bytes() if path.is_file() else b"")
    return found.hexdigest()


def parts(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_bytes()) for path in sorted((folder / "parts").iterdir())]


def texts(part: dict[str, Any], column: str) -> list[str]:
    plain = part["head"]["coding"] == "identity"
    read = (
        each if plain else zlib.decompress(base64.b64decode(each), -15) for each in part["blocks"]
    )
    return [text for block in map(json.loads, read) for text in block[column]]


def rows(*lines: str) -> str:
    return "\n".join((HEADER, *lines, ""))


def event(number: int, description: str = "") -> str:
    point = f"{number % 60},{number % 90}"
    return f"e{number},Event {number},{1900 + number % 100},Town,{point},{description}"


def made(dask: Any, output: Path, *tables: str | Path, **more: Any) -> Path:
    named = [str(each) for each in tables]
    return build_site(named, output, Settings(), scheduler=dask, **more).output


def test_every_event_is_in_one_part(site: Path) -> None:
    found = [title for part in parts(site) for title in texts(part, "title")]

    assert sorted(found) == sorted(f"Event {number}" for number in range(COUNT))


def test_no_part_is_larger_than_was_asked(site: Path) -> None:
    counts = [part["head"]["count"] for part in parts(site)]

    assert max(counts) <= PART
    assert len(counts) < 3 * COUNT / PART


def test_parts_carry_no_outlines_for_the_page_has_them(site: Path) -> None:
    tables = parts(site)[0]["tables"]

    assert set(tables) == {"categories", "places", "strings", "neighbours"}


def test_a_part_says_its_time_and_place_and_which_come_before_and_after(site: Path) -> None:
    found = {part["part"]["number"]: part["part"] for part in parts(site)}

    earlier, later = found[1], found[2]

    assert earlier["later"] == 2
    assert later["earlier"] == 1
    assert earlier["earlier"] == 0
    assert earlier["name"].startswith("1800–18")
    assert " · Around Place " in earlier["name"]


def test_the_overview_stands_for_all_events(site: Path) -> None:
    html = (site / "index.html").read_text("utf-8")

    assert '"weighted":true' in html
    assert "connect-src 'self'" in html
    assert "<title>All</title>" in html
    assert 'href="?part=1#from=' in html


def test_a_row_counts_its_categories_and_has_what_is_commonest(dask: Any, tmp_path: Path) -> None:
    kinds = ["War,disputed", "War,disputed", "<Art>,confirmed"] * 3
    lines = [f"Event {i},1900,Town,1,2,{kind}" for i, kind in enumerate(kinds)]
    text = "\n".join(("title,date,place,lat,lon,category,status", *lines))
    (tmp_path / "t.csv").write_text(text, "utf-8")

    html = (made(dask, tmp_path / "site", tmp_path / "t.csv") / "index.html").read_text("utf-8")

    assert '<h2 dir="auto">9 events</h2>' in html
    assert "Disputed</bdi></p>" in html
    assert "<p><bdi>War</bdi> 6 · <bdi>&lt;Art&gt;</bdi> 3</p>" in html


def test_the_same_tables_give_the_same_bytes_whatever_the_blocks(
    dask: Any, site: Path, table: Path, tmp_path: Path
) -> None:
    again = build_site(
        [str(table)], tmp_path / "site", Settings(title="All"), scheduler=dask, part=PART
    )

    assert digest(again.output) == digest(site)


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(
    site: Path, table: Path, tmp_path: Path
) -> None:
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        killed = client.run(os.getpid).values()

        def kill_one(stage: str) -> None:
            if stage.startswith("writing"):  # the events that it has read are lost with it
                os.kill(next(iter(killed)), signal.SIGKILL)

        again = build_site(
            [str(table)],
            tmp_path / "site",
            Settings(title="All"),
            scheduler=cluster.scheduler_address,
            part=PART,
            block=BLOCK,
            tell=kill_one,
        )

    assert digest(again.output) == digest(site)


def test_a_line_break_within_quotes_at_the_border_of_a_block_is_no_end(
    dask: Any, tmp_path: Path
) -> None:
    text = rows(*(event(i, '"one\nline, ""two""\n\nand three"') for i in range(400)))
    (tmp_path / "t.csv").write_text(text, "utf-8")

    site = made(dask, tmp_path / "site", tmp_path / "t.csv", part=100, block=333)

    found = [title for part in parts(site) for title in texts(part, "title")]
    told = {text for part in parts(site) for text in texts(part, "description")}
    assert len(found) == len(set(found)) == 400
    assert len(told) == 1


def test_a_mark_of_inches_in_a_cell_is_read_as_it_stands(dask: Any, tmp_path: Path) -> None:
    text = rows(*(event(i, 'a 5" gun' if i in {3, 200} else "") for i in range(300)))
    (tmp_path / "t.csv").write_text(text, "utf-8")

    site = made(dask, tmp_path / "site", tmp_path / "t.csv", part=100, block=500)

    assert sum(part["head"]["count"] for part in parts(site)) == 300


def test_a_problem_is_told_with_its_file_and_line(dask: Any, tmp_path: Path) -> None:
    for name in "abc":
        lines = [event(i, '"two\nlines"') for i in range(100)]
        if name == "c":
            lines[70] = "e70,Event 70,1982-13,Town,1,2,"
            lines[90] = "e90,Event 90,1982,Town,91,2,"
        (tmp_path / f"{name}.csv").write_text(rows(*lines), "utf-8")

    with pytest.raises(TableError) as caught:
        made(dask, tmp_path / "site", tmp_path / "*.csv", block=400)

    errors = (each for each in caught.value.problems if each.severity == "error")
    told = [(Path(each.file).name, each.line) for each in errors]
    assert told == [("c.csv", 142), ("c.csv", 181)]
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a.csv", "b.csv", "c.csv"]


def test_what_is_taken_for_a_position_is_said_once_and_true_of_all_blocks(
    dask: Any, tmp_path: Path
) -> None:
    lines = [
        f"Event {n},{1900 + n if n > 50 else ''},Jahr {n},{40 + n / 100},{n / 10}"
        for n in range(100)
    ]
    text = "\n".join(["title,date,Jahr,gps_lat,gps_lng", *lines])
    (tmp_path / "t.csv").write_text(text.replace("Jahr ", "19"), "utf-8")

    site = build_site(
        [str(tmp_path / "t.csv")], tmp_path / "site", Settings(), scheduler=dask, block=500
    )

    (decision,) = (each for each in site.noticed if each.column == "gps_lat")
    assert not any("no event has a date" in each.message for each in site.noticed)
    assert decision.settled == 'columns = { lat = "gps_lat", lon = "gps_lng" }'


def test_a_folder_and_a_store_give_what_the_file_gives(
    dask: Any, site: Path, table: Path, tmp_path: Path
) -> None:
    import fsspec  # noqa: PLC0415  (this test alone)

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
    import pandas as pd  # noqa: PLC0415  (this test alone)

    frame = pd.read_csv(table)
    frame["date"] = pd.to_datetime(frame["date"])
    frame.to_parquet(tmp_path / "events.parquet", row_group_size=700)

    found = made(dask, tmp_path / "site", tmp_path / "events.parquet", part=PART)

    first = parts(found)[0]
    assert sum(part["head"]["count"] for part in parts(found)) == COUNT
    assert all(text.count("-") == 2 for text in texts(first, "edtf"))


def test_whole_numbers_of_parquet_are_written_as_such(dask: Any, tmp_path: Path) -> None:
    import pandas as pd  # noqa: PLC0415  (this test alone)

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
    import pandas as pd  # noqa: PLC0415  (this test alone)

    path = tmp_path / "t.parquet"
    pd.DataFrame({"title": ["A"] * 200, "date": range(1700, 1900)}).to_parquet(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:4] + b"\xff" * 60 + whole[64:])

    with pytest.raises(TableError, match=r"t\.parquet: is no whole Parquet file"):
        made(dask, tmp_path / "site", path)


def test_a_warning_about_a_sheet_is_told_like_any_other(dask: Any, tmp_path: Path) -> None:
    import openpyxl  # noqa: PLC0415  (this test alone)

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
    import pandas as pd  # noqa: PLC0415  (this test alone)

    pd.DataFrame({"tDtle": ["Fire"], "date": ["0064"]}).to_parquet(tmp_path / "t.parquet")

    with pytest.raises(TableError, match=r"t\.parquet: no column is called title; the columns are"):
        made(dask, tmp_path / "site", tmp_path / "t.parquet")


def test_a_problem_in_parquet_is_told_with_its_row(dask: Any, tmp_path: Path) -> None:
    import pandas as pd  # noqa: PLC0415  (this test alone)

    dates = ["1900"] * 25
    dates[17] = "1982-13"
    frame = pd.DataFrame({"title": [f"Event {i}" for i in range(25)], "date": dates})
    frame.to_parquet(tmp_path / "t.parquet", row_group_size=10)

    with pytest.raises(TableError, match=r't\.parquet:18: date: "1982-13" has month 13'):
        made(dask, tmp_path / "site", tmp_path / "t.parquet")


def test_events_without_place_or_date_have_parts_of_their_own(dask: Any, tmp_path: Path) -> None:
    lines = [*(event(i) for i in range(50)), "n1,Nowhere,1950,,,,", "u1,Undated,,Town,1,2,"]
    (tmp_path / "t.csv").write_text(rows(*lines), "utf-8")

    found = parts(made(dask, tmp_path / "site", tmp_path / "t.csv", part=100))

    assert texts(found[0], "title") == ["Nowhere"]
    assert found[0]["part"]["name"] == "1950 · Without a place"
    assert texts(found[-1], "title") == ["Undated"]
    assert found[-1]["part"]["name"] == "Undated · Town"


def test_events_of_one_day_and_place_are_shared_among_parts(dask: Any, tmp_path: Path) -> None:
    lines = (f"e{i},Event {i},1900-01-01,Town,1,2," for i in range(1000))
    (tmp_path / "t.csv").write_text(rows(*lines), "utf-8")

    found = parts(made(dask, tmp_path / "site", tmp_path / "t.csv", part=100))

    assert len(found) == 10
    assert sum(part["head"]["count"] for part in found) == 1000


def test_one_id_for_two_events_of_a_part_becomes_two(dask: Any, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.csv").write_text("title,date\nPeace,1945\n", "utf-8")

    found = parts(made(dask, tmp_path / "site", tmp_path / "?.csv"))

    assert texts(found[0], "id") == ["peace-1945", "peace-1945-2"]


def test_a_category_has_the_same_mark_in_every_part(site: Path) -> None:
    names = {tuple(part["tables"]["categories"]["name"]) for part in parts(site)}

    assert len(names) == 1


def test_a_site_takes_the_place_of_the_one_before(dask: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(rows(*map(event, range(300))), "utf-8")
    first = made(dask, tmp_path / "site", tmp_path / "t.csv", part=20)
    (tmp_path / "t.csv").write_text(rows(event(1)), "utf-8")

    second = made(dask, tmp_path / "site", tmp_path / "t.csv", part=20)

    assert first == second
    assert len(parts(second)) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "t.csv"]


def test_an_error_leaves_the_site_that_was_there(dask: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(rows(event(1)), "utf-8")
    before = digest(made(dask, tmp_path / "site", tmp_path / "t.csv"))
    (tmp_path / "t.csv").write_text(rows("e,Event,1982-13,,,,"), "utf-8")

    with pytest.raises(TableError):
        made(dask, tmp_path / "site", tmp_path / "t.csv")

    assert digest(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "t.csv"]


def test_a_run_that_is_stopped_leaves_nothing_behind(dask: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(rows(event(1)), "utf-8")

    def stop(stage: str) -> None:
        if stage == "drawing the overview":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made(dask, tmp_path / "site", tmp_path / "t.csv", tell=stop)

    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


def test_a_run_that_the_system_ends_leaves_nothing_behind(tmp_path: Path) -> None:
    write_table(tmp_path / "t.csv", COUNT)
    command = [sys.executable, "-m", "mapgen", "build", "t.csv", "--site", "site"]

    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not list(tmp_path.glob(".mapgen-*/new/*")):
            time.sleep(0.01)
        process.terminate()

    assert process.returncode == 128 + signal.SIGTERM
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


def test_a_table_that_is_shut_to_a_worker_is_named(
    dask: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "t.csv").write_text(rows(event(1)), "utf-8")

    def shut(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "t.csv")

    monkeypatch.setattr("mapgen.site.tables.opened", shut)

    with pytest.raises(TableError, match=r"t\.csv: cannot be opened by all .*Permission denied"):
        made(dask, tmp_path / "site", tmp_path / "t.csv")


def test_a_folder_of_somebody_else_is_refused_and_kept(dask: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(rows(event(1)), "utf-8")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("Dear all", "utf-8")

    with pytest.raises(PageError, match=r"holds letter\.txt, which mapgen did not write"):
        made(dask, tmp_path / "home", tmp_path / "t.csv")

    assert (tmp_path / "home" / "letter.txt").read_text("utf-8") == "Dear all"


def test_a_page_of_somebody_else_is_refused_and_kept(dask: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(rows(event(1)), "utf-8")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "index.html").write_text("<!doctype html>", "utf-8")

    with pytest.raises(PageError, match=r"holds a page that is not mapgen's"):
        made(dask, tmp_path / "home", tmp_path / "t.csv")


def test_tables_that_are_not_there_are_all_named(dask: Any, tmp_path: Path) -> None:
    with pytest.raises(TableError) as caught:
        made(dask, tmp_path / "site", tmp_path / "no.csv", tmp_path / "*.parquet")

    assert [Path(each.file).name for each in caught.value.problems] == ["no.csv", "*.parquet"]


def test_what_a_site_needs_besides_is_named_with_the_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("mapgen.site.cluster.find_spec", lambda name: name != "pyarrow" or None)

    with pytest.raises(SettingsError, match=r"a site needs pyarrow.*pip install .*pyarrow"):
        build_site(["t.csv"], tmp_path / "site", Settings())


def test_a_page_and_a_site_at_once_are_refused(tmp_path: Path) -> None:
    words = ["build", "t.csv", "-o", str(tmp_path / "m.html"), "--site", str(tmp_path / "site")]

    result = CliRunner().invoke(app, words)

    assert result.exit_code == 2
    assert "--site and -o exclude each other" in result.stderr


def test_a_scheduler_without_a_site_is_refused() -> None:
    result = CliRunner().invoke(app, ["build", "t.csv", "--scheduler", "tcp://127.0.0.1:1"])

    assert result.exit_code == 2
    assert "--scheduler goes with --site" in result.stderr
