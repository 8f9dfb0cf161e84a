"""Makes a table of any size, the same every time: events all over the world and two centuries."""

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "title,date,place,lat,lon,kind,category,tags,status,description,source".split(",")  # noqa: SIM905
)
CATEGORIES = ("Rule", "War", "Exile", "Trade", "Science", "Art")
STATUSES = ("confirmed", "confirmed", "confirmed", "reported", "unconfirmed", "disputed")
WORDS = "the town council met again and soldiers came from across a river in winter with letters"
FIRST_YEAR, LAST_YEAR = 1800, 2020
EVENTS_PER_PLACE = 10


def write_table(path: Path, count: int) -> Path:
    """Write `count` events at a tenth as many places, each with 200 characters of text."""
    chance = random.Random(count)  # noqa: S311  (a table, not a secret)
    places = [_place(chance, number) for number in range(max(1, count // EVENTS_PER_PLACE))]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(_event(chance, number, chance.choice(places)) for number in range(count))
    return path


def _place(chance: random.Random, number: int) -> tuple[str, str, str]:
    lat, lon = chance.uniform(-55, 70), chance.uniform(-170, 175)
    return f"Place {number}", f"{lat:.4f}", f"{lon:.4f}"


def _event(chance: random.Random, number: int, place: tuple[str, str, str]) -> list[str]:
    year = chance.randint(FIRST_YEAR, LAST_YEAR)
    date = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    words = WORDS.split()
    text = " ".join(chance.choice(words) for _ in range(60))[:200]
    return [
        f"Event {number}",
        date,
        *place,
        "event",
        chance.choice(CATEGORIES),
        f"tag {number % 12}",
        chance.choice(STATUSES),
        text,
        f"Source {number % 40}",
    ]
