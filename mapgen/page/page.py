"""Holds a page in parts until it is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapgen.catalogue import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.page.policy import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page in parts, its policy first: nothing runs or loads before it.

    `head` are the tags of its head, and `body` the pieces of its body, which may be long.
    """

    language: str
    policy: Policy
    head: str
    body: tuple[bytes, ...]

    def listening(self, tags: str) -> Page:
        """Return the page with more tags in its head, which may ask the server it comes from."""
        policy = self.policy.running(tags).fetching()
        return replace(self, policy=policy, head=f"{self.head}\n{tags}")

    def pieces(self) -> Iterator[bytes]:
        """Yield the page in pieces that follow each other; those of its body are not copied."""
        direction = words_in(self.language)["direction"]
        yield (
            f'<!doctype html>\n<html lang="{self.language}" dir="{direction}">\n<head>\n'
            f'<meta charset="utf-8">\n{self.policy.tag}\n{self.head}\n</head>\n'
        ).encode()
        yield from self.body
        yield b"</body>\n</html>\n"

    def __str__(self) -> str:
        """Return the whole page."""
        return b"".join(self.pieces()).decode()
