"""Sources have addresses, and events have images that can be shown."""

from __future__ import annotations

import pytest

from tests.events.rows import Check, row

# Links and images


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c#d",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG",
        "mailto:desk@example.org",
        "https://example.org/الجزيرة",
        "https://حماة.example/",
    ],
)
def test_a_source_has_the_address_of_a_page_or_of_a_person(check: Check, address: str) -> None:
    assert check.event("url", address).source_url == address


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("javascript:alert(1)", '"javascript:alert(1)" is no address of a page'),
        ("JaVaScRiPt://x.org/%0aalert(1)", "is no address of a page"),
        ("data:text/html,x", "is no address of a page"),
        ("file:///etc/passwd", "is no address of a page"),
        ("ftp://example.org", "is no address of a page"),
        ("mailto:", "is no address of a page"),
        ("The Times", "is no address of a page"),
        ("https:///path", "names no host"),
        ("https:example.org", "names no host"),
        ("https://[::1", "names no host"),
        ("https://a.org https://b.org", "has a blank in it; write one whole address"),
        ("https://a.org\nhttps://b.org", "has a line break in it"),
        ("https://a.org\u200f/x", 'has "\\u200f" in it'),
        ("https://a.org\\@b.org", 'has "\\" in it'),
    ],
)
def test_what_is_no_address_or_could_run_is_refused(
    check: Check, address: str, message: str
) -> None:
    errors = check.errors("link", row(address).strip())

    assert message in errors
    assert len(errors.splitlines()) == 1


def test_what_is_no_address_at_all_is_told_how_one_begins(check: Check) -> None:
    cure = "write an address that begins with https://, http:// or mailto:"

    assert check.errors("url", "The Times of 1 May").endswith(f"; {cure}")
    assert check.errors("url", "example.org/" + "x" * 1000).endswith(f"; {cure}")


@pytest.mark.parametrize("address", ["www.example.org", "example.org/a?b=1", "news.example.co.uk"])
def test_an_address_without_its_beginning_is_given_one(check: Check, address: str) -> None:
    assert check.errors("url", address).endswith(f"; write https://{address}")


JPEG = b"\xff\xd8\xff\xe0 and so on"


@pytest.mark.parametrize(
    "begin", [JPEG, b"\x89PNG\r\n\x1a\n...", b"GIF89a...", b"RIFF\x10\x00\x00\x00WEBPVP8 "]
)
def test_an_image_beside_the_table_is_found(check: Check, begin: bytes) -> None:
    (check.folder / "images").mkdir()
    (check.folder / "images" / "hama.jpg").write_bytes(begin)

    event = check.event("image,image_alt", "images/hama.jpg,Ruins")

    assert event.image == "images/hama.jpg"


def test_an_image_on_the_web_has_an_https_address(check: Check) -> None:
    event = check.event("image,image_alt", "HTTPS://example.org/a.jpg,Ruins")

    assert event.image == "https://example.org/a.jpg"


def test_an_image_without_a_description_is_a_warning(check: Check) -> None:
    assert check.warnings("photo", "https://example.org/a.jpg") == (
        "t.csv:2: photo: the image has no description for people who cannot see it; "
        "say in image_alt what it shows"
    )


@pytest.mark.parametrize(
    ("image", "message"),
    [
        (
            "hema.jpg",
            'there is no file "hema.jpg" in the folder {folder}; did you mean "hama.jpg"?',
        ),
        ("x.png", 'there is no file "x.png" in the folder {folder}; put it there, or correct the'),
        ("sub", 'there is no file "sub" in the folder {folder}'),
        ("/etc/hosts", '"/etc/hosts" is a place on one computer; put the image beside the table'),
        ("C:\\hama.jpg", "is a place on one computer"),
        ("c:hama.jpg", "is a place on one computer"),
        ("\\\\server\\hama.jpg", "is a place on one computer"),
        ("../hama.jpg", '"../hama.jpg" leads out of the folder of the table'),
        ("sub/../../hama.jpg", "leads out of the folder of the table"),
        ("sub\\..\\..\\hama.jpg", "leads out of the folder of the table"),
        ("sub\\hama.jpg", 'has \\ between its folders; write "sub/hama.jpg"'),
        ("link.jpg", "is a link out of the folder of the table"),
        ("sound.jpg", "is no image that can be shown"),
        ("notes.jpg", '"notes.jpg" is no image that can be shown; save it as a JPEG, PNG, GIF or'),
        ("م" * 200, "put it there, or correct the name"),
        ("HTTP://example.org/a.jpg", "write it with https:// if the page allows it"),
        ("https://", "names no host"),
        ("https://a.org/x y", "has a blank in it"),
        ("javascript:alert(1)", '"javascript:alert(1)" is no address of an image'),
        ("data:image/svg+xml;base64,AAAA", "is no address of an image"),
        ("file:///etc/hosts", "is no address of an image"),
    ],
)
def test_an_image_that_cannot_be_shown_is_told(check: Check, image: str, message: str) -> None:
    outside = check.folder / "outside.jpg"
    outside.write_bytes(JPEG)
    check.folder /= "collection"
    (check.folder / "sub").mkdir(parents=True)
    (check.folder / "hama.jpg").write_bytes(JPEG)
    (check.folder / "notes.jpg").write_text("These are notes.")
    (check.folder / "sound.jpg").write_bytes(b"RIFF\x10\x00\x00\x00WAVEfmt ")
    (check.folder / "link.jpg").symlink_to(outside)

    errors = check.errors("image,image_alt", row(image, "Ruins").strip())

    assert message.format(folder='"collection"') in errors
    assert len(errors.splitlines()) == 1
