"""The options that several commands share, and what they become."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum, StrEnum
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from mapgen.settings import folder_of, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say each stage, with its seconds.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingWords:
    """How tables are to be read, as the command line says it; None for what it does not say."""

    date_order: Annotated[
        DateOrder | None, typer.Option(help="How to read 03/04/1946: day first or month first.")
    ] = None
    year_zero: Annotated[
        bool | None,
        typer.Option("--year-zero/--no-year-zero", help="Whether -44 is 45 BC or 44 BC."),
    ] = None
    year_pairs: Annotated[
        bool | None,
        typer.Option(
            "--year-pairs/--no-year-pairs", help="Whether 1911-12 is two years or December 1911."
        ),
    ] = None
    column: Annotated[
        list[str] | None,
        typer.Option(help='Which of your columns is which: "date=Jahr"; "date=": none.'),
    ] = None
    fill_down: Annotated[
        list[str] | None,
        typer.Option(help="A column whose blank cells mean the same as the cell above."),
    ] = None
    encoding: Annotated[
        str | None, typer.Option(help="How the letters of the file are stored, such as cp1256.")
    ] = None
    sheet: Annotated[str | None, typer.Option(help="The sheet of a workbook to read.")] = None

    def settings(self) -> dict[str, object]:
        """Return them under the names of the settings; raises BadParameter."""
        return {
            "date_order": self.date_order and self.date_order.value,
            "year_zero": self.year_zero,
            "year_pairs": self.year_pairs,
            "columns": pairs(self.column, first=True),
            "fill_down": tuple(self.fill_down) if self.fill_down else None,
            "encoding": self.encoding,
            "sheet": self.sheet,
        }


def takes_reading(
    *without: str,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the fields of ReadingWords as options, where it has `reading`.

    Those `without` which it does stay as they are when nothing is said.
    """
    told = [each for each in fields(ReadingWords) if each.name not in without]

    def with_options(command: Callable[..., None]) -> Callable[..., None]:
        types = get_type_hints(command, include_extras=True)
        types |= get_type_hints(ReadingWords, include_extras=True)
        options = [Parameter(e.name, Parameter.KEYWORD_ONLY, default=e.default) for e in told]
        own = list(signature(command).parameters.values())
        place = next(number for number, each in enumerate(own) if each.name == "reading")
        parameters = [*own[:place], *options, *own[place + 1 :]]

        @wraps(command)
        def run(**given: Any) -> None:
            reading = ReadingWords(**{each.name: given.pop(each.name) for each in options})
            command(**given, reading=reading)

        # From these two, typer makes the options.
        run.__annotations__ = {each.name: types[each.name] for each in parameters}
        vars(run)["__signature__"] = Signature(
            [each.replace(annotation=types[each.name]) for each in parameters]
        )
        return run

    return with_options


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
