"""What is written costs no other file: none that is read, no device, pipe or socket."""

from __future__ import annotations

import io
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from typer.testing import CliRunner

import mapgen
from mapgen.cli import app

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TABLE = "title,date,lat,lon,image\nThe bridge opens,1566-07,43.3373,17.8150,bridge.png\n"
SECOND = "title,date,lat,lon\nThe bridge falls,1993-11-09,43.3373,17.8150\n"
WAYS = {"build": ("build",), "export": ("export", "--as", "csv")}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two tables, an image, both settings files, and nothing else."""
    (tmp_path / "bridge.csv").write_text(TABLE, "utf-8")
    (tmp_path / "war.csv").write_text(SECOND, "utf-8")
    (tmp_path / "mapgen.toml").write_text('title = "Mostar"\n', "utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.mapgen]\ntitle = "Mostar"\n', "utf-8")
    Image.new("RGB", (4, 4), "teal").save(tmp_path / "bridge.png")
    return tmp_path


def run(*words: str | Path) -> str:
    """Run a command that fails with a sentence, and return that."""
    done = CliRunner().invoke(app, list(map(str, words)))
    assert done.exit_code == 1, done.output
    return done.stderr


def process(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "mapgen", *map(str, words)]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return what was printed as an error by a command that failed with a sentence."""
    told = done.stderr.decode()
    assert done.returncode == 1, told
    assert "Traceback" not in told
    return told


READ = ("bridge.csv", "war.csv", "mapgen.toml", "pyproject.toml", "bridge.png")


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("link", [Path.symlink_to, Path.hardlink_to])
def test_what_is_read_is_not_written_over_through_a_link_either(
    folder: Path, way: Sequence[str], name: str, link: object
) -> None:
    output = "out.html" if way[0] == "build" else "out.csv"
    link(folder / output, folder / name)  # type: ignore[operator]
    before = contents(folder)

    told = run(*way, folder / "bridge.csv", folder / "war.csv", "-o", folder / output)

    assert f'{output}: is the same file as "{folder.as_posix()}/{name}", which is read here' in told
    assert contents(folder) == before


@pytest.mark.parametrize("name", READ)
def test_an_export_does_not_replace_what_it_is_made_of(folder: Path, name: str) -> None:
    before = contents(folder)

    run("export", folder / "bridge.csv", folder / "war.csv", "-o", folder / name, "--as", "csv")

    assert contents(folder) == before


def test_a_table_whose_name_is_that_of_a_page_is_not_replaced_by_its_page(folder: Path) -> None:
    (folder / "war.html").write_text(SECOND, "utf-8")

    told = run("build", folder / "war.html", "-o", folder / "war.html")

    assert "war.html: is read here, and would be replaced; write to another file" in told
    assert (folder / "war.html").read_text("utf-8") == SECOND


def test_a_table_on_standard_input_is_not_replaced(folder: Path) -> None:
    (folder / "war.html").write_text(SECOND, "utf-8")
    command = [sys.executable, "-m", "mapgen", "build", "-", "-o", "war.html"]

    with (folder / "war.html").open("rb") as table:
        done = subprocess.run(command, cwd=folder, stdin=table, capture_output=True, check=False)

    assert "which is read here" in said(done)
    assert (folder / "war.html").read_text("utf-8") == SECOND


def test_standard_output_is_not_the_table_either(folder: Path) -> None:
    command = [sys.executable, "-m", "mapgen", "build", "war.csv", "-o", "-"]

    with (folder / "war.csv").open("ab") as end:
        done = subprocess.run(command, cwd=folder, stdout=end, stderr=subprocess.PIPE, check=False)

    assert 'standard output: is the same file as "war.csv", which is read here' in said(done)
    assert (folder / "war.csv").read_text("utf-8") == SECOND


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(path.name)


def make_device(path: Path) -> None:
    try:
        os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
    except PermissionError:
        pytest.skip("only root makes devices")


KINDS = {"a pipe": make_pipe, "a socket": make_socket, "a device": make_device}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("through", ["itself", "a link"])
def test_what_is_no_file_stays_what_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch, way: Sequence[str], kind: str, through: str
) -> None:
    monkeypatch.chdir(folder)
    KINDS[kind](Path("there"))
    Path("link.html").symlink_to("there")
    before = os.lstat("there")

    told = run(*way, "war.csv", "-o", "there" if through == "itself" else "link.html")

    assert f"is {kind}, and only a file can be replaced; name a file, or - for" in told
    assert os.path.samestat(os.lstat("there"), before)
    assert os.lstat("there").st_mode == before.st_mode
    assert os.lstat("there").st_rdev == before.st_rdev


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_what_it_leads_to_is_written(
    folder: Path, way: Sequence[str], *, there: bool
) -> None:
    link, target = folder / "out.html", folder / "web" / "published.html"
    if way[0] == "export":
        link = link.with_suffix(".csv")
    if there:
        target.parent.mkdir()
        target.write_text("the page that was there", "utf-8")
    link.symlink_to("web/published.html")

    done = CliRunner().invoke(app, [*way, str(folder / "war.csv"), "-o", str(link)])

    assert done.exit_code == 0, done.stderr
    assert link.is_symlink()
    assert not target.is_symlink()
    assert b"The bridge falls" in target.read_bytes() or way[0] == "build"
    assert len(target.read_bytes()) > 50


def test_a_link_that_leads_to_itself_is_told(folder: Path) -> None:
    (folder / "out.html").symlink_to("out.html")

    told = run("build", folder / "war.csv", "-o", folder / "out.html")

    assert "out.html: cannot be written: Too many levels of symbolic links" in told
    assert (folder / "out.html").is_symlink()


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_a_page_on_standard_output_is_the_page_of_a_file(folder: Path, name: str) -> None:
    process(folder, "build", "war.csv", "-o", "out.html")

    done = process(folder, "build", "war.csv", "-o", name)

    assert done.returncode == 0
    assert done.stdout == (folder / "out.html").read_bytes()
    assert b"standard output: " in done.stderr
    assert b"1 event at 1 place" in done.stderr


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_an_export_on_standard_output_is_that_of_a_file(folder: Path, name: str) -> None:
    process(folder, "export", "war.csv", "-o", "out.csv")

    done = process(folder, "export", "war.csv", "-o", name, "--as", "csv", "--quiet")

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == (folder / "out.csv").read_bytes()


def test_an_export_on_standard_output_wants_to_know_its_format(folder: Path) -> None:
    told = run("export", folder / "war.csv", "-o", "-")

    assert "say --as geojson|linked-places|timelinejs|kml|csv" in told


def test_who_has_read_enough_of_standard_output_hears_nothing_of_it(folder: Path) -> None:
    command = [sys.executable, "-m", "mapgen", "build", "war.csv", "-o", "-", "--quiet"]

    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as done:
        assert done.stdout is not None
        assert done.stderr is not None
        assert done.stdout.read(15) == b"<!doctype html>"
        done.stdout.close()
        told = done.stderr.read()

    assert (done.returncode, told) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_standard_output_that_is_full_is_told(folder: Path) -> None:
    command = [sys.executable, "-m", "mapgen", "build", "war.csv", "-o", "-", "--quiet"]

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False)

    assert said(done) == "standard output: cannot be written: No space left on device\n"


def test_standard_output_that_is_closed_is_told(folder: Path) -> None:
    command = ["sh", "-c", '"$0" -m mapgen build war.csv -o - -q >&-', sys.executable]

    done = subprocess.run(command, cwd=folder, stderr=subprocess.PIPE, check=False)

    assert said(done) == "standard output is closed; name a file\n"


def test_a_page_that_is_to_be_opened_is_no_standard_output(folder: Path) -> None:
    done = CliRunner().invoke(app, ["build", str(folder / "war.csv"), "-o", "-", "--open"])

    assert done.exit_code == 2
    assert "--open shows a file, and -o names standard output" in done.stderr


def map_of(folder: Path) -> mapgen.HistoricalMap:
    return mapgen.HistoricalMap(mapgen.read_events(folder / "bridge.csv", folder / "war.csv"))


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("link", [None, Path.symlink_to, Path.hardlink_to])
def test_a_map_of_python_is_not_saved_over_what_it_is_made_of(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, link: object
) -> None:
    output = folder / ("out.html" if link else name)
    if link:
        link(output, folder / name)  # type: ignore[operator]
    before = contents(folder)
    monkeypatch.chdir(folder)
    drawn = mapgen.HistoricalMap(mapgen.read_events("bridge.csv", "war.csv"))
    monkeypatch.chdir(folder.parent)

    with pytest.raises(mapgen.PageError, match="read here, and would be replaced"):
        drawn.save(output)

    assert contents(folder) == before


def test_a_map_of_single_events_is_not_saved_over_their_images(folder: Path) -> None:
    events = iter(list(mapgen.read_events(folder / "bridge.csv")))
    drawn = mapgen.HistoricalMap(events, folder=folder)
    before = contents(folder)

    with pytest.raises(mapgen.PageError, match=r"bridge\.png: is read here"):
        drawn.save(folder / "bridge.png")

    assert contents(folder) == before


@pytest.mark.parametrize("kind", KINDS)
def test_a_map_of_python_is_saved_as_a_file_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.chdir(folder)
    KINDS[kind](Path("there"))
    before = os.lstat("there")

    with pytest.raises(mapgen.PageError, match=f"is {kind}, and only a file can be replaced"):
        map_of(folder).save("there")

    assert os.path.samestat(os.lstat("there"), before)


@pytest.mark.parametrize("form", [Path, str, os.fsencode])
def test_a_map_of_python_is_saved_whole_through_a_link(
    folder: Path, form: Callable[[Path], str | bytes | Path]
) -> None:
    (folder / "out.html").symlink_to("web/published.html")
    drawn = map_of(folder)

    drawn.save(form(folder / "out.html"))

    assert (folder / "out.html").is_symlink()
    assert (folder / "web" / "published.html").read_text("utf-8") == drawn.to_html()
    assert [each.name for each in (folder / "web").iterdir()] == ["published.html"]


def test_a_map_that_cannot_be_drawn_leaves_the_page_that_was_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, output = map_of(folder), folder / "out.html"
    output.write_text("the page that was there", "utf-8")
    monkeypatch.setattr("mapgen.page.document.listing", lambda _payload: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        drawn.save(output)

    assert output.read_text("utf-8") == "the page that was there"


def test_a_map_is_saved_into_what_is_open_as_folium_does(folder: Path) -> None:
    drawn, written = map_of(folder), io.BytesIO()

    drawn.save(written, close_file=False)
    with (folder / "out.html").open("wb") as file:
        drawn.save(file)

    assert written.getvalue().decode() == drawn.to_html()
    assert file.closed
    assert (folder / "out.html").read_bytes() == written.getvalue()
