"""Names of months in the languages of tables, for columns that hold nothing else."""

from __future__ import annotations

from typing import Final

from mapgen.dates.folding import fold
from mapgen.dates.vocabulary import MONTHS

_OTHERS: Final = (
    "januar janner enero gennaio janeiro januari",
    "februar feber febrero febbraio fevereiro februari",
    "marz marzo marco maart mrz",
    "april abril aprile",
    "mai mayo maggio maio mei",
    "juni junio giugno junho",
    "juli julio luglio julho",
    "august agosto augustus",
    "september septiembre setiembre settembre setembro",
    "oktober octubre ottobre outubro",
    "november noviembre novembro",
    "dezember diciembre dicembre dezembro december",
)
_NAMES: Final = MONTHS | {
    name: number for number, names in enumerate(_OTHERS, start=1) for name in names.split()
}


def month_of(text: str) -> int:
    """Return the number of the month that a text names, 0 where it names none."""
    return _NAMES.get(fold(text).rstrip("."), 0)
