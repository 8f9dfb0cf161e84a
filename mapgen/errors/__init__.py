"""The errors of mapgen, and the Problem that says what is wrong in a table.

MapgenError
 ├── CellError (ValueError)       the text of one cell cannot be used
 │    ├── DateError               ... as a date
 │    ├── CoordinateError         ... as a latitude or longitude
 │    ├── CountryError            ... as a country
 │    └── PlaceError              ... as a place that can be found
 ├── TableError (ValueError)      a table has errors: all of them, at once
 ├── SettingsError (ValueError)   an option or a setting cannot be used
 └── PageError (ValueError)       the page could not be opened by a browser, or not be written
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "decision", "warning"]

LONGEST_QUOTE = 60  # characters of a cell that a message repeats

# The control characters of ASCII and of Latin-1, the ends of lines, and what changes the direction.
_ACTING = regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_ACTING_IN_LINES = regex(_ACTING.pattern.replace(r"\x00-\x1f", r"\x00-\x08\x0b-\x1f"))


def quoted(text: str, *, longest: int = LONGEST_QUOTE) -> str:
    """Return a text for a message: in double quotes, cut short, with invisible characters told."""
    text = text.strip()
    if len(text) > longest:
        text = text[: longest - 1] + "…"
    return '"' + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text) + '"'


def printable(text: str, *, lines: bool = False) -> str:
    r"""Return a text of which a terminal does nothing but show the letters.

    What would ring, move, colour or turn round what stands beside it is written by its number, as
    \u001b, which JSON and TOML understand. With `lines`, line breaks and tabs stay.
    """
    acting = _ACTING_IN_LINES if lines else _ACTING
    return acting.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class MapgenError(Exception):
    """Anything that the author of a table can mend; a fault of the program is never one."""


class CellError(MapgenError, ValueError):
    """The text of one cell cannot be used.

    `message` says what was met, `cure` what to write instead; neither ends with a full stop.
    """

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message}; {cure}")
        self.message = message
        self.cure = cure


class DateError(CellError):
    """A text is no date, or more than one."""


class CoordinateError(CellError):
    """A text is no latitude or longitude in degrees."""


class CountryError(CellError):
    """A text names no country of today."""


class PlaceError(CellError):
    """A place cannot be found, or more than one has its name."""


class SettingsError(MapgenError, ValueError):
    """An option of the command line or a setting of the map cannot be used."""


class PageError(MapgenError, ValueError):
    """A page would be too large for a browser, or cannot be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong in a table: where, what, and the cure.

    `line` counts the lines of the file from 1, as a text editor does, or the rows of a frame, where
    `unit` says so; None means the whole file, or a whole column where names are on no line.
    `column` is the header as the author wrote it; None means the whole line. A decision is nothing
    wrong: its message says what a column was taken to mean, its cure how to turn that round, and
    `settled` is the line of the settings that writes it down, such as `date_order = "dmy"`.
    """

    file: str
    line: int | None = None
    column: str | None = None
    message: str
    cure: str
    severity: Severity = "error"
    settled: str = ""
    unit: Literal["line", "row"] = "line"

    def __str__(self) -> str:
        """Return `file:line: column: message; cure` in one line, leaving out what is not known."""
        between = ":" if self.unit == "line" else ", row "
        where = self.file if self.line is None else f"{self.file}{between}{self.line}"
        what = f"{self.message}; {self.cure}"
        parts = (where, what) if self.column is None else (where, self.column, what)
        return printable(": ".join(parts))


def of_severity(problems: Iterable[Problem], severity: Severity) -> tuple[Problem, ...]:
    """Return the problems of one severity, in their order."""
    return tuple(problem for problem in problems if problem.severity == severity)


class TableError(MapgenError, ValueError):
    """A table has at least one error; `problems` holds every problem of it, in line order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[TableError], tuple[tuple[Problem, ...]]]:
        """Go from one process to another with every problem."""
        return type(self), (self.problems,)
