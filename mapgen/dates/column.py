"""Keeps the dates of a column, its plain days as numbers: a date is made when it is asked for."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Any, Final, TypeVar, overload

from mapgen.columns import Lazy, coded_objects
from mapgen.dates.plain import dates_of, plain_days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from mapgen.dates.historical_date import HistoricalDate

_MONTHS_TO_1970: Final = 12 * 1970
_Kind = TypeVar("_Kind", bound="np.generic")


class DateColumn(Lazy["HistoricalDate | None"]):
    """Dates, None where there is none; those that are no plain days are there as objects.

    `plain` tells which are plain days, such as 1920-07-24: `texts` are these as written, which is
    their EDTF too, and `days` are counted since 1970-01-01. Both mean nothing for another date. A
    date is one object, however often it is asked for.
    """

    __slots__ = ("_made", "days", "plain", "texts")

    def __init__(
        self,
        texts: NDArray[np.object_],
        days: NDArray[np.int64],
        plain: NDArray[np.bool_],
        made: NDArray[np.object_],
    ) -> None:
        self.texts = texts
        self.days = days
        self.plain = plain
        self._made = made

    @classmethod
    def of(cls, dates: Sequence[HistoricalDate | None]) -> DateColumn:
        """Return dates as a column, and a column as it is."""
        import numpy as np

        if isinstance(dates, DateColumn):
            return dates
        count = len(dates)
        texts, days = np.full(count, "", object), np.zeros(count, np.int64)
        return cls(texts, days, np.zeros(count, np.bool_), _objects(dates))

    @classmethod
    def read(
        cls,
        texts: Sequence[str],
        others: Callable[[list[str]], Sequence[HistoricalDate | None]],
    ) -> DateColumn:
        """Return the plain days among some texts, and what `others` reads in the other texts."""
        import numpy as np

        written = np.fromiter(texts, object, len(texts))
        plain, days = plain_days(texts)
        column = cls(written, days, plain, np.full(len(texts), None, object))
        column._made[~plain] = _objects(others(written[~plain].tolist()))
        return column

    @overload
    def __getitem__(self, index: int) -> HistoricalDate | None: ...

    @overload
    def __getitem__(self, index: slice) -> list[HistoricalDate | None]: ...

    def __getitem__(
        self, index: int | slice
    ) -> HistoricalDate | list[HistoricalDate | None] | None:
        if isinstance(index, slice):
            return list(map(self.__getitem__, range(*index.indices(len(self)))))
        date: HistoricalDate | None = self._made[index]
        if date is None and self.plain[index]:
            (date,) = dates_of([self.texts[index]], [int(self.days[index])])
            self._made[index] = date
        return date

    def __len__(self) -> int:
        return len(self.plain)

    def __iter__(self) -> Iterator[HistoricalDate | None]:
        """Make in one go what has not been asked for."""
        made = self._made.tolist()
        missing = [place for place in self.plain.nonzero()[0].tolist() if made[place] is None]
        texts, days = self.texts[missing].tolist(), self.days[missing].tolist()
        self._made[missing] = _objects(dates_of(texts, days))
        return iter(self._made.tolist())

    def take(self, places: NDArray[np.int64]) -> DateColumn:
        """Return the dates at some places."""
        return DateColumn(*(part[places] for part in self._parts()))

    @classmethod
    def joined(cls, parts: Sequence[Sequence[HistoricalDate | None]]) -> DateColumn:
        """Return columns one below the other."""
        import numpy as np

        each = zip(*(column._parts() for column in map(cls.of, parts)), strict=True)  # noqa: SLF001  (ours)
        return cls(*map(np.concatenate, each))

    def edtf(self) -> NDArray[np.object_]:
        """Return the dates in the Extended Date/Time Format, "" where there is none."""
        return self.filled(self.texts, lambda date: date.edtf if date else "")

    def earliest(self) -> NDArray[np.float64]:
        """Return the first days, NaN where the start is open or there is no date.

        Whole days below 2**53, as all are, are exact in a double.
        """
        return self.filled(
            self.days.astype(float), lambda date: _day(date.earliest if date else None)
        )

    def latest(self) -> NDArray[np.float64]:
        """Return the last days, NaN where the end is open or there is no date."""
        return self.filled(
            self.days.astype(float), lambda date: _day(date.latest if date else None)
        )

    def civil(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Return the year, the month and the day of the month of each plain day."""
        import numpy as np

        months = self.days.astype("datetime64[D]").astype("datetime64[M]")
        years, month = np.divmod(months.astype(np.int64) + _MONTHS_TO_1970, 12)
        return years, month + 1, self.days - months.astype("datetime64[D]").astype(np.int64) + 1

    def undated(self) -> NDArray[np.bool_]:
        """Tell where there is no date."""
        return self.filled(~self.plain, lambda date: date is None)

    def approximate(self) -> NDArray[np.bool_]:
        """Tell which dates are approximate."""
        return self.filled(~self.plain, lambda date: date is not None and date.approximate)

    def uncertain(self) -> NDArray[np.bool_]:
        """Tell which dates are uncertain."""
        return self.filled(~self.plain, lambda date: date is not None and date.uncertain)

    def timed(self) -> NDArray[np.bool_]:
        """Tell which dates have a time of day."""
        import numpy as np

        none = np.zeros(len(self), np.bool_)
        return self.filled(none, lambda date: bool(date and (date.time or date.end_time)))

    def times(self, *, end: bool = False) -> list[str]:
        """Return the times of day of the beginnings, or ends, as written; "" for none."""
        times = ((date.end_time if end else date.time) if date else None for date in self)
        return [time.text if time else "" for time in times]

    def seconds(self, *, end: bool = False) -> NDArray[np.int64]:
        """Return where dates begin, or end, within their day, -1 where that is not known."""
        import numpy as np

        unknown = np.full(len(self), -1, np.int64)
        return self.filled(unknown, lambda date: _seconds(date, end=end))

    def filled(
        self, plain: NDArray[_Kind], other: Callable[[HistoricalDate | None], Any]
    ) -> NDArray[_Kind]:
        """Return `plain`, filled with what `other` makes of each date that is no plain day."""
        import numpy as np

        places = (~self.plain).nonzero()[0]
        if not len(places):
            return plain
        found, made = plain.copy(), self._made[places].tolist()
        found[places] = np.fromiter(map(other, made), plain.dtype, len(made))
        return found

    def _parts(self) -> tuple[NDArray[Any], ...]:
        return self.texts, self.days, self.plain, self._made


def coded_dates(
    dates: Sequence[HistoricalDate | None],
) -> tuple[DateColumn, NDArray[np.int64]]:
    """Return the distinct dates of some rows, and which of them each row has."""
    coded = coded_objects(dates)
    return DateColumn.of(coded.distinct), coded.codes


def _seconds(date: HistoricalDate | None, *, end: bool) -> int:
    time = date and (date.end_time if end else date.time)
    return -1 if not time or time.seconds is None else time.seconds


def _day(day: int | None) -> float:
    return nan if day is None else day


def _objects(dates: Sequence[HistoricalDate | None]) -> NDArray[np.object_]:
    import numpy as np

    return np.fromiter(dates, object, len(dates))
