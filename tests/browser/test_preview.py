"""An author edits the table beside an open page, which follows."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, WIDE
from tests.browser.test_access import RULES
from tests.previews import Preview, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any, Protocol

    from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route

    class Watch(Protocol):
        """Opens the page of a preview, at an address."""

        def __call__(
            self, preview: Preview, at: str = "", *, size: tuple[int, int] = WIDE, **context: Any
        ) -> Page: ...


pytestmark = pytest.mark.xdist_group("preview")

HEADER = "title,date,place,country,lat,lon,image,image_alt\n"
ROW = "The siege,1941,Damascus,Syria,33.5,36.3,,\n"
BROKEN = "The siege,1982-13,Damascus,Syria,33.5,36.3,,\n"


@dataclass(slots=True)
class Folder:
    """What an author has open in an editor."""

    path: Path

    @property
    def table(self) -> Path:
        return self.path / "locations.csv"

    def write(self, *rows: str) -> None:
        """Save as editors do: whole, beside the file, then in its place."""
        beside = self.path / "locations.csv~"
        beside.write_text(HEADER + "".join(rows), "utf-8")
        beside.replace(self.table)

    def change(self, old: str, new: str) -> None:
        text = self.table.read_text("utf-8")
        assert old in text
        self.table.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path)
    made.write(ROW)
    return made


@pytest.fixture
def sample_folder(tmp_path: Path, sample: Path) -> Folder:
    shutil.copy(sample, tmp_path)
    shutil.copy(sample.parent / "pyproject.toml", tmp_path)
    return Folder(tmp_path)


@pytest.fixture
def watch(browser: Browser) -> Iterator[Watch]:
    """Give the tests a browser that meets the preview alone; a message of the page fails them."""
    contexts: list[BrowserContext] = []
    messages: list[str] = []

    def open_page(
        preview: Preview, at: str = "", *, size: tuple[int, int] = WIDE, **context: Any
    ) -> Page:
        made = browser.new_context(viewport={"width": size[0], "height": size[1]}, **context)
        contexts.append(made)
        made.set_default_timeout(20_000)
        made.route("**/*", lambda route: _only(preview.address, route, messages))
        page = made.new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.goto(preview.address + at)
        return page

    yield open_page
    for made in contexts:
        made.close()
    assert [text for text in messages if "ERR_CONNECTION_" not in text] == []


def _only(address: str, route: Route, messages: list[str]) -> None:
    if route.request.url.startswith((address, "data:")):
        route.continue_()
    else:
        messages.append(route.request.url)
        route.abort()


def card(page: Page, title: str) -> Locator:
    return page.get_by_role("region", name="Story").get_by_role("article", name=title)


def problems(page: Page) -> Locator:
    return page.get_by_role("region", name="Preview")


def test_an_edit_shows_by_itself_each_time(sample_folder: Folder, watch: Watch) -> None:
    with started(sample_folder.path) as preview:
        page = watch(preview)
        title = page.get_by_role("region", name="Story").get_by_role("article").first
        shown = title.get_by_role("heading").inner_text()

        for edit in ("First edit", "Second edit"):
            sample_folder.change(shown, edit)
            expect(card(page, edit)).to_be_visible()
            shown = edit


def test_an_edit_keeps_the_view(sample_folder: Folder, watch: Watch) -> None:
    with started(sample_folder.path) as preview:
        page = watch(preview, "#from=1920-01-01&to=2012-12-31&map=5/34/38")
        cards = page.get_by_role("region", name="Story").get_by_role("article")
        first = cards.first.get_by_role("heading").inner_text()
        name = cards.nth(6).get_by_role("heading").inner_text()
        cards.nth(6).evaluate("(card) => card.scrollIntoView({behavior: 'instant'})")
        box, address = card(page, name).bounding_box(), page.url

        sample_folder.change(first, "A longer title than the one that was there before")
        expect(card(page, "A longer title")).to_have_count(1)
        page.wait_for_function("history.state === null")

        assert page.url == address
        assert box is not None
        assert card(page, name).bounding_box() == pytest.approx(box, abs=2)


def test_an_edit_leaves_a_dialog_open(folder: Folder, watch: Watch) -> None:
    with started(folder.path) as preview:
        page = watch(preview)
        page.get_by_role("button", name="Data table").click()
        dialog = page.get_by_role("dialog", name="Data table")

        folder.change("The siege", "The bombardment")

        expect(dialog.get_by_text("The bombardment")).to_be_visible()


def test_an_edit_leaves_the_sheet_of_a_phone_where_it_stands(folder: Folder, watch: Watch) -> None:
    with started(folder.path) as preview:
        page = watch(preview, size=PHONE)
        page.get_by_role("button", name="Show less of the story").click()

        folder.change("The siege", "The bombardment")

        expect(page.get_by_text("The bombardment").first).to_be_attached()
        expect(page.locator(".story")).to_have_attribute("data-sheet", "peek")


def test_a_broken_row_is_told_beside_the_last_good_page_until_it_is_mended(
    folder: Folder, watch: Watch
) -> None:
    with started(folder.path) as preview:
        page = watch(preview)
        expect(card(page, "The siege")).to_be_visible()

        folder.write(BROKEN)
        expect(problems(page)).to_contain_text("locations.csv:2: date")
        expect(problems(page)).to_contain_text('"1982-13" has month 13')
        expect(page.get_by_role("alert")).to_contain_text("1 error")
        expect(card(page, "The siege")).to_be_visible()
        expect(page.locator("body")).to_be_focused()

        folder.write(ROW)
        expect(problems(page)).to_be_hidden()
        expect(page.get_by_role("button", name="1 error")).to_be_hidden()


def test_the_list_of_a_browser_that_is_too_old_follows_the_table_too(
    folder: Folder, watch: Watch
) -> None:
    with started(folder.path) as preview:
        page = watch(preview)
        page.add_init_script("delete window.DecompressionStream")
        page.reload()
        expect(page.get_by_text("a browser of 2024 or later")).to_be_in_viewport()

        folder.write(BROKEN)
        expect(problems(page)).to_contain_text("locations.csv:2: date")
        folder.write(ROW.replace("The siege", "The bombardment"))

        expect(page.get_by_role("heading", name="The bombardment")).to_be_in_viewport()
        expect(problems(page)).to_be_hidden()
        expect(page.locator(".folium-map")).to_be_hidden()


def test_problems_are_put_away_and_shown_again_with_the_keyboard(
    folder: Folder, watch: Watch
) -> None:
    with started(folder.path) as preview:
        page = watch(preview)
        folder.write(BROKEN)
        expect(problems(page)).to_be_visible()
        count = page.get_by_role("button", name="1 error")

        page.get_by_role("button", name="Hide").focus()
        page.keyboard.press("Escape")
        expect(problems(page)).to_be_hidden()
        expect(count).to_be_focused()

        page.keyboard.press("Enter")
        expect(problems(page)).to_be_visible()


def test_problems_are_in_reach_while_a_dialog_is_open(folder: Folder, watch: Watch) -> None:
    with started(folder.path) as preview:
        page = watch(preview)
        page.get_by_role("button", name="About").click()

        folder.write(BROKEN)
        page.get_by_role("button", name="Hide").focus()
        page.keyboard.press("Escape")

        expect(problems(page)).to_be_hidden()
        expect(page.get_by_role("dialog", name="About")).to_be_visible()


def test_warnings_are_a_number_that_opens(folder: Folder, watch: Watch) -> None:
    Image.new("RGB", (8, 8), "red").save(folder.path / "a.png")
    folder.write(ROW.replace(",,\n", ",a.png,\n"))
    with started(folder.path) as preview:
        page = watch(preview)
        count = page.get_by_role("button", name="1 warning")

        expect(count).to_be_visible()
        expect(problems(page)).to_be_hidden()
        count.click()

        expect(problems(page)).to_contain_text("image_alt")


def test_errors_at_the_first_reading_have_a_page_of_their_own(folder: Folder, watch: Watch) -> None:
    folder.write(BROKEN)
    with started(folder.path) as preview:
        page = watch(preview)
        expect(problems(page)).to_contain_text("There is no page yet")
        expect(problems(page)).to_contain_text("locations.csv:2: date")

        folder.write(ROW)

        expect(card(page, "The siege")).to_be_visible()


def test_a_table_that_is_gone_is_told_until_it_comes_back(folder: Folder, watch: Watch) -> None:
    with started(folder.path) as preview:
        page = watch(preview)
        folder.table.rename(folder.path / "away.csv")
        expect(problems(page)).to_contain_text("locations.csv")

        (folder.path / "away.csv").rename(folder.table)

        expect(problems(page)).to_be_hidden()
        expect(card(page, "The siege")).to_be_visible()


def test_the_settings_are_followed_too(folder: Folder, watch: Watch) -> None:
    with started(folder.path) as preview:
        page = watch(preview)

        (folder.path / "mapgen.toml").write_text('title = "Sieges"\n', "utf-8")
        expect(page.get_by_role("heading", name="Sieges", level=1)).to_be_visible()
        (folder.path / "mapgen.toml").write_text('titel = "Sieges"\n', "utf-8")

        expect(problems(page)).to_contain_text("did you mean title?")


def test_an_image_that_is_replaced_shows(folder: Folder, watch: Watch) -> None:
    Image.new("RGB", (8, 8), "red").save(folder.path / "a.png")
    folder.write(ROW.replace(",,\n", ",a.png,A colour\n"))
    with started(folder.path) as preview:
        page = watch(preview)
        image = card(page, "The siege").get_by_role("img", name="A colour")
        before = image.get_attribute("src")

        Image.new("RGB", (8, 8), "blue").save(folder.path / "b.png")
        (folder.path / "b.png").replace(folder.path / "a.png")

        expect(image).not_to_have_attribute("src", before or "")


def test_the_end_of_the_preview_is_told(folder: Folder, watch: Watch) -> None:
    with started(folder.path) as preview:
        page = watch(preview)
        expect(card(page, "The siege")).to_be_visible()

        preview.end()

        expect(page.get_by_role("button", name="Preview ended")).to_be_visible()


def test_the_words_around_problems_are_those_of_the_page(folder: Folder, watch: Watch) -> None:
    (folder.path / "mapgen.toml").write_text('language = "fr"\n', "utf-8")
    with started(folder.path) as preview:
        page = watch(preview)

        folder.write(BROKEN)

        expect(page.get_by_role("region", name="Aperçu")).to_contain_text("1 erreur")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_problems(folder: Folder, watch: Watch, scheme: str) -> None:
    folder.write(BROKEN, "Two cells,1941\n")
    with started(folder.path) as preview:
        for size in (WIDE, PHONE):
            page = watch(preview, size=size, color_scheme=scheme)
            expect(problems(page)).to_be_visible()
            alone = Axe().run(page, options=RULES).response["violations"]
            folder.write(ROW)
            expect(card(page, "The siege")).to_be_visible()
            folder.write(BROKEN, "Two cells,1941\n")
            expect(problems(page)).to_be_visible()

            beside = Axe().run(page, options=RULES).response["violations"]

            assert [found["id"] for found in (*alone, *beside)] == []
