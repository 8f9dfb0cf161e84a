"""The words of an overview and of a part, in each language that a page can speak."""

from __future__ import annotations

from mapgen.catalogue import words_in
from mapgen.dates import HistoricalDate, civil
from mapgen.wording import say
from mapgen.wording.language import language_of
from mapgen.wording.plurals import category

_LAST_PLAIN_YEAR = 9999


def count_events(number: int, language: str) -> str:
    """Return a number of events, at least one, in words such as "2,310 events"."""
    catalogue = words_in(language)
    forms = catalogue["event"]["events"]
    form: str = forms.get(category(number, catalogue["plurals"]), forms["other"])
    return form.format(n=figures(number, language))


def read_events(number: int, language: str) -> str:
    """Return what the link to a part with so many events of a cell says."""
    parts: dict[str, str] = words_in(language)["parts"]
    return parts["readOne"] if number == 1 else parts["read"].format(n=figures(number, language))


def figures(number: int, language: str) -> str:
    """Return a whole number as the language writes it."""
    own = language_of(language)
    figures = f"{number:,}".replace(",", own.thousands)
    return figures.translate(str.maketrans("0123456789", own.digits))


def name_of_places(place: str, *, several: bool, language: str) -> str:
    """Return a name for a place and, if there are several, those around; "" is none."""
    parts: dict[str, str] = words_in(language)["parts"]
    if not place:
        return parts["nowhere"]
    return parts["around"].format(place=place) if several else place


def period(first: int | None, last: int | None) -> HistoricalDate | None:
    """Return the time from a day to a day, both included, written as coarsely as is clear."""
    if first is None or last is None:
        return None
    edtf = _edtf(first, last)
    return HistoricalDate(text=edtf, edtf=edtf, earliest=first, latest=last, precision="interval")


def name_of_period(first: int | None, last: int | None, language: str) -> str:
    """Return a time in words."""
    date = period(first, last)
    undated: str = words_in(language)["event"]["undated"]
    return say(date, language) if date else undated


def day_in_address(day: int) -> str:
    """Return a day as the address of a page has it, after "from=" or "to="."""
    return _written(*civil(day))


def _edtf(first: int, last: int) -> str:
    """Return years where there are several or a whole one, else months, or a single day."""
    begin, end = civil(first), civil(last)
    years = begin[0] != end[0] or (begin[1:] == (1, 1) and end[1:] == (12, 31))
    units = 3 if first == last else 1 if years else 2
    one, other = _written(*begin[:units]), _written(*end[:units])
    return one if one == other else f"{one}/{other}"


def _written(year: int, *smaller: int) -> str:
    written = f"{year:05}" if year < 0 else f"{year:04}" if year <= _LAST_PLAIN_YEAR else f"Y{year}"
    written = f"Y{year}" if year < -_LAST_PLAIN_YEAR else written
    return written if "Y" in written else "-".join([written, *(f"{each:02}" for each in smaller)])
