"""Prints what a table has to say, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

from mapgen.cli.letters import holds_every_letter
from mapgen.cli.saying import say
from mapgen.errors import MapgenError, TableError, of_severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.errors import Problem, Severity


# What GitHub calls them in a workflow command.
_LEVELS: dict[Severity, str] = {"error": "error", "decision": "notice", "warning": "warning"}


class Format(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class Reporting:
    """Turns an error of the author's into its words and exit code 1; a fault stays a traceback."""

    def __init__(self, format: Format = Format.TEXT, *, quiet: bool = False) -> None:  # noqa: A002  (the option's name)
        self._format = format
        self._quiet = quiet

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if not isinstance(error, MapgenError):
            return
        problems = error.problems if isinstance(error, TableError) else ()
        if self._format is Format.JSON:
            print_json(problems, message=str(error))
        elif self._format is Format.GITHUB:
            print_annotations(problems)
            if not problems:
                say(f"::error title=mapgen::{_escaped(str(error))}")
        elif problems:
            print_problems(problems, quiet=self._quiet)
        else:
            say(error, err=True)
        raise typer.Exit(1) from error


def print_problems(problems: Sequence[Problem], *, quiet: bool = False) -> None:
    """Print the errors, then the decisions and warnings unless quiet, then how many of each."""
    errors, warnings = of_severity(problems, "error"), of_severity(problems, "warning")
    for error in errors:
        say(error, err=True)
    for each in () if quiet else (*of_severity(problems, "decision"), *warnings):
        say(f"{each.severity}: {each}", err=True)
    if errors:
        tally = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"
        say(f"{tally}; nothing was written", err=True)


def print_json(problems: Sequence[Problem], **more: object) -> None:
    """Print problems as one JSON object, with more of its keys.

    It is plain ASCII where the output could not hold all letters: valid, and nothing is lost.
    """
    decisions = [asdict(each) for each in of_severity(problems, "decision")]
    told = [asdict(each) for each in problems if each.severity != "decision"]
    errors = len(of_severity(problems, "error"))
    answer = {**more, "errors": errors, "decisions": decisions, "problems": told}
    say(json.dumps(answer, ensure_ascii=not holds_every_letter(), indent=2))


def print_annotations(problems: Sequence[Problem]) -> None:
    """Print problems as workflow commands, which GitHub shows beside the lines of a change."""
    for problem in problems:
        where = {"file": problem.file, "line": problem.line, "title": problem.column or "mapgen"}
        known = (f"{name}={_escaped_value(value)}" for name, value in where.items() if value)
        message = _escaped(f"{problem.message}; {problem.cure}")
        say(f"::{_LEVELS[problem.severity]} {','.join(known)}::{message}")


def _escaped(text: str) -> str:
    """Escape what ends a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_value(value: object) -> str:
    """Escape what ends a value within a workflow command, too."""
    return _escaped(str(value)).replace(":", "%3A").replace(",", "%2C")


def _count(problems: Sequence[Problem], word: str) -> str:
    return f"{len(problems)} {word if len(problems) == 1 else word + 's'}"
