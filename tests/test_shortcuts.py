"""The short ways that a large table takes lead to the same events and words as the long ones."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import math
import sys
from typing import TYPE_CHECKING, Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapgen import events, table
from mapgen.columns import Coded, Texts, joined
from mapgen.dates import Customs, DateColumn, parse, parse_column
from mapgen.dates.plain import plain_day, plain_days
from mapgen.errors import DateError, PlaceError, TableError
from mapgen.events import Event, EventRows, Place, columns_of
from mapgen.events.naming import _made, base_of, slug
from mapgen.events.ordering import in_time_order
from mapgen.events.writing import _NOTABLE, _is_notable
from mapgen.locating import locate
from mapgen.page.json_columns import json_of
from mapgen.places.geocoding import ANYWHERE, Candidate, Surroundings
from mapgen.table import handwritten, neat
from mapgen.table.misread import _NEAR_WORD, _TWICE, _WORD, may_be_twice_encoded
from mapgen.table.records import split
from mapgen.table.text import decode, with_plain_breaks
from mapgen.texts import prose
from mapgen.wording import say, say_all

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from mapgen.dates import HistoricalDate
    from mapgen.events import Checked
    from mapgen.table.grid import Grid

DAYS = st.one_of(
    st.dates().map(str),
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True),
    st.sampled_from(["0000-02-29", "0001-01-01", "1900-02-29", "2000-02-29", "9999-12-31"]),
)
# A title and an id differ from row to row; whether a column holds times of day, all cells decide.
NOT_ALONE = {"title", "id", "image", "time", "end_time"}
COLUMNS = [name for name in events.headers.ALIASES if name not in NOT_ALONE]
CELLS = st.one_of(
    st.text(max_size=4),
    DAYS,
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


# Cells


@given(
    st.lists(
        st.lists(
            st.text(st.sampled_from('ab1 \t",\né\u00a0\x1f'), max_size=5), min_size=2, max_size=2
        ),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_cells_that_are_cut_are_those_that_are_read_one_by_one(
    rows: list[list[str]], quoting: Literal[0, 1], end: str
) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, quoting=quoting, lineterminator=end).writerows([["x", "y"], *rows])

    assert _neat(buffer.getvalue()) == _handwritten(buffer.getvalue())


def _neat(text: str) -> list[list[str]]:
    try:
        grid = neat.read(text.encode(), ",", file="t.csv")
    except TableError as error:
        return [[str(error)]]
    assert grid
    return _rows_of(grid)


def _handwritten(text: str) -> list[list[str]]:
    try:
        return _rows_of(handwritten.read(decode(text.encode(), file="t.csv"), ",", file="t.csv"))
    except TableError as error:
        return [[str(error)]]


def _rows_of(grid: Grid) -> list[list[str]]:
    rows = zip(*grid.columns, strict=True)
    lines = [[str(line), *row] for line, row in zip(grid.lines, rows, strict=True)]
    return [[str(grid.header_line), *grid.names], *lines, [str(grid.blank)]]


@given(st.lists(st.text("ab\u0085\u00a0\u2003\u3000\u1680é\u2013\x1c ", max_size=6), min_size=1))
def test_white_space_is_taken_off_as_python_does_it(texts: list[str]) -> None:
    text = "".join(f"{text},{text}x\n" for text in ("x", *texts))

    assert _neat(text) == _handwritten(text)
    assert [row[1] for row in _neat(text)[1:-1]] == list(map(str.strip, texts))


def test_no_white_space_beyond_ascii_is_forgotten() -> None:
    spaces = [letter for letter in map(chr, range(0x80, sys.maxunicode + 1)) if letter.isspace()]

    text = "".join(f"{space}x{space},y\n" for space in spaces)

    assert {row[1] for row in _neat(text)[1:-1]} == {"x"}


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2,3\n",  # a row of more cells
        "a,b\n1\n",  # and of fewer
        "a,b\n1,2\n\n3,4\n",  # an empty line
        'a,b\n1,5" gun\n2,6" gun\n',  # a mark within a cell
        'a,b\n1, "2"\n',  # and behind a blank
        "a\n1\n",  # one column, whose blank cells are empty lines
    ],
)
def test_what_is_not_neat_is_left_to_the_other_reader(text: str) -> None:
    assert neat.read(text.encode(), ",", file="t.csv") is None


def test_empty_lines_around_a_table_and_breaks_within_cells_are_counted() -> None:
    text = '\n\na,"b\nc"\n1,"2\n3"\n4,5\n\n'

    assert _neat(text) == _handwritten(text)
    assert _neat(text) == [["3", "a", "b c"], ["5", "1", "2\n3"], ["7", "4", "5"], ["3"]]


# Dates


@given(DAYS)
def test_a_plain_day_is_the_day_of_the_extended_format(text: str) -> None:
    assert _read(text) == _read_at_length(text)


def _read(text: str) -> HistoricalDate | str:
    try:
        return parse(text)
    except DateError as error:
        return error.message.removeprefix(f'"{text}"')


def _read_at_length(text: str) -> HistoricalDate | str:
    """Read a day with a mark that keeps it from the short way, and take the mark off again."""
    found = _read(f"{text}?")
    if isinstance(found, str):
        return found.removeprefix(f'"{text}?"')
    return dataclasses.replace(found, text=text, edtf=text, uncertain=False)


NO_DAYS = st.sampled_from(
    [
        *("", "1920", "1920-13-01", "1920-02-30", "1920-00-01", "1920-07-00"),
        *("1920/07/24", "1920-07/24", "192X-07-24", "1920-07-2٤", "1920-07-24\0", "\n1920-07-24"),
    ]
)
MIXED = st.lists(
    st.one_of(
        DAYS,
        NO_DAYS,
        st.sampled_from(["c. 1920", "1920?", "1920/1946", "1920/..", "/1920", "-0043", "nonsense"]),
    ),
    max_size=6,
)


@given(st.lists(DAYS | NO_DAYS | st.text("0123456789-٣ ", min_size=9, max_size=11)))
def test_plain_days_together_are_those_read_one_by_one(texts: list[str]) -> None:
    one_by_one = [plain_day(text) for text in texts]

    plain, days = plain_days(texts)

    assert plain.tolist() == [date is not None for date in one_by_one]
    assert days.tolist() == [date.earliest if date else 0 for date in one_by_one]


@given(MIXED)
def test_dates_of_a_column_are_those_read_one_by_one(texts: list[str]) -> None:
    column, faults = parse_column(texts)

    one_by_one = {text: _date(text) for text in texts if text}
    assert {text: str(fault) for text, fault in faults.items()} == {
        text: str(found) for text, found in one_by_one.items() if isinstance(found, DateError)
    }
    read = [None if text in faults else one_by_one.get(text) for text in texts]
    assert [column[place] for place in range(len(texts))] == read
    assert list(parse_column(texts)[0]) == column[:] == read


@given(MIXED)
def test_what_is_known_of_a_column_is_what_is_known_of_each_date(texts: list[str]) -> None:
    column, _ = parse_column(texts)

    dates = list(column)
    for each in (column, DateColumn.of(dates)):
        assert each.edtf().tolist() == [date.edtf if date else "" for date in dates]
        assert _whole(each.earliest()) == [date.earliest if date else None for date in dates]
        assert _whole(each.latest()) == [date.latest if date else None for date in dates]
        assert each.approximate().tolist() == [bool(date and date.approximate) for date in dates]
        assert each.uncertain().tolist() == [bool(date and date.uncertain) for date in dates]
        assert each.undated().tolist() == [date is None for date in dates]


def _whole(days: NDArray[np.float64]) -> list[int | None]:
    return [None if math.isnan(day) else int(day) for day in days.tolist()]


@given(MIXED, st.data())
def test_some_dates_of_columns_are_those_at_their_places(
    texts: list[str], data: st.DataObject
) -> None:
    rows = data.draw(st.lists(st.sampled_from(range(len(texts))))) if texts else []
    column, _ = parse_column(texts)

    some = Coded(column, np.arange(len(texts))).take(np.array(rows, np.int64))

    assert isinstance(some.distinct, DateColumn)
    assert some == [column[row] for row in rows]
    assert list(joined([some, list(column), some])) == [*some, *column, *some]


def test_a_date_of_a_column_is_one_object_however_often_it_is_asked_for() -> None:
    column, _ = parse_column(["1920-07-24", "c. 1920"])

    first = column[0]

    assert (first, column[1]) == (parse("1920-07-24"), parse("c. 1920"))
    assert all(date is again for date, again in zip(column, column, strict=True))
    assert column[0] is first
    assert column.take(np.array([0]))[0] is first
    assert DateColumn.of(column) is column


def _date(text: str) -> HistoricalDate | DateError:
    try:
        return parse(text)
    except DateError as error:
        return error


@given(st.text("0123456789-٣ ", max_size=11))
def test_nothing_but_a_day_is_a_plain_day(text: str) -> None:
    found = plain_day(text)

    assert found is None or (found.precision == "day" and found == parse(text))


@given(DAYS, st.sampled_from(["en", "fr", "ar"]))
def test_a_plain_day_is_said_in_the_words_of_any_day(text: str, language: str) -> None:
    try:
        date = parse(text)
    except DateError:
        return
    with_a_blank = dataclasses.replace(date, text=f" {text}")  # no plain day any more

    assert say(date, language) == say(with_a_blank, language)


@given(MIXED, st.sampled_from(["en", "fr", "ar"]))
def test_the_dates_of_a_column_are_said_as_each_of_them_is(texts: list[str], language: str) -> None:
    column, _ = parse_column(texts)

    assert say_all(column, language) == [say(date, language) if date else "" for date in column]


# Text


@given(st.one_of(st.text(), st.text("ab é.-+1#*_&<>/:~\\ \t\n\r\u2028", max_size=20)))
def test_a_plain_line_is_the_html_of_any_text(text: str) -> None:
    with_a_line_before = f"\n{text}"  # no plain line any more, and nothing else in Markdown

    assert prose.to_html(text) == prose.to_html(with_a_line_before)


LETTERS = st.text(
    st.sampled_from("aÃ©Â«â€œ\u00c0\u00ff\u00a0\u0192ÇáÓæ\u202aé ñа \x85\ufffd\x07"), max_size=9
)


@given(LETTERS)
def test_letters_that_are_odd_are_missed_by_no_quick_look(text: str) -> None:
    words = _WORD.findall(text)

    assert may_be_twice_encoded(text) == bool(_TWICE.search(text))
    assert bool(_NEAR_WORD.search(text.encode())) >= bool(words)
    assert _is_notable(text) == bool(_NOTABLE.search(text))


# Rows


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
    """Check a table whose cells have no line breaks, so that a row is a line.

    What the rows would decide together is settled.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(["title", *columns])
    writer.writerows(["T", *(" ".join(cell.split()) for cell in row)] for row in rows)
    content = buffer.getvalue().replace("\0", "").encode()
    read = table.parse(content, file="t.csv", folder=folder)
    settled = dataclasses.replace(read, columns={column: column for column in columns})
    customs = Customs(order="dmy", year_zero=True, year_pairs=False)
    return events.check(settled, customs=customs)


def _told(event: Event) -> dict[str, object]:
    names = (field.name for field in dataclasses.fields(event))
    return {name: getattr(event, name) for name in names if name not in {"id", "line"}}


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


# Places

PLACES = st.builds(
    lambda name, country, point: Place(name=name, country=country, lat=point[0], lon=point[1]),
    st.sampled_from(["", "Homs", "Hama", "Nowhere"]),
    st.sampled_from(["", "Syria", "France", "Narnia"]),
    st.sampled_from([(None, None), (34.7, 36.7), (48.8, 2.3)]),
)


@given(st.lists(st.tuples(PLACES, st.none() | PLACES)))
def test_places_that_rows_share_are_located_like_places_of_their_own(
    ends: list[tuple[Place, Place | None]],
) -> None:
    own = [
        Event(
            id="",
            title="",
            place=dataclasses.replace(place),
            to=to and dataclasses.replace(to),
            line=line,
        )
        for line, (place, to) in enumerate(ends)
    ]
    one = {place: place for pair in ends for place in pair if place}
    shared = [
        dataclasses.replace(
            event, place=event.place and one[event.place], to=event.to and one[event.to]
        )
        for event in own
    ]

    assert locate(shared, file="t.csv", gazetteer=_two_towns) == locate(
        own, file="t.csv", gazetteer=_two_towns
    )


def _two_towns(
    name: str, /, *, country: str | None = None, around: Surroundings = ANYWHERE
) -> Candidate:
    assert isinstance(around, Surroundings)
    if name == "Nowhere" or country == "FR":
        raise PlaceError(f"no {name!r}", "write its lat and lon")
    return Candidate(address=f"{name}, Syria", latitude=35.0, longitude=36.75)


# Columns


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


# Blocks


@given(st.lists(st.text(st.sampled_from('ab"\\\n\0\x1f\x7fé\u2028,[]')), min_size=1))
def test_texts_that_are_joined_are_the_json_of_any_texts(texts: list[str]) -> None:
    written = json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()

    for column in (texts, Texts.of(texts)):
        assert json_of(column, slice(None)) == (written if any(texts) else b"")


# Order

WRITTEN = st.sampled_from(
    ["", "1920", "1920-01-01", "1920/1946", "../1920", "1920/..", "Y-66000000"]
)


@settings(deadline=None)
@given(st.lists(st.tuples(WRITTEN, st.integers(2, 5)), max_size=9))
def test_columns_are_put_in_the_order_in_which_events_would_be_sorted(
    rows: list[tuple[str, int]],
) -> None:
    events = [
        Event(id=str(number), title="T", date=parse(text) if text else None, line=line)
        for number, (text, line) in enumerate(rows)
    ]

    found = in_time_order(events)

    assert found["id"] == [event.id for event in sorted(events, key=_first_last_line)]
    assert list(found["date"]) == [events[int(name)].date for name in found["id"]]


def _first_last_line(event: Event) -> tuple[bool, float, float, int]:
    if event.date is None:
        return (True, 0, 0, event.line)
    first, last = event.date.earliest, event.date.latest
    infinite = float("inf")
    return (
        False,
        -infinite if first is None else first,
        infinite if last is None else last,
        event.line,
    )


# Lines


@given(st.text('aé\r\n"', max_size=9))
def test_a_text_means_the_same_with_any_line_ends(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")

    assert with_plain_breaks(text.encode()).decode() == plain
    assert _records(f"x\r\n{text}") == _records(f"x\n{plain}")


def _records(text: str) -> list[tuple[str, int]] | str:
    try:
        found = split(decode(text.encode(), file="t.csv").data, file="t.csv")
    except TableError as error:
        return str(error)
    return [(found.text(each), int(found.lines[each])) for each in range(len(found.ends))]
