"""Holds what the browser is to show, and wakes whoever waits for news of it."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the browser is to show: a page, and what is wrong with the tables since.

    `state` names the page: another name for another page. A note has the keys of a Problem and a
    severity of "error", "decision", "warning" or "fault"; of those that concern no table, only the
    severity and the message.
    """

    page: str
    state: str
    notes: tuple[dict[str, object], ...] = ()

    @property
    def news(self) -> str:
        """What an open page is told, as JSON in one line."""
        return json.dumps({"state": self.state, "notes": self.notes}, ensure_ascii=False)


class Board:
    """What is shown now. One thread writes it, the threads of the open pages read it."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._shown = Shown(page="", state="")
        self._number = 0
        self._closed = False

    def page(self) -> str:
        """Return the page that is shown, and wait for the first one."""
        with self._turn:
            self._turn.wait_for(lambda: self._closed or self._number > 0)
            return self._shown.page

    def show(self, shown: Shown) -> None:
        """Show something else, and tell everyone."""
        with self._turn:
            self._shown = shown
            self._number += 1
            self._turn.notify_all()

    def close(self) -> None:
        """Let everyone who waits go."""
        with self._turn:
            self._closed = True
            self._turn.notify_all()

    def wait(self, known: int, seconds: float) -> tuple[int, str] | None:
        """Wait for news after those of number `known`, and return theirs with what they tell.

        After `seconds` without any the text is "". None means that there will be no more.
        """
        with self._turn:
            self._turn.wait_for(lambda: self._closed or self._number > known, seconds)
            if self._closed:
                return None
            return self._number, self._shown.news if self._number > known else ""
