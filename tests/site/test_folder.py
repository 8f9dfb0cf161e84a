"""The folder of a site takes the place of an earlier site, and of nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from mapgen.errors import PageError
from mapgen.files.aside import is_aside, lent_folder
from mapgen.site.folder import check, replacing

PAGE = '<head><meta name="generator" content="mapgen 0.1.0"></head>{}'
PART = '{{"part":{{"number":1,"name":"{}"}}}}'
LEFT = ".mapgen-abcd_012.part"
IN_ONE_STEP = "mapgen.files.folders._in_one_step"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no such links and locks")


def write(folder: Path, text: str) -> None:
    (folder / "parts").mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(PAGE.format(text), "utf-8")
    (folder / "parts" / "0001.json").write_text(PART.format(text), "utf-8")


def replace(output: Path, text: str) -> None:
    with replacing(output) as new:
        write(new, text)


def holds(folder: Path, text: str) -> bool:
    """Tell whether a folder is a site with a text in all its files, and nothing else."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    return files == {"index.html", "parts", "parts/0001.json"} and all(
        text in path.read_text("utf-8") for path in folder.rglob("*.*")
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "site", "old")
    return tmp_path / "site"


@pytest.fixture(params=["in one step", "in three"])
def _system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand for a system that exchanges folders in one step, and for one that does not."""
    if request.param == "in three":
        monkeypatch.setattr(IN_ONE_STEP, lambda *_: False)


@pytest.mark.usefixtures("_system")
def test_a_site_takes_the_place_of_an_earlier_one(site: Path) -> None:
    replace(site, "new")

    assert holds(site, "new")
    assert list(site.parent.iterdir()) == [site]


@pytest.mark.usefixtures("_system")
def test_an_empty_folder_is_filled_and_stays_the_one_it_is(tmp_path: Path) -> None:
    before = tmp_path.stat().st_ino

    replace(tmp_path, "new")

    assert holds(tmp_path, "new")
    assert tmp_path.stat().st_ino == before


@pytest.mark.parametrize("there", [True, False])
def test_a_link_to_a_site_stays_a_link(tmp_path: Path, *, there: bool) -> None:
    if there:
        write(tmp_path / "host" / "site", "old")
    (tmp_path / "link").symlink_to("host/site")

    replace(tmp_path / "link", "new")

    assert (tmp_path / "link").is_symlink()
    assert holds(tmp_path / "host" / "site", "new")
    assert {path.name for path in tmp_path.iterdir()} == {"link", "host"}
    assert [path.name for path in (tmp_path / "host").iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("parts/notes.txt", "Dear all"),
        ("parts/0002.json", '{"type":"FeatureCollection"}'),
        ("parts/0002.geojson", PART),
        ("parts/photos/1.jpg", "a picture"),
        ("mapgen.toml", 'title = "Mine"'),
        (".htaccess", "Deny from all"),
    ],
)
def test_a_file_of_somebody_else_is_refused_wherever_it_is(
    site: Path, name: str, text: str
) -> None:
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text(text, "utf-8")

    with pytest.raises(PageError, match=rf"holds {name.replace('/1.jpg', '')}, which mapgen did"):
        check(site)


@pytest.mark.parametrize("name", ["index.html", "parts", "parts/0001.json"])
def test_a_link_in_a_site_is_somebody_else_s(site: Path, name: str) -> None:
    (site / name).rename(site.parent / "elsewhere")
    (site / name).symlink_to(site.parent / "elsewhere")

    with pytest.raises(PageError, match=f"holds {name}, which mapgen did not write"):
        check(site)


def test_a_file_that_comes_in_while_a_site_is_made_stays(site: Path) -> None:
    letter = site / "parts" / "letter.txt"

    with pytest.raises(PageError, match=r"holds parts/letter\.txt"), replacing(site):
        letter.write_text("Dear all", "utf-8")

    assert letter.read_text("utf-8") == "Dear all"
    assert "old" in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_a_site_is_no_standard_output(name: str) -> None:
    with pytest.raises(PageError, match="many files and no standard output"):
        check(Path(name))


def test_a_pipe_is_no_folder_for_a_site(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "site")

    with pytest.raises(PageError, match="site: is no folder; name one"):
        check(tmp_path / "site")


@pytest.mark.parametrize("where", [".", "site"])
def test_what_a_run_that_was_killed_left_beside_a_site_or_in_it_goes(
    site: Path, where: str
) -> None:
    write(site.parent / where / LEFT / "new", "half")

    check(site)
    replace(site, "new")

    assert holds(site, "new")
    assert list(site.parent.iterdir()) == [site]


def test_a_site_that_was_taken_out_of_its_place_by_a_run_that_was_killed_is_put_back(
    site: Path,
) -> None:
    kept = site.parent / LEFT / "old" / "site"
    kept.parent.mkdir(parents=True)
    site.rename(kept)

    with pytest.raises(KeyboardInterrupt), replacing(site):
        raise KeyboardInterrupt

    assert holds(site, "old")
    assert list(site.parent.iterdir()) == [site]


def test_what_a_run_that_goes_on_has_aside_stays(site: Path) -> None:
    with lent_folder(site, within=False) as aside:
        write(aside / "new", "of the other run")

        replace(site, "new")

        assert holds(aside / "new", "of the other run")
    assert list(site.parent.iterdir()) == [site]


@pytest.mark.parametrize("shut", ["the page", "the folder"])
def test_a_site_that_cannot_be_moved_in_leaves_the_one_that_was_there(
    site: Path, monkeypatch: pytest.MonkeyPatch, shut: str
) -> None:
    rename = Path.rename

    def fail(path: Path, target: Path) -> Path:
        """Let nothing out of the folder, or move no new one in."""
        last = {"the page": site / "index.html", "the folder": site}[shut]
        out = shut == "the page" and is_aside(path.name)
        if out or (target == last and "new" in {path.name, path.parent.name}):
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(IN_ONE_STEP, lambda *_: False)
    monkeypatch.setattr(Path, "rename", fail)

    with pytest.raises(PageError, match="cannot be written: Permission denied"):
        replace(site, "new")

    assert holds(site, "old")
    assert list(site.parent.iterdir()) == [site]


def mounting(folder: Path, mount: str, code: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder where something is mounted, which goes when that ends."""
    shut = ["unshare", "--mount", "sh", "-ec", f'{mount}; "$0" -c "$1"', sys.executable]
    command = [*shut, textwrap.dedent(code)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def may_mount() -> bool:
    command = ["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]
    return (
        bool(shutil.which("unshare"))
        and not subprocess.run(command, check=False, capture_output=True).returncode
    )


MOUNTS = {
    "another disk": "mount -t tmpfs none site; cp -r old/. site",
    "a folder of this disk": "mount --bind old site",
}


@pytest.mark.skipif(not may_mount(), reason="only root may mount")
@pytest.mark.parametrize("mount", MOUNTS.values(), ids=MOUNTS)
def test_a_site_goes_onto_a_mount_point(tmp_path: Path, mount: str) -> None:
    write(tmp_path / "old", "old")
    (tmp_path / "site").mkdir()
    code = """
        import os
        from pathlib import Path
        from tests.site.test_folder import holds, replace
        before = os.stat("site")
        assert holds(Path("site"), "old")
        replace(Path("site"), "new")
        assert os.path.samestat(os.stat("site"), before)
        assert holds(Path("site"), "new")
        assert sorted(os.listdir()) == ["old", "site"]
    """

    done = mounting(tmp_path, mount, code)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not may_mount(), reason="only root may mount")
def test_a_file_that_is_mounted_by_itself_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "map.html").touch()
    (tmp_path / "mounted.html").write_text("the page that was there", "utf-8")
    code = """
        import os, pytest
        from pathlib import Path
        from mapgen.files import write_whole
        from mapgen.errors import PageError
        with pytest.raises(PageError, match="is mounted by itself, or in use"):
            write_whole(Path("map.html"), b"new")
        assert Path("map.html").read_bytes() == b"the page that was there"
        assert sorted(os.listdir()) == ["map.html", "mounted.html"]
    """

    done = mounting(tmp_path, "mount --bind mounted.html map.html", code)

    assert (done.returncode, done.stderr) == (0, "")
