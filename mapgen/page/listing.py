"""Writes the events as a plain list, for readers whose browser shows no map."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from mapgen.catalogue import words_in
from mapgen.texts.addresses import link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.page.payload import Payload

MOST_EVENTS = 2000  # a longer list would be read by nobody, and would double the page
AT_ONCE = 200  # the elements of 2000 events would keep a map waiting, which takes them away


class _Words(NamedTuple):
    """The words of the list in one language; `{n}` stands for a number.

    What is confirmed, and what says no status, has no word.
    """

    note: str
    undated: str
    source: str
    to: str
    more: str
    status: dict[str, str]


def listing(payload: Payload) -> str:
    """Return a `main` element with the title, the introduction and the events in time order.

    It holds the first MOST_EVENTS events, and says how many are left out. A page takes it away once
    it is ready; those after AT_ONCE are in a `noscript` element, for web/ui/listing.js to take out.
    """
    told, words = payload["map"], _words(payload["map"]["language"])
    count = len(payload["events"]["id"])
    items = [_event(payload, i, words) for i in range(min(count, MOST_EVENTS))]
    left_out = count - len(items)
    parts = (
        _text("h1", told["title"]),
        _text("p", told["subtitle"]),
        _tag("div", told["introduction"], dir="auto"),
        _tag("p", words.note, class_="listing-note"),
        _tag("ol", "".join(items[:AT_ONCE])),
        _tag("noscript", _tag("ol", "".join(items[AT_ONCE:]))),
        _text("p", words.more.replace("{n}", str(left_out)) if left_out else ""),
        _tag("div", told["credits"], dir="auto"),
    )
    return _tag("main", "".join(parts), class_="listing")


def _words(language: str) -> _Words:
    catalogue = words_in(language)
    event = catalogue["event"]
    status = {name: word for name, word in event["status"].items() if name != "confirmed"}
    told = catalogue["listing"]
    return _Words(**told, undated=event["undated"], source=event["source"], status=status)


def _event(payload: Payload, i: int, words: _Words) -> str:
    events, strings = payload["events"], payload["strings"]
    facts = (events["date"][i] or words.undated, _where(payload, i, words))
    status = words.status.get(strings[events["status"][i]], "")
    line = " · ".join(_text("bdi", each) for each in (*facts, status) if each)
    parts = (
        _text("h2", events["title"][i]),
        _tag("p", line),
        _tag("div", events["description"][i], dir="auto"),
        _source(strings[events["source"][i]], events["source_url"][i], words),
    )
    return _tag("li", "".join(parts))


def _where(payload: Payload, i: int, words: _Words) -> str:
    ends = payload["events"]["place"][i], payload["events"]["to"][i]
    return f" {words.to} ".join(_names(payload, ends))


def _names(payload: Payload, places: tuple[int, ...]) -> Iterator[str]:
    """Yield the name of each place, with its country where that says more."""
    columns = payload["places"]
    for place in places:
        if place >= 0:
            name, country = columns["name"][place], columns["country"][place]
            yield ", ".join(dict.fromkeys(filter(None, (name, country))))


def _source(name: str, address: str, words: _Words) -> str:
    if not name and not address:
        return ""
    shown = _text("bdi", name or address)
    linked = _tag("a", shown, href=address) if link(address) else shown
    return _tag("p", f"{words.source} {linked}")


def _text(tag: str, text: str) -> str:
    """Return an element with a text as it is, in the direction of its letters, "" for no text."""
    direction = {} if tag == "bdi" else {"dir": "auto"}  # what a bdi has anyway
    return _tag(tag, escape(text, quote=False), **direction) if text else ""


def _tag(tag: str, html: str, **attributes: str) -> str:
    """Return an element around clean HTML, "" where there is none; `class_` writes `class`."""
    written = (f' {name.rstrip("_")}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{''.join(written)}>{html}</{tag}>" if html else ""
