"""A row means the same alone and among others, and a table in lists and in Arrow."""

from __future__ import annotations

import csv
import dataclasses
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapgen import events, table
from mapgen.columns import Texts
from mapgen.dates import Customs
from mapgen.events import Event, EventRows, columns_of
from mapgen.events.naming import _made, base_of, slug

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mapgen.events import Checked

# A title and an id differ from row to row; whether a column holds times of day, all cells decide.
NOT_ALONE = {"title", "id", "image", "time", "end_time"}
COLUMNS = [name for name in events.headers.ALIASES if name not in NOT_ALONE]
CELLS = st.one_of(
    st.text(max_size=4),
    st.dates().map(str),
    st.sampled_from(["", "", "1920", "1920/1946", "..", "33.5, 36", "33.5", "36", "95", "period"]),
    st.sampled_from(["Homs", "Syria", "a; b; a", "disputed", "Yes", "about 1940", "03/04/1946"]),
)
TABLES = st.lists(st.sampled_from(COLUMNS), unique=True, min_size=1).flatmap(
    lambda columns: st.tuples(
        st.just(columns),
        st.lists(
            st.lists(CELLS, min_size=len(columns), max_size=len(columns)), min_size=1, max_size=4
        ),
    )
)


@settings(max_examples=40)
@given(TABLES)
def test_a_row_means_the_same_alone_and_among_others(
    tmp_path_factory: pytest.TempPathFactory, sheet: tuple[list[str], list[list[str]]]
) -> None:
    columns, rows = sheet
    folder = tmp_path_factory.mktemp("rows")

    together = _check(folder, columns, [*rows, *rows])
    alone = [_check(folder, columns, [row]) for row in rows]

    found = {event.line: event for event in (*together.events, *together.refused)}
    kept = [number in {event.line for event in together.events} for number in sorted(found)]
    assert [_told(found[number]) for number in sorted(found)] == 2 * [
        _told(*each.events, *each.refused) for each in alone
    ]
    assert kept == 2 * [bool(each.events) for each in alone]


def _check(folder: Path, columns: list[str], rows: list[list[str]]) -> Checked:
    """Check a table for which is settled what its rows would decide together."""
    read = _written(folder, columns, rows)
    settled = dataclasses.replace(read, columns={column: column for column in columns})
    customs = Customs(order="dmy", year_zero=True, year_pairs=False)
    return events.check(settled, customs=customs)


def _written(folder: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> table.Table:
    """Read a table whose cells have no line breaks, so that a row is a line."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(["title", *columns])
    writer.writerows(["T", *(" ".join(cell.split()) for cell in row)] for row in rows)
    content = buffer.getvalue().replace("\0", "").encode()
    return table.parse(content, file="t.csv", folder=folder)


def _told(event: Event) -> dict[str, object]:
    names = (field.name for field in dataclasses.fields(event))
    return {name: getattr(event, name) for name in names if name not in {"id", "line"}}


MISREAD = "aÃ©Â«â€œ\u00c0\u00ff\u0192ÇáÓæñ\u202aé \xa0\x85\ufffd\x07ſK"
HOSTILE = st.one_of(
    CELLS,
    st.text(st.sampled_from(MISREAD), max_size=9),
    st.sampled_from(["n/a", "NA", "Unknown.", "https://a.org", "https://a b", "javascript:x"]),
    st.sampled_from(["#REF!", '"torn', "33,5", "1,234", "+36.25", "-0", "٣٣", "HOMS", "Hómş"]),
)


@settings(max_examples=80)
@given(st.data())
def test_a_table_in_arrow_has_the_events_and_problems_of_one_in_lists(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    columns = data.draw(st.lists(st.sampled_from(COLUMNS), unique=True, min_size=1, max_size=6))
    rows = data.draw(st.lists(st.tuples(*(HOSTILE for _ in columns)), min_size=1, max_size=4))
    read = _written(tmp_path_factory.getbasetemp(), columns, rows)
    arrow = {name: Texts.of(column) for name, column in read.cells.items()}

    in_lists, in_arrow = events.check(read), events.check(dataclasses.replace(read, cells=arrow))

    assert list(in_arrow.events) == list(in_lists.events)
    assert in_arrow.problems == in_lists.problems


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.text("aé -", max_size=3), st.sampled_from(["", "1920", "1920-07-24"])))
)
def test_a_blank_column_of_ids_changes_no_id(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("ids")
    titled = "".join(f"x{title},{date}\n" for title, date in rows)
    blank = "".join(f"x{title},{date},\n" for title, date in rows)

    without = events.check(_table(f"title,date\nfirst,\n{titled}", folder))
    with_blanks = events.check(_table(f"title,date,id\nfirst,,\n{blank}", folder))

    assert [event.id for event in without.events] == [event.id for event in with_blanks.events]


def _table(content: str, folder: Path) -> table.Table:
    return table.parse(content.encode(), file="t.csv", folder=folder)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "-", "é"]),
            st.integers(0, 62),
            st.sampled_from(["", "1920", "1920-07-24", "1920/1946", "Y-66000000"]),
        )
    )
)
def test_ids_made_together_are_those_made_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, int, str]]
) -> None:
    titled = [(f"{n}{'x' * length}{end}", date) for n, (end, length, date) in enumerate(rows)]
    lines = "".join(f"{title},{date}\n" for title, date in titled)

    found = events.check(_table(f"title,date\n?,1920\n{lines}", tmp_path_factory.mktemp("ids")))

    made = [_made(slug(title), slug(date.partition("/")[0])) for title, date in titled]
    assert [base_of(event.id) for event in found.events] == ["event-1920", *made]


def test_events_of_columns_are_the_events_made_one_by_one() -> None:
    made = [Event(id=f"e{n}", title="T", tags=("a",), line=n) for n in range(3)]

    found = EventRows(columns_of(made))

    assert found == made
    assert (found[1], found[1:], len(found)) == (made[1], tuple(made[1:]), 3)


@pytest.mark.parametrize("change", [{"title": ["T"]}, {"colour": ["", ""]}])
def test_events_need_a_column_of_one_length_for_each_field(change: dict[str, list[object]]) -> None:
    columns = columns_of([Event(id=f"e{n}", title="T", line=n) for n in range(2)])

    with pytest.raises(ValueError, match="a column for each field"):
        EventRows({**columns, **change})
