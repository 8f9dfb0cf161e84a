"""Kills commands that write, at random moments, and looks at what is there then."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

Found = Literal["old", "new", "lost"]
State = dict[str, bytes]  # by the path of a file within what is written

COMMANDS = {
    "build": ("build", "table.csv", "-o", "map.html"),
    "export": ("export", "table.csv", "-o", "events.geojson"),
    "geocode": ("geocode", "table.csv"),
    "site": ("build", "table.csv", "--site", "site"),
}
ROWS = 2000

_HEADER = "title,date,place,country,lat,lon,description\n"
_OFTEN = 0.0005  # seconds between looks for what a command has aside
_SOON = 0.05  # of the time from there to the end of a run; a file is in its place by then


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a kill left: which output, and whether anything beside it; `late` came after the end."""

    found: Found
    litter: bool
    late: bool


class Victim:
    """A command in a folder of its own, with the output of an earlier run and that of this one."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._words = COMMANDS[name]
        self._output = folder / self._words[-1]
        self._table("earlier", blank=name == "geocode")
        if name != "geocode":  # which writes its own table, blank as it is
            self.run()
            self._old = self._state()
            self._table("later", blank=False)
        else:
            self._old = self._state()
        self._seconds, self._writing = self._times()
        self._new = self._state()

    def run(self) -> None:
        """Run the command to its end."""
        subprocess.run(self._command(), cwd=self._folder, check=True, capture_output=True)

    def kill(self, random: Random) -> Outcome:
        """Run the command on the old output, and kill it: half the times while it writes."""
        self._restore()
        with self._started() as process:
            if random.random() < 1 / 2:
                time.sleep(random.uniform(0, self._seconds))
            else:
                self._wait_for_writing(process)
                time.sleep(random.uniform(0, self._writing) * random.choice((_SOON, 1)))
            process.kill()
        with suppress(ProcessLookupError):
            os.killpg(
                process.pid, signal.SIGKILL
            )  # the workers of a site, which would take a while
        state = self._state()
        found: Found = "old" if state == self._old else "new" if state == self._new else "lost"
        return Outcome(found=found, litter=self.litter(), late=process.returncode == 0)

    def is_new(self) -> bool:
        """Tell whether the output is that of a run that came to its end."""
        return self._state() == self._new

    def litter(self) -> bool:
        """Tell whether anything is left of what a command has aside."""
        return any(".mapgen-" in path.name for path in self._folder.rglob("*"))

    def _times(self) -> tuple[float, float]:
        """Run the command to its end; return its seconds, and those from where it writes."""
        begun = time.perf_counter()
        with self._started() as process:
            self._wait_for_writing(process)
            writes = time.perf_counter()
        ended = time.perf_counter()
        return ended - begun, ended - writes

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._command(),
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _command(self) -> list[str]:
        return [sys.executable, "-m", "mapgen", *self._words]

    def _wait_for_writing(self, process: subprocess.Popen[bytes]) -> None:
        before = set(self._folder.glob(".mapgen-*"))
        while process.poll() is None and not set(self._folder.glob(".mapgen-*")) - before:
            time.sleep(_OFTEN)

    def _table(self, word: str, *, blank: bool) -> None:
        place = "Mostar,Bosnia and Herzegovina," + ("," if blank else "43.3433,17.8081")
        rows = (f"The {word} {n},{1000 + n % 900},{place},{word} {n}\n" for n in range(ROWS))
        (self._folder / "table.csv").write_text(_HEADER + "".join(rows), "utf-8")

    def _state(self) -> State:
        if self._output.is_file():
            return {"": self._output.read_bytes()}
        paths = [path for path in self._output.rglob("*") if path.is_file()]
        return {path.relative_to(self._output).as_posix(): path.read_bytes() for path in paths}

    def _restore(self) -> None:
        """Put the old output into its place; what was left beside it stays."""
        shutil.rmtree(self._output, ignore_errors=True)
        for name, data in self._old.items():
            path = self._output / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
