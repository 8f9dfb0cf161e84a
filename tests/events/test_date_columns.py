"""Of several columns that say when an event was, the finest dates it, and that is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.errors import Problem, TableError
from mapgen.reading import Events, read_events
from mapgen.settings import read_settings

if TYPE_CHECKING:
    from pathlib import Path


def events(folder: Path, *lines: str) -> Events:
    table = folder / "t.csv"
    table.write_text("\n".join(lines) + "\n", "utf-8")
    return read_events(table, reading=read_settings(folder, {}).reading)


def edtf(found: Events) -> list[str]:
    return [event.date.edtf if event.date else "" for event in found]


FINER = {
    "a year": ["title,year,date_iso", "A,1914,1914-06-28", "B,1916,1916-07-01"],
    "a date of years": ["title,date,When it was", "A,1914,1914-06-28", "B,1916,1 July 1916"],
    "a date of vague years": ["title,date,dateISO", "A,c. 1914,1914-06-28", "B,1916,1916-07-01"],
    "another language": ["title,year,Datum genau", "A,1914,28.06.1914", "B,1916,1.7.1916"],
    "figures": ["title,year,Month,Day", "A,1914,6,28", "B,1916,7,1"],
    "months in German": ["title,year,Monat,Tag", "A,1914,Juni,28", "B,1916,Juli,1"],
    "months in French": ["title,year,mois,jour", "A,1914,juin,28", "B,1916,juillet,1"],
    "months in Spanish": ["title,year,Mes,Día", "A,1914,junio,28", "B,1916,julio,1"],
    "months beside a date": ["title,date,Month,Day", "A,1914,6,28", "B,1916,7,1"],
    "all of them": ["title,date,year,month,day", "A,1914,1914,6,28", "B,1916,1916,7,1"],
    "the finer one first": ["title,date,year", "A,1914-06-28,1914", "B,1916-07-01,1916"],
}


@pytest.mark.parametrize("lines", FINER.values(), ids=FINER)
def test_a_day_is_not_lost_to_a_year(lines: list[str], tmp_path: Path) -> None:
    assert edtf(events(tmp_path, *lines)) == ["1914-06-28", "1916-07-01"]


def test_the_finer_column_is_said_with_the_line_that_settles_it(tmp_path: Path) -> None:
    lines = ["title,year,date_iso", "A,1914,1914-06-28", "B,1916,", "C,1918,1918-11-11"]

    found = events(tmp_path, *lines)
    (decision,) = found.decisions
    (tmp_path / "mapgen.toml").write_text(decision.settled + "\n", "utf-8")
    again = events(tmp_path, *lines)

    assert '"date_iso" is taken to be the date, as it says more than "year"' in str(decision)
    assert edtf(found) == edtf(again) == ["1914-06-28", "1916", "1918-11-11"]
    assert again.decisions == ()


def test_what_the_decision_says_turns_it_round(tmp_path: Path) -> None:
    lines = ["title,year,date_iso", "A,1914,1914-06-28"]
    (decision,) = events(tmp_path, *lines).decisions
    written = decision.cure.partition("write ")[2].partition(" at the end")[0]
    (tmp_path / "mapgen.toml").write_text(written + "\n", "utf-8")

    found = events(tmp_path, *lines)

    assert written == 'columns = { year = "year" }'
    assert edtf(found) == ["1914"]
    assert found.decisions == ()


def test_the_coarser_column_stays_in_the_data(tmp_path: Path) -> None:
    (event,) = events(tmp_path, "title,year,date_iso", "A,1914,1914-06-28")

    assert dict(event.extra) == {"year": "1914"}


OTHERS = {
    "the entry": ["title,year,date_added", "A,2012,2012-06-28", "B,2012,2012-07-01"],
    "the visit of a page": ["title,year,accessed", "A,1914,2012-06-28", "B,1916,2012-07-01"],
    "a birth": ["title,year,birth_date", "A,1914,1868-06-28", "B,1916,1871-07-01"],
    "another thing": ["title,year,date_x", "A,1914,1868-06-28", "B,1916,1871-07-01"],
    "an end": ["title,year,Enddatum", "A,1914,1914-06-28", "B,1916,1916-07-01"],
    "an accident": ["title,year,sold", "A,1914,1914-06-28", "B,1914,1914-07-01"],
}


@pytest.mark.parametrize("lines", OTHERS.values(), ids=OTHERS)
def test_dates_of_something_else_stay_in_the_data(lines: list[str], tmp_path: Path) -> None:
    found = events(tmp_path, *lines)

    assert edtf(found) == [line.split(",")[1] for line in lines[1:]]
    assert found.decisions == ()


def test_a_column_without_a_name_for_dates_is_taken_where_all_years_agree(tmp_path: Path) -> None:
    rows = ["A,1919,1919-06-28", "B,1920,1920-06-04", "C,1923,1923-07-24"]

    assert edtf(events(tmp_path, "title,year,signed", *rows))[0] == "1919-06-28"


def refused(folder: Path, *lines: str) -> Problem:
    with pytest.raises(TableError) as error:
        events(folder, *lines)
    (problem,) = error.value.problems
    return problem


CONTRADICTING = {
    "an unknown column": "title,year,date_iso",
    "a known one": "title,year,date",
    "two dates": "title,date,date_iso",
}


@pytest.mark.parametrize("header", CONTRADICTING.values(), ids=CONTRADICTING)
def test_two_columns_that_contradict_each_other_stop_the_page(header: str, tmp_path: Path) -> None:
    rows = ["A,1914,1914-06-28", "B,1916,1961-07-01", "C,1918,1918-11-11"]

    problem = refused(tmp_path, header, *rows)

    assert problem.line == 3
    assert '"1916" and "1961-07-01"' in problem.message
    assert "correct the wrong one" in problem.cure


def test_a_year_dates_the_rows_that_have_no_day(tmp_path: Path) -> None:
    found = events(tmp_path, "title,date,year", "A,1914-06-28,1914", "B,,1916")

    assert edtf(found) == ["1914-06-28", "1916"]


def test_years_before_year_1_agree_however_they_are_counted(tmp_path: Path) -> None:
    found = events(tmp_path, "title,year,date_iso", "A,-44,-0043-03-15", "B,-31,-0030-09-02")

    assert edtf(found) == ["-0043-03-15", "-0030-09-02"]
