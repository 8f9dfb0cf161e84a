"""One reader, three engines: each story is told in all of them."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.browser.conftest import WIDE
from tests.browser.engines import finding
from tests.browser.engines.chromium import ChromiumTab
from tests.browser.engines.firefox import FirefoxTab, run_firefox
from tests.browser.engines.reader import Reader
from tests.browser.engines.webkit import WebKitTab, run_webkit
from tests.browser.find_browser import launch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Playwright

    from tests.browser.engines.tab import Tab

LEFT = r"""return performance.getEntriesByType("resource").map(({ name }) => name)
    .filter((name) => !/^(file|data|blob):|^http:\/\/127\.0\.0\.1:/.test(name));"""


class Read(Protocol):
    """Opens a page in the engine of the story, and gives its reader."""

    def __call__(
        self,
        page: Path | str,
        address: str = "",
        *,
        size: tuple[int, int] = WIDE,
        dark: bool = False,
        ready: str = "ready",
    ) -> Reader: ...


class Engine(Protocol):
    """Gives a tab of a size, in the colours of a light or a dark system."""

    def __call__(self, size: tuple[int, int], *, dark: bool) -> Tab: ...


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Chromium with scrollbars that take room, as readers have it and tests do not."""
    downloads = tmp_path_factory.mktemp("chromium")
    browser = launch(playwright, scrollbars=True)

    def tab(size: tuple[int, int], *, dark: bool) -> Tab:
        for context in browser.contexts:
            context.close()
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
        )
        return ChromiumTab(context.new_page(), downloads)

    yield tab
    browser.close()


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with run_firefox(tmp_path_factory.mktemp("firefox")) as one:

        def tab(size: tuple[int, int], *, dark: bool) -> FirefoxTab:
            one.prepare(size, dark=dark)
            return one

        yield tab


@pytest.fixture(scope="session")
def webkit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """WebKit, started anew where the system is dark: it reads that once."""
    with ExitStack() as running:
        tabs: dict[bool, WebKitTab] = {}

        def tab(size: tuple[int, int], *, dark: bool) -> WebKitTab:
            if dark not in tabs:
                folder = tmp_path_factory.mktemp("webkit")
                tabs[dark] = running.enter_context(run_webkit(folder, dark=dark))
            tabs[dark].resize(*size)
            return tabs[dark]

        yield tab


@pytest.fixture(
    params=[
        "chromium",
        pytest.param("firefox", marks=pytest.mark.xdist_group("firefox")),
        pytest.param("webkit", marks=pytest.mark.xdist_group("webkit")),
    ]
)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn, one of each kind for all stories."""
    absent = finding.missing().get(request.param)
    if absent and finding.must_be_here():
        pytest.fail(absent)
    if absent:
        pytest.skip(absent)
    started: Engine = request.getfixturevalue(request.param)
    return started


@pytest.fixture
def read(engine: Engine) -> Iterator[Read]:
    """Give the stories a way to open pages; afterwards, any error or request fails the story."""
    readers: list[Reader] = []

    def open_page(
        page: Path | str,
        address: str = "",
        *,
        size: tuple[int, int] = WIDE,
        dark: bool = False,
        ready: str = "ready",
    ) -> Reader:
        reader = Reader(engine(size, dark=dark))
        readers.append(reader)
        reader.open(page, address, ready=ready)
        return reader

    yield open_page
    for reader in readers[-1:]:
        told, left = reader.tab.complaints(), reader.run(LEFT)
        reader.run("localStorage.clear()")
        reader.tab.go("about:blank")
        assert (told, left) == ([], [])
