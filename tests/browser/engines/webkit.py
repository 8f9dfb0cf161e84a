"""Starts WebKit's own small browser on a screen without a monitor, and opens tabs in it."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from selenium.webdriver import Remote
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.engines.driven import DrivenTab
from tests.browser.engines.finding import webkit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SCREEN = "1600x1200x24"
_LISTEN = """
globalThis.told = [];
for (const kind of ["error", "unhandledrejection", "securitypolicyviolation"]) {
    addEventListener(kind, (event) =>
        told.push(`${kind}: ${event.message ?? event.reason ?? event.blockedURI}`));
}
"""


class WebKitTab(DrivenTab):
    """A tab that hears the errors of a page from its loading on; what breaks it then shows."""

    engine = "webkit"

    def go(self, address: str) -> None:
        super().go(address)
        self.run(_LISTEN)

    def enlarge_text(self) -> None:
        self.run("document.documentElement.style.fontSize = '200%'")

    def paper(self) -> bytes | None:
        return None

    def complaints(self) -> list[str]:
        told: list[str] = self.run("return globalThis.told ?? []")
        return told


@contextmanager
def run_webkit(folder: Path, *, dark: bool) -> Iterator[WebKitTab]:
    """Start WebKit with a home of its own in a folder, and end it afterwards."""
    driver_path, screen = webkit() or ("", "")
    downloads = folder / "downloads"
    downloads.mkdir()
    (folder / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{downloads}"\n', "utf-8")
    with _screen(screen) as display:
        surroundings = os.environ | {
            "DISPLAY": display,
            "GDK_BACKEND": "x11",
            "GTK_OVERLAY_SCROLLING": "0",  # scrollbars take room, as on Windows
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
        }
        options = Options()
        for argument in ("--automation", *["--dark-mode"] * dark):
            options.add_argument(argument)
        service = Service(driver_path, env=surroundings)
        service.start()
        try:
            driver = Remote(
                command_executor=RemoteConnection(client_config=ClientConfig(service.service_url)),
                options=options,
            )
            yield WebKitTab(driver, downloads)
            driver.quit()
        finally:
            service.stop()


@contextmanager
def _screen(path: str) -> Iterator[str]:
    """Start a screen at a number that is free, and return its name."""
    reading, writing = os.pipe()
    command = [path, "-displayfd", str(writing), "-screen", "0", _SCREEN, "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as told:
            yield f":{int(told.readline())}"
    finally:
        process.terminate()
        process.wait()
