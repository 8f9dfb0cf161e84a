"""Names and codes become countries, and countries become outlines.

The figures come from the files in data/; SOURCE.md there says where those are from and how the
borders in them are meant. Codes are ISO 3166-1 alpha-3, and a few of our own for areas without one.
"""

from mapgen.places.countries.atlas import (
    Country,
    CountryColumns,
    OutlinesPayload,
    country,
    label_point,
    main_bounds,
    neighbours,
    outlines,
)
from mapgen.places.countries.bounds import are_outside, belongs, is_outside, outside_km
from mapgen.places.countries.names import by_name, find
from mapgen.places.countries.strays import stray

__all__ = [
    "Country",
    "CountryColumns",
    "OutlinesPayload",
    "are_outside",
    "belongs",
    "by_name",
    "country",
    "find",
    "is_outside",
    "label_point",
    "main_bounds",
    "neighbours",
    "outlines",
    "outside_km",
    "stray",
]
