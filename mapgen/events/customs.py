"""Settles for a whole table what its dates leave open one by one, and says so once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mapgen.dates import Customs, signed_years
from mapgen.dates.folding import fold
from mapgen.dates.plain import plain_days
from mapgen.errors import quoted
from mapgen.events.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.dates import DateOrder
    from mapgen.dates.day_order import Figures
    from mapgen.dates.year_pairs import Pair
    from mapgen.events.evidence import Cell
    from mapgen.events.sheet import Sheet

_FIRST = {"dmy": "the day", "mdy": "the month"}


def settle(sheet: Sheet, columns: Sequence[str], customs: Customs) -> Customs:
    """Return how the dates in some columns of a table are written, as `settle_by` does."""
    seen = Evidence()
    for column in columns:
        texts = sheet.coded(column).distinct
        plain, _ = plain_days(texts)
        others = [texts[place] for place in (~plain).nonzero()[0].tolist()]
        seen.look(column, sheet.columns[column], others, days=bool(plain.any()))
    return settle_by(seen, sheet, columns[0], customs)


def settle_by(seen: Evidence, sheet: Sheet, column: str, customs: Customs) -> Customs:
    """Return how the dates of a table are written, as far as somebody says it.

    What was given counts first, then what the format of another tool says, then what the cells show
    together. Each decision is told of `column`, and each cell that contradicts the others.
    """
    order = customs.order or _order(seen, sheet, column)
    if sheet.layout:
        return replace(customs, order=order, year_zero=None, year_pairs=bool(customs.year_pairs))
    zero, pairs = customs.year_zero, customs.year_pairs
    return Customs(
        order=order,
        year_zero=_year_zero(seen, sheet, column) if zero is None else zero,
        year_pairs=_year_pairs(seen, sheet, column) if pairs is None else pairs,
    )


def _order(seen: Evidence, sheet: Sheet, column: str) -> DateOrder | None:
    """Return the order that a day after the twelfth proves; with dots, the day stands first."""
    day_first, month_first = seen.orders.get("dmy", []), seen.orders.get("mdy", [])
    if day_first and month_first:
        _refuse_the_rarer(sheet, *sorted((day_first, month_first), key=len, reverse=True))
        return None
    dotted, others = seen.orders.get("dotted", []), seen.orders.get("either", [])
    proof = day_first or month_first
    if not proof and (others or not dotted):
        return None
    order: DateOrder = "mdy" if month_first else "dmy"
    if doubtful := [*others, *dotted]:
        why = f"as in {quoted(proof[0][1].text)}" if proof else "as wherever dots are written"
        _tell_order(sheet, column, doubtful[0][1], order, why)
    return order


def _tell_order(sheet: Sheet, column: str, date: Figures, order: DateOrder, why: str) -> None:
    other = "mdy" if order == "dmy" else "dmy"
    message = f"{quoted(date.text)} is read as {date.in_words(order)}, {_FIRST[order]} first, {why}"
    turn = f'date_order = "{other}" in the settings, or --date-order {other}, turns it round'
    sheet.decide(column, message, turn, settled=f'date_order = "{order}"')


def _refuse_the_rarer(
    sheet: Sheet, most: list[tuple[Cell, Figures]], fewest: list[tuple[Cell, Figures]]
) -> None:
    """Refuse the dates in the rarer of two orders, where both are proved."""
    cell, proof = most[0]
    line = sheet.lines[_rows(sheet, cell)[0]]
    told = f"{quoted(proof.text)} in line {line} has {_FIRST[proof.kind]} first"
    for cell, date in fewest:
        order: DateOrder = "dmy" if date.kind == "dmy" else "mdy"
        message = f"{quoted(date.text)} has {_FIRST[order]} first, but {told}"
        for row in _rows(sheet, cell):
            sheet.error(row, cell.column, message, f"write it as {date.in_format(order)}")


def _year_zero(seen: Evidence, sheet: Sheet, column: str) -> bool | None:
    """Tell whether years before year 1 count from a year 0; None where nobody can say.

    They do where a year 0 is written, or what only ISO 8601 and EDTF write, such as -0043. Beside
    that, -44 is neither.
    """
    zeros, bare = seen.years.get("zero", []), seen.years.get("bare", [])
    formal = seen.years.get("format", [])
    if not seen.years:
        return None
    if not zeros and not seen.of_format and formal and not all(cell.of_years for cell in bare):
        return None
    zero = bool(zeros or formal or seen.of_format)
    _tell_year_zero(sheet, column, [*bare, *seen.years.get("long", []), *formal, *zeros][0], zero)
    return zero


def _tell_year_zero(sheet: Sheet, column: str, cell: Cell, zero: bool) -> None:
    year = signed_years.first(fold(cell.text)) or 0
    shown = quoted(f"-{year}" if year else cell.text)
    read = f"{shown} is read as {year + zero} BC, "
    if zero:
        message = f"{read}as EDTF counts, with a year 0"
        turned = f"makes it {year} BC" if year else "refuses it"
        turn = f"year_zero = false in the settings, or --no-year-zero, {turned}"
    else:
        message = f"{read}as people count, without a year 0"
        turn = f"year_zero = true in the settings, or --year-zero, makes it {year + 1} BC"
    sheet.decide(column, message, turn, settled=f"year_zero = {str(zero).lower()}")


def _year_pairs(seen: Evidence, sheet: Sheet, column: str) -> bool | None:
    """Tell whether 1911-12 and its like are two years; None where nobody can say.

    They are where one of them can only be that, where each second year follows the first, or where
    a range of years is written so; they are not where one can only be a part of a year, or stands
    among days of ISO 8601.
    """
    only_years, either = seen.pairs.get("pair", []), seen.pairs.get("either", [])
    parts = [*seen.pairs.get("format", [])]
    parts += [] if only_years else seen.pairs.get("rather format", [])
    if not only_years and not either:
        return None
    if seen.of_format:
        return False
    if parts or (seen.days and not only_years):
        mixed = only_years or any(pair.sign != "-" for _, pair in either)
        return None if mixed else False
    proof = only_years[0][0] if only_years else seen.ranges[0] if seen.ranges else None
    follow = len(either) > 1 and all(pair.consecutive for _, pair in either)
    if not proof and not follow:
        return None
    why = (
        f"as {quoted(proof.text)} shows" if proof else "as each second year here follows the first"
    )
    _tell_pairs(sheet, column, (either or only_years)[0][1], why)
    return True


def _tell_pairs(sheet: Sheet, column: str, pair: Pair, why: str) -> None:
    text = quoted(f"{pair.year:04}{pair.sign}{pair.part:02}")
    message = f"{text} is read as the years {pair.year} to {pair.end}, {why}"
    turned = f"makes it {pair.part_in_words()}" if pair.kind == "either" else "refuses it"
    turn = f"year_pairs = false in the settings, or --no-year-pairs, {turned}"
    sheet.decide(column, message, turn, settled="year_pairs = true")


def _rows(sheet: Sheet, cell: Cell) -> list[int]:
    return sheet.coded(cell.column).rows(lambda text: text == cell.text)
