"""Turns an image beside the table into a small data: URL that travels inside the page."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

from mapgen.boundary import Boundary, name_of, reason
from mapgen.errors import PageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LONGEST_SIDE = 1200  # pixels; sharp on a phone's doubled screen, about 150 kB


def embedder(folder: Path) -> Callable[[str], str]:
    """Return a function from an `image` cell to its address in the page.

    An https address stays what it is; a file is read from `folder`, turned upright, shrunk to
    LONGEST_SIDE and stripped of its metadata, which may tell where and by whom it was taken. The
    function raises PageError for a file that is no whole image.
    """

    def embed(image: str) -> str:
        return image if image.startswith("https://") else _data_url(folder / image)

    return embed


def _data_url(path: Path) -> str:
    from PIL import Image, ImageOps  # noqa: PLC0415  (only tables with images need it)

    buffer = io.BytesIO()
    with Boundary(lambda error: _unreadable(path, error)), Image.open(path) as opened:
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        small = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
        small.save(buffer, "WEBP", quality=80, method=6)
    return "data:image/webp;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")


def _unreadable(path: Path, error: BaseException) -> PageError:
    told = f"the image cannot be read ({reason(error)}); save it again as JPEG or PNG"
    return PageError(f"{name_of(path)}: {told}")
