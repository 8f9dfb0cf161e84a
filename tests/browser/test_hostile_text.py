"""A table full of traps is shown as text: by our own care, and by the page's policy besides."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

from mapgen.build import build
from mapgen.errors import SettingsError, TableError
from mapgen.reading import read_events
from mapgen.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

TRAPS = {
    "a script": "</script><script>window.caught=1</script>",
    "a template literal": "${window.caught=1}`${window.caught=1}`",
    "an image": "<img src=x onerror=window.caught=1>",
    "a comment": "<!--<script>window.caught=1//",
    "a style": "</style><style>*{display:none}</style>",
    "an attribute": '" onmouseover="window.caught=1" x=\'',
    "Markdown": "[x](javascript:window.caught=1) <svg onload=window.caught=1>",
    "turned text": "\u202egpj.exe\u202c \u2066isolated\u2069",
    "emoji": "👩🏽\u200d🚀 𒀀 ﷽",
    "Jinja": "{{ 7 * 7 }}{% raw %}{# #}",
}
LONG = "long " * 200_000  # a million letters, to which no policy matters
CASES = [
    *(pytest.param(trap, True, id=f"{name}-with the policy") for name, trap in TRAPS.items()),
    *(pytest.param(trap, False, id=f"{name}-without it") for name, trap in TRAPS.items()),
    pytest.param(LONG, True, id="a million letters"),
]
TEXT_COLUMNS = (
    "title",
    "date_text",
    "place",
    "category",
    "tags",
    "description",
    "source",
    "image_alt",
    "image_credit",
    "unknown column",
)
POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>")


def table(folder: Path, trap: str) -> Path:
    path = folder / "traps.csv"
    rows = [dict.fromkeys(TEXT_COLUMNS, words) for words in (trap.strip(), trap[:1000].strip())]
    rows[1] |= {"to": "there " + trap[:1000].strip(), "to_lat": "40", "to_lon": "20"}
    given = {"country": "Syria", "lat": "33.5", "lon": "36.3", "date": "1982"}
    with path.open("w", encoding="utf-8", newline="") as file:
        columns = [*TEXT_COLUMNS, *given, "to", "to_lat", "to_lon", "source_url"]
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows([row | given for row in rows])
    return path


def page_of(folder: Path, trap: str) -> Path:
    words = trap[:2000]
    settings = Settings(title=words, subtitle=words, introduction=words, credits=words)
    return build(table(folder, trap), folder / "map.html", settings).output


def use(page: Page) -> None:
    """Open every popup, hover over everything, and let what was waiting run."""
    for button in page.locator(".place").all():
        button.focus()
        button.press("Enter")
        page.keyboard.press("Escape")
    page.evaluate("new Promise(requestAnimationFrame)")


@pytest.mark.parametrize(("trap", "policy"), CASES)
def test_a_trap_in_every_column_and_word_is_shown_as_text(
    visit: Visit, tmp_path: Path, trap: str, *, policy: bool
) -> None:
    path = page_of(tmp_path, trap)
    if not policy:
        html, found = POLICY.subn("", path.read_text("utf-8"))
        assert found == 1
        path.write_text(html, "utf-8")

    page = visit(path)
    use(page)

    assert page.evaluate("window.caught") is None
    assert trap[:1000].strip() in page.locator("h1").inner_text()
    assert page.locator(".place").first.is_visible()


def test_the_policy_alone_stops_a_script_that_got_into_the_page(
    visit: Visit, sample_page: Path, tmp_path: Path
) -> None:
    html = sample_page.read_text("utf-8")
    smuggled = "<script>window.caught=1</script><img src=x onerror=window.caught=1></body>"
    path = tmp_path / "smuggled.html"
    path.write_text(html.replace("</body>", smuggled), "utf-8")

    page = visit(path, quiet=False)

    assert page.evaluate("window.caught") is None


def test_html_that_a_script_writes_is_text_where_it_would_run(
    visit: Visit, sample_page: Path
) -> None:
    page = visit(sample_page, quiet=False)

    shown = page.evaluate("""() => {
        const made = document.createElement("div");
        made.innerHTML = "<b>kept</b>";
        const kept = made.innerHTML;
        made.innerHTML = "<img src=x onerror=window.caught=1>";
        return [kept, made.children.length, made.textContent];
    }""")

    assert shown == ["<b>kept</b>", 0, "<img src=x onerror=window.caught=1>"]
    assert page.evaluate("window.caught") is None
    assert page.locator(".leaflet-control-attribution a").first.is_visible()


def test_the_policy_lets_no_request_out(visit: Visit, sample_page: Path) -> None:
    page = visit(sample_page, quiet=False)

    fetched = page.evaluate("fetch('https://example.org/').then(() => 'out', () => 'stopped')")

    assert fetched == "stopped"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " JAVASCRIPT:x"]
)
def test_an_address_that_is_no_web_address_is_refused(tmp_path: Path, address: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f'title,source_url\nOne,"{address}"\n', "utf-8")

    with pytest.raises(TableError, match="source_url"):
        read_events(path)


def test_a_nul_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"title\nOne\x00two\n")

    with pytest.raises(TableError, match=r":2: .*U\+0000|:2:"):
        read_events(path)


@pytest.mark.parametrize("trap", ["red;}</style><script>", "url(https://example.org)", "#12345g"])
def test_a_colour_that_is_no_colour_is_refused(trap: str) -> None:
    with pytest.raises(SettingsError, match="rrggbb"):
        Settings(categories={"War": trap})


def test_tiles_that_are_not_in_the_catalogue_are_refused(sample: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="xyzservices"):
        build(sample, tmp_path / "map.html", Settings(tiles=("</script><script>",)))
