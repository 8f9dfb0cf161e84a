"""Dates in history: reads them as people write them and counts their days.

The Extended Date/Time Format (EDTF) is read whole, levels 0 to 2, and so are dates in English,
French and Arabic words; what the vague words among them mean is said in `phrases` and `words`.
"""

from mapgen.dates.column import DateColumn
from mapgen.dates.customs import Customs, parse_column, read
from mapgen.dates.days import civil, day_number
from mapgen.dates.historical_date import DateOrder, HistoricalDate, Precision
from mapgen.dates.parsing import parse, vague_part
from mapgen.dates.time_of_day import TimeOfDay
from mapgen.dates.unknown import is_unknown

__all__ = [
    "Customs",
    "DateColumn",
    "DateOrder",
    "HistoricalDate",
    "Precision",
    "TimeOfDay",
    "civil",
    "day_number",
    "is_unknown",
    "parse",
    "parse_column",
    "read",
    "vague_part",
]
