"""Finds Firefox, and WebKit as GTK has it, beside Chromium; installs them where it may."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

MAC = Path("/Applications/Firefox.app/Contents/MacOS/firefox")
PACKAGES = ("firefox-esr", "webkit2gtk-driver", "xvfb")  # as Debian calls them

_CURES = {
    "firefox": "Firefox was not found: install it, and the stories run in it too",
    "webkit": "WebKit was not found: install WebKitWebDriver and Xvfb, which Linux has"
    " (webkit2gtk-driver and xvfb in Debian), and the stories run in it too",
}


def firefox() -> str | None:
    """Return the path of an installed Firefox, or None."""
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    return found or (str(MAC) if MAC.exists() else None)


def webkit() -> tuple[str, str] | None:
    """Return the paths of WebKit's driver and of a screen without a monitor, or None."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    return (driver, screen) if driver and screen else None


def missing() -> dict[str, str]:
    """Return a sentence for each engine that is not here."""
    found = {"firefox": firefox(), "webkit": webkit()}
    return {engine: _CURES[engine] for engine, where in found.items() if where is None}


def must_be_here() -> bool:
    """Return whether a missing engine is a failure: in CI, and where it could be installed."""
    return "CI" in os.environ or _may_install()


def prepare() -> None:
    """Print which engines are not to be had for the stories; try to install them first."""
    if missing() and _may_install():
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(install, check=False)
    sentences = "\n".join(missing().values())
    if sentences and must_be_here():
        sys.exit(sentences)
    print(sentences or "engines: Firefox and WebKit, beside it")


def _may_install() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0  # Debian
