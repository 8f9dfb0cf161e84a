"""A whole column of dates decides what single ones leave open, and says so once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.errors import Problem, TableError
from mapgen.export import export
from mapgen.reading import Events, read_events
from mapgen.settings import Reading, Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path


def events(folder: Path, header: str, *rows: str, reading: Reading | None = None) -> Events:
    """Return the events of a table with a title of its own in each row."""
    table = folder / "t.csv"
    lines = [f"title,{header}", *(f"Event {n},{row}" for n, row in enumerate(rows))]
    table.write_text("\n".join(lines) + "\n", "utf-8")
    return read_events(table, reading=reading or Reading())


def edtf(found: Events) -> list[str]:
    return [event.date.edtf if event.date else "" for event in found]


def refused(folder: Path, header: str, *rows: str, reading: Reading | None = None) -> list[Problem]:
    """Return the errors of a table."""
    with pytest.raises(TableError) as error:
        events(folder, header, *rows, reading=reading)
    return [problem for problem in error.value.problems if problem.severity == "error"]


# Years before year 1

WITHOUT_YEAR_ZERO = {
    "bare years": ("year", ["-44", "14"], ["-0043", "0014"]),
    "the year before year 1": ("year", ["-1", "1"], ["0000", "0001"]),
    "four digits alone": ("date", ["-3700", "-2560"], ["-3699", "-2559"]),
    "more digits": ("date", ["-12000", "-9600"], ["Y-11999", "-9599"]),
    "a column of pandas": ("year", ["-44.0", "1914.0"], ["-0043", "1914"]),
    "a real minus sign": ("year", ["−490", "−480"], ["-0489", "-0479"]),
    "figures of Arabic": ("year", ["-٤٤", "١٤٥٣"], ["-0043", "1453"]),
    "months and days": ("year,month,day", ["-44,3,15", "-31,9,2"], ["-0043-03-15", "-0030-09-02"]),
    "a day with a short year": ("date", ["-44-03-15", "-31"], ["-0043-03-15", "-0030"]),
    "intervals": ("date", ["-500/-480", "-27/14"], ["-0499/-0479", "-0026/0014"]),
    "a choice": ("date", ["[-500..-480]"], ["[-0499..-0479]"]),
    "open ends": ("date", ["-509/..", "../-31"], ["-0508/..", "../-0030"]),
    "words around": ("date", ["c. -500", "before -480"], ["-0499~", "[..-0480]"]),
    "words between": ("date", ["-500 to -480", "-218–-201"], ["-0499/-0479", "-0217/-0200"]),
    "a hyphen between": ("date", ["-264--241"], ["-0263/-0240"]),
    "a month in words": ("date", ["15 mars -44", "-52"], ["-0043-03-15", "-0051"]),
    "beside an era": ("date", ["44 BC", "-31"], ["-0043", "-0030"]),
    "beginnings and ends": ("start,end", ["-264,-241", "-27,117"], ["-0263/-0240", "-0026/0117"]),
    "end years": ("year,end_year", ["-431,-404"], ["-0430/-0403"]),
    "ends alone before year 1": ("year,end_year", ["14,37", "-27,14"], ["0014/0037", "-0026/0014"]),
}


@pytest.mark.parametrize("case", WITHOUT_YEAR_ZERO.values(), ids=WITHOUT_YEAR_ZERO)
def test_a_year_with_a_minus_sign_is_that_year_before_christ(
    case: tuple[str, list[str], list[str]], tmp_path: Path
) -> None:
    header, rows, expected = case

    found = events(tmp_path, header, *rows)

    assert edtf(found) == expected
    assert [decision.settled for decision in found.decisions] == ["year_zero = false"]


WITH_YEAR_ZERO = {
    "four digits with a zero": ("date", ["-0043", "-3699"], ["-0043", "-3699"]),
    "a day": ("date", ["-0206-11-17", "-3700"], ["-0206-11-17", "-3700"]),
    "a year 0": ("year", ["-44", "0", "14"], ["-0044", "0000", "0014"]),
    "a year 0 of four digits": ("date", ["-44", "0000"], ["-0044", "0000"]),
    "a long year of EDTF": ("date", ["Y-12000", "-3700"], ["Y-12000", "-3700"]),
    "digits left open": ("date", ["-33XX", "-3299"], ["-33XX", "-3299"]),
    "the name of the column": ("date_edtf", ["-3699"], ["-3699"]),
    "an end that proves it": ("start,end", ["-3700,-0043"], ["-3700/-0043"]),
}


@pytest.mark.parametrize("case", WITH_YEAR_ZERO.values(), ids=WITH_YEAR_ZERO)
def test_edtf_in_the_column_makes_years_count_from_a_year_0(
    case: tuple[str, list[str], list[str]], tmp_path: Path
) -> None:
    header, rows, expected = case

    found = events(tmp_path, header, *rows)

    assert edtf(found) == expected
    assert [decision.settled for decision in found.decisions] == ["year_zero = true"]


def test_the_decision_names_the_year_that_is_meant_and_how_to_turn_it(tmp_path: Path) -> None:
    (decision,) = events(tmp_path, "year", "-52", "52").decisions

    assert str(decision).endswith(
        ':1: year: "-52" is read as 52 BC, as people count, without a year 0; '
        "year_zero = true in the settings, or --year-zero, makes it 53 BC"
    )


def test_a_setting_turns_the_count_of_years(tmp_path: Path) -> None:
    with_zero = events(tmp_path, "year", "-52", reading=Reading(year_zero=True))
    without = events(tmp_path, "date", "-0043", reading=Reading(year_zero=False))

    assert (edtf(with_zero), edtf(without)) == (["-0052"], ["-0042"])
    assert with_zero.decisions == without.decisions == ()


def test_a_year_0_is_refused_where_there_is_none(tmp_path: Path) -> None:
    (error,) = refused(tmp_path, "year", "0", "-44", reading=Reading(year_zero=False))

    assert error.message == '"0" has a year 0, where years are counted without one'


def test_a_bare_year_beside_edtf_is_asked(tmp_path: Path) -> None:
    (error,) = refused(tmp_path, "date", "-0043", "-44")

    assert error.line == 3
    assert "write 44 BC, which is -0043 in EDTF" in error.cure


def test_a_table_of_another_tool_keeps_its_own_count(tmp_path: Path) -> None:
    table = tmp_path / "places.tsv"
    table.write_text(
        "id\ttitle\ttitle_source\tstart\tlon\tlat\nr\tRoma\tPleiades\t-0320\t12.5\t41.9\n", "utf-8"
    )

    found = read_events(table)

    assert edtf(found) == ["-0320"]
    assert found.decisions == ()


def test_a_refusal_speaks_of_the_years_as_they_were_written(tmp_path: Path) -> None:
    errors = refused(tmp_path, "date", "-500..-480", "-44")

    assert "write -500/-480 for the whole time" in errors[0].cure


# Pairs of years

PAIRS = {
    "one that can only be a pair": (["1911-12", "1913-14"], ["1911/1912", "1913/1914"]),
    "a turn of the century": (["1899-00", "1904-05"], ["1899/1900", "1904/1905"]),
    "a long pair": (["1936-39", "1907-09"], ["1936/1939", "1907/1909"]),
    "not a season": (["1919-21", "1914-18"], ["1919/1921", "1914/1918"]),
    "over the century": (["1998-02", "1992-95"], ["1998/2002", "1992/1995"]),
    "each follows": (["1904-05", "1911-12"], ["1904/1905", "1911/1912"]),
    "whole years with a hyphen": (["1914-1918", "1911-12"], ["1914/1918", "1911/1912"]),
    "a stroke": (["1911/12", "1913/14"], ["1911/1912", "1913/1914"]),
    "a dash": (["1911–12", "1913–14"], ["1911/1912", "1913/1914"]),
    "about": (["c. 1911-12", "1913-14"], ["1911~/1912", "1913/1914"]),
}


@pytest.mark.parametrize("case", PAIRS.values(), ids=PAIRS)
def test_pairs_of_years_are_told_by_the_whole_column(
    case: tuple[list[str], list[str]], tmp_path: Path
) -> None:
    rows, expected = case

    found = events(tmp_path, "date", *rows)

    assert edtf(found) == expected
    assert [decision.settled for decision in found.decisions] == ["year_pairs = true"]


MONTHS = {
    "one that can only be a month": ["1911-12", "1920-11"],
    "a day": ["1911-12", "1911-12-14"],
    "months of one year": ["2012-07", "2012-11", "2012-12"],
    "months after a turn of the century": ["1998-02", "1999-12"],
    "a season of EDTF": ["1982-21", "2001-12"],
    "an interval of months": ["1911-12/1913-05"],
}


@pytest.mark.parametrize("rows", MONTHS.values(), ids=MONTHS)
def test_months_stay_months_without_a_word(rows: list[str], tmp_path: Path) -> None:
    found = events(tmp_path, "date", *rows)

    assert edtf(found) == rows
    assert found.noticed == ()


ASKED = {
    "one alone": ["1911-12"],
    "not all follow": ["1907-09", "1911-12"],
    "a pair and a month": ["1911-12", "1913-14", "1920-05"],
    "with a word": ["before 1911-12"],
    "the spring of EDTF": ["1919-21"],
}


@pytest.mark.parametrize("rows", ASKED.values(), ids=ASKED)
def test_what_stays_a_month_or_a_pair_is_asked(rows: list[str], tmp_path: Path) -> None:
    error = refused(tmp_path, "date", *rows)[0]

    assert " or the years 19" in error.message
    assert "year_pairs = true for years, year_pairs = false for months" in error.cure


@pytest.mark.parametrize(("pairs", "expected"), [(True, "1911/1912"), (False, "1911-12")])
def test_a_setting_answers_for_pairs_of_years(pairs: bool, expected: str, tmp_path: Path) -> None:
    for text in ("1911-12", "1911/12", "1911–12"):
        found = events(tmp_path, "date", text, reading=Reading(year_pairs=pairs))

        assert edtf(found) == [expected]
        assert found.decisions == ()


def test_a_column_of_years_holds_pairs_of_years(tmp_path: Path) -> None:
    assert edtf(events(tmp_path, "year", "1911-12", "1920")) == ["1911/1912", "1920"]


def test_a_winter_of_two_years_is_a_winter(tmp_path: Path) -> None:
    found = events(tmp_path, "date", "winter 1911-12", "1913-14")

    assert edtf(found) == ["1911-24", "1913/1914"]


# The order of day and month

ORDERS = {
    "dots": ("date", ["28.06.1914", "01.07.1916"], ["1914-06-28", "1916-07-01"], "dmy"),
    "strokes": ("date", ["06/28/1914", "01/07/1916"], ["1914-06-28", "1916-01-07"], "mdy"),
    "hyphens": ("date", ["03-04-1946", "13-04-1946"], ["1946-04-03", "1946-04-13"], "dmy"),
    "one sign proves for another": (
        "date",
        ["13/4/1946", "3.4.1946"],
        ["1946-04-13", "1946-04-03"],
        "dmy",
    ),
    "an end proves for beginnings": (
        "start,end",
        ["01/02/1946,14/02/1946"],
        ["1946-02-01/1946-02-14"],
        "dmy",
    ),
    "within an interval": ("date", ["1.2.1946–14.2.1946"], ["1946-02-01/1946-02-14"], "dmy"),
    "a time of day": (
        "date",
        ["13/01/1946 10:00", "03/04/1946"],
        ["1946-01-13", "1946-04-03"],
        "dmy",
    ),
    "dots alone": ("date", ["01.07.1916"], ["1916-07-01"], "dmy"),
}


@pytest.mark.parametrize("case", ORDERS.values(), ids=ORDERS)
def test_the_order_that_a_column_proves_is_used_and_said(
    case: tuple[str, list[str], list[str], str], tmp_path: Path
) -> None:
    header, rows, expected, order = case

    found = events(tmp_path, header, *rows)

    assert edtf(found) == expected
    assert [decision.settled for decision in found.decisions] == [f'date_order = "{order}"']


def test_an_order_that_nothing_proves_is_asked(tmp_path: Path) -> None:
    errors = refused(tmp_path, "date", "03/04/1946", "05.06.1946")

    assert ["can be" in error.message for error in errors] == [True, True]


def test_an_order_that_nobody_needs_is_not_said(tmp_path: Path) -> None:
    assert events(tmp_path, "date", "28/06/1914", "05/05/1945").noticed == ()


def test_two_orders_in_one_table_are_refused_with_both_lines(tmp_path: Path) -> None:
    rows = ["13/01/1946", "14/02/1946", "01/15/1946"]

    (error,) = refused(tmp_path, "date", *rows)

    assert error.line == 4
    assert error.message == (
        '"01/15/1946" has the month first, but "13/01/1946" in line 2 has the day first'
    )
    assert error.cure == "write it as 1946-01-15"


SAME_AGAIN = {
    "four digits before year 1": ("year", ["-3700"]),
    "the year 1 BC": ("date", ["1 BC", "December 1911"]),
    "a month that is no pair": ("date", ["1911-12"]),
    "a pair": ("date", ["1911/1912", "1904-05"]),
    "a day before year 1": ("start,end", ["-264,-241"]),
}


@pytest.mark.parametrize("case", SAME_AGAIN.values(), ids=SAME_AGAIN)
def test_an_export_is_read_back_as_the_same_dates(
    case: tuple[str, list[str]], tmp_path: Path
) -> None:
    header, rows = case
    found = events(tmp_path, header, *rows, reading=Reading(year_pairs=False))
    written = export(found, Settings(), "csv").content
    (tmp_path / "again.csv").write_bytes(written)

    again = read_events(tmp_path / "again.csv")

    assert edtf(again) == edtf(found)


def test_decisions_can_be_written_down(tmp_path: Path) -> None:
    found = events(tmp_path, "date", "-44", "1911-12", "1913-14", "28.06.1914", "01.07.1916")
    lines = [decision.settled for decision in found.decisions]
    (tmp_path / "mapgen.toml").write_text("\n".join(lines), "utf-8")

    again = read_events(tmp_path / "t.csv", reading=read_settings(tmp_path, {}).reading)

    assert len(lines) == 3
    assert edtf(again) == edtf(found)
    assert again.noticed == ()
