from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from mapgen.files import put
from mapgen.files.aside import clear, lent_file

LEFT = ".mapgen-abcd_012.part"  # by a run that was killed
locks = pytest.mark.skipif(sys.platform == "win32", reason="it has no locks that end with a run")


def test_the_parts_of_a_file_follow_each_other(tmp_path: Path) -> None:
    path = tmp_path / "file"

    put(path, b"one ", b"", b"two " * 10_000, b"three", mode=0o600)

    assert path.read_bytes() == b"one " + b"two " * 10_000 + b"three"
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_of_no_parts_is_empty(tmp_path: Path) -> None:
    put(tmp_path / "file", mode=0o644)

    assert (tmp_path / "file").read_bytes() == b""


def test_a_part_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"what was there")

    with pytest.raises(TypeError):
        put(path, b"new" * 10_000, "no bytes", mode=0o644)  # type: ignore[arg-type]

    assert path.read_bytes() == b"what was there"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_on_the_disk_before_it_has_its_name_and_the_name_thereafter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"what was there")
    kept: list[bytes] = []

    def keep(number: int) -> None:
        real = Path(f"/dev/fd/{number}")
        kept.append(b"a folder" if real.is_dir() else real.read_bytes())
        kept.append(path.read_bytes())

    monkeypatch.setattr("os.fsync", keep)

    put(path, b"new", mode=0o644)

    assert kept == [b"new", b"what was there", b"a folder", b"new"]


@locks
def test_what_a_run_that_was_killed_left_is_cleared_away(tmp_path: Path) -> None:
    code = """
        import os, sys
        from pathlib import Path
        from mapgen.files import put
        Path.replace = lambda *_: os.kill(os.getpid(), 9)
        put(Path(sys.argv[1]), b"new", mode=0o644)
    """
    path = tmp_path / "file"
    subprocess.run([sys.executable, "-c", textwrap.dedent(code), str(path)], check=False)
    left = list(tmp_path.iterdir())

    put(path, b"newer", mode=0o644)

    assert len(left) == 1
    assert list(tmp_path.iterdir()) == [path]


@locks
def test_what_a_run_that_goes_on_has_aside_is_left_alone(tmp_path: Path) -> None:
    with lent_file(tmp_path) as (file, part):
        file.write(b"half of it")
        file.flush()

        put(tmp_path / "other", b"new", mode=0o644)

        assert part.read_bytes() == b"half of it"


@locks
def test_a_file_that_is_cleared_away_while_it_is_lent_is_replaced_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lent: list[str] = []

    def lock_late(_number: int, *, wait: bool) -> None:
        left = [each for each in tmp_path.iterdir() if each.name not in lent]
        if wait and not lent:
            lent.append(left[0].name)
            left[0].unlink()

    monkeypatch.setattr("mapgen.files.aside._lock", lock_late)

    put(tmp_path / "file", b"new", mode=0o644)

    assert (tmp_path / "file").read_bytes() == b"new"


@locks
def test_only_what_is_named_as_ours_is_cleared_away(tmp_path: Path) -> None:
    names = (".mapgen-notes", ".mapgen-abcd_012.parts", "mapgen.toml", "x.mapgen-abcd_012.part")
    for name in names:
        (tmp_path / name).touch()
    (tmp_path / LEFT).symlink_to("mapgen.toml")
    os.mkfifo(tmp_path / LEFT.replace("a", "z"))

    clear(tmp_path)

    assert (tmp_path / LEFT).is_symlink()
    assert {each.name for each in tmp_path.iterdir()} >= {*names}


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
def test_a_file_that_does_not_reach_the_disk_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"what was there")

    def fail(_number: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("os.fsync", fail)

    with pytest.raises(OSError, match=re.escape(os.strerror(number))):
        put(path, b"new", mode=0o644)

    assert path.read_bytes() == b"what was there"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_system_that_cannot_tell_when_a_file_is_on_the_disk_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_number: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr("os.fsync", refuse)

    put(tmp_path / "file", b"new", mode=0o644)

    assert (tmp_path / "file").read_bytes() == b"new"
