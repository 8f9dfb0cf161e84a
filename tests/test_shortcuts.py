"""A mask refuses nothing that the parser accepts, and accepts nothing that it refuses.

A mask is a quick look at whole columns that settles most texts, so that only the others are read
one by one. Each has a test that it settles them as they would be read alone, whatever they are,
and one that it settles most: without that it is no use.
"""

from __future__ import annotations

import dataclasses
import json
from html import unescape
from typing import TYPE_CHECKING, Any

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from mapgen.columns import Texts, casefolded, coded, matches, rows_like
from mapgen.dates import parse
from mapgen.dates.plain import plain_day, plain_days
from mapgen.errors import CoordinateError
from mapgen.events import naming
from mapgen.events.naming import _slugs, slug
from mapgen.events.nulls import _MARKS, _MAY_BE_NULL, _NAMES, _WORDS, is_null
from mapgen.events.writing import _CONTROL, _NOTABLE, _is_notable, _needs_a_look, _stray_direction
from mapgen.page import json_columns
from mapgen.places.countries import bounds
from mapgen.places.geocoding.names import _FOLDING, _SIMPLE, key, keys
from mapgen.positions.coordinates import latitude, longitude, plain_pair, plain_pairs
from mapgen.table.misread import _NEAR_WORD, _TWICE, _WORD, SUSPECT, _in_utf8, may_be_twice_encoded
from mapgen.texts.addresses import USUAL, link_fault
from mapgen.texts.prose import HtmlColumn, _clean, _is_plain, _render, to_html
from tests.table.sheets import cut, read_one_by_one

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from hypothesis.strategies import SearchStrategy

# Letters that fold oddly, digits and white space of all scripts, and what does not show.
FOLDING = "aAsSkKßẞſKİıǅﬁéÉe\u0301øŁΣςأةـक"
DIGITS = "0123456789٣۳५３²½"
BLANKS = " \t\n\r\x0b\x1c\x1f\x85\xa0\u1680\u2003\u2028\u205f\u3000"
HIDDEN = "\0\x07\x7f\x9f\xad\u200b\u200e\u202a\u202c\u202e\u2066\u2069\ufeff\ufffd"
MARKS = "-+.,;:!?/\\|#\"'()[]{}<>&*_`~%@=^$–…’"
LONE = "\ud800\udfff"
ANY = FOLDING + DIGITS + BLANKS + HIDDEN + MARKS


def texts_of(signs: str, most: int = 8) -> SearchStrategy[list[str]]:
    return st.lists(st.text(st.sampled_from(signs), max_size=most), max_size=6)


# Coordinates

NUMBERS = st.one_of(
    st.text(st.sampled_from("0139+-.,°N٣３\u2212\xa0\n "), max_size=7),
    st.from_regex(r"[+-]?[0-9]{1,3}(\.[0-9]+)?[\n °٣N]?", fullmatch=True),
    st.floats(-400, 400).map(str),
    st.decimals(-181, 181, places=5).map(str),
    st.sampled_from(["0", "-0.0", "+0", "90", "-180", "180.0", "090.5", "1e1", "nan"]),
)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=6))
def test_plain_pairs_are_the_coordinates_that_are_read_one_by_one(
    rows: list[tuple[str, str]],
) -> None:
    lats, lons = [lat for lat, _ in rows], [lon for _, lon in rows]
    alone = [plain_pair(lat, lon) for lat, lon in rows]

    kinds: list[Any] = [list, Texts.of, coded]
    for found in [plain_pairs(kind(lats), kind(lons)) for kind in kinds]:
        assert str(list(zip(*(each.tolist() for each in found), strict=True))) == str(
            [pair or (float("nan"), float("nan")) for pair in alone]
        )
    read = [(_read(latitude, lat), _read(longitude, lon)) for lat, lon in rows]
    assert all(
        pair is None or str(pair) == str(both) for pair, both in zip(alone, read, strict=True)
    )


def _read(parser: Callable[[str], float], text: str) -> float | None:
    try:
        return parser(text)
    except CoordinateError:
        return None


def test_most_coordinates_are_plain() -> None:
    lats, lons = (
        Texts.of(["33.5138", "-8", "+0.5", "0"]),
        Texts.of(["36.2765", "179.999", "-0", "9"]),
    )

    assert not np.isnan(plain_pairs(lats, lons)).any()


# Addresses


@given(
    st.lists(
        st.builds(
            "{}{}{}{}".format,
            st.sampled_from(["http://", "https://", "HTTPS://", "https:/", "mailto:", ""]),
            st.sampled_from(["a", "example.org", "a-b.c", "-", "", "[::1]", "a_b", "é.fr", "a:80"]),
            st.sampled_from(["/", "", "?", "#", ":", "@", "\n"]),
            st.text(st.sampled_from('aZ09%[]|^`{}<>"\\ \n\xa0é\u202e\x7f'), max_size=2),
        )
    )
)
def test_a_usual_address_has_no_fault(addresses: list[str]) -> None:
    usual = matches(Texts.of(addresses), USUAL).tolist()

    faults = [text and link_fault(text) for text in addresses]
    assert [fault for fault, known in zip(faults, usual, strict=True) if known and fault] == []


def test_most_addresses_are_usual() -> None:
    addresses = ["", "https://example.org", "http://a-b.org/c_d/~e?f=g%20h&i=[j]#k:l@m,n;o"]

    assert matches(Texts.of(addresses), USUAL).all()


# Words for what is not known

NULL_MARKS = st.text(st.sampled_from(_MARKS + "\n\xa0a"), max_size=2)


@given(
    st.lists(
        st.builds(
            "{}{}{}".format,
            NULL_MARKS,
            st.sampled_from(sorted(_WORDS | _NAMES | {"", "Nauru"})).flatmap(
                lambda word: st.sampled_from([word, word.upper(), word.title(), word.swapcase()])
            ),
            NULL_MARKS,
        )
    )
)
def test_a_word_for_what_is_not_known_is_found_in_any_column(texts: list[str]) -> None:
    alone = [row for row, text in enumerate(texts) if is_null(text)]

    assert rows_like(Texts.of(texts), _MAY_BE_NULL, is_null) == alone


def test_such_a_word_is_found_with_any_letter_that_folds_to_one_of_its_own() -> None:
    folded = {sign: sign.casefold() for sign in map(chr, range(0xD800)) if sign.strip()}
    words = [(word, plain, sign) for sign, plain in folded.items() for word in _WORDS]
    written = [word.replace(plain, sign) for word, plain, sign in words if plain in word]
    texts = list(filter(is_null, written))

    assert len(texts) > len(_WORDS)
    assert rows_like(Texts.of(texts), _MAY_BE_NULL, bool) == list(range(len(texts)))


def test_few_names_may_be_such_words() -> None:
    assert not matches(Texts.of(["Homs", "Nantes", "None-sur-Mer", "دمشق"]), _MAY_BE_NULL).any()


# Characters

MISREAD = "aZÃ©Â«â€œÀÿƒÇáðŸ˜ˆ™\x80\xbf"
ODD = st.text(st.sampled_from(MISREAD), max_size=5) | st.text(st.sampled_from(MISREAD + ANY))


@given(ODD, st.sampled_from(["", "#", '#"']))
def test_no_text_that_is_worth_a_look_is_passed_over(text: str, signs: str) -> None:
    reasons = (
        *(sign in text for sign in (*signs, "\ufffd")),
        _CONTROL.search(text),
        _stray_direction(text),
        _TWICE.search(text),
        _WORD.search(text),
    )

    for column in ([text], Texts.of([text]), ["plain", text], Texts.of(["plain", text])):
        assert _needs_a_look(column, signs) >= any(reasons)


@given(ODD | st.text(st.sampled_from(MISREAD + LONE)))
def test_letters_that_are_odd_are_missed_by_no_quick_look(text: str) -> None:
    assert may_be_twice_encoded(text) == bool(_TWICE.search(text))
    assert bool(_NEAR_WORD.search(_in_utf8(text))) >= bool(_WORD.search(text))
    assert _is_notable(text) == bool(_NOTABLE.search(text))


def test_most_texts_are_worth_no_look() -> None:
    texts = ["Coup d’état – “1st”\n\tline", "Åse Øst à Čáslav", "مجزرة حماة", "五四運動 🗺"]

    assert not _needs_a_look(texts, '#"')
    assert not matches(Texts.of(texts), SUSPECT).any()


# Names of places


@given(texts_of(ANY) | texts_of("aB "))
def test_the_keys_of_names_are_the_key_of_each(given_names: list[str]) -> None:
    alone = [" ".join(name.translate(_FOLDING).split()) for name in given_names]

    assert list(map(key, given_names)) == alone
    for column in (given_names, Texts.of(given_names), coded(given_names)):
        expected = [one or name for one, name in zip(alone, given_names, strict=True)]
        assert list(keys(column)) == expected


def test_most_names_are_simple() -> None:
    assert matches(Texts.of(["Homs", "New York", "Paris 18"]), _SIMPLE).all()


@given(texts_of(ANY + LONE))
def test_capitals_are_folded_in_a_column_as_in_each_text(texts: list[str]) -> None:
    known = [text for text in texts if text.isprintable()]

    for column in (texts, coded(texts), Texts.of(known)):
        assert list(casefolded(column)) == [text.casefold() for text in column]


# Dates

DAYS = st.one_of(
    st.dates().map(str),
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True),
    st.sampled_from(["0000-02-29", "0001-01-01", "1900-02-29", "2000-02-29", "9999-12-31"]),
    st.text(st.sampled_from("0123456789-" + DIGITS + BLANKS), min_size=9, max_size=11),
    st.sampled_from(["", "1920", "1920-00-01", "1920/07/24", "192X-07-24", "1920-07-24\0"]),
)


@given(st.lists(DAYS | st.just("1920-07-2\ud800"), max_size=6))
def test_plain_days_together_are_the_dates_that_are_read_one_by_one(texts: list[str]) -> None:
    alone = [plain_day(text) for text in texts]

    plain, days = plain_days(texts)

    assert plain.tolist() == [date is not None for date in alone]
    assert days.tolist() == [date.earliest if date else 0 for date in alone]
    assert all(date is None or date == _at_length(date.text) for date in alone)


def _at_length(text: str) -> object:
    """Read a day with a mark that keeps it from the short way, and take the mark off again."""
    found = parse(f"{text}?")
    return dataclasses.replace(found, text=text, edtf=text, uncertain=False)


def test_most_days_are_plain() -> None:
    assert plain_days(["1920-07-24", "2024-02-29"])[0].all()


# Texts in Markdown

LINES = st.one_of(
    st.text(st.sampled_from("ab1é \n\t.)-+*#_:/“&<~\\" + DIGITS + "\xa0\u2003"), max_size=12),
    st.from_regex(r"a\n[ \t]?[1٣\xa0\u2003]?[.)\n ]a?", fullmatch=True),
)


@given(LINES.map(str.strip))
def test_a_text_without_markup_is_the_html_that_the_parser_makes_of_it(text: str) -> None:
    if _is_plain(text) and not any(blank in text for blank in "\xa0\u2003"):
        assert _shown(to_html(text)) == _shown(_clean(_render(text)))


def _shown(html: str) -> str:
    """Return HTML without the white space that does not show."""
    return " ".join(unescape(html).replace("<p>", " <p> ").replace("</p>", " </p> ").split())


@given(st.lists(LINES, min_size=1, max_size=2))
def test_texts_of_arrow_are_written_together_as_the_html_of_each(texts: list[str]) -> None:
    together = HtmlColumn(Texts.of(texts)).together(slice(None))

    assert together is None or together.decode().split("\0") == list(map(to_html, texts))


def test_most_texts_are_written_together() -> None:
    texts = ["Plain", "", "One.\n\nTwo\nlines.", 'l’évêque « réunit », "so"', "الرسالة"]

    assert HtmlColumn(Texts.of(texts)).together(slice(1, 5)) is not None


# JSON


@example(["\0"])
@given(st.lists(st.text(st.sampled_from('ab"\\é,[]🗺' + HIDDEN + BLANKS), max_size=5)))
def test_texts_that_are_joined_are_the_json_of_any_texts(texts: list[str]) -> None:
    written = json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()

    for column in (texts, Texts.of(texts), coded(texts)):
        assert json_columns.json_of(column, slice(None)) == (written if any(texts) else b"")


def test_most_texts_are_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(json_columns, "dumped")

    found = json_columns.json_of(['"é"', "", "a\nb"], slice(None))

    assert json.loads(found) == ['"é"', "", "a\nb"]


# Points outside of a country

BORDERS = {
    "SYR": ((31, 39), (34, 44)),
    "FRA": ((40, 53), (-7, 11)),
    "GRL": ((58, 88), (-80, 0)),
    "FJI": ((-22, -10), (174, 180)),
    "ATA": ((-90, -58), (-180, 180)),
}
POINTS = st.sampled_from(sorted(BORDERS)).flatmap(
    lambda code: st.tuples(
        st.just(code), st.lists(st.tuples(*(st.floats(*ends) for ends in BORDERS[code])))
    )
)


@given(POINTS)
def test_points_are_outside_of_a_country_where_their_distance_says_so(
    country: tuple[str, list[tuple[float, float]]],
) -> None:
    code, points = country
    lat, lon = np.array(points, np.float64).reshape(-1, 2).T
    alone = [bounds.outside_km(code, *point) > bounds.TOLERANCE_KM for point in points]

    assert bounds.are_outside(code, lat, lon).tolist() == alone
    assert [bounds.is_outside(code, *point) for point in points] == alone


def test_most_points_are_told_by_their_tile(monkeypatch: pytest.MonkeyPatch) -> None:
    lat, lon = np.array([46.5, 0.0, 60.0]), np.array([2.5, 100.0, -100.0])
    bounds.are_outside("FRA", lat, lon)
    monkeypatch.delattr(bounds, "outside_km")

    assert bounds.are_outside("FRA", lat, lon).tolist() == [False, True, True]


# Slugs


@given(texts_of("ab-A1_ ~.\n\0\x7f") | texts_of(ANY + LONE) | st.just(["a-" * 40, "b" * 61]))
def test_the_slugs_of_titles_are_the_slug_of_each(titles: list[str]) -> None:
    assert _slugs(titles) == list(map(slug, titles))


def test_most_titles_in_ascii_have_their_slug_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(naming, "slug")

    assert _slugs(["The Hama massacre", "?", " A--b "]) == ["the-hama-massacre", "", "a-b"]


# Cells


@given(st.text(st.sampled_from('a,," \n')) | st.text(st.sampled_from('a,"\né' + BLANKS)))
def test_a_neat_text_has_the_cells_that_are_read_one_by_one(text: str) -> None:
    found = cut(f"x,y\n{text}")

    assert found is None or found == read_one_by_one(f"x,y\n{text}")


def test_most_tables_are_neat() -> None:
    assert cut('a,b\r\n1,"2, ""x"""\r\né,\r\n')
