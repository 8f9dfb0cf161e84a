"""Turns an image beside the table into a small data: URL that travels inside the page."""

from __future__ import annotations

import base64
import io
import warnings
from typing import TYPE_CHECKING

from mapgen.errors import PageError
from mapgen.errors.boundary import Boundary, name_of, reason
from mapgen.guarded.limits import PIXELS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_FORMATS = ("JPEG", "PNG", "GIF", "WEBP")  # Pillow reads many more, and some run programs
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
    from PIL import Image, ImageOps

    buffer = io.BytesIO()
    with (
        Boundary(lambda error: _unreadable(path, error)),
        warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning),
        Image.open(path, formats=_FORMATS) as opened,
    ):
        _refuse_huge(opened.size, path)
        opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(opened)
        small = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
        small.save(buffer, "WEBP", quality=80, method=6)
    return "data:image/webp;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")


def _refuse_huge(size: tuple[int, int], path: Path) -> None:
    """Raise PageError for more pixels than any camera has; a small file can unpack to them."""
    width, height = size
    if width * height > PIXELS:
        told = f"the image has {width:,} × {height:,} pixels; save it smaller, 3000 pixels wide"
        raise PageError(f"{name_of(path)}: {told}")


def _unreadable(path: Path, error: BaseException) -> PageError:
    told = f"the image cannot be read ({reason(error)}); save it again as JPEG or PNG"
    return PageError(f"{name_of(path)}: {told}")
