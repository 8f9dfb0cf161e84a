"""Unknown columns read like what each event has of them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mapgen.columns import Texts, coded
from mapgen.events.extras import Extra, Extras

CELLS = st.lists(
    st.dictionaries(st.sampled_from(["page", "box", "ref"]), st.sampled_from(["1", "2", "é"])).map(
        lambda row: tuple(
            (header, row[header]) for header in ("page", "box", "ref") if header in row
        )
    )
)
WHOLE = (("page", "1"), ("box", "1"), ("ref", "1"))  # so that the columns stand in this order


@given(CELLS)
def test_unknown_columns_read_like_a_list(cells: list[Extra]) -> None:
    cells = [WHOLE, *cells]

    found = Extras.of(cells)

    assert Extras.of(found) is found
    assert list(found) == found[:] == cells
    assert (found[-1], found[1:], found[::-2]) == (cells[-1], cells[1:], cells[::-2])
    assert [found[row] for row in range(len(found))] == cells


@given(CELLS, CELLS)
def test_those_of_several_tables_are_taken_and_stand_below_each_other(
    one: list[Extra], other: list[Extra]
) -> None:
    rows = np.arange(len(one) + 1)[::-2]

    some = Extras.of([WHOLE, *one]).take(rows)

    assert some == [WHOLE, *one][::-2]
    assert Extras.joined([[WHOLE], some, other, []]) == [WHOLE, *some, *other]


def test_they_may_be_kept_in_any_way() -> None:
    kept = {"page": ["1", "", "2"], "box": Texts.of(["", "", "a"]), "ref": coded(["x", "x", ""])}

    found = Extras(kept, 3)

    expected = [(("page", "1"), ("ref", "x")), (("ref", "x"),), (("page", "2"), ("box", "a"))]
    assert found[:] == [found[row] for row in (-3, -2, -1)] == expected


def test_rows_without_unknown_columns_have_none() -> None:
    found = Extras.of([(), ()])

    assert (found[:], found[-1], found[5:], len(found)) == ([(), ()], (), [], 2)
    assert Extras.joined([found, [WHOLE]]) == [(), (), WHOLE]
