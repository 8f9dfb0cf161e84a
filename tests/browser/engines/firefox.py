"""Starts Firefox without a window, and opens tabs in it."""

from __future__ import annotations

import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from selenium.webdriver import Remote
from selenium.webdriver.firefox.options import Options

from tests.browser.engines.driven import DrivenTab
from tests.browser.engines.finding import firefox
from tests.browser.engines.marionette import CONTEXT, Marionette

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 60  # seconds to start
_ARGUMENTS = ("--headless", "--no-remote", "--marionette", "--remote-allow-system-access")
_TOLD = """
return Services.console.getMessageArray()
    .filter((each) => each instanceof Ci.nsIScriptError && !(each.flags & each.warningFlag))
    .filter((each) => /^(file|http):/.test(each.sourceName))
    .map((each) => each.errorMessage);
"""


class FirefoxTab(DrivenTab):
    """A tab whose browser can be asked too: for its console, for the size of text."""

    engine = "firefox"

    def prepare(self, size: tuple[int, int], *, dark: bool) -> None:
        """Give the page this size and the system's colours, and forget what was told."""
        self._ask("Services.console.reset()")
        self._ask("document.documentElement.style.minWidth = 0")  # the frame, of the window
        self._ask("gBrowser.selectedBrowser.textZoom = 1")
        self._ask("Services.prefs.setIntPref('ui.systemUsesDarkTheme', arguments[0])", int(dark))
        self.resize(*size)

    def enlarge_text(self) -> None:
        self._ask("gBrowser.selectedBrowser.textZoom = 2")

    def complaints(self) -> list[str]:
        told: list[str] = self._ask(_TOLD)
        return told

    def _ask(self, script: str, *arguments: object) -> Any:
        """Run a script in the browser, around the page."""
        self._driver.execute(CONTEXT, {"value": "chrome"})
        try:
            return self.run(script, *arguments)
        finally:
            self._driver.execute(CONTEXT, {"value": "content"})


@contextmanager
def run_firefox(folder: Path) -> Iterator[FirefoxTab]:
    """Start Firefox with a profile of its own in a folder, and end it afterwards."""
    downloads = folder / "downloads"
    downloads.mkdir()
    preferences = {
        "browser.aboutConfig.showWarning": "false",
        "browser.download.dir": f'"{downloads}"',
        "browser.download.folderList": "2",
        "browser.download.alwaysOpenPanel": "false",
        "browser.shell.checkDefaultBrowser": "false",
        "datareporting.policy.dataSubmissionEnabled": "false",
        "marionette.port": "0",  # any; it writes down which
        "network.proxy.type": "1",  # nothing leaves the machine
        "network.proxy.http": '"127.0.0.1"',
        "network.proxy.ssl": '"127.0.0.1"',
        "widget.gtk.overlay-scrollbars.enabled": "false",  # they take room, as on Windows
    }
    lines = [f'user_pref("{name}", {value});\n' for name, value in preferences.items()]
    (folder / "user.js").write_text("".join(lines), "utf-8")
    command = [firefox() or "firefox", *_ARGUMENTS, "--profile", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        driver = Remote(command_executor=Marionette(_port(folder)), options=Options())
        yield FirefoxTab(driver, downloads)
        driver.quit()
    finally:
        process.terminate()
        process.wait()


def _port(folder: Path) -> int:
    """Return the port at which Firefox listens, once it does."""
    written = folder / "MarionetteActivePort"
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if written.exists() and (text := written.read_text()):
            return int(text)
        time.sleep(0.02)
    raise AssertionError("Firefox has not started")
