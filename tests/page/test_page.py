from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from functools import partial
from html import unescape
from typing import TYPE_CHECKING

import folium
import pytest

from mapgen.catalogue import languages, words_in
from mapgen.events import Event, Place
from mapgen.page import assets, blocks, policy
from mapgen.page.blocks import PLAIN, Packed, packed
from mapgen.page.document import EventLayer, HistoricalMap, live, whole_page
from mapgen.page.payload import Payload, pack
from mapgen.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from branca.element import Element


EVENTS = [
    Event(
        id="one",
        title="</script><script>alert(1)</script> & \u2028",
        place=Place(name="Here", lat=33.5, lon=36.3, found="table"),
        line=2,
    )
]
MANY = [Event(id="long", title="Long", description="a" * PLAIN, line=2)]


@pytest.fixture(scope="module")
def html() -> str:
    return HistoricalMap(
        EVENTS, title="<b>Title</b>", subtitle='"quoted" & <i>', language="ar"
    ).to_html()


def policy_in(html: str) -> dict[str, list[str]]:
    content = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert content
    parts = [part.split() for part in unescape(content[1]).split(";")]
    return {name: values for name, *values in parts}


def test_every_script_and_style_is_let_in_by_its_hash(html: str) -> None:
    for tag in ("script", "style"):
        texts = re.findall(rf"<{tag}(?! type=.application)[^>]*>(.*?)</{tag}>", html, re.DOTALL)
        hashes = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in texts]

        assert texts
        assert {f"'sha256-{each}'" for each in hashes} <= set(policy_in(html)[f"{tag}-src"])


def test_the_policy_lets_nothing_else_in(html: str) -> None:
    found = policy_in(html)

    assert found["default-src"] == ["'none'"]
    assert found["base-uri"] == ["'none'"]
    assert found["form-action"] == ["'none'"]
    assert found["img-src"] == ["data:", "https://tile.openstreetmap.org"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & set(found["script-src"])


@pytest.mark.parametrize("host", ["https://x;script-src-elem", "https://x y", "'self'", "*"])
def test_a_policy_names_no_host_that_adds_a_word_to_it(host: str) -> None:
    with pytest.raises(ValueError, match="a policy cannot name"):
        policy.policy_of("<html>", [host])


def test_a_host_called_like_a_word_of_the_policy_stays_a_host() -> None:
    images = ["https://base-uri.example.org/a.jpg", "https://style-src.example.org/b.jpg"]
    events = [replace(EVENTS[0], id=str(i), image=image) for i, image in enumerate(images)]
    settings = Settings(tiles=())
    payload = pack(events, settings)
    page = whole_page(payload, partial(packed, payload), settings)

    found = policy_in(str(live(page, "1")))

    hosts = ["https://base-uri.example.org", "https://style-src.example.org"]
    assert found["img-src"] == ["data:", *hosts]
    assert found["base-uri"] == ["'none'"]
    assert found["connect-src"] == ["'self'"]


def test_html_of_scripts_passes_one_gate(html: str) -> None:
    found = policy_in(html)

    assert found["require-trusted-types-for"] == ["'script'"]
    assert found["trusted-types"] == ["default"]
    assert html.index('createPolicy("default"') < html.index("Leaflet")


@pytest.mark.parametrize("added", [folium.Marker([1, 2], popup="<b>x</b>"), folium.Icon()])
def test_elements_of_an_author_write_what_they_like(added: Element) -> None:
    found = policy_in(HistoricalMap(EVENTS).add_child(added).to_html())

    assert "require-trusted-types-for" not in found


def test_a_page_brings_the_markers_of_leaflet_where_somebody_may_use_them(html: str) -> None:
    marked = HistoricalMap(EVENTS).add_child(folium.Marker([1, 2])).to_html()

    assert len(policy_in(marked)["script-src"]) == len(policy_in(html)["script-src"]) + 1
    assert "leaflet-default-icon-path{" in marked
    assert "leaflet-default-icon-path" not in html.replace(assets.leaflet_script(), "")


def test_without_online_maps_no_host_is_named() -> None:
    html = HistoricalMap(EVENTS, tiles=()).to_html()

    assert policy_in(html)["img-src"] == ["data:"]


def test_the_payload_stands_in_the_page_as_it_is(html: str) -> None:
    head, tables, _, *blocks = re.findall(
        r'<script type="application/(?:json|octet-stream)"[^>]*>(.*?)</script>', html, re.DOTALL
    )

    assert json.loads(head)["map"]["title"] == "<b>Title</b>"
    assert json.loads(tables)["places"]["name"] == ["Here"]
    assert [json.loads(each)["title"] for each in blocks] == [[EVENTS[0].title]]


def test_no_element_of_data_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "PIECE", 1000)
    events = [replace(EVENTS[0], id=f"{i}", title="مرحبا & " * 40) for i in range(50)]

    html = HistoricalMap(events).to_html()

    found = re.findall(
        r'<script type="application/(?:json|octet-stream)"(.*?)>(.*?)</script>', html, re.DOTALL
    )
    (_, _), *parts = found
    assert max(len(text.encode()) for _, text in parts) <= 1000
    texts = "".join(f"\0{text}"[bool(more) :] for more, text in parts).split("\0")[1:]
    assert json.loads(texts[0])["places"]["name"] == ["Here"]
    assert len(texts) == 3


def test_the_head_is_escaped(html: str) -> None:
    assert "<title>&lt;b&gt;Title&lt;/b&gt;</title>" in html
    assert 'name="description" content="&quot;quoted&quot; &amp; &lt;i&gt;"' in html


def test_the_document_says_its_language_and_direction(html: str) -> None:
    assert html.startswith('<!doctype html>\n<html lang="ar" dir="rtl">')


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_page_carries_the_words_of_its_own_language_alone(language: str) -> None:
    html = HistoricalMap([], title="Empty", language=language, tiles=()).to_html()

    told = {name: words_in(name)["dialogs"]["share"] for name in languages()}
    assert [name for name in languages() if f'"share":"{told[name]}"' in html] == [language]


def test_a_page_may_be_enlarged(html: str) -> None:
    assert "user-scalable" not in html
    assert "maximum-scale" not in html


def test_the_pieces_of_a_page_are_the_page_that_a_map_writes() -> None:
    settings = Settings(title="Title")
    payload = pack(EVENTS, settings)

    page = whole_page(payload, partial(packed, payload), settings)

    assert str(page) == HistoricalMap(EVENTS, title="Title").to_html()


def test_the_data_of_a_page_are_not_copied() -> None:
    payload = pack(MANY, Settings())
    parts = packed(payload)

    page = whole_page(payload, lambda: parts, Settings())

    assert parts.head["coding"] == "deflate-raw"
    assert {id(parts.numbers), *map(id, parts.blocks)} <= set(map(id, page.pieces()))


def test_the_data_are_asked_for_when_all_else_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    payload = pack(EVENTS, Settings())

    def parts() -> Packed:
        told.append("the data")
        return packed(payload)

    def policy_of(html: str, hosts: Sequence[str], *, trusted: bool) -> policy.Policy:
        told.append("the policy")
        return policy.policy_of(html, hosts, trusted=trusted)

    def listing(_: Payload) -> str:
        told.append("the list")
        return ""

    monkeypatch.setattr("mapgen.page.document.policy_of", policy_of)
    monkeypatch.setattr("mapgen.page.document.listing", listing)

    whole_page(payload, parts, Settings())

    assert told == ["the policy", "the list", "the data"]


def test_each_layer_of_a_map_has_its_data_behind_the_map() -> None:
    made = HistoricalMap(EVENTS)
    made.add_child(EventLayer(MANY))

    html = made.to_html()

    marks = re.findall(
        r'<div class="(folium-map)"|data-kind="(\w+)"|<script type="\w+/(octet)', html
    )
    assert ["".join(mark) for mark in marks] == [
        "folium-map",
        *("page", "octet"),
        *("layer", "octet", "octet"),
    ]


def test_the_hosts_of_images_are_named_once_each() -> None:
    addresses = ["https://a.org/1", "https://b.org:8000?2/3", "https://a.org/4", "https://a.org#5"]
    events = [replace(EVENTS[0], id=address, image=address) for address in addresses]

    html = HistoricalMap(events, tiles=()).to_html()

    assert policy_in(html)["img-src"] == ["data:", "https://a.org", "https://b.org:8000"]
