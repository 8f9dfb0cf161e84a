"""Titles, tags and words of kind and status are checked, and so are letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.events.rows import Check


# Titles and characters


def test_a_blank_title_is_an_error(check: Check) -> None:
    found = check("Headline,date\n ,1982\n")

    assert [str(problem) for problem in found.problems] == [
        "t.csv:2: Headline: is blank; say in one line what happened"
    ]
    assert found.events == ()


def test_a_title_has_one_line(check: Check) -> None:
    found = check('title\n"The Hama\nmassacre"\n')

    assert [str(problem) for problem in found.problems] == [
        (
            't.csv:2: title: "The Hama" is followed by another line; '
            "write it in one line, and the rest as the description"
        )
    ]


@pytest.mark.parametrize(
    ("character", "name"),
    [("\x07", "U+0007"), ("\x1b", "U+001B"), ("\x7f", "U+007F"), ("\x92", "U+0092")],
)
def test_control_characters_are_refused_by_name(check: Check, character: str, name: str) -> None:
    message = f"has the control character {name}; delete it: it does not show, but it is there"

    assert check.errors("notes", f"a{character}b") == f"t.csv:2: notes: {message}"
    assert check.errors("unknown", f"a{character}b") == f"t.csv:2: unknown: {message}"


def test_tabs_line_breaks_and_direction_marks_are_text(check: Check) -> None:
    event = check.event("notes", '"a\tb\n\u200fحماة\u200e \u2067حماة\u2069 \u202bحماة\u202c"')

    assert event.description == "a\tb\n\u200fحماة\u200e \u2067حماة\u2069 \u202bحماة\u202c"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a\u202eb", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        ("a\u2066b\u2069c\u2069", "U+2069 (POP DIRECTIONAL ISOLATE)"),
        ("a\u202cb\u202a", "U+202C (POP DIRECTIONAL FORMATTING)"),
        ("\u2067a\u202eb\u2069", "U+2069 (POP DIRECTIONAL ISOLATE)"),
    ],
)
def test_a_change_of_direction_without_its_end_is_kept_with_a_warning(
    check: Check, text: str, named: str
) -> None:
    assert check.warnings("notes", text) == (
        f"t.csv:2: notes: has {named} without its counterpart; "
        "delete it: Arabic and Hebrew run from right to left by themselves"
    )


def test_a_lost_letter_is_told(check: Check) -> None:
    assert check.warnings("place", "Alep\ufffd") == (
        "t.csv:2: place: has U+FFFD (REPLACEMENT CHARACTER) where a letter was lost; "
        "write the letter again"
    )


def test_cells_of_a_megabyte_are_refused_in_short_messages(check: Check) -> None:
    long = "x" * 1_000_000
    columns = ["date", "lat", "lon", "kind", "status", "id", "source_url", "image", "to_lat"]

    errors = check.errors(",".join(columns), ",".join([long] * len(columns)))

    assert len(errors.splitlines()) == len(columns)
    assert max(map(len, errors.splitlines())) < 300


# Words


def test_kind_and_status_are_read_in_any_case(check: Check) -> None:
    event = check.event("kind,status,date", "PERIOD,Disputed,1920/1946")

    assert (event.kind, event.status) == ("period", "disputed")


@pytest.mark.parametrize("text", ["yes", "TRUE", "1", "x", "oui", "نعم"])
def test_an_image_is_sensitive_where_the_table_says_yes(check: Check, text: str) -> None:
    assert check.event("sensitive", text).sensitive


@pytest.mark.parametrize("text", ["", "no", "False", "0", "non", "لا"])
def test_an_image_is_not_sensitive_where_the_table_says_no_or_nothing(
    check: Check, text: str
) -> None:
    assert not check.event("sensitive,status", f"{text},").sensitive


def test_what_is_neither_yes_nor_no_is_refused(check: Check) -> None:
    assert check.errors("sensitive", "perhaps") == (
        't.csv:2: sensitive: "perhaps" says neither yes nor no; write yes or no; blank means no'
    )


@pytest.mark.parametrize(
    ("header", "cell", "message"),
    [
        (
            *("Certainty", "confirmd"),
            (
                'Certainty: "confirmd" is no status; did you mean confirmed? '
                "It can be confirmed, reported, unconfirmed or disputed"
            ),
        ),
        (
            *("status", "true"),
            'status: "true" is no status; write confirmed, reported, unconfirmed or disputed',
        ),
        ("kind", "era", 'kind: "era" is no kind; write event or period'),
    ],
)
def test_an_unknown_word_is_told_with_the_ones_there_are(
    check: Check, header: str, cell: str, message: str
) -> None:
    assert check.errors(header, cell) == f"t.csv:2: {message}"


def test_a_period_needs_a_date(check: Check) -> None:
    cure = "write when it began and ended, as in 1920/1946"

    assert check.errors("kind,date", "period,") == (f"t.csv:2: date: a period needs a date; {cure}")
    assert check.errors("kind,Start,End", "period,,") == (
        f"t.csv:2: Start: a period needs a date; {cure}"
    )
    assert check.errors("kind", "period") == f"t.csv:2: kind: a period needs a date; {cure}"


def test_a_period_with_a_wrong_date_is_one_error(check: Check) -> None:
    assert len(check.errors("kind,date", "period,1982-13").splitlines()) == 1


def test_tags_are_split_and_said_once(check: Check) -> None:
    assert check.event("Keywords", "army; Tlas ;;army;").tags == ("army", "Tlas")
