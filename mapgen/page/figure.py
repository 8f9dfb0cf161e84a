"""Turns a payload into a folium figure: the map object, tile layers, layer control, `save`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any, Self
from weakref import WeakKeyDictionary

import folium
import xyzservices
from branca.element import Element, Figure
from folium.template import Template

from mapgen.errors import SettingsError, quoted
from mapgen.page import assets
from mapgen.texts.addresses import origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mapgen.page.page import Page

DEFAULT_TILES = ("OpenStreetMap.Mapnik", "CartoDB.Positron")

# These elements need files of folium's that we leave out; with one of them, all are linked.
_NEEDS_FOLIUM_FILES = (folium.Icon, folium.Popup)

_OF_RENDERING = folium.elements.ElementAddToElement  # folium adds one where it renders a layer

_CONTROL = "layer_control"  # our own, among the children of a map

# Yields the script elements that hold the data of a layer; they run nothing, and may be long.
Data = Callable[[], Iterable[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a figure has to say, before it is a page, and the hosts of its tiles.

    Its body is texts, and among them, in its place, the data of each layer. `untouched` is whether
    nothing was added to the map that mapgen made.
    """

    head: str
    body: tuple[str | Data, ...]
    script: str
    hosts: tuple[str, ...]
    untouched: bool = False


class PageFigure(Figure):
    """A folium figure whose document is composed by `compose`, the same bytes every time.

    folium names its elements by random numbers; here an element keeps the number of its turn.
    """

    def __init__(self, compose: Callable[[Parts], Page]) -> None:
        super().__init__(ratio="62%")
        self._compose = compose
        self._born: frozenset[Element] = frozenset()
        self._numbers: WeakKeyDictionary[Element, str] = WeakKeyDictionary()

    def render(self, **kwargs: Any) -> str:
        """Return the whole document."""
        return str(self.whole(**kwargs))

    def whole(self, **kwargs: Any) -> Page:
        """Return the document in parts; the data of a layer are not copied."""
        self._number_elements()
        for part in (self.header, self.html, self.script):
            part._children.clear()  # noqa: SLF001  (branca keeps what an earlier render left)
        for child in self._children.values():
            child.render(**kwargs)
        return self._compose(self._parts())

    def settle(self) -> None:
        """Take all that is here for ours; what is added from now on is the author's."""
        self._born = frozenset(_walk(self))

    def _number_elements(self) -> None:
        for element in _walk(self):
            number = self._numbers.setdefault(element, str(len(self._numbers)))
            element._id = number  # noqa: SLF001  (branca offers no other way to a fixed name)

    def _parts(self) -> Parts:
        maps = {child.get_name() for child in self._children.values()}
        head = [c for name, c in self.header._children.items() if name not in maps]  # noqa: SLF001
        return Parts(
            head="\n".join(child.render() for child in head),
            body=self._body(),
            script=_dedent(self.script.render()),
            hosts=tuple(dict.fromkeys(_tile_hosts(self))),
            untouched=all(e in self._born or isinstance(e, _OF_RENDERING) for e in _walk(self)),
        )

    def _body(self) -> tuple[str | Data, ...]:
        """Return what branca would render of the body, without the blanks around it."""
        body: list[str | Data] = []
        for child in self.html._children.values():  # noqa: SLF001
            data = isinstance(child, _Data)
            body += ["\n    ", child.data] if data else [f"\n    {child.render()}"]
        first, *between, last = body  # the map has a layer at least
        return (
            first.lstrip() if isinstance(first, str) else first,
            *between,
            last.rstrip() if isinstance(last, str) else last,
        )


class StoryLayer(folium.FeatureGroup):
    """A folium layer that brings its own tags when the figure is rendered.

    `head` returns the texts that belong into the head, each under a name; a text of a name that is
    already there, from another layer, is written once. `data` takes the names of the map and of the
    layer and yields the script elements that belong into the body, which run nothing.
    """

    def __init__(
        self,
        name: str,
        head: Callable[[], dict[str, str]],
        data: Callable[[str, str], Iterable[bytes]],
    ) -> None:
        super().__init__(name=escape(name))
        self._name = "EventLayer"
        self._head = head
        self._data = data
        self.add_child(_Script(assets.alone_script()))

    def render(self, **kwargs: Any) -> None:
        """Add our tags to the figure; folium adds the layer itself."""
        super().render(**kwargs)
        root = self.get_root()
        for name, text in self._head().items():
            root.header.add_child(_raw(text), name=name)
        data = partial(self._data, _map_around(self).get_name(), self.get_name())
        root.html.add_child(_Data(data), name=self.get_name())


class StoryMap(folium.Map):
    """A folium map that fetches nothing: a plain base map, tile layers to switch on, one layer.

    `plain` names the map that is inside the file; `tiles` are names of the xyzservices catalogue,
    None stands for DEFAULT_TILES; `tile_keys` holds the keys of those that ask for one. Raises
    SettingsError for tiles that are unknown or lack their key.
    """

    def __init__(
        self,
        layer: StoryLayer,
        compose: Callable[[Parts], Page],
        *,
        plain: str,
        tiles: Sequence[str] | None,
        tile_keys: Mapping[str, str],
    ) -> None:
        super().__init__(
            location=(30, 20),
            zoom_start=3,
            tiles=None,
            zoom_control="topright",
            zoom_snap=0.25,
            zoom_delta=0.5,
        )
        self.options |= {"min_zoom": 1, "max_zoom": 18}  # folium's own are of its tile layer
        (figure := PageFigure(compose)).add_child(self)
        self.default_js: list[tuple[str, str]] = []
        self.default_css: list[tuple[str, str]] = []
        self.add_child(folium.FeatureGroup(name=escape(plain), overlay=False))
        for tile_layer in _tile_layers(tiles, tile_keys):
            self.add_child(tile_layer)
        layer.control = False
        self.add_child(layer)
        self.add_child(folium.LayerControl(position="topright"), name=_CONTROL)
        figure.settle()

    def add_child(self, child: Element, name: str | None = None, index: int | None = None) -> Self:
        """Add a child; a layer control takes the place of ours."""
        if isinstance(child, folium.LayerControl):
            self._children.pop(_CONTROL, None)
        super().add_child(child, name=name, index=index)
        return self

    def render(self, **kwargs: Any) -> None:
        """Render the map; layer controls come last, after all that was added since."""
        for name, child in list(self._children.items()):
            if isinstance(child, folium.LayerControl):
                self._children.move_to_end(name)
        if any(isinstance(element, _NEEDS_FOLIUM_FILES) for element in _walk(self)):
            self.default_js = [each for each in folium.Map.default_js if each[0] != "leaflet"]
            self.default_css = [each for each in folium.Map.default_css if each[0] != "leaflet_css"]
        super().render(**kwargs)


def _tile_layers(
    names: Sequence[str] | None, keys: Mapping[str, str]
) -> Iterator[folium.TileLayer]:
    """Yield a layer for each name; of the default names, only those that ask for no key."""
    for name in DEFAULT_TILES if names is None else names:
        provider = _provider(name)
        if name in keys:
            provider = provider(**{_key_name(provider): keys[name]})
        if not provider.requires_token():
            shown = escape(provider.name.replace(".", " "))
            yield folium.TileLayer(provider, name=shown, show=False)
        elif names is not None:
            raise SettingsError(
                f"tiles: {quoted(name)} asks for a key; write it under tile_keys, "
                "or take a map that asks for none, such as OpenStreetMap.Mapnik"
            )


def _provider(name: str) -> xyzservices.TileProvider:
    family, _, member = name.partition(".")
    found = xyzservices.providers.get(family, {}).get(member)
    if isinstance(found, xyzservices.TileProvider):
        return found
    try:  # 12 ms, for it goes through the whole catalogue
        return xyzservices.providers.query_name(name)
    except ValueError as error:
        raise SettingsError(
            f"tiles: {quoted(name)} is not in the xyzservices catalogue; "
            "take a name such as OpenStreetMap.Mapnik"
        ) from error


def _key_name(provider: xyzservices.TileProvider) -> str:
    """Return what a provider calls its key: the catalogue marks it by a placeholder."""
    marked = (name for name, value in provider.items() if "<insert your" in str(value))
    return next(marked, "apikey")


def _tile_hosts(root: Element) -> Iterator[str]:
    """Yield the origin of every tile layer that a policy can name, one for each subdomain."""
    for element in _walk(root):
        url, options = getattr(element, "tiles", None), getattr(element, "options", None)
        if isinstance(url, str) and isinstance(options, dict):
            for part in options.get("subdomains", "abc") if "{s}" in url else "-":
                if found := origin(url.replace("{s}", part)):
                    yield found


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for child in element._children.values():  # noqa: SLF001  (branca has no public walk)
        yield from _walk(child)


def _map_around(element: Element) -> Element:
    """Return the map that an element is in, be it in groups."""
    around = element._parent  # noqa: SLF001  (branca has no public way up)
    while not isinstance(around, folium.Map):
        if around is None:
            raise ValueError("a layer of events needs a map: add it, or what it is in, to one")
        around = around._parent  # noqa: SLF001  (as above)
    return around


def _raw(text: str) -> Element:
    """Return an element that renders to exactly this text: no Jinja reads it."""
    element = Element()
    element._template = _Verbatim(text)  # noqa: SLF001  (a template is all that branca renders)
    return element


class _Verbatim:
    def __init__(self, text: str) -> None:
        self._text = text

    def render(self, **_: object) -> str:
        return self._text


class _Script(folium.MacroElement):
    """A script that stands where its parent's does, also for those who take folium's parts."""

    _template = Template("{% macro script(this, kwargs) %}{{ this.text }}{% endmacro %}")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class _Data(Element):
    """The data of a layer, which any figure renders, and ours takes as they are."""

    def __init__(self, data: Data) -> None:
        super().__init__()
        self.data = data

    def render(self, **_: object) -> str:
        """Return them in one text."""
        return b"".join(self.data()).decode()


def _dedent(script: str) -> str:
    return "\n".join(line.strip() for line in script.splitlines() if line.strip())
