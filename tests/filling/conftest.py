"""What the tests of filling share: a server, a clock and a memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.places.geocoding.memory import Memory
from mapgen.places.geocoding.service import Service
from tests.filling.villages import VILLAGES, Time
from tests.nominatim import Nominatim, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def server() -> Iterator[Nominatim]:
    with serving(Nominatim(places=dict(VILLAGES))) as nominatim:
        yield nominatim


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "answers" / "kept.jsonl")


@pytest.fixture
def service(server: Nominatim, time: Time, memory: Memory, told: list[str]) -> Service:
    return Service(memory, server=server.url, clock=time.clock(), tell=told.append)


# The command.


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, time: Time) -> Path:
    """Return where the command keeps answers; it does not really wait."""
    path = tmp_path / "cache" / "kept.jsonl"
    monkeypatch.setattr("mapgen.places.geocoding.memory.usual_path", lambda: path)
    monkeypatch.setattr("mapgen.places.geocoding.service.Clock", time.clock)
    return path
