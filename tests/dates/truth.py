"""What texts of dates mean."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from mapgen.dates import HistoricalDate


EPOCH = date(1970, 1, 1)


TRUTH = ROOT / "tests" / "date_truth.csv"


def truth_table() -> list[dict[str, str]]:
    """Return the rows of the truth table, which were derived by hand; deno reads them too.

    An end is a date of the years 1 to 9999, which datetime.date turns into a day, or a day number
    whose derivation stands in the note; blank is open. What has the precision "refused" is no date
    or could be two.
    """
    with TRUTH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def refused() -> list[str]:
    return [row["text"] for row in truth_table() if row["precision"] == "refused"]


def meaning(found: HistoricalDate) -> tuple[object, ...]:
    flags = (found.approximate, found.uncertain)
    return found.earliest, found.latest, found.precision, *flags
