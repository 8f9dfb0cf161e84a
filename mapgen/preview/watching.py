"""Waits until one of some files changes.

The file system tells at once that something happened in a folder; whether a file is another one
than before, its own stamp tells. So it does not matter how an editor saves, and where a file system
tells nothing, as over a network, the stamps alone are looked at every now and then.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    Stamps = Mapping[Path, tuple[int, int, int] | None]

LOOK = 250  # milliseconds between looks at the stamps where nothing is told
REST = 0.05  # seconds without a change after which a file counts as saved
RESTLESS = 2.0  # seconds after which a file that never rests is read all the same


def stamps(files: Iterable[Path]) -> Stamps:
    """Return what tells a file from what it was before; None for one that is not there."""
    return {path: _stamp(path) for path in files}


def wait_for_change(seen: Stamps) -> None:
    """Return once a file is no longer what it was when it was `seen`, and all are at rest."""
    for _ in _wakes(_folders(seen)):
        now = stamps(seen)
        if now != seen:
            _rest(now)
            return


def _rest(now: Stamps) -> None:
    before: Stamps = {}
    until = time.monotonic() + RESTLESS
    while now != before and time.monotonic() < until:
        time.sleep(REST)
        before, now = now, stamps(now)


def _wakes(folders: set[Path]) -> Iterator[None]:
    """Yield when something happens in one of some folders, and every now and then."""
    from watchfiles import watch

    yield
    with suppress(OSError):  # a folder is gone, or the system watches no more of them
        for _ in watch(
            *folders,
            watch_filter=None,
            debounce=LOOK,
            step=10,
            rust_timeout=LOOK,
            yield_on_timeout=True,
            recursive=False,
        ):
            yield
    while True:
        time.sleep(LOOK / 1000)
        yield


def _folders(files: Iterable[Path]) -> set[Path]:
    """Return where files are, or will be: a link also lies where it leads to."""
    places = {place for path in files for place in (path.absolute(), path.resolve())}
    return {_there(place.parent) for place in places}


def _there(folder: Path) -> Path:
    return next((each for each in (folder, *folder.parents) if each.is_dir()), folder)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
