"""Keeps the answers of a geocoding service in a file, so that nothing is asked twice."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from mapgen.places.geocoding.candidates import Candidate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_NEW_NAMES_AFTER = timedelta(days=30)  # by then, somebody may have drawn the place
_Key = tuple[str, str, str]  # server, name, country


def usual_path() -> Path:
    """Return the file in the user's folder for things that can be asked for again."""
    from platformdirs import user_cache_path

    return user_cache_path("mapgen", appauthor=False) / "geocoding.jsonl"


class Memory:
    """The answers kept in a file, one JSON object on each line, the last one of a name counting.

    A line that a crash cut short is passed over. `today` tells the day: that a name was not found
    counts for 30 days. With `fresh`, what was kept before is not read.
    """

    def __init__(
        self, path: Path, *, today: Callable[[], date] = date.today, fresh: bool = False
    ) -> None:
        self.path = path
        self._today = today
        self._answers: dict[_Key, tuple[date, tuple[Candidate, ...]]] = {}
        if not fresh:
            self._read()

    def recall(self, server: str, name: str, country: str) -> tuple[Candidate, ...] | None:
        """Return the answer to a question asked before, None where there is none that counts."""
        asked, found = self._answers.get(_key(server, name, country), (date.min, None))
        too_old = found == () and self._today() - asked > _NEW_NAMES_AFTER
        return None if too_old else found

    def keep(self, server: str, name: str, country: str, found: Sequence[Candidate]) -> None:
        """Keep an answer; it is in the file when this returns. Raises OSError."""
        today = self._today()
        self._answers[_key(server, name, country)] = (today, tuple(found))
        record = {
            "asked": today.isoformat(),
            "server": server,
            "name": name,
            "country": country,
            "found": [asdict(candidate) for candidate in found],
        }
        line = json.dumps(record, ensure_ascii=False).encode() + b"\n"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab+") as file:
            if file.tell() and not self._ends_with_a_line(file):
                line = b"\n" + line
            file.write(line)

    def _read(self) -> None:
        try:
            lines = self.path.read_bytes().split(b"\n")
        except OSError:
            return  # none was kept yet; where none can be, `keep` says so
        for line in lines:
            try:
                kept = json.loads(line)
                key = _key(kept["server"], kept["name"], kept["country"])
                found = tuple(_candidate(each) for each in kept["found"])
                self._answers[key] = (date.fromisoformat(kept["asked"]), found)
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                continue  # cut short, or not ours; it is asked again

    @staticmethod
    def _ends_with_a_line(file: Any) -> bool:
        file.seek(-1, 2)
        return bool(file.read(1) == b"\n")


def _key(server: str, name: str, country: str) -> _Key:
    return server, " ".join(name.split()).casefold(), country.upper()


def _candidate(kept: dict[str, Any]) -> Candidate:
    box = kept.get("box")
    return Candidate(**{**kept, "box": tuple(box) if box else None})
