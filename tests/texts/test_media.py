from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.reading import read_events
from mapgen.texts.media import Media, addresses, kind_of, links_of, media

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.reading import Events

PICTURES = [
    "https://example.org/a.jpg",
    "https://example.org/A.JPEG",
    "https://example.org/a,b.png",
    "https://example.org/a.webp?width=800,600#top",
    "https://example.org/iiif/abc/full/800,/0/default.jpg",
    "https://upload.wikimedia.org/wikipedia/commons/a/a9/Paris_(1900),_view.jpg",
    "https://commons.wikimedia.org/wiki/Special:FilePath/Example.jpg",
    "https://raw.githubusercontent.com/o/r/main/a.png",
    "https://github.com/o/r/raw/main/a.png",
    "https://github.com/o/r/blob/main/a.png?raw=true",
    "https://www.dropbox.com/s/abc/photo.jpg?raw=1",
    "https://dl.dropboxusercontent.com/s/abc/photo.jpg",
    "https://web.archive.org/web/2010im_/https://example.org/a.jpg",
    "https://archive.org/download/item/a.jpg",
    "https://live.staticflickr.com/1/2_b.jpg",
    "https://drive.google.com/uc?export=view&id=AbC",
    "https://pbs.twimg.com/media/AbC?format=jpg&name=large",
]
PAGES = [
    "https://commons.wikimedia.org/wiki/File:Example.jpg",
    "https://de.wikipedia.org/wiki/Datei:Bild.png",
    "https://fr.wikipedia.org/wiki/Fichier:Image,_avec_virgule.jpg",
    "https://ar.wikipedia.org/wiki/ملف:صورة.jpg",
    "https://history.fandom.com/wiki/File:Map.png",
    "https://en.wikipedia.org/wiki/Paris#/media/File:Paris.jpg",
    "https://en.wikipedia.org/wiki/Paris",
    "https://www.dropbox.com/s/abc/photo.jpg?dl=0",
    "https://www.dropbox.com/s/abc/photo.jpg",
    "https://github.com/o/r/blob/main/a.png",
    "https://gitlab.com/o/r/-/blob/main/a.png",
    "https://codeberg.org/o/r/src/branch/main/a.png",
    "https://web.archive.org/web/20100101000000/https://example.org/a.jpg",
    "https://archive.org/details/item/a.jpg",
    "https://www.flickr.com/photos/someone/123/",
    "https://drive.google.com/file/d/AbC/view?usp=sharing",
    "https://www.google.com/maps/@48.85,2.35,12z",
    "https://www.youtube.com/watch?v=abc",
    "https://example.org/show.html?picture=a.jpg",
    "https://example.org/a.pdf",
    "https://example.org/a.mp4",
]
ONE, OTHER = "https://example.org/1.jpg", "https://example.net/2,3.png"
FILE_PAGE = "https://commons.wikimedia.org/wiki/File:Example_(1).jpg"


def table(tmp_path: Path, text: str) -> Events:
    (tmp_path / "t.csv").write_text(text, "utf-8")
    return read_events(tmp_path / "t.csv")


@pytest.mark.parametrize("address", PICTURES)
def test_a_picture_is_known_by_the_ending_of_its_path_or_by_its_host(address: str) -> None:
    assert kind_of(address) == "picture"
    assert media(address) == Media(pictures=(address,))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_about_a_picture_is_no_picture(address: str) -> None:
    assert kind_of(address) == "page"
    assert media(address) == Media(links=(address,))


@pytest.mark.parametrize(
    "address", ["https://example.org/image?id=12", "http://example.org/a.jpg", "https://[bad/a.jpg"]
)
def test_of_other_addresses_nothing_is_known(address: str) -> None:
    assert kind_of(address) == ""


@pytest.mark.parametrize("between", ["; ", ";", ", ", ",", " ", "\n", " | ", "|", "\n\n"])
def test_two_addresses_in_a_cell_are_two_whatever_stands_between(between: str) -> None:
    assert media(f"{ONE}{between}{OTHER}") == Media(pictures=(ONE, OTHER))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("https://a.org/Map of Paris.jpg", Media(pictures=("https://a.org/Map%20of%20Paris.jpg",))),
        ("a.jpg; b.png", Media(pictures=("a.jpg", "b.png"))),
        ("a.jpg, b.png", Media(pictures=("a.jpg", "b.png"))),
        ("Smith, John.jpg", Media(pictures=("Smith, John.jpg",))),
        (f"a.jpg; {ONE}", Media(pictures=("a.jpg", ONE))),
        (f"{ONE} A view", Media(pictures=(ONE,), words=True)),
        (f"(see {ONE}).", Media(pictures=(ONE,), words=True)),
        (
            "<iframe src='https://www.youtube.com/embed/abc'></iframe>",
            Media(links=("https://www.youtube.com/embed/abc",), words=True),
        ),
        ("<blockquote>I was there.</blockquote>", Media(words=True)),
    ],
)
def test_a_cell_of_media_is_taken_apart(text: str, held: Media) -> None:
    assert media(text) == held


def test_an_address_is_not_cut_at_a_comma() -> None:
    assert addresses("see https://a.org/@48.85,2.35,12z, then https://b.org/x.") == [
        "https://a.org/@48.85,2.35,12z",
        "https://b.org/x",
    ]


def test_links_are_markdown_whatever_is_in_their_addresses() -> None:
    assert links_of("Media", [ONE, FILE_PAGE]) == f"[Media]({ONE}) · [Media 2](<{FILE_PAGE}>)"
    assert links_of("Image [url]", [ONE], after=1) == f"[Image \\[url\\] 2]({ONE})"


def test_media_of_a_timelinejs_sheet_stay_whole(tmp_path: Path) -> None:
    place = "https://www.google.com/maps/@48.85,2.35,12z"
    text = (
        "Year,Headline,Text,Media\n"
        f'1979,A map,Look.,"{place}"\n'
        f"1988,Commons,,{FILE_PAGE}\n"
        f'1990,Two,,"{ONE}\n{OTHER}"\n'
    )

    events = table(tmp_path, text)

    assert [event.image for event in events] == ["", "", ONE]
    assert events[0].description == f"Look.\n\n[Media]({place})"
    assert events[1].description == f"[Media](<{FILE_PAGE}>)"
    assert events[2].description == f"[Media 2]({OTHER})"
    told = "\n".join(map(str, events.warnings))
    assert "t.csv:2: Media: leads to no picture that a page can show" in told
    assert "(lines 2 and 3)" in told
    assert "t.csv:4: Media: holds several pictures" in told


def test_a_page_about_a_picture_in_any_table_is_a_link(tmp_path: Path) -> None:
    text = f"title,photo,image_alt\nA,{FILE_PAGE},A map\nB,https://example.org/image?id=12,B\n"

    events = table(tmp_path, text)

    assert [event.image for event in events] == ["", "https://example.org/image?id=12"]
    assert events[0].description == f"[photo](<{FILE_PAGE}>)"
    [warning] = map(str, events.warnings)
    assert f'"{FILE_PAGE}" is a page about a picture, not the picture' in warning


def test_the_second_picture_of_a_cell_is_not_lost(tmp_path: Path) -> None:
    for name in ("a.gif", "b.gif"):
        (tmp_path / name).write_bytes(b"GIF89a")
    text = (
        f'title,description,image,image_alt\nA,Text.,"{ONE}; {OTHER}",Two\nB,,"a.gif, b.gif",Two\n'
    )

    events = table(tmp_path, text)

    assert [event.image for event in events] == [ONE, "a.gif"]
    assert events[0].description == f"Text.\n\n[image 2]({OTHER})"
    assert dict(events[1].extra)["image"] == "a.gif, b.gif"
    links, files = map(str, events.warnings)
    assert "t.csv:2: image: holds several pictures" in links
    assert "links below the text" in links
    assert "t.csv:3: image: holds several pictures" in files
    assert "kept in the data table" in files


def test_several_links_of_a_sheet_are_kept(tmp_path: Path) -> None:
    text = (
        f'Chapter,Media Link,Description,Marker,Latitude,Longitude,url\nA,,,,1,2,"{ONE},{OTHER}"\n'
    )

    [event] = table(tmp_path, text)

    assert event.source_url == ONE
    assert dict(event.extra)["url (as written)"] == f"{ONE},{OTHER}"
