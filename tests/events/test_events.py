from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapgen import dates, events
from mapgen.errors import TableError
from mapgen.events import Place
from mapgen.reading import read_events
from tests.conftest import ROOT
from tests.events.rows import Check, row

# Whole rows


def test_a_row_becomes_an_event(check: Check) -> None:
    header = (
        "title,date,date_text,place,country,lat,lon,to,to_country,to_lat,to_lon,kind,category,"
        "tags,status,description,source,source_url,image,image_alt,image_credit,id,page\n"
    )
    cells = row(
        *("Tlas fled", "2012-07", "July 2012", "Damascus", "Syria", "33.5138", "36.2765"),
        *("Paris", "France", "48,8566", "2°21′8″E", "Event", "Defections", "army; Tlas;;army"),
        *("Reported", "First line\n\nSecond *line*", "The Times", "https://example.org/a?b=1"),
        *("https://example.org/a.jpg", "A general", "Reuters", "tlas-fled", "12"),
    )

    found = check(header + cells)

    assert found.problems == ()
    assert found.events == (
        events.Event(
            id="tlas-fled",
            title="Tlas fled",
            date=dates.parse("2012-07"),
            date_text="July 2012",
            place=Place(name="Damascus", country="Syria", lat=33.5138, lon=36.2765, found="table"),
            to=Place(
                name="Paris",
                country="France",
                lat=48.8566,
                lon=2 + 21 / 60 + 8 / 3600,
                found="table",
            ),
            kind="event",
            category="Defections",
            tags=("army", "Tlas"),
            status="reported",
            description="First line\n\nSecond *line*",
            source="The Times",
            source_url="https://example.org/a?b=1",
            image="https://example.org/a.jpg",
            image_alt="A general",
            image_credit="Reuters",
            extra=(("page", "12"),),
            line=2,
        ),
    )


def test_a_title_alone_is_an_event_without_date_and_place(check: Check) -> None:
    found = check("title\nSomething happened\n")

    assert found.problems == ()
    (event,) = found.events
    assert (event.id, event.date, event.place, event.to) == ("something-happened", None, None, None)
    assert (event.kind, event.status, event.tags, event.extra) == ("event", "", (), ())


def test_every_problem_of_a_table_is_found_at_once_in_line_order(check: Check) -> None:
    found = check(
        "Headline,when,Latitude,long,certainty\n"
        "A,1982-13,91,36,maybe\n"
        "B,1982,33,36,confirmed\n"
        ",1982,33,,\n"
    )

    assert [(p.line, p.column) for p in found.problems] == [
        (2, "when"),
        (2, "Latitude"),
        (2, "certainty"),
        (4, "Headline"),
        (4, "Latitude"),
    ]
    assert [event.title for event in found.events] == ["B"]


def test_the_problems_of_a_row_stand_in_the_order_of_its_columns(check: Check) -> None:
    found = check("status,lat,lon,date,title,url,id\nx,x,x,1982-13,,x,?\n")

    columns = [problem.column for problem in found.problems]
    assert columns == ["status", "lat", "lon", "date", "title", "url", "id"]


def test_a_problem_stands_on_the_line_where_its_row_begins(check: Check) -> None:
    found = check('title,text,status\nA,"one\ntwo",reported\n\nB,"x\ny",wrong\n')

    assert [(p.line, p.column) for p in found.problems] == [(5, "status")]
    assert [event.line for event in found.events] == [2]


def test_a_row_that_repeats_the_header_is_an_error_and_no_more(check: Check) -> None:
    found = check("title,kind\nA,\nC,era\ntitle,kind\nB,\n")

    assert [str(problem) for problem in found.problems] == [
        't.csv:3: kind: "era" is no kind; write event or period',
        "t.csv:4: this row repeats the names of the columns; delete it",
    ]
    assert [(event.title, event.line) for event in found.events] == [("A", 2), ("B", 5)]


def test_rows_that_say_the_same_are_told_with_both_lines(check: Check) -> None:
    warnings = check.warnings("date", "1982", "1983", "1982", "1982")

    assert warnings == (
        "t.csv:4: 2 rows say the same as one above: "
        "line 4 as line 2 and line 5 as line 2; delete them"
    )


# Any table

COLUMNS = [name for name in events.headers.ALIASES if name != "title"]


CELLS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["1920", "1920/1946", "..", "-5", "33.5, 36", "period", "x:y", "a/../b", "\u202e"]
    ),
)


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from(COLUMNS), unique=True).flatmap(
        lambda columns: st.tuples(
            st.just(columns),
            st.lists(st.lists(CELLS, min_size=len(columns), max_size=len(columns))),
        )
    )
)
def test_every_row_of_any_table_is_an_event_or_has_an_error(
    tmp_path_factory: pytest.TempPathFactory, sheet: tuple[list[str], list[list[str]]]
) -> None:
    columns, rows = sheet
    check = Check(tmp_path_factory.mktemp("any"))
    content = row("title", *columns) + "".join(row("T", *cells) for cells in rows)

    found = check(content.replace("\0", "") + row("T", *[""] * len(columns)))

    # Many errors of one kind are told as one, at the line of the first or at the header.
    wrong = {p.line for p in found.problems if p.severity == "error"}
    refused = {event.line for event in found.refused}
    assert len(found.events) + len(found.refused) == len(rows) + 1
    assert bool(wrong) == bool(refused)
    assert wrong <= refused | {1}


# A whole table of mistakes


def test_twenty_different_mistakes_give_twenty_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare with expected.txt; after a wanted change, take over what actual/ holds."""
    case = ROOT / "tests" / "cases" / "twenty-mistakes"
    monkeypatch.chdir(case)

    with pytest.raises(TableError) as caught:
        read_events("locations.csv")

    actual = "".join(f"{problem}\n" for problem in caught.value.problems)
    if actual != (case / "expected.txt").read_text("utf-8"):
        (case / "actual").mkdir(exist_ok=True)
        (case / "actual" / "expected.txt").write_text(actual, "utf-8")
    assert actual == (case / "expected.txt").read_text("utf-8")
    assert {problem.severity for problem in caught.value.problems} == {"error"}
    assert len(caught.value.problems) == 20
