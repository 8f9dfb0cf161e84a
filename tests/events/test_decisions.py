"""What a whole column is taken to mean is said once, in every report, with how to turn it round."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen.cli.reporting import print_annotations, print_json, print_problems
from mapgen.errors import Problem
from mapgen.events.sheet import Sheet
from mapgen.site.agreeing import agreed
from mapgen.table import parse

if TYPE_CHECKING:
    import pytest

MONTH_FIRST = 'date_order = "mdy"'
WARNING = Problem(file="a.csv", line=4, message="is odd", cure="look at it", severity="warning")


def decision(settled: str = 'date_order = "dmy"', *, file: str = "a.csv") -> Problem:
    return Problem(
        file=file,
        line=1,
        column="When",
        message="the day comes first in this column",
        cure=f"write {MONTH_FIRST} into the settings if the month does",
        severity="decision",
        settled=settled,
    )


def test_a_sheet_tells_a_decision_at_the_header_of_the_author() -> None:
    table = parse(b"title,When\nA coup,1970\n", file="a.csv", folder=Path())
    sheet = Sheet(table, {"title": "title", "date": "When"})
    told = decision()

    sheet.decide("date", told.message, told.cure, settled=told.settled)

    assert sheet.problems() == [told]
    assert not sheet.wrong


def test_decisions_stand_before_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    print_problems([WARNING, decision()])

    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("decision: a.csv:1: When: the day comes first in this column; write")
    assert second.startswith("warning: ")


def test_quiet_says_no_decisions(capsys: pytest.CaptureFixture[str]) -> None:
    print_problems([decision()], quiet=True)

    assert capsys.readouterr().err == ""


def test_programs_read_decisions_apart_with_the_line_that_settles_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_json([WARNING, decision()])

    answer = json.loads(capsys.readouterr().out)
    assert [each["settled"] for each in answer["decisions"]] == ['date_order = "dmy"']
    assert [each["severity"] for each in answer["problems"]] == ["warning"]
    assert answer["errors"] == 0


def test_github_shows_a_decision_as_a_notice(capsys: pytest.CaptureFixture[str]) -> None:
    print_annotations([decision()])

    assert capsys.readouterr().out.startswith("::notice file=a.csv,line=1,title=When::the day")


def test_the_blocks_of_a_file_tell_a_decision_once() -> None:
    same = [decision(), WARNING, decision(), decision(file="b.csv")]

    assert agreed(same) == [decision(), decision(file="b.csv"), WARNING]


def test_blocks_that_decide_differently_are_an_error() -> None:
    [first, error] = agreed([decision(), decision(MONTH_FIRST), decision(MONTH_FIRST)])

    assert first == decision()
    assert error.severity == "error"
    assert error.cure == (
        'write which it is into the settings: date_order = "dmy" or date_order = "mdy"'
    )
