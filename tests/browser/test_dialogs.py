"""A reader takes the map away, reads all its data, and asks how it is to be read."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.settings import Settings
from tests.browser.conftest import PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Download, Locator, Page

    from tests.browser.conftest import Visit

TRICKY = """title,date,place,country,lat,lon,kind,status,tags,description,source,source_url,Box "A"
"Said ""so"", twice",c. 1940,Damascus,Syria,33.5,36.3,event,disputed,a;b,"Two *lines*

- of [text](https://a.org/b_(c))",An archive,https://a.org/?x=1&y=2,=1+1
عنوان,late 19th century,,Syria,,,period,reported,,1982. Not a list; 2 * 3,,,-5
Undated,,Paris,France,48.9,2.35,event,confirmed,,,,,
"""


def opened(page: Page, name: str) -> Locator:
    page.get_by_role("button", name=name, exact=True).click()
    dialog = page.get_by_role("dialog", name=name, exact=True)
    expect(dialog).to_be_visible()
    return dialog


def text_of(download: Download) -> str:
    return Path(download.path()).read_text("utf-8")


def downloaded(dialog: Locator, button: str) -> Download:
    with dialog.page.expect_download() as waiting:
        dialog.get_by_role("button", name=button).click()
    return waiting.value


def test_a_press_beside_a_dialog_closes_it_and_gives_the_focus_back(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    for name in ("Share", "Data table", "About"):
        dialog = opened(page, name)

        page.mouse.click(2, 2)

        expect(dialog).to_have_count(0)
        expect(page.get_by_role("button", name=name, exact=True)).to_be_focused()


def test_a_press_inside_that_ends_beside_does_not_close(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    dialog = opened(page, "Share")

    dialog.get_by_role("heading", name="Share").hover()
    page.mouse.down()
    page.mouse.move(2, 2)
    page.mouse.up()

    expect(dialog).to_be_visible()


def test_the_link_is_the_address_and_can_be_copied(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page, permissions=["clipboard-read", "clipboard-write"])
    dialog = opened(page, "Share")

    dialog.get_by_role("button", name="Copy link").click()

    expect(dialog.get_by_text("Copied", exact=True)).to_be_visible()
    expect(dialog.get_by_role("textbox", name="Link to this view")).to_have_value(page.url)
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_link_can_be_copied_where_the_clipboard_is_refused(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error()))")
    dialog = opened(page, "Share")

    dialog.get_by_role("button", name="Copy link").click()

    expect(dialog.get_by_text("Copied", exact=True)).to_be_visible()


def test_the_embedding_code_follows_its_options(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    page.evaluate("location.hash = 'event=french-landing'")
    dialog = opened(page, "Share")
    code = dialog.get_by_label("Code for your page")

    address = f'src="https://example.org/{sample_page.name}'
    assert f"{address}#event=french-landing" in code.input_value()

    dialog.get_by_label("The whole map").check()
    dialog.get_by_label("Height").fill("480")

    assert f'{address}" title="France and Syria' in code.input_value()
    assert 'height="480"' in code.input_value()
    expect(dialog.get_by_text("Put it on a web server first")).to_be_visible()


def test_the_embedding_code_can_show_the_map_and_the_selected_event_alone(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)
    page.evaluate("location.hash = 'event=french-landing&from=1918-01-02'")
    dialog = opened(page, "Share")
    code = dialog.get_by_label("Code for your page")
    address = f"https://example.org/{sample_page.name}"

    dialog.get_by_label("Only the map and the time axis").check()
    whole_view = code.input_value()
    dialog.get_by_label("The selected event").check()
    event = code.input_value()
    dialog.get_by_label("The whole map").check()

    assert f'src="{address}#embed=map&amp;event=french-landing&amp;from=1918-01-02"' in whole_view
    assert f'src="{address}#embed=map&amp;event=french-landing"' in event
    assert f'src="{address}#embed=map"' in code.input_value()


def test_an_event_can_be_embedded_only_where_one_is_selected(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page)

    dialog = opened(page, "Share")

    expect(dialog.get_by_label("The whole map")).to_be_visible()
    expect(dialog.get_by_label("The selected event")).to_have_count(0)


def test_a_csv_of_the_sample_has_every_row_and_cell(
    visit: Visit, sample: Path, sample_page: Path
) -> None:
    page = visit(sample_page)

    saved = downloaded(opened(page, "Share"), "Download CSV")

    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text_of(saved).lstrip("\ufeff")))}
    with sample.open(encoding="utf-8", newline="") as file:
        for given in csv.DictReader(file):
            written = rows[given["id"]]
            for column in ("title", "country", "kind", "category", "tags", "status", "source"):
                assert written[column] == given[column]


def test_a_date_changed_in_a_downloaded_csv_is_the_date_that_is_shown(
    visit: Visit, tmp_path: Path
) -> None:
    given = tmp_path / "in.csv"
    given.write_text(
        "title,date,date_text\nOne,April 1946,\nTwo,1920,The year of Maysalun\n", "utf-8"
    )
    page = visit(build(given, tmp_path / "map.html", Settings()).output)

    text = text_of(downloaded(opened(page, "Share"), "Download CSV"))
    given.write_text(text.replace("1946-04", "1947-05"), "utf-8")
    changed = visit(build(given, tmp_path / "changed.html", Settings()).output)

    expect(changed.get_by_role("article", name="One")).to_contain_text("May 1947")
    expect(changed.get_by_role("article", name="Two")).to_contain_text("The year of Maysalun")


def test_a_download_holds_what_is_shown_or_all(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    page.get_by_role("searchbox", name="Search events").fill("Hama")
    shown = page.get_by_text("Showing 36 of 36 events")
    expect(shown).to_have_count(0)
    dialog = opened(page, "Share")

    few = json.loads(text_of(downloaded(dialog, "Download GeoJSON")))["features"]
    dialog.get_by_label("All events (36)").check()
    all_ = json.loads(text_of(downloaded(dialog, "Download GeoJSON")))["features"]

    assert 0 < len(few) < 36
    assert len(all_) == 36


def test_the_data_table_has_every_row_and_the_authors_own_columns(
    visit: Visit, tmp_path: Path
) -> None:
    (tmp_path / "in.csv").write_text(TRICKY, "utf-8")
    page = visit(build(tmp_path / "in.csv", tmp_path / "map.html", Settings()).output)

    dialog = opened(page, "Data table")

    expect(dialog.get_by_role("row")).to_have_count(4)
    expect(dialog.get_by_role("table")).to_contain_text("3 events")
    expect(dialog.get_by_role("columnheader", name='Box "A"')).to_be_attached()
    expect(dialog.get_by_role("cell", name="=1+1", exact=True)).to_be_attached()
    expect(dialog.get_by_role("columnheader", name="Image credit")).to_have_count(0)


def test_a_long_table_is_shown_block_by_block(visit: Visit, tmp_path: Path) -> None:
    rows = "\n".join(f"Title {i},{1000 + i}" for i in range(230))
    (tmp_path / "in.csv").write_text(f"title,date\n{rows}\n", "utf-8")
    page = visit(build(tmp_path / "in.csv", tmp_path / "map.html", Settings()).output)
    dialog = opened(page, "Data table")

    expect(dialog.get_by_role("rowheader")).to_have_count(100)
    dialog.get_by_role("button", name="Show 100 more rows").click()
    dialog.get_by_role("button", name="Show 30 more rows").click()

    expect(dialog.get_by_role("rowheader")).to_have_count(230)
    expect(dialog.get_by_role("button", name="more rows")).to_have_count(0)


@pytest.mark.parametrize("size", [(1440, 900), PHONE])
def test_the_header_of_the_data_table_stays_while_it_is_scrolled(
    visit: Visit, sample_page: Path, size: tuple[int, int]
) -> None:
    page = visit(sample_page, size=size)
    dialog = opened(page, "Data table")

    dialog.get_by_role("rowheader").last.scroll_into_view_if_needed()

    expect(dialog.get_by_role("columnheader", name="Title")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_the_about_dialog_says_of_which_calendar_old_days_are(visit: Visit, tmp_path: Path) -> None:
    sentence = "Days before 15 October 1582 are those of the Julian calendar"
    for name, day in (("old", "29 February 1500"), ("new", "6 July 2012")):
        (tmp_path / f"{name}.csv").write_text(f"title,date\nA day,{day}\nA year,1450\n", "utf-8")

    old, new = (
        visit(build(tmp_path / f"{name}.csv", tmp_path / f"{name}.html", Settings()).output)
        for name in ("old", "new")
    )

    expect(old.get_by_role("article")).to_contain_text(["1450", "29 February 1500"])
    expect(opened(old, "About")).to_contain_text(sentence)
    expect(opened(new, "About")).not_to_contain_text(sentence)


@pytest.mark.parametrize(
    ("language", "names", "close"),
    [
        ("fr", ("Partager", "Tableau des données", "À propos"), "Fermer"),
        ("ar", ("مشاركة", "جدول البيانات", "حول الخريطة"), "إغلاق"),
    ],
)
def test_the_dialogs_speak_the_language_of_the_page(
    visit: Visit, tmp_path: Path, language: str, names: tuple[str, ...], close: str
) -> None:
    (tmp_path / "in.csv").write_text(TRICKY, "utf-8")
    settings = Settings(title="Map", language=language)
    page = visit(build(tmp_path / "in.csv", tmp_path / "map.html", settings).output)

    for name in names:
        dialog = opened(page, name)
        dialog.get_by_role("button", name=close, exact=True).click()
        expect(dialog).to_have_count(0)
