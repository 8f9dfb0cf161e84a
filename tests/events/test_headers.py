"""Headers are known by many names, and a slip in one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen import events
from mapgen.errors import of_severity

if TYPE_CHECKING:
    from tests.events.rows import Check


# Headers


@pytest.mark.parametrize(
    "header", ["TITLE", " Title ", "title:", "Ｔｉｔｌｅ", "Name", "Head-Line"]
)
def test_a_header_is_known_in_any_case_and_with_any_signs(check: Check, header: str) -> None:
    found = check(f"date,{header}\n1982,A\n")

    assert found.problems == ()
    assert found.columns == {"title": header.strip(), "date": "date"}
    assert [event.title for event in found.events] == ["A"]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Display Date", "date_text"),
        ("LOCATION", "place"),
        ("Nation", "country"),
        ("Destination", "to"),
        ("to country", "to_country"),
        ("Type", "category"),
        ("keywords", "tags"),
        ("Story", "description"),
        ("Reference", "source"),
        ("Media Credit", "image_credit"),
        ("Alt Text", "image_alt"),
        ("identifier", "id"),
    ],
)
def test_a_column_is_known_by_the_names_that_other_tools_give_it(
    check: Check, header: str, column: str
) -> None:
    found = check(f"title,{header}\nA,\n")

    assert found.columns == {"title": "title", column: header}
    assert found.unknown == ()


def test_no_name_of_a_column_means_another_column_too() -> None:
    keys = [
        events.headers.key(name)
        for column, names in events.headers.ALIASES.items()
        for name in (column, *names)
    ]

    assert sorted(keys) == sorted(set(keys))


def test_the_name_of_a_column_counts_before_its_other_names(check: Check) -> None:
    found = check("name,title,notes,description\nN,T,private,public\n")

    (event,) = found.events
    assert (event.title, event.description) == ("T", "public")
    assert event.extra == (("name", "N"), ("notes", "private"))
    assert found.unknown == ("name", "notes")


def test_two_other_names_of_one_column_are_a_conflict(check: Check) -> None:
    found = check("title,latitude,y,longitude\nA,33,34,36\n")

    assert [str(problem) for problem in found.problems] == [
        (
            't.csv:1: y: the columns "latitude" and "y" both mean lat; '
            "call the one that counts lat, and the map keeps the other as it is"
        )
    ]


def test_a_blank_column_is_in_nobodys_way(check: Check) -> None:
    found = check("title,type,group\nA,,Politics\n")

    assert found.problems == ()
    assert found.events[0].category == "Politics"


def test_unknown_columns_are_kept_and_named(check: Check) -> None:
    found = check("title,Fatalities,Archive box\nA,12,\nB,,K 7\n")

    assert found.unknown == ("Fatalities", "Archive box")
    assert [event.extra for event in found.events] == [
        (("Fatalities", "12"),),
        (("Archive box", "K 7"),),
    ]
    assert found.problems == ()


def test_headers_that_only_case_tells_apart_need_another_name(check: Check) -> None:
    (error,) = check("title,date,Date\nA,1920,1921\n").problems

    assert error.message == 'the columns "date" and "Date" both mean date'
    assert error.cure == 'give "Date" another name, or delete it'
    assert check("title,date,Printed\nA,1920,1921\n").problems == ()


def test_a_slip_in_a_header_is_noticed(check: Check) -> None:
    found = check("title,lattitude,lon,comment\nA,,,\n")

    assert [str(problem) for problem in found.problems] == [
        (
            "t.csv:1: lattitude: is no column of the map; it is kept for the table of data; "
            'rename it to "latitude" if that is what it means'
        )
    ]
    assert [problem.severity for problem in found.problems] == ["warning"]


def test_a_header_like_a_column_that_is_there_is_no_slip(check: Check) -> None:
    assert check("title,title2,date,dates\nA,,,\n").problems == ()


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("Titel,remark", "Titel"),  # in another language
        ("tDtle,remark", "tDtle"),  # a slip of the hand
        ("remark,siege_name", "siege_name"),  # texts of several words
    ],
)
def test_a_table_without_titles_takes_them_from_another_column(
    check: Check, header: str, title: str
) -> None:
    cells = {"remark": ("a", "a"), title: ("Siege of Acre", "Siege of Tyre")}
    rows = zip(*(cells[name] for name in header.split(",")), strict=True)
    found = check("\n".join([header, *map(",".join, rows)]))

    assert [event.title for event in found.events] == ["Siege of Acre", "Siege of Tyre"]
    (decision,) = of_severity(found.problems, "decision")
    assert decision.message == f'no column is called title, so "{title}" is the title'
    assert decision.cure == (
        f'if that is not so, write columns = {{ title = "{title}" }} with the right header at the '
        "end of mapgen.toml beside the table, or of a new one"
    )


@pytest.mark.parametrize("header", ["Jahr", "Monat"])
def test_a_name_that_the_cells_contradict_is_no_column(check: Check, header: str) -> None:
    found = check(f"Titel,{header}\nA,red\nB,blue\nC,green\n")

    assert found.columns == {"title": "Titel"}
    assert found.unknown == (header,)


def test_a_word_that_has_grown_together_tells_a_column_with_its_cells(check: Check) -> None:
    found = check("vessel,obsdate,updates\nEndeavour,1771-03-14,three\nResolution,1772,four\n")

    assert found.columns == {"title": "vessel", "date": "obsdate"}


def test_a_table_without_anything_like_titles_is_told_what_to_add(check: Check) -> None:
    (problem,) = check("when,1982\n1982,Hama\n").problems

    assert problem.message == 'no column is called title; the columns are "when", "1982"'
    assert problem.cure == 'add a column "title" that says in one line what happened'


def test_a_first_line_that_holds_an_event_is_told_from_a_header(check: Check) -> None:
    found = check("French mandate,1920/1946,Syria,33.5,36.3\nVichy,1940,Syria,33.5,36.3\n")

    assert [str(problem) for problem in found.problems] == [
        (
            't.csv:1: the first line, "French mandate, 1920/1946, Syria, 33.5, 36.3", '
            "holds no names of columns; write them above it, as in title,date,place,lat,lon"
        )
    ]
    assert found.events == ()
