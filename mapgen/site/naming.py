"""The words of an overview and of a part, in each language that a page can speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapgen.dates import HistoricalDate, civil
from mapgen.wording import say
from mapgen.wording.languages import LANGUAGES

if TYPE_CHECKING:
    from mapgen.settings import Language

_LAST_PLAIN_YEAR = 9999


class _Words(NamedTuple):
    """`events` are by the plural categories of CLDR; `{n}` is a number, `{place}` a name."""

    events: dict[str, str]
    read: str
    read_one: str
    around: str
    nowhere: str
    undated: str


_WORDS = {
    "en": _Words(
        events={"one": "{n} event", "other": "{n} events"},
        read="Read the {n} events",
        read_one="Read it beside its neighbours",
        around="Around {place}",
        nowhere="Without a place",
        undated="Undated",
    ),
    "fr": _Words(
        events={"one": "{n} événement", "other": "{n} événements"},
        read="Lire les {n} événements",
        read_one="Le lire parmi ses voisins",
        around="Autour de {place}",
        nowhere="Sans lieu",
        undated="Sans date",
    ),
    "ar": _Words(
        events={
            "one": "حدث واحد",
            "two": "حدثان",
            "few": "{n} أحداث",
            "many": "{n} حدثًا",
            "other": "{n} حدث",
        },
        read="قراءة الأحداث وعددها {n}",
        read_one="قراءته بين ما يجاوره",
        around="حول {place}",
        nowhere="بلا مكان",
        undated="بلا تاريخ",
    ),
}


def count_events(number: int, language: Language) -> str:
    """Return a number of events, at least one, in words such as "2,310 events"."""
    forms = _WORDS[language].events
    form = forms.get(_plural(number, language), forms["other"])
    return form.format(n=figures(number, language))


def read_events(number: int, language: Language) -> str:
    """Return what the link to a part with so many events of a cell says."""
    words = _WORDS[language]
    return words.read_one if number == 1 else words.read.format(n=figures(number, language))


def figures(number: int, language: Language) -> str:
    """Return a whole number as the language writes it."""
    words = LANGUAGES[language]
    figures = f"{number:,}".replace(",", words.thousands)
    return figures.translate(str.maketrans("0123456789", words.digits))


def name_of_places(place: str, *, several: bool, language: Language) -> str:
    """Return a name for a place and, if there are several, those around; "" is none."""
    words = _WORDS[language]
    if not place:
        return words.nowhere
    return words.around.format(place=place) if several else place


def period(first: int | None, last: int | None) -> HistoricalDate | None:
    """Return the time from a day to a day, both included, written as coarsely as is clear."""
    if first is None or last is None:
        return None
    edtf = _edtf(first, last)
    return HistoricalDate(text=edtf, edtf=edtf, earliest=first, latest=last, precision="interval")


def name_of_period(first: int | None, last: int | None, language: Language) -> str:
    """Return a time in words."""
    date = period(first, last)
    return say(date, language) if date else _WORDS[language].undated


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


def _plural(number: int, language: Language) -> str:
    """Return the plural category of CLDR for a whole number above 0."""
    if language != "ar":
        return "one" if number == 1 else "other"
    if number <= 2:  # noqa: PLR2004  (a dual)
        return ("one", "two")[number - 1]
    rest = number % 100
    return "few" if 3 <= rest <= 10 else "many" if rest > 10 else "other"  # noqa: PLR2004  (CLDR)
