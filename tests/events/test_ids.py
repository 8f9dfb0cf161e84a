"""Every event has an id that stays."""

from __future__ import annotations

import itertools
import random
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapgen.events.naming import base_of
from tests.events.rows import Check, row

if TYPE_CHECKING:
    from mapgen.events import Checked


# Ids


def ids(found: Checked) -> list[str]:
    return [event.id for event in found.events]


@pytest.mark.parametrize(
    ("title", "date", "expected"),
    [
        ("The Hama massacre", "1982-02", "the-hama-massacre-1982-02"),
        ("Mandate", "1920/1946", "mandate-1920"),
        ("Coup d’état (1st)!", "", "coup-d-état-1st"),
        ("Idea\u0301l", "1940~", "ideál-1940"),
        ("مَجزرة حماة", "1982", "مَجزرة-حماة-1982"),
        ("STRASSE Straße", "", "strasse-strasse"),
        ("a\u200cb", "", "ab"),
        ("???", "", "event"),
        ("???", "1982", "event-1982"),
        ("x" * 80, "1982-02-02", "x" * 49 + "-1982-02-02"),
        ("word " * 30, "1982-02-02", "word-" * 9 + "word-1982-02-02"),
    ],
)
def test_an_id_begins_with_title_and_date(
    check: Check, title: str, date: str, expected: str
) -> None:
    (made,) = ids(check("title,date\n" + row(title, date)))

    assert base_of(made) == expected
    assert len(base_of(made)) <= 60


def test_what_else_stands_in_a_row_is_a_mark_at_the_end_of_its_id(check: Check) -> None:
    found = check("title,date,place\nA,1982,Hama\nA,1982,Homs\nA,1983,Hama\nA,1982,\n")

    marks = [re.fullmatch(r"a-198[23](~[0-9a-z]{4})?", name) for name in ids(found)]
    assert all(marks)
    assert [bool(each and each[1]) for each in marks] == [True, True, True, False]
    assert len(set(ids(found))) == 4


def test_a_made_id_is_the_same_whatever_the_order_and_the_headers_of_the_columns(
    check: Check,
) -> None:
    one = check("title,date,place,note\nThe siege,1529,Vienna,x\n")
    other = check("note,name,blank,location,date\nx,The siege,,Vienna,1529\n")

    assert other.columns["place"] == "location"
    assert ids(one) == ids(other)


def test_the_ids_of_a_large_table_are_made_as_those_of_a_small_one(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "title,date,place\nA,1982,Hama\nA,1982,Homs\nB,1983,\n"
    small = ids(check(text))

    monkeypatch.setattr("mapgen.events.contents._AT_ONCE", 1)

    assert ids(check(text)) == small


def test_rows_that_are_alike_in_every_cell_get_numbers_and_are_told(check: Check) -> None:
    found = check("title,date\nA,1982\nA,1982\nA 2,\nA,1982\n")

    assert ids(found) == ["a-1982", "a-1982-2", "a-2", "a-1982-3"]
    assert "say the same" in str(found.problems[0])


def test_made_ids_make_way_for_given_ones(check: Check) -> None:
    found = check("title,id\nA,\nB,a\nB,b-2\nA 3,\nB,\n")

    assert ids(found)[1:] == ["a", "b-2", "a-3", "b"]
    assert re.fullmatch("a~[0-9a-f]{12}", ids(found)[0])


CELLS_OF_TWINS = st.tuples(
    st.sampled_from(["Raid", "A raid!", "غارة"]),
    st.sampled_from(["1914", "1914/1918", "44 BC", ""]),
    st.sampled_from(["Ypres", "Mons", ""]),
    st.sampled_from(["", "by night", "x" * 90 + "y", "x" * 90 + "z"]),
    st.sampled_from(["", "An archive"]),
)


SOME_TWINS = st.lists(CELLS_OF_TWINS, unique=True, min_size=1, max_size=8)


@given(SOME_TWINS, SOME_TWINS, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_a_row_keeps_its_id_whatever_rows_come_go_or_move(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[tuple[str, ...]],
    after: list[tuple[str, ...]],
    random: random.Random,
) -> None:
    check = Check(tmp_path_factory.mktemp("twins"))

    def made(rows: list[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
        text = "".join(row(*cells) for cells in rows)
        return dict(zip(rows, ids(check(f"title,date,place,text,source\n{text}")), strict=True))

    mixed = list(dict.fromkeys([*before, *after]))
    random.shuffle(mixed)
    old, new = made(before), made(mixed)

    assert {cells: new[cells] for cells in before} == old
    assert len(set(new.values())) == len(mixed)


def test_made_ids_do_not_depend_on_the_order_of_rows(check: Check) -> None:
    rows = [row(t, d, p) for t, d, p in itertools.product(["A", "a!", "B"], ["1982", ""], "xy")]

    def made(rows: list[str]) -> dict[tuple[str, ...], str]:
        found = check("title,date,place\n" + "".join(rows))
        return {
            (e.title, e.date.text if e.date else "", e.place.name if e.place else ""): e.id
            for e in found.events
        }

    shuffled = random.Random(1).sample(rows, len(rows))  # noqa: S311  (a test needs no secret)

    assert made(shuffled) == made(rows)
    assert len(set(made(rows).values())) == len(rows)


@given(st.lists(st.tuples(st.text("aA -2", max_size=4), st.sampled_from(["", "a", "a-2", "b"]))))
@settings(max_examples=100)
def test_ids_are_unique_whatever_is_given(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    check = Check(tmp_path_factory.mktemp("ids"))
    cells = "".join(row(f"x{title}", name) for title, name in rows)

    found = check(f"title,id\nfirst,\n{cells}")

    assert len(set(ids(found))) == len(found.events)
    assert {name for _, name in rows if name} <= set(ids(found))


def test_a_given_id_is_kept(check: Check) -> None:
    assert check.event("id", "Hama_1982.a-b").id == "Hama_1982.a-b"
    assert check.event("id", "مجزرة-حماة").id == "مجزرة-حماة"
    assert check.event("id", "e\u0301").id == "é"
    assert check.event("id", "x" * 100).id == "x" * 100


@pytest.mark.parametrize(
    ("given_id", "proposal"),
    [
        ("Hama 1982", "hama-1982"),
        ("a&b=c", "a-b-c"),
        ("#1", "1"),
        ("50%", "50"),
        ("a/b", "a-b"),
        ("<b>", "b"),
        ("a\u202eb", "ab"),
        ("x" * 101, "x" * 60),
        ("?", "it in letters and figures"),
    ],
)
def test_an_id_that_does_not_fit_in_a_link_is_told_with_a_proposal(
    check: Check, given_id: str, proposal: str
) -> None:
    errors = check.errors("id", given_id)

    assert errors.endswith(f"does not fit in a link; write {proposal}")


def test_an_id_that_stands_twice_is_told_with_both_lines(check: Check) -> None:
    errors = check.errors("id,date", "a,1982", '"b",1982', "a,1983", "a,1982")

    cure = "give each event an id of its own, or leave it blank to have one made"
    assert errors == (
        f't.csv:4: id: "a" is the id of line 2 too; {cure}\n'
        f't.csv:5: id: "a" is the id of line 2 too; {cure}'
    )
