"""The words for dates in English, French and Arabic."""

from __future__ import annotations

import dataclasses

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from mapgen.catalogue import languages, words_in
from mapgen.dates import HistoricalDate, parse, parse_column
from mapgen.errors import DateError, SettingsError
from mapgen.wording import say, say_all
from mapgen.wording.language import language_of

LOCALES = {"en": "en", "fr": "fr", "ar": "ar_SY"}

SAID: list[tuple[str, str, str, str | None]] = [
    ("1982", "1982", "1982", "١٩٨٢"),
    ("2012-07", "July 2012", "juillet 2012", "تموز ٢٠١٢"),
    ("2012-07-06", "6 July 2012", "6 juillet 2012", "٦ تموز ٢٠١٢"),
    ("2012-07-01", "1 July 2012", "1er juillet 2012", "١ تموز ٢٠١٢"),
    ("1940~", "c. 1940", "vers 1940", "نحو ١٩٤٠"),
    ("1940?", "1940?", "1940\u202f?", "١٩٤٠؟"),
    ("1940%", "c. 1940?", "vers 1940\u202f?", "نحو ١٩٤٠؟"),
    ("2012-07-06~", "c. 6 July 2012", "vers le 6 juillet 2012", "نحو ٦ تموز ٢٠١٢"),
    ("2004~-06-11", "c. 11 June 2004", "vers le 11 juin 2004", "نحو ١١ حزيران ٢٠٠٤"),
    ("1950S2", "c. 1950", "vers 1950", "نحو ١٩٥٠"),
    ("192X", "1920s", "années 1920", "عشرينيات القرن العشرين"),
    ("192X~", "c. 1920s", "vers les années 1920", "نحو عشرينيات القرن العشرين"),
    ("190X", "1900–1909", "1900–1909", "العقد الأول من القرن العشرين"),
    ("18XX", "19th century", "XIXe siècle", "القرن التاسع عشر"),
    ("19XX", "20th century", "XXe siècle", "القرن العشرون"),
    ("25XX", "26th century", "XXVIe siècle", "القرن ٢٦"),
    ("00XX", "1st century", "Ier siècle", "القرن الأول"),
    ("-00XX", "1st century BCE", "Ier siècle av. J.-C.", "القرن الأول ق.م"),
    ("-18XX", "19th century BCE", "XIXe siècle av. J.-C.", "القرن التاسع عشر ق.م"),
    ("1XXX", "2nd millennium", "IIe millénaire", "الألف الثاني"),
    ("-2XXX", "3rd millennium BCE", "IIIe millénaire av. J.-C.", "الألف الثالث ق.م"),
    ("-0043", "44 BCE", "44 av. J.-C.", "٤٤ ق.م"),
    ("0000", "1 BCE", "1 av. J.-C.", "١ ق.م"),
    ("0079", "79 CE", "79 ap. J.-C.", "٧٩ م"),
    ("1000", "1000", "1000", "١٠٠٠"),
    ("-0043-03-15", "15 March 44 BCE", "15 mars 44 av. J.-C.", "١٥ آذار ٤٤ ق.م"),
    ("Y-12000", "12,001 BCE", "12\u202f001 av. J.-C.", "١٢٬٠٠١ ق.م"),
    ("-004X", "50–41 BCE", "50–41 av. J.-C.", "٥٠–٤١ ق.م"),
    ("-000X", "10–1 BCE", "10–1 av. J.-C.", "١٠–١ ق.م"),
    ("017X", "170–179 CE", "170–179 ap. J.-C.", "١٧٠–١٧٩ م"),
    ("1999-XX", "1999", "1999", "١٩٩٩"),
    ("1999-07-XX", "July 1999", "juillet 1999", "تموز ١٩٩٩"),
    ("1945-21", "spring 1945", "printemps 1945", "ربيع ١٩٤٥"),
    ("2011-22", "summer 2011", "été 2011", "صيف ٢٠١١"),
    ("1944-24", "winter 1944–1945", "hiver 1944–1945", "شتاء ١٩٤٤–١٩٤٥"),
    (
        "1945-29",
        "spring 1945 (southern hemisphere)",
        "printemps 1945 (hémisphère Sud)",
        "ربيع ١٩٤٥ (نصف الكرة الجنوبي)",
    ),
    ("2001-34", "April–June 2001", "avril–juin 2001", "نيسان–حزيران ٢٠٠١"),
    ("1920/1946", "1920–1946", "1920–1946", "١٩٢٠–١٩٤٦"),
    ("1940/1940", "1940", "1940", "١٩٤٠"),
    ("1982-02-02/1982-02-28", "2–28 February 1982", "2–28 février 1982", "٢–٢٨ شباط ١٩٨٢"),
    ("2012-07-01/2012-07-03", "1–3 July 2012", "1er–3 juillet 2012", "١–٣ تموز ٢٠١٢"),
    (
        "1982-02-02/1982-03-03",
        "2 February – 3 March 1982",
        "2 février – 3 mars 1982",
        "٢ شباط – ٣ آذار ١٩٨٢",
    ),
    ("2011-06/2011-07", "June–July 2011", "juin–juillet 2011", "حزيران–تموز ٢٠١١"),
    (
        "2011-03/2012-07",
        "March 2011 – July 2012",
        "mars 2011 – juillet 2012",
        "آذار ٢٠١١ – تموز ٢٠١٢",
    ),
    ("2011/2012-05", "2011 – May 2012", "2011 – mai 2012", "٢٠١١ – أيار ٢٠١٢"),
    ("1982-02-02/1982", "2 February 1982 – 1982", "2 février 1982 – 1982", "٢ شباط ١٩٨٢ – ١٩٨٢"),
    ("1920~/1946", "c. 1920 – 1946", "vers 1920 – 1946", "نحو ١٩٢٠ – ١٩٤٦"),
    ("-0057/-0049", "58–50 BCE", "58–50 av. J.-C.", "٥٨–٥٠ ق.م"),
    ("-0026/0014", "27 BCE – 14 CE", "27 av. J.-C. – 14 ap. J.-C.", "٢٧ ق.م – ١٤ م"),
    ("0170/018X", "170 CE – 180–189 CE", "170 ap. J.-C. – 180–189 ap. J.-C.", None),
    ("015X/018X", "150–159 – 180–189 CE", "150–159 – 180–189 ap. J.-C.", None),
    ("0999/0999-03", "999 CE – March 999 CE", "999 ap. J.-C. – mars 999 ap. J.-C.", None),
    (
        "17XX/18XX",
        "18th–19th century",
        "XVIIIe–XIXe siècle",
        "القرن الثامن عشر – القرن التاسع عشر",
    ),
    ("2000/..", "from 2000", "depuis 2000", "منذ ٢٠٠٠"),
    ("192X/..", "from the 1920s", "depuis les années 1920", "منذ عشرينيات القرن العشرين"),
    ("../1946", "until 1946", "jusqu’en 1946", "حتى ١٩٤٦"),
    ("/2012-07-06", "until 6 July 2012", "jusqu’au 6 juillet 2012", "حتى ٦ تموز ٢٠١٢"),
    ("/2011-22", "until summer 2011", "jusqu’à l’été 2011", "حتى صيف ٢٠١١"),
    ("/1940~", "until c. 1940", "jusqu’à vers 1940", "حتى نحو ١٩٤٠"),
    ("[1940,1941]", "1940 or 1941", "1940 ou 1941", "١٩٤٠ أو ١٩٤١"),
    ("[2011-06,2011-07]", "June or July 2011", "juin ou juillet 2011", "حزيران أو تموز ٢٠١١"),
    (
        "[1667,1668,1670..1672]",
        "1667, 1668 or 1670–1672",
        "1667, 1668 ou 1670–1672",
        "١٦٦٧، ١٦٦٨ أو ١٦٧٠–١٦٧٢",
    ),
    (
        "{1960,1961-12}",
        "1960 and December 1961",
        "1960 et décembre 1961",
        "١٩٦٠ وكانون الأول ١٩٦١",
    ),
    ("[1000,-0043]", "44 BCE or 1000", "44 av. J.-C. ou 1000", "٤٤ ق.م أو ١٠٠٠"),
    ("{1960..1963}", "1960–1963", "1960–1963", "١٩٦٠–١٩٦٣"),
    ("[..1983]", "1983 or earlier", "1983 ou avant", "١٩٨٣ أو قبل ذلك"),
    ("[1983..]", "1983 or later", "1983 ou après", "١٩٨٣ أو بعد ذلك"),
    ("[1920..1946]", "between 1920 and 1946", "entre 1920 et 1946", "بين ١٩٢٠ و١٩٤٦"),
    (
        "[192X..193X]",
        "between the 1920s and the 1930s",
        "entre les années 1920 et les années 1930",
        "بين عشرينيات القرن العشرين وثلاثينيات القرن العشرين",
    ),
]

WRITTEN: list[tuple[str, str, str, str | None]] = [
    ("before 1920", "before 1920", "avant 1920", "قبل ١٩٢٠"),
    ("avant le 6 juillet 2012", "before 6 July 2012", "avant le 6 juillet 2012", "قبل ٦ تموز ٢٠١٢"),
    ("before c. 1920", "before c. 1920", "avant vers 1920", "قبل نحو ١٩٢٠"),
    ("après 1920", "after 1920", "après 1920", "بعد ١٩٢٠"),
    ("after the 1920s", "after the 1920s", "après les années 1920", "بعد عشرينيات القرن العشرين"),
    ("by 1920", "by 1920", "1920 au plus tard", "١٩٢٠ أو قبل ذلك"),
    ("not before 1920", "not before 1920", "1920 au plus tôt", "١٩٢٠ أو بعد ذلك"),
    ("since 2000", "since 2000", "depuis 2000", "منذ ٢٠٠٠"),
    ("from 2000", "from 2000", "dès 2000", "ابتداءً من ٢٠٠٠"),
    ("until 1946", "until 1946", "jusqu’en 1946", "حتى ١٩٤٦"),
    ("early 1920s", "early 1920s", "début des années 1920", "أوائل عشرينيات القرن العشرين"),
    ("mid-1920s", "mid-1920s", "milieu des années 1920", "منتصف عشرينيات القرن العشرين"),
    ("late 19th century", "late 19th century", "fin du XIXe siècle", "أواخر القرن التاسع عشر"),
    ("mi-juillet 2012", "mid-July 2012", "mi-juillet 2012", "منتصف تموز ٢٠١٢"),
    ("mid 1941", "mid-1941", "mi-1941", "منتصف ١٩٤١"),
    ("début 1941", "early 1941", "début 1941", "أوائل ١٩٤١"),
    ("before the late 1920s", "before late 1920s", "avant fin des années 1920", None),
    ("first half of the 19th century", "1800–1849", "1800–1849", "١٨٠٠–١٨٤٩"),
]


@pytest.mark.parametrize(("text", "english", "french", "arabic"), SAID + WRITTEN)
def test_a_date_is_said_as_an_editor_would_print_it(
    text: str, english: str, french: str, arabic: str | None
) -> None:
    date = parse(text)

    assert say(date, "en") == english
    assert say(date, "fr") == french
    assert arabic is None or say(date, "ar") == arabic


@pytest.mark.parametrize("language", languages())
def test_a_whole_column_is_said_like_its_dates(language: str) -> None:
    texts = [text for text, *_ in SAID + WRITTEN]
    column, _ = parse_column([*texts, "", "0987-03-01"])

    found = say_all(column, language)

    dates = [*map(parse, texts), None, parse("0987-03-01")]
    assert found == [say(date, language) if date else "" for date in dates]


@pytest.mark.parametrize("text", ["15XX-12-25", "2004-1X", "1X56", "XXXX", "[..1983,1990]"])
@pytest.mark.parametrize("language", languages())
def test_a_date_without_neat_words_is_shown_as_written(text: str, language: str) -> None:
    assert say(parse(text), language) == text


def test_a_date_whose_order_was_given_keeps_its_meaning() -> None:
    date = parse("before 03/04/1946", order="dmy")

    assert say(date, "en") == "2 April 1946 or earlier"


def test_a_date_that_was_not_written_is_said_from_its_edtf() -> None:
    date = HistoricalDate(
        text="row 7", edtf="1920/1946", earliest=None, latest=None, precision="interval"
    )

    assert say(date, "en") == "1920–1946"


def test_a_language_without_words_is_refused_by_name() -> None:
    with pytest.raises(SettingsError, match="'de'; choose ar, en, fr"):
        say(parse("1982"), "de")
    with pytest.raises(SettingsError, match="'de'; choose ar, en, fr"):
        say_all(parse_column(["1982-02-02"])[0], "de")


@pytest.mark.parametrize("language", languages())
def test_the_names_of_the_months_are_those_of_the_cldr(language: str) -> None:
    months = Locale.parse(LOCALES[language]).months["format"]["wide"]

    assert list(language_of(language).months) == [months[number] for number in range(1, 13)]


@pytest.mark.parametrize(("language", "locale"), [("en", "en_GB"), ("fr", "fr"), ("ar", "ar_SY")])
def test_short_months_and_decimal_signs_are_those_of_the_cldr(language: str, locale: str) -> None:
    months = Locale.parse(locale).months["format"]["abbreviated"]
    catalogue = words_in(language)

    numbers = Locale.parse(locale).number_symbols[Locale.parse(locale).default_numbering_system]
    assert catalogue["dates"]["decimal"] == numbers["decimal"]
    assert catalogue["dates"]["shortMonths"] == [months[number] for number in range(1, 13)]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_eras_are_those_of_the_cldr(language: str) -> None:
    eras = Locale.parse(LOCALES[language]).eras["abbreviated"]

    assert language_of(language).before_our_era == f"{{year}} {eras[0]}"
    assert language_of(language).our_era == f"{{year}} {eras[1]}"


@pytest.mark.parametrize("language", languages())
def test_digits_and_thousands_are_those_of_the_cldr(language: str) -> None:
    locale = Locale.parse(LOCALES[language])
    digits = {"latn": "0123456789", "arab": "٠١٢٣٤٥٦٧٨٩"}[locale.default_numbering_system]
    symbols = locale.number_symbols[locale.default_numbering_system]

    assert language_of(language).digits == digits
    assert language_of(language).thousands == symbols["group"]


PLAIN_DATES = st.one_of(
    st.integers(-3000, 9999).map(lambda year: f"{'-' * (year < 0)}{abs(year):04}"),
    st.dates().map(lambda day: f"{day.year:04}-{day.month:02}"),
    st.dates().map(lambda day: f"{day.year:04}-{day.month:02}-{day.day:02}"),
    st.builds(
        "{:04}-{}".format, st.integers(1000, 2100), st.sampled_from(["21", "22", "23", "24"])
    ),
    st.integers(101, 209).filter(lambda decade: decade % 10 != 0).map("{}X".format),
    st.integers(1, 30).map("{:02}XX".format),
    st.integers(0, 30).map("-{:02}XX".format),
)
PHRASES = st.one_of(
    st.builds("{}{}".format, PLAIN_DATES, st.sampled_from(["", "~", "?", "%"])),
    st.builds("{}/..".format, PLAIN_DATES),
    st.builds("/{}".format, PLAIN_DATES),
    st.builds("[..{}]".format, PLAIN_DATES),
    st.builds("[{}..]".format, PLAIN_DATES),
    st.builds("{}/{}".format, PLAIN_DATES, PLAIN_DATES),
    st.builds("[{},{}]".format, PLAIN_DATES, PLAIN_DATES),
    st.builds("{{{},{}}}".format, PLAIN_DATES, PLAIN_DATES),
    st.builds("[{}..{}]".format, PLAIN_DATES, PLAIN_DATES),
)


@given(PHRASES, st.sampled_from(["en", "fr"]))
def test_what_is_said_in_english_or_french_is_read_as_the_same_date(
    text: str, language: str
) -> None:
    try:
        date = parse(text)
    except DateError as error:
        assert "ends before it begins" in error.message  # noqa: PT017  (few texts raise)
        return

    again = parse(say(date, language))

    assert (again.earliest, again.latest) == (date.earliest, date.latest)
    assert (again.approximate, again.uncertain) == (date.approximate, date.uncertain)


@given(st.text(alphabet="0123456789X-/.~?%[]{},YES", min_size=1), st.sampled_from(languages()))
def test_every_date_is_said_in_words(text: str, language: str) -> None:
    try:
        date = parse(text)
    except DateError:
        return

    assert say(date, language).strip()


@given(st.dates().map(str), st.sampled_from(["en", "fr", "ar"]))
def test_a_plain_day_is_said_in_the_words_of_any_day(text: str, language: str) -> None:
    date = parse(text)
    with_a_blank = dataclasses.replace(date, text=f" {text}")  # no plain day any more

    assert say(date, language) == say(with_a_blank, language)


@given(
    st.lists(st.one_of(PHRASES, st.dates().map(str), st.sampled_from(["", "1920-02-30"]))),
    st.sampled_from(["en", "fr", "ar"]),
)
def test_the_dates_of_a_column_are_said_as_each_of_them_is(texts: list[str], language: str) -> None:
    column, _ = parse_column(texts)

    assert say_all(column, language) == [say(date, language) if date else "" for date in column]
