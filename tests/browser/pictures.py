"""Takes pictures of the sample and of an Arabic page, at the sizes that readers have."""

from __future__ import annotations

import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from mapgen.build import build
from mapgen.settings import read_settings
from tests.browser.find_browser import launch

ROOT = Path(__file__).parent.parent.parent
TABLES = {"en": ROOT / "locations.csv", "ar": ROOT / "tests/cases/arabic/locations.csv"}
SIZES = ((1440, 900), (1024, 768), (390, 844), (844, 390))
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def main(folder: Path) -> None:
    """Write a picture for each language, size and colour scheme, without a network."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as pages, sync_playwright() as playwright:
        browser = launch(playwright)
        for language, table in TABLES.items():
            page = Path(pages) / f"{language}.html"
            build(table, page, read_settings(table.parent, {}))
            for size, scheme in product(SIZES, SCHEMES):
                name = f"{language}-{size[0]}x{size[1]}-{scheme}.png"
                _take(browser, page, size, scheme, folder / name)
        browser.close()
    print(f"{len(TABLES) * len(SIZES) * len(SCHEMES)} pictures in {folder}")


def _take(
    browser: Browser, page: Path, size: tuple[int, int], scheme: Scheme, output: Path
) -> None:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, offline=True
    )
    reader = context.new_page()
    reader.goto(page.as_uri())
    reader.wait_for_selector("html[data-mapgen=ready]", state="attached")
    reader.screenshot(path=output, animations="disabled")
    context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
