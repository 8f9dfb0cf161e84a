"""The date of an event in history: from which day to which day, and how it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from mapgen.dates.time_of_day import TimeOfDay

Precision = Literal[
    "day",
    "month",
    "season",
    "year",
    "decade",
    "century",
    "millennium",
    "interval",
    "set",
]
DateOrder = Literal["dmy", "mdy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoricalDate:
    """A date as far as it is known.

    `text` is the date as the author wrote it, `edtf` the same in the Extended Date/Time Format.
    `earliest` and `latest` are days since 1970-01-01 in the proleptic Gregorian calendar, both
    included; None is an end that is open or not known. They are the strict bounds: a date that is
    `approximate` (`~` or `%`) or `uncertain` (`?` or `%`) is not widened, the flags say it.

    `precision` is the unit of a single date, with unspecified digits counted off: `1999-XX` is a
    year, `192X` a decade. It is "interval" for a date from one end to another, and "set" for one
    or several out of a list.

    `time` is the time of its first day at which it began, or of its only day; `end_time` that of
    its last day at which it ended. None where the author said none. `text`, `edtf` and the days
    are those of the date alone.
    """

    text: str
    edtf: str
    earliest: int | None
    latest: int | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    time: TimeOfDay | None = None
    end_time: TimeOfDay | None = None

    def __post_init__(self) -> None:
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError(f"a date ends ({self.latest}) before it begins ({self.earliest})")
