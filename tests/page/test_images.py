from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from mapgen.errors import PageError
from mapgen.page.images import LONGEST_SIDE, embedder

if TYPE_CHECKING:
    from pathlib import Path


def embedded(url: str) -> Image.Image:
    kind, _, data = url.partition(";base64,")
    assert kind == "data:image/webp"
    return Image.open(io.BytesIO(base64.b64decode(data)))


def test_an_address_stays_what_it_is(tmp_path: Path) -> None:
    assert embedder(tmp_path)("https://example.org/a.jpg") == "https://example.org/a.jpg"


def test_a_large_image_is_shrunk_and_keeps_its_shape(tmp_path: Path) -> None:
    Image.new("RGB", (3000, 1500), "red").save(tmp_path / "large.png")

    assert embedded(embedder(tmp_path)("large.png")).size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_a_picture_taken_sideways_is_turned_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter, as a phone writes it
    Image.new("RGB", (40, 20)).save(tmp_path / "turned.jpg", exif=exif)

    picture = embedded(embedder(tmp_path)("turned.jpg"))

    assert picture.size == (20, 40)
    assert not picture.getexif()


def test_a_transparent_image_stays_transparent(tmp_path: Path) -> None:
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(tmp_path / "clear.png")

    assert embedded(embedder(tmp_path)("clear.png")).mode == "RGBA"


def test_half_an_image_is_refused_by_name(tmp_path: Path) -> None:
    Image.effect_noise((200, 200), 50).save(tmp_path / "half.png")
    whole = (tmp_path / "half.png").read_bytes()
    (tmp_path / "half.png").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(PageError, match=r"half\.png: the image cannot be read"):
        embedder(tmp_path)("half.png")


def test_a_small_file_of_more_pixels_than_any_camera_has_is_refused_unread(tmp_path: Path) -> None:
    Image.new("1", (16_000, 10_000)).save(tmp_path / "blank.png")
    assert (tmp_path / "blank.png").stat().st_size < 100_000

    with pytest.raises(PageError) as caught:
        embedder(tmp_path)("blank.png")

    assert str(caught.value) == (
        f"{(tmp_path / 'blank.png').as_posix()}: the image has 16,000 × 10,000 pixels; "
        "save it smaller, 3000 pixels wide"
    )


def test_a_picture_of_another_kind_is_not_opened_by_its_name(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "red.png", "EPS")

    with pytest.raises(PageError, match=r"red\.png: the image cannot be read"):
        embedder(tmp_path)("red.png")


def test_a_photograph_of_a_hundred_million_pixels_is_shrunk(tmp_path: Path) -> None:
    Image.new("L", (12_000, 9_000), 200).save(tmp_path / "large.jpg")

    assert embedded(embedder(tmp_path)("large.jpg")).size == (LONGEST_SIDE, LONGEST_SIDE * 3 // 4)
