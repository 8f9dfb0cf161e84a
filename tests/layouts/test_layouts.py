from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapgen import events, layouts, table
from mapgen.errors import TableError, of_severity
from mapgen.events.headers import ALIASES
from mapgen.reading import read_events
from mapgen.settings import Reading
from tests.conftest import ROOT
from tests.golden import compare, plain

if TYPE_CHECKING:
    from random import Random

    from mapgen.events import Checked
    from mapgen.table import Table

CASES = ROOT / "tests" / "cases" / "layouts"
TABLES = sorted(
    path
    for path in CASES.glob("*/*")
    if path.suffix in {".csv", ".tsv"} and path.name != "Options.csv"
)


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.parent.name)
def test_a_table_of_another_tool_is_read_as_its_own_events(
    monkeypatch: pytest.MonkeyPatch, table: Path
) -> None:
    compare(monkeypatch, table, without="line")


def recognised(text: str, **columns: str) -> Table:
    found = table.parse(text.encode(), file="t.csv", folder=Path())
    return layouts.recognise(dataclasses.replace(found, columns=columns))


def checked(text: str, **columns: str) -> Checked:
    return events.check(recognised(text, **columns))


def errors(text: str, **columns: str) -> list[str]:
    return [str(each) for each in checked(text, **columns).problems if each.severity == "error"]


def without_extra(found: Table) -> list[dict[str, Any]]:
    told = [plain(each, without="line") for each in events.check(found).events]
    return [{name: text for name, text in each.items() if name != "extra"} for each in told]


# Recognition


def test_every_layout_has_a_case() -> None:
    cases = [json.loads(path.read_text("utf-8")) for path in CASES.glob("*/expected.json")]

    assert {case["layout"] for case in cases} == {layout.title for layout in layouts.LAYOUTS}


def respelled(header: str, random: Random) -> str:
    """Write a header in another way that means the same."""
    spelled = random.choice([str.upper, str.lower, str.title])(header)
    return random.choice([spelled, spelled.replace(" ", "_"), spelled.replace("_", " ")])


@settings(max_examples=50)
@given(st.sampled_from(TABLES), st.randoms(use_true_random=False))
def test_neither_case_nor_blanks_nor_order_of_headers_matter(path: Path, random: Random) -> None:
    found = table.read(path)
    mixed = random.sample(list(found.cells), len(found.cells))
    cells = {respelled(header, random): found.cells[header] for header in mixed}

    twin = layouts.recognise(dataclasses.replace(found, cells=cells))

    expected = layouts.recognise(found)
    assert twin.layout == expected.layout
    # A link to media that are no image is called as their header is.
    told = [str(without_extra(each)).casefold().replace("_", " ") for each in (twin, expected)]
    assert told[0] == told[1]


@settings(max_examples=40)
@given(
    st.sampled_from(TABLES),
    st.lists(st.from_regex(r"my [a-k]{3,9}", fullmatch=True), min_size=1, max_size=4, unique=True),
)
def test_columns_that_an_author_added_change_nothing_else(path: Path, added: list[str]) -> None:
    found = table.read(path)
    more = dict.fromkeys(added, ["something"] * len(found.lines))

    twin = layouts.recognise(dataclasses.replace(found, cells={**found.cells, **more}))

    expected = layouts.recognise(found)
    assert twin.layout == expected.layout
    assert without_extra(twin) == without_extra(expected)
    assert set(added) <= set(events.check(twin).unknown)


@settings(max_examples=60)
@given(st.sets(st.sampled_from([name for name in ALIASES if name != "title"])))
def test_a_table_with_the_columns_of_mapgen_stays_what_it_is(columns: set[str]) -> None:
    names = ["title", *sorted(columns)]

    found = recognised(",".join(names) + "\n" + ",".join("x" for _ in names) + "\n")

    assert found.layout == ""
    assert list(found.cells) == names


def test_what_stands_for_an_address_and_is_none_is_told_in_its_line() -> None:
    text = (CASES / "lp-tsv" / "places.tsv").read_text("utf-8")
    spoilt = text.replace("https://example.org/zanzibar", "http and others")

    told = [problem for problem in checked(spoilt).problems if "http and others" in str(problem)]

    assert [problem.line for problem in told] == [2]


def test_a_list_of_places_is_no_table_of_umap() -> None:
    found = recognised("name,description,lat,lon,date\nA,*here*,1,2,1920\n")

    assert found.layout == ""


def test_what_the_author_says_of_a_column_counts_before_the_layout() -> None:
    text = "Year,Headline,Text,Media,Slogan\n1920,H,T,,S\n"

    found = checked(text, title="Slogan")

    assert found.events[0].title == "S"
    assert dict(found.events[0].extra) == {"Headline": "H"}


def test_an_author_may_add_columns_of_mapgen_to_another_layout() -> None:
    text = "Year,Headline,Text,Media,Status,Place,Sources\n1920,H,T,,disputed,Aleppo,A book\n"

    (event,) = checked(text).events

    assert (event.status, event.source) == ("disputed", "A book")
    assert event.place is not None
    assert event.place.name == "Aleppo"


def test_a_message_names_the_header_of_the_author() -> None:
    text = 'Year,Month,Headline,Text,Media\n"1,920",13,H,,\n'

    assert errors(text)[0].startswith('t.csv:2: Year: "1920-13" has month 13')


def test_a_repeated_header_of_a_layout_is_refused() -> None:
    text = "Year,Headline,Text,Media,Type\n1920,A,,,\nYear,Headline,Text,Media,Type\n"

    found = recognised(text)

    assert [str(note) for note in found.notes] == [
        "t.csv:3: this row repeats the names of the columns; delete it"
    ]
    assert len(found.lines) == 1


def test_a_year_before_all_history_is_read() -> None:
    (event,) = checked("Year,Headline,Text,Media\n-13800000000,The beginning,,\n").events

    assert event.date is not None
    assert event.date.edtf == "Y-13799999999"


def test_options_that_cannot_be_read_are_a_warning(tmp_path: Path) -> None:
    header = "Chapter,Media Link,Description,Marker,Latitude,Longitude"
    (tmp_path / "Chapters.csv").write_text(f"{header}\nA,,,Plain,1,2\n", "utf-8")
    (tmp_path / "Options.csv").write_text("Setting,Customize\n", "utf-8")

    found = read_events(tmp_path / "Chapters.csv")

    assert [warning.message for warning in found.warnings] == ["has a header but no rows"]


# Headers that cannot be used


def test_a_setting_for_a_column_that_the_map_does_not_have_is_refused() -> None:
    (error,) = errors("title,Datum\nA,1920\n", dat="Datum")

    assert error == (
        't.csv:1: Datum: no column of the map is called "dat", as a setting says; '
        "did you mean date?"
    )


def test_a_header_that_is_the_first_event_is_refused() -> None:
    (error,) = errors("Battle of Maysalun,24 July 1920,Maysalun\nSiege,1925,Damascus\n")

    assert "holds no names of columns" in error


def test_a_header_with_the_first_event_glued_to_it_is_refused() -> None:
    text = (
        "title,date,place,countryBattle of Maysalun,1920-07-24,Maysalun,Syria\n"
        "Siege,1925,Damascus,Syria\nEvacuation,1946,Beirut,Lebanon\n"
    )

    (error,) = errors(text)

    assert error == (
        "t.csv:1: the names of the columns and the first event stand in one line; "
        'begin a new line before "Battle of Maysalun"'
    )


# Proposals

GERMAN = (
    "Ereignis,Jahr,Ort,Beschreibung,Bemerkung\n"
    "Schlacht bei Maisalun,1920,Maisalun,Die Armee verliert.,a\n"
    "Aufstand,1925,Damaskus,Er dauert zwei Jahre.,b\n"
)


def test_a_table_without_titles_is_read_by_what_its_headers_mean() -> None:
    (decision,) = of_severity(checked(GERMAN).problems, "decision")

    assert decision.message == (
        'no column is called title, so "Ereignis" is the title, "Jahr" the year, "Ort" the place '
        'and "Beschreibung" the description'
    )
    assert decision.settled == (
        'columns = { title = "Ereignis", year = "Jahr", place = "Ort", '
        'description = "Beschreibung" }'
    )


def test_a_proposal_says_why() -> None:
    found = layouts.propose(recognised(GERMAN))

    assert [(each.column, each.header, each.reason) for each in found] == [
        ("title", "Ereignis", "its name"),
        ("year", "Jahr", "its name"),
        ("place", "Ort", "its name"),
        ("description", "Beschreibung", "its name"),
    ]


def test_a_proposal_makes_a_table_good(tmp_path: Path) -> None:
    path = tmp_path / "ereignisse.csv"
    path.write_text(GERMAN.replace("Maisalun,Die", ",Die"), "utf-8")
    said = layouts.propose(recognised(GERMAN))

    found = read_events(path, reading=Reading(columns={p.column: p.header for p in said}))

    assert [event.title for event in found] == ["Schlacht bei Maisalun", "Aufstand"]
    assert found[1].date is not None
    assert found[1].date.edtf == "1925"


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Événement,Année,Lieu,Pays", ["title", "year", "place", "country"]),
        ("Título,Fecha,Lugar,Descripción", ["title", "date", "place", "description"]),
        ("Avvenimento,Data,Luogo,Fonte", ["title", "date", "place", "source"]),
        ("العنوان,التاريخ,المكان,المصدر", ["title", "date", "place", "source"]),
    ],
)
def test_names_of_columns_are_known_in_other_languages(header: str, columns: list[str]) -> None:
    found = layouts.propose(recognised(f"{header}\nA,B,C,D\n"))

    assert [proposal.column for proposal in found] == columns


def test_cells_tell_what_a_column_without_a_known_name_holds() -> None:
    rows = [
        ("A1", "17 March 2011", "33.5138", "36.2765", "Protest in the old town", "Protest"),
        ("A2", "18 March 2011", "32.6257", "36.1060", "Shots at the mosque", "Violence"),
        ("A3", "c. April 2011", "34.7324", "36.7137", "Sit-in on the square", "Protest"),
        ("A4", "May 2011", "35.1318", "36.7578", "The army moves in", "Violence"),
    ]
    told = "Many words that say at length what happened on this day and who saw it. " * 3
    lines = [",".join([*row, f"{told}{row[0]}", "https://example.org/1", "Syria"]) for row in rows]

    found = layouts.propose(recognised("c1,c2,c3,c4,c5,c6,c7,c8,country\n" + "\n".join(lines)))

    assert {proposal.column: proposal.header for proposal in found} == {
        "title": "c5",
        "date": "c2",
        "lat": "c3",
        "lon": "c4",
        "category": "c6",
        "description": "c7",
        "source_url": "c8",
    }


def test_a_table_of_numbers_has_no_proposal_for_a_title() -> None:
    (error,) = errors("aa,bb\n1,2\n3,4\n")

    assert error.endswith('add a column "title" that says in one line what happened')
    assert layouts.propose(recognised("aa,bb\n1,2\n3,4\n")) == ()


# Shapes


def test_a_shape_in_one_cell_says_where_an_event_was() -> None:
    text = (
        "title,wkt\n"
        'A,"SRID=4326;POINT (36.2765 33.5138)"\n'
        'B,"LINESTRING (36 33, 2 48)"\n'
        'C,"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"\n'
    )

    found = checked(text)

    places = [(event.place, event.to) for event in found.events]
    assert [(p.lat, p.lon) for p, _ in places if p] == [(33.5138, 36.2765), (33, 36), (2, 2)]
    assert [(to.lat, to.lon) for _, to in places if to] == [(48, 2)]
    (warning,) = found.problems
    assert re.match(r"t\.csv:4: wkt: the shape of this row is an area", str(warning))


def test_the_coordinates_of_a_row_count_before_its_shape() -> None:
    (event,) = checked('title,lat,lon,geom\nA,1,2,"POINT (4 3)"\n').events

    assert event.place is not None
    assert (event.place.lat, event.place.lon) == (1, 2)


def test_a_shape_that_cannot_be_read_is_an_error_with_its_header() -> None:
    (error,) = errors('title,the_geom\nA,"SRID=3857;POINT (4000000 3900000)"\n')

    assert error.startswith("t.csv:2: the_geom: ")
    assert error.endswith("export it in WGS 84 (EPSG:4326)")


def test_a_table_that_only_a_person_can_name_is_refused_whole(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("aa,bb\n1,2\n", "utf-8")

    with pytest.raises(TableError, match="no column is called title"):
        read_events(path)
