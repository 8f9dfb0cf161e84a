"""Names and codes of countries become countries, or an error that says what to write instead."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import unicodedata
from collections import Counter
from itertools import chain

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.errors import CountryError
from mapgen.places import countries
from mapgen.places.countries.atlas import DATA, rows
from mapgen.places.countries.names import fold

MEANT = {
    "SYR": "Syria|SYR|sy|Syrian Arab Republic|Syrie|République arabe syrienne|سوريا|سورية",
    "TUR": "Turkey|Türkiye|TÜRKİYE|Turkiye|TR|TUR|Turquie|تركيا|Republic of Türkiye",
    "FRA": "France|FR|French Republic|la France|République française|Vichy France|فرنسا",
    "LBN": "Lebanon|the Lebanon|Liban|Greater Lebanon|Lebanese Republic|لبنان",
    "JOR": "Jordan|Transjordan|Hashemite Kingdom of Jordan|الأردن|الاردن",
    "EGY": "Egypt|EGY|Égypte|egypte|Arab Republic of Egypt|مصر",
    "GBR": "UK|U.K.|Britain|Great Britain|England|Royaume-Uni|United Kingdom|Grande-Bretagne",
    "USA": "US|USA|U.S.A.|United States|the United States of America|Etats-Unis|America",
    "ARE": "UAE|United Arab Emirates|الإمارات",
    "MMR": "Burma|Myanmar|Birmanie|BUR",
    "COD": "DRC|Zaire|Zaïre|Congo-Kinshasa|Congo (Kinshasa)|Democratic Republic of Congo",
    "COG": "Congo-Brazzaville|Republic of the Congo|République du Congo",
    "IRN": "Persia|Iran|Iran, Islamic Republic of|Iran (Islamic Republic of)",
    "THA": "Siam",
    "LKA": "Ceylon|Sri Lanka",
    "SWZ": "Swaziland|Eswatini",
    "MKD": "Macedonia|North Macedonia|FYROM",
    "CZE": "Czech Republic|Czechia|République tchèque",
    "BFA": "Upper Volta|Burkina Faso",
    "BEN": "Dahomey",
    "ZWE": "Rhodesia|Southern Rhodesia",
    "BGD": "East Pakistan|Bangladesh",
    "CIV": "Ivory Coast|Côte d’Ivoire|Cote d'Ivoire|COTE D IVOIRE",
    "CPV": "Cape Verde|Cabo Verde|Cap-Vert",
    "NLD": "Holland|The Netherlands|Pays-Bas",
    "PSE": "Palestine|State of Palestine|West Bank|Gaza|فلسطين",
    "VAT": "Vatican|Vatican City|Holy See",
    "TLS": "Timor-Leste|East Timor",
    "KOR": "South Korea|Korea, Republic of|Republic of Korea|Corée du Sud",
    "PRK": "North Korea|Democratic People's Republic of Korea",
    "RUS": "Russia|Russian Federation|Russie|روسيا",
    "DEU": "Germany|East Germany|GDR|West Germany|Allemagne|DDR",
    "VNM": "Vietnam|Viet Nam|South Vietnam",
    "GUF": "French Guiana|Guyane",
    "LCA": "St. Lucia|Saint Lucia|Sainte-Lucie",
    "TTO": "Trinidad & Tobago|Trinidad and Tobago",
    "BIH": "Bosnia|البوسنة والهرسك|البوسنة و الهرسك",
    "XKX": "Kosovo|XK",
    "SOL": "Somaliland",
    "CYN": "Northern Cyprus",
    "CRM": "Crimea",
    # The Arabic name of Moldova in pycountry is that of the Maldives.
    "MDV": "المالديف",
    "FSM": "Micronesia|ميكرونيزيا",
    "MDA": "Moldova|Moldavia|Moldavie|مولدوفا",
}
SPELLINGS = [(text, code) for code, texts in MEANT.items() for text in texts.split("|")]


@pytest.mark.parametrize(("text", "code"), SPELLINGS)
def test_a_country_is_found_by_its_names_in_use(text: str, code: str) -> None:
    assert countries.find(text).code == code


@pytest.mark.parametrize("entry", list(pycountry.countries), ids=lambda entry: str(entry.alpha_3))
def test_every_country_of_iso_3166_is_found_by_its_codes_and_official_name(
    entry: pycountry.db.Country,
) -> None:
    spellings = [entry.alpha_2, entry.alpha_3, getattr(entry, "official_name", entry.alpha_3)]
    if entry.alpha_3 != "COG":  # its short name is that of two countries
        spellings.append(entry.name)

    found = {countries.find(text) for text in spellings}

    assert {(country.code, country.alpha2) for country in found} == {(entry.alpha_3, entry.alpha_2)}


@given(st.sampled_from([row["name"] for row in rows().values() if row["name"]]), st.data())
def test_case_accents_and_punctuation_do_not_matter(name: str, data: st.DataObject) -> None:
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    change = data.draw(st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
    written = data.draw(st.sampled_from(["{}", " {} ", "the {}", "« {} »", "{}.", "{}\u200f"]))

    found = countries.find(written.format(change(bare).replace(" ", "-")))

    assert found.name == name


def test_a_country_is_shown_by_the_name_that_people_use() -> None:
    shown = {code: countries.country(code).name for code in ("IRN", "BOL", "TZA", "RUS", "MKD")}

    assert shown == {
        "IRN": "Iran",
        "BOL": "Bolivia",
        "TZA": "Tanzania",
        "RUS": "Russia",
        "MKD": "North Macedonia",
    }


def test_an_area_without_a_code_of_its_own_has_the_one_under_which_gazetteers_list_it() -> None:
    found = [countries.find(text).alpha2 for text in ("Somaliland", "Northern Cyprus", "Crimea")]

    assert found == ["SO", "CY", "UA"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Yugoslavia", ["Croatia", "Serbia and Slovenia"]),
        ("Czechoslovakia", ["Czechia and Slovakia"]),
        ("Soviet Union", ["Russia", "Ukraine and Uzbekistan"]),
        ("U.S.S.R.", ["Estonia"]),
        ("URSS", ["Estonia"]),
        ("Ottoman Empire", ["Turkey and other countries"]),
        ("United Arab Republic", ["Egypt and Syria"]),
        ("Kurdistan", ["Iran, Iraq, Syria and Turkey"]),
    ],
)
def test_a_state_that_is_several_countries_today_is_refused_with_their_names(
    text: str, parts: list[str]
) -> None:
    with pytest.raises(CountryError) as caught:
        countries.find(text)

    assert caught.value.message.startswith(f'"{text}" is no country of today; its land is in ')
    assert all(part in caught.value.message for part in parts)
    assert caught.value.cure == "name today's country where it happened"


@pytest.mark.parametrize(
    ("text", "cure"),
    [("Congo", "COG or COD"), ("Korea", "PRK or KOR"), ("Corée", "PRK or KOR"), ("كوريا", "KOR")],
)
def test_a_name_of_two_countries_is_refused_with_both_codes(text: str, cure: str) -> None:
    with pytest.raises(CountryError, match="could be") as caught:
        countries.find(text)

    assert cure in caught.value.cure


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Sryia", "Syria"),
        ("Frnace", "France"),
        ("Turkye", "Turkey"),
        ("Lebannon", "Lebanon"),
        ("Nyasalnd", "Malawi"),
    ],
)
def test_a_slip_of_the_pen_is_answered_with_the_country_that_may_be_meant(
    text: str, meant: str
) -> None:
    with pytest.raises(CountryError, match=f'"{text}" is no country') as caught:
        countries.find(text)

    assert caught.value.cure.startswith(f"write {meant} if that is meant, or else a name")


def test_the_beginning_of_two_names_in_pycountry_is_taken_for_neither() -> None:
    virgin = "فيرجن"

    with pytest.raises(CountryError):
        countries.find(virgin)


@pytest.mark.parametrize("text", ["", " ", "Atlantis", "42", "250", "KAS", "ZZ", "</script>", "\0"])
def test_what_is_no_country_is_refused_with_what_is_accepted(text: str) -> None:
    with pytest.raises(CountryError, match="is no country of today") as caught:
        countries.find(text)

    assert caught.value.cure == (
        "write a name in common use or an ISO 3166 code, such as Syria or SYR"
    )


def test_a_text_of_a_million_letters_is_refused_without_repeating_it() -> None:
    with pytest.raises(CountryError) as caught:
        countries.find("Syria " * 200_000)

    assert caught.value.message == "a text of 1,200,000 letters is no country"


@given(st.text())
def test_any_text_is_a_country_or_is_refused(text: str) -> None:
    try:
        found = countries.find(text).code
    except CountryError as error:
        found = error.cure

    assert found in rows() or found.startswith(("write ", "name "))


def test_the_names_of_the_sample_are_found_without_pycountry() -> None:
    program = (
        "import sys; from mapgen.places import countries;"
        "[countries.find(n) for n in 'Syria France Turkey Egypt Lebanon Jordan'.split()];"
        "sys.exit('pycountry' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", program], check=False)

    assert done.returncode == 0


def test_the_list_of_names_says_nothing_twice() -> None:
    list_of_names = tomllib.loads((DATA / "country_names.toml").read_text("utf-8"))
    also, divided, ambiguous = (list_of_names[table] for table in ("also", "divided", "ambiguous"))
    shown = [row["name"] for row in rows().values() if row["name"]]

    told = Counter(map(fold, chain(shown, *also.values(), divided, ambiguous)))

    assert [name for name, times in told.items() if times > 1] == []


def test_the_list_of_names_speaks_of_countries_that_exist() -> None:
    list_of_names = tomllib.loads((DATA / "country_names.toml").read_text("utf-8"))
    told = list(chain(list_of_names["divided"].items(), list_of_names["ambiguous"].items()))

    codes = {part for _, parts in told for part in parts if isinstance(parts, list)}
    references = {parts for _, parts in told if isinstance(parts, str)}

    assert set(list_of_names["also"]) | set(list_of_names["shown"]) <= set(rows())
    assert {code for code in codes if code.isupper()} <= set(rows())
    assert references <= {name for name, parts in told if isinstance(parts, list)}
