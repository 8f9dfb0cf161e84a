"""What is doubtful or found by nobody is told, and nothing is lost on the way."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from mapgen.cli import app
from tests.filling.villages import VILLAGES, geocode, rows, table
from tests.nominatim import Nominatim, Reply, place

if TYPE_CHECKING:
    from pathlib import Path


def test_doubtful_places_are_shown_and_not_written(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Odessa,,,")

    result = geocode(path)

    assert result.exit_code == 1
    assert rows(path) == ["A,Odessa,,,"]
    assert (
        't.csv:2: place: "Odessa" is doubtful, not written: 2 towns have this name' in result.stderr
    )
    assert "1. Odessa, Texas, United States (31.8457, -102.3676)" in result.stderr
    assert "2. Odesa, Ukraine (46.4857, 30.7438), 10,116 km away" in result.stderr
    assert "1 name is doubtful" in result.stdout


def test_doubtful_places_are_written_when_they_are_accepted(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Tripoli,,,")

    result = geocode(path, "--accept")

    assert result.exit_code == 0
    assert rows(path) == ["A,Tripoli,,32.88743,13.18733"]
    assert "the first was written" in result.stderr


def test_what_is_not_found_is_said_once_with_its_lines(tmp_path: Path) -> None:
    path = table(tmp_path, *[f"{n},Nowhereville,France,," for n in range(6)], "B,Homs,Nowhere,,")

    result = geocode(path)

    assert result.exit_code == 1
    assert 'no "Nowhereville" in France (also in lines 3, 4, 5 and 2 more)' in result.stderr
    assert 't.csv:8: country: "Nowhere" is no country' in result.stderr
    assert "2 not found" in result.stdout


def test_a_dry_run_shows_the_changes_and_makes_none(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs,Syria,,", "B,Home,,1,2")
    before = path.read_bytes()

    result = geocode(path, "--dry-run")

    assert result.exit_code == 0
    assert path.read_bytes() == before
    assert "-A,Homs,Syria,,\n+A,Homs,Syria,34.72405,36.72559\n" in result.stdout
    assert "1 place to fill" in result.stderr


def test_online_asks_only_for_what_the_gazetteer_has_not(
    tmp_path: Path, server: Nominatim, kept: Path
) -> None:
    path = table(tmp_path, "A,Homs,Syria,,", "B,Maaloula,Syria,,", "C,Maaloula,Syria,,")

    result = geocode(path, "--online", "--server", server.url)

    assert result.exit_code == 0, result.output
    assert server.names == ["Maaloula"]
    assert rows(path)[1:] == [
        "B,Maaloula,Syria,33.8442,36.5467",
        "C,Maaloula,Syria,33.8442,36.5467",
    ]
    assert "1 from the gazetteer, 2 online" in result.stdout
    assert "© OpenStreetMap contributors" in result.stdout
    assert kept.exists()


def test_a_doubtful_answer_is_shown_with_its_alternatives(
    tmp_path: Path, server: Nominatim, kept: Path
) -> None:
    server.places["Salihiyah"] = [
        place("Salihiyah", 34.7, 40.7, kind="hamlet"),
        place("Salihiyah", 33.5, 36.3, kind="suburb"),
    ]
    path = table(tmp_path, "A,Salihiyah,Syria,,")

    result = geocode(path, "--online", "--server", server.url)

    assert result.exit_code == 1
    assert rows(path) == ["A,Salihiyah,Syria,,"]
    assert 'another place is called "Salihiyah" too' in result.stderr
    assert "2. Salihiyah, SY (33.5000, 36.3000) [suburb], " in result.stderr
    assert kept.exists()


def test_what_nobody_has_is_kept_and_asked_again_only_when_fresh(
    tmp_path: Path, server: Nominatim, kept: Path
) -> None:
    path = table(tmp_path, "A,Nowhereville,France,,")

    first = geocode(path, "--online", "--server", server.url)
    geocode(path, "--online", "--server", server.url)
    geocode(path, "--online", "--server", server.url, "--fresh")

    assert first.exit_code == 1
    assert "neither the gazetteer nor 127.0.0.1" in first.stderr
    assert server.names == ["Nowhereville"] * 2
    assert kept.read_text("utf-8").count("\n") == 2


def test_when_the_server_fails_the_rest_is_filled_all_the_same(
    tmp_path: Path, server: Nominatim, kept: Path
) -> None:
    server.always = Reply(status=503)
    names = ["Maaloula", "Bludan", "Kessab", "Darkush"]
    path = table(tmp_path, *[f"{name},{name},Syria,," for name in names], "B,Homs,Syria,,")

    result = geocode(path, "--online", "--server", server.url)

    assert result.exit_code == 1
    assert rows(path)[-1] == "B,Homs,Syria,34.72405,36.72559"
    assert "no more names are asked for" in result.stderr
    assert '"Darkush" was not asked for' in result.stderr
    assert not kept.exists()


def test_a_server_that_cannot_be_used_is_said_so(tmp_path: Path, kept: Path) -> None:
    result = geocode(table(tmp_path, "A,Homs,,,"), "--online", "--timeout", "0")

    assert result.exit_code == 1
    assert "timeout 0.0 must be more than 0 seconds" in result.stderr
    assert not kept.exists()


@pytest.mark.parametrize(
    "words", [["-"], ["https://example.org/t.csv"], ["t.csv", "--server", "https://example.org"]]
)
def test_a_command_that_makes_no_sense_is_refused(words: list[str]) -> None:
    result = CliRunner().invoke(app, ["geocode", *words])

    assert result.exit_code == 2


def workbook() -> bytes:
    """Return the least that is taken for a workbook."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return content.getvalue()


@pytest.mark.parametrize("content", [workbook(), b'{"events": []}'])
def test_only_csv_files_are_filled(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(content)

    result = geocode(path)

    assert result.exit_code == 1
    assert "only CSV files are filled in place" in result.stderr
    assert path.read_bytes() == content


def test_a_torn_table_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Homs,Syria,,", "B,Homs,Syria,,,,x")

    result = geocode(path)

    assert result.exit_code == 1
    assert "t.csv:3: has 7 cells" in result.stderr
    assert rows(path)[0] == "A,Homs,Syria,,"


def run_in_a_process(path: Path, server: Nominatim, cache: Path) -> subprocess.Popen[str]:
    """Start the command in a process of its own that does not really wait between questions.

    It hears Ctrl-C even where the tests run in the background of a shell, which ignores it.
    """
    script = """if True:
        import signal, time
        from mapgen.cli import main
        signal.signal(signal.SIGINT, signal.default_int_handler)
        time.sleep = lambda _: None
        main()
    """
    words = ["geocode", str(path), "--online", "--server", server.url]
    return subprocess.Popen(
        [sys.executable, "-c", script, *words],
        env={**os.environ, "XDG_CACHE_HOME": str(cache), "no_proxy": "127.0.0.1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="XDG_CACHE_HOME is of Linux")
@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT])
def test_after_a_kill_nothing_is_lost_and_nothing_asked_twice(
    tmp_path: Path, server: Nominatim, blow: signal.Signals
) -> None:
    names = list(VILLAGES)
    path = table(tmp_path, *[f"{name},{name},Syria,," for name in names])
    before = path.read_bytes()
    server.hold_after = 3

    with run_in_a_process(path, server, tmp_path / "cache") as process:
        held = server.held.wait(30)
        process.send_signal(blow)
        status = process.wait(60)
    after_the_kill = path.read_bytes()
    server.hold_after = None
    server.released.set()
    with run_in_a_process(path, server, tmp_path / "cache") as process:
        output, _ = process.communicate(timeout=60)

    assert held
    assert status == {signal.SIGKILL: -signal.SIGKILL, signal.SIGINT: 130}[blow]
    assert after_the_kill == before
    assert server.names == [*names[:4], *names[3:]]  # the fourth had no answer yet
    assert "5 places filled (5 online)" in output
    assert [line.split(",", 3)[3] for line in rows(path)] == [
        f"{found[0]['lat'].rstrip('0')},{found[0]['lon'].rstrip('0')}"
        for found in VILLAGES.values()
    ]


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("A,Homs,Syria,34.7,", 't.csv:2: lat: "34.7" has no longitude'),
        ("A,Homs,Syria,=A1,=B1", "t.csv:2: lat: "),
        ("A,Homs,Syria,north,36.7", 't.csv:2: lat: "north" '),
        ("A,Homs,Syria,34.7N,95.1N", "t.csv:2: "),
    ],
)
def test_a_coordinate_that_check_refuses_is_told_and_never_filled_over(
    tmp_path: Path, row: str, wrong: str
) -> None:
    path = table(tmp_path, row, "B,Bonn,Germany,,")

    result = geocode(path)

    assert result.exit_code == 1
    assert rows(path) == [row, "B,Bonn,Germany,50.73438,7.09549"]
    assert wrong in result.stderr
    assert "in the table" in result.stdout
    assert "none is left" not in result.stdout


def test_a_place_beside_another_is_not_filled_and_not_asked_for(
    tmp_path: Path, server: Nominatim, kept: Path
) -> None:
    path = table(tmp_path, "A,near Maaloula,Syria,,")

    result = geocode(path, "--online", "--server", server.url)

    assert (result.exit_code, server.names, kept.exists()) == (1, [], False)
    assert rows(path) == ["A,near Maaloula,Syria,,"]
    assert 't.csv:2: place: "near Maaloula" is not "Maaloula" itself' in result.stderr
    assert "1 not found" in result.stdout
    assert "doubtful" not in result.stdout


def test_a_town_is_written_as_the_list_of_a_doubtful_one_has_it(tmp_path: Path) -> None:
    path = table(tmp_path, "A,Springfield,US,,")
    listed = geocode(path).stderr.split("3. ")[1].partition(" (")[0]

    path = table(tmp_path, f'A,"{listed}",US,,')
    result = geocode(path)

    assert (listed, result.exit_code) == ("Springfield, Illinois, United States", 0)
    assert rows(path) == ['A,"Springfield, Illinois, United States",US,39.80172,-89.64371']
