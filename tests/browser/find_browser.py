"""Finds the browsers of the tests, installs them if need be, and starts Chrome or Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.browser.engines import finding as engines

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# The pages of the address bar's own list load beside each page and cost as much as it does; the
# others are what Playwright turns off, for the browser takes only the last list that it is given.
FEATURES_OFF = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "OptimizationHints",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
)


def launch(playwright: Playwright, *, scrollbars: bool = False) -> Browser:
    """Start the browser that `find` finds, without a window; scrollbars take room if asked for."""
    arguments = [f"--disable-features={','.join(FEATURES_OFF)}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # root has no sandbox
        arguments.append("--no-sandbox")
    return playwright.chromium.launch(
        executable_path=find(),
        args=arguments,
        ignore_default_args=["--hide-scrollbars"] if scrollbars else None,
    )


def find() -> str | None:
    """Return the path of an installed browser, or None."""
    found = (shutil.which(name) for name in NAMES)
    return next(filter(None, found), None) or (str(MAC) if MAC.exists() else None) or _playwrights()


def _playwrights() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main() -> None:
    """Print the browsers that the tests will use; install those first that are not found."""
    if find() is None and not _install_playwrights():
        _install_debians()
    browser = find()
    if browser is None:
        sys.exit("no Chrome or Chromium was found, and none could be installed: install one first")
    print(f"browser: {browser}")
    engines.prepare()


def _install_playwrights() -> bool:
    command = [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
    return subprocess.run(command, check=False).returncode == 0


def _install_debians() -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False)


if __name__ == "__main__":
    main()
