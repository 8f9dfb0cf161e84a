"""Writes the Content-Security-Policy of a page: what may run is what stands in it."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from mapgen.texts.addresses import is_source, origin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DATA = {"application/json", "application/ld+json", "application/octet-stream"}  # read, never run


@dataclass(frozen=True, slots=True)
class Policy:
    """What a page may run and load: under the name of each directive, its sources."""

    sources: Mapping[str, Sequence[str]]

    def running(self, html: str) -> Policy:
        """Return a policy that lets run what stands in more HTML, too."""
        found = _inventory(html).hashes
        more = {f"{kind}-src": [*self.sources[f"{kind}-src"], *found[kind]] for kind in found}
        return Policy({**self.sources, **more})

    def fetching(self) -> Policy:
        """Return a policy of a page that may ask the server that it comes from."""
        return Policy({**self.sources, "connect-src": ["'self'"]})

    @property
    def tag(self) -> str:
        """The element that says it, which stands before all that it is about."""
        policy = "; ".join(f"{name} {' '.join(each)}" for name, each in self.sources.items())
        # In double quotes, single ones stand as they are.
        content = escape(policy).replace("&#x27;", "'")
        return f'<meta http-equiv="Content-Security-Policy" content="{content}">'


def policy_of(html: str, hosts: Sequence[str], *, trusted: bool = False) -> Policy:
    """Return the Content-Security-Policy of a page: our own scripts by hash.

    Images may come from `hosts`, which the author chose; scripts, styles and fonts from another
    host only where a folium plugin of the author's names that host. Where all HTML that scripts
    write is known to be ours (`trusted`), it passes the gate of web/map/trusted-html.js. Raises
    ValueError for a host that would add words of its own to the policy.
    """
    found = _inventory(html)
    away = sorted(found.hosts)
    if strange := [host for host in (*hosts, *away) if not is_source(host)]:
        raise ValueError(f"a policy cannot name {strange[0]!r}")
    sources = {
        "default-src": ["'none'"],
        "script-src": [*found.hashes["script"], *away],
        "style-src": [*found.hashes["style"], *away],
        "img-src": ["data:", *hosts, *away],
        "font-src": away or ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    if trusted and not away:
        sources |= {"require-trusted-types-for": ["'script'"], "trusted-types": ["default"]}
    return Policy(sources)


class _Inventory(HTMLParser):
    """Finds what a page runs: the hash of each inline script and style, the hosts of the rest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.hashes: dict[str, list[str]] = {"script": [], "style": []}
        self.hosts: set[str] = set()
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a script or a style begins, and the host of one that is elsewhere."""
        given = dict(attrs)
        address = given.get("src") if tag == "script" else given.get("href")
        if tag in {"script", "link"} and address and not address.startswith("data:"):
            self.hosts.add(origin(f"https:{address}" if address.startswith("//") else address))
        data = given.get("type") in _DATA
        self._inside = tag if tag in self.hashes and not address and not data else ""

    def handle_data(self, data: str) -> None:
        """Hash the text of a script or style; the parser hands it over in one piece."""
        if self._inside:
            digest = base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()
            self.hashes[self._inside].append(f"'sha256-{digest}'")

    def handle_endtag(self, tag: str) -> None:
        """Note where it ends."""
        if tag == self._inside:
            self._inside = ""


def _inventory(html: str) -> _Inventory:
    found = _Inventory()
    found.feed(html)
    found.close()
    found.hosts.discard("")  # beside the page, or none that a policy can name
    return found
