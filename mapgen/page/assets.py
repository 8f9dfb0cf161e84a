"""Lists the front end and Leaflet's files, ready to stand inside a page.

Comments and indentation of the front end stay at home: they are a third of its text. What leaves
them out does not understand backticks inside of backticks.
"""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rcssmin import cssmin
from rjsmin import jsmin

from mapgen.page.linking import link
from mapgen.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

WEB = Path(__file__).parents[1] / "web"

# These run beside Leaflet's script and folium's, so they are no modules.
_ICON, _ALONE, _TRUSTED = "map/default-icon.js", "map/alone.js", "map/trusted-html.js"
_LISTING = "ui/listing.js"
_LISTED = WEB / "ui/listing.css"  # travels in whole pages alone
_PREVIEW = WEB / "preview"  # travels in the pages of `mapgen preview` alone
_SITE = WEB / "site"  # travels in the pages of sites alone
_PICTURES = {".png": "image/png", ".svg": "image/svg+xml"}
_LOCAL_URL = regex(r"url\((?!data:|#)([^)]+)\)")
_MARKER = regex(r"\.leaflet-default-icon-path\s*\{[^}]*\}")
_SOURCE_MAP = regex(r"\n//# sourceMappingURL=\S+")


@cache
def leaflet_script() -> str:
    """Return Leaflet's script, without the pointer to a source map that a page does not have."""
    return _SOURCE_MAP.sub("", (_leaflet() / "leaflet.js").read_text("utf-8")).strip()


@cache
def leaflet_style(*, markers: bool = True) -> str:
    """Return Leaflet's style sheet with its pictures inside, that of its `markers` if asked."""
    folder = _leaflet()
    text = (folder / "leaflet.css").read_text("utf-8")
    text = text if markers else _MARKER.sub("", text)
    style: str = cssmin(_LOCAL_URL.sub(lambda match: f"url({_data_url(folder / match[1])})", text))
    return style


@cache
def style() -> str:
    """Return the style sheets of the front end: the tokens first, then room by room."""
    sheets = [*WEB.glob("*.css"), *sorted(WEB.glob("*/*.css"))]
    worn = (s for s in sheets if s != _LISTED and s.parent not in {_PREVIEW, _SITE})
    return _sheet(worn)


@cache
def site_style() -> str:
    """Return the style sheets of the page of a site."""
    return f"{style()}\n{_sheet(sorted(_SITE.glob('*.css')))}"


@cache
def preview_style() -> str:
    """Return the style sheets that a page under preview has besides."""
    return _sheet(sorted(_PREVIEW.glob("*.css")))


@cache
def listing_style() -> str:
    """Return the style sheet of a page that shows the list of its events."""
    return _sheet([_LISTED])


@cache
def icon() -> str:
    """Return the page's icon as a data: URL."""
    return _data_url(WEB / "icon.svg")


@cache
def default_icon_script() -> str:
    """Return the script that gives Leaflet's own markers their picture."""
    return _classic(_ICON)


@cache
def listing_script() -> str:
    """Return the script that tells whether the list of events stands."""
    return _classic(_LISTING)


@cache
def trusted_html_script() -> str:
    """Return the script that tells which HTML a page may read."""
    return _classic(_TRUSTED)


@cache
def alone_script() -> str:
    """Return the script that says where a map is shown without its events."""
    return _classic(_ALONE)


@cache
def script() -> str:
    """Return the modules of the front end as one script."""
    return _linked(_modules(), WEB / "main.js")


@cache
def site_script() -> str:
    """Return the modules of the page of a site as one script."""
    others = (path for path in _modules() if path != WEB / "main.js")
    return _linked([*others, *_SITE.glob("*.js")], _SITE / "main.js")


@cache
def preview_script() -> str:
    """Return the modules that a page under preview has besides, as one script."""
    return _linked([WEB / "ui/element.js", *_PREVIEW.glob("*.js")], _PREVIEW / "preview.js")


def _modules() -> list[Path]:
    return [path for path in WEB.rglob("*.js") if path.parent not in {_PREVIEW, _SITE}]


def _linked(paths: list[Path], start: Path) -> str:
    classic = {WEB / name for name in (_ICON, _ALONE, _TRUSTED, _LISTING)}
    modules = sorted(path for path in paths if path not in classic)
    modules.sort(key=lambda path: path == start)
    names = [f"mapgen/{path.relative_to(WEB).as_posix()}" for path in modules]
    script: str = jsmin(link(dict(zip(names, map(_text, modules), strict=True))))
    return script


def _classic(name: str) -> str:
    script: str = jsmin(_text(WEB / name))
    return script


def _sheet(paths: Iterable[Path]) -> str:
    sheet: str = cssmin("\n".join(map(_text, paths)))
    return sheet


def _text(path: Path) -> str:
    return path.read_text("utf-8").strip()


def _leaflet() -> Path:
    from xstatic.pkg import leaflet

    return Path(leaflet.BASE_DIR)


def _data_url(path: Path) -> str:
    data = base64.b64encode(path.read_bytes()).decode("ascii")
    return f"data:{_PICTURES[path.suffix]};base64,{data}"
