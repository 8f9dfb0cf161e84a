"""The extended format is read and given back."""

from __future__ import annotations

import importlib
import warnings
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from mapgen.dates import day_number, parse
from mapgen.errors import DateError
from tests.dates.truth import meaning

if TYPE_CHECKING:
    from time import struct_time


SIGNS = st.sampled_from(["", "", "", "~", "?", "%"])


PLAIN_YEARS = st.integers(1, 9999).map("{:04}".format)


EDTF_YEARS = st.one_of(
    PLAIN_YEARS,
    st.integers(1, 9999).map("-{:04}".format),
    st.integers(10_000, 10**12).map("Y{}".format),
    st.from_regex(r"\A-?[0-9]{1,3}X{1,3}\Z").filter(lambda text: len(text.lstrip("-")) == 4),
    st.from_regex(r"\A[0-9]{4}S[1-5]\Z"),
)


EDTF_DATES = st.one_of(
    EDTF_YEARS,
    st.builds("{}-{:02}".format, PLAIN_YEARS, st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, PLAIN_YEARS, st.integers(1, 12), st.integers(1, 28)),
    st.builds(
        "{}-{}".format, PLAIN_YEARS, st.sampled_from(["XX", "0X", "1X", "21", "24", "XX-1X"])
    ),
)


MARKED_DATES = st.builds("{}{}".format, EDTF_DATES, SIGNS)


EDTF = st.one_of(
    MARKED_DATES,
    st.builds("{}/{}".format, MARKED_DATES, st.one_of(MARKED_DATES, st.sampled_from(["", ".."]))),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), MARKED_DATES),
    st.lists(MARKED_DATES, min_size=2, max_size=4).map(lambda dates: f"[{','.join(dates)}]"),
    st.builds("{{{}..{}}}".format, MARKED_DATES, MARKED_DATES),
)


@given(EDTF)
def test_any_edtf_is_read_and_given_back_or_ends_before_it_begins(text: str) -> None:
    try:
        found = parse(text)
    except DateError as error:
        assert "ends before it begins" in error.message  # noqa: PT017  (few texts raise)
        return

    assert found.edtf == text
    assert meaning(parse(found.edtf)) == meaning(found)


WORDS = """
0 1 6 12 13 31 44 1920 1946 2012 03/04/1946 192X -0043 Mon lundi July juillet février
c. circa vers before after avant après by since depuis until jusqu'en between and entre et from
to de à or ou early mid- late début fin BC AD av. J.-C. th er s century siècle XIXe années spring
été half of the Q1 present X S Y E T Z .. / - – , . ? ~ % [ ] { } ' :
"""


FRAGMENTS = [*WORDS.split(), " ", "\u00a0"]


MESSY_TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(FRAGMENTS), max_size=9).map("".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=9).map(" ".join),
)


@given(MESSY_TEXTS, st.sampled_from([None, "dmy", "mdy"]))
def test_any_text_is_a_date_in_order_or_a_date_error(text: str, order: Any) -> None:
    try:
        found = parse(text, order=order)
    except DateError:
        return

    assert found.earliest is not None or found.latest is not None
    assert meaning(parse(found.edtf)) == meaning(found)


def reference(text: str) -> tuple[int, int]:
    """Return the strict bounds that the edtf package gives, an independent reader of EDTF."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its parser generator, while it is imported
        edtf = importlib.import_module("edtf")
    node = edtf.parse_edtf(text)
    ends: list[struct_time] = [node.lower_strict(), node.upper_strict()]
    first, last = (day_number(end.tm_year, end.tm_mon, end.tm_mday) for end in ends)
    return first, last


REFERENCE_YEARS = st.from_regex(r"\A([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|-[0-9]{2}[1-9]X)\Z")


REFERENCE_DATES = st.one_of(
    REFERENCE_YEARS,
    st.builds("{}-{}".format, PLAIN_YEARS, st.sampled_from(["01", "02", "12", "XX", "21", "23"])),
    st.builds("{}-02-{:02}{}".format, PLAIN_YEARS, st.integers(1, 28), SIGNS),
    st.integers(10_000, 10**9).map("Y{}".format),
)


@given(REFERENCE_DATES)
def test_the_bounds_agree_with_the_edtf_package(text: str) -> None:
    found = parse(text)

    assert (found.earliest, found.latest) == reference(text)
