"""A site on a plain web server: the overview, the way into a part and back."""

from __future__ import annotations

import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from distributed import Client, LocalCluster
from playwright.sync_api import expect

from benchmarks.table import write_table
from mapgen.settings import Settings
from mapgen.site import build_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.xdist_group("site")
COUNT = 1200
READY = "html[data-mapgen=ready]"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Keep the output of the tests clean."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    table = write_table(folder / "events.csv", COUNT)
    with (
        LocalCluster(
            n_workers=1, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0"
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        build_site([str(table)], folder / "site", Settings(title="All"), scheduler=client, part=100)
    return folder / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    handler = partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """Give the tests a page; afterwards, a message or a request that leaves the site fails it."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda each: said.append(each.url) if away(each.url, address) else None)
    yield page
    context.close()
    assert said == []


def away(url: str, address: str) -> bool:
    return not url.startswith((address, "data:", "blob:"))


def open_page(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(READY, state="attached")


def test_the_overview_counts_all_events(reader: Page, address: str) -> None:
    open_page(reader, address)

    expect(reader.locator(".find-summary-count")).to_have_text(
        f"Showing {COUNT:,} of {COUNT:,} events"
    )
    expect(reader.get_by_role("navigation")).to_have_count(0)


@pytest.mark.parametrize("at", ["", "?part=1"])
def test_a_browser_that_is_too_old_shows_the_list_of_the_whole_map(
    reader: Page, address: str, at: str
) -> None:
    reader.add_init_script("delete window.DecompressionStream")

    reader.goto(address + at)

    expect(reader.get_by_text("a browser of 2024 or later")).to_be_in_viewport()
    expect(reader.get_by_role("main").get_by_role("listitem").first).to_be_in_viewport()
    expect(reader.locator(".folium-map")).to_be_hidden()


def test_a_row_leads_to_its_events_and_the_bar_leads_back(reader: Page, address: str) -> None:
    open_page(reader, address)

    link = reader.get_by_role("link", name=re.compile(r"^Read the \d")).first
    number = int(link.inner_text().split()[2].replace(",", ""))
    link.click()
    reader.wait_for_url(re.compile("[?]part="))
    reader.wait_for_selector(READY, state="attached")

    shown = reader.locator(".find-summary-count").inner_text().replace(",", "").split()
    assert number <= int(shown[1]) < int(shown[3])  # at the time of the row, around its place too
    bar = reader.get_by_role("navigation", name="Part of the map")
    story = reader.get_by_role("region", name="Story")
    expect(bar).to_contain_text("1800–")
    expect(story.get_by_role("article").first).to_contain_text("Event ")
    expect(story.get_by_role("article").first).to_contain_text("Source ")
    bar.get_by_role("link", name="Back to the whole map").click()
    expect(reader.locator(".find-summary-count")).to_contain_text(f"of {COUNT:,} events")


def test_the_parts_of_a_place_lead_to_one_another(reader: Page, address: str) -> None:
    open_page(reader, f"{address}?part=1")
    bar = reader.get_by_role("navigation", name="Part of the map")
    expect(bar.get_by_role("link", name="Earlier")).to_have_count(0)
    first = bar.inner_text()

    bar.get_by_role("link", name="Later").click()
    expect(bar.get_by_role("link", name="Earlier")).to_be_visible()
    bar.get_by_role("link", name="Earlier").click()

    expect(bar.get_by_role("link", name="Earlier")).to_have_count(0)
    assert bar.inner_text() == first


def test_an_event_of_a_part_has_an_address_of_its_own(reader: Page, address: str) -> None:
    open_page(reader, f"{address}?part=2")
    reader.get_by_role("button", name="Next:").click()
    title = reader.locator("[aria-current=true] h3").inner_text()
    reader.wait_for_url("**/?part=2#event=*")

    reader.reload()

    expect(reader.locator("[aria-current=true] h3")).to_have_text(title)


def test_a_part_that_cannot_be_had_is_told_of_and_asked_for_again(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.route("**/parts/*", lambda route: route.abort())
    open_page(page, f"{address}?part=2")
    told = page.get_by_role("alert")
    expect(told).to_contain_text("This part of the map cannot be had at the moment")
    expect(page.locator(".find-summary-count")).to_contain_text(f"of {COUNT:,} events")

    page.unroute("**/parts/*")
    told.get_by_role("button", name="Try again").click()

    expect(page.get_by_role("navigation", name="Part of the map")).to_be_visible()
    page.close()


def test_a_site_that_is_opened_as_a_file_says_what_it_wants(browser: Browser, site: Path) -> None:
    page = browser.new_page()

    open_page(page, f"{(site / 'index.html').as_uri()}?part=1")

    expect(page.get_by_role("alert")).to_contain_text("python -m http.server")
    page.close()


def test_the_overview_works_as_a_file(visit: Visit, site: Path) -> None:
    page = visit(site / "index.html")

    expect(page.get_by_role("region", name="Map")).to_be_visible()
