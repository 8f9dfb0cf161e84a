"""A language is one file of words: every file says the same things, and a new one is enough."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import urllib.request
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from babel import Locale

import mapgen
from mapgen.catalogue import languages, words_in
from mapgen.wording.language import language_of
from mapgen.wording.plurals import category
from tests.conftest import ROOT
from tests.previews import started

if TYPE_CHECKING:
    from collections.abc import Iterator

CATEGORIES = {"zero", "one", "two", "few", "many", "other"}
PLACEHOLDER = re.compile(r"\{\w+\}")

# What each language has in its own way: its rules, its articles, the words for its ordinals.
OWN = (
    *("locale", "direction", "plurals"),
    *("phrases.ordinals", "phrases.tens", "phrases.decade", "phrases.declined", "phrases.articles"),
)
ARTICLES = {"{the}", "{until}", "{of}"}


def said(words: Any, path: str = "") -> dict[str, frozenset[str]]:
    """Return the placeholders of every text, by its path.

    Forms by plural category are one text with the placeholders of the last of them.
    """
    if path in OWN:
        return {path: frozenset()}
    if isinstance(words, str):
        return {path: _placeholders(words)}
    if isinstance(words, list):
        words = {str(place): each for place, each in enumerate(words)}
    if words.keys() <= CATEGORIES:
        return {path: _placeholders(words["other"])}
    inside = [said(each, f"{path}.{name}".strip(".")) for name, each in words.items()]
    return {path: placeholders for each in inside for path, placeholders in each.items()}


def _placeholders(text: str) -> frozenset[str]:
    return frozenset(PLACEHOLDER.findall(text)) - ARTICLES


def forms(words: Any, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Yield everything that is written by plural category, with its path."""
    if not isinstance(words, dict):
        return
    if words.keys() <= CATEGORIES and "other" in words:
        yield path, words
    for name, each in words.items():
        yield from forms(each, f"{path}.{name}".strip("."))


def differences(words: Any, model: Any) -> list[str]:
    """Return what one catalogue lacks, what it has too much, and texts with other placeholders."""
    ours, theirs = said(words), said(model)
    return [
        *(f"lacks {path}" for path in theirs if path not in ours),
        *(f"knows {path} alone" for path in ours if path not in theirs),
        *(f"fills {path} otherwise" for path in ours if ours[path] != theirs.get(path, ours[path])),
    ]


@pytest.mark.parametrize("language", languages())
def test_every_language_says_the_same_things_as_english(language: str) -> None:
    assert differences(words_in(language), words_in("en")) == []


def test_what_is_missing_too_much_or_filled_otherwise_is_found() -> None:
    words = deepcopy(words_in("fr"))
    del words["preview"]["hide"]
    words["listing"]["less"] = "moins"
    words["site"]["again"] = "{n} fois"
    words["event"]["events"]["other"] = "événements"

    assert differences(words, words_in("en")) == [
        "lacks preview.hide",
        "knows listing.less alone",
        "fills event.events otherwise",
        "fills site.again otherwise",
    ]


@pytest.mark.parametrize("language", languages())
def test_no_word_is_blank(language: str) -> None:
    words = {name: each for name, each in words_in(language).items() if name != "phrases"}

    assert '""' not in json.dumps(words)


@pytest.mark.parametrize("language", languages())
def test_no_form_of_a_word_is_one_that_its_language_does_not_use(language: str) -> None:
    words = words_in(language)
    told = {name: each for name, each in words.items() if name not in {"plurals", "phrases"}}

    for path, each in forms(told):
        assert each.keys() <= {*words["plurals"], "other"}, path
        assert all(_placeholders(form) <= _placeholders(each["other"]) for form in each.values())


@pytest.mark.parametrize("language", languages())
def test_numbers_have_the_plural_categories_of_the_cldr(language: str) -> None:
    rules = words_in(language)["plurals"]
    numbers = [*range(1_200), 1_000_000, 2_000_003, 12_000_000]

    found = [category(number, rules) for number in numbers]

    cldr = Locale.parse(words_in(language)["locale"], sep="-").plural_form
    assert found == [cldr(number) for number in numbers]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_ordinals_end_as_the_cldr_has_it(language: str) -> None:
    rules = words_in(language)["phrases"]["ordinals"]["rules"]

    found = [category(number, rules) for number in range(1, 101)]

    cldr = Locale.parse(words_in(language)["locale"], sep="-").ordinal_form
    assert found == [cldr(number) for number in range(1, 101)]


def test_centuries_are_numbered_by_words_endings_or_roman_numerals() -> None:
    english, french, arabic = (language_of(each).ordinals for each in ("en", "fr", "ar"))

    assert [english[n - 1] for n in (1, 12, 22, 93)] == ["1st", "12th", "22nd", "93rd"]
    assert [french[n - 1] for n in (1, 4, 49, 100)] == ["Ier", "IVe", "XLIXe", "Ce"]
    assert [arabic[0], arabic[22]] == ["الأول", "23"]


def test_a_rule_in_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="'i = 1' is no rule for numbers"):
        category(1, {"one": "i = 1"})


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a copy of mapgen that knows one language more, and a table."""
    folder = tmp_path_factory.mktemp("house")
    away = shutil.ignore_patterns("__pycache__")
    shutil.copytree(Path(mapgen.__file__).parent, folder / "mapgen", ignore=away)
    english = words_in("en")
    grammar = {name: english[name] for name in ("direction", "plurals", "phrases")}
    dates = {**english["dates"], "months": _marked(english["dates"]["months"])}
    words = {**_marked(english), **grammar, "dates": dates, "locale": "eo"}
    file = folder / "mapgen" / "web" / "words" / "eo.json"
    file.write_text(json.dumps(words), "utf-8")
    shutil.copy(ROOT / "locations.csv", folder)
    return folder


def _marked(words: Any) -> Any:
    """Return words with every text in brackets."""
    if isinstance(words, str):
        return f"[{words}]"
    if isinstance(words, list):
        return [_marked(each) for each in words]
    return {name: _marked(each) for name, each in words.items()}


def run(house: Path, *words: str) -> str:
    command = [sys.executable, "-m", "mapgen", *words]
    done = subprocess.run(command, cwd=house, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_a_new_file_is_a_new_language_of_the_page(house: Path) -> None:
    told = run(house, "build", "--language", "eo", "-o", "map.html")

    page = (house / "map.html").read_text("utf-8")
    assert "36 events" in told
    assert '<html lang="eo" dir="ltr">' in page
    assert '"share":"[Share]"' in page
    assert '"locale":"eo"' in page
    assert '<p class="listing-note">[The map needs JavaScript' in page
    assert "[Plain map (offline)]" in page
    assert "[April]" in page


def test_a_new_file_is_a_new_language_of_the_preview(house: Path) -> None:
    (house / "mapgen.toml").write_text('language = "eo"\n', "utf-8")

    with (
        started(house, "locations.csv") as preview,
        urllib.request.urlopen(preview.address) as answer,  # noqa: S310  (our own preview)
    ):
        page = answer.read().decode()

    assert '"locale":"eo","preview":{"name":"[Preview]"' in page
    assert '"share":"[Share]"' in page


def test_a_new_file_is_a_new_language_of_a_site(house: Path) -> None:
    told = run(house, "build", "--language", "eo", "--site", "site")

    page = (house / "site" / "index.html").read_text("utf-8")
    part = json.loads((house / "site" / "parts" / "0001.json").read_text("utf-8"))
    assert "36 events" in told
    assert '"whole":"[Back to the whole map]"' in page
    assert "[Read the " in page
    assert "[Around " in part["part"]["name"]


def test_a_new_language_may_be_chosen_wherever_languages_are(house: Path) -> None:
    refused = run(house, "build", "--language", "xx")
    run(house, "new", "atlas")

    schema = json.loads((house / "atlas" / "mapgen.schema.json").read_text("utf-8"))
    assert 'language "xx" is not one of ar, en, eo, fr' in refused
    assert "ar, en, eo or fr" in run(house, "build", "--help")
    assert schema["properties"]["language"]["enum"] == ["ar", "en", "eo", "fr"]
