"""Takes apart cells of images that hold several pictures, or lead to a page about one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapgen.errors import quoted
from mapgen.texts.media import kind_of, links_of, media

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.columns import Coded
    from mapgen.events.sheet import Sheet

_COLUMN = "image"


class _Cell(NamedTuple):
    """What becomes of a cell: the image that is shown, and the addresses that are links."""

    image: str
    links: tuple[str, ...]
    files: int  # pictures beside the table that are not shown


def with_links(sheet: Sheet) -> tuple[Coded[str], Sequence[str]]:
    """Return the images and the descriptions of the rows.

    Of several pictures the first is the image; the others, and pages about a picture, are links
    below the description. Files that are not shown stay in the data table. Each is told once.
    """
    texts, descriptions = sheet.coded(_COLUMN), sheet.column("description")
    found = {text: cell for text in texts.distinct if (cell := _taken_apart(text))}
    if not found:
        return texts, descriptions
    rows = {row: found[texts[row]] for row in texts.rows(found.__contains__)}
    _tell(sheet, texts, rows)
    header, told = sheet.columns[_COLUMN], list(descriptions)
    for row, cell in rows.items():
        links = links_of(header, cell.links, after=int(bool(cell.image)))
        told[row] = "\n\n".join(filter(None, (told[row], links)))
    if files := [row for row, cell in rows.items() if cell.files]:
        sheet.keep(_COLUMN, files)
    return texts.each(lambda text: found[text].image if text in found else text), told


def _taken_apart(text: str) -> _Cell | None:
    """Return what becomes of a cell, None where it is one address or file as it stands."""
    held = media(text) if text else None
    if not held or held.words:
        return None
    pages = [address for address in held.links if kind_of(address) == "page"]
    shown = [*held.pictures, *(address for address in held.links if address not in pages)]
    if shown == [text]:
        return None
    links = [address for address in (*shown[1:], *pages) if "://" in address]
    return _Cell("".join(shown[:1]), tuple(links), len(shown[1:]) + len(pages) - len(links))


def _tell(sheet: Sheet, texts: Coded[str], rows: dict[int, _Cell]) -> None:
    files = [row for row, cell in rows.items() if cell.files]
    links = [row for row, cell in rows.items() if cell.image and cell.links and not cell.files]
    for several, kept in ((links, "links below the text"), (files, "kept in the data table")):
        message = f"holds several pictures; the first is shown, and the others are {kept}"
        if several:
            sheet.doubt(several, _COLUMN, message, "give each a row of its own, or leave it so")
    pages = [row for row, cell in rows.items() if not cell.image]
    if pages:
        told = quoted(texts[pages[0]])
        message = f"{told} is a page about a picture, not the picture; it is a link below the text"
        cure = "to show the picture, write the address of its file, such as one that ends in .jpg"
        sheet.doubt(pages, _COLUMN, message, cure)
