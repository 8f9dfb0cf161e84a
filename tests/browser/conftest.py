"""A reader with a browser: every request is stopped and noted, every console message too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from playwright.sync_api import sync_playwright

from benchmarks.table import write_table
from mapgen.build import build
from mapgen.settings import Settings
from tests.browser.find_browser import launch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Playwright, Route

MANY = 100_000  # events of the large page
WIDE = (1440, 900)
PHONE = (390, 844)


@dataclass(slots=True)
class Notes:
    """What a page did that a reader does not see."""

    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class Visit(Protocol):
    """Opens a page as a reader does, and waits until it says its state, unless that is ""."""

    def __call__(
        self,
        page: Path,
        *,
        size: tuple[int, int] = WIDE,
        state: str = "ready",
        quiet: bool = True,
        network: bool = False,
        **context: Any,
    ) -> Page: ...


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = launch(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def large_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a page of many events; who asks for it is in the group "scale": made once."""
    folder = tmp_path_factory.mktemp("scale")
    table = write_table(folder / "events.csv", MANY)
    return build(table, folder / "map.html", Settings(title="Many events")).output


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
def visit(browser: Browser, notes: Notes) -> Iterator[Visit]:
    """Give the tests a way to open pages; afterwards, any request or message fails the test."""
    contexts = []
    quiets = []

    def open_page(
        page: Path,
        *,
        size: tuple[int, int] = WIDE,
        state: str = "ready",
        quiet: bool = True,
        network: bool = False,
        **context: Any,
    ) -> Page:
        quiets.append(quiet)
        made = browser.new_context(viewport={"width": size[0], "height": size[1]}, **context)
        contexts.append(made)
        made.set_default_timeout(30_000)
        if not network:
            made.route("**/*", _stop)
        reader = made.new_page()
        reader.on("request", lambda request: _note(request.url, notes))
        reader.on("console", lambda message: notes.console.append(message.text))
        reader.on("pageerror", lambda error: notes.errors.append(str(error)))
        reader.goto(page.as_uri())
        if state and context.get("java_script_enabled", True):
            reader.wait_for_selector(f"html[data-mapgen={state}]", state="attached")
        return reader

    yield open_page
    for made in contexts:
        made.close()
    if all(quiets):
        assert notes == Notes()


def _note(url: str, notes: Notes) -> None:
    """Note what leaves the file: modules and images inside it are data: addresses."""
    if not url.startswith(("file:", "data:")):
        notes.requests.append(url)


def _stop(route: Route) -> None:
    """Let the file itself through, and nothing that leaves the machine."""
    if route.request.url.startswith("file:"):
        route.continue_()
    else:
        route.abort()
