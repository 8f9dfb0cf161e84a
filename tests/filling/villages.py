"""A server of places that tests speak to, and what it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.testing import CliRunner

from mapgen.cli import app
from mapgen.places.geocoding.service import Clock
from tests.nominatim import place

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result


VILLAGES = {
    "Sednaya": [place("Sednaya", 33.6964, 36.3775, kind="town")],
    "Maaloula": [place("Maaloula", 33.8442, 36.5467)],
    "Bludan": [place("Bludan", 33.7253, 36.1281)],
    "Darkush": [place("Darkush", 35.9928, 36.3944)],
    "Kessab": [place("Kessab", 35.9258, 35.9886)],
}


class Time:
    """A clock that jumps ahead where somebody would sleep."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        self.slept.append(seconds)

    def clock(self) -> Clock:
        return Clock(now=lambda: self.seconds, sleep=self.sleep)


def geocode(path: Path, *words: object) -> Result:
    return CliRunner().invoke(app, ["geocode", str(path), *map(str, words)])


def table(folder: Path, *rows: str, header: str = "title,place,country,lat,lon") -> Path:
    path = folder / "t.csv"
    path.write_text("\r\n".join([header, *rows, ""]), "utf-8", newline="")
    return path


def rows(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()[1:]
