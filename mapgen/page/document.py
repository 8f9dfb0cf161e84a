"""Turns a figure, a payload and the front end into one HTML page; the public map classes."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from mapgen.catalogue import words_in, words_of_page, words_of_preview
from mapgen.columns import distinct_of
from mapgen.events import images_of
from mapgen.files import write_whole
from mapgen.page import assets
from mapgen.page.blocks import packed, pieces, tables_of
from mapgen.page.figure import Parts, StoryLayer, StoryMap
from mapgen.page.images import embedder
from mapgen.page.listing import listing
from mapgen.page.metadata import icon, metadata
from mapgen.page.page import Page
from mapgen.page.payload import pack
from mapgen.page.policy import policy_of
from mapgen.page.structured import structured
from mapgen.reading import events_in
from mapgen.settings import Settings
from mapgen.texts.addresses import origins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from mapgen.events import Event
    from mapgen.page.blocks import Packed
    from mapgen.page.payload import Payload
    from mapgen.reading.frames import Frame

_VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'


class EventLayer(StoryLayer):
    """Events as a layer of any folium map: `EventLayer(events).add_to(folium.Map())`.

    `events` are located, as `read_events` returns them, or a frame, records or an open file that it
    reads; `name` is what a layer control shows. What is left out goes by the settings and the
    folder of their table.
    """

    def __init__(
        self,
        events: Iterable[Event] | Frame,
        *,
        name: str = "Events",
        language: str | None = None,
        categories: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        events = events_in(events)
        settings = _settings(events, language=language, categories=categories)
        payload = pack(events, settings, embed=embedder(folder or _folder(events)))
        parts = partial(packed, payload)
        super().__init__(name, _front_end, partial(_data, payload, parts, "layer"))


class HistoricalMap(StoryMap):
    """A whole page as a folium map: `save`, display in a notebook and `add_child` all work.

    `events` are located, as `read_events` returns them, or a frame, records or an open file that it
    reads. The words are those of Settings. What is left out goes by the settings and the folder of
    their table. Raises SettingsError for a word that cannot be used.
    """

    def __init__(  # noqa: PLR0913  (the words of a map, each by its name)
        self,
        events: Iterable[Event] | Frame,
        *,
        title: str = "",
        subtitle: str = "",
        introduction: str = "",
        credits: str = "",  # noqa: A002  (the setting's name, from the file to the page)
        language: str | None = None,
        tiles: Sequence[str] | None = None,
        tile_keys: Mapping[str, str] | None = None,
        categories: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        events = events_in(events)
        folder = folder or _folder(events)
        settings = _settings(
            events,
            title=title,
            subtitle=subtitle,
            introduction=introduction,
            credits=credits,
            language=language,
            tiles=None if tiles is None else tuple(tiles),
            tile_keys=tile_keys,
            categories=categories,
        )
        payload = pack(events, settings, embed=embedder(folder))
        self._read = [*getattr(events, "sources", ()), *images_of(events, folder.absolute())]
        super().__init__(*_drawn(payload, partial(packed, payload)), **_base_maps(settings))

    def to_html(self) -> str:
        """Return the whole page, the same for the same events and words."""
        html: str = self.get_root().render()
        return html

    def save(
        self,
        outfile: str | bytes | Path | BinaryIO,
        close_file: bool = True,  # noqa: FBT002  (folium's own)
        **kwargs: Any,
    ) -> None:
        """Write the page whole or not at all, or into a file object as folium does.

        Raises PageError where it cannot be written, or only in the place of a file it is made of.
        """
        if isinstance(outfile, (str, bytes, Path)):
            page = self.get_root().render(**kwargs).encode()
            write_whole(Path(os.fsdecode(outfile)), page, read=self._read)
        else:
            super().save(outfile, close_file=close_file, **kwargs)


def whole_page(payload: Payload, parts: Callable[[], Packed], settings: Settings) -> Page:
    """Return the page of a payload, the one that a HistoricalMap of its events and words writes.

    `parts` returns the payload in parts; it is asked for them when all else is there, and they are
    not copied.
    """
    story_map = StoryMap(*_drawn(payload, parts), **_base_maps(settings))
    whole: Page = story_map.get_root().whole()
    return whole


def site_page(payload: Payload, settings: Settings, *, hosts: Sequence[str] = ()) -> Page:
    """Return a page that may fetch parts from the folder around it, with images from `hosts`."""
    head = {
        "style": f"<style>{assets.site_style()}</style>",
        "script": f'<script type="module">{assets.site_script()}</script>',
    }
    data = partial(_data, payload, partial(packed, payload), "site")
    page = StoryMap(
        StoryLayer(settings.title, lambda: head, data),
        lambda parts: _document(replace(parts, hosts=(*parts.hosts, *hosts)), payload),
        **_base_maps(settings),
    )
    whole: Page = page.get_root().whole()
    return replace(whole, policy=whole.policy.fetching())


def _drawn(
    payload: Payload, parts: Callable[[], Packed]
) -> tuple[StoryLayer, Callable[[Parts], Page]]:
    """Return the layer of a page, and what makes a page of the parts of its figure."""
    data = partial(_data, payload, parts, "page")
    layer = StoryLayer(payload["map"]["title"], _front_end, data)
    return layer, lambda figure: _document(figure, payload)


def _base_maps(settings: Settings) -> dict[str, Any]:
    """Return the maps under the events, as a StoryMap takes them."""
    plain = words_in(settings.language)["page"]["plainMap"]
    return {"plain": plain, "tiles": settings.tiles, "tile_keys": settings.tile_keys}


def _settings(events: Iterable[Event], **given: Any) -> Settings:
    """Return the settings that go with events, overruled by what was given."""
    known: Settings = getattr(events, "settings", Settings())
    return replace(known, **{name: value for name, value in given.items() if value or value == ()})


def _folder(events: Iterable[Event]) -> Path:
    folder: Path = getattr(events, "folder", Path())
    return folder


def _front_end() -> dict[str, str]:
    """Return what a layer needs in the head of a document, each text by name."""
    return {"style": _styles(), "script": _script()}


def _data(
    payload: Payload, parts: Callable[[], Packed], kind: str, map_name: str, layer: str
) -> Iterator[bytes]:
    """Yield the script elements that hold the data of a layer; its parts are asked for last.

    A `kind` is "layer", "page" or "site", a page with more words.
    """
    kind, more = ("page", ["site"]) if kind == "site" else (kind, [])
    attributes = f'class="mapgen" data-kind="{kind}" data-map="{map_name}" data-layer="{layer}"'
    words = words_of_page(payload["map"]["language"], *more)
    tables = _json({**tables_of(payload), "words": words})
    head, numbers, blocks = parts()
    yield f'<script type="application/json" {attributes}>{_json(head)}</script>'.encode()
    yield from _elements("json", tables.encode())
    yield from _elements("octet-stream", numbers)
    for block in blocks:
        plain = head["coding"] == "identity"
        kind, data = ("json", _safe(block.decode()).encode()) if plain else ("octet-stream", block)
        yield from _elements(kind, data)


def _elements(kind: str, data: bytes) -> Iterator[bytes]:
    """Yield the elements that hold data, all but the first of which go on with the one before."""
    more = ""
    for piece in pieces(data):
        yield f'\n<script type="application/{kind}"{more}>'.encode()
        yield piece
        yield b"</script>"
        more = " data-more"


@cache
def _script() -> str:
    """Return the front end, ready to stand in a document."""
    return f'<script type="module">{assets.script()}</script>'


def _styles() -> str:
    return f"<style>{assets.style()}</style>"


def _json(value: Any) -> str:
    return _safe(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _safe(text: str) -> str:
    """Return JSON that stands in HTML as it is: no character of it can end a script."""
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _document(parts: Parts, payload: Payload) -> Page:
    """Compose the page; its data are asked for last."""
    words = payload["map"]
    title = words["title"] or words_in(words["language"])["page"]["untitled"]
    markers = not parts.untouched  # Leaflet's own; those of events are others
    head = "\n".join(
        (
            _VIEWPORT,
            f"<title>{escape(title)}</title>",
            *metadata(words),
            f'<script type="application/ld+json">{_json(structured(payload))}</script>',
            f"<style>{assets.leaflet_style(markers=markers)}</style>",
            f"<script>{assets.listing_script()}</script>",
            f"<script>{assets.trusted_html_script()}</script>",
            f"<script>{assets.leaflet_script()}</script>",
            *[f"<script>{assets.default_icon_script()}</script>"] * markers,
            parts.head,
            f"<style>{assets.listing_style()}</style>",
        )
    )
    script = f"<script>{parts.script}</script>"
    hosts = [*parts.hosts, *origins(distinct_of(payload["events"]["image"]))]
    # The list runs nothing, for it holds clean HTML alone; neither do the data. Both are long.
    tags = "".join(piece for piece in parts.body if isinstance(piece, str))
    return Page(
        language=words["language"],
        policy=policy_of(head + tags + script, hosts, trusted=parts.untouched),
        head=head,
        body=tuple(_body(parts, listing(payload), script)),
    )


def _body(parts: Parts, events: str, script: str) -> Iterator[bytes]:
    """Yield the pieces of a body: the list of the events, the map, its data, and its script."""
    yield f'<body class="page">\n{events}\n'.encode()
    for piece in parts.body:
        yield from [piece.encode()] if isinstance(piece, str) else piece()
    yield f"\n{script}\n".encode()


def live(page: Page, state: str) -> Page:
    """Return a page as `mapgen preview` serves it: it listens to its server.

    `state` names what the page shows; when the server names another, the page loads again.
    """
    words = _json(words_of_preview(page.language))
    return page.listening(
        f'<meta name="mapgen-state" content="{escape(state)}">\n'
        f'<script type="application/json" class="preview-words">{words}</script>\n'
        f"<style>{assets.preview_style()}</style>\n"
        f'<script type="module">{assets.preview_script()}</script>'
    )


def waiting(language: str) -> Page:
    """Return the page that stands where there is none yet; made live, it says why."""
    head = f"{_VIEWPORT}\n<title>mapgen preview</title>\n{icon()}\n{_styles()}"
    body = b'<body class="preview-page">\n<main class="preview-main"></main>\n'
    return Page(language=language, policy=policy_of(head, ()), head=head, body=(body,))
