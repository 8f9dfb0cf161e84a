"""Refuses names of files to write whose ending promises another kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.errors import PageError, SettingsError

if TYPE_CHECKING:
    from pathlib import Path, PurePath

PAGES = (".html", ".htm")  # .xhtml is XML for a browser, which HTML is not

_EXPORTS = (".csv", ".geojson", ".json", ".jsonld", ".kml")
_ON_PAPER = (".jpeg", ".jpg", ".pdf", ".png", ".svg")
_TABLES = (".kmz", ".ods", ".parquet", ".tsv", ".txt", ".xls", ".xlsx")
_FILES = {*PAGES, *_EXPORTS, *_ON_PAPER, *_TABLES, ".toml", ".xhtml", ".zip"}


def check_page(path: Path) -> None:
    """Raise PageError where the name of a page does not end as one."""
    if path.is_dir():
        page = _typed(path / "map.html")
        raise PageError(f"{path.as_posix()}: is a folder; name the page in it, such as {page}")
    ending = path.suffix.lower()
    if ending in PAGES:
        return
    met = f"this name ends with {ending}" if ending else "this name has no ending"
    cure = f"write to {_typed(_page_of(path))}"
    if ending in _ON_PAPER:
        cure += "; opened in a browser, its print view gives a PDF"
    elif ending in _EXPORTS:
        cure += f", or run mapgen export for {ending}"
    raise PageError(f"{path.as_posix()}: the name of a page ends with .html, and {met}; {cure}")


def check_site(path: PurePath) -> None:
    """Raise PageError where the name of the folder of a site is that of a page."""
    if path.suffix.lower() in PAGES:
        folder, page = _typed(path.with_suffix("")), _typed(path)
        raise PageError(
            f"{path.as_posix()}: is the name of a page, and --site wants that of a folder; "
            f"write --site {folder} for a folder, or -o {page} for one page"
        )


def check_start(path: PurePath) -> None:
    """Raise SettingsError where the name of a folder to begin with is that of a file."""
    if path.suffix.lower() in _FILES:
        raise SettingsError(
            f"{_typed(path)} is the name of a file, and a folder is made; "
            f"write mapgen new {_typed(path.with_suffix(''))}"
        )


def is_no_export(path: PurePath) -> bool:
    """Tell whether the name of a file promises a page or a picture."""
    return path.suffix.lower() in {*PAGES, *_ON_PAPER, ".xhtml"}


def _page_of(path: PurePath) -> PurePath:
    """Return the nearest name of a page: another ending instead, or one more after a figure."""
    if path.suffix.lower() in _FILES:
        return path.with_suffix(".html")
    return path.with_name(f"{path.name}.html")


def _typed(path: PurePath) -> str:
    """Return a path as it may be typed after a command, whole."""
    return f'"{path.as_posix()}"'
