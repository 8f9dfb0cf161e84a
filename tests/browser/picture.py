"""Takes the README's picture of the sample, from the page itself."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from mapgen.build import build
from mapgen.settings import read_settings
from tests.browser.find_browser import launch

ROOT = Path(__file__).parent.parent.parent


def main(output: Path) -> None:
    """Write a picture of the sample page with the popup of Damascus open."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "map.html"
        build(ROOT / "locations.csv", path, read_settings(ROOT, {}))
        browser = launch(playwright)
        page = browser.new_page(
            viewport={"width": 1440, "height": 900}, color_scheme="light", reduced_motion="reduce"
        )
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-mapgen=ready]", state="attached")
        page.get_by_role("button", name="Damascus, 6 events").press("Enter")
        page.get_by_role("dialog", name="Damascus").wait_for()
        page.screenshot(path=output, animations="disabled")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
