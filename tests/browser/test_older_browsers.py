"""A reader's browser is some years old, and lacks what newer ones know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Visit

BEGIN = '<meta charset="utf-8">'
BORDER = {"light": "rgb(184, 174, 155)", "dark": "rgb(74, 84, 91)"}
LAND = {"light": "rgb(239, 234, 224)", "dark": "rgb(34, 39, 43)"}


def lacking(feature: str, page: Path, folder: Path) -> Path:
    """Return a copy of a page that meets a browser without a feature."""
    script, word, unknown = LACKING[feature]
    html = page.read_text("utf-8").replace(word, unknown) if word else page.read_text("utf-8")
    copy = folder / "older.html"
    copy.write_text(html.replace(BEGIN, f"{BEGIN}<script>{script}</script>", 1), "utf-8")
    return copy


# What runs before the page, and a word of the page that becomes one that no browser knows.
LACKING = {
    "Map.groupBy": ("delete Map.groupBy", "", ""),
    "light-dark": ("", "light-dark(", "unknown-dark("),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("feature", ["Map.groupBy", "light-dark"])
def test_what_newer_browsers_alone_know_is_not_missed(
    visit: Visit, sample_page: Path, tmp_path: Path, feature: str, scheme: str
) -> None:
    page = visit(lacking(feature, sample_page, tmp_path), color_scheme=scheme)

    expect(page.get_by_role("button", name="Damascus, 6 events")).to_be_visible()
    expect(page.locator(".base-land")).to_have_css("fill", LAND[scheme])
    expect(page.locator(".base-border")).to_have_css("stroke", BORDER[scheme])
