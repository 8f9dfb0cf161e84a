"""What the sample collection must tell, and how far each of its claims may be trusted."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from mapgen import dates, events, locating, table

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "title,date,date_text,place,country,lat,lon,to,to_country,to_lat,to_lon,"
    "kind,category,tags,status,description,source,id"
)

ANALYSIS = "News analysis, July 2012"
REFERENCE = "Reference works"

# The points of the story: country, latitude, longitude (WGS 84, degrees).
POINTS = {
    "Damascus": ("Syria", "33.5138", "36.2765"),
    "Hama": ("Syria", "35.1318", "36.7578"),
    "Paris": ("France", "48.8566", "2.3522"),
    "Vichy": ("France", "46.1277", "3.4267"),
    "Cairo": ("Egypt", "30.0444", "31.2357"),
}
WHOLE_COUNTRIES = {"Syria", "France", "Turkey", "Lebanon", "Jordan"}

# id: date, place (or country), where a movement went (or blank), kind
FACTS = {
    "french-landing": ("1918/1920", "Syria", "", "event"),
    "mandate-given": ("1920", "Syria", "", "event"),
    "french-mandate": ("1920/1946", "Syria", "", "period"),
    "resistance-1920": ("1920", "Syria", "", "event"),
    "vichy-takes-syria": ("1940", "Vichy", "Syria", "event"),
    "vichy-control": ("1940/1941", "Syria", "", "period"),
    "vichy-driven-out": ("1941", "Syria", "", "event"),
    "troops-withdrawn": ("1946", "Syria", "", "event"),
    "takeovers": ("1946/1970", "Damascus", "", "event"),
    "union-with-egypt": ("1958/1961", "Syria", "", "period"),
    "cairo-capital": ("1958/1961", "Cairo", "", "event"),
    "hafez-coup": ("1970", "Damascus", "", "event"),
    "hafez-rule": ("1970/2000", "Syria", "", "period"),
    "hama-1982": ("1982", "Hama", "", "event"),
    "bashar-succeeds": ("2000", "Damascus", "", "event"),
    "bashar-rule": ("2000/..", "Syria", "", "period"),
    "uprising": ("2011-03", "Syria", "", "event"),
    "deaths": ("2011-03/2012-07", "Syria", "", "event"),
    "exiles-in-paris": ("2011-03/2012-07", "Paris", "", "event"),
    "tlas-meets-opposition": ("2011", "Damascus", "", "event"),
    "ghalioun-interview": ("2011-07", "Paris", "", "event"),
    "ghalioun-chairman": ("2011/2012-05", "Paris", "", "event"),
    "mustafa-tlas": ("2012~", "France", "", "event"),
    "rifaat-al-assad": ("2012~", "Paris", "", "event"),
    "refugees-jordan": ("2012-07", "Syria", "Jordan", "event"),
    "refugees-lebanon": ("2012-07", "Syria", "Lebanon", "event"),
    "refugees-turkey": ("2012-07", "Syria", "Turkey", "event"),
    "displaced": ("2012-07", "Syria", "", "event"),
    "soldiers-defect": ("2012-07-02", "Syria", "Turkey", "event"),
    "tlas-hell": ("2012-07", "Damascus", "", "event"),
    "tlas-flees": ("2012-07", "Damascus", "Turkey", "event"),
    "fifteenth-general": ("2012-07", "Syria", "", "event"),
    "tlas-to-france": ("2012-07", "Turkey", "Paris", "event"),
    "ghalioun-on-france": ("2012-07", "Paris", "", "event"),
    "friends-of-syria": ("2012-07-06", "Paris", "", "event"),
    "communities": ("", "Syria", "", "event"),
}

# Every row that is not here is confirmed.
HEDGED = {
    "deaths": "reported",
    "tlas-meets-opposition": "reported",
    "mustafa-tlas": "reported",
    "soldiers-defect": "reported",
    "tlas-hell": "reported",
    "ghalioun-on-france": "reported",
    "fifteenth-general": "unconfirmed",
    "tlas-to-france": "unconfirmed",
}

# What reference works say and the analysis does not, by the row that adds it.
ADDED = {
    "mandate-given": ("San Remo", "1922–1923"),
    "resistance-1920": ("1925 to 1927",),
    "vichy-driven-out": ("June to July",),
    "troops-withdrawn": ("17 April",),
    "hafez-coup": ("13 November",),
    "hama-1982": ("2 to 28 February",),
    "bashar-succeeds": ("10 June", "10 July"),
    "bashar-rule": ("8 December 2024",),
}

Rows = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def rows(sample: Path) -> Rows:
    with sample.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file, strict=True)}


def _stops(row: dict[str, str]) -> list[str]:
    """Return the places that a row speaks of; a whole country by its name."""
    stops = [row["place"] or row["country"], row["to"] or row["to_country"]]
    return [stop for stop in stops if stop]


def _count_events(rows: Rows) -> Counter[str]:
    return Counter(stop for row in rows.values() for stop in _stops(row))


def test_the_file_is_plain_utf8_with_unix_lines_and_one_line_per_row(sample: Path) -> None:
    data = sample.read_bytes()

    assert data.decode("utf-8").splitlines()[0] == HEADER
    assert b"\r" not in data
    assert data.count(b"\n") == 1 + len(FACTS)


def test_every_column_is_used(rows: Rows) -> None:
    used = {column for row in rows.values() for column, text in row.items() if text}

    assert used == set(HEADER.split(","))


def test_every_fact_has_its_row_with_date_place_destination_and_kind(rows: Rows) -> None:
    told = {
        id_: (
            row["date"],
            row["place"] or row["country"],
            row["to"] or row["to_country"],
            row["kind"],
        )
        for id_, row in rows.items()
    }

    assert told == FACTS


def test_every_place_of_the_story_occurs(rows: Rows) -> None:
    assert set(_count_events(rows)) == set(POINTS) | WHOLE_COUNTRIES


def test_every_point_stands_in_its_country_at_its_coordinates(rows: Rows) -> None:
    for row in rows.values():
        for name, *where in (
            (row["place"], row["country"], row["lat"], row["lon"]),
            (row["to"], row["to_country"], row["to_lat"], row["to_lon"]),
        ):
            assert tuple(where) == POINTS[name] if name else where[1:] == ["", ""]


def test_damascus_and_paris_have_at_least_four_events_each(rows: Rows) -> None:
    count = _count_events(rows)

    assert count["Damascus"] >= 4
    assert count["Paris"] >= 4


def test_the_countries_of_refuge_each_have_an_event(rows: Rows) -> None:
    count = _count_events(rows)

    assert min(count["Jordan"], count["Lebanon"], count["Turkey"]) >= 1


def test_hama_1982_stands_alone_at_hama(rows: Rows) -> None:
    assert [id_ for id_, row in rows.items() if "Hama" in _stops(row)] == ["hama-1982"]


def test_at_least_four_rows_are_periods(rows: Rows) -> None:
    assert sum(row["kind"] == "period" for row in rows.values()) >= 4


def test_at_least_five_rows_have_a_destination(rows: Rows) -> None:
    assert sum(bool(row["to"] or row["to_country"]) for row in rows.values()) >= 5


def test_every_claim_that_the_analysis_hedges_is_hedged_and_no_other(rows: Rows) -> None:
    assert {
        id_: row["status"] for id_, row in rows.items() if row["status"] != "confirmed"
    } == HEDGED


def test_at_least_five_rows_are_not_confirmed() -> None:
    assert len(HEDGED) >= 5


def test_a_hedged_claim_does_not_sound_certain(rows: Rows) -> None:
    hedges = ("reportedly", "estimated", "perhaps", "was said to")

    assert [id_ for id_ in HEDGED if not any(hedge in rows[id_]["title"] for hedge in hedges)] == []


def test_every_row_says_whether_the_analysis_or_reference_works_tell_it(rows: Rows) -> None:
    kinds = {id_: row["source"].startswith(ANALYSIS) for id_, row in rows.items()}

    assert [id_ for id_, from_analysis in kinds.items() if not from_analysis] == ["cairo-capital"]
    assert rows["cairo-capital"]["source"] == REFERENCE


def test_a_claim_of_an_agency_names_the_agency(rows: Rows) -> None:
    assert "BBC" in rows["tlas-meets-opposition"]["source"]
    assert "Anatolia" in rows["soldiers-defect"]["source"]
    assert "UNHCR" in rows["refugees-jordan"]["source"]
    assert "ARTE" in rows["ghalioun-interview"]["source"]


def test_what_the_analysis_says_without_a_date_has_none(rows: Rows) -> None:
    assert [id_ for id_, row in rows.items() if not row["date"]] == ["communities"]
    assert list(rows)[-1] == "communities"


def test_the_paris_of_the_exiles_has_its_sixteen_months_and_its_associations(rows: Rows) -> None:
    told = rows["exiles-in-paris"]["description"]

    assert all(word in told for word in ("sixteen months", "Hafez al-Assad", "associations"))


def test_what_ghalioun_said_of_france_is_his_word_alone(rows: Rows) -> None:
    row = rows["ghalioun-on-france"]

    assert row["source"].endswith("quoting Burhan Ghalioun")
    assert all(word in row["description"] for word in ("He held", "unity", "homeland", "no day"))


def test_the_communities_of_syria_are_named_with_the_share_of_muslims(rows: Rows) -> None:
    told = rows["communities"]["description"]

    assert all(word in told for word in ("nine in ten", "Sunni", "Shia", "Druze", "Alawites"))


def test_a_date_from_reference_works_is_added_and_marked_as_such(rows: Rows) -> None:
    for id_, details in ADDED.items():
        description = rows[id_]["description"]

        assert all(detail in description for detail in details), id_
        assert "according to reference works" in description.lower(), id_


def test_titles_are_short_and_descriptions_are_one_to_three_sentences(rows: Rows) -> None:
    for id_, row in rows.items():
        assert len(row["title"]) <= 50, id_
        assert 1 <= row["description"].count(". ") + 1 <= 3, id_
        assert row["description"].endswith("."), id_


def test_descriptions_are_plain_text_with_typographic_quotes(rows: Rows) -> None:
    for id_, row in rows.items():
        assert not set("*_`[]<>#&|~\\'\"") & set(row["title"] + row["description"]), id_


def test_the_categories_are_few_and_each_holds_several_rows(rows: Rows) -> None:
    categories = Counter(row["category"] for row in rows.values())

    assert 4 <= len(categories) <= 6
    assert min(categories.values()) >= 3


def test_no_row_ends_before_an_earlier_row_begins(rows: Rows) -> None:
    last_start = float("-inf")

    dated = {id_: row["date"] for id_, row in rows.items() if row["date"]}
    for id_, text in dated.items():
        date = dates.parse(text)
        assert date.earliest is not None, id_
        assert date.latest is None or date.latest >= last_start, id_
        last_start = max(last_start, date.earliest)


def test_the_sample_is_read_without_a_problem_and_every_place_is_located(sample: Path) -> None:
    read = table.read(sample)
    checked = events.check(read)

    located, problems = locating.locate(checked.events, file=read.file, columns=checked.columns)

    assert [*read.notes, *checked.problems, *problems] == []
    assert len(located) == len(FACTS)
    ends = [end for event in located for end in (event.place, event.to) if end]
    assert {end.found for end in ends if end.name} == {"table"}
    assert {end.found for end in ends if not end.name} == {"country"}
