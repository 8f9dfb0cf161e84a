from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.putting import put

if TYPE_CHECKING:
    from pathlib import Path


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
