"""A reader hears how certain an event is where the table says it, and nothing where it does not."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit

HEAD = "title,date,place,country,lat,lon,to,to_country,to_lat,to_lon,status,id\n"
UNSAID = (
    HEAD
    + "The train leaves,9 April 1917,Zürich,Switzerland,47.37,8.54,"
    + "Petrograd,Russia,59.94,30.31,,leaves\n"
    + "The theses are read,17 April 1917,Petrograd,Russia,59.94,30.31,,,,,,theses\n"
    + "A winter without bread,1917,,Russia,,,,,,,,winter\n"
)
SOME = UNSAID.replace("59.94,30.31,,,,,,theses", "59.94,30.31,,,,,confirmed,theses").replace(
    ",,winter", ",disputed,winter"
)
WORDS = re.compile("confirmed|reported|disputed|how certain|status", re.IGNORECASE)


def page_of(table: str, folder: Path) -> Path:
    (folder / "table.csv").write_text(table, "utf-8")
    return build(folder / "table.csv", folder / "map.html", Settings(title="1917")).output


def opened(page: Page, name: str) -> Locator:
    page.get_by_role("button", name=name, exact=True).click()
    return page.get_by_role("dialog", name=name, exact=True)


def downloaded(dialog: Locator, button: str) -> str:
    with dialog.page.expect_download() as waiting:
        dialog.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_text("utf-8").lstrip("\ufeff")


def said(page: Page) -> str:
    """Return all that the body says, hidden or not, but not its scripts."""
    return str(
        page.evaluate(
            """() => {
              const body = document.body.cloneNode(true);
              for (const each of body.querySelectorAll("script, style")) each.remove();
              return body.textContent;
            }"""
        )
    )


def test_a_table_without_a_status_shows_none_anywhere(visit: Visit, tmp_path: Path) -> None:
    table = page_of(UNSAID, tmp_path)
    page = visit(table)

    page.get_by_role("button", name="Filters").click()
    page.get_by_role("button", name=re.compile(r"^Petrograd")).press("Enter")
    expect(page.get_by_role("dialog", name="Petrograd").get_by_role("article")).to_have_count(2)
    page.keyboard.press("Escape")
    told = [said(page)]
    for name in ("About", "Data table"):
        told.append(opened(page, name).inner_text())
        page.keyboard.press("Escape")
    told.append(downloaded(opened(page, "Share"), "Download GeoJSON"))

    assert [WORDS.findall(each) for each in told] == [[], [], [], []]
    listed = re.findall('<main class="listing">.*?</main>', table.read_text("utf-8"), re.DOTALL)
    assert not WORDS.search(listed[0])
    expect(page.locator(".mark-doubtful, .movement-claimed")).to_have_count(0)


def test_blank_cells_beside_others_say_nothing(visit: Visit, tmp_path: Path) -> None:
    page = visit(page_of(SOME, tmp_path))

    words = page.locator(".story-cards .event-card-status").all_inner_texts()
    page.get_by_role("button", name="Filters").click()
    offered = page.get_by_role("group", name="Status").get_by_role("checkbox")
    expect(offered).to_have_count(2)
    saved = csv.DictReader(io.StringIO(downloaded(opened(page, "Share"), "Download CSV")))

    assert words == ["Disputed"]
    assert {row["id"]: row["status"] for row in saved} == {
        "leaves": "",
        "theses": "confirmed",
        "winter": "disputed",
    }


@pytest.mark.parametrize(("table", "claims"), [(UNSAID, 0), (SOME, 1)])
def test_paper_says_claims_alone(visit: Visit, tmp_path: Path, table: str, claims: int) -> None:
    page = visit(page_of(table, tmp_path))

    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    facts = page.locator(".print-facts").all_inner_texts()
    assert len(facts) == 3
    assert sum(bool(WORDS.search(each)) for each in facts) == claims


def test_structured_data_says_no_status(visit: Visit, tmp_path: Path) -> None:
    page = visit(page_of(UNSAID, tmp_path))

    told = page.locator("script[type='application/ld+json']").text_content() or ""

    assert json.loads(told)["size"] == 3
    assert not WORDS.search(told)
