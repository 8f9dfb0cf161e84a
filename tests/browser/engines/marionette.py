"""Speaks with Firefox itself, in the protocol that it has built in, in the place of a driver.

A message is its length, a colon and JSON: [0, number, command, parameters] on the way there,
[1, number, error, result] on the way back.
"""

from __future__ import annotations

import json
import socket
from typing import Any

from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.remote_connection import RemoteConnection

CONTEXT = "setContext"  # no command of WebDriver: whether scripts run in the page or in the browser

_NAMES = {
    Command.NEW_SESSION: "WebDriver:NewSession",
    Command.QUIT: "WebDriver:DeleteSession",
    Command.GET: "WebDriver:Navigate",
    Command.GO_BACK: "WebDriver:Back",
    Command.GO_FORWARD: "WebDriver:Forward",
    Command.REFRESH: "WebDriver:Refresh",
    Command.GET_CURRENT_URL: "WebDriver:GetCurrentURL",
    Command.W3C_EXECUTE_SCRIPT: "WebDriver:ExecuteScript",
    Command.CLICK_ELEMENT: "WebDriver:ElementClick",
    Command.SEND_KEYS_TO_ELEMENT: "WebDriver:ElementSendKeys",
    Command.GET_ELEMENT_ARIA_LABEL: "WebDriver:GetComputedLabel",
    Command.GET_ELEMENT_ARIA_ROLE: "WebDriver:GetComputedRole",
    Command.W3C_ACTIONS: "WebDriver:PerformActions",
    Command.SCREENSHOT: "WebDriver:TakeScreenshot",
    Command.PRINT_PAGE: "WebDriver:Print",
    Command.GET_WINDOW_RECT: "WebDriver:GetWindowRect",
    Command.SET_WINDOW_RECT: "WebDriver:SetWindowRect",
    CONTEXT: "Marionette:SetContext",
}
_OWN = {"sessionId", "capabilities"}  # what only selenium's way over HTTP wants


class Marionette(RemoteConnection):
    """The way of selenium's commands to a Firefox that listens at a port of this computer."""

    def __init__(self, port: int) -> None:
        super().__init__(client_config=ClientConfig(f"http://127.0.0.1:{port}"))
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._answers = self._socket.makefile("rb")
        self._number = 0
        self._receive()  # what it is

    def execute(self, command: str, params: dict[str, Any]) -> dict[str, Any]:
        """Return the result of a command, or its error, as selenium reads them from HTTP."""
        sent = {name: value for name, value in params.items() if name not in _OWN}
        self._number += 1
        if command == Command.SCREENSHOT:
            sent["full"] = False  # as a reader sees it
        message = json.dumps([0, self._number, _NAMES[command], sent]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            return {"status": 500, "value": json.dumps({"value": error})}
        if isinstance(result, dict) and list(result) == ["value"]:
            return {"value": result["value"]}
        return {"value": result}

    def close(self) -> None:
        """Hang up."""
        self._answers.close()
        self._socket.close()
        super().close()  # type: ignore[no-untyped-call]

    def _receive(self) -> Any:
        length = b""
        while (digit := self._answers.read(1)) != b":":
            length += digit
        return json.loads(self._answers.read(int(length)))
