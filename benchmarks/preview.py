"""Times how soon an edit of the sample shows in a browser that `mapgen preview` keeps up to date.

From the moment when the table is saved to the moment when the new title is on the screen.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.find_browser import launch
from tests.previews import started

ROOT = Path(__file__).parent.parent
EDITS = 7


def main() -> None:
    """Print the median and the slowest, in seconds."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        table = Path(shutil.copy(ROOT / "locations.csv", folder))
        text = table.read_text("utf-8")
        title = text.splitlines()[1].split(",", 1)[0]
        browser = launch(playwright)
        with started(table.parent) as preview:
            page = browser.new_page()
            page.goto(preview.address)
            page.wait_for_selector("html[data-mapgen=ready]", state="attached")
            seconds = []
            for edit in range(EDITS):
                begun = time.monotonic()
                table.write_text(text.replace(title, f"Edit {edit}"), "utf-8")
                page.get_by_role("article", name=f"Edit {edit}").first.wait_for(state="attached")
                seconds.append(time.monotonic() - begun)
        browser.close()
    print(f"an edit shows after {statistics.median(seconds):.2f} s, at most {max(seconds):.2f} s")


if __name__ == "__main__":
    main()
