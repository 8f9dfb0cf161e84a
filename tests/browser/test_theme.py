"""A reader prefers a light or a dark page, whatever the system says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapgen.build import build
from mapgen.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit

LIGHT, DARK = "rgb(250, 248, 243)", "rgb(20, 23, 26)"
FRAME = """() => [...document.querySelectorAll("meta[name=theme-color]")]
    .filter(({ media }) => matchMedia(media).matches).map(({ content }) => content)"""


def theme(page: Page) -> Locator:
    return page.get_by_role("button", name="Theme:")


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def sea(page: Page) -> str:
    return str(page.locator(".folium-map").evaluate("map => getComputedStyle(map).backgroundColor"))


def wait_until_kept(page: Page, name: str) -> None:
    """Wait until a second tab sees what the first one keeps: the browser passes it on later."""
    tab = page.context.new_page()
    tab.goto(page.url)
    tab.wait_for_function("name => localStorage.getItem('mapgen-theme') === name", arg=name)
    tab.close()


def test_the_button_leads_from_the_system_to_light_to_dark_and_back(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page, color_scheme="dark")
    seas = [sea(page)]
    papers = [paper(page)]
    frames = [page.evaluate(FRAME)]

    for name in ("light", "dark", "system"):
        theme(page).press("Enter")
        expect(theme(page)).to_have_accessible_name(f"Theme: {name}")
        expect(page.get_by_role("banner").get_by_role("status")).to_have_text(f"Theme: {name}")
        papers.append(paper(page))
        seas.append(sea(page))
        frames.append(page.evaluate(FRAME))

    expect(theme(page)).to_be_focused()
    assert papers == [DARK, LIGHT, DARK, DARK]
    assert seas[0] == seas[2] == seas[3] != seas[1]
    assert frames == [["#14171a"], ["#faf8f3"], ["#14171a"], ["#14171a"]]


def test_a_chosen_theme_is_there_at_the_next_visit(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page)
    theme(page).press("Enter")
    theme(page).press("Enter")
    expect(theme(page)).to_have_accessible_name("Theme: dark")
    wait_until_kept(page, "dark")

    page.reload()

    expect(theme(page)).to_have_accessible_name("Theme: dark")
    assert paper(page) == DARK


def test_where_the_browser_keeps_nothing_a_theme_lasts_for_the_visit(
    visit: Visit, sample_page: Path, tmp_path: Path
) -> None:
    article = tmp_path / "article.html"
    article.write_text(
        '<!doctype html><html lang="en" data-mapgen="ready"><meta charset="utf-8">'
        '<iframe title="Map" width="1000" height="600" sandbox="allow-scripts" '
        f'src="{sample_page.as_uri()}"></iframe>',
        "utf-8",
    )
    frame = visit(article).frame_locator("iframe")
    button = frame.get_by_role("button", name="Theme:")

    button.press("Enter")
    button.press("Enter")

    expect(button).to_have_accessible_name("Theme: dark")
    expect(frame.locator("html")).to_have_css("background-color", DARK)


def test_paper_is_light_whatever_the_theme(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page, color_scheme="dark")
    theme(page).press("Enter")
    theme(page).press("Enter")
    expect(theme(page)).to_have_accessible_name("Theme: dark")

    page.emulate_media(media="print")

    scheme = page.evaluate("getComputedStyle(document.documentElement).colorScheme")
    assert scheme == "light"


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("fr", ("Thème : système", "Thème : clair", "Thème : sombre")),
        ("ar", ("المظهر: حسب النظام", "المظهر: فاتح", "المظهر: داكن")),
    ],
)
def test_the_theme_is_said_in_the_language_of_the_page(
    visit: Visit, tmp_path: Path, language: str, names: tuple[str, str, str]
) -> None:
    (tmp_path / "in.csv").write_text("title,date\nOne,1920\n", "utf-8")
    settings = Settings(language=language)
    page = visit(build(tmp_path / "in.csv", tmp_path / "map.html", settings).output)

    for name in names:
        page.get_by_role("button", name=name, exact=True).press("Enter")

    expect(page.get_by_role("button", name=names[0], exact=True)).to_be_focused()
