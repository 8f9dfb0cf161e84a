"""The options that several commands share, and what they become."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from mapgen.settings import folder_of, read_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.settings import Settings

DEFAULT_TABLES = ["locations.csv"]


class DateOrder(StrEnum):
    """How 03/04/1946 is to be read."""

    DMY = "dmy"
    MDY = "mdy"


class Loudness(Enum):
    """How much a command says: errors only, the usual, or each stage too."""

    QUIET = "quiet"
    NORMAL = "normal"
    VERBOSE = "verbose"


Tables = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[TABLE]...",
        help="The table of events: a file, an https address, or - for standard input. "
        "Several become one map.  [default: locations.csv]",
    ),
]
Order = Annotated[
    DateOrder | None, typer.Option(help="How to read 03/04/1946: day first or month first.")
]
YearZero = Annotated[
    bool | None,
    typer.Option("--year-zero/--no-year-zero", help="Whether -44 is 45 BC or 44 BC."),
]
YearPairs = Annotated[
    bool | None,
    typer.Option(
        "--year-pairs/--no-year-pairs", help="Whether 1911-12 is two years or December 1911."
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--column", help='Which of your columns is which: "date=Jahr"; "date=": none.'),
]
FillDown = Annotated[
    list[str] | None,
    typer.Option(help="A column whose blank cells mean the same as the cell above."),
]
Encoding = Annotated[
    str | None, typer.Option(help="How the letters of the file are stored, such as cp1256.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say each stage, with its seconds.")]
SheetName = Annotated[str | None, typer.Option("--sheet", help="The sheet of a workbook to read.")]


def settings_of(tables: Sequence[str], given: dict[str, object]) -> Settings:
    """Return the settings beside the first table, overruled by what was given.

    Raises SettingsError.
    """
    return read_settings(folder_of(tables[0]), given)


def loudness(*, quiet: bool, verbose: bool) -> Loudness:
    """Return how much to say; to be quiet and verbose is a mistake of the command line."""
    if quiet and verbose:
        raise typer.BadParameter("--quiet and --verbose exclude each other")
    return Loudness.QUIET if quiet else Loudness.VERBOSE if verbose else Loudness.NORMAL


def reading_words(  # noqa: PLR0913  (each is an option)
    order: DateOrder | None,
    column: list[str] | None,
    fill_down: list[str] | None,
    encoding: str | None,
    sheet: str | None,
    *,
    year_zero: bool | None = None,
    year_pairs: bool | None = None,
) -> dict[str, object]:
    """Return how tables are to be read, as settings; None for what was not given."""
    return {
        "date_order": order and order.value,
        "year_zero": year_zero,
        "year_pairs": year_pairs,
        "columns": pairs(column, first=True),
        "fill_down": tuple(fill_down) if fill_down else None,
        "encoding": encoding,
        "sheet": sheet,
    }


def pairs(words: list[str] | None, *, first: bool = False) -> dict[str, str] | None:
    """Return `name=value` words as a table, split at the last sign.

    With `first` they are split at the first one, and a value may be blank.
    """
    if not words:
        return None
    split = [word.partition("=") if first else word.rpartition("=") for word in words]
    for word, (name, _, value) in zip(words, split, strict=True):
        if not name or not (value or (first and "=" in word)):
            raise typer.BadParameter(f"{word!r} is not written as name=value")
    return {name.strip(): value.strip() for name, _, value in split}
