"""A site: many tables become an overview and its parts, whoever makes them in whatever order."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from mapgen.errors import TableError
from mapgen.settings import Settings
from mapgen.site import build_site
from tests.site.made import BLOCK, COUNT, PART, digest, event, made, parts, rows, texts

pytestmark = pytest.mark.xdist_group("site")


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
