"""Finds the country that a name or a code means."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Literal, TypedDict, cast

from mapgen.errors import CountryError, quoted
from mapgen.places.countries.atlas import DATA, Country, country, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_ACCEPTED = "a name in common use or an ISO 3166 code, such as Syria or SYR"
_TRANSLATIONS = ("fr", "de", "ar")
_LONGEST = 80  # letters; no country has a longer name
_SHORTEST = 4  # letters of a name that is offered; a code is like too many others
_OFFERED = 3
_SIMILARITY = 0.75  # of difflib: "Sryia" is 0.8 like "Syria"

_ARTICLES = frozenset({"el", "l", "la", "le", "les"})
_SPELT_OUT = {"st": "saint", "ste": "sainte"}
# Letters that are written for one another, and marks inside words; None leaves them out.
_LETTERS = str.maketrans({"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": None, "ı": "i", ".": None})


class _Names(TypedDict):
    """What data/country_names.toml says; a text refers to another name of its table."""

    also: dict[str, list[str]]
    divided: dict[str, list[str] | str]
    ambiguous: dict[str, list[str] | str]


def find(text: str) -> Country:
    """Return the country that a text means.

    Understands English, French, German and Arabic names, official and former ones, and the ISO
    3166 codes made of letters; a part of a country, such as England, stands for the whole. Raises
    CountryError for all else, also for a name that means several countries of today.
    """
    if len(text) > _LONGEST:
        raise CountryError(f"a text of {len(text):,} letters is no country", f"write {_ACCEPTED}")
    found = by_name(text)
    if found is None:
        raise _unknown(text, fold(text))
    return found


def by_name(text: str) -> Country | None:
    """Return the country that a text means as `find` does, None where it means none.

    Raises CountryError for a name that means several countries of today.
    """
    key = fold(text)
    code = _listed().get(key) or _also().get(key)
    if code is None and key:
        _refuse_several(text, key)
        code = _translated().get(key)
    return country(code) if code else None


def _refuse_several(text: str, key: str) -> None:
    """Raise CountryError for a name that more than one country of today has, or has land of."""
    if parts := _entry("divided", key):
        raise CountryError(
            f"{quoted(text)} is no country of today; its land is in {_joined(parts, 'and')} today",
            "name today's country where it happened",
        )
    if codes := _entry("ambiguous", key):
        raise CountryError(
            f"{quoted(text)} could be {_joined(codes, 'or')}",
            f"write the name in full, or the code: {' or '.join(codes)}",
        )


def _unknown(text: str, key: str) -> CountryError:
    pool = {name: code for name, code in (_listed() | _also()).items() if len(name) >= _SHORTEST}
    near = difflib.get_close_matches(key, pool, n=_OFFERED, cutoff=_SIMILARITY)
    meant = " or ".join(dict.fromkeys(country(pool[each]).name for each in near))
    cure = f"write {meant} if that is meant, or else {_ACCEPTED}" if near else f"write {_ACCEPTED}"
    return CountryError(f"{quoted(text)} is no country of today that mapgen knows", cure)


def _entry(kind: Literal["divided", "ambiguous"], key: str) -> list[str]:
    """Return what a table says of a folded name, in the words of the entry it refers to."""
    value = _folded(kind).get(key, [])
    return _entry(kind, fold(value)) if isinstance(value, str) else value


@cache
def _folded(kind: Literal["divided", "ambiguous"]) -> dict[str, list[str] | str]:
    return {fold(name): value for name, value in _names()[kind].items()}


def _joined(parts: list[str], word: str) -> str:
    """Return codes as names, and words as they are, as a list in a sentence."""
    *first, last = [rows()[part]["name"] if part in rows() else part for part in parts]
    return f"{', '.join(first)} {word} {last}"


def fold(text: str) -> str:
    """Return a name without case, accents, punctuation, "the" and a leading article."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    plain = "".join(c for c in letters if not unicodedata.combining(c)).translate(_LETTERS)
    joined = re.sub(r"\bو ", "و", plain)  # the Arabic "and" is written with its word, or apart
    words = [word for word in re.findall(r"\w+", joined) if word != "the"]
    words[:-1] = [_SPELT_OUT.get(word, word) for word in words[:-1]]
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


@cache
def _names() -> _Names:
    import tomllib

    return cast("_Names", tomllib.loads((DATA / "country_names.toml").read_text("utf-8")))


@cache
def _listed() -> dict[str, str]:
    """Return the alpha-3 code by folded code and English name."""
    named = {code: row for code, row in rows().items() if row["name"]}
    found = {fold(row["name"]): code for code, row in named.items()}
    found |= {row["alpha2"].casefold(): code for code, row in named.items() if row["alpha2"]}
    return found | {code.casefold(): code for code in named}


@cache
def _also() -> dict[str, str]:
    """Return the alpha-3 code by folded name of the list that is written by hand."""
    return {fold(name): code for code, names in _names()["also"].items() for name in names}


@cache
def _translated() -> dict[str, str]:
    """Return the alpha-3 code by folded name in pycountry, if the name means one country only."""
    meant: dict[str, set[str]] = {}
    for code, name in _names_of_pycountry():
        for spelling in _spellings(name):
            meant.setdefault(fold(spelling), set()).add(code)
    return {key: codes.pop() for key, codes in meant.items() if len(codes) == 1}


def _names_of_pycountry() -> Iterator[tuple[str, str]]:
    """Yield alpha-3 codes with names, official and former, in English and in translation."""
    import gettext

    import pycountry

    translations = [
        gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[each], fallback=True)
        for each in _TRANSLATIONS
    ]
    for entry in pycountry.countries:
        for field in ("name", "common_name", "official_name"):
            if name := getattr(entry, field, ""):
                yield entry.alpha_3, name
                yield from ((entry.alpha_3, each.gettext(name)) for each in translations)
    for former in pycountry.historic_countries:
        # The last two letters of the alpha-4 code are the country that took over (ISO 3166-3).
        if successor := pycountry.countries.get(alpha_2=former.alpha_4[2:]):
            yield successor.alpha_3, former.name
            yield successor.alpha_3, former.alpha_3


def _spellings(name: str) -> Iterator[str]:
    """Yield `Iran, Islamic Republic of`, `Islamic Republic of Iran` and `Iran`."""
    yield name
    plain = re.sub(r"\(.*?\)", "", name)
    head, _, tail = plain.replace("،", ",").partition(",")
    yield head
    yield f"{tail} {head}"
